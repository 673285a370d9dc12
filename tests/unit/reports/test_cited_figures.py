"""The figures that cited evidence names, as they were known at the cut-off."""

from datetime import date

from sendframe.model import (
    CalendarYear,
    ComparabilityBreak,
    CriterionEntry,
    FinancialYear,
    IndicatorSet,
    Measure,
    Month,
    Observation,
    RangeTarget,
    Strategy,
    WordsTarget,
)
from sendframe.reports import (
    BuildContext,
    TrendChart,
    cited_results,
    figure_notes,
    largest_changes,
    trend_until,
)
from sendframe.reports._chart_data import joins_of
from tests.unit.conftest import AREA, COUNTRY, rate, seen, text
from tests.unit.reports.edition_context import about, edition, evidence, figures_of, register
from tests.unit.reports.two_editions import SPRING

ENTRY = CriterionEntry(id="e", criterion="q1", evidence=("figures", "other", "hidden"))


def context_of(
    *figures: Observation, entries: tuple[object, ...] = (ENTRY,), **more: object
) -> BuildContext:
    """Return the context of an edition that cites the rate."""
    items = register(
        figures_of(on=Month(year=2025, month=6)),
        evidence("other", indicators=("none-such",)),
    )
    return about(edition(*entries), items, figures=figures, **more)  # type: ignore[arg-type]  # fields by name


def test_cited_indicators_are_those_of_published_evidence() -> None:
    """In the order of the evidence; those without a result are left out."""
    context = context_of(seen(2024, 30, 40))
    assert [result.indicator for result in cited_results(context, ENTRY)] == ["rate"]
    assert cited_results(context, CriterionEntry(id="x", criterion="q2")) == ()


def test_the_change_is_that_since_the_period_before() -> None:
    """Where there is no edition before."""
    context = context_of(seen(2023, 20, 40), seen(2024, 30, 40))
    (change,) = largest_changes(context, 2)
    assert (str(change.before.period), str(change.now.period), change.size) == ("2023", "2024", 25)
    assert largest_changes(context, 0) == ()


def test_the_change_is_between_what_two_editions_knew() -> None:
    """The release of 1 June came between them; without a newer figure there is no change."""
    figures = (seen(2022, 10, 40), seen(2023, 20, 40), seen(2024, 30, 40, release="r2"))
    items = register(figures_of(on=Month(year=2025, month=6)))
    both = about(
        edition(ENTRY, previous="spring"), items, SPRING.changed(entries=()), figures=figures
    )
    (change,) = largest_changes(both, 2)
    assert (str(change.before.period), str(change.now.period)) == ("2023", "2024")
    nothing_new = about(
        edition(ENTRY, previous="spring"), items, SPRING.changed(entries=()), figures=figures[:2]
    )
    assert largest_changes(nothing_new, 2) == ()


def test_what_may_not_be_compared_is_no_change() -> None:
    """Nor is a count, an equal figure, or a single one; without an edition there is none."""
    other_kind = seen(2024, 30, 40, period=FinancialYear(start_year=2024))
    assert largest_changes(context_of(seen(2022, 20, 40), other_kind), 2) == ()
    assert largest_changes(context_of(seen(2023, 20, 40), seen(2024, 20, 40)), 2) == ()
    assert largest_changes(context_of(seen(2024, 20, 40)), 2) == ()
    assert largest_changes(context_of(), 2) == ()
    count = rate(unit="count", factor=None, unit_text=None)
    figures = (seen(2023, 20, None, value=20.0), seen(2024, 30, None, value=30.0))
    assert largest_changes(context_of(*figures, indicator=count), 2) == ()


def trend(context: BuildContext) -> TrendChart:
    """Return the chart of all figures of the rate."""
    result = context.results["rate"]
    return trend_until(context, result, result.points, "id")


def test_a_chart_has_the_series_and_one_country() -> None:
    """Without a figure of the country in a period its line has a gap."""
    context = context_of(
        seen(2022, 10, 40),
        seen(2023, 20, 40),
        seen(2024, 30, 40),
        seen(2023, 400, 800, area=COUNTRY),
        seen(2024, 500, 800, area=COUNTRY),
    )
    chart = trend(context)
    assert [point.text for point in chart.points] == ["25.0%", "50.0%", "75.0%"]
    (line,) = chart.lines
    assert (line.label, line.role, line.text) == ("Ardenia", "country", "62.5%")
    assert [point.text for point in line.past] == ["no figure", "50.0%", "62.5%"]
    assert chart.description == (
        "Wyeford: 25.0% in 2022, 75.0% (30 of 40) in 2024. Ardenia: 50.0% (2023), 62.5% (2024)."
    )


