"""What a report says of figures, ratings, rules that did not score, and plug-ins that failed."""

import re

import attrs
import pytest

from sendframe.disclosure import POLICIES
from sendframe.errors import PluginFailure
from sendframe.evaluation import NoCatalogue
from sendframe.model import (
    CalendarYear,
    ComparabilityBreak,
    ComparatorSet,
    FrozenMap,
    Observation,
    Profile,
    ProfileSection,
    RuleChoice,
    Score,
)
from sendframe.reports import Cell, DotChart, ReportModel, Sentence, TrendChart, build, charts
from sendframe.reports._phrase import figure_text
from sendframe.scoring import ScoringContext
from tests.evaluating import disclosed, evaluate
from tests.unit.conftest import AREA, COUNTRY, rate, seen, small, text
from tests.unit.reports.small_report import (
    CATALOGUE,
    DAY,
    NOTHING,
    aiming,
    of,
    report,
    scored_by,
)
from tests.unit.reports.walking import column, parts, said, section, tables, texts


def part(name: str, count: float) -> Observation:
    """Return one part of the whole, as a count."""
    return Observation(
        indicator="rate",
        area=AREA,
        period=CalendarYear(year=2024),
        value=count,
        dimensions=FrozenMap({"setting": name}),
    )


@pytest.mark.parametrize(("smallest", "note"), [(3.0, "Small numbers are hidden (c)."), (30.0, "")])
def test_a_hidden_part_is_said_to_be_hidden(smallest: float, note: str) -> None:
    """A breakdown with a hidden part says so below the table, and shows no small number."""
    count = rate("neutral", unit="count", unit_text=None, factor=None, decimals=0)
    whole = Observation(
        indicator="rate", area=AREA, period=CalendarYear(year=2024), value=smallest + 50
    )
    parts_ = (part("home", smallest), part("mainstream", 20.0), part("special", 30.0))
    model = report(small(count, whole, *parts_), "indicators")
    (table,) = [each for each in tables(model) if "by setting" in each.caption]
    assert table.note == note
    shown = column(table, "Number")
    hidden = "hidden, so that nobody can be recognised (c)"
    assert shown == ([hidden, hidden, "30"] if note else ["30", "20", "30"])


@pytest.mark.parametrize("denominator", ["all plans", None])
def test_parts_without_a_whole_stand_by_themselves(denominator: str | None) -> None:
    """Shares by kind of need have no figure of the whole; what they are of is still named."""
    indicator = rate("neutral", unit="count", unit_text=None, denominator=denominator)
    parts_ = (part("home", 20.0), part("special", 30.0))
    model = report(small(indicator, *parts_), "indicators", "not-scored")
    assert "No figure for" not in said(section(model, "not-scored"))
    shown = section(model, "Plans on time")
    text_ = said(shown)
    assert "There is no total. The figures of the parts are below." in text_
    assert ("of: all plans" in text_) == (denominator is not None)
    (table,) = tables(model)
    assert column(table, "Number") == ["20.0", "30.0"]


def test_a_series_of_symbols_says_what_they_mean() -> None:
    """Without any figure the newest symbol and its meaning stand there, and no chart."""
    rows = (seen(2023, None, None, symbol="x"), seen(2024, None, None, symbol="x"))
    model = report(small(rate(), *rows), "indicators", "overview", "not-scored")
    shown = section(model, "Plans on time")
    first = next(each for each in parts(shown) if isinstance(each, Sentence))
    assert (first.text, first.facts) == ("2024: not available (x).", ("indicator/rate/2024",))
    assert not [each for each in parts(shown) if isinstance(each, TrendChart)]
    assert "No figure for Plans on time: not scored." in said(section(model, "not-scored"))
    assert [each.title for each in model.sections] == ["indicators", "not-scored"]


def test_figures_of_a_sample_that_bears_nothing_are_not_drawn() -> None:
    """The reason stands with the figure; a line would show a trend that nobody worked out."""
    rows = (seen(2023, 60, 100), seen(2024, 70, 100))
    reason = "Of a sample, and no evidence says of whom (2024): nothing is worked out from it."
    for sampled in (False, True):
        shown = section(report(small(rate(sampled=sampled), *rows), "indicators"), "Plans on time")
        assert (reason in said(shown)) == sampled
        drawn = [each for each in parts(shown) if isinstance(each, TrendChart)]
        assert bool(drawn) != sampled


def test_where_nothing_was_counted_there_is_no_rate() -> None:
    """0 of 0 is no rate, which is told apart from a figure that is not available."""
    row = seen(2024, 0, 0, symbol="x")
    shown = said(section(report(small(rate(), row), "indicators"), "Plans on time"))
    assert "2024: no rate (x)." in shown
    assert "0 of 0" in shown


