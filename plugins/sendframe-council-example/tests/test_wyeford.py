"""The plug-in on a copy of the fictional area Wyeford, and the same copy without it."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import sendframe
from sendframe.plugins import Catalogue


class _Ran(NamedTuple):
    """What a command said, and its exit code."""

    output: str
    exit_code: int


def _run(*words: str | Path) -> _Ran:
    command = [sys.executable, "-m", "sendframe", *map(str, words)]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    return _Ran(ran.stdout + ran.stderr, ran.returncode)


def _report(folder: Path, out: Path, *words: str) -> _Ran:
    formats = ("--format", "html", "--format", "marlbeck.bulletin")
    return _run("report", folder, "--out", out, *formats, *words)


def test_the_copy_is_valid(wyeford: Path) -> None:
    """What the snippet adds is valid, the extension checked against its schema."""
    result = _run("validate", wyeford)
    assert result.exit_code == 0, result.output
    assert result.output == "No problems found.\n"


def test_the_extension_is_checked_against_its_schema(wyeford: Path) -> None:
    """What does not belong under the name of the plug-in is reported with its place."""
    file = wyeford / "strategy.json"
    file.write_text(
        re.sub(r'"board_paper": "7/2025"', '"board_paper": 7', file.read_text("utf-8")), "utf-8"
    )
    result = _run("validate", wyeford)
    assert result.exit_code == 1
    assert "board_paper" in result.output


def test_everything_of_the_plug_in_shows(wyeford: Path, tmp_path: Path) -> None:
    """Indicator, rule, scale, criteria and renderer all show in the reports."""
    profiles = ("board", "annex", "sef-update")
    chosen = (word for profile in profiles for word in ("--profile", profile))
    result = _report(wyeford, tmp_path / "out", *chosen)
    assert result.exit_code == 0, result.output
    assert "not here" not in result.output
    pages = {
        profile: (tmp_path / "out" / f"{profile}-bulletin.html").read_text("utf-8")
        for profile in profiles
    }
    board, annex = pages["board"], pages["annex"]
    assert all("#6a2c5b" in page for page in pages.values()), "the accent that was chosen"
    for page in (board, annex):
        assert "Late EHC plans of each 100 issued" in page
        assert "33.2 of 100" in page
    assert "off target, no worse than a year ago" in annex
    assert "on or near target" not in annex
    assert "marlbeck.target-or-improved" in annex
    page = (tmp_path / "out" / "sef-update.html").read_text("utf-8")
    for update in (page, pages["sef-update"]):
        assert "Do families hear what became of what they told us?" in update
        assert "taking hold" in update
        assert "marlbeck.taking-hold" not in update


def test_what_is_worked_out_is_in_the_evaluation(wyeford: Path) -> None:
    """Figures, scores and refusals of the plug-in are there with its name."""
    evaluation = sendframe.evaluate(sendframe.load(wyeford))
    assert not evaluation.failures
    assert not evaluation.missing
    results = {indicator.indicator: indicator for indicator in evaluation.indicators}
    late = results["marlbeck.late-plans-per-100"]
    assert [round(point.value or 0, 1) for point in late.points] == [29.0, 34.8, 39.5, 33.2]
    bands = {
        indicator.indicator: score.band
        for indicator in evaluation.indicators
        for score in indicator.scores
        if score.rule == "marlbeck.target-or-improved"
    }
    assert bands == {
        "marlbeck.late-plans-per-100": "amber",
        "wyeford-ehc-plans-within-20-weeks": "amber",
    }
    (refusal,) = (
        refusal
        for refusal in results["wyeford-ehc-requests"].refusals
        if refusal.rule == "marlbeck.target-or-improved"
    )
    assert "neutral" in refusal.reason


def test_a_missed_target_is_read_as_one(wyeford: Path) -> None:
    """The rating of the plug-in's rule stands first, as that of any rule that compares with one."""
    strategy = json.loads((wyeford / "strategy.json").read_text("utf-8"))
    (measure,) = (each for each in strategy["measures"] if each["id"] == "wyeford-m-20-weeks")
    measure["target"] |= {"level": 100}
    (wyeford / "strategy.json").write_text(json.dumps(strategy), "utf-8")
    manifest = json.loads((wyeford / "portfolio.json").read_text("utf-8"))
    manifest["rules"] = [
        each
        for each in manifest["rules"]
        if each.get("indicator") != "wyeford-ehc-plans-within-20-weeks"
        or each["rule"] == "marlbeck.target-or-improved"
    ]
    (wyeford / "portfolio.json").write_text(json.dumps(manifest), "utf-8")
    evaluation = sendframe.evaluate(sendframe.load(wyeford))
    results = {each.indicator: each for each in evaluation.indicators}
    result = results["wyeford-ehc-plans-within-20-weeks"]
    (target,) = result.targets
    assert (target.reached, round(target.gap or 0)) == (False, 33)
    assert result.reading is not None
    assert result.reading.marks[0].label == "off target, no worse than a year ago"
    assert result.reading.marks[0].tone == "between"


def test_its_own_kind_of_report_can_be_asked_for(wyeford: Path, tmp_path: Path) -> None:
    """The profile is found by its id."""
    result = _report(wyeford, tmp_path / "out", "--profile", "marlbeck.update")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "out" / "marlbeck.update-bulletin.html").is_file()


def test_the_update_has_the_districts_with_their_figure(wyeford: Path, tmp_path: Path) -> None:
    """The section of the plug-in is in its own kind of report, with its derived indicator."""
    result = _report(wyeford, tmp_path / "out", "--profile", "marlbeck.update")
    assert result.exit_code == 0, result.output
    page = (tmp_path / "out" / "marlbeck.update-bulletin.html").read_text("utf-8")
    assert "In each district" in page
    assert "Middle Vale" in page
    assert "Late EHC plans of each 100 issued: 33.2 of 100" in page


