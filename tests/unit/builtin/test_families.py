"""The page for families: questions with figures, what to expect, what the forum says, what is bad."""

from datetime import date

import attrs
import pytest

from sendframe import make_reports
from sendframe.model import (
    Entitlement,
    Evidence,
    EvidenceRegister,
    Finding,
    FrozenMap,
    Governance,
    Indicator,
    PartnerView,
    Portfolio,
    ReaderCheck,
    Remedy,
    Review,
    SelfEvaluation,
    Source,
    StatutoryStandard,
    Step,
    Text,
    Variant,
)
from sendframe.plugins import Catalogue
from sendframe.reports import FigureCard, ReportModel
from tests.unit.conftest import AREA, COUNTRY, rate, seen, small, text
from tests.unit.reports.small_report import report
from tests.unit.reports.walking import parts, said

CATALOGUE = Catalogue.discover(third_party=False)
LAW = Source(title="The Regulations", locator="regulation 13")
COMPLAIN = Remedy(kind="complaint", statement=text("Complain."), time_limit=text("12 months."))


@pytest.fixture(scope="module")
def model(wyeford: Portfolio) -> ReportModel:
    """Return the families' page of Wyeford."""
    (made,) = make_reports(wyeford, ["families"], catalogue=CATALOGUE)
    return made.model


def asked(words: str, question: str) -> Text:
    """Return a title with a question of families."""
    checked = ReaderCheck(checked_by="lead", readers="parents", checked_on=date(2026, 1, 14))
    variant = Variant(text=question, checks=(checked,))
    return text(words).changed(variants=FrozenMap({"families": variant}))


def indicator(**fields: object) -> Indicator:
    """Return a rate with a question of families, and a duty in law."""
    standard = StatutoryStandard(statement=text("All."), source=LAW, level=100, duty="final-plan")
    given = {
        "title": asked("On time", "Will it be on time?"),
        "statutory_standard": standard,
        "publisher": "Office",
        "series_status": "published",
    }
    return rate(**{**given, **fields})


def cards(portfolio: Portfolio) -> list[FigureCard]:
    """Return the cards of a page."""
    model = report(portfolio, "question-cards", public=True, audience="families")
    return [part for part in parts(model.sections) if isinstance(part, FigureCard)]


FIGURES = (seen(2023, 104, 172), seen(2024, 131, 196), seen(2024, 480, 1000, area=COUNTRY))


def promised(**fields: object) -> Governance:
    """Return a document with an entitlement."""
    given = {
        "id": "in-time",
        "duty": "final-plan",
        "statement": text("By law, within 20 weeks."),
        "source": LAW,
        "remedies": (COMPLAIN,),
    }
    entitlement = Entitlement(**{**given, **fields})
    return Governance(id="law", title=text("Law"), entitlements=(entitlement,))


def test_a_card_says_figure_counts_before_who_and_what_if_not() -> None:
    """Out of a hundred, with both counts; the entitlement of the duty has the remedy."""
    (card,) = cards(small(indicator(), *FIGURES, documents=(promised(),)))
    assert (card.title, card.figure) == ("Will it be on time?", "67 of 100")
    assert card.beside == "plans on time, 2024"
    words = said(card)
    for part in (
        "131 of 196. Before, 2023: 60 of 100 (104 of 172).",
        "plans issued.\nOut of:",
        "By law, within 20 weeks.\nWhat you can expect:",
        "Complain.\nIf not:\n12 months.",
    ):
        assert part in words


def test_a_figure_in_doubt_says_so_and_is_not_compared(model: ReportModel) -> None:
    """The country's figure of mediations is a tenth of all others: a check doubts it."""
    card = next(
        part
        for part in parts(model)
        if isinstance(part, FigureCard) and part.title.startswith("Does mediation")
    )
    assert "This figure may be wrong: it is to be checked." in said(card)
    assert "In all of Ardenia" not in said(card)


def test_a_figure_that_contradicts_itself_has_no_picture() -> None:
    """What is wrong with it stands on the card."""
    wrong = seen(2024, 66, 110, value=71.0)
    (card,) = cards(small(indicator(), wrong, documents=(promised(),)))
    assert card.chart is None
    assert "contradicts" in said(card) or "counts" in said(card)


def test_a_duty_without_a_remedy_makes_a_draft() -> None:
    """The card says that it is missing."""
    model = report(small(indicator(), *FIGURES), "question-cards", public=True)
    assert model.draft == ("“question-cards”: missing: what you can do if the law is not kept.",)
    assert model.handling_mark == "Draft: not to be published."
    without = promised(remedies=())
    assert report(
        small(indicator(), *FIGURES, documents=(without,)), "question-cards", public=True
    ).draft


def test_a_question_without_a_figure_is_named_and_has_no_card() -> None:
    """Without any figure there is no section; a question nobody wrote is none."""
    assert cards(small(indicator())) == []
    assert cards(small(rate(), *FIGURES)) == []
    late = Text(default="x", variants=FrozenMap({"families": Variant(text="It lags.")}))
    (card,) = cards(small(indicator(caveats=(late, text("Not for families."))), *FIGURES))
    assert "It lags." in said(card)
    assert "Not for families." not in said(card)


def test_a_median_in_weeks_has_its_unit_and_no_picture() -> None:
    """Only shares are out of a hundred."""
    weeks = indicator(
        unit="weeks", unit_text="weeks", factor=None, statutory_standard=None,
        who_is_in_it="all-children", numerator=None, denominator=None, publisher=None,
    )  # fmt: skip
    (card,) = cards(small(weeks, seen(2024, None, None, value=16.0, symbol=None)))
    assert card.figure == "16.0 weeks"
    assert card.chart is None
    assert "all children.\nOut of:" in said(card)


