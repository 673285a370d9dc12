"""The other pages of the board's report, and the annex."""

from types import ModuleType

import pytest

from sendframe.builtin import (
    section_all_figures,
    section_challenges,
    section_delivery,
    section_due_dates,
    section_gaps,
    section_indicators,
    section_risks,
    section_scores,
)
from sendframe.model import (
    AcademicYear,
    Challenge,
    FinancialYear,
    FrozenMap,
    Governance,
    IndicatorSet,
    Money,
    Month,
    Places,
    Responsible,
    Risk,
    Status,
)
from sendframe.reports import Timeline
from tests.unit.builtin.board_sections import blocks, built, example, some, table, words
from tests.unit.conftest import AREA, rate, seen, small, text
from tests.unit.reports.board_context import action, context, context_of, day, plan, register

EMPTY = context()
MODULES = (
    section_all_figures,
    section_challenges,
    section_delivery,
    section_due_dates,
    section_gaps,
    section_indicators,
    section_risks,
    section_scores,
)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_empty_means_absent(module: ModuleType) -> None:
    """Of a portfolio that holds nothing to say, no section is made."""
    assert built(module, EMPTY) is None


def test_each_indicator_has_one_row() -> None:
    """Under the first priority that it serves; counts behind a rate stand under the rate."""
    found = table(built(section_all_figures, example("wyeford")))
    names = [row[0].text for row in found.rows]
    assert len(names) == len(set(names))
    assert names[0] == "New plans within 20 weeks"
    assert "Issued late" not in names
    assert "issued late 65" in found.rows[0][0].note
    headings = [span.sentence.text for span in found.spans]
    assert headings[0] == "Priority 1: Finding out early"
    assert headings[-2:] == ["Monitored, not in a plan", "Counts, neither better nor worse"]
    assert any(heading.startswith("Theme 1 (draft): ") for heading in headings)
    assert not any("21-p" in heading for heading in headings)


def test_what_is_doubted_says_so_where_it_is_printed() -> None:
    """The reading of mediation has "in doubt" beside it."""
    found = table(built(section_all_figures, example("wyeford")))
    row = next(row for row in found.rows if row[0].text.startswith("Disagreements"))
    assert "in doubt" in words(row[-1])


def test_indicators_without_a_figure_are_named_below() -> None:
    """Nothing is left out in silence."""
    found = table(built(section_all_figures, example("wyeford")))
    assert "No figure yet: Families who know what happens next." in found.note


def test_columns_that_nobody_fills_are_left_out() -> None:
    """Without others there is no column of others; one group has no heading."""
    found = table(built(section_all_figures, context_of(small(rate(), seen(2024, 10, 40)))))
    assert found.columns == ("Indicator", "Latest")
    assert found.spans == ()


def test_open_challenges_come_first() -> None:
    """The longest open at the top, each with its days; then those that were answered."""
    found = table(built(section_challenges, example("wyeford")))
    assert [words(row[2]) for row in found.rows] == [
        "open for 58 days",
        "open for 11 days",
        (
            "“Three services have no one to release. The integrated care board will pay for cover "
            "from April.” 4 December 2025"
        ),
    ]
    assert found.note == ""


def test_over_its_cap_answered_challenges_are_counted() -> None:
    """Those without an answer stay."""
    asked = tuple(
        Challenge(
            id=f"c{n}", body="council", raised_by="chair", raised_on=day(2025, 1, n + 1),
            statement=text(f"Why {n}?"), answer=text("So.") if n else None,
        )
        for n in range(3)
    )  # fmt: skip
    held = context(Governance(id="g", title=text("G"), area=AREA, challenges=asked))
    found = table(built(section_challenges, held, most=1))
    assert [row[0].text for row in found.rows] == ["Why 0?"]
    assert found.note == "2 more challenges were answered."


def test_the_grid_of_wyeford_names_three_things_to_talk_about() -> None:
    """Complete without a difference; a clear difference, and not begun or stopped."""
    section = built(section_delivery, example("wyeford"))
    found = table(section)
    assert found.columns[1:] == (
        "Clear difference", "Some difference", "No difference yet", "Too early to say", "Nobody says",
    )  # fmt: skip
    marked = [
        line.mark.label for row in found.rows for cell in row for line in cell.more if line.mark
    ]
    assert marked == ["One paper a month", "Early Talk", "Summer week"]
    said = words(section)
    for name in marked:
        assert f"{name}:" in said


def test_actions_of_ended_plans_are_not_in_the_grid() -> None:
    """The app and the weekly panel of the strategy of 2021 are left out."""
    said = words(built(section_delivery, example("wyeford")))
    assert "Family app" not in said
    assert "Weekly panel" not in said


def test_what_nobody_says_has_a_row_and_a_column_of_its_own() -> None:
    """An action without statuses stands in the last row and column."""
    status = Status(value="clear", on=Month(year=2025, month=1))
    held = context(register(action("a", "done", impact=status), action("b")))
    found = table(built(section_delivery, held))
    assert found.columns[1:] == ("Clear difference", "Nobody says")
    assert [words(row[0]) for row in found.rows] == ["Done", "Nobody says"]
    assert words(found.rows[1][2]) == "The b"
    assert len(blocks(built(section_delivery, held))) == 1