def test_families_are_shown_no_evidence_that_is_not_publishable(
    wyeford: Path, tmp_path: Path
) -> None:
    """The update is public: of evidence that may not be published neither title nor words show."""
    file = wyeford / "evidence.json"
    data = json.loads(file.read_text("utf-8"))
    for item in data["evidence"]:
        item["title"] = {"default": f"Title of {item['id']}."}
        item["summary"] = {"default": f"Summary of {item['id']}."}
    hidden, shown = data["evidence"][::2], data["evidence"][1::2]
    for publishable, items in ((False, hidden), (True, shown)):
        for item in items:
            item["publishable"] = publishable
    file.write_text(json.dumps(data), "utf-8")
    result = _report(wyeford, tmp_path / "out", "--profile", "marlbeck.update")
    assert result.exit_code == 0, result.output
    page = (tmp_path / "out" / "marlbeck.update-bulletin.html").read_text("utf-8")
    printed = [item["id"] for item in hidden if f" of {item['id']}." in page]
    assert printed == []
    assert any(f"Title of {item['id']}." in page for item in shown)
    assert "Not for publication" not in page


def test_an_unknown_district_is_reported(wyeford: Path) -> None:
    """A priority for a district that is spelt otherwise is found by the check."""
    assert "marlbeck.known-district" not in _run("check", wyeford).output
    file = wyeford / "strategy.json"
    file.write_text(file.read_text("utf-8").replace("Middle Vale", "Midle Vale"), "utf-8")
    result = _run("check", wyeford).output
    assert "the priority 'wyeford-p-help' is for a district that is not known" in result
    manifest = wyeford / "portfolio.json"
    data = json.loads(manifest.read_text("utf-8"))
    data["options"]["marlbeck.known-district"] = {"districts": ["Midle Vale"]}
    manifest.write_text(json.dumps(data), "utf-8")
    assert "marlbeck.known-district" not in _run("check", wyeford).output


def test_without_the_plug_in_everything_else_runs(wyeford: Path, tmp_path: Path) -> None:
    """Nothing stops, nothing is left out in silence, and what is missing is named."""
    words = ("--no-plugins", "--format", "html", "--profile", "annex", "--profile", "sef-update")
    result = _run("report", wyeford, "--out", tmp_path / "out", *words)
    assert result.exit_code == 0, result.output
    assert (
        "the plug-in 'marlbeck', which the portfolio names: it is not installed, or may not run"
        in result.output
    )
    for document in ("glossary", "indicators", "questions", "scales"):
        assert f"not here: the document 'marlbeck.{document}'" in result.output
    annex = (tmp_path / "out" / "annex.html").read_text("utf-8")
    assert "&#39;marlbeck.target-or-improved&#39; is not installed, or may not run here" in annex
    assert "Not here: the plug-in" in annex
    update = (tmp_path / "out" / "sef-update.html").read_text("utf-8")
    assert "A question that is not in these documents" in update
    assert "marlbeck.taking-hold" in update, "the judgement, by all that is known of it"
    assert "Each answer to the survey is told what became of it." in update


def test_the_same_from_python(wyeford: Path) -> None:
    """A catalogue without third parties evaluates the same folder, and says what is missing."""
    catalogue = Catalogue.discover(third_party=False)
    portfolio = sendframe.load(wyeford, catalogue=catalogue)
    evaluation = sendframe.evaluate(portfolio, catalogue=catalogue)
    assert not evaluation.failures
    assert [item.partition(":")[0] for item in evaluation.missing] == [
        "The document 'marlbeck.glossary'",
        "The document 'marlbeck.indicators'",
        "The document 'marlbeck.questions'",
        "The document 'marlbeck.scales'",
        "The plug-in 'marlbeck', which the portfolio names",
        "The rule 'marlbeck.target-or-improved', which the portfolio chose",
        "The rule 'direction-of-travel' for the indicator 'marlbeck.late-plans-per-100'",
    ]
    results = {indicator.indicator: indicator for indicator in evaluation.indicators}
    assert "marlbeck.late-plans-per-100" not in results
    assert results["wyeford-ehc-plans-within-20-weeks"].scores


def test_what_it_is_not_changes_nothing_else(wyeford: Path) -> None:
    """With and without the plug-in, the figures of all other indicators are the same."""
    catalogue = Catalogue.discover(third_party=False)
    there = sendframe.evaluate(sendframe.load(wyeford))
    absent = sendframe.evaluate(sendframe.load(wyeford, catalogue=catalogue), catalogue=catalogue)
    points = {indicator.indicator: indicator.points for indicator in there.indicators}
    points.pop("marlbeck.late-plans-per-100")
    assert {indicator.indicator: indicator.points for indicator in absent.indicators} == points


def test_unknown_formats_are_named(wyeford: Path, tmp_path: Path) -> None:
    """Without the plug-in its renderer is not known, which is reported with those there are."""
    result = _report(wyeford, tmp_path / "out", "--no-plugins")
    assert result.exit_code != 0
    assert "marlbeck.bulletin" in result.output


def test_every_option_of_the_snippet_is_taken(wyeford: Path, tmp_path: Path) -> None:
    """An option that there is not is a failure of that renderer alone, and exit code 3."""
    manifest = wyeford / "portfolio.json"
    data = json.loads(manifest.read_text("utf-8"))
    data["options"]["marlbeck.bulletin"] = {"accent": "crimson"}
    manifest.write_text(json.dumps(data), "utf-8")
    result = _report(wyeford, tmp_path / "out")
    assert result.exit_code == 3
    assert (tmp_path / "out" / "board.html").is_file()
    assert not (tmp_path / "out" / "board-bulletin.html").exists()
