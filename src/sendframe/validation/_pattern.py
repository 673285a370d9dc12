"""Patterns from plug-ins: which of them run in a time that is linear in the text.

A pattern of a plug-in runs on every document. In engines that backtrack, ``^(a+)+$`` takes longer
than anybody waits. Accepted are patterns in which each next character decides what comes next, so
that an engine never has to backtrack.
"""

import re
from collections.abc import Iterator

__all__ = ["pattern_problem"]

_MAX_LENGTH = 200
_MAX_REPETITIONS = 1000
_MAX_SIZE = 5000  # of all atoms, each as often as it must be repeated
_NON_ASCII = -1  # every character beyond ASCII, as one
_ITEM = re.compile(
    r"(?P<atom>\[\^?(?:\\[][\\^&~-]|[^][\\&~^])+\]|\\[][\\.*+?(){}|^$/-]|[^][\\.*+?(){}|^$])"
    r"(?P<repetition>[*+?]|\{[0-9]{1,4}(?:,[0-9]{0,4})?\})?"
)
_RANGE = re.compile(r"(\\.|[^\\])(?:-(\\.|[^\\]))?")

_Item = tuple[str, int, int | None]


def pattern_problem(pattern: str) -> str | None:
    """Return why a pattern is not accepted; None where it is accepted.

    Examples:
        >>> pattern_problem("^[A-Z]{2}-[0-9]+$")
        >>> pattern_problem("^(a+)+$")
        'may contain only characters and classes [...], each with or without a repetition'
        >>> pattern_problem("^[a-z]*[a-m]$")
        'is ambiguous at [a-m]'
    """
    if len(pattern) > _MAX_LENGTH:
        return f"is longer than {_MAX_LENGTH} characters"
    if not (pattern.startswith("^") and pattern.endswith("$")) or pattern.endswith("\\$"):
        return "must begin with ^ and end with $"
    body, items, offset = pattern[1:-1], list[_Item](), 0
    while offset < len(body):
        match = _ITEM.match(body, offset)
        if match is None:
            return (
                "may contain only characters and classes [...], each with or without a repetition"
            )
        minimum, maximum = _bounds(match["repetition"])
        if max(minimum, maximum or 0) > _MAX_REPETITIONS or (
            maximum is not None and maximum < minimum
        ):
            return f"has a repetition of {match['atom']} that is not accepted"
        if not _is_plain(match["atom"]):
            return f"has a class {match['atom']} with a range that is not accepted"
        items.append((match["atom"], minimum, maximum))
        offset = match.end()
    if sum(max(minimum, maximum or 1) for _, minimum, maximum in items) > _MAX_SIZE:
        return f"repeats more than {_MAX_SIZE:,} characters"
    return next(_ambiguities(items), None)


def _is_plain(atom: str) -> bool:
    """Return whether all engines read an atom alike: no range from last to first, no operator."""
    if not atom.startswith("["):
        return True
    content = atom[1:-1].removeprefix("^")
    ranges = _RANGE.findall(content)
    is_operator = "--" in content or "||" in content
    return not is_operator and all(not last or first[-1] <= last[-1] for first, last in ranges)


def _bounds(repetition: str | None) -> tuple[int, int | None]:
    """Return the fewest and the most repetitions; None for no upper limit."""
    bounds: dict[str | None, tuple[int, int | None]] = {
        None: (1, 1), "*": (0, None), "+": (1, None), "?": (0, 1),
    }  # fmt: skip
    if repetition in bounds:
        return bounds[repetition]
    first, comma, last = str(repetition)[1:-1].partition(",")
    return int(first), int(first) if not comma else int(last) if last else None


def _ambiguities(items: list[_Item]) -> Iterator[str]:
    """Yield where the end of a repetition cannot be distinguished from what follows it."""
    for number, (atom, minimum, maximum) in enumerate(items):
        if maximum == minimum:
            continue
        characters = _characters(atom)
        for next_atom, next_minimum, _ in items[number + 1 :]:
            if characters & _characters(next_atom):
                yield f"is ambiguous at {next_atom}"
            if next_minimum:
                break


def _characters(atom: str) -> frozenset[int]:
    """Return the characters that an atom matches: ASCII one by one, all others as one."""
    if not atom.startswith("["):
        return frozenset({_code(atom)})
    content = atom[1:-1]
    negated = content.startswith("^")
    codes: set[int] = set()
    for first, last in _RANGE.findall(content[1:] if negated else content):
        low, high = _code(first), _code(last or first)
        if high == _NON_ASCII:
            codes |= {_NON_ASCII} if low == _NON_ASCII else {_NON_ASCII, *range(low, 128)}
        else:
            codes |= set(range(low, high + 1))
    return frozenset({_NON_ASCII, *range(128)} - (codes - {_NON_ASCII}) if negated else codes)


def _code(character: str) -> int:
    code = ord(character[-1])
    return code if code < 128 else _NON_ASCII  # noqa: PLR2004  # where ASCII ends
