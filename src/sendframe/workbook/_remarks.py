"""What is asked about changes that are allowed and may be forgotten halfway."""

import string
from collections.abc import Iterator, Sequence

from sendframe.errors import Diagnostic

from ._cells import value_at
from ._change import Change
from ._columns import Column
from ._place import Line

__all__ = ["remarks"]


def remarks(lines: Sequence[Line], changes: Sequence[Change]) -> Iterator[Diagnostic]:
    """Yield a warning for each change that leaves something behind.

    Args:
        lines: The rows of the workbook.
        changes: What was changed.
    """
    changed = {(change.location.sheet, change.location.cell) for change in changes}
    moved = {
        line.row.owner.key
        for line in lines
        if line.is_new and line.row is not None and line.row.owner is not None
        if line.read.sheet.cls.__name__ == "DueChange"
    }
    rows = {(sheet, (cell or "").lstrip(string.ascii_uppercase)) for sheet, cell in changed}
    for line in lines:
        has_change = (line.read.grid.name, str(line.number + 1)) in rows
        if line.row is None or line.is_new or not has_change:
            continue
        for column in line.read.columns.values():
            place = line.place(column)
            if (place.sheet, place.cell) in changed:
                yield from _of_cell(line, column, changed, moved)


def _of_cell(
    line: Line, column: Column, changed: set[tuple[str | None, str | None]], moved: set[str]
) -> Iterator[Diagnostic]:
    row = line.row
    assert row is not None  # noqa: S101  # the caller has looked
    if column.reading == "text" and not column.variant:
        text = value_at(row.value, column.path[:-1])
        others = [
            f"'{name}'"
            for name in (text or {}).get("variants", {})
            if not _is_changed(line, column.of_variant(name), changed)
        ]
        if others or (text or {}).get("checks"):
            what = f"its words for {', '.join(others)}" if others else "the readers who checked it"
            yield Diagnostic(
                "SFR425",
                f"the words were changed, and {what} are as before",
                line.place(column),
                "warning",
                help="Compare the two: they may not say the same any more.",
            )
    elif column.path in {("delivery", "value"), ("impact", "value")}:
        reason = line.column((column.path[0], "reason", "default"))
        old = value_at(row.value, (column.path[0], "reason"))
        if old and reason and not _is_changed(line, reason, changed):
            yield Diagnostic(
                "SFR426",
                f"'{column.heading}' was changed, and its reason was not",
                line.place(column),
                "warning",
                help=f"Say in '{reason.heading}' why it is what it is now.",
            )
    elif row.cls.__name__ == "Action" and column.path == ("due",) and row.key not in moved:
        yield Diagnostic(
            "SFR427",
            "the due date was moved, and no row on 'Moved dates' says why",
            line.place(column),
            "warning",
            help="Add a row there with the date before, the day of the change and the reason.",
        )


def _is_changed(line: Line, column: Column, changed: set[tuple[str | None, str | None]]) -> bool:
    if line.column(column.path) is None:
        return False
    place = line.place(column)
    return (place.sheet, place.cell) in changed
