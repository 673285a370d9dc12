"""What a check is told, and where what it finds stands."""

from datetime import date

import attrs

from sendframe.checks import CheckContext, ValueLocations
from sendframe.errors import Location, Related
from sendframe.figures import figures_of
from sendframe.model import (
    Action,
    ActionRegister,
    CriteriaSet,
    Criterion,
    Day,
    Document,
    FrozenMap,
    Observations,
    Origin,
    Portfolio,
    Priority,
    RatingScale,
    ScaleSet,
    ScaleValue,
    Status,
    Strategy,
)
from tests.unit.conftest import AREA, OTHER, rate, seen, small, text

FIRST = Priority(id="one", order=1, statement=text("Earlier help"))
SECOND = Priority(id="two", order=1, statement=text("Shorter waits"))


def plan(name: str, *priorities: Priority) -> Strategy:
    """Return a plan with priorities."""
    return Strategy(
        id=name,
        title=text("Plan"),
        kind="strategy",
        area=AREA,
        status="adopted",
        priorities=priorities,
    )


def context(*plans: Document) -> CheckContext:
    """Return what a check is told of a portfolio with these plans."""
    return CheckContext(
        check="SFR999",
        portfolio=small(rate(), documents=plans),
        as_at=date(2026, 1, 31),
        indicators={},
        subjects=(),
        source="a check 1.0",
    )


def test_the_priorities_of_all_plans_stand_together() -> None:
    """A check is told the priorities of every plan, plan by plan."""
    assert context(plan("a", FIRST), plan("b", SECOND)).priorities == (FIRST, SECOND)


def test_a_finding_stands_where_its_value_stands() -> None:
    """Document and pointer are those of the value; a value from elsewhere has no place."""
    told = context(plan("a"), plan("b", FIRST, SECOND))
    found = told.diagnostic("Who leads on this", at=SECOND, about="two")
    assert found.location == Location("b.json", "/priorities/1")
    assert (found.code, found.source, found.about) == ("SFR999", "a check 1.0", "two")
    elsewhere = Priority(id="two", order=1, statement=text("Shorter waits"))
    assert told.diagnostic("Who leads on this", at=elsewhere).location == Location()


def test_faulty_figures_are_those_that_count() -> None:
    """Those of every area, period and part; the figures are given, or counted on the day."""
    need = FrozenMap({"need": "autism"})
    wrong = seen(2023, 3, 4, dimensions=need).changed(value=50.0)
    area = small(rate(), seen(2024, 3, 4), wrong, seen(2024, 3, 4, area=OTHER).changed(value=-1.0))
    told = attrs.evolve(context(), portfolio=area)
    found = [
        (each.area, str(each.period), dict(each.dimensions), each.fault, each.origin.entry)
        for each in told.faulty_figures
    ]
    assert found == [
        (AREA, "2023", {"need": "autism"}, "value-against-counts", 2),
        (OTHER, "2024", {}, "impossible", 3),
    ]
    counted = figures_of(area.observations, [rate()], as_at=date(2026, 1, 31))
    assert attrs.evolve(told, counted=counted).faulty_figures == told.faulty_figures
    early = figures_of(area.observations, [rate()], as_at=date(2024, 6, 1))
    assert len(attrs.evolve(told, counted=early).faulty_figures) < 2


def about_rate(portfolio: Portfolio) -> Location:
    """Return where a finding about the indicator stands that names no place."""
    return (
        attrs.evolve(context(), portfolio=portfolio, locations=ValueLocations(portfolio))
        .diagnostic("It fell", about="rate")
        .location
    )


def test_a_finding_about_an_indicator_stands_at_its_definition() -> None:
    """A check need not name the place; whatever else it is about has none."""
    area = small(rate(), seen(2024, 1, 2))
    assert about_rate(area) == Location("indicators.json", "/indicators/0")
    assert context().diagnostic("It fell", about="one").location == Location()


