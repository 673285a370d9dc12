"""Page one of the board's report: what matters, what is asked, what moved, what is late."""

from datetime import timedelta

import pytest

from sendframe.builtin import (
    section_decisions,
    section_late_actions,
    section_movements,
    section_since_last_meeting,
    section_summary,
)
from sendframe.model import (
    ActionUpdate,
    AgendaItem,
    Body,
    Challenge,
    Day,
    DueChange,
    Governance,
    Meeting,
    Month,
    Status,
    Tally,
)
from sendframe.reports import Columns, TrendChart
from tests.unit.builtin.board_sections import (
    blocks,
    built,
    cards,
    example,
    questions,
    some,
    table,
    words,
)
from tests.unit.conftest import AREA, rate, seen, small, text
from tests.unit.reports.board_context import DAY, action, context, context_of, day, register

EMPTY = context()
MODULES = (
    section_decisions,
    section_late_actions,
    section_movements,
    section_since_last_meeting,
    section_summary,
)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_empty_means_absent(module) -> None:
    """Of a portfolio that holds nothing to say, no section is made."""
    assert built(module, EMPTY) is None


def test_the_summary_of_herefordshire_names_both_figures_and_england() -> None:
    """Plans within 20 weeks fell, England's too, and one annual review decision in four is in time."""
    summary = words(built(section_summary, example("herefordshire")))
    assert "new EHC plans within 20 weeks fell from 77.1% to 67.6%." in summary
    assert "England fell too, from 50.3% to 46.4%." in summary
    assert "annual review decisions in four weeks were 25.3% (England 44.4%)." in summary
    assert "only that of “New EHC plans within 20 weeks” is beyond random variation." in summary


def test_the_summary_counts_what_waits_for_somebody() -> None:
    """Overdue actions, those without an owner, and challenges without an answer, in one sentence."""
    summary = words(built(section_summary, example("wyeford")))
    assert (
        "Two actions are overdue, one has no owner and two challenges wait for an answer."
        in summary
    )


@pytest.mark.parametrize(
    ("number", "said"), [(1, "One action is overdue."), (11, "11 actions are overdue.")]
)
def test_numbers_up_to_ten_are_words(number: int, said: str) -> None:
    """A single one has its own verb."""
    late = [action(f"a{n}", "on-track", due=day(2025, 1, 1)) for n in range(number)]
    assert words(built(section_summary, context(register(*late)))) == said


def test_actions_without_an_owner_alone_are_actions() -> None:
    """Where none is overdue the noun stands with them."""
    found = context(register(action("a", "on-track", action_leads=())))
    assert words(built(section_summary, found)) == "One action has no owner."


def test_changes_that_could_be_random_are_said_to_be() -> None:
    """None, each, or only some of them are beyond random variation."""
    random = context_of(small(rate(), seen(2023, 10, 40), seen(2024, 12, 40)))
    beyond = context_of(small(rate(), seen(2023, 10, 40), seen(2024, 30, 40)))
    assert "None of these changes is beyond random variation." in words(
        built(section_summary, random)
    )
    assert "Each of these changes is beyond random variation." in words(
        built(section_summary, beyond)
    )


def test_three_questions_to_the_board_of_wyeford() -> None:
    """A disputed judgement, an action nobody leads, and a target that asks too little."""
    section = built(section_decisions, example("wyeford"))
    assert questions(section) == [
        "Does question 1 stay “Working well”?",
        "Who leads on “Holiday clubs”?",
        "Is “75% or more” the right target for learning at 16 and 17?",
    ]
    said = words(section)
    assert "2 of 3 pieces against it are not answered." in said
    assert "A challenge has been open for 58 days." in said
    assert "The Wyeford Parent Carer Forum disagrees." in said


def test_published_figures_alone_give_questions_to_ask() -> None:
    """Where nothing is to be decided, what the figures and findings leave open."""
    section = some(built(section_decisions, example("herefordshire")))
    assert section.title == "Questions to ask"
    assert len(questions(section)) == 3
    assert "New EHC plans within 20 weeks" not in section.title


