"""Print diagnostics as SARIF, which code scanning and editors read.

Source:
    Static Analysis Results Interchange Format (SARIF) Version 2.1.0, OASIS Standard, 27 March
    2020, with its errata 01. The paragraphs are named where they bind.
"""

import re
from typing import Any
from urllib.parse import quote

from sendframe._version import __version__
from sendframe.errors import Diagnostic, Location

from ._code_manual import CodeManual, manuals_of
from ._diagnostic_list import DiagnosticList
from ._escape import json_text
from ._fingerprint import fingerprints

__all__ = ["render"]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_DRIVE = re.compile("[A-Za-z]:/")


def render(listing: DiagnosticList) -> str:
    """Return one run as a SARIF log."""
    manuals = manuals_of((diagnostic.code for diagnostic in listing.diagnostics), listing.checks)
    numbers = {code: number for number, code in enumerate(manuals)}
    pairs = zip(listing.diagnostics, fingerprints(listing.diagnostics), strict=True)
    driver = {
        "name": "sendframe",
        "version": __version__,
        "rules": [_rule(manual) for manual in manuals.values()],
    }
    run = {
        "tool": {"driver": driver},
        "language": "en-GB",
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(diagnostic, numbers[diagnostic.code], fingerprint)
            for diagnostic, fingerprint in pairs
        ],
    }
    return json_text({"version": "2.1.0", "$schema": _SCHEMA, "runs": [run]})


def _message(text: str) -> dict[str, str]:
    """Return a plain text without placeholders (3.11.5) and without links (3.11.6)."""
    inert = text.replace("{", "{{").replace("}", "}}").replace("](", "] (")
    return {"text": inert}


def _rule(rule: CodeManual) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": re.sub(r"\W", "", rule.title.title()) or rule.code,
        "shortDescription": _message(rule.title),
        "fullDescription": _message(rule.meaning),
        "help": _message(rule.manual),
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(diagnostic: Diagnostic, number: int, fingerprint: str) -> dict[str, Any]:
    sentences = [diagnostic.message or diagnostic.code]
    sentences += [diagnostic.help] if diagnostic.help else []
    sentences += [f"Did you mean: {diagnostic.suggestion}"] if diagnostic.suggestion else []
    place = _place(diagnostic.location)
    result = {
        "ruleId": diagnostic.code,
        "ruleIndex": number,
        "level": diagnostic.severity,
        "message": _message("\n".join(sentences)),
        "locations": [place] if place else [],
        "partialFingerprints": {"sendframeFinding/v1": fingerprint},
        "properties": _properties(diagnostic),
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            {
                "id": id_,
                **_place(related.location),
                "message": _message(related.message or "see here"),
            }
            for id_, related in enumerate(diagnostic.related, 1)
        ]
    return result


def _properties(diagnostic: Diagnostic) -> dict[str, Any]:
    properties: dict[str, Any] = {"source": diagnostic.source}
    if diagnostic.about is not None:
        properties["about"] = diagnostic.about
    if diagnostic.facts:
        properties["facts"] = list(diagnostic.facts)
    return properties


def _place(location: Location) -> dict[str, Any]:
    """Return a location; empty if nothing is known."""
    place: dict[str, Any] = {}
    if location.file:
        place["physicalLocation"] = {"artifactLocation": _artifact(location.file)}
        if location.line is not None:
            region = {"startLine": location.line}
            region |= {} if location.column is None else {"startColumn": location.column}
            place["physicalLocation"]["region"] = region
    if location.sheet is not None:
        cell = f"!{location.cell}" if location.cell else ""
        place["logicalLocations"] = [{"fullyQualifiedName": f"[{location.sheet}]{cell}"}]
    elif location.pointer:
        place["logicalLocations"] = [{"fullyQualifiedName": location.pointer}]
    return place


def _artifact(file: str) -> dict[str, str]:
    """Return the location of a file (3.4); relative paths start at the root of the sources."""
    path = _percent_encoded(file)
    if file.startswith("/"):
        return {"uri": f"file://{path}"}
    if _DRIVE.match(file):
        return {"uri": f"file:///{file[:2]}{path[4:]}"}
    return {"uri": path, "uriBaseId": "%SRCROOT%"}


def _percent_encoded(file: str) -> str:
    """Return a path percent-encoded (RFC 3986); bytes that are not UTF-8 are kept."""
    try:
        return quote(file.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:
        return quote(file.encode("utf-8", "surrogatepass"))
