"""Synthetic records of nobody, which come to the numbers that are published for England.

A row is made from its number and a seed alone: no record of any person was used. What is published
is reproduced where the definitions are the same; what is between, such as the spread of days within
a year, is invented.
"""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

import attrs
import duckdb

__all__ = ["PUBLISHED", "RECORDS", "published", "write_population"]

PUBLISHED = Path(__file__).parent / "published"
"""Extracts of *Education, health and care plans*, reporting year 2025; see README.md there."""

YEAR = 2024
"""The year of the records."""

_NEEDS = ["SPLD", "MLD", "SLD", "PMLD", "SEMH", "SLCN", "HI", "VI", "MSI", "PD", "ASD", "OTH"]
_SETTINGS = {
    "early-years": "Non-maintained early years",
    "mainstream": "Mainstream - total",
    "special": "Special - total",
    "alternative": "AP/PRU - total",
    "further": "FE - total",
    "elsewhere": "Educated elsewhere - total",
}


def published(file: str) -> dict[str, Mapping[str, str]]:
    """Return the rows of an extract, by what they are a breakdown by."""
    with (PUBLISHED / file).open(encoding="utf-8", newline="") as stream:
        return {row["breakdown"]: row for row in csv.DictReader(stream)}


def _total(file: str) -> Mapping[str, int]:
    """Return the numbers of the total of an extract, by column."""
    row = next(row for name, row in published(file).items() if name.startswith("All "))
    return {name: int(value) for name, value in row.items() if value.isdigit()}


@attrs.frozen
class _Stratum:
    """Rows that are made alike.

    Attributes:
        rows: How many.
        columns: SQL of each column that is not null. ``i`` is the number of the row in its stratum,
            and ``r(k, n)`` one of the numbers from 0 to n - 1, by the row, the seed and k.
    """

    rows: int
    columns: Mapping[str, str]


def _between(k: int, first: int, last: int) -> str:
    """Return SQL of a number of days from *first* to *last*."""
    return f"({first} + r({k}, {last - first + 1}))"


_IN_YEAR = f"DATE '{YEAR}-01-01' + r(1, 366)"
_IN_SIX_WEEKS, _LATER = _between(3, 14, 42), _between(4, 43, 58)


def _decided(requests: Mapping[str, int]) -> str:
    """Return SQL of the days to a decision, as many within six weeks as published."""
    early, late = requests["request_outcome_six_weeks"], requests["request_outcome_over_6_weeks"]
    return (
        f"CASE WHEN i * {early} % {early + late} < {early} THEN {_IN_SIX_WEEKS} ELSE {_LATER} END"
    )


def _requests() -> list[_Stratum]:
    requests, plans = _total("requests.csv"), _total("timeliness_20_week.csv")
    refused = _total("assessments.csv")
    decided = f"requested_on + ({_decided(requests)})"
    strata = []
    # A few plans are in the published denominators and in none of the spans of time.
    timed = {"none": 0, "recorded": 0}
    for column, (first, last) in {
        "plans_issued_within_20_weeks": (60, 140),
        "plans_issued_gt20weeks_ltYear": (141, 364),
        "plans_issued_gt_1_year": (365, 700),
    }.items():
        name = column.replace("within_", "")
        without = plans[f"{name}_ex"]
        for rows, exception in ((without, "none"), (plans[column] - without, "recorded")):
            columns = {
                "plan_issued_on": _IN_YEAR,
                "requested_on": f"plan_issued_on - {_between(2, first, last)}",
                "decided_on": decided,
                "outcome": "'Y'",
                "exception": f"'{exception}'",
            }
            strata.append(_Stratum(rows, columns))
            timed[exception] += rows
    without = plans["plans_issued_den_ex"]
    of = {"none": without, "recorded": plans["plans_issued_den"] - without}
    for exception, rows in timed.items():
        columns = {"plan_issued_on": _IN_YEAR, "outcome": "'Y'", "exception": f"'{exception}'"}
        strata.append(_Stratum(of[exception] - rows, columns))
    for column, (first, last) in {
        "outcome_decision_within_time": (60, 112),
        "outcome_decision_over_time": (113, 300),
    }.items():
        columns = {
            "refused_plan_on": _IN_YEAR,
            "requested_on": f"refused_plan_on - {_between(2, first, last)}",
            "decided_on": decided,
            "outcome": "'Y'",
            "exception": "'none'",
        }
        strata.append(_Stratum(refused[column], columns))
    new = {"requested_on": _IN_YEAR, "exception": "'none'"}
    for column, outcome in {
        "requests_decided_not_to_assess": "N",
        "requests_decision_not_made": "A",
        "requests_withdrawn": "W",
    }.items():
        columns = {**new, "outcome": f"'{outcome}'"}
        if outcome == "N":
            columns["decided_on"] = decided
        if outcome == "W":
            columns["ended_on"] = f"requested_on + {_between(5, 1, 40)}"
        strata.append(_Stratum(requests[column], columns))
    return strata


