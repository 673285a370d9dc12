"""What the sections of a report say, of small made-up portfolios and of the fictional example."""

from collections.abc import Callable
from datetime import date

import pytest

from sendframe.checks import Check
from sendframe.disclosure import POLICIES, apply
from sendframe.errors import Diagnostic, PluginFailure, UnknownName
from sendframe.evaluation import NoCatalogue, Provided, evaluate
from sendframe.model import (
    AcceptedException,
    Action,
    ActionRegister,
    Body,
    CalendarYear,
    Challenge,
    Commitment,
    Consent,
    CoProduction,
    CriteriaSet,
    Criterion,
    Day,
    Document,
    Evidence,
    EvidenceRegister,
    Finding,
    FollowUp,
    FrozenMap,
    Governance,
    LevelTarget,
    Measure,
    Membership,
    Observation,
    PlanPeriod,
    Portfolio,
    Priority,
    Profile,
    ProfileSection,
    Publication,
    Refusal,
    Review,
    RuleChoice,
    Score,
    Source,
    Status,
    Strategy,
    Text,
    Variant,
    Voice,
)
from sendframe.plugins import Catalogue
from sendframe.reports import SECTION_KINDS, ReportModel, Sentence, TrendChart, build
from sendframe.reports._context import figure
from sendframe.scoring import ScoringContext, ScoringRule
from tests.unit.conftest import AREA, rate, seen, small, text
from tests.unit.reports.walking import column, parts, said, section, tables

DAY = date(2026, 1, 31)
CATALOGUE = Catalogue.discover(third_party=False)
BOARD = CATALOGUE.profiles["board"].record
NOTHING = NoCatalogue()


def report(
    portfolio: Portfolio,
    *kinds: str,
    catalogue: NoCatalogue | Catalogue = NOTHING,
    introduction: str | None = None,
    **profile: object,
) -> ReportModel:
    """Return a report with one section of each kind, whose heading is the kind."""
    chosen = tuple(
        ProfileSection(
            id=kind,
            kind=kind,
            title=text(kind),
            introduction=None if introduction is None else text(introduction),
        )
        for kind in kinds
    )
    made = Profile(
        **{
            "id": "board",
            "title": text("report"),
            "audience": "board",
            "sections": chosen,
            **profile,
        }
    )
    evaluation = evaluate(portfolio, portfolio.observations, as_at=DAY, catalogue=catalogue)
    return build(apply(evaluation, portfolio, POLICIES["published-figures"]), made)


def plan(id_: str = "plan", **more: object) -> Strategy:
    """Return a plan."""
    return Strategy(
        **{
            "id": id_,
            "title": text(f"The {id_}"),
            "kind": "strategy",
            "area": AREA,
            "status": "adopted",
            **more,
        }
    )


def priority(**more: object) -> Priority:
    """Return a priority."""
    return Priority(**{"id": "help", "order": 1, "statement": text("Earlier help."), **more})


def of(*documents: Document, **manifest: object) -> Portfolio:
    """Return a portfolio with two figures of a rate and other documents."""
    return small(rate(), seen(2023, 10, 40), seen(2024, 20, 40), documents=documents, **manifest)


def scored_by(
    name: str, score: Callable[[ScoringContext], Score | Refusal], *rows: Observation
) -> ReportModel:
    """Return the exceptions and what was not scored, with one rule of a plug-in."""
    rule = ScoringRule(name, "A rule", "A manual.", score)
    provided = Provided(rule, "plug", "plug-dist", "1.2")
    portfolio = small(rate(), *rows, rules=(RuleChoice(indicator="rate", rule=name),))
    catalogue = NoCatalogue(scoring_rules={name: provided})
    return report(portfolio, "exceptions", "not-scored", "overview", catalogue=catalogue)


# The whole.


def test_an_unknown_kind_of_section_is_refused() -> None:
    """A profile that names a section there is not is refused, with the kinds there are."""
    with pytest.raises(UnknownName, match="kind of section") as told:
        report(of(), "summry")
    assert all(kind in str(told.value) for kind in ("summary", "not-scored"))


def test_every_kind_of_section_can_be_built(wyeford: Portfolio) -> None:
    """The fictional example has something to say under every kind of section."""
    model = report(wyeford, *SECTION_KINDS, catalogue=CATALOGUE)
    assert [each.title for each in model.sections] == list(SECTION_KINDS)
    assert all(each.blocks or each.sections for each in model.sections)


