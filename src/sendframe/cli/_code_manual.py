"""Title, meaning and manual of a code, of sendframe's own or of a check."""

import inspect
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import attrs

from sendframe.errors import MANUALS, Severity

if TYPE_CHECKING:
    from sendframe.plugins import Check, Provided

__all__ = ["CodeManual", "manuals_of"]


@attrs.frozen
class CodeManual:
    """The manual of a code.

    Attributes:
        code: The code.
        title: Its title; the code itself if it is unknown.
        meaning: What the diagnostic means, in a sentence or two.
        manual: The full manual.
        severity: Severity of its diagnostics; ``note`` if the check asks a question.
    """

    code: str
    title: str
    meaning: str
    manual: str
    severity: Severity = "error"


def manuals_of(
    codes: Iterable[str], checks: "Mapping[str, Provided[Check]]"
) -> dict[str, CodeManual]:
    """Return the manual of each code, sorted by code.

    Args:
        codes: The codes.
        checks: The checks, if they were collected.
    """
    return {code: _manual_of(code, checks) for code in sorted(set(codes))}


def _manual_of(code: str, checks: "Mapping[str, Provided[Check]]") -> CodeManual:
    if code in checks:
        check = checks[code].record
        manual = inspect.cleandoc(check.manual) or check.title
        meaning = _first_section(manual) or check.title
        return CodeManual(
            code, check.title, meaning, manual, "note" if check.asks else check.severity
        )
    if code in MANUALS:
        entry = MANUALS[code]
        return CodeManual(code, entry.title, entry.meaning, str(entry).rstrip("\n"))
    return CodeManual(code, code, code, code)


def _first_section(manual: str) -> str:
    """Return the text below the first heading of a manual on one line; empty if there is none."""
    match = re.search(r"^\S[^\n]*\n((?:[ \t]+\S[^\n]*(?:\n|\Z))+)", manual, re.MULTILINE)
    return " ".join(match[1].split()) if match else ""
