"""The language of measures: what may be written, what it says, and what is refused."""

from datetime import date
from pathlib import Path

import narwhals as nw
import pytest
from made_up import AREA, computed, mapping_of, written_table
from sendframe_records import (
    CLOCKS,
    INDICATORS,
    Clock,
    Count,
    Measure,
    NotPortable,
    Record,
    Request,
    Share,
    Wait,
    bands,
    code,
    count,
    day,
    days,
    days_between,
    flag,
    in_year_of,
    indicator,
    months,
    number,
    on,
    percentile_weeks,
    share,
    years,
)
from sendframe_records._figures import definitions
from sendframe_records._library import RECORDS
from sendframe_records._mapping import MappedColumn, RecordsMapping


def test_a_day_minus_a_day_is_refused_when_it_is_written() -> None:
    """The difference of two days fails on DuckDB; the error says what to write."""
    with pytest.raises(NotPortable, match=r"DuckDB fails; use days_between\(start, stop\)"):
        Request.plan_issued_on - Request.requested_on  # type: ignore[operator]  # the mistake that is refused


@pytest.mark.parametrize(
    ("write", "engine"),
    [
        (Request.mediation.sum, "Spark"),
        (Request.mediation.mean, "Spark"),
        (lambda: Request.mediation + Request.tribunal, "Spark"),
        (lambda: 1 + Request.mediation, "Spark"),
        (lambda: Request.outcome < "Y", "PostgreSQL"),
        (lambda: count(nw.col("requested_on").is_null()), "DuckDB"),
        (lambda: share(nw.col("a") > 1, of=Request.mediation), "DuckDB"),
    ],
)
def test_what_an_engine_computes_otherwise_is_refused(write: object, engine: str) -> None:
    """Sums of conditions, orders of codes and expressions of other libraries name an engine."""
    with pytest.raises(NotPortable, match=f"{engine} fails"):
        write()  # type: ignore[operator]  # the mistake that is refused


@pytest.mark.parametrize(
    ("write", "words"),
    [
        (lambda: bool(Request.mediation), "use & for and"),
        (lambda: Request.requested_on + 140, r"use days\(\)"),
        (lambda: Request.requested_on <= 140, "compared with a day, not with int"),
        (lambda: days_between(Wait.referred_on, Wait.seen_on) > "7", "not with str"),
        (lambda: Request.outcome.is_in("X"), "has no code"),
        (Request.outcome.is_in, "has no code"),
        (lambda: Request.outcome == "Y", r"use is_in"),
        (lambda: Request.requested_on != Request.decided_on, "no == and !="),
        (lambda: count("requested_on"), "a condition is needed here, not str"),
        (lambda: in_year_of(Request.requested_on, 2, 29), "day"),
        (
            lambda: percentile_weeks(100, Wait.referred_on, to=Wait.seen_on, of=Wait.seen_on.known),
            "between 1 and 99",
        ),
    ],
)
def test_a_slip_is_refused_when_it_is_written(write: object, words: str) -> None:
    """What would be computed wrongly, or never, is an error at the line that has it."""
    with pytest.raises((TypeError, ValueError), match=words):
        write()  # type: ignore[operator]  # the mistake that is refused


def test_an_indicator_is_checked_when_it_is_declared() -> None:
    """Its unit, its breakdowns, its area and year, and its record must fit."""

    def plans(r: type[Request]) -> Count:
        return count(r.plan_issued_on.known, when=r.plan_issued_on)

    def untyped(r: object) -> Count:
        return count(Request.plan_issued_on.known, when=r)  # type: ignore[arg-type]  # the mistake that is refused

    def nothing(_: type[Request]) -> Measure:
        return 3  # type: ignore[return-value]  # the mistake that is refused

    with pytest.raises(ValueError, match="has not the unit %"):
        indicator("ehc.x", unit="%")(plans)
    with pytest.raises(ValueError, match="nothing to break down by called 'shoe_size'"):
        indicator("ehc.x", unit="count", by=("area", "year", "shoe_size"))(plans)
    for by in (("area",), ("year",)):
        with pytest.raises(ValueError, match="give area, and year"):
            indicator("ehc.x", unit="count", by=by)(plans)
    with pytest.raises(TypeError, match=r"r: type\[Request\]"):
        indicator("ehc.x", unit="count")(untyped)
    with pytest.raises(TypeError, match="returns a measure, not int"):
        indicator("ehc.x", unit="count")(nothing)


