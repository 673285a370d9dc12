"""DiagnosticList as a report of GitLab Code Quality."""

import json

from sendframe.cli._gitlab import render
from sendframe.errors import Diagnostic
from tests.unit.cli.sample import found


def test_each_diagnostic_has_what_the_format_asks_for() -> None:
    """Description with the other place, code, severity, path and line; line 1 where none is known."""
    report = json.loads(render(found()))
    assert len({item.pop("fingerprint") for item in report}) == 3
    assert report == [
        {
            "description": "nothing of the kind 'body' has the id 'counsel'; "
            "see governance.json:8:13: 'council' is defined here",
            "check_name": "SFR201",
            "severity": "major",
            "location": {"path": "a folder/100%, ours.json", "lines": {"begin": 4}},
        },
        {
            "description": "not a number (column 'value')",
            "check_name": "SFR403",
            "severity": "minor",
            "location": {"path": "t.csv", "lines": {"begin": 2}},
        },
        {
            "description": "Is it so?",
            "check_name": "kent.one",
            "severity": "info",
            "location": {"path": "<document>", "lines": {"begin": 1}},
        },
    ]


def test_a_description_is_never_empty() -> None:
    """The code stands for a message that says nothing, and nothing found is an empty array."""
    assert json.loads(render(found(Diagnostic("kent.one", ""))))[0]["description"] == "kent.one"
    assert render(found().__class__(())) == "[]\n"
