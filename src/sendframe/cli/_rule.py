"""What a code is about, whether reading gives it or a check."""

import inspect
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import attrs

from sendframe.errors import CODES, Severity

if TYPE_CHECKING:
    from sendframe.plugins import Check, Provided

__all__ = ["Rule", "rules_of"]


@attrs.frozen
class Rule:
    """What a code is about.

    Attributes:
        code: The code.
        title: What it is called; the code itself where nothing is known of it.
        meaning: What was found, as a sentence or two.
        manual: Everything that is to be said of it.
        severity: Of what it finds; ``note`` where a check asks a question.
    """

    code: str
    title: str
    meaning: str
    manual: str
    severity: Severity = "error"


def rules_of(codes: Iterable[str], checks: "Mapping[str, Provided[Check]]") -> dict[str, Rule]:
    """Return the rule of each code, sorted by code.

    Args:
        codes: The codes.
        checks: The checks that there are, where they were collected.
    """
    return {code: _rule(code, checks) for code in sorted(set(codes))}


def _rule(code: str, checks: "Mapping[str, Provided[Check]]") -> Rule:
    if code in checks:
        check = checks[code].record
        manual = inspect.cleandoc(check.manual) or check.title
        meaning = _first_section(manual) or check.title
        return Rule(code, check.title, meaning, manual, "note" if check.asks else check.severity)
    if code in CODES:
        entry = CODES[code]
        return Rule(code, entry.title, entry.meaning, str(entry).rstrip("\n"))
    return Rule(code, code, code, code)


def _first_section(manual: str) -> str:
    """Return what stands below the manual's first heading, on one line; nothing where none does."""
    match = re.search(r"^\S[^\n]*\n((?:[ \t]+\S[^\n]*(?:\n|\Z))+)", manual, re.MULTILINE)
    return " ".join(match[1].split()) if match else ""