def _fill(already: int) -> list[_Stratum]:
    """Return assessments of the year that are not finished: those published, less *already*."""
    requests = _total("requests.csv")
    columns = {
        "requested_on": _IN_YEAR,
        "decided_on": f"requested_on + ({_decided(requests)})",
        "outcome": "'Y'",
        "exception": "'none'",
    }
    listed = ("decided_to_assess", "decided_not_to_assess", "decision_not_made", "withdrawn")
    other = requests["requests_received_in_year"] - sum(requests[f"requests_{n}"] for n in listed)
    return [_Stratum(requests["requests_decided_to_assess"] + other - already, columns)]


def _reviews() -> list[_Stratum]:
    reviews = _total("annual_reviews.csv")
    met = {"met_on": f"DATE '{YEAR - 1}-12-04' + r(1, 366)"}
    early = {**met, "decided_on": f"met_on + {_between(2, 1, 28)}"}
    late = {**met, "decided_on": f"met_on + {_between(2, 29, 120)}"}
    return [
        _Stratum(reviews["number_decsion_4weeks"], early),
        _Stratum(reviews["number_decision_gt_4weeks"], late),
    ]


def _plans() -> list[_Stratum]:
    rows = published("sen_needs_all_plans.csv")
    total = rows["All EHC plans"]
    plans = int(total["ehc_plans"])
    needs = [(f"'{need}'", int(total[f"number_{need.lower()}"])) for need in _NEEDS]
    settings = [
        (f"'{setting}'", int(rows[name]["ehc_plans"])) for setting, name in _SETTINGS.items()
    ]
    ages = [("2", int(rows["under 3"]["ehc_plans"]))]
    ages += [(str(age), int(rows[f"age {age}"]["ehc_plans"])) for age in range(3, 26)]
    # Each column has its own order of the rows, so that they do not depend on each other.
    columns = {
        "need": _cases("i", needs),
        "setting": _cases(f"(i * 7919 + 17) % {plans}", settings),
        "age": _cases(f"(i * 104729 + 5) % {plans}", ages),
        "born_on": f"make_date({YEAR + 1} - age - 1, 9, 1) + r(1, 100)",
        "issued_on": "greatest(born_on + 400, DATE '2015-01-01' + r(2, 3560))",
        "reviewed_on": (
            "CASE WHEN issued_on < DATE '2024-01-01' "
            "THEN greatest(issued_on + 30, DATE '2023-11-01' + r(3, 400)) END"
        ),
    }
    ceased = {
        "issued_on": "DATE '2015-01-01' + r(2, 3280)",  # to 24 December 2023
        "ceased_on": _IN_YEAR,
    }
    return [
        _Stratum(plans, columns),
        _Stratum(_total("ceased_plans.csv")["total_ceased"], ceased),
    ]


def _cases(number: str, groups: Sequence[tuple[str, int]]) -> str:
    """Return SQL that gives the first rows the first value, and so on; null to those left over."""
    parts, last = [], 0
    for value, rows in groups:
        last += rows
        parts.append(f"WHEN {number} < {last} THEN {value}")
    return f"CASE {' '.join(parts)} END"


