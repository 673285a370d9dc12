"""Reports and checks where plug-ins fail, or are not there."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from sendframe.plugins import Catalogue
from tests.unit.cli.command import out
from tests.unit.plugins.fake import CHECKS, GOOD, install

pytestmark = pytest.mark.usefixtures("own_place")


def _portfolio(capsys: pytest.CaptureFixture[str], **members: object) -> None:
    """Write a small portfolio with some members of its own."""
    out(capsys, 0, "new", "area")
    file = Path("area/portfolio.json")
    raw = json.loads(file.read_text(encoding="utf-8")) | members
    file.write_text(json.dumps(raw, indent=2), encoding="utf-8")


def test_strict_stops_at_all_failures_together(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each is reported, nothing is written, and the exit code is 1."""
    for name in ("kent", "surrey"):
        points = CHECKS.replace("kent", name).format(module=f"shown_s_{name}")
        install(site, f"sendframe-{name}", f"shown_s_{name}", "1/0", points)
    _portfolio(capsys, plugins=["kent", "surrey"])
    for words in (["report", "area", "--out", "o"], ["evaluate", "area"], ["check", "area"]):
        printed, messages = out(capsys, 1, *words, "--strict")
        assert messages.count("SFR900") == 2, printed
        assert not Path("o").exists()
    _, messages = out(capsys, 3, "report", "area", "--out", "o")
    assert messages.count("left out: ") == 2
    assert "Not scored: plug-in 'kent'" in Path("o/board.md").read_text(encoding="utf-8")


def test_a_missing_plug_in_is_reported_and_stops_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It is named on standard error and in every report; the exit code is that of the rest."""
    _portfolio(capsys, plugins=["elsewhere"])
    _, messages = out(capsys, 0, "report", "area", "--out", "o", "--profile", "sef-update")
    assert messages.startswith(
        "not here: the plug-in 'elsewhere', which the portfolio names: it is not installed, or may not "
        "run.\nRead, and printed in none"
    )
    for item in ("md", "html", "json"):
        assert "'elsewhere'" in Path(f"o/sef-update.{item}").read_text(encoding="utf-8").replace(
            "&#39;", "'"
        )
    assert Catalogue.discover().absent(["elsewhere", "plain.text"]) == ("elsewhere",)


def test_whatever_is_missing_is_reported_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    """Rules, options and plug-ins that are not there: reported, in the report too, and no more."""
    rule = {"indicator": "plans-within-20-weeks", "rule": "target-tolerence"}
    _portfolio(capsys, plugins=["kennt"], options={"htlm": {}}, rules=[rule])
    _, messages = out(capsys, 0, "report", "area", "--out", "o")
    *lines, summary = messages.splitlines()
    assert summary.startswith("Read, and printed in none")
    assert any(line.startswith("not here: the plug-in 'kennt'") for line in lines)
    assert any("the options for 'htlm'" in line for line in lines)
    assert any("the rule 'target-tolerence'" in line for line in lines)
    text = Path("o/board.md").read_text(encoding="utf-8")
    assert text.count("Not here:") == len(lines)


def test_strict_counts_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    """A council's checks that are gone do not pass for well."""
    _portfolio(capsys, plugins=["kennt"])
    for words in (["check", "area"], ["evaluate", "area"], ["report", "area", "--out", "o"]):
        _, messages = out(capsys, 1, *words, "--strict")
        assert messages.startswith("SFR901: The plug-in 'kennt'")
    assert not Path("o").exists()


DATA = """[sendframe.data]
kent = shown_data
[sendframe.checks]
kent = shown_check
"""


def test_a_finding_about_a_document_of_a_plug_in_names_it(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The document lies in no folder of the user's, so none is named before it."""
    source = GOOD.replace('"seen", about="kent"', '"seen", at=context.portfolio.documents[-1]')
    install(site, "sendframe-kent", "shown_check", source, DATA)
    (site / "shown_data").mkdir()
    term = {"id": "kent.word", "term": "plan", "meaning": {"default": "What is done."}}
    address = "https://sendframe.example/schemas/v1/glossary.schema.json"
    raw = {"$schema": address, "id": "kent.words", "title": {"default": "W"}, "terms": [term]}
    (site / "shown_data" / "words.json").write_text(json.dumps(raw), encoding="utf-8")
    _portfolio(capsys, plugins=["kent"], uses=["kent.words"])
    printed, _ = out(capsys, 1, "check", "area", "--select", "kent.one")
    assert printed.startswith("plug-in:kent.words: warning kent.one: seen\n")
    assert "  from kent (sendframe-kent 1.2.0)\n" in printed


def test_a_form_that_fails_leaves_the_others(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its plug-in is named, in the other forms too, and they are written."""
    points = "[sendframe.renderers]\nbad.form = shown_form\n"
    install(site, "sendframe-bad", "shown_form", "1/0", points)
    _portfolio(capsys, plugins=["bad"])
    words = ["report", "area", "--out", "o", "--format", "bad.form", "--format", "markdown"]
    printed, messages = out(capsys, 3, *words)
    assert printed == "o/annex.md\no/board.md\no/index.md\no/shown.json\n"
    assert messages.count("failed (import) [shown_form.py:1]: ZeroDivisionError") == 1
    assert "plug-in 'bad.form'" in Path("o/board.md").read_text(encoding="utf-8")


def test_a_form_that_is_not_asked_for_is_not_imported(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A plug-in that would fail harms no report that does without it."""
    points = "[sendframe.renderers]\nbad.form = shown_other\n"
    install(site, "sendframe-bad", "shown_other", "1/0", points)
    _portfolio(capsys, plugins=["bad"])
    messages = out(capsys, 0, "report", "area", "--out", "o", "--format", "markdown")[1]
    assert messages.startswith("Read, and printed in none")
    assert "shown_other" not in sys.modules
    _, messages = out(capsys, 2, "report", "area", "--out", "o", "--format", "good.form")
    assert "there are: csv, html, json, markdown" in messages


def test_where_a_plug_in_failed_nothing_is_said_to_be_well(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The summary says what was not looked for, with --strict too, beside what was."""
    points = CHECKS.format(module="shown_well_kent")
    install(site, "sendframe-kent", "shown_well_kent", "1/0", points)
    _portfolio(capsys, plugins=["kent"])
    for code, *more in ((3,), (1, "--strict")):
        printed, _ = out(capsys, code, "check", "area", "--select", "SFR101", *more)
        assert printed == "Not complete: 1 contribution of plug-ins failed; 3 left out.\n"
    printed, _ = out(capsys, 3, "check", "area", "--select", "SFR311")
    assert printed.endswith("Found 1 note; 2 left out; 1 contribution of plug-ins failed.\n")
    shutil.rmtree("area")
    _portfolio(capsys, plugins=["elsewhere"])
    assert out(capsys, 0, "check", "area", "--select", "SFR101")[0].startswith("Nothing found")
    printed, _ = out(capsys, 1, "check", "area", "--select", "SFR101", "--strict")
    assert printed.startswith("Not complete: 1 contribution of plug-ins missing; ")
    Path("area/strategy.json").write_text("{", encoding="utf-8")
    printed, _ = out(capsys, 1, "check", "area", "--select", "SFR101")
    assert printed == "Not complete: no check ran; 2 left out.\n"