def test_where_nobody_else_has_a_figure_one_sentence_says_so() -> None:
    """A table of benchmarks stands only where at least one of them has a figure."""
    alone = section(report(small(rate(), seen(2024, 20, 40)), "indicators"), "Plans on time")
    assert "No figure to compare with for 2024: " in said(alone)
    assert not [each for each in tables(alone) if "benchmarks" in each.caption]
    rows = (seen(2024, 20, 40), seen(2024, 10, 40, area=COUNTRY))
    beside = section(report(small(rate(), *rows), "indicators"), "Plans on time")
    assert "No figure to compare with" not in said(beside)
    assert [each for each in tables(beside) if "benchmarks" in each.caption]


def test_a_figure_that_is_not_there_is_called_no_figure() -> None:
    """Where an indicator has no point at all, "no figure" stands in its place."""
    (result,) = evaluate(
        small(rate()), small(rate()).observations, as_at=DAY, catalogue=NOTHING
    ).indicators
    assert figure_text(result, None) == "no figure"


@pytest.mark.parametrize(
    ("tops", "sentence", "cell"),
    [
        ((20, 20), "It did not change from 2023 to 2024.", "0.0 points"),
        ((10, 20), "It rose by 25.0 percentage points from 2023 to 2024.", "+25.0 points"),
        ((20, 10), "It fell by 25.0 percentage points from 2023 to 2024.", "−25.0 points"),
    ],
)
def test_a_change_is_said_in_words_and_with_its_sign(
    tops: tuple[int, int], sentence: str, cell: str
) -> None:
    """A change of nought is said to be none; others have a direction, and a sign in the table."""
    rows = (seen(2023, tops[0], 40), seen(2024, tops[1], 40))
    model = report(small(rate(), *rows), "overview", "indicators")
    assert sentence in said(section(model, "Plans on time"))
    (overview,) = tables(section(model, "overview"))
    assert column(overview, "Change") == [cell]


def test_counts_stand_beside_a_rate_only_where_there_are_any() -> None:
    """A series without counts has no column of counts, and its figures stand alone."""
    bare = seen(2024, None, None, symbol="x").changed(value=50.0, symbol=None)
    for row, headings in (
        (bare, ("Period", "Plans on time")),
        (seen(2024, 20, 40), ("Period", "Plans on time", "Counts")),
    ):
        model = report(small(rate(), row), "indicators", "overview")
        own = next(each for each in tables(model) if each.caption == "Plans on time: Wyeford")
        assert own.columns == headings
        (overview,) = tables(section(model, "overview"))
        beside = " (20 of 40)" if "Counts" in headings else ""
        assert column(overview, "Latest") == [f"50.0%{beside}, 2024"]


def test_a_rule_that_did_not_score_is_told_in_each_place() -> None:
    """Not scored, the reason, and the rule: in the overview, with the indicator, in the list."""
    portfolio = small(
        rate(),
        seen(2024, None, None, symbol="x").changed(value=50.0, symbol=None),
        rules=(RuleChoice(indicator="rate", rule="wilson-comparison"),),
    )
    model = report(portfolio, "overview", "indicators", "not-scored", catalogue=CATALOGUE)
    (overview,) = tables(section(model, "overview"))
    assert column(overview, "Statistical reading") == ["not scored"]
    (rules,) = [
        each for each in tables(section(model, "indicators")) if "what rules" in each.caption
    ]
    assert (column(rules, "Rule"), column(rules, "Result")) == (
        ["wilson-comparison"],
        ["not scored"],
    )
    (listed,) = tables(section(model, "not-scored"))
    assert column(listed, "Why not") == column(rules, "Why")


def test_no_line_leads_across_a_break() -> None:
    """The line of a chart ends where figures may not be compared, and the reason is said."""
    broken = rate(
        breaks=(
            ComparabilityBreak(first_period=CalendarYear(year=2024), reason=text("Recounted.")),
        )
    )
    rows = [seen(year, count, 100) for year, count in ((2022, 50), (2023, 60), (2024, 70))]
    model = report(small(broken, *rows), "indicators")
    (chart,) = [each for each in parts(model) if isinstance(each, TrendChart)]
    assert [each.follows for each in chart.points] == [True, True, False]
    assert "Nothing is compared across the beginning of 2024: Recounted." in said(model)
    whole = attrs.evolve(
        chart, points=tuple(attrs.evolve(each, follows=True) for each in chart.points)
    )
    steps = [re.findall(r'd="([^"]*)"[^>]*stroke-width="3"', charts.svg(c)) for c in (chart, whole)]
    assert [line.count("L") for (line,) in steps] == [1, 2]
    early = report(small(broken, rows[2]), "indicators")
    assert "Nothing is compared" not in said(early)


