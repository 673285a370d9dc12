"""Print diagnostics as JSON, with every field."""

from typing import Any

import attrs

from sendframe.errors import Diagnostic, Location

from ._diagnostic_list import DiagnosticList
from ._escape import json_text

__all__ = ["render"]


def render(listing: DiagnosticList) -> str:
    """Return an array of objects; the keys are API."""
    return json_text([_data(diagnostic) for diagnostic in listing.diagnostics])


def _data(diagnostic: Diagnostic) -> dict[str, Any]:
    data = attrs.asdict(diagnostic, recurse=False)
    data["location"] = _place(diagnostic.location)
    data["related"] = [
        {"location": _place(related.location), "message": related.message}
        for related in diagnostic.related
    ]
    data["facts"] = list(diagnostic.facts)
    return data


def _place(location: Location) -> dict[str, Any]:
    return {**attrs.asdict(location), "path": location.path}
