"""The first page of a self-evaluation update: judgements, changes, steps."""

from datetime import date

import pytest

from sendframe.builtin import section_sef_changes, section_sef_ladder, section_sef_steps
from sendframe.model import (
    CriterionEntry,
    Day,
    Month,
    PartnerView,
    Promise,
    Step,
    Term,
)
from sendframe.plugins import Columns, FigureCard, Section, SectionKind, Table
from sendframe.reports import BuildContext
from tests.unit.builtin.section_text import built, lines, parts
from tests.unit.conftest import rate, seen, text
from tests.unit.reports.edition_context import (
    about,
    build_context,
    edition,
    evidence,
    figures_of,
    register,
)
from tests.unit.reports.two_editions import AUTUMN, CRITERIA, SPRING, judgement

(LADDER,) = section_sef_ladder.sections()
(CHANGES,) = section_sef_changes.sections()
(STEPS,) = section_sef_steps.sections()
ENTRY = CriterionEntry(id="e", criterion="q1", judgement=judgement("j", "low"), evidence=("a", "b"))


def table(context: BuildContext) -> Table:
    """Return the table of judgements."""
    (found,) = (part for part in parts(built(context, LADDER)) if isinstance(part, Table))
    return found


def doubts(context: BuildContext) -> list[str]:
    """Return what stands beside the first judgement."""
    cell = table(context).rows[0][-1]
    return [cell.text, *(line.text for line in cell.more)]


@pytest.mark.parametrize("kind", [LADDER, CHANGES, STEPS])
def test_without_a_self_evaluation_there_is_no_section(kind: SectionKind) -> None:
    """Nor are there promises, steps or judgements."""
    assert built(build_context(CRITERIA), kind) is None


def test_without_a_judgement_there_is_no_ladder() -> None:
    """An edition may answer its questions and judge none."""
    assert built(about(edition(CriterionEntry(id="e", criterion="q1"))), LADDER) is None


def test_a_row_has_the_judgement_now_and_before() -> None:
    """In words and on the ladder, with a link to what is said of it."""
    rows = table(about(AUTUMN, SPRING)).rows
    first, second = rows
    assert first[0].text == "1. Do we listen?"
    assert first[0].link is not None
    assert first[0].link.anchor == "sef-criteria-q1"
    unanswered = table(about(edition(ENTRY))).rows[1]
    assert unanswered[0].link is None
    assert [first[1].text, second[1].text] == ["Low → High", "Low"]
    assert first[1].chart is not None
    assert first[1].facts != ()


def test_a_question_may_be_new_or_stay_as_it_was() -> None:
    """Without an edition before, nothing is new."""
    stays = edition(ENTRY, previous="spring")
    rows = table(about(stays, SPRING)).rows
    assert [row[1].text for row in rows] == ["Low, as before", "Not judged; new in this edition"]
    assert table(about(edition(ENTRY))).rows[1][1].text == "Not judged"


def test_without_a_ladder_the_judgement_is_a_mark() -> None:
    """The scale has no order; nothing is judged of the other question."""
    scale = CRITERIA.rating_scale
    assert scale is not None
    unordered = CRITERIA.changed(rating_scale=scale.changed(ordered=False))
    context = build_context(edition(ENTRY), unordered, kinds=("sef-ladder",))
    first, second = table(context).rows
    assert first[0].link is None
    assert first[1].mark is not None
    assert (first[1].text, first[1].mark.label, first[1].chart) == ("", "Low", None)
    assert (second[1].text, second[1].mark) == ("Not judged", None)
    before = build_context(AUTUMN, SPRING, unordered)
    assert table(before).rows[0][1].text == "Low → High"


