"""Make the published figures of the Herefordshire example from the publishers' files.

Reads the Department for Education's *Education, health and care plans* (reporting year 2025),
the SEND tribunal appeal-rate table and the statistical neighbours of May 2025, and writes
``figures/observations.csv`` and ``figures/areas.json`` beside this script::

    python examples/herefordshire/make_figures.py --data FOLDER

Every percentage is computed unrounded from its counts and held against the one
published; a difference that is not already known stops the script.
``figures/README.md`` says what each figure is, and what to watch for.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from published_tables import (
    ASSESSMENTS,
    CASELOAD,
    DFE_FOLDER,
    ENGLAND,
    NEIGHBOURS_FILE,
    OUTSIDE_SETTINGS,
    OUTSIDE_UNTIL,
    REQUESTS,
    REVIEWS,
    ROW,
    SETTINGS,
    SYMBOLS,
    TIMELINESS,
    TOTALS,
    Area,
    added,
    code_of,
    number,
    period_of,
    read_areas,
    read_totals,
    symbol,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Row = Mapping[str, str]

DFE_RELEASE = "dfe-ehc-plans-2025"
TRIBUNAL_FILE = "tribunal_appeal_rate_2014_2024.csv"
TRIBUNAL_RELEASE = "moj-tribunal-appeal-rate-2024"


# Half a unit of the one published decimal: either way of rounding passes.
TOLERANCE = 0.05 + 1e-9

FIRST_TRIBUNAL_YEAR = 2014
LAST_TRIBUNAL_YEAR = 2024

# The guidance: "Both LAs submitted total figures but were unable to return
# individual level data" (Hackney and Peterborough, whose totals are 6,150 plans).
KNOWN_GAPS = {("E92000001", "2024-01"): 3645}


class Observation(NamedTuple):
    """One line of the table: text as it is written, empty where nothing is given."""

    indicator: str
    area: str
    period_kind: str
    period: str
    value: str
    numerator: str = ""
    denominator: str = ""
    setting: str = ""
    status: str = "final"
    release: str = DFE_RELEASE
    source_file: str = ""
    source_row: str = ""


COLUMNS = ["dimension.setting" if name == "setting" else name for name in Observation._fields]


@dataclass(frozen=True)
class Share:
    """A percentage of which the file gives the counts and the rounded figure.

    Attributes:
        indicator: Its id.
        file: Where it stands.
        numerator: Column of the numerator.
        denominator: Columns that add up to the denominator.
        published: Column of the percentage, to one decimal.
    """

    indicator: str
    file: str
    numerator: str
    denominator: tuple[str, ...]
    published: str


@dataclass(frozen=True)
class Count:
    """A number of plans, requests or assessments.

    Attributes:
        indicator: Its id.
        file: Where it stands.
        columns: Columns that add up to it.
        otherwise: A column, and the column to be taken from it, for the years in
            which *columns* hold a symbol; None where there is no other way.
    """

    indicator: str
    file: str
    columns: tuple[str, ...]
    otherwise: tuple[str, str] | None = None


SHARES = (
    Share(
        "annual-review-decisions-within-4-weeks",
        REVIEWS,
        "number_decsion_4weeks",  # sic
        ("number_decsion_4weeks", "number_decision_gt_4weeks"),
        "pc_decsion_4weeks",
    ),
    Share(
        "ehc-assessments-leading-to-plan",
        ASSESSMENTS,
        "assess_issued",
        ("assess_in_year",),
        "assess_issued_pc",
    ),
    Share(
        "ehc-plans-within-20-weeks",
        TIMELINESS,
        "plans_issued_20_weeks_ex",
        ("plans_issued_den_ex",),
        "PC_plans_issued_20_weeks_ex",
    ),
    Share(
        "ehc-plans-within-20-weeks-including-exceptions",
        TIMELINESS,
        "plans_issued_within_20_weeks",
        ("plans_issued_den",),
        "pc_plans_issued_within_20_weeks",
    ),
    Share(
        "ehc-request-decisions-within-6-weeks",
        REQUESTS,
        "request_outcome_six_weeks",
        ("request_outcome_six_weeks", "request_outcome_over_6_weeks"),
        "request_outcome_six_weeks_pc",
    ),
    Share(
        "ehc-requests-refused",
        REQUESTS,
        "requests_decided_not_to_assess",
        ("requests_received_in_year",),
        "request_not_assess_pc",
    ),
)

COUNTS = (
    Count("ehc-assessments", ASSESSMENTS, ("assess_in_year",)),
    Count("ehc-plans-issued", TIMELINESS, ("plans_issued_den_ex",)),
    Count("ehc-plans-issued-including-exceptions", TIMELINESS, ("plans_issued_den",)),
    Count("ehc-plans-on-time", TIMELINESS, ("plans_issued_20_weeks_ex",)),
    Count(
        "ehc-plans-over-20-weeks",
        TIMELINESS,
        ("plans_issued_gt20weeks_ltYear_ex", "plans_issued_gt_1_year_ex"),
        otherwise=("plans_issued_den_ex", "plans_issued_20_weeks_ex"),
    ),
    Count("ehc-requests", REQUESTS, ("requests_received_in_year",)),
)

# Cells whose counts do not give the percentage published beside them: there the
# published one is written, and no denominator. Any other difference is an error.
KNOWN_DIFFERENCES = frozenset(
    {
        ("ehc-request-decisions-within-6-weeks", "E06000051", "2023"),
        ("ehc-request-decisions-within-6-weeks", "E10000017", "2024"),
        ("ehc-request-decisions-within-6-weeks", "E12000005", "2023"),
        ("ehc-request-decisions-within-6-weeks", "E92000001", "2023"),
    }
)


def observe_share(share: Share, row: Row, differences: list[str]) -> Observation:
    """Return a percentage, unrounded, and note it if it is not the published one.

    A published symbol is kept as the value, whatever the counts say: where nothing
    fell due there is no rate, and none is made up where the publisher gives none.
    """
    kind, period = period_of(row)
    key = (share.indicator, code_of(row), period)
    published = row[share.published]
    numerator = number(row[share.numerator])
    denominator = added(row, share.denominator)
    value = published
    if published not in SYMBOLS and numerator is not None and denominator:
        computed = 100 * numerator / denominator
        if abs(computed - float(published)) <= TOLERANCE:
            value = repr(computed)
        else:
            denominator = None
        if (denominator is None) != (key in KNOWN_DIFFERENCES):
            differences.append(f"{key}: published {published}, computed {computed}")
    elif published not in SYMBOLS and denominator == 0:
        differences.append(f"{key}: published {published} of a zero denominator")
    return Observation(
        share.indicator,
        code_of(row),
        kind,
        period,
        value,
        written(numerator),
        written(denominator),
    )


def observe_count(count: Count, row: Row) -> Observation:
    """Return a count, or the symbol that stands in its place."""
    value = added(row, count.columns)
    if value is None and count.otherwise:
        whole, part = (number(row[column]) for column in count.otherwise)
        value = None if whole is None or part is None else whole - part
    text = symbol(row, count.columns) if value is None else str(value)
    return Observation(count.indicator, code_of(row), *period_of(row), text)


def observe_caseload(row: Row) -> Iterator[Observation]:
    """Yield the plans in one January: all, then by setting."""
    area, (kind, period) = code_of(row), period_of(row)
    yield Observation("ehc-plans", area, kind, period, row["ehcplans"])
    for setting, column in SETTINGS.items():
        text = row[column]
        number(text)  # refuses what is neither a number nor a symbol
        yield Observation("ehc-plans", area, kind, period, text, setting=setting)


def check_settings(row: Row, differences: list[str]) -> None:
    """Note it if the settings, and what stands outside them, miss the total."""
    area, period = code_of(row), period_of(row)[1]
    columns = [*SETTINGS.values()]
    if period <= OUTSIDE_UNTIL:
        columns += OUTSIDE_SETTINGS
    total = number(row["ehcplans"]) or 0
    gap = total - sum(number(row[column]) or 0 for column in columns)
    if gap != KNOWN_GAPS.get((area, period), 0):
        differences.append(f"{area} {period}: {gap} of {total} plans in no setting")


def observe_tribunal(path: Path, areas: Mapping[str, Area]) -> Iterator[Observation]:
    """Yield both published appeal rates as published, never derived.

    The table knows areas by DfE number alone, and has no figures for regions.

    Raises:
        ValueError: The columns are not where the 2024 table has them, or a local
            authority or England is missing.
    """
    codes = {area.dfe_code: area.code for area in areas.values() if area.dfe_code}
    with path.open(encoding="utf-8-sig", newline="") as stream:
        lines = list(csv.reader(stream))
    start = next(at for at, line in enumerate(lines) if line[0] == "Local Authority")
    years, names = lines[start : start + 2]
    found = set()
    for at, line in enumerate(lines[start + 2 :], start + 3):
        place = {"source_file": path.name, "source_row": str(at)}
        name, dfe_code = line[0], line[1]
        # Not the row "England total excluding suppressed": its own figures disagree.
        code = ENGLAND if name.startswith("England Total") else codes.get(dfe_code)
        if code is None:
            continue
        found.add(code)
        appeals = 0
        for year in range(FIRST_TRIBUNAL_YEAR, LAST_TRIBUNAL_YEAR + 1):
            appeals = years.index(str(year))
            cells = (appeals, appeals + 1, appeals + 2)
            rate = observe_rate("tribunal-appeal-rate", code, year, names, line, cells)
            yield rate._replace(**place)
        cells = (appeals, appeals + 3, appeals + 4)
        if not all(names[at].startswith("In development: ") for at in cells[1:]):
            message = f"{path.name}: no series in development after {names[appeals]}"
            raise ValueError(message)
        series = "tribunal-appeal-rate-in-development"
        rate = observe_rate(series, code, LAST_TRIBUNAL_YEAR, names, line, cells)
        yield rate._replace(**place)
    if missing := {ENGLAND, *codes.values()} - found:
        message = f"{path.name}: nothing on {sorted(missing)}"
        raise ValueError(message)


def observe_rate(  # noqa: PLR0913 - one cell of a table is named by all of these
    indicator: str,
    code: str,
    year: int,
    names: Sequence[str],
    line: Sequence[str],
    cells: tuple[int, int, int],
) -> Observation:
    """Return one published rate with the appeals and decisions printed beside it.

    Raises:
        ValueError: The cells are not appeals, decisions and rate, or do not agree.
    """
    words = ("Appeals registered", "Total Appealable Decisions", "Appeal Rate")
    if not all(word in names[at] for word, at in zip(words, cells, strict=True)):
        message = f"{year}: columns {[names[at] for at in cells]}"
        raise ValueError(message)
    appeals, decisions, rate = (line[at].strip() for at in cells)
    value = rate if rate in SYMBOLS else rate.removesuffix("%")
    above, below = number(appeals), number(decisions)
    if rate not in SYMBOLS and (
        above is None or below is None or abs(100 * above / below - float(value)) > TOLERANCE
    ):
        message = f"{code} {year}: {appeals} of {decisions} is not {rate}"
        raise ValueError(message)
    return Observation(
        indicator,
        code,
        "calendar_year",
        str(year),
        value,
        written(above),
        written(below),
        release=TRIBUNAL_RELEASE,
    )


def observe(data: Path, areas: Mapping[str, Area]) -> list[Observation]:
    """Return every observation, sorted.

    Raises:
        SystemExit: Percentages differ from the published ones, or settings from
            their total, in a way not known yet; all are listed.
    """
    folder = data / DFE_FOLDER
    found = list(observe_tribunal(folder / TRIBUNAL_FILE, areas))
    differences: list[str] = []
    for file in TOTALS:
        for row in read_totals(folder / file):
            if code_of(row) not in areas:
                continue
            made = [observe_share(s, row, differences) for s in SHARES if s.file == file]
            made += [observe_count(c, row) for c in COUNTS if c.file == file]
            if file == CASELOAD:
                made += observe_caseload(row)
                check_settings(row, differences)
            place = {"source_file": file, "source_row": row[ROW]}
            found += [each._replace(**place) for each in made]
    if differences:
        sys.exit("\n".join(["not as published or as known:", *sorted(differences)]))
    return sorted(found, key=lambda o: (o.indicator, o.area, o.period_kind, o.period, o.setting))


def main() -> None:
    """Read the data folder named on the command line and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--data",
        type=Path,
        required=True,
        help=f"folder that holds {DFE_FOLDER}/ and {NEIGHBOURS_FILE}",
    )
    data = parser.parse_args().data
    areas = read_areas(data)
    observations = observe(data, areas)
    out = Path(__file__).parent / "figures"
    out.mkdir(exist_ok=True)
    with (out / "observations.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(observations)
    (out / "areas.json").write_text(
        json.dumps([area._asdict() for area in areas.values()], indent=2) + "\n",
        encoding="utf-8",
        newline="\n",
    )
    sys.stdout.write(f"{len(areas)} areas, {len(observations)} observations\n")


if __name__ == "__main__":
    main()