def test_a_clock_has_a_limit_or_a_day() -> None:
    """Neither, or both, is refused; so is an exception that the law does not permit."""
    with pytest.raises(ValueError, match="either a limit or a day"):
        Clock("x", "X", "Law", Request.requested_on, Request.decided_on)
    clock = Clock("x", "X", "Law", Request.requested_on, Request.decided_on, limit=days(1))
    with pytest.raises(ValueError, match="permits no exception"):
        _ = clock.excepted


def test_each_indicator_has_its_definition() -> None:
    """Ids and units are those of the packaged set, and each function says what it counts."""
    defined = definitions()
    assert sorted(defined) == sorted(indicator.id for indicator in INDICATORS)
    for made in INDICATORS:
        assert defined[made.id].unit == made.unit
        assert defined[made.id].series_status == "management_information"
        assert made.manual
        quantile = getattr(made.measure, "level", None)
        statistic = {None: None, 0.5: "median", 0.95: "percentile-95"}[quantile]
        assert defined[made.id].statistic == statistic


def test_each_clock_names_its_law() -> None:
    """Every clock has a title and a provision with its number."""
    assert len(CLOCKS) == 8
    for clock in CLOCKS:
        assert "regulation" in clock.source or "EWHC" in clock.source
        assert clock.title.endswith(".")


def test_each_kind_of_record_explains_its_columns() -> None:
    """Each column has a title, and each kind of record a docstring."""
    for record in RECORDS.values():
        assert record.__doc__
        assert all(column.title for column in record.columns.values())


class Visit(Record):
    """Visits, for the tests of what the plug-in's own records do not use."""

    made_on = day("the visit was made")
    minutes = number("how long it was")
    kept = flag("it took place")
    place = code("where", {"home": "at home", "school": "at school"})
    length = bands({"short": minutes < 30, "long": minutes >= 30})


@indicator("visits", unit="count", by=("area", "length", "place"))
def visits(v: type[Visit]) -> Count:
    """Visits that took place no more than a month before 29 February 2024."""
    return count(v.kept & (v.made_on + months(1) >= date(2024, 2, 29)) & v.minutes.known)


@indicator("long-visits", unit="%", by=("area",))
def long_visits(v: type[Visit]) -> Share:
    """Visits of more than 30 minutes in the last two years, of all that took place."""
    return share((v.minutes > 30) & (v.made_on - years(2) <= on(2022, 2, 28)), of=v.kept)


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_numbers_flags_and_bands(engine: str, tmp_path: Path) -> None:
    """Numbers are compared, bands and codes break down, and the unknown is a group of its own."""
    mapping = mapping_of(tmp_path, "request")
    mapping = RecordsMapping(
        id="visits",
        title="Visits",
        record=Visit,
        publisher="Wyeford Council",
        areas=mapping.areas,
        columns={
            "made_on": MappedColumn("day", "dd/mm/yyyy"),
            "minutes": MappedColumn("minutes"),
            "kept": MappedColumn("kept", yes=("Y", ""), no=("N",)),
            "place": MappedColumn("place", codes={"Home": "home"}, blank="school"),
        },
    )
    rows = [
        ("29/01/2024", "29", "Y", "Home"),
        ("28/01/2024", "30", "", "Home"),
        ("31/01/2024", "31", "Y", ""),
        ("29/02/2024", "", "Y", "Elsewhere"),
        ("01/03/2024", "45", "N", "Home"),
        ("30/02/2024", "45", "Y", " Home "),
    ]
    table = written_table(
        tmp_path, [dict(zip(("day", "minutes", "kept", "place"), row, strict=True)) for row in rows]
    )
    made = computed(table, mapping, [visits, long_visits], engine)
    by_id = {(row.indicator, row.dimension, row.group): (row.count, row.of) for row in made}
    assert by_id == {
        ("visits", None, None): (2, None),
        ("visits", "length", "short"): (1, None),
        ("visits", "length", "long"): (1, None),
        ("visits", "length", "not-known"): (0, None),
        ("visits", "place", "home"): (1, None),
        ("visits", "place", "school"): (1, None),
        ("visits", "place", "not-known"): (0, None),
        ("long-visits", None, None): (1, 5),
    }
    assert {row.area for row in made} == {AREA}