def board_with(*agenda: AgendaItem, on: Day) -> Governance:
    """Return a board with a meeting."""
    board = Body(id="board", name="SEND Board", kind="board")
    meeting = Meeting(id="m", body="board", on=on, agenda=agenda)
    return Governance(
        id="g", title=text("Who checks"), area=AREA, bodies=(board,), meetings=(meeting,)
    )


def test_the_agenda_comes_first() -> None:
    """Matters for decision at the next meeting; those for information are not asked."""
    decide = AgendaItem(matter=text("Do we go on?"), purpose="decision", asked_of="director")
    inform = AgendaItem(matter=text("The figures."), purpose="information")
    bare = AgendaItem(matter=text("And then?"), purpose="decision")
    held = context(
        board_with(inform, decide, bare, on=day(2026, 2, 5)),
        register(action("a", action_leads=(), due=day(2026, 5, 1))),
    )
    section = built(section_decisions, held)
    assert questions(section) == ["Do we go on?", "And then?", "Who leads on “The a”?"]
    assert "Asked of: director" in words(section)
    assert questions(built(section_decisions, held, most=1)) == ["Do we go on?"]


def test_what_moved_in_wyeford() -> None:
    """Two worse, three better, two to watch; the words of a young person; a link to the annex."""
    section = built(section_movements, example("wyeford"))
    (columns,) = [block for block in blocks(section) if isinstance(block, Columns)]
    assert [(column.title, len(column.blocks)) for column in columns.columns] == [
        ("Worse", 2),
        ("Better", 3),
        ("Not moving, or to watch", 3),
    ]
    links = [card.link for card in cards(section)]
    assert all(link and link.profile == "annex" for link in links)
    assert "“I go to the quiet room, and then I can go back to maths.”" in words(section)


def test_a_single_figure_that_got_worse_stands_with_its_chart() -> None:
    """Herefordshire's plans in time: both counts, England, its place, and the late plans."""
    section = built(section_movements, example("herefordshire"))
    first = cards(section)[0]
    said = words(first)
    assert first.figure == "67.6%"
    for fact in (
        "From 77.1% in 2023. 225 of 333, after 222 of 288.",
        "issued late 108 (+42)",
        "England fell too, from 50.3% to 46.4%.",
        "Herefordshire is 4th of 11 areas like it.",
    ):
        assert fact in said
    assert any(isinstance(block, TrendChart) for block in blocks(section))


def test_annual_reviews_are_behind_england() -> None:
    """219 of 865 decisions made; 17.5% with those outstanding."""
    card = next(
        c for c in cards(built(section_movements, example("herefordshire"))) if c.figure == "25.3%"
    )
    said = words(card)
    assert "219 of 865, 2024." in said
    assert "England: 44.4%." in said
    assert "17.5% with those outstanding" in said


def test_appeals_are_neither_worse_nor_better() -> None:
    """Appeals to the SEND Tribunal are shown neutrally, never under *Worse*."""
    titles = [card.title for card in cards(built(section_movements, example("herefordshire")))]
    assert not [title for title in titles if "ppeal" in title]


def test_late_actions_of_wyeford() -> None:
    """Overdue by days, then behind by how often they moved, then what nobody leads."""
    late = table(built(section_late_actions, example("wyeford")))
    assert [row[0].text for row in late.rows] == [
        "Advice rota",
        "Quiet spaces",
        "Therapy drop-ins",
        "Attendance mentors",
        "Holiday clubs",
    ]
    assert [words(row[2]) for row in late.rows] == [
        "overdue 31 days",
        "overdue 31 days",
        "behind moved twice",
        "behind moved once",
        "not started",
    ]
    assert late.rows[-1][3].text == "nobody"
    assert late.note == "1 open action has no due date: “Play map”."


@pytest.mark.parametrize(("days", "is_late"), [(-1, False), (0, False), (1, True)])
def test_an_action_on_track_is_late_from_the_day_after(days: int, *, is_late: bool) -> None:
    """The day before it is due, the day, and the day after."""
    one = action("a", "on-track", due=day(2026, 1, 31))
    portfolio = small(rate(), documents=(register(one),))
    found = context_of(portfolio, as_at=DAY + timedelta(days=days))
    assert (built(section_late_actions, found) is not None) == is_late