def test_the_page_of_wyeford_has_its_sections_and_is_publishable(model: ReportModel) -> None:
    """Nothing is missing; a question without a figure is named under the heading."""
    assert [section.id for section in model.sections] == [
        "questions", "forum", "not-well", "replies", "next", "help",
    ]  # fmt: skip
    assert model.draft == ()
    assert "No figure that may be shown: “Do families know what happens next?”." in said(model)


def edition(*steps: Step, **fields: object) -> SelfEvaluation:
    """Return an edition of a self-evaluation."""
    given = {
        "id": "sef", "title": text("SEF"), "area": AREA, "edition": "Spring", "criteria_sets": ("c",),
    }  # fmt: skip
    return SelfEvaluation(**{**given, "steps": steps, **fields})


def test_the_forum_is_quoted_first_and_as_it_said_it() -> None:
    """Its dissent is a quotation; the same words are not said twice; the answer follows."""
    views = (
        PartnerView(who="The forum", view="disagrees", statement=text("Too slow.")),
        PartnerView(
            who="The forum", view="agrees", statement=text("Good."), answer=text("Thanks.")
        ),
    )
    step = Step(
        kind="forum-response", by="The forum", dissent=text("Too slow. Too far."), views=views
    )
    words = said(report(small(rate(), documents=(edition(step),)), "forum-view").sections)
    assert words.index("“Too slow. Too far.”") < words.index("“Good.”")
    assert words.count("Too slow.") == 1
    assert "Thanks.\nWhat the partnership answers:" in words


def test_a_forum_that_does_not_disagree_says_so() -> None:
    """With no step there is no section, but for evidence that the forum made."""
    silent = Step(kind="forum-response")
    words = said(report(small(rate(), documents=(edition(silent),)), "forum-view").sections)
    assert "No disagreement is written down.\nThe forum." in words
    assert report(small(rate(), documents=(edition(),)), "forum-view").sections == ()
    item = Evidence(
        id="e", kind="survey", title=text("A survey"), source_body="The Forum", publishable=True
    )
    register = EvidenceRegister(id="r", title=text("R"), evidence=(item,))
    portfolio = small(rate(), documents=(register,))
    area = portfolio.manifest.area.changed(parent_carer_forum="The Forum")
    manifest = portfolio.manifest.changed(area=area)
    with_forum = attrs.evolve(portfolio, manifest=manifest)
    assert "A survey" in said(report(with_forum, "forum-view").sections)


def test_a_forum_that_disagrees_is_never_said_to_agree() -> None:
    """A view says so where no dissent is written; who spoke for it is not named."""
    view = PartnerView(who="The forum", view="disagrees", statement=text("Too slow."))
    step = Step(kind="forum-response", by="Jane Example", views=(view,))
    words = said(report(small(rate(), documents=(edition(step),)), "forum-view").sections)
    assert "It does not agree with all of it.\nThe forum." in words
    assert "Jane" not in words


def test_a_local_promise_stands_beside_the_law() -> None:
    """Neither the law nor its remedy is replaced."""
    own = Entitlement(
        id="own", duty="final-plan", statement=text("We do it in 18 weeks"), source=LAW,
        remedies=(Remedy(kind="complaint", statement=text("Ring us.")),),
    )  # fmt: skip
    local = Governance(id="own-law", title=text("Own"), area=AREA, entitlements=(own,))
    (card,) = cards(small(indicator(), *FIGURES, documents=(local, promised())))
    words = said(card)
    assert words.index("By law, within 20 weeks.") < words.index("We do it in 18 weeks.")
    assert words.index("Complain.") < words.index("Ring us.")


def test_what_is_no_share_is_not_out_of_a_hundred() -> None:
    """A share above the whole, which its indicator allows, keeps its unit and has no picture."""
    above = indicator(may_exceed=True, statutory_standard=None)
    (card,) = cards(small(above, seen(2024, 230, 196)))
    assert card.figure == "117.3%"
    assert card.chart is None


def test_a_list_without_contacts_is_missing() -> None:
    """Nobody to turn to makes a draft, but for a summary of public documents."""
    profile = CATALOGUE.profiles["families"].record
    (help_,) = (section for section in profile.sections if section.id == "help")
    options = FrozenMap({"contacts": help_.options})
    model = report(small(rate(), options=options), "contacts", public=True)
    assert model.draft == ("“contacts”: missing: who can help, with telephone numbers and hours",)


def test_what_is_not_going_well_is_never_left_out() -> None:
    """Where nothing is written down, it says so; findings beyond the cap are counted."""
    words = said(report(small(rate()), "not-going-well").sections)
    assert "Nothing is written down. That is not to say that all goes well." in words
    findings = tuple(
        Finding(id=f"f{number}", kind="weakness", statement=text(f"Weak {number}."))
        for number in range(5)
    )
    review = Review(
        id="review", title=text("A review"), area=AREA, kind="inspection", findings=findings,
        publishable=True,
    )  # fmt: skip
    words = said(report(small(rate(), documents=(review,)), "not-going-well").sections)
    assert "“Weak 2.”" in words
    assert "“Weak 3.”" not in words
    assert "2 more findings are in the reports of the reviews." in words


def test_late_promises_stand_under_what_is_not_going_well(model: ReportModel) -> None:
    """With the mark that they have in every report; kept ones do not."""
    section = next(part for part in model.sections if part.id == "not-well")
    marks = [part.label for part in parts(section) if type(part).__name__ == "Mark"]
    assert set(marks) == {"Late", "Not begun", "We cannot"}


def test_no_role_below_director_level_is_named(model: ReportModel) -> None:
    """A published page does not point at one person."""
    assert "EHC plan team manager" not in said(model)
    assert "head of SEND" not in said(model)