def test_a_finding_about_an_indicator_of_a_plug_in_stands_at_its_latest_figure() -> None:
    """At the row of the table, or the entry of the document, that the area's own figure is in."""
    area = small(rate(), seen(2024, 1, 2), documents=())
    ours = attrs.evolve(area, documents=area.documents[1:], taken_in=())
    assert about_rate(ours) == Location("figures.json", "/observations/0")
    rows = [
        (seen(2024, 1, 2), Origin("t.csv", line=7)),
        (seen(2023, 1, 2), Origin("t.csv", line=8)),
        (seen(2025, 1, 2, area=OTHER), Origin("t.csv", line=9)),
        (seen(2025, 1, 2), Origin()),
    ]
    table = attrs.evolve(ours, observations=Observations.of(rows))
    assert about_rate(table) == Location("t.csv", "", 7)
    brought = attrs.evolve(
        area,
        documents=(area.documents[1], area.documents[0]),
        manifest=area.manifest.changed(documents=("figures.json",), uses=("indicators",)),
        taken_in=("indicators",),
        observations=Observations(),
    )
    assert about_rate(brought) == Location("plug-in:indicators", "/indicators/0")


def test_the_kinds_of_section_are_collected_when_they_are_needed() -> None:
    """They are sorted; nothing is collected for a check that does not ask."""
    asked: list[str] = []

    def kinds() -> tuple[str, ...]:
        asked.append("now")
        return ("method", "kent.plans")

    told = attrs.evolve(context(), section_kinds=kinds)
    assert asked == []
    assert told.section_kinds == told.section_kinds == ("kent.plans", "method")
    assert asked == ["now"]
    assert context().section_kinds == ()


def test_a_finding_may_have_a_place_of_its_own_and_others() -> None:
    """A check may give the place itself, and the other places that belong to what it found."""
    here, there = Location("a.json", "/id"), Related(Location("b.json", "/id"), "it stands here")
    found = context().diagnostic("Twice", at=here, related=(there,))
    assert (found.location, found.related) == (here, (there,))


def test_plans_that_are_over_by_their_status_are_left_out() -> None:
    """A draft counts among the plans of a check; a superseded or expired plan does not."""
    states = ("adopted", "draft", "superseded", "expired")
    plans = [plan(state).changed(status=state) for state in states]
    assert [each.id for each in context(*plans).plans] == ["adopted", "draft"]


def scale(*progress: str | None) -> RatingScale:
    """Return a scale whose values are named for the progress that they stand for."""
    values = tuple(ScaleValue(id=f"v-{each}", name=str(each), progress=each) for each in progress)
    return RatingScale(id=f"scale-{progress[0]}", title=text("Scale"), ordered=False, values=values)


def test_the_delivery_status_says_how_far_an_action_is() -> None:
    """The value is found on any scale of the portfolio; without a status nothing is known."""
    criterion = Criterion(id="q", code="1", wording=text("How early?"), kind="impact")
    documents = (
        ActionRegister(id="bare", title=text("Register")),
        ActionRegister(id="r", title=text("Register"), delivery_scale=scale("complete", None)),
        ScaleSet(id="s", title=text("Scales"), scales=(scale("stopped"),)),
        CriteriaSet(
            id="bare-c", title=text("C"), publisher="P", version="1", criteria=(criterion,)
        ),
        CriteriaSet(
            id="c",
            title=text("Criteria"),
            publisher="P",
            version="1",
            criteria=(criterion,),
            rating_scale=scale("under_way"),
        ),
    )
    told = context(*documents)
    assert set(told.portfolio.scale_values()) == {
        "v-complete",
        "v-None",
        "v-stopped",
        "v-under_way",
    }

    def progress(value: str | None) -> str | None:
        given = Status(value=value, on=Day(on=date(2026, 1, 1))) if value else None
        return told.progress(Action(id="a", title=text("Do"), delivery=given))

    values = ("v-complete", "v-stopped", "v-under_way", "v-None", "elsewhere", None)
    assert [progress(value) for value in values] == [
        "complete",
        "stopped",
        "under_way",
        None,
        None,
        None,
    ]
