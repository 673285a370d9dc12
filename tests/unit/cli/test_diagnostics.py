"""The options that say how diagnostics are shown, as commands take them."""

import json
import re
import shutil
import sys
from datetime import date
from pathlib import Path

import pytest

from sendframe.cli import run
from sendframe.cli._evaluation_diagnostics import diagnostics_of
from sendframe.cli._output import FORMATS, is_coloured
from sendframe.errors import MANUALS
from sendframe.model import Discrepancy, Evaluation, Notice, RelatedPlace, Text
from sendframe.plugins import Catalogue
from tests.property.workflow_command import parse
from tests.unit.cli.command import printed
from tests.unit.cli.test_cli import change, wyeford_copy
from tests.unit.conftest import EXAMPLES
from tests.unit.plugins.fake import install

__all__ = ["wyeford_copy"]

OF_PLUG_IN = """
    from sendframe.plugins import Check, Location, Related, hookimpl

    def run(context):
        place = Location("strategy.json", "/id")
        yield context.diagnostic("Seen", at=place, related=(Related(Location(), "and here"),))

    @hookimpl.checks
    def checks():
        return [Check("kent.one", "Seen of Kent", "Says so.", run)]
"""


@pytest.fixture
def broken(wyeford_copy: Path) -> Path:
    """Return a copy of the fictional example with three faults, of two codes."""
    change(wyeford_copy, "strategy.json", '"status": "', '"staus": "')
    change(wyeford_copy, "strategy.json", '"kind": "', '"knd": "')
    change(wyeford_copy, "governance.json", '"bodies": [', '"bodies": 7, "boards": [')
    return wyeford_copy


def install_kent(place: Path, source: str) -> str:
    """Write the plug-in and return the folder that stands for site-packages."""
    module = "sendframe_kent_findings"
    points = f"[sendframe.checks]\nkent = {module}\n"
    return str(install(place / "site", "sendframe-kent", module, source, points))


@pytest.fixture(scope="module")
def place_of_kent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the plug-in, and the example, which names it."""
    place = tmp_path_factory.mktemp("kent")
    install_kent(place, OF_PLUG_IN)
    folder = Path(shutil.copytree(EXAMPLES / "wyeford", place / "wyeford"))
    change(folder, "portfolio.json", '"rules": [', '"plugins": ["kent"],\n  "rules": [')
    return place


@pytest.fixture
def kent(place_of_kent: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the example, on which the check of a plug-in runs; tests leave it as it is."""
    monkeypatch.chdir(place_of_kent)
    monkeypatch.syspath_prepend(str(place_of_kent / "site"))
    return place_of_kent / "wyeford"


def codes(text: str) -> list[str]:
    """Return the codes of diagnostics printed as JSON."""
    return [item["code"] for item in json.loads(text)]


