"""Marlbeck's own words for headings of reports, which are compiled when the plug-in is installed."""

import re
import subprocess
import sys
from pathlib import Path

TAG = "en-GB-x-marlbeck"


def _page(folder: Path, out: Path, *words: str) -> str:
    command = [sys.executable, "-m", "sendframe", "report", str(folder), "--out", str(out)]
    command += ["--profile", "families", "--format", "html", *words]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    return (out / "families.html").read_text("utf-8")


def test_a_report_has_the_words_of_the_council(wyeford: Path, tmp_path: Path) -> None:
    """What it does not put in its own words stays as it is; the page states the language."""
    own = _page(wyeford, tmp_path / "own", "--language", TAG)
    other = _page(wyeford, tmp_path / "other")
    assert f'<html lang="{TAG}" dir="ltr">' in own
    assert "What we still get wrong" in own
    assert "What is not going well" not in own
    assert "What is not going well" in other
    assert "Skip to the report" in own
    assert len(re.findall("<h2", own)) == len(re.findall("<h2", other))