def test_a_section_with_nothing_to_say_is_left_out() -> None:
    """Without figures, plans, criteria, reviews and bodies their sections are not there."""
    kinds = ("overview", "indicators", "strategies", "priorities", "criteria")
    model = report(small(rate()), *kinds, "reviews", "governance", "sources", "summary")
    assert [each.title for each in model.sections] == ["summary"]


def test_a_report_says_whose_it_is_and_how_to_handle_it() -> None:
    """Title, day, notice and handling mark stand on the report itself."""
    model = report(
        of(notice=text("Wyeford does not exist.")), "summary", handling_mark=text("For the board.")
    )
    assert (model.title, model.subtitle) == ("Wyeford: report", "As at 31 January 2026")
    assert (model.notice, model.handling_mark) == ("Wyeford does not exist.", "For the board.")
    assert (model.fictional, model.public) == (True, False)
    bare = report(of(), "summary", public=True)
    assert (bare.notice, bare.handling_mark, bare.public) == ("", "", True)


def test_the_summary_holds_what_is_introduced_and_noted() -> None:
    """The introduction of the section and the note of the portfolio stand in the summary."""
    register = ActionRegister(
        id="actions", title=text("Actions"), actions=(Action(id="a", title=text("Hire")),)
    )
    portfolio = of(plan(priorities=(priority(),)), register, note=text("Made up for tests."))
    lines = said(report(portfolio, "summary", introduction="Read this first.")).splitlines()
    assert "It holds 1 priority, 1 indicator with figures and 1 action." in lines
    assert "Read this first." in lines
    assert lines.index("About this information") < lines.index("Made up for tests.")
    assert "Read this first." not in said(report(portfolio, "summary"))


def test_a_variant_prints_its_wording_where_there_is_one() -> None:
    """The friendly report has the friendly words, and the default words where there are none."""
    friendly = Text(
        default="Timely provision.",
        variants=FrozenMap({"friendly": Variant(text="Help when you need it.")}),
    )
    portfolio = of(
        plan(
            title=friendly,
            priorities=(
                priority(statement=friendly),
                priority(id="two", order=2, statement=text("Shorter waits.")),
            ),
        )
    )
    kinds = ("priorities", "strategies")
    shown = said(report(portfolio, *kinds, variant="friendly"))
    assert "Help when you need it." in shown
    assert "Timely provision." not in shown
    assert "Shorter waits." in shown
    standard = said(report(portfolio, *kinds))
    assert "Help when you need it." not in standard
    assert "Timely provision." in standard


# What is public is not all there is.

KINDS_OF_PARTIAL = ("exceptions", "overview", "priorities", "criteria", "challenges")


@pytest.mark.parametrize(
    ("completeness", "inside", "cell"),
    [
        ("full", "none given", "None given"),
        ("summary", "not in the public documents used", "Not in the public documents used"),
    ],
)
def test_what_no_document_holds_is_named_by_what_the_plan_is(
    completeness: str, inside: str, cell: str
) -> None:
    """Of a summary of what is public nothing is said to be missing; of a full plan it is."""
    criterion = Criterion(id="c", code="1", wording=text("Leaders know."), kind="leadership")
    criteria = CriteriaSet(
        id="set", title=text("Criteria"), publisher="us", version="1", criteria=(criterion,)
    )
    portfolio = of(plan(completeness=completeness, priorities=(priority(),)), criteria)
    model = report(portfolio, *KINDS_OF_PARTIAL, catalogue=CATALOGUE)
    for sentence in (
        f"Commitments, actions and owners: {inside}.",
        f"Judgement: {inside}.",
        f"Challenges raised by people: {inside}.",
        f"Targets, actions and challenges: {inside}.",
    ):
        assert sentence in said(model).splitlines()
    (table,) = tables(section(model, "Criteria"))
    assert column(table, "Judgement") == [cell]
    other = {"None given", "Not in the public documents used"} - {cell}
    assert not any(each.lower() in said(model).lower() for each in other)


@pytest.mark.parametrize(("completeness", "rated"), [("full", True), ("summary", False)])
def test_no_band_is_a_headline_about_an_area_that_did_not_ask(
    completeness: str, rated: bool
) -> None:
    """The overview of a partial portfolio has no ratings, no targets and no note about them."""
    measure = Measure(
        id="m",
        statement=text("More on time"),
        indicators=("rate",),
        target=LevelTarget(level=60.0, due=CalendarYear(year=2026)),
    )
    portfolio = of(plan(completeness=completeness, measures=(measure,)))
    (table,) = tables(report(portfolio, "overview"))
    ratings = ("Statistical reading", "Against the target", "Target")
    assert [name in table.columns for name in ratings] == [rated] * 3
    assert ("Wilson" in table.note) == rated
    assert all(len(row) == len(table.columns) for row in table.rows)


