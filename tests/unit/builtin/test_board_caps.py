"""What the paper for a board leaves out where there is much: the least urgent, and it says so."""

from sendframe.builtin import (
    section_all_figures,
    section_delivery,
    section_findings,
    section_judgements_and_evidence,
)
from sendframe.reports import Cell, Table
from tests.unit.builtin.board_sections import built, example, some, table, words
from tests.unit.reports.board_context import action, context, plan, register

WYEFORD = example("wyeford")


def lines(cell: Cell) -> list[str]:
    """Return the lines of a cell."""
    return [line.mark.label if line.mark else line.text for line in cell.more]


def test_the_figures_that_got_worse_keep_their_rows() -> None:
    """Others are named below the table, the first ones by name and the rest by number."""
    worse = {
        result.name
        for result in WYEFORD.evaluation.indicators
        if result.reading is not None and result.reading.movement == "worse"
    }
    every = [row[0].text for row in table(built(section_all_figures, WYEFORD)).rows]
    few = table(built(section_all_figures, WYEFORD, rows=5))
    kept = [row[0].text for row in few.rows]
    assert len(kept) == 5
    assert worse & set(every) <= set(kept)
    assert kept == [name for name in every if name in kept], "in the order of the plans"
    assert " more, which are in the annex." in few.note
    assert len(few.spans) <= len(kept)


def test_the_judgements_that_somebody_disputes_keep_their_rows() -> None:
    """How many are left out stands below, with the report that has them."""
    section = some(built(section_judgements_and_evidence, WYEFORD, rows=1))
    (row,) = next(block for block in section.blocks if isinstance(block, Table)).rows
    assert row[0].text.startswith("1. ")
    assert "5 more questions are judged in the update of the self-evaluation." in words(section)
    whole = words(built(section_judgements_and_evidence, WYEFORD))
    assert "judged in the update" not in whole


def test_a_cell_of_the_grid_has_few_lines() -> None:
    """What is to be talked about comes first; the last line says how many more there are."""
    names = [f"a{number}" for number in range(5)]
    found = context(
        plan(actions=tuple(names)), register(*(action(name, "on-track") for name in names))
    )
    ((_, cell),) = table(built(section_delivery, found, names=3)).rows
    assert lines(cell) == ["The a0", "The a1", "and 3 more"]
    ((_, cell),) = table(built(section_delivery, found, names=5)).rows
    assert lines(cell) == [f"The {name}" for name in names]
    reasons = words(built(section_delivery, WYEFORD, reasons=1))
    assert ("Early Talk:" in reasons) != ("Summer week:" in reasons)


def test_a_finding_has_few_actions() -> None:
    """The others are counted."""
    found = words(built(section_findings, WYEFORD, actions=1, brief=True))
    assert "and 1 more" in found
    assert "and 1 more" not in words(built(section_findings, WYEFORD, brief=True))
