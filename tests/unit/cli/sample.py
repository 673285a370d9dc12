"""A few diagnostics that tests of formats share."""

from typing import Any

from sendframe.cli._diagnostic_list import DiagnosticList
from sendframe.errors import Diagnostic, Location, Related
from sendframe.plugins import Check, Provided

__all__ = ["DANGLING", "NOWHERE", "TABLE", "found", "provided"]

DANGLING = Diagnostic(
    "SFR201",
    "nothing of the kind 'body' has the id 'counsel'",
    Location("a folder/100%, ours.json", "/actions/0/body", 4, 15),
    help="Write 'council', or add what is missing.",
    suggestion="council",
    related=(
        Related(Location("governance.json", "/bodies/0/id", 8, 13), "'council' is defined here"),
    ),
)
TABLE = Diagnostic(
    "SFR403", "not a number (column 'value')", Location("t.csv", "", 2, 35), severity="warning"
)
NOWHERE = Diagnostic(
    "kent.one", "Is it so?", severity="note", source="sendframe-kent 1.2.0", about="kent"
)


def found(*diagnostics: Diagnostic, **more: Any) -> DiagnosticList:
    """Return diagnostics; those of this module unless given."""
    return DiagnosticList(diagnostics or (DANGLING, TABLE, NOWHERE), **more)


def provided(code: str, manual: str, **more: Any) -> dict[str, Provided[Check]]:
    """Return a catalogue's checks, of which there is one."""
    record = Check(code, "Not as it seems", manual, lambda _context: (), **more)
    return {code: Provided(record, "kent", "sendframe-kent", "1.2.0")}
