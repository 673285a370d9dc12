"""Merging a workbook into the documents, cell by cell, three ways.

A cell that is as it was exported leaves the documents alone. One that was changed only in the
workbook is taken in. One that was changed in both is a clash, unless both say the same.
"""

import copy
from collections.abc import Sequence
from typing import Any

import attrs

from sendframe.documents import FolderDocuments
from sendframe.errors import Diagnostic, Location
from sendframe.model import short_repr

from ._cells import TOO_LONG, canonical, read_cell, shown_cell, value_at
from ._change import Beginnings, Change, Options
from ._columns import BELONGS, FILE, ID, PARENT, Column, columns_of
from ._edit import in_order, remove_value, set_value
from ._finish import Finish
from ._grid import CellValue, Grid
from ._names import CellProblem, words_of
from ._new_document import NewDocuments
from ._owner import Owners
from ._place import Line, Places
from ._read_sheet import ReadSheet, read_sheets
from ._remarks import remarks
from ._rows import Book, Row, array_at
from ._sheets import START
from ._start_sheet import settings_in
from ._tables import digest, exported_in

__all__ = ["Merge", "merge"]


_KEPT = "Nothing is removed unasked: --remove removes rows that are gone."


@attrs.define(eq=False)
class Merge:
    """A workbook merged into the documents of a folder.

    Attributes:
        values: The JSON of each document, by path.
        lines: The rows of the workbook that were read.
        changes: What was changed.
        diagnostics: What is wrong, and what is told.
    """

    __repr__ = short_repr

    values: dict[str, Any]
    lines: list[Line] = attrs.Factory(list)
    changes: list[Change] = attrs.Factory(list)
    diagnostics: list[Diagnostic] = attrs.Factory(list)


def merge(
    folder: FolderDocuments,
    grids: Sequence[Grid],
    file: str,
    options: Options,
    beginnings: Beginnings,
) -> Merge:
    """Merge the sheets of a workbook into the documents of a folder that has no problem.

    Args:
        folder: The documents; they are not changed.
        grids: The sheets.
        file: The name of the workbook in the report.
        options: How it is merged.
        beginnings: How documents are begun that the folder does not have.
    """
    values = {path: copy.deepcopy(raw.raw) for path, raw in folder.documents.items()}
    return _Merging(folder, values, grids, file, options, beginnings).run()