@pytest.mark.parametrize(("count", "mark"), [(4, " (trial)"), (12, "")])
def test_limits_of_an_xmr_chart_are_drawn(count: int, mark: str) -> None:
    """Mean and limits stand in the chart, with few points as a trial and without any icon."""
    rows = [seen(2013 + at, 40 + at % 2, 100) for at in range(count)]
    portfolio = small(rate(), *rows, rules=(RuleChoice(indicator="rate", rule="xmr-variation"),))
    model = report(portfolio, "indicators", catalogue=CATALOGUE)
    (chart,) = [each for each in parts(model) if isinstance(each, TrendChart)]
    lines = {each.label: each.text for each in chart.lines if each.kind == "limit"}
    low, high = ("37.8%", "43.2%")
    assert lines == {
        f"Upper limit{mark}": high,
        f"Mean{mark}": "40.5%",
        f"Lower limit{mark}": low,
    }
    assert f"Upper limit{mark}: {high}" in chart.description
    picture = charts.svg(chart)
    assert picture.count("stroke-dasharray") == 3


def test_every_rule_that_scored_leaves_nothing_to_tell() -> None:
    """Where all rules scored and every indicator has a figure, that is said."""
    assert said(report(of(), "not-scored")).splitlines()[-1] == (
        "Every rule that was chosen has scored."
    )


# What plug-ins do.


def worse(context: ScoringContext) -> Score:
    """Score every indicator as worse than its target."""
    return context.score(
        band="off",
        label="off target",
        tone="worse",
        statement="It is off its target.",
        formula="1 < 2",
        source="made up",
    )


def failing(context: ScoringContext) -> Score:
    """Fail with words that no report may print."""
    message = f"a child's name in {context.rule}"
    raise ValueError(message)


def test_a_plug_in_that_failed_stands_under_what_was_not_scored() -> None:
    """Which plug-in, of which distribution, in which rule, and how; never its own message."""
    model = scored_by("near", failing, seen(2024, 20, 40))
    listed = said(section(model, "not-scored"))
    assert "Not scored: plug-in 'plug' (plug-dist 1.2) failed in near [" in listed
    assert "]: ValueError. Everything else ran." in listed
    assert "The rule 'near' of plug (plug-dist 1.2) failed; nothing else was touched." in listed
    assert "a child's name" not in said(model)


def test_a_plug_in_that_could_not_be_collected_is_told_too() -> None:
    """A plug-in that failed before anything ran is named without a rule."""
    failure = PluginFailure("plug", "plug-dist", "1.2", "import", "ImportError")
    model = report(of(), "not-scored", catalogue=NoCatalogue(failures=(failure,)))
    assert "Not scored: plug-in 'plug' (plug-dist 1.2) failed: ImportError." in said(model)


def exceptions(model: ReportModel) -> list[list[str]]:
    """Return each row of the table of indicators off their target."""
    return [
        [column(table, name)[row] for name in ("Latest", "Against the target", "Why")]
        for table in tables(section(model, "exceptions"))
        for row in range(len(table.rows))
    ]


def test_an_indicator_off_its_target_is_an_exception() -> None:
    """A missed target stands among the exceptions with its figure, in the words of its rule."""
    row, aim = seen(2024, 20, 40), aiming(60)
    model = scored_by("near", worse, row, kind="target", documents=(aim,))
    assert exceptions(model) == [["50.0%", "off target", "It is off its target."]]
    bare = report(small(rate(), row, documents=(aim,)), "exceptions")
    why = "10.0 percentage points off the target (60% or more)."
    assert exceptions(bare) == [["50.0%", "not reached", why]]


def test_a_missed_target_may_be_near_enough() -> None:
    """What the rule for targets calls better is no exception, though it is not reached."""

    def near(context: ScoringContext) -> Score:
        return worse(context).changed(tone="better")

    row, aim = seen(2024, 20, 40), aiming(51)
    assert not exceptions(scored_by("near", near, row, kind="target", documents=(aim,)))
    assert exceptions(scored_by("near", near, row, documents=(aim,)))


def test_a_missed_target_that_two_facts_speak_of_is_an_exception() -> None:
    """``target-and-travel`` scores by the target, so its word stands with the missed one."""
    choice = RuleChoice(indicator="rate", rule="target-and-travel")
    rows = (seen(2022, 10, 40), seen(2023, 15, 40), seen(2024, 20, 40))
    portfolio = small(rate(), *rows, documents=(aiming(90),), rules=(choice,))
    ((latest, against, _),) = exceptions(report(portfolio, "exceptions", catalogue=CATALOGUE))
    assert (latest, against) == ("50.0%", "off target, no worse")


