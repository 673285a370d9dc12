"""The first sheet: what the workbook is, how it is filled in, and what is said once for all cells."""

from collections.abc import Sequence
from typing import Literal, cast

import attrs

from ._cells import canonical
from ._days import YearMeaning
from ._grid import Grid
from ._names import CellProblem
from ._sheets import START

__all__ = ["HOW_TO", "MARK", "SETTINGS", "Settings", "settings_in"]

MARK = "Working document: not for publication"
"""The handling mark of a workbook, which may hold what must not be published."""

SETTINGS: dict[str, tuple[str, ...]] = {
    "Years written 2024/25 are": ("ask", "academic", "financial"),
    "New words are": ("own", "verbatim", "paraphrased"),
    "Handling mark": (),
}
"""What is said once, with the words that it may have; the first unless another is chosen."""

HOW_TO = (
    "Each row is one thing, such as an action. Change cells, and add rows below the last one.",
    "A heading with * must be filled in. Point at a heading to see what it holds.",
    "To name something on another sheet, choose it from the list of the cell, or type its words.",
    "Where a cell may hold several, write one on each line (Alt+Enter).",
    "Write dates as in a letter: 31/12/2025, November 2025, autumn term 2025, 2025.",
    "Put words that are no date, such as Easter 2026, in quotation marks.",
    "Leave the columns Id, Row and File as they are, and empty in a new row.",
    "A row that you delete stays in the plan: ask whoever reads the workbook to remove it.",
    "A column of your own is not read, unless whoever reads the workbook asks for it.",
)
"""How a workbook is filled in, a sentence or two a line."""


@attrs.frozen
class Settings:
    """What the first sheet says.

    Attributes:
        years: What ``2024/25`` is.
        words: Whose words new texts are.
    """

    years: YearMeaning = "ask"
    words: Literal["own", "verbatim", "paraphrased"] = "own"


def settings_in(grids: Sequence[Grid]) -> tuple[Settings, list[tuple[int, CellProblem]]]:
    """Return what the first sheet says, and the rows of it that cannot be read."""
    grid = next((grid for grid in grids if grid.name == START), None)
    chosen = {name: words[0] for name, words in SETTINGS.items() if words}
    problems: list[tuple[int, CellProblem]] = []
    for number, row in enumerate(grid.rows if grid else ()):
        name = canonical(row[0]).strip() if row else ""
        word = canonical(row[1]).strip().casefold() if row[1:] else ""
        if name not in chosen or not word:
            continue
        if word in SETTINGS[name]:
            chosen[name] = word
        else:
            words = ", ".join(SETTINGS[name])
            problems.append(
                (number, CellProblem(f"'{word}' is not known here", f"Write one of: {words}."))
            )
    years, words_are = chosen.values()
    return (
        Settings(
            cast("YearMeaning", years), cast("Literal['own', 'verbatim', 'paraphrased']", words_are)
        ),
        problems,
    )
