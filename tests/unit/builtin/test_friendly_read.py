"""The strategy for children and young people, and the plan on a page."""

from datetime import date

import attrs

from sendframe import make_reports
from sendframe.model import (
    AcceptedException,
    Action,
    ActionRegister,
    Approval,
    Body,
    Commitment,
    Consultation,
    CoProduction,
    Day,
    DueChange,
    Finding,
    FrozenMap,
    Governance,
    Month,
    Outcome,
    Portfolio,
    Publication,
    Review,
    Source,
    Text,
    Variant,
)
from sendframe.plugins import Catalogue
from sendframe.reports import Columns, ReportModel
from tests.unit.conftest import AREA, rate, small, text
from tests.unit.reports.small_report import plan, priority, report
from tests.unit.reports.walking import parts, said

CATALOGUE = Catalogue.discover(third_party=False)


def made(portfolio: Portfolio, profile: str) -> ReportModel:
    """Return a report of an example."""
    (report_,) = make_reports(portfolio, [profile], catalogue=CATALOGUE)
    return report_.model


def words_of(portfolio: Portfolio, *kinds: str, **profile: object) -> str:
    """Return all that sections of some kinds say."""
    return said(report(portfolio, *kinds, **profile).sections)


def friendly(words: str, plain: str) -> Text:
    """Return a text with friendly words that nobody checked."""
    return text(words).changed(variants=FrozenMap({"friendly": Variant(text=plain)}))


def test_each_priority_of_the_strategy_begins_a_page(wyeford: Portfolio) -> None:
    """Those of the plans below it are left out; shape and word carry each state."""
    model = made(wyeford, "strategy-friendly")
    (priorities,) = (part for part in model.sections if part.id == "priorities")
    assert [part.starts_page for part in priorities.sections] == [True, True, True]
    assert {part.tone for part in parts(model) if hasattr(part, "tone")} == {"neutral"}


def test_herefordshire_has_its_own_words_and_nothing_added(herefordshire: Portfolio) -> None:
    """Every priority word for word; no mark of unchecked words, since there are no others."""
    model = made(herefordshire, "strategy-friendly")
    words = said(model)
    (strategy,) = (item for item in herefordshire.documents if type(item).__name__ == "Strategy")
    for item in strategy.priorities:
        assert str(item.statement) in words
    assert "◇" not in words
    assert "These are the words of the plan itself. The headings are ours." in words
    assert model.draft == ()


def test_words_that_were_not_checked_have_a_mark_and_make_a_draft() -> None:
    """Friendly words without a check, and standard words where others have friendly ones."""
    vision = friendly("To thrive.", "You do well.")
    portfolio = small(rate(), documents=(plan(vision=vision, introduction=text("We wrote.")),))
    model = report(portfolio, "vision", variant="friendly", public=True)
    assert "You do well. ◇" in said(model)
    assert "We wrote. ◇" in said(model)
    assert model.draft == ("2 texts were not checked with the readers (◇)",)


def test_a_vision_stands_in_other_languages_too() -> None:
    """After the words of the profile; a plan without a vision has none."""
    polish = FrozenMap({"polish": Variant(text="Dobrze.", language="pl")})
    portfolio = small(rate(), documents=(plan(vision=text("Well.").changed(variants=polish)),))
    assert words_of(portfolio, "vision").endswith("Well.\nDobrze.")
    assert words_of(small(rate(), documents=(plan(),)), "vision") == ""


def register(*actions: Action) -> ActionRegister:
    """Return a register of actions."""
    return ActionRegister(id="actions", title=text("Actions"), actions=actions)


def test_a_commitment_without_action_and_an_action_nobody_leads_say_so() -> None:
    """Why nothing is done yet is told while an exception holds, and not after it."""
    commitments = (
        Commitment(id="done", statement=text("We help."), actions=("a", "gone")),
        Commitment(id="idle", statement=text("We wait.")),
    )
    accepted = AcceptedException(
        id="for-now", code="SFR503", about="idle", owner_role="lead", reason=text("The forum decides."),
        expires_on=date(2026, 1, 31),
    )  # fmt: skip
    action = Action(id="a", title=text("Open a club"), due=Month(year=2026, month=5))
    portfolio = small(
        rate(),
        documents=(
            plan(priorities=(priority(title=text("Help"), commitments=commitments),)),
            register(action),
        ),
        accepted_exceptions=(accepted,),
    )
    words = words_of(portfolio, "priority-pages")
    assert "Open a club.\nBy May 2026. Nobody is in charge of this." in words
    assert "The forum decides.\nNo action yet." in words
    ended = accepted.changed(expires_on=date(2026, 1, 30))
    later = attrs.evolve(
        portfolio, manifest=portfolio.manifest.changed(accepted_exceptions=(ended,))
    )
    assert "The forum decides." not in words_of(later, "priority-pages")