def test_each_format_reports_the_same_diagnostics(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Code, file and line of each diagnostic are in every format, whatever else does."""
    messages = {
        item: printed(capsys, 1, "validate", "wyeford", "--output-format", item) for item in FORMATS
    }
    result = json.loads(messages["json"])
    assert len(result) == 4
    wanted = [(item["code"], item["location"]["file"], item["location"]["line"]) for item in result]
    concise = messages["concise"].splitlines()
    assert [line.split(":")[0] for line in concise[:-1]] == [file for _, file, _ in wanted]
    assert concise[-1] == "Found 4 errors."
    commands = [parse(line) for line in messages["github"].splitlines()]
    assert [
        (item.properties["title"], item.properties["file"], int(item.properties["line"]))
        for item in commands
        if item is not None
    ] == wanted
    results = json.loads(messages["sarif"])["runs"][0]["results"]
    places = [result["locations"][0]["physicalLocation"] for result in results]
    assert [
        (result["ruleId"], place["artifactLocation"]["uri"], place["region"]["startLine"])
        for result, place in zip(results, places, strict=True)
    ] == wanted
    assert [
        (item["check_name"], item["location"]["path"], item["location"]["lines"]["begin"])
        for item in json.loads(messages["gitlab"])
    ] == wanted
    assert all(f"{file}:{line}:" in messages["text"] for _, file, line in wanted)
    assert broken.is_dir()


def test_each_format_is_complete_where_nothing_is_found(
    wyeford_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A format for programs is an empty list, log or text; no sentence is mixed into it."""
    messages = {
        item: printed(capsys, 0, "validate", "wyeford", "--output-format", item) for item in FORMATS
    }
    assert json.loads(messages.pop("sarif"))["runs"][0]["results"] == []
    assert messages == {
        "text": "No problems found.\n",
        "concise": "No problems found.\n",
        "json": "[]\n",
        "github": "",
        "gitlab": "[]\n",
    }
    assert wyeford_copy.is_dir()


def test_the_other_places_of_what_a_check_finds_are_shown(
    kent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A plug-in's finding comes with both its places, each with line and column."""
    (result,) = json.loads(
        printed(capsys, 1, "check", "wyeford", "--output-format", "json", "--select", "kent.one")
    )
    assert (result["location"]["file"], result["location"]["column"]) == (
        "wyeford/strategy.json",
        9,
    )
    (other,) = result["related"]
    assert other["message"] == "and here"
    assert other["location"]["file"] == "wyeford/portfolio.json"
    assert (other["location"]["line"], other["location"]["column"]) == (1, 1)
    assert kent.is_dir()


def test_the_other_places_of_a_question_are_shown(wyeford_copy: Path) -> None:
    """What a check asks keeps its places too; what is accepted is left out."""
    place = RelatedPlace(document="strategy.json", pointer="/id", message="set beside this")
    questions = {"code": "SFR501", "about": "x", "question": "Is it so?"}
    noticed = {"code": "SFR301", "severity": "warning", "message": "x"}
    evaluation = Evaluation(
        id="e",
        title=Text(default="e"),
        portfolio="p",
        area="ZZ0000001",
        area_name="Wyeford",
        as_at=date(2026, 1, 31),
        discrepancies=(
            Discrepancy(**questions, related=(place,)),
            Discrepancy(**questions, accepted="for now"),
        ),
        notices=(Notice(**noticed, accepted="for now"),),
    )
    (result,) = diagnostics_of(evaluation, "wyeford")
    assert (result.code, result.severity, result.location.line) == ("SFR501", "note", 1)
    (other,) = result.related
    assert (other.location.file, other.location.pointer) == ("wyeford/strategy.json", "/id")
    assert other.location.line is not None
    assert wyeford_copy.is_dir()


def test_validate_shows_what_is_selected(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is left out is not counted in the exit code, and how much it is is reported."""
    json_of = ["validate", "wyeford", "--output-format", "json"]
    assert codes(printed(capsys, 1, *json_of, "--select", "SFR103")) == ["SFR103"] * 3
    assert codes(printed(capsys, 1, *json_of, "--ignore", "SFR103")) == ["SFR101"]
    assert codes(printed(capsys, 1, *json_of, "--select", "sfr1", "--ignore", "SFR103,SFR2")) == [
        "SFR101"
    ]
    assert codes(printed(capsys, 0, *json_of, "--ignore", "SFR101", "--ignore", "SFR103")) == []
    concise = ["validate", "wyeford", "--output-format", "concise"]
    assert printed(capsys, 0, *concise, "--select", "SFR2") == "Nothing found; 4 left out.\n"
    assert printed(capsys, 1, *concise, "--ignore", "SFR103").endswith(
        "Found 1 error; 3 left out.\n"
    )
    assert broken.is_dir()


def test_check_shows_what_is_selected(kent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Codes of checks, those of plug-ins in use among them, decide over diagnostics and exit code."""
    json_of = ["check", "wyeford", "--output-format", "json"]
    assert codes(printed(capsys, 1, *json_of, "--select", "SFR302,kent")) == ["SFR302", "kent.one"]
    questions = ["SFR501", "SFR502", "SFR503", "SFR505"]
    assert sorted(codes(printed(capsys, 0, *json_of, "--select", "SFR5"))) == questions
    assert (
        sorted(codes(printed(capsys, 0, *json_of, "--ignore", "SFR3,SFR4,SFR6,SFR8,KENT")))
        == questions
    )
    assert printed(capsys, 0, "check", "wyeford", "--select", "SFR101") == (
        "Nothing found; 38 left out.\n"
    )
    assert kent.is_dir()


def test_a_plug_in_that_is_not_in_use_is_not_imported_for_its_codes(
    wyeford_copy: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Codes of an installed plug-in may be named in every portfolio; only use imports it."""
    site = install_kent(wyeford_copy.parent, "raise SystemExit('imported')")
    monkeypatch.syspath_prepend(site)
    monkeypatch.delitem(sys.modules, "sendframe_kent_findings", raising=False)
    assert printed(capsys, 1, "check", "wyeford", "--ignore", "kent", "--quiet")
    assert run(["check", "wyeford", "--ignore", "kont"]) == 2
    assert "no code is, or begins with, 'kont'" in capsys.readouterr().err
    assert run(["check", "wyeford", "--ignore", "kent", "--no-plugins"]) == 2
    assert "'kent'" in capsys.readouterr().err


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_portfolio_that_cannot_be_loaded_is_never_well(
    broken: Path, capsys: pytest.CaptureFixture[str], output_format: str
) -> None:
    """`check` leaves with 1 though all that stops it is left out, and says why on the side."""
    assert run(["check", "wyeford", "--select", "SFR3", "--output-format", output_format]) == 1
    streams = capsys.readouterr()
    assert "SFR1" not in streams.out
    assert streams.err == (
        "No check ran: the portfolio cannot be loaded, and 4 errors that stop it are left out.\n"
    )
    assert run(["check", "wyeford", "--ignore", "SFR101", "--output-format", output_format]) == 1
    streams = capsys.readouterr()
    assert "SFR103" in streams.out
    assert "and 1 error that stops it is left out." in streams.err
    assert broken.is_dir()


def test_a_portfolio_that_cannot_be_loaded_is_reported_in_every_format(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`check` reports in the format asked for what `validate` does; other commands as text.

    `report`, whose result is public, shows no lines of the files.
    """
    for item in FORMATS:
        validated = printed(capsys, 1, "validate", "wyeford", "--output-format", item)
        checked = printed(capsys, 1, "check", "wyeford", "--output-format", item)
        assert checked == validated
    text = printed(capsys, 1, "validate", "wyeford")
    assert printed(capsys, 1, "evaluate", "wyeford") == text
    shown = re.sub(r"^ +(?:\d+ )?\|.*\n", "", text, flags=re.MULTILINE)
    assert shown != text
    assert printed(capsys, 1, "report", "wyeford", "--out", "out") == shown
    assert broken.is_dir()


WRONG = [
    (["validate", "wyeford", "--select", "SFR119"], "Similar codes: SFR"),
    (["validate", "wyeford", "--ignore", "SFR301"], "No check runs here"),
    (["validate", "wyeford", "--select", "SFR1,,SFR2"], "a code is missing"),
    (["validate", "wyeford", "--select", ""], "a code is missing"),
    (["check", "wyeford", "--ignore", "SFR319"], "Similar codes: SFR819, SFR419"),
    (["check", "wyeford", "--select", "sfr307"], "SFR307 is no longer used; it is now SFR407"),
    (["check", "nowhere", "--select", "SFR3O1"], "Similar codes: SFR311, SFR310"),
    (["validate", "wyeford", "--output-format", "xml"], "'xml' is not one of"),
    (["validate", "wyeford", "--statistics", "--output-format", "sarif"], "does not go with"),
    (["check", "wyeford", "--statistics", "--output-format", "github"], "does not go with"),
]


@pytest.mark.parametrize(("arguments", "text"), WRONG)
def test_a_call_that_names_no_code_or_format(
    wyeford_copy: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], text: str
) -> None:
    """Exit code 2, nothing on standard output, and near codes on standard error."""
    assert run(arguments) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert text in streams.err
    assert wyeford_copy.is_dir()


def test_statistics_replace_the_diagnostics(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line a code, or JSON; what is left out is not counted, and the exit code stays."""
    counted = "3  SFR103  Unknown key\n1  SFR101  Wrong type\n"
    validate = ["validate", "wyeford", "--statistics"]
    assert printed(capsys, 1, *validate) == f"{counted}Found 4 errors.\n"
    assert printed(capsys, 1, *validate, "-q", "--output-format", "concise") == counted
    assert printed(capsys, 0, *validate, "--select", "SFR2") == "Nothing found; 4 left out.\n"
    json_of = [*validate, "--output-format", "json"]
    assert json.loads(printed(capsys, 1, *json_of, "--ignore", "SFR103")) == [
        {"code": "SFR101", "title": "Wrong type", "count": 1}
    ]
    assert printed(capsys, 0, *json_of, "--select", "SFR2") == "[]\n"
    assert broken.is_dir()


def test_statistics_of_checks_have_their_titles(
    kent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The checks that ran, those of plug-ins among them, say what their codes are called."""
    messages = printed(capsys, 1, "check", "wyeford", "--statistics", "--select", "SFR302,kent.one")
    assert messages == (
        "1  SFR302    Action without owner\n1  kent.one  Seen of Kent\n"
        "Found 2 warnings; 36 left out.\n"
    )
    assert kent.is_dir()


def test_quiet_prints_diagnostics_alone(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No line counts them, and where all is well nothing is printed; other formats are the same."""
    for item in FORMATS:
        words = ["validate", "wyeford", "--output-format", item]
        full, quiet = (printed(capsys, 1, *words, *more) for more in ((), ("--quiet",)))
        assert quiet == full.removesuffix("Found 4 errors.\n")
    assert printed(capsys, 0, "validate", "wyeford/actions-help.json", "-q") == ""
    assert broken.is_dir()


@pytest.mark.parametrize(
    ("environment", "terminal", "coloured"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": ""}, False, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ({"TERM": "dumb"}, True, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True, True),
    ],
)
def test_when_text_is_coloured(environment: dict[str, str], terminal: bool, coloured: bool) -> None:
    """On a terminal only, unless the environment says otherwise; NO_COLOR goes first."""
    assert is_coloured(environment, terminal=terminal) is coloured


@pytest.mark.parametrize("output_format", FORMATS)
def test_only_formats_for_people_are_coloured(
    broken: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    output_format: str,
) -> None:
    """FORCE_COLOR colours text and concise though no terminal is there, NO_COLOR nothing."""
    words = ["validate", "wyeford", "--output-format", output_format]
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    plain = printed(capsys, 1, *words)
    assert "\x1b" not in plain
    monkeypatch.setenv("FORCE_COLOR", "1")
    forced = printed(capsys, 1, *words)
    assert ("\x1b[31m" in forced) == (output_format in ("text", "concise"))
    monkeypatch.setenv("NO_COLOR", "1")
    assert printed(capsys, 1, *words) == plain
    assert broken.is_dir()


def test_no_code_is_both_of_loading_and_of_a_check() -> None:
    """A code is reported by loading documents or by a check, and so has one manual."""
    checks = Catalogue.discover(third_party=False).checks
    assert MANUALS.keys().isdisjoint(checks)


def test_a_finding_in_a_table_keeps_its_line(tmp_path: Path) -> None:
    """A row of a table has no JSON pointer."""
    (tmp_path / "t.csv").write_text("a\nb\nc\n", encoding="utf-8")
    notice = Notice(code="SFR410", severity="warning", message="x", document="t.csv", line=3)
    question = Discrepancy(code="SFR411", about="a", question="x", document="t.csv", line=2)
    evaluation = Evaluation(
        id="e",
        title=Text(default="E"),
        portfolio="p",
        as_at=date(2026, 1, 31),
        area="ZZ0000001",
        area_name="Wyeford",
        notices=(notice,),
        discrepancies=(question,),
    )
    assert [found.location.line for found in diagnostics_of(evaluation, str(tmp_path))] == [2, 3]
