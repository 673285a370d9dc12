"""Codes counted in place of the diagnostics."""

import json

from sendframe.cli._code_count import render, render_json
from tests.unit.cli.sample import DANGLING, NOWHERE, TABLE, found, provided


def test_codes_are_counted_with_their_titles() -> None:
    """The most frequent comes first, then by code; a line counts them all."""
    many = found(*[TABLE] * 10, NOWHERE, DANGLING, checks=provided("kent.one", "Asks."))
    assert render(many) == (
        "10  SFR403    Cell that cannot be read\n"
        " 1  SFR201    Dangling reference\n"
        " 1  kent.one  Not as it seems\n"
        "Found 1 error, 10 warnings, 1 note.\n"
    )
    assert json.loads(render_json(many)) == [
        {"code": "SFR403", "title": "Cell that cannot be read", "count": 10},
        {"code": "SFR201", "title": "Dangling reference", "count": 1},
        {"code": "kent.one", "title": "Not as it seems", "count": 1},
    ]


def test_nothing_to_count() -> None:
    """The line that counts stands alone, or nothing where it is not wanted."""
    nothing = found().__class__
    assert render(nothing(())) == "No problems found.\n"
    assert render(nothing((), quiet=True)) == ""
    assert render_json(nothing(())) == "[]\n"