class _Merging:
    """One merge, from the placing of rows to what is told about it."""

    def __init__(  # noqa: PLR0913  # the arguments of `merge`, and the values
        self,
        folder: FolderDocuments,
        values: dict[str, Any],
        grids: Sequence[Grid],
        file: str,
        options: Options,
        beginnings: Beginnings,
    ) -> None:
        self._book = Book.of(folder, values)
        self._grids = grids
        self._file = file
        self._options = options
        self._exported = exported_in(grids)
        self._is_begun = beginnings.is_begun
        if self._is_begun:
            self._exported = self._exported.for_new_documents()
        self._settings, self._setting_problems = settings_in(grids)
        self._merge = Merge(values)
        raws = (*folder.documents.values(), *folder.of_plugins)
        taken = {each.text for raw in raws if raw.ids for each in raw.ids.defined}
        taken |= {row.key for _, row in self._book.all_rows()}
        self._owners = Owners(self._book, NewDocuments(self._book, taken, beginnings))
        self._places = Places(self._book, self._exported, taken, options.left_out, self._owners)

        self._finish = Finish(
            self._book, self._exported, self._merge.lines, self._merge.changes, taken
        )

    def run(self) -> Merge:
        """Merge, and return what it led to."""
        told = self._merge.diagnostics
        for number, problem in self._setting_problems:
            place = Location(self._file, sheet=START, cell=f"B{number + 1}")
            told.append(Diagnostic(problem.code, problem.problem, place, help=problem.help))
        reads, unread = read_sheets(self._grids, self._exported, self._file, self._options.keep)
        told += unread
        portfolio = self._book.documents["portfolio.json"].value["id"]
        if self._exported.portfolio not in ("", portfolio):
            message = f"the workbook was made from '{self._exported.portfolio}', not '{portfolio}'"
            help_ = "Read it into the folder that it was made from."
            told.append(Diagnostic("SFR428", message, Location(self._file), help=help_))
            return self._merge
        for read in reads:
            self._merge.lines += self._places.lines_of(read, self._file)
        if self._is_begun:
            for id_ in self._exported.judgements.values():
                self._book.names.add("judgement", id_, "")
        self._rename()
        for line in self._merge.lines:
            if line.row is not None:
                self._line(line, line.row)
        told += (problem for problem in self._places.problems if not self._is_told(problem))
        self._finish.run(is_begun=self._is_begun)
        self._finish_documents()
        self._gone(reads)
        if not self._is_begun:
            told += remarks(self._merge.lines, self._merge.changes)
        return self._merge

    def _is_told(self, problem: Diagnostic) -> bool:
        place = problem.location
        return (place.sheet, place.cell) in self._options.left_out

    def _is_left_out(self, line: Line, column: Column) -> bool:
        if not self._options.left_out:
            return False
        place = line.place(column)
        return (place.sheet, place.cell) in self._options.left_out

    def _rename(self) -> None:
        """Let links name things by the titles that they get."""
        for line in self._merge.lines:
            first = columns_of(line.read.sheet.cls)[0]
            words = canonical(line.cell(first.path)).strip()
            if (
                line.row is None
                or line.is_new
                or first.reading not in ("text", "line")
                or not words
            ):
                continue
            words = " ".join(words.split())
            if "id" in line.row.value and words != words_of(line.row.value):
                for kind in filter(None, (line.row.cls.kind_of_thing, f"={line.read.sheet.name}")):
                    self._book.names.add(kind, line.row.value["id"], words)

    def _line(self, line: Line, row: Row) -> None:
        """Take in the cells of one row."""
        for number, column in line.read.columns.items():
            cell = line.cells[number] if number < len(line.cells) else None
            if column.path == ID or self._is_left_out(line, column):
                continue
            try:
                self._cell(line, row, column, cell)
            except CellProblem as problem:
                self._merge.diagnostics.append(line.problem(column, problem))

    def _cell(self, line: Line, row: Row, column: Column, cell: CellValue) -> None:
        """Take in one cell.

        Raises:
            CellProblem: It cannot be read, or was changed in the documents as well.
        """
        if cell == TOO_LONG and self._is_begun:
            return
        given = canonical(cell)
        recorded = None if line.hashes is None else line.hashes.get(column.name)
        if recorded is not None and digest(given) == recorded:
            return
        if cell is None and (not recorded or line.is_new):
            return
        now = canonical(self._book.cell(column, row))
        if given == now or (line.is_new and column.path in (PARENT, FILE)):
            return
        if column.path in (PARENT, FILE):
            self._move(line, row, column, given, now)
            return
        value, said = self._read(row, column, cell)
        if said == now or (recorded is not None and digest(said) == recorded):
            return
        if not self._takes(line, column, now, given):
            return
        self._set(row, column, value)
        is_date = column.reading in ("date", "period", "day")
        read_as = said if is_date and said.casefold() != given.casefold() else ""
        change = Change(line.place(column), row.file, row.key, column.heading, now, given, read_as)
        self._merge.changes.append(change)

    def _read(self, row: Row, column: Column, cell: CellValue) -> tuple[Any, str]:
        """Return the value of a cell, and the cell that would be written for it."""
        if cell is None:
            if column.required:
                message = f"'{column.heading}' must not be empty"
                raise CellProblem(message, "Fill it in; to remove the row, delete it.", "SFR102")
            return None, ""
        context = attrs.evolve(self._book.context(column, row), years=self._settings.years)
        before = None if column.path == BELONGS else value_at(row.value, column.path)
        value = read_cell(column, cell, context, before)
        if column.path == BELONGS:
            value = sorted(set(value), key=[*self._book.ends].index)
        return value, canonical(shown_cell(column, value, context))

    def _takes(self, line: Line, column: Column, now: str, given: str) -> bool:
        """Return whether a cell is taken; where both were changed without a side to take, report it."""
        recorded = None if line.hashes is None else line.hashes.get(column.name)
        if recorded is None or digest(now) == recorded:
            return True
        if self._options.take:
            return self._options.take == "workbook"
        row = line.row
        there = f"'{_short(now)}'" if now else "nothing"
        here = f"'{_short(given)}'" if given else "nothing"
        file = row.file if row else ""
        self._merge.diagnostics.append(
            Diagnostic(
                "SFR423",
                f"changed here and in {file} since the workbook was made: there {there}, here {here}",
                line.place(column),
                help="Correct one of the two, or choose a side with --take workbook or --take files.",
            )
        )
        return False

    def _move(self, line: Line, row: Row, column: Column, given: str, now: str) -> None:
        """Move a row that is there to what its cell names.

        Raises:
            CellProblem: The cell names nothing that can hold it, or was changed in the documents too.
        """
        if column.path == FILE and not given:
            return
        owner, path = self._owners.of_moved(row, column, given.strip())
        if owner is row.owner or not self._takes(line, column, now, given):
            return
        row.move(owner, path)
        self._finish.moved.append(line)
        change = Change(line.place(column), row.file, row.key, column.heading, now, given)
        self._merge.changes.append(change)

    def _set(self, row: Row, column: Column, value: Any) -> None:
        if column.path == BELONGS:
            self._belong(row.value["id"], value or [])
            return
        if value is None or value == []:
            remove_value(row.value, column)
        else:
            set_value(row.value, column, value, self._wording(row))

    def _wording(self, row: Row) -> str | None:
        """Return the ``wording`` of new texts; None where the document says it, or it is our own."""
        words = self._settings.words
        of_document = row.document.value.get("wording")
        return None if words in ("own", of_document) else words

    def _belong(self, id_: str, wanted: list[str]) -> None:
        """Let an action belong to the wanted things and to no others."""
        ends = self._book.belongs.setdefault(id_, [])
        for end in [each for each in ends if each not in wanted]:
            actions = self._book.ends[end].value["actions"]
            actions.remove(id_)
            if not actions:
                del self._book.ends[end].value["actions"]
            ends.remove(end)
        for end in wanted:
            if end not in ends:
                array_at(self._book.ends[end].value, ("actions",)).append(id_)
                self._finish.joined.setdefault(end, set()).add(id_)
                ends.append(end)

    def _finish_documents(self) -> None:
        """Add the new documents to the others, with their members in order."""
        for path, document in self._book.documents.items():
            if self._is_begun or path not in self._merge.values:
                in_order(document.value, document.cls)
                self._merge.values[path] = document.value

    def _columns_gone(self, name: str, reads: Sequence[ReadSheet]) -> None:
        read = next((each for each in reads if each.sheet.name == name), None)
        if read is None:
            return
        there = {column.name for column in read.columns.values()}
        gone = [h for h, path in self._exported.columns[name].items() if path not in there]
        if gone:
            columns = f"the column '{gone[0]}' is gone: its values are kept"
            if gone[1:]:
                columns = f"{len(gone)} columns are gone, '{gone[0]}' first: their values are kept"
            self._tell_gone(name, columns, "An emptied cell removes its value; a column does not.")

    def _gone(self, reads: Sequence[ReadSheet]) -> None:
        """Report the rows and sheets that are gone from the workbook, and remove them if asked."""
        there: dict[str, set[tuple[str, str]]] = {}
        for line in self._merge.lines:
            name, key = line.read.sheet.name, canonical(line.cell(ID)).strip()
            file = canonical(line.cell(FILE)).strip() or self._exported.file_of(name, key)
            there.setdefault(name, set()).add((key, file))
            if line.row is not None:
                there[name].add((line.row.key, line.row.file))
        for name in self._exported.sheets:
            self._columns_gone(name, reads)
            rows = {(row.key, row.file): row for row in self._book.rows.get(name, [])}
            recorded = self._exported.rows.get(name, {})
            gone = [key for key in recorded if key not in there.get(name, ()) and key in rows]
            if gone and name not in [read.sheet.name for read in reads]:
                count = f"{len(gone):,} rows: they are kept" if gone[1:] else "1 row: it is kept"
                self._tell_gone(name, f"the sheet '{name}' is gone, with {count}")
                continue
            for place in gone:
                self._row_gone(name, rows[place])

    def _row_gone(self, name: str, row: Row) -> None:
        words = _short(words_of(row.value) or self._book.required_words(row) or row.key)
        if not self._options.remove or row.array is None:
            self._tell_gone(name, f"the row '{words}' is gone: it is kept")
            return
        row.take_out()
        place = Location(self._file, sheet=name)
        self._merge.changes.append(Change(place, row.file, row.key, "", before=words))

    def _tell_gone(self, name: str, message: str, help_: str = _KEPT) -> None:
        place = Location(self._file, sheet=name)
        self._merge.diagnostics.append(Diagnostic("SFR422", message, place, "note", help=help_))


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:59]}…"  # noqa: PLR2004  # characters of a message
