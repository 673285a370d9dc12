"""Where the cells of a table stand: lines and columns, worked out only when one is told of."""

import csv
import re
from array import array
from functools import cached_property

__all__ = ["Cells"]

_BREAK = re.compile(r"\r\n?|\n")


class Cells:
    """Where the cells of a table stand. Its lines are divided when the first is asked for.

    Lines end where csv ends them: with CR LF, LF or CR, and with nothing else.

    Args:
        text: A table that csv can read; its bytes, or its text without a byte order mark.
    """

    def __init__(self, text: bytes | str) -> None:
        self._text = text

    @cached_property
    def _decoded(self) -> str:
        return self._text if isinstance(self._text, str) else self._text.decode("utf-8-sig")

    @cached_property
    def _starts(self) -> "array[int]":
        """Where each line begins: four bytes a line, however many there are."""
        starts = array("I", (0,))
        starts.extend(found.end() for found in _BREAK.finditer(self._decoded))
        return starts

    def _line(self, index: int) -> str:
        """Return a line with the line break that ends it."""
        end = self._starts[index + 1] if index + 1 < len(self._starts) else None
        return self._decoded[self._starts[index] : end]

    @cached_property
    def _header(self) -> list[str]:
        lines = (self._line(index) for index in range(len(self._starts)))
        return next(csv.reader(lines, strict=True))

    def place(self, line: int, column: str) -> tuple[int, int]:
        """Return line and column, both from 1, of a cell.

        Args:
            line: The first line of its row.
            column: Name of the column; of the first where there is none of that name.
        """
        wanted = self._header.index(column) if column in self._header else 0
        at, inside, number = (line, 1), False, 0
        for below in range(line - 1, len(self._starts)):
            for offset, sign in enumerate(self._line(below)):
                if number == wanted:
                    return at
                if sign == '"':
                    inside = not inside
                elif sign == "," and not inside:
                    number += 1
                    at = below + 1, offset + 2
        return at