# Figures.


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


def test_where_nothing_was_counted_there_is_no_rate() -> None:
    """0 of 0 is no rate, which is told apart from a figure that is not available."""
    row = seen(2024, 0, 0, symbol="x")
    shown = said(section(report(small(rate(), row), "indicators"), "Plans on time"))
    assert "2024: no rate (x)." in shown
    assert "0 of 0" in shown


def test_a_figure_that_is_not_there_is_called_no_figure() -> None:
    """Where an indicator has no point at all, "no figure" stands in its place."""
    (result,) = evaluate(
        small(rate()), small(rate()).observations, as_at=DAY, catalogue=NOTHING
    ).indicators
    assert figure(result, None) == "no figure"


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
    assert "Not scored: plug-in 'plug' (plug-dist 1.2) failed in near: ValueError." in listed
    assert "The rule 'near' of plug-dist 1.2 failed; nothing else was touched." in listed
    assert "a child's name" not in said(model)


def test_a_plug_in_that_could_not_be_collected_is_told_too() -> None:
    """A plug-in that failed before anything ran is named without a rule."""
    failure = PluginFailure("plug", "plug-dist", "1.2", "import", "ImportError")
    model = report(of(), "not-scored", catalogue=NoCatalogue(failures=(failure,)))
    assert "Not scored: plug-in 'plug' (plug-dist 1.2) failed: ImportError." in said(model)


def test_an_indicator_off_its_target_is_an_exception() -> None:
    """What the rule for targets calls worse stands among the exceptions, with its figure."""
    model = scored_by("target-tolerance", worse, seen(2024, 20, 40))
    (table,) = tables(section(model, "exceptions"))
    assert column(table, "Latest") == ["50.0%"]
    assert column(table, "Against the target") == ["off target"]


def test_a_rule_may_score_an_indicator_without_a_figure() -> None:
    """A plug-in may call what has no figure off its target; no number is made up for it."""
    model = scored_by("target-tolerance", worse, seen(2024, None, None, symbol="x"))
    (table,) = tables(section(model, "exceptions"))
    assert column(table, "Latest") == ["no figure"]


def test_another_rule_makes_no_exception() -> None:
    """Only the rule for targets says that a target is missed."""
    model = scored_by("near", worse, seen(2024, 20, 40))
    assert not tables(section(model, "exceptions"))


def asking(*exceptions: AcceptedException) -> ReportModel:
    """Return the questions of a check that asks one."""

    def run(_: object) -> list[Diagnostic]:
        return [Diagnostic("SFR999", "Is 'rate' what 'nobody' meant?", about="rate")]

    check = Check("SFR999", "A check", "A manual.", run, asks=True)
    catalogue = NoCatalogue(checks={"SFR999": Provided(check, "plug", "plug-dist", "1.2")})
    portfolio = of(accepted_exceptions=exceptions)
    return report(portfolio, "discrepancies", catalogue=catalogue)


def test_a_question_calls_things_by_their_names() -> None:
    """Ids in a question become the names readers know; what has none keeps its id."""
    assert said(asking()).splitlines()[-1] == ("Is 'Plans on time' what 'nobody' meant? [SFR999]")


def test_a_question_that_is_accepted_says_by_whom_and_until_when() -> None:
    """What was accepted for now is still asked, with the reason, the role and the last day."""
    accepted = AcceptedException(
        id="x",
        code="SFR999",
        owner_role="head of service",
        reason=text("It is being looked at"),
        expires_on=DAY,
    )
    assert said(asking(accepted)).splitlines()[-1] == (
        "Is 'Plans on time' what 'nobody' meant? Accepted for now: It is being looked at "
        "(head of service, until 2026-01-31). [SFR999]"
    )
    late = accepted.changed(expires_on=date(2026, 1, 30))
    assert "Accepted for now" not in said(asking(late))


def test_no_question_is_said_to_be_none() -> None:
    """Where no check asks anything, that is said."""
    assert said(report(of(), "discrepancies")).splitlines()[-1] == "It has no question."


# People, bodies and reviews.


def challenge(id_: str = "c", **more: object) -> Challenge:
    """Return a challenge."""
    return Challenge(
        **{
            "id": id_,
            "body": "board",
            "raised_by": "parent carer",
            "raised_on": Day(on=date(2025, 5, 1)),
            "statement": text("Why so long?"),
            **more,
        }
    )