def test_long_priorities_stand_under_their_numbers() -> None:
    """All of them, so that headings are alike; short ones are headings."""
    short, long = text("Help."), text("To help. " * 12)
    both = (priority(statement=short), priority(id="b", order=2, statement=long))
    words = words_of(small(rate(), documents=(plan(priorities=both),)), "priority-pages")
    assert "Priority 1" in words
    assert "Priority 2" in words
    alone = words_of(small(rate(), documents=(plan(priorities=both[:1]),)), "priority-pages")
    assert "1. Help." in alone
    assert words_of(small(rate(), documents=(plan(),)), "priority-pages") == ""


def test_how_we_work_says_what_it_is_asked_for() -> None:
    """How a plan was made, how it is watched, who agreed and who checks; nothing for nothing."""
    one = plan(
        monitoring_approach=text("We look twice."),
        co_production=(
            CoProduction(level="co-produced", statement=text("Made with you.")),
            CoProduction(level="told"),
        ),
        consultations=(
            Consultation(id="c", responses=1362, what_changed=text("Waits came in.")),
            Consultation(id="d", what_changed=text("More words.")),
            Consultation(id="e"),
        ),
        approvals=(
            Approval(body="board", on=Day(on=date(2026, 1, 5))),
            Approval(body="board"),
            Approval(body="unknown"),
        ),
    )
    bodies = (
        Body(id="board", name="The board", kind="board", purpose=text("It checks."), chair="Chair",
             chair_is_independent=True),
        Body(id="panel", name="The panel", kind="board", purpose=text("It asks.")),
        Body(id="silent", name="Silent", kind="board"),
    )  # fmt: skip
    governance = Governance(id="g", title=text("G"), area=AREA, bodies=bodies)
    portfolio = small(rate(), documents=(one, governance))
    words = words_of(portfolio, "how-we-work")
    assert "We look twice." in words
    assert "1,362 people answered. Waits came in." in words
    chosen = {"checks": True, "approved": True, "works": False, "made": False}
    options = FrozenMap({"how-we-work": FrozenMap(chosen)})
    other = attrs.evolve(portfolio, manifest=portfolio.manifest.changed(options=options))
    words = words_of(other, "how-we-work")
    assert "It checks.\nThe board:\nChair: Chair (independent)." in words
    assert "It asks.\nThe panel:" in words
    assert "The board on 5 January 2026.\nAgreed by:" in words
    assert "We look twice." not in words
    assert words_of(small(rate(), documents=(plan(),)), "how-we-work") == ""


def test_other_ways_to_read_it_are_listed() -> None:
    """With whom a form was made, and its address; a form without a title has that of its kind."""
    one = plan(
        publications=(
            Publication(
                id="v", kind="easy-video", made_with=("a forum",), link="https://a.example"
            ),
            Publication(id="w", kind="full", title=text("All of it")),
        ),
        related_documents=(Source(title="Local offer"),),
    )
    words = words_of(small(rate(), documents=(one,)), "publications")
    assert "Easy video.\nMade with a forum. https://a.example\nAll of it.\nLocal offer." in words
    assert words_of(small(rate(), documents=(plan(),)), "publications") == ""


def test_the_plan_on_a_page_lies_flat(wyeford: Portfolio) -> None:
    """One strategy, a column for each priority, eight dates, and three findings."""
    model = made(wyeford, "plan-on-a-page")
    assert model.page == "landscape"
    by_id = {part.id: part for part in model.sections}
    (columns,) = by_id["priorities"].blocks
    assert isinstance(columns, Columns)
    assert [column.title[:2] for column in columns.columns] == ["1.", "2.", "3."]
    assert len(by_id["when"].blocks[0].columns) == 8
    assert "4 later dates are in the whole plan." in said(by_id["when"])
    assert by_id["work"].beside
    assert "2 more findings are in its report." in said(by_id["findings"])


