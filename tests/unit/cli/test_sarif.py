"""DiagnosticList as SARIF."""

import json
from typing import Any

import pytest

from sendframe._version import __version__
from sendframe.cli._sarif import render
from sendframe.errors import Diagnostic, Location
from tests.unit.cli.sample import DANGLING, NOWHERE, TABLE, found, provided


def run_of(*diagnostics: Diagnostic, **more: Any) -> dict[str, Any]:
    """Return the one run of a log."""
    (run,) = json.loads(render(found(*diagnostics, **more)))["runs"]
    return dict(run)


def test_a_result_has_both_places() -> None:
    """Rule, level, message with help, region in characters, JSON pointer and the other place."""
    run = run_of(DANGLING)
    assert run["columnKind"] == "unicodeCodePoints"
    (result,) = run["results"]
    assert result.pop("partialFingerprints")["sendframeFinding/v1"]
    assert result == {
        "ruleId": "SFR201",
        "ruleIndex": 0,
        "level": "error",
        "message": {
            "text": "nothing of the kind 'body' has the id 'counsel'\n"
            "Write 'council', or add what is missing.\nDid you mean: council"
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": "a%20folder/100%25%2C%20ours.json",
                        "uriBaseId": "%SRCROOT%",
                    },
                    "region": {"startLine": 4, "startColumn": 15},
                },
                "logicalLocations": [{"fullyQualifiedName": "/actions/0/body"}],
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {
                    "artifactLocation": {"uri": "governance.json", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 8, "startColumn": 13},
                },
                "logicalLocations": [{"fullyQualifiedName": "/bodies/0/id"}],
                "message": {"text": "'council' is defined here"},
            }
        ],
        "properties": {"source": "sendframe"},
    }


def test_rules_are_those_of_the_results() -> None:
    """Each code that was found, by code, with the texts of its manual; no address is made up."""
    driver = run_of()["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("sendframe", __version__)
    assert [rule["id"] for rule in driver["rules"]] == ["SFR201", "SFR403", "kent.one"]
    cell = driver["rules"][1]
    assert cell == {
        "id": "SFR403",
        "name": "CellThatCannotBeRead",
        "shortDescription": {"text": "Cell that cannot be read"},
        "fullDescription": {"text": "The content of a cell does not fit its column."},
        "help": {
            "text": "SFR403: Cell that cannot be read\n\nWhat it means\n"
            "    The content of a cell does not fit its column.\n\nHow to put it right\n"
            "    Correct the cell. No row is ever skipped silently."
        },
        "defaultConfiguration": {"level": "error"},
    }


def test_a_check_brings_its_own_manual() -> None:
    """Title, first section and whole manual of a check; one that asks has the level of a note."""
    manual = "Not as it seems.\n\nWhat it checks\n    That {all} is\n    well.\n\nSource\n    Us.\n"
    checks = provided("kent.one", manual, asks=True)
    (rule,) = run_of(NOWHERE, checks=checks)["tool"]["driver"]["rules"]
    assert rule["name"] == "NotAsItSeems"
    assert rule["fullDescription"] == {"text": "That {{all}} is well."}
    assert rule["help"]["text"].startswith("Not as it seems.\n\nWhat it checks\n    That {{all}}")
    assert rule["defaultConfiguration"] == {"level": "note"}


@pytest.mark.parametrize(
    ("manual", "meaning"),
    [("Fails.", "Not as it seems"), ("", "Not as it seems"), ("\n  What\n    It is.\n", "It is.")],
)
def test_a_manual_of_another_form_will_do(manual: str, meaning: str) -> None:
    """Where a plug-in's manual has no sections, its title says what is meant."""
    (rule,) = run_of(NOWHERE, checks=provided("kent.one", manual))["tool"]["driver"]["rules"]
    assert rule["fullDescription"] == {"text": meaning}
    assert rule["help"]["text"]
    assert rule["defaultConfiguration"] == {"level": "warning"}


def test_a_code_that_is_unknown_is_its_own_rule() -> None:
    """Without a manual the code stands for everything."""
    (rule,) = run_of(NOWHERE)["tool"]["driver"]["rules"]
    assert {rule["id"], rule["shortDescription"]["text"], rule["help"]["text"]} == {"kent.one"}


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("a b#c?d%.json", "a%20b%23c%3Fd%25.json"),
        ("é/日本.json", "%C3%A9/%E6%97%A5%E6%9C%AC.json"),
        ("c:x.json", "c%3Ax.json"),
        ("../x.json", "../x.json"),
        ("bad\udc80.json", "bad%80.json"),
        ("worse\ud800.json", "worse%ED%A0%80.json"),
        ("/srv/a b.json", "file:///srv/a%20b.json"),
        ("//host/a.json", "file:////host/a.json"),
        ("C:/a b.json", "file:///C:/a%20b.json"),
    ],
)
def test_a_path_becomes_an_address(file: str, uri: str) -> None:
    """Relative paths are relative to the sources; absolute ones are addresses of files."""
    (result,) = run_of(Diagnostic("SFR017", "x", Location(file)))["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact["uri"] == uri
    assert ("uriBaseId" in artifact) == (not uri.startswith("file:"))
    assert "region" not in result["locations"][0]["physicalLocation"]


def test_what_is_nowhere_has_no_location() -> None:
    """A diagnostic about nothing that has a place is valid all the same."""
    (result,) = run_of(NOWHERE)["results"]
    assert result["locations"] == []
    assert result["properties"] == {"source": "sendframe-kent 1.2.0", "about": "kent"}
    facts = Diagnostic("SFR501", "x", facts=("indicator/x/latest",))
    assert run_of(facts)["results"][0]["properties"]["facts"] == ["indicator/x/latest"]


def test_messages_have_no_placeholders_and_no_links() -> None:
    """Braces are doubled, and what would be a link is none (SARIF 3.11.5 and 3.11.6)."""
    text = Diagnostic("SFR101", "an object { } is needed, see [this](https://example.org)")
    (result,) = run_of(text)["results"]
    assert result["message"]["text"] == (
        "an object {{ }} is needed, see [this] (https://example.org)"
    )


def test_diagnostics_that_are_alike_differ_by_their_number() -> None:
    """The second problem of one column keeps its fingerprint though both lines move."""

    def prints(*lines: int) -> list[str]:
        rows = (Diagnostic(TABLE.code, TABLE.message, Location("t.csv", "", n, 1)) for n in lines)
        return [
            result["partialFingerprints"]["sendframeFinding/v1"]
            for result in run_of(*rows)["results"]
        ]

    item, two = prints(2, 3)
    assert item != two
    assert prints(7, 9) == [item, two]
