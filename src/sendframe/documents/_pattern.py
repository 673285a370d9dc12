"""Patterns of strangers: which of them take no longer than the text is long.

A pattern that comes with a plug-in is run on every document. In engines that try again from the
last choice, ``^(a+)+$`` takes longer than anybody waits. Accepted are patterns in which each next
character decides what comes next, so that there is never anything to try again.
"""

import re
from collections.abc import Iterator

__all__ = ["pattern_problem"]

_LONGEST = 200
_MOST_REPEATED = 1000
_OTHER = -1  # every character beyond ASCII, as one
_ITEM = re.compile(
    r"(?P<atom>\[\^?(?:\\[][\\^&~-]|[^][\\&~^])+\]|\\[][\\.*+?(){}|^$/-]|[^][\\.*+?(){}|^$])"
    r"(?P<times>[*+?]|\{[0-9]{1,4}(?:,[0-9]{0,4})?\})?"
)
_RANGE = re.compile(r"(\\.|[^\\])(?:-(\\.|[^\\]))?")


def pattern_problem(pattern: str) -> str | None:
    """Say why a pattern is not accepted; None where it is.

    Examples:
        >>> pattern_problem("^[A-Z]{2}-[0-9]+$")
        >>> pattern_problem("^(a+)+$")
        'is none of simple characters and classes [...], each with a repetition or none'
        >>> pattern_problem("^[a-z]*[a-m]$")
        'may be read in two ways at [a-m]'
    """
    if len(pattern) > _LONGEST:
        return f"is longer than {_LONGEST} characters"
    if not (pattern.startswith("^") and pattern.endswith("$")) or pattern.endswith("\\$"):
        return "does not begin with ^ and end with $"
    body, items, place = pattern[1:-1], list[tuple[str, int, int | None]](), 0
    while place < len(body):
        found = _ITEM.match(body, place)
        if found is None:
            return "is none of simple characters and classes [...], each with a repetition or none"
        least, most = _times(found["times"])
        if max(least, most or 0) > _MOST_REPEATED or (most is not None and most < least):
            return f"repeats {found['atom']} in a way that is not accepted"
        items.append((found["atom"], least, most))
        place = found.end()
    return next(_ambiguous(items), None)


def _times(text: str | None) -> tuple[int, int | None]:
    """Return the fewest and the most repetitions; None for no end."""
    known: dict[str | None, tuple[int, int | None]] = {
        None: (1, 1), "*": (0, None), "+": (1, None), "?": (0, 1),
    }  # fmt: skip
    if text in known:
        return known[text]
    first, comma, last = str(text)[1:-1].partition(",")
    return int(first), int(first) if not comma else int(last) if last else None


def _ambiguous(items: list[tuple[str, int, int | None]]) -> Iterator[str]:
    """Yield where the end of a repetition cannot be told from what follows it."""
    for number, (atom, least, most) in enumerate(items):
        if most == least:
            continue
        own = _characters(atom)
        for next_atom, next_least, _ in items[number + 1 :]:
            if own & _characters(next_atom):
                yield f"may be read in two ways at {next_atom}"
            if next_least:
                break


def _characters(atom: str) -> frozenset[int]:
    """Return the characters that an atom stands for: ASCII one by one, all others as one."""
    if not atom.startswith("["):
        return frozenset({_code(atom)})
    inner = atom[1:-1]
    negated = inner.startswith("^")
    found: set[int] = set()
    for first, last in _RANGE.findall(inner[1:] if negated else inner):
        low, high = _code(first), _code(last or first)
        if high == _OTHER:
            found |= {_OTHER} if low == _OTHER else {_OTHER, *range(low, 128)}
        else:
            found |= set(range(low, high + 1))
    return frozenset({_OTHER, *range(128)} - (found - {_OTHER}) if negated else found)


def _code(character: str) -> int:
    code = ord(character[-1])
    return code if code < 128 else _OTHER  # noqa: PLR2004  # where ASCII ends