def test_an_indicator_without_a_figure_misses_no_target() -> None:
    """Whatever a plug-in calls it: there is nothing to compare with the target."""
    missing = seen(2024, None, None, symbol="x")
    assert not exceptions(scored_by("near", worse, missing, kind="target", documents=(aiming(60),)))


@pytest.mark.parametrize(
    ("row", "printed"),
    [
        (
            seen(2024, 66, 110, symbol="x").changed(value=71.0, symbol=None),
            "71.0% (the figure does not agree with its counts)",
        ),
        (
            seen(2024, None, None, symbol="x").changed(value=-60.0, symbol=None),
            "-60.0% (the figure is impossible)",
        ),
        (seen(2024, 166, 110), "150.9% (the figure is impossible)"),
    ],
)
def test_a_figure_that_contradicts_itself_is_marked_wherever_it_is_printed(
    row: Observation, printed: str
) -> None:
    """In each sentence, table and chart; no mark colours it, no line joins it, no dot places it."""
    areas = tuple(f"ZZ000000{number}" for number in range(3, 7))
    others = ComparatorSet(
        id="others", title=text("Others"), kind="custom", areas=areas, method="mean"
    )
    rows = [seen(2023, 50, 100), row]
    rows += [seen(2024, 40 + at, 100, area=code) for at, code in enumerate(areas)]
    rules = tuple(
        RuleChoice(indicator="rate", rule=rule)
        for rule in ("target-tolerance", "direction-of-travel", "xmr-variation")
    )
    portfolio = small(
        rate(), *rows, documents=(aiming(60),), rules=rules, comparator_sets=(others,)
    )
    model = report(portfolio, "overview", "indicators", "exceptions", catalogue=CATALOGUE)
    number = printed.partition(" (")[0]
    places = [each for each in texts(model) if number in each]
    assert len(places) > 3
    assert all(printed in each for each in places)
    marks = [each.mark for each in parts(model) if isinstance(each, Cell) and each.mark]
    assert {(each.label, each.tone) for each in marks} == {("not scored", "neutral")}
    (chart,) = [each for each in parts(model) if isinstance(each, TrendChart)]
    assert [each.follows for each in chart.points] == [True, False]
    assert not [each for each in parts(model) if isinstance(each, DotChart)]
    assert not exceptions(model)


def test_a_target_that_is_reached_is_no_exception() -> None:
    """Whatever a rule makes of it."""
    for kind in ("target", "other"):
        model = scored_by("near", worse, seen(2024, 20, 40), kind=kind, documents=(aiming(40),))
        assert not exceptions(model)


def test_every_report_tells_of_a_failure_whether_or_not_it_has_a_section_for_it() -> None:
    """What plug-ins failed to do, and what is missing of them, stands under its own heading."""
    failure = PluginFailure("plug", "plug-dist", "1.2", "import", "ImportError")
    known = NoCatalogue(failures=(failure,))
    portfolio = attrs.evolve(of(), missing=("The document 'kent.a': nothing brings it.",))
    model = report(portfolio, "indicators", catalogue=known)
    assert [each.title for each in model.sections][-1] == "Not scored"
    told = said(model.sections[-1])
    assert "plug-in 'plug' (plug-dist 1.2) failed: ImportError. Everything else ran." in told
    assert "Not here: the document 'kent.a': nothing brings it." in told
    with_section = report(portfolio, "not-scored", catalogue=known)
    assert [each.title for each in with_section.sections] == ["not-scored"]


def test_the_added_section_has_an_id_of_its_own() -> None:
    """A profile may call one of its sections like it."""
    known = NoCatalogue(failures=(PluginFailure("p", "d", "1", "import", "E"),))
    section_ = ProfileSection(id="not-scored", kind="sources", title=text("Sources"))
    profile = Profile(id="board", title=text("r"), audience="board", sections=(section_,))
    area = small(rate(), seen(2024, 1, 4))
    published = POLICIES["published-figures"]
    model = build(disclosed(area, published, as_at=DAY, catalogue=known), profile)
    assert [each.id for each in model.sections] == ["not-scored", "not-scored-again"]


def test_a_report_names_where_its_profile_comes_from() -> None:
    """Kind of report, plug-in, distribution and version stand in the section on method."""
    area = small(rate())
    section_ = ProfileSection(id="method", kind="method", title=text("Method"))
    profile = Profile(id="kent.r", title=text("r"), audience="board", sections=(section_,))
    shown = disclosed(area, POLICIES["published-figures"], as_at=DAY, catalogue=NOTHING)
    model = build(shown, profile, "kent (sendframe-kent 1.0)")
    assert "Kind of report: 'kent.r' of kent (sendframe-kent 1.0)." in said(model)
    assert model.made_by == "kent (sendframe-kent 1.0)"