def governance(*challenges: Challenge, **more: object) -> Governance:
    """Return a board with what was asked there."""
    body = Body(id="board", name="Partnership Board", kind="board")
    return Governance(
        **{
            "id": "governance",
            "title": text("Governance"),
            "area": AREA,
            "bodies": (body,),
            "challenges": challenges,
            **more,
        }
    )


def test_a_challenge_without_an_answer_is_not_answered_yet() -> None:
    """It stands with who raised it where, unanswered, and among the exceptions."""
    answered = challenge(
        "d",
        statement=text("Who decides?"),
        answer=text("The panel."),
        answered_on=Day(on=date(2025, 6, 1)),
    )
    model = report(of(governance(challenge(), answered)), "challenges", "exceptions")
    (table,) = tables(section(model, "challenges"))
    assert column(table, "Raised by") == ["parent carer, Partnership Board"] * 2
    assert column(table, "Answer") == ["not answered yet", "The panel."]
    assert column(table, "Answered on") == ["–", "1 June 2025"]
    exceptions = said(section(model, "exceptions"))
    assert "Unanswered challenge: Why so long?" in exceptions
    assert "Who decides?" not in exceptions


def test_a_challenge_of_the_future_was_not_raised_yet() -> None:
    """What is raised after the day of the report is in no section of it."""
    later = challenge(raised_on=Day(on=date(2026, 2, 1)))
    model = report(of(governance(later)), "challenges", "exceptions")
    assert "Why so long?" not in said(model)


def test_bodies_stand_with_chair_and_members() -> None:
    """An independent chair is called so; a sector stands with its roles where it names any."""
    bodies = (
        Body(
            id="a",
            name="Board",
            kind="board",
            purpose=text("Decides."),
            chair="A chair",
            chair_is_independent=True,
            membership=(
                Membership(sector="health", roles=("nurse",)),
                Membership(sector="schools"),
            ),
        ),
        Body(id="b", name="Forum", kind="forum", chair="A parent"),
        Body(id="c", name="Group", kind="forum", chair_is_independent=True),
    )
    (table,) = tables(report(of(governance(bodies=bodies)), "governance"))
    assert column(table, "Chair") == ["A chair (independent)", "A parent", "–"]
    assert column(table, "Members") == ["health: nurse; schools", "–", "–"]
    assert column(table, "What it does") == ["Decides.", "–", "–"]


def voice(consent: Consent | None) -> EvidenceRegister:
    """Return a register with somebody's words about a priority."""
    one = Voice(
        id="spoken",
        who="children-and-young-people",
        words=text("Nobody listened to me."),
        summary=text("A pupil felt unheard."),
        event="Youth forum in Elm Road",
        consent=consent,
        supports=("help",),
    )
    return EvidenceRegister(id="evidence", title=text("Evidence"), voices=(one,))


@pytest.mark.parametrize(
    "consent",
    [
        None,
        Consent(given_by="young person", profiles=("another-report",)),
        Consent(given_by="young person", profiles=("board",), withdrawn_on=DAY),
    ],
)
def test_words_without_consent_stand_nowhere_in_a_report(consent: Consent | None) -> None:
    """Neither the words nor their summary nor the event are in any text; the count is."""
    portfolio = of(plan(priorities=(priority(quotes=("spoken",)),)), voice(consent))
    shown = said(report(portfolio, *SECTION_KINDS, catalogue=CATALOGUE))
    for secret in ("listened", "unheard", "Elm Road"):
        assert secret not in shown
    assert "Evidence: 1 (1 voice)." in shown


def review(**more: object) -> Review:
    """Return a review."""
    return Review(
        **{
            "id": "r",
            "title": text("A review"),
            "area": AREA,
            "kind": "peer-review",
            "published_on": date(2025, 7, 1),
            "publishable": True,
            **more,
        }
    )


def test_a_review_says_only_what_is_known_of_it() -> None:
    """A review of which only the publication is known has no table, no verdict and no note."""
    shown = section(report(of(review()), "reviews"), "A review")
    assert said(shown).splitlines() == ["A review", "Peer review: published 1 July 2025."]