def test_dissent_stands_beside_the_judgement() -> None:
    """With evidence against it and what it lacks; who dissents is not named twice."""
    against = PartnerView(who="Partnership Board", criterion="q1", view="disagrees")
    other = PartnerView(who="The forum", criterion="q1", view="partly", statement=text("Slow."))
    calm = PartnerView(who="The council", criterion="q1", view="agrees")
    steps = (
        Step(kind="response", body="board", dissent=text("Too kind."), views=(against,)),
        Step(kind="response", views=(other, calm)),
    )
    items = register(evidence("a", "against"), evidence("b", "against", publishable=False))
    made = edition(ENTRY, steps=steps)
    assert doubts(about(made, items)) == [
        "Partnership Board disagrees: “Too kind.”",
        "The forum agrees in part.",
        "2 pieces of evidence speak against it: not answered.",
        "No reason is given.",
    ]
    alone = doubts(about(made, register(evidence("a", "against")), kinds=("sef-ladder",)))
    assert alone[1:3] == [
        "The forum agrees in part: “Slow.”",
        "Paper a speaks against it: not answered.",
    ]


def test_a_dissent_may_be_of_nobody_that_is_named() -> None:
    """It is printed all the same."""
    view = PartnerView(who="The forum", criterion="q1", view="disagrees")
    step = Step(kind="response", dissent=text("No."), views=(view,))
    assert doubts(about(edition(ENTRY, steps=(step,))))[0] == "A partner disagrees: “No.”"


@pytest.mark.parametrize(
    ("against", "answered", "words"),
    [
        (1, 0, "1 piece of evidence speaks against it: not answered."),
        (1, 1, "1 piece of evidence speaks against it: answered."),
        (3, 1, "3 pieces of evidence speak against it: 1 answered."),
    ],
)
def test_evidence_against_it_is_counted(against: int, answered: int, words: str) -> None:
    """With what is said to it."""
    assert section_sef_ladder.against_text(against, answered) == words


def test_without_doubts_there_is_no_column_for_them() -> None:
    """Empty means absent."""
    sure = ENTRY.changed(judgement=judgement("j", "low", reason=text("Because.")))
    assert len(table(about(edition(sure))).columns) == 2


def test_the_summary_leads_and_dates_are_said_once() -> None:
    """Who judged and who checked holds for all, or names its questions."""
    published = Step(kind="published", on=Day(on=date(2026, 1, 19)))
    checked = ENTRY.changed(judgement=judgement("j", "low", moderated_by="a neighbour"))
    second = CriterionEntry(id="f", criterion="q2", judgement=judgement("k", "low", by="head"))
    made = edition(
        checked, second, steps=(published,), summary=text("Much is better."), previous="spring"
    )
    said = lines(built(about(made, SPRING), LADDER))
    assert "Much is better." in said
    assert (
        "Figures as known on 31 October 2025; published on 19 January 2026. “Since then” holds "
        "what is newer."
    ) in said
    assert "Hollow: spring 2025. Filled: autumn 2025." in said
    assert said[-4:] == [
        "Judged by partnership on 4 November 2025: question 1.",
        "Judged by head on 4 November 2025: question 2.",
        "Checked by a neighbour.",
        "Not checked: question 2.",
    ]
    undated = lines(built(about(edition(ENTRY, data_cut_off=None)), LADDER))
    assert undated[-1] == "Judged by partnership on 4 November 2025."
    assert not any("known on" in line or "Hollow" in line for line in undated)


def test_views_on_the_whole_stand_below_the_table() -> None:
    """Silence is no agreement; a dissent on the whole names who dissents."""
    silent = PartnerView(who="Youth forum", view="no_view_recorded", answer=text("We asked."))
    step = Step(kind="response", by="The forum", dissent=text("Too kind."), views=(silent,))
    nameless = Step(kind="response", dissent=text("No."))
    said = lines(built(about(edition(ENTRY, steps=(step, nameless))), LADDER))
    assert "The forum, on the whole: “Too kind.”" in said
    assert "A partner, on the whole: “No.”" in said
    assert "Youth forum: no view is recorded. Our answer: We asked." in said