def test_a_date_that_moved_says_the_first() -> None:
    """Only where it is another; closed actions and those without a date are left out."""
    moved = DueChange(
        due=Month(year=2025, month=6), changed_on=date(2025, 7, 1), reason=text("Late.")
    )
    actions = (
        Action(id="a", title=text("Open"), due=Month(year=2026, month=6), due_history=(moved,)),
        Action(id="b", title=text("Undated")),
    )
    words = words_of(small(rate(), documents=(register(*actions),)), "by-when")
    assert words == "by-when\nJune 2026\nOpen.\nFirst: June 2025.\nno status given"
    assert words_of(small(rate()), "by-when") == ""


def test_findings_stand_with_their_answer() -> None:
    """A finding without an action says so; strengths and empty reviews are left out."""
    review = Review(
        id="r", title=text("R"), area=AREA, kind="inspection", publishable=True,
        findings=(
            Finding(id="f", kind="weakness", statement=text("Slow."), actions=("a",)),
            Finding(id="g", kind="weakness", statement=text("Far.")),
            Finding(id="s", kind="strength", statement=text("Kind.")),
        ),
    )  # fmt: skip
    action = Action(id="a", title=text("Open"))
    portfolio = small(rate(), documents=(review, register(action)))
    words = words_of(portfolio, "findings-answered")
    assert "“Far.”\nOur answer: no action is named.\n“Slow.”\nOur answer: Open." in words
    assert "Kind." not in words
    empty = review.changed(findings=())
    assert words_of(small(rate(), documents=(empty,)), "findings-answered") == ""


def test_columns_say_why_what_and_who() -> None:
    """A priority with nothing but a statement is a heading alone."""
    full = priority(
        title=text("Help"),
        why_it_matters=text("Waiting hurts."),
        outcomes=(Outcome(id="o", statement=text("I am well.")),),
        commitments=(Commitment(id="c", statement=text("We help.")),),
    )
    bare = priority(id="bare", order=2)
    portfolio = small(rate(), documents=(plan(priorities=(full, bare)),))
    words = words_of(portfolio, "priority-columns")
    for part in ("Waiting hurts.", "“I am well.”", "What we will do", "No action yet."):
        assert part in words
    assert words.endswith("2. Earlier help.")
    assert words_of(small(rate()), "priority-columns") == ""


def test_words_in_another_language_say_so(wyeford: Portfolio) -> None:
    """Screen readers pronounce them, and each script runs its own way (WCAG 2.2, 3.1.2)."""
    (made_,) = make_reports(wyeford, ["strategy-friendly"], catalogue=CATALOGUE)
    page = made_.files("html")["strategy-friendly.html"].decode()
    assert '<html lang="en-GB" dir="ltr">' in page
    assert '<span lang="pl" dir="ltr">Chcemy' in page
    arabic = attrs.evolve(made_.model, language="ar")
    html = CATALOGUE.renderers["html"].record
    assert b'<html lang="ar" dir="rtl">' in html.render(arabic, None)[0].data


def test_of_public_documents_alone_nothing_is_called_missing() -> None:
    """What a summary does not hold may be written elsewhere: nobody is blamed for it."""
    commitments = (Commitment(id="c", statement=text("We help."), actions=("a",)),
                   Commitment(id="d", statement=text("We listen.")))  # fmt: skip
    one = plan(completeness="summary", priorities=(priority(commitments=commitments),))
    review = Review(
        id="r", title=text("R"), area=AREA, kind="inspection", publishable=True,
        findings=(Finding(id="f", kind="weakness", statement=text("Slow.")),),
    )  # fmt: skip
    portfolio = small(
        rate(), documents=(one, review, register(Action(id="a", title=text("Open a club"))))
    )
    kinds = ("priority-pages", "priority-columns", "findings-answered")
    words = words_of(portfolio, *kinds)
    for blame in ("No action yet", "Nobody is in charge", "no action is named"):
        assert blame not in words
    assert "Our answer: not in the public documents used." in words
    alone = small(rate(), documents=(one,))
    assert "Not in the public documents used." in words_of(alone, "not-going-well")