def test_a_review_stands_with_its_words_findings_and_follow_ups() -> None:
    """Days, reviewers, findings with bodies and actions, later looks and the note all stand."""
    findings = (
        Finding(
            id="f1",
            kind="area-for-improvement",
            statement=text("Plans are late."),
            responsible_bodies=("board",),
            actions=("hire", "nowhere"),
        ),
        Finding(
            id="f2", kind="strength", statement=text("Staff care."), responsible_bodies=("board",)
        ),
        Finding(id="f3", kind="strength", statement=text("Schools help.")),
    )
    look = FollowUp(
        id="u", kind="revisit", on=Day(on=date(2025, 12, 1)), verdict=text("Some progress.")
    )
    full = review(
        starts_on=date(2025, 5, 1),
        ends_on=date(2025, 5, 3),
        reviewers=("one area", "another"),
        next_activity=text("A visit in a year."),
        findings=findings,
        follow_ups=(look,),
        note=text("Put in other words."),
    )
    register = ActionRegister(
        id="actions",
        title=text("Actions"),
        actions=(Action(id="hire", title=text("Hire psychologists")),),
    )
    shown = section(report(of(full, governance(), register), "reviews"), "A review")
    lines = said(shown).splitlines()
    assert lines[1] == (
        "Peer review by one area and another: 1 May 2025 to 3 May 2025, published 1 July 2025."
    )
    (quoted,) = [e.text for e in parts(shown) if isinstance(e, Sentence) and e.quoted]
    assert quoted == "A visit in a year."
    (table,) = tables(shown)
    assert column(table, "Kind") == ["area for improvement", "strength", "strength"]
    assert column(table, "Responsible bodies") == ["Partnership Board", "Partnership Board", "–"]
    assert column(table, "Actions") == ["Hire psychologists", "None given", "–"]
    assert "1 December 2025: Some progress." in lines
    assert lines[-2:] == ["About this information", "Put in other words."]


def test_the_newest_review_stands_first() -> None:
    """Reviews stand by their last day, the newest first."""
    reviews = (
        review(id="old", title=text("Old"), published_on=None, ends_on=date(2024, 1, 2)),
        review(id="new", title=text("New"), published_on=None, ends_on=date(2025, 1, 2)),
    )
    (found,) = report(of(*reviews), "reviews").sections
    assert [each.title for each in found.sections] == ["New", "Old"]


def test_public_reports_hold_no_review_that_is_not_publishable() -> None:
    """A review that may not be published stands in the internal report only."""
    portfolio = of(review(publishable=False))
    assert report(portfolio, "reviews", public=True).sections == ()
    assert len(report(portfolio, "reviews").sections) == 1


# Plans, priorities and sources.


def test_a_plan_that_was_extended_says_until_when() -> None:
    """The period stands as it was, and behind it when the plan now ends."""
    period = PlanPeriod(starts=CalendarYear(year=2023), ends=CalendarYear(year=2025))
    extended = plan(period=period, extended_to=CalendarYear(year=2026), status="extended")
    lines = said(report(of(extended), "strategies")).splitlines()
    assert "The plan: 2023 to 2025; status: extended." in lines
    assert "Extended to 2026." in lines
    bare = said(report(of(plan()), "strategies"))
    assert "The plan: no period given; status: adopted." in bare
    assert "Extended" not in bare


def test_one_plan_is_the_section_and_two_stand_below_it() -> None:
    """A single plan needs no heading of its own; of two each has one."""
    (one,) = report(of(plan()), "strategies").sections
    assert (len(one.blocks), one.sections) == (1, ())
    (two,) = report(of(plan(), plan("reform")), "strategies").sections
    assert two.blocks == ()
    assert [each.title for each in two.sections] == ["The plan", "The reform"]


def test_how_people_took_part_and_where_a_plan_is_published() -> None:
    """An account is printed, quoted where verbatim; else the level with whom; else nothing."""
    made = plan(
        vision=Text(default="All belong.", wording="verbatim"),
        note=text("Two annexes were not public."),
        co_production=(
            CoProduction(level="co-designed", with_whom=("parents", "pupils")),
            CoProduction(
                level="consulted", statement=Text(default="We were asked.", wording="verbatim")
            ),
            CoProduction(level="told"),
        ),
        publications=(
            Publication(id="p1", kind="full", title=text("The strategy"), format="pdf"),
            Publication(id="p2", kind="video", audience="young-people"),
        ),
    )
    model = report(of(made), "strategies")
    sentences = {each.text: each.quoted for each in parts(model) if isinstance(each, Sentence)}
    assert sentences["Co-designed with parents and pupils."] is False
    assert sentences["We were asked."] is True
    assert sentences["All belong."] is True
    assert "told" not in said(model).lower()
    (table,) = tables(model)
    assert column(table, "Publication") == ["The strategy", "video"]
    assert column(table, "For") == ["–", "young-people"]
    assert "Two annexes were not public." in sentences


