"""What the record prints of editions before the newest."""

from datetime import date

from sendframe.builtin import section_earlier_editions
from sendframe.model import CriterionEntry, PartnerView, SelfEvaluation, Step
from tests.unit.builtin.board_sections import built, some, words
from tests.unit.conftest import text
from tests.unit.reports.edition_context import build_context
from tests.unit.reports.two_editions import ACTIONS, AUTUMN, BOARD, CRITERIA, EVIDENCE, SPRING

WINTER = AUTUMN.changed(
    id="winter", data_cut_off=date(2026, 1, 15), entries=(), previous="autumn", steps=()
)


def printed(*editions: SelfEvaluation, public: bool = False) -> str:
    """Return what is said of the editions before the last one."""
    documents = (*editions, CRITERIA, EVIDENCE, ACTIONS, BOARD)
    return words(built(section_earlier_editions, build_context(*documents, public=public)))


def test_the_newest_edition_is_not_an_earlier_one() -> None:
    """A single edition makes no section, nor does an earlier one that says nothing."""
    assert printed(AUTUMN) == ""
    nothing = SPRING.changed(contributors=(), entries=())
    assert printed(nothing, AUTUMN) == ""


def test_an_earlier_edition_says_what_it_said() -> None:
    """Each edition and each question has a heading; the newest of them comes first."""
    documents = (SPRING, AUTUMN, WINTER, CRITERIA, EVIDENCE, ACTIONS, BOARD)
    section = some(built(section_earlier_editions, build_context(*documents, public=False)))
    autumn, spring = section.sections
    assert (autumn.title, spring.title) == ("Self-evaluation", "Self-evaluation, spring 2025")
    assert [part.title for part in autumn.sections] == ["Do we listen?", "Do we help?"]
    about = words(autumn.blocks)
    assert "Took part: health and schools." in about
    assert "Drafted: partnership group. 1 November 2025." in about
    assert "Not agreed: It is too kind." in about
    said = words(autumn.sections[0])
    assert "Judged: More calls." in said
    for line in (
        "Judged by: partnership, moderated by a neighbour.",
        "Why it was changed: The team began.",
        "Working well: We call more often.",
        "Changing: A team of callers.",
        "To be developed: Late calls.",
        "The difference: Families know.",
        "Answered to “Survey”: We accept this.",
        "Promised: We said we would call. Half done.",
        "Promised: We said we would move.",
        "Why not: There is no money.",
    ):
        assert line in said


def test_a_published_report_names_no_role_and_no_hidden_evidence() -> None:
    """The answer to complaints that are not publishable is left out with them."""
    private = printed(AUTUMN, WINTER)
    published = printed(AUTUMN, WINTER, public=True)
    for line in ("These are old.", "partnership group", "moderated by"):
        assert line in private
        assert line not in published
    assert "Answered to “what parent carers said”: We are sorry." in published


def test_views_of_partners_stand_with_their_answers() -> None:
    """A view without words says nothing that the board does not see elsewhere."""
    views = (
        PartnerView(who="forum", view="partly", statement=text("Slow."), answer=text("Agreed.")),
        PartnerView(who="health", view="agrees"),
    )
    first, _ = AUTUMN.entries
    assert first.judgement is not None
    entries = (
        first.changed(judgement=first.judgement.changed(views=views)),
        CriterionEntry(id="a2", criterion="q2", wanted=(text("Time."),)),
    )
    older = AUTUMN.changed(
        entries=entries,
        summary=text("Better."),
        next_steps=(text("Visit."),),
        steps=(Step(kind="sent-round", by="clerk"),),
    )
    said = printed(older, WINTER)
    assert "forum: Slow. Partly." in said
    assert "The answer: Agreed." in said
    assert "health: " not in said
    assert "Better." in said
    assert "Sent round: clerk." in said
    assert "To come next: Visit." in said
    assert "Wanted: Time." in said
