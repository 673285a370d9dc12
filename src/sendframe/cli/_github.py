"""Print diagnostics as workflow commands of GitHub Actions, which shows them beside the lines.

Source:
    GitHub Docs, *Workflow commands for GitHub Actions*; the escapes are those that the runner
    decodes.
"""

from collections.abc import Iterator

from sendframe.errors import Diagnostic

from ._diagnostic_list import DiagnosticList
from ._escape import visible

__all__ = ["render"]

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(listing: DiagnosticList) -> str:
    """Return one command for each diagnostic: ``::error file=…,line=…,col=…,title=…::message``."""
    return "".join(f"{_command(diagnostic)}\n" for diagnostic in listing.diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    where = diagnostic.location
    properties: dict[str, object] = {}
    if where.file:
        properties["file"] = where.file
    if where.line is not None:
        properties["line"] = where.line
        if where.column is not None:
            properties["col"] = where.column
    properties["title"] = diagnostic.code
    parameters = ",".join(
        f"{name}={visible(str(value)).translate(_PROPERTY)}" for name, value in properties.items()
    )
    data = "\n".join(_message(diagnostic)).translate(_DATA)
    return f"::{_COMMANDS[diagnostic.severity]} {parameters}::{data}"


def _message(diagnostic: Diagnostic) -> Iterator[str]:
    """Yield the lines of the message, with the place, since the log shows nothing else."""
    where = diagnostic.location
    yield f"{visible(str(where))}: {diagnostic.code} {visible(diagnostic.message)}"
    if where.pointer:
        yield f"at {visible(where.path)}"
    if diagnostic.help:
        yield f"help: {visible(diagnostic.help)}"
    if diagnostic.suggestion:
        yield f"did you mean: {visible(diagnostic.suggestion)}"
    for other in diagnostic.related:
        yield f"see {visible(str(other.location))}: {visible(other.message)}"