RECORDS = {
    "request": (
        "requested_on DATE, decided_on DATE, outcome VARCHAR, refused_plan_on DATE, "
        "plan_issued_on DATE, ended_on DATE, exception VARCHAR, mediation BOOLEAN, tribunal BOOLEAN"
    ),
    "review": "met_on DATE, decided_on DATE, amended_on DATE",
    "plan": (
        "born_on DATE, issued_on DATE, reviewed_on DATE, ceased_on DATE, need VARCHAR, "
        "setting VARCHAR"
    ),
}
"""The columns of each kind of record that there is a population of."""


def write_population(
    path: str | Path, record: str, *, seed: int = 1, copies: int = 1, areas: int = 1
) -> int:
    """Write a population as Parquet, with the columns ``ref`` and ``area`` beside the record's.

    Args:
        path: The file.
        record: ``request``, ``review`` or ``plan``.
        seed: Another seed makes other days; the published numbers stay.
        copies: How many times the population of England is made, each with other days.
        areas: How many areas the rows are dealt out to: ``ZZ0000001`` and so on.

    Returns:
        The number of rows.
    """
    with duckdb.connect(":memory:") as connection:
        connection.execute("SET enable_progress_bar = false")
        connection.execute(f"CREATE TABLE made ({RECORDS[record]})")
        for copy in range(copies):
            _make(connection, record, seed * 1_000 + copy)
        (rows,) = connection.sql("SELECT count(*) FROM made").fetchall()[0]
        target = str(path).replace("'", "''")
        connection.execute(
            "COPY (SELECT row_number() OVER () AS ref, "  # noqa: S608  # numbers, a quoted name
            f"printf('ZZ%07d', (row_number() OVER () - 1) % {areas} + 1) AS area, * FROM made) "
            f"TO '{target}' (FORMAT parquet)"
        )
    return int(rows)


_MAKERS = {"request": _requests, "review": _reviews, "plan": _plans}


def _make(connection: duckdb.DuckDBPyConnection, record: str, seed: int) -> None:
    connection.execute(
        # A multiplier for each k, so that two columns of a row do not depend on each other.
        "CREATE OR REPLACE MACRO mixed(i, k) AS "
        f"(i + 1) * (48271 + k * 7919 + {seed} * 613) % 2147483647 * 69621 % 2147483647"
    )
    before = _count(connection, "true")
    _insert(connection, _MAKERS[record]())
    if record == "request":
        made = f"rowid >= {before} AND year(requested_on) = {YEAR} AND outcome = 'Y'"
        _insert(connection, _fill(_count(connection, made)))
        requests = _total("requests.csv")
        connection.execute(
            "UPDATE made SET mediation = n < ?, "  # noqa: S608  # numbers
            "tribunal = n % 7 = 0 AND n < 7 * ? FROM (SELECT "
            "rowid AS id, row_number() OVER (ORDER BY rowid) - 1 AS n FROM made WHERE "
            f"rowid >= {before} AND year(requested_on) = {YEAR}) WHERE made.rowid = id",
            [requests["mediation_related_request"], requests["tribunal_related_request"]],
        )


def _count(connection: duckdb.DuckDBPyConnection, condition: str) -> int:
    (number,) = connection.sql(f"SELECT count(*) FROM made WHERE {condition}").fetchall()[0]  # noqa: S608  # a condition of this module
    return int(number)


def _insert(connection: duckdb.DuckDBPyConnection, strata: Sequence[_Stratum]) -> None:
    for number, stratum in enumerate(strata):
        connection.execute(
            "CREATE OR REPLACE MACRO r(k, n) AS "
            f"(mixed(i, k * 100 + {number}) * n // 2147483647)::INTEGER"
        )
        names = [name for name in stratum.columns if name != "age"]
        values = ", ".join(f"({sql}) AS {name}" for name, sql in stratum.columns.items())
        connection.execute(
            f"INSERT INTO made ({', '.join(names)}) SELECT {', '.join(names)} "  # noqa: S608  # the same
            f"FROM (SELECT {values} FROM range({stratum.rows}) AS rows(i))"
        )