def test_over_its_cap_the_table_says_how_many_are_left_out() -> None:
    """Those left out are the least late; what is closed is never late."""
    many = [
        action(f"a{n}", "on-track", due=day(2025, 1, n + 1), due_history=(moved,) * n)
        for n, moved in enumerate([MOVED] * 4)
    ]
    closed = action("z", "done", due=day(2024, 1, 1), action_leads=())
    late = table(built(section_late_actions, context(register(*many, closed)), most=2))
    assert [row[0].text for row in late.rows] == ["The a0", "The a1"]
    assert late.note == "2 more are late or in doubt."
    every = table(built(section_late_actions, context(register(*many))))
    assert words(every.rows[3][2]).endswith("moved 3 times")


MOVED = DueChange(due=Month(year=2024, month=1), changed_on=DAY, reason=text("No staff."))


def test_how_much_is_done_stands_under_the_name() -> None:
    """By the newest update that says so."""
    updates = tuple(
        ActionUpdate(on=day(2025, month, 1), role="lead", text=text("So many."), tally=tally)
        for month, tally in (
            (1, Tally(done=1, total=9, unit="schools")),
            (2, Tally(done=2, total=9, unit="schools")),
            (3, None),
        )
    )
    one = action("a", "behind", updates=updates)
    late = table(built(section_late_actions, context(register(one))))
    assert late.rows[0][0].note == "2 of 9 schools"


def test_what_happened_since_the_board_met() -> None:
    """Decisions first, then answers, then reports; and what not to rely on beside it."""
    section = built(section_since_last_meeting, example("wyeford"))
    (columns,) = [block for block in blocks(section) if isinstance(block, Columns)]
    assert [column.title for column in columns.columns] == [
        "Since we last met, on 4 December 2025",
        "Do not rely on",
    ]
    happened, doubts = (words(column) for column in columns.columns)
    assert happened.startswith("Decided then: The therapy drop-ins are to be open by July 2026")
    assert "expired on 31 December 2024" in doubts
    assert "wyeford-" not in happened + doubts


def test_a_body_that_has_not_met_has_no_list() -> None:
    """Without a past meeting and without doubts there is no section."""
    assert built(section_since_last_meeting, context(board_with(on=day(2026, 2, 5)))) is None


def test_a_challenge_answered_at_the_last_meeting_is_news() -> None:
    """One answered before it is not."""
    governance = board_with(on=day(2025, 12, 4))
    for answered, is_news in (
        (day(2025, 12, 3), False),
        (day(2025, 12, 4), True),
        (day(2026, 1, 5), True),
    ):
        challenge = Challenge(
            id="c", body="board", raised_by="chair", raised_on=day(2025, 10, 1),
            statement=text("Why?"), answer=text("Because."), answered_on=answered,
        )  # fmt: skip
        held = context(governance.changed(challenges=(challenge,)))
        assert ("Because." in words(built(section_since_last_meeting, held) or ())) == is_news


def test_an_update_is_news_only_with_a_date() -> None:
    """One without a date may be older than the last meeting."""
    for on, is_news in ((day(2025, 12, 3), False), (day(2025, 12, 4), True), (None, False)):
        update = ActionUpdate(on=on, text=text("Half done."))
        held = context(board_with(on=day(2025, 12, 4)), register(action("a", updates=(update,))))
        assert ("Half done." in words(built(section_since_last_meeting, held) or ())) == is_news


def test_reasons_of_an_action_nobody_leads_are_quoted() -> None:
    """The reason given for its status stands in the question."""
    status = Status(
        value="not-begun", on=Month(year=2025, month=1), reason=text("The team closed.")
    )
    one = action("a", action_leads=())
    held = context(register(one.changed(delivery=status)))
    said = words(built(section_decisions, held))
    assert "The team closed. It has no due date." in said
