"""Reads workflow commands as the runner of GitHub Actions does.

The grammar is the documented one, ``::name property=value,property=value::message``; what is
taken back of the escapes, and in which order, is what the runner does (``ActionCommand.cs``).
"""

from typing import NamedTuple

__all__ = ["Command", "parse"]

_DATA = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
_PROPERTY = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


class Command(NamedTuple):
    """A workflow command."""

    name: str
    properties: dict[str, str]
    message: str


def _unescaped(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    for escape, sign in escapes:
        text = text.replace(escape, sign)
    return text


def parse(line: str) -> Command | None:
    """Return the command of a line of a log; None where it is none."""
    line = line.lstrip()
    end = line.find("::", 2)
    if not line.startswith("::") or end < 0:
        return None
    name, _, told = line[2:end].partition(" ")
    properties = {}
    for each in told.strip().split(","):
        key, _, value = each.partition("=")
        if key and value:
            properties[key] = _unescaped(value, _PROPERTY)
    return Command(name, properties, _unescaped(line[end + 2 :], _DATA))
