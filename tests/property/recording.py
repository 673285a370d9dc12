"""A JSON writer that notes where everything stands, independent of `sendframe.documents`."""

import json
import re
from collections.abc import Iterator
from typing import Any

from sendframe.jsontext import Position

_BREAK = re.compile(r"\r\n?|\n")


class Recorder:
    """Writes a value with given white space and notes where everything stands.

    Attributes:
        places: Line and column of each value, and of its key, by pointer.
        spans: Offsets of the first and after the last character of each value, by pointer.
        keys: Offset of each key's opening quotation mark, by pointer.
    """

    def __init__(self, spaces: list[str], *, ascii_only: bool = False) -> None:
        """Begin with nothing; go round the white space *spaces*."""
        self.places: dict[str, Position] = {}
        self.spans: dict[str, tuple[int, int]] = {}
        self.keys: dict[str, int] = {}
        self._parts: list[str] = []
        self._at = 0  # offset
        self._line, self._column = 1, 1
        self._ascii_only = ascii_only
        self._spaces = self._forever(spaces)

    @staticmethod
    def _forever(spaces: list[str]) -> Iterator[str]:
        while True:
            yield from spaces

    @property
    def text(self) -> str:
        """What was written."""
        return "".join(self._parts)

    def member_span(self, pointer: str) -> tuple[int, int]:
        """Return what to cut out to drop the member of an object, with one comma where there is one."""
        holder = pointer.rpartition("/")[0]
        start, (opened, end) = self.keys[pointer], self.spans[holder]
        siblings = [
            each
            for each, offset in self.keys.items()
            if opened < offset < end and each.rpartition("/")[0] == holder
        ]
        index = siblings.index(pointer)
        if index + 1 < len(siblings):
            return start, self.keys[siblings[index + 1]]
        return self.spans[siblings[index - 1]][1] if index else start, end - 1

    def _here(self) -> tuple[int, int]:
        return self._line, self._column

    def _put(self, text: str) -> None:
        text += next(self._spaces)
        if text.endswith("\r"):  # or the next space could turn it into CR LF
            text += " "
        if "\n" in text or "\r" in text:
            breaks = list(_BREAK.finditer(text))
            self._line += len(breaks)
            self._column = len(text) - breaks[-1].end() + 1
        else:
            self._column += len(text)
        self._at += len(text)
        self._parts.append(text)

    def write(self, value: Any, pointer: str = "", key: tuple[int, int] | None = None) -> None:
        """Write a value."""
        if not self._parts:
            self._put("")
        self.places[pointer] = Position(self._here(), key)
        start = self._at
        if isinstance(value, dict):
            self._put("{")
            for number, (name, inner) in enumerate(value.items()):
                if number:
                    self._put(",")
                at = self._here()
                step = f"{pointer}/{name.replace('~', '~0').replace('/', '~1')}"
                self.keys[step] = self._at
                self._put(json.dumps(name, ensure_ascii=self._ascii_only))
                self._put(":")
                self.write(inner, step, at)
            end = self._at + 1
            self._put("}")
        elif isinstance(value, list):
            self._put("[")
            for number, inner in enumerate(value):
                if number:
                    self._put(",")
                self.write(inner, f"{pointer}/{number}")
            end = self._at + 1
            self._put("]")
        else:
            shown = json.dumps(value, ensure_ascii=self._ascii_only)
            end = self._at + len(shown)
            self._put(shown)
        self.spans[pointer] = (start, end)


def recorded(value: Any, spaces: list[str] | None = None) -> Recorder:
    """Return a recorder that has written *value*, by default on many lines."""
    recorder = Recorder(spaces or ["\n  ", " ", "", "\r\n", "\t"])
    recorder.write(value)
    return recorder
