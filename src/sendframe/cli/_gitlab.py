"""Print diagnostics as a GitLab Code Quality report, which merge requests show.

Source:
    GitLab Docs, *Code Quality report format*.
"""

from typing import Any

from sendframe.errors import Diagnostic

from ._diagnostic_list import DiagnosticList
from ._escape import json_text
from ._fingerprint import fingerprints

__all__ = ["render"]

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def render(listing: DiagnosticList) -> str:
    """Return an array of objects; a diagnostic without a line gets line 1."""
    prints = fingerprints(listing.diagnostics)
    pairs = zip(listing.diagnostics, prints, strict=True)
    return json_text([_data(diagnostic, fingerprint) for diagnostic, fingerprint in pairs])


def _data(diagnostic: Diagnostic, fingerprint: str) -> dict[str, Any]:
    where = diagnostic.location
    message = diagnostic.message or diagnostic.code
    sentences = [message if where.sheet is None else f"{where}: {message}"]
    sentences += [f"see {related.location}: {related.message}" for related in diagnostic.related]
    return {
        "description": "; ".join(sentences),
        "check_name": diagnostic.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {"path": where.file or "<document>", "lines": {"begin": where.line or 1}},
    }
