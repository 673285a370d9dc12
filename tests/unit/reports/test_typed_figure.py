"""Printed figures as values: points, benchmarks and changes."""

from sendframe.model import CalendarYear, Month
from sendframe.reports import (
    Bullets,
    Cell,
    Mark,
    Section,
    Sentence,
    Table,
    TypedFigure,
    section_problem,
    typed_benchmark,
    typed_change,
    typed_point,
)
from sendframe.reports._one_ink import in_one_ink
from tests.unit.conftest import seen
from tests.unit.reports.test_figure_words import held

YEAR = CalendarYear(year=2024)


def test_a_point_has_value_unit_counts_and_period() -> None:
    """The value is not rounded; the decimals say how it is printed."""
    result = held(seen(2023, 222, 288), seen(2024, 225, 333)).results["rate"]
    assert result.latest is not None
    assert typed_point(result, result.latest) == TypedFigure(
        "rate",
        225 / 333 * 100,
        "percent",
        1,
        period=YEAR,
        numerator=225.0,
        denominator=333.0,
    )
    assert typed_point(result, result.points[0], part="girls").part == "girls"


def test_only_the_latest_figure_has_a_reading_and_only_where_it_is_printed() -> None:
    """The marks are those of the report, in their order."""
    result = held(seen(2023, 222, 288), seen(2024, 100, 333)).results["rate"]
    assert result.latest is not None
    assert result.reading is not None
    reading = typed_point(result, result.latest, with_reading=True).reading
    assert reading == tuple(Mark(m.label, m.shape, m.tone) for m in result.reading.marks)
    assert reading
    assert typed_point(result, result.points[0], with_reading=True).reading == ()
    assert typed_point(result, result.latest).reading == ()
    assert all(mark.tone == "neutral" for mark in in_one_ink(reading))


def test_where_there_is_no_figure_there_is_its_symbol() -> None:
    """Nothing stands for zero."""
    result = held(seen(2024, None, None, value=None, symbol="c")).results["rate"]
    typed = typed_point(result, result.points[0])
    assert (typed.value, typed.symbol) == (None, "c")


def test_a_benchmark_names_its_comparator() -> None:
    """It has a figure and counts of its own."""
    rows = (seen(2024, 225, 333), seen(2024, 50, 100, area="ZZ0000099"))
    result = held(*rows).results["rate"]
    comparison = result.comparisons[0]
    typed = typed_benchmark(result, comparison.comparator, comparison.latest)
    assert (typed.comparator, typed.period) == ("country", YEAR)
    assert typed.value == comparison.latest.value


def test_a_change_of_percentages_is_in_points() -> None:
    """It has the later period; a single figure has no change."""
    result = held(seen(2023, 10, 40), seen(2024, 30, 40)).results["rate"]
    typed = typed_change(result)
    assert typed is not None
    assert (typed.kind, typed.value, typed.unit, typed.period) == ("change", 50.0, "points", YEAR)
    assert typed_change(held(seen(2024, 30, 40)).results["rate"]) is None


def test_a_typed_figure_of_a_plug_in_is_checked_like_any_part() -> None:
    """Its period, its number and its marks are of the types that the model says."""

    def problem(typed: object) -> str | None:
        cell = Cell("5", typed=typed)  # type: ignore[arg-type]  # wrong on purpose
        return section_problem(Section("a", "A", (Table("t", ("c",), ((cell,),)),)))

    good = TypedFigure("rate", 5.0, "percent", period=Month(year=2025, month=1))
    assert problem(good) is None
    assert problem("5") == "a str in the typed of a Cell"
    bad = TypedFigure("rate", "5", "percent")  # type: ignore[arg-type]  # wrong on purpose
    assert problem(bad) == "a str in the value of a TypedFigure"
    timeless = TypedFigure("rate", 5.0, "percent", period="2025")  # type: ignore[arg-type]  # wrong on purpose
    assert problem(timeless) == "a str in the period of a TypedFigure"
    assert section_problem(Section("a", "A", (Bullets((Sentence("a"),)),))) is None