def test_due_dates_say_what_is_to_be_seen() -> None:
    """The heading counts what is overdue and what has moved; dates that held before come first."""
    section = some(built(section_due_dates, example("wyeford")))
    assert section.title == "2 actions are overdue; 3 dates have moved"
    (chart,) = [block for block in section.blocks if isinstance(block, Timeline)]
    row = next(row for row in chart.rows if row.label == "Therapy drop-ins")
    assert (len(row.days), row.due, row.state) == (3, "July 2026", "behind")
    assert list(row.days) == sorted(row.days)


def test_due_dates_without_news() -> None:
    """Nothing overdue and nothing moved; those that there is no room for are counted."""
    actions = [action(f"a{n}", "on-track", due=day(2026, 3, n + 1)) for n in range(3)]
    section = some(built(section_due_dates, context(register(*actions)), most=1))
    assert section.title == "No action is overdue; no date has moved"
    (chart,) = section.blocks
    assert isinstance(chart, Timeline)
    assert "2 more are due later." in chart.description


def test_risks_money_and_places_of_wyeford() -> None:
    """What rose comes first; the balance has a minus; places that are still missing are worked out."""
    section = built(section_risks, example("wyeford"))
    tables = list(some(section).blocks)
    assert words(tables[0].rows[0]).startswith("Therapist posts stay empty. likely, high higher")
    money, places = (words(item) for item in tables[1].items)
    assert money == (
        "High needs block, 2025-26: budget £21.4 million, forecast £22.9 million, "
        "balance \N{MINUS SIGN}£1.5 million. Wyeford Council, forecast of December 2025"
    )
    assert places.startswith(
        "Places, secondary, speech language and communication, 2026/27: "
        "48 needed, 36 available, 10 planned, 2 still missing."
    )


def test_what_a_risk_or_a_line_does_not_say_is_said_to_be_missing() -> None:
    """Nobody watches it; nothing is named; unknown amounts are dashes."""
    risk = Risk(id="r", statement=text("It may rain."))
    owned = Risk(
        id="o", statement=text("It may snow."), change="lower", owners=(Responsible(role="chair"),)
    )
    money = Money(id="m", title=text("A fund"), period=FinancialYear(start_year=2025))
    places = Places(id="p", period=AcademicYear(start_year=2025), needed=5)
    held = context(plan(risks=(risk, owned), money=(money,), places=(places,)))
    section = built(section_risks, held, most=1)
    said = words(section)
    assert "It may snow. – lower nothing is named Watched by: chair" in said
    assert table(section).note == "1 more in the plans."
    assert "Nobody watches it" in words(built(section_risks, held))
    assert "A fund, 2025-26: no figure. Places, 2025/26: 5 needed." in said


def test_gaps_name_both_ends() -> None:
    """The lowest and the highest part of a rate, and the difference between them."""
    rows = [
        seen(2024, top, 100, dimensions=FrozenMap({"sex": name}))
        for name, top in (("boys", 60), ("girls", 72))
    ]
    found = table(built(section_gaps, context_of(small(rate(), seen(2024, 132, 200), *rows))))
    assert words(found.rows[0]) == "Plans on time 2024 sex 60.0% boys 72.0% girls 12.0 points"
    one = context_of(small(rate(), seen(2024, 132, 200), rows[0]))
    assert built(section_gaps, one) is None


def test_remarks_that_several_indicators_share_are_numbered() -> None:
    """The break of the SEN2 return is printed once, and referred to by its number."""
    section = some(built(section_indicators, example("herefordshire")))
    said = words(section)
    assert said.count("Clearing overdue plans lowers this rate") == 1
    assert said.count("across the beginning of 2023: Person by person") == 1
    assert "See note 1" in said
    assert len(section.sections) == 15


def test_an_indicator_has_its_counts_its_source_and_a_way_back() -> None:
    """The newest periods as a table, with the country below."""
    section = some(built(section_indicators, example("herefordshire"), periods=2))
    first = section.sections[0]
    assert first.id == "s-ehc-plans-within-20-weeks"
    said = words(first)
    for fact in (
        "77.1% 67.6%", "222 225", "288 333", "50.3% 46.4%",
        "Herefordshire is 4th of 11 areas like it.", "Source:", "Back to the report.",
    ):  # fmt: skip
        assert fact in said


def test_a_direction_that_is_not_stated_is_called_neither_better_nor_neutral() -> None:
    """The annex says that it is not stated, and the count stands not among neutral ones."""
    kind = {"unit": "count", "unit_text": None, "factor": None, "decimals": 0}
    others = IndicatorSet(id="others", title=text("Others"), indicators=(rate(id="other"),))
    rows = seen(2024, None, None, value=400.0), seen(2024, 100, 200, indicator="other")
    for direction, remark, headings in (
        (None, "which way is better is not stated", []),
        (
            "neutral",
            "neither high nor low is better",
            ["Monitored, not in a plan", "Counts, neither better nor worse"],
        ),
    ):
        found = context_of(small(rate(direction, **kind), *rows, documents=(others,)))
        sections = some(built(section_indicators, found)).sections
        (shown,) = (section for section in sections if section.id == "s-rate")
        assert shown.note == remark
        assert "is better" not in words(shown)
        spans = table(built(section_all_figures, found)).spans
        assert [span.sentence.text for span in spans] == headings


def test_scores_are_traced_with_their_formulas() -> None:
    """Each rule's reason, its numbers and its source; refusals with theirs."""
    found = table(built(section_scores, example("wyeford")))
    said = words(found)
    assert (
        "66.8% is 8.2 percentage points off the target (75% or more), within the tolerance." in said
    )
    assert "not scored" in said
