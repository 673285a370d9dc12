"""Places of diagnostics as they are shown: names of files, and lines of their text."""

import json
from pathlib import Path

import pytest

from sendframe.cli import _output
from tests.property.workflow_command import parse
from tests.unit.cli.command import printed

NAMES = ["a b#c?.json", "100%, é 日本.json", "two\nlines.json", "\u202eback.json", "a:b.json"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("absolute", [False, True])
def test_any_file_name_comes_through(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    absolute: bool,
) -> None:
    """A file of any name, relative or absolute, is reported on one line, and found by its address."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text("[]", encoding="utf-8")
    path = str(tmp_path / name) if absolute else name
    assert (
        len(printed(capsys, 1, "validate", path, "-q", "--output-format", "concise").splitlines())
        == 1
    )
    (line,) = printed(capsys, 1, "validate", path, "--output-format", "github").splitlines()
    assert parse(line) is not None
    (result,) = json.loads(printed(capsys, 1, "validate", path, "--output-format", "gitlab"))
    assert result["location"]["path"] == path
    (run_,) = json.loads(printed(capsys, 1, "validate", path, "--output-format", "sarif"))["runs"]
    uri = run_["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    wanted = (tmp_path / name).as_uri()
    assert uri == (
        wanted if absolute else wanted.removeprefix(f"{tmp_path.as_uri()}/").replace(":", "%3A")
    )


def test_the_line_shown_is_the_one_that_is_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Signs at which other programs break lines do not shift the line that is shown."""
    path = tmp_path / "a.json"
    path.write_text('{\n "x": "\u2028\x85",\r\n "$schema": 7\r}', encoding="utf-8")
    assert '  3 |  "$schema": 7\n' in printed(capsys, 1, "validate", str(path))


@pytest.mark.parametrize("name", ["gone.json", "a\0b.json"])
def test_a_file_that_is_gone_has_no_lines(name: str) -> None:
    """What went away since it was read, or was never a file, is shown without its lines."""
    assert _output._cached_lines(name) == []