def test_a_status_no_scale_knows_is_shown_as_it_is_given() -> None:
    """Without a scale the value of a status stands as it is; without a status that is said."""
    action = Action(
        id="hire", title=text("Hire"), delivery=Status(value="on-course", on=date(2025, 1, 1))
    )
    register = ActionRegister(id="actions", title=text("Actions"), actions=(action,))
    commitments = (
        Commitment(id="w1", statement=text("We will hire."), actions=("hire",)),
        Commitment(id="w2", statement=text("We will train.")),
    )
    shown = report(
        of(plan(priorities=(priority(commitments=commitments),)), register), "priorities"
    )
    promised, done = tables(shown)
    assert column(promised, "Actions") == ["Hire", "no action"]
    assert column(done, "Delivery") == ["on-course"]
    assert column(done, "Impact") == ["no status given"]
    assert (column(done, "Led by"), column(done, "Due")) == (["no owner"], ["no date"])


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (None, "Evidence: 1 (1 case study)."),
        (Day(on=date(2025, 3, 1)), "Evidence: 1 (1 case study), the newest of 1 March 2025."),
    ],
)
def test_evidence_without_a_day_has_no_newest(on: Day | None, words: str) -> None:
    """How new the newest piece is stands there only where a piece has a day."""
    evidence = Evidence(id="e", kind="case-study", title=text("A case"), on=on, supports=("help",))
    register = EvidenceRegister(id="register", title=text("Evidence"), evidence=(evidence,))
    portfolio = of(plan(priorities=(priority(),)), register)
    assert words in said(report(portfolio, "priorities")).splitlines()


def test_a_long_priority_is_cut_at_a_word_for_its_heading() -> None:
    """The heading of a long priority ends in an ellipsis; its own words stand in full below."""
    long = "Children get the help they need, " * 5
    model = report(of(plan(priorities=(priority(statement=text(long)),))), "priorities")
    (found,) = model.sections[0].sections
    assert found.title.startswith("Priority 1: Children get")
    assert found.title.endswith(" the help …")
    assert len(found.title) < 110 < len(long)
    assert long in said(found)


def test_sources_are_those_that_were_used() -> None:
    """Only releases that a figure was taken from stand there; documents stand once each."""
    source = Source(title="A paper", publisher="Office", licence="OGL")
    both = report(of(plan(sources=(source,)), plan("reform", sources=(source,))), "sources")
    releases, documents = tables(both)
    assert column(releases, "Release") == ["First"]
    assert column(documents, "Document") == ["A paper"]
    (only,) = tables(report(small(rate(), documents=(plan(sources=(source,)),)), "sources"))
    assert column(only, "Document") == ["A paper"]
    (figures,) = tables(report(of(), "sources"))
    assert column(figures, "Published") == ["1 January 2025"]


def test_the_method_names_policy_programs_and_files(herefordshire: Portfolio) -> None:
    """Documents made in Python have no files to name; those of a folder have their hashes."""
    made = report(of(), "method")
    assert "Disclosure policy 'published-figures'" in said(made)
    assert [each.caption for each in tables(made)] == ["Made by"]
    _, files = tables(report(herefordshire, "method"))
    assert "strategy.json" in column(files, "File")
    assert all(len(each) == 64 for each in column(files, "SHA-256"))


def test_the_board_sees_the_fictional_example(wyeford: Portfolio) -> None:
    """The board's own profile gives its sections in its own order, with the fiction marked."""
    evaluation = evaluate(wyeford, wyeford.observations, as_at=DAY, catalogue=CATALOGUE)
    model = build(apply(evaluation, wyeford, POLICIES["published-figures"]), BOARD)
    assert [each.id for each in model.sections] == [each.id for each in BOARD.sections]
    assert model.fictional
    assert (model.profile, model.public) == ("board", False)


def test_a_profile_may_have_its_own_word_for_what_is_unknown() -> None:
    """The wording ``unknown`` of a profile stands wherever no document holds something."""
    review = Review(id="r", title=text("A look"), area=AREA, kind="peer-review")
    made = report(
        small(rate(), documents=(review,)),
        "exceptions",
        "reviews",
        wording=FrozenMap({"unknown": "Nobody said"}),
    )
    assert "Targets, actions and challenges: nobody said." in said(made)
    assert "Peer review." in said(made)