def test_a_judgement_that_is_withdrawn_still_has_its_row() -> None:
    """It was judged before, and nobody judges it now."""
    rows = table(about(edition(previous="spring"), SPRING)).rows
    assert rows[0][1].text == "Not judged"


def cards(section: Section | None) -> list[FigureCard]:
    """Return the cards of a section."""
    return [part for part in parts(section) if isinstance(part, FigureCard)]


def changed(direction: str = "higher", **more: object) -> BuildContext:
    """Return the context of an edition whose evidence names a rate."""
    entry = CriterionEntry(id="e", criterion="q1", evidence=("figures",))
    figures = (seen(2023, 20, 40), seen(2024, 30, 40))
    given = {"figures": figures, "indicator": rate(direction), **more}
    items = register(figures_of(on=Month(year=2025, month=6)))
    return about(edition(entry), items, **given)


@pytest.mark.parametrize(
    ("direction", "tone"), [("higher", "better"), ("lower", "worse"), ("neutral", "neutral")]
)
def test_a_change_is_coloured_only_where_a_direction_is_better(direction: str, tone: str) -> None:
    """The figure rose from 50 to 75 per cent."""
    (card,) = cards(built(changed(direction), CHANGES))
    assert (card.figure, card.beside, card.tone) == ("75.0%", "2024; 50.0% in 2023", tone)
    assert [item.text for item in card.sentences] == ["30 of 40, after 20 of 40."]
    assert card.chart is not None


def test_a_figure_without_counts_has_its_notes_only() -> None:
    """One note: the chart of its question has all of them."""
    figures = (seen(2023, 20, None, value=50.0), seen(2024, 30, None, value=75.0))
    indicator = rate(caveats=(text("Read with care."), text("Very much.")))
    (card,) = cards(built(changed(figures=figures, indicator=indicator), CHANGES))
    assert [item.text for item in card.sentences] == ["Read with care."]


def test_promises_are_counted_by_state() -> None:
    """Without a state they are not shown, and without anything the section is left out."""
    kept = Promise(said=text("We will."), progress="kept")
    entry = CriterionEntry(id="e", criterion="q1", promises=(kept,))
    (columns,) = (
        part for part in parts(built(about(edition(entry)), CHANGES)) if isinstance(part, Columns)
    )
    assert [column.title for column in columns.columns] == ["Promises: 1 was made"]
    two = entry.changed(promises=(kept, kept))
    assert "Promises: 2 were made" in lines(built(about(edition(two)), CHANGES))
    silent = entry.changed(promises=(Promise(said=text("We will.")),))
    assert built(about(edition(silent)), CHANGES) is None
    assert cards(built(changed(), CHANGES, figures=1))
    assert built(changed(), CHANGES, figures=0) is None


def test_steps_are_one_paragraph_with_days_and_names() -> None:
    """Then who took part, the next edition, and what comes next."""
    steps = (
        Step(kind="moderated", by="head of a neighbour", on=Day(on=date(2025, 11, 7))),
        Step(kind="forum-response", body="board", on=Day(on=date(2025, 11, 20))),
        Step(kind="sent-round"),
    )
    made = edition(
        steps=steps,
        next_steps=(text("The board decides."),),
        next_edition=Term(academic_year=2025, term="spring"),
    )
    assert lines(built(about(made), STEPS)) == [
        "sef-steps",
        "7 November 2025: checked (head of a neighbour).",
        "20 November 2025: answered by the parent carer forum.",
        "Sent round.",
        "Self-evaluation.",
        "Who took part: 5 health, schools (not counted).",
        "It is made twice a year.",
        "The next edition is due in spring term 2025/26.",
        "Read it with care.",
        "Next: The board decides.",
    ]


def test_several_next_steps_are_a_list() -> None:
    """What is not known is left out."""
    made = edition(contributors=(), cycle=None, note=None, next_steps=(text("One."), text("Two.")))
    assert lines(built(about(made), STEPS)) == [
        "sef-steps",
        "Self-evaluation.",
        "Next: One.",
        "Two.",
    ]