def test_a_line_leads_only_to_the_next_figure_that_may_be_compared() -> None:
    """Not across a year that is missing, or has a symbol or a fault, nor across a break."""
    faulty = seen(2023, 66, 110, symbol="x").changed(value=71.0, symbol=None)
    for between in ((), (seen(2023, None, None, symbol="x"),), (faulty,)):
        context = context_of(seen(2021, 9, 40), seen(2022, 10, 40), *between, seen(2024, 30, 40))
        (result,) = cited_results(context, ENTRY)
        points = [point for point in result.points if point.sound is not None]
        chart = trend_until(context, result, points, "id")
        assert [point.follows for point in chart.points] == [True, True, False]
        assert not any(point.why_not for point in chart.points)
    new = ComparabilityBreak(first_period=CalendarYear(year=2024), reason=text("Counted anew."))
    joins = joins_of(rate(breaks=(new,)), points)
    assert joins[-1] == (False, "new way of counting")


def test_a_country_is_not_drawn_where_its_figures_came_later() -> None:
    """Its latest figure must be there too."""
    known = Month(year=2025, month=2)
    figures = (
        seen(2023, 20, 40, release="r2"),
        seen(2024, 30, None, release="r2", value=75.0),
        seen(2024, 500, 800, area=COUNTRY, release="r2"),
    )
    early = edition(ENTRY, data_cut_off=date(2025, 5, 31))
    context = about(early, register(figures_of(on=known)), figures=figures)
    chart = trend(context)
    assert chart.lines == ()
    assert chart.description == "Wyeford: 50.0% in 2023, 75.0% in 2024."
    result = context.results["rate"]
    assert figure_notes(context, result, result.points) == ["Printed as in a later release."]
    without = context_of(seen(2024, 30, 40), seen(2023, 500, 800, area=COUNTRY))
    assert trend(without).lines == ()


def aiming(target: RangeTarget | WordsTarget, direction: str) -> TrendChart:
    """Return the chart of a rate whose measure has a target."""
    measure = Measure(id="m", statement=text("On time."), indicators=("rate",), target=target)
    plan = Strategy(
        id="plan",
        title=text("The plan"),
        kind="strategy",
        area=AREA,
        status="adopted",
        measures=(measure,),
    )
    items = register(figures_of())
    figures = (seen(2024, 30, 40),)
    context = about(edition(ENTRY), items, plan, indicator=rate(direction), figures=figures)
    return trend(context)


def test_the_target_is_drawn_as_in_every_chart() -> None:
    """As a line or a band, with its words and its date."""
    target = RangeTarget(low=60.0, high=90.0, due=CalendarYear(year=2026))
    chart = aiming(target, "higher")
    (line,) = chart.lines
    assert (line.label, line.value, line.until) == ("Target: 60% to 90%, by 2026", 60.0, 90.0)
    assert chart.description.endswith("Target: 60% to 90%, by 2026.")


def test_a_target_in_words_is_not_drawn() -> None:
    """It has no level."""
    assert aiming(WordsTarget(statement=text("More.")), "higher").lines == ()


def test_figures_have_their_caveats_and_the_state_of_their_release() -> None:
    """That a day of publication is not recorded is said."""
    context = context_of(
        seen(2024, 30, 40, release=None), indicator=rate(caveats=(text("Read with care."),))
    )
    result = context.results["rate"]
    assert figure_notes(context, result, result.points) == [
        "Read with care.",
        "When it was published is not recorded.",
    ]


def test_figures_to_be_read_together_are_one_change() -> None:
    """The largest of them; the other one is left out, whichever of them names the other."""
    second = rate(id="second", title=text("More plans"))
    figures = (
        seen(2023, 20, 40),
        seen(2024, 30, 40),
        seen(2023, 10, 40, indicator="second"),
        seen(2024, 30, 40, indicator="second"),
    )
    more = IndicatorSet(id="more", title=text("More"), indicators=(second,))
    entry = ENTRY.changed(evidence=("both",))
    items = register(evidence("both", indicators=("rate", "second")))
    for names in ((), ("second",)):
        context = about(
            edition(entry), items, more, indicator=rate(shown_with=names), figures=figures
        )
        titles = [change.result.title for change in largest_changes(context, 2)]
        assert titles == (["More plans"] if names else ["More plans", "Plans on time"])


def test_a_newer_figure_that_was_known_and_is_not_shown_is_named() -> None:
    """One that was published by the cut-off and has no figure; not one that came later."""
    rows = seen(2023, 20, 40), seen(2024, None, None, symbol="x")
    context = context_of(*rows)
    result = context.results["rate"]
    (note,) = figure_notes(context, result, result.points[:1])
    assert note == "The figure for 2024 is not shown (not available). This one is for 2023."
    later = context_of(rows[0], seen(2025, None, None, symbol="x"))
    assert figure_notes(later, later.results["rate"], later.results["rate"].points[:1]) == []
