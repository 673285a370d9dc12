"""DiagnosticList as workflow commands of GitHub Actions."""

from sendframe.cli._github import render
from tests.property.workflow_command import parse
from tests.unit.cli.sample import DANGLING, NOWHERE, TABLE, found


def test_properties_and_message_are_escaped() -> None:
    """Percent signs and line breaks everywhere; commas and colons in properties only."""
    assert render(found(DANGLING)) == (
        "::error file=a folder/100%25%2C ours.json,line=4,col=15,title=SFR201::"
        "a folder/100%25, ours.json:4:15: SFR201 nothing of the kind 'body' has the id 'counsel'"
        "%0Aat $.actions[0].body"
        "%0Ahelp: Write 'council', or add what is missing."
        "%0Adid you mean: council"
        "%0Asee governance.json:8:13: 'council' is defined here\n"
    )


def test_the_other_place_goes_into_the_message() -> None:
    """The runner shows the message whole, other places among it."""
    command = parse(render(found(DANGLING)))
    assert command is not None
    assert command.message.splitlines()[-1] == "see governance.json:8:13: 'council' is defined here"


def test_each_severity_has_its_command() -> None:
    """A note is a notice; what has no line or file has no such property."""
    warning, notice = render(found(TABLE, NOWHERE)).splitlines()
    assert warning.startswith("::warning file=t.csv,line=2,col=35,title=SFR403::t.csv:2:35: ")
    assert notice == "::notice title=kent.one::<document>: kent.one Is it so?"


def test_nothing_found_prints_nothing() -> None:
    """There is no command to give."""
    assert render(found().__class__(())) == ""


def test_the_reader_used_by_tests_knows_what_is_no_command() -> None:
    """A line that does not begin with two colons, or never closes them, is none."""
    assert parse("Found 1 error.") is None
    assert parse("::error file=a") is None
