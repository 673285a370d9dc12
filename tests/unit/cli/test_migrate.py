"""``sendframe migrate``: what it prints, writes and leaves alone, and its exit codes."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sendframe.cli import run
from sendframe.schemas import identifier
from tests.unit.conftest import EXAMPLES
from tests.unit.documents.older import evidence, item, older_version


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty working directory."""
    made = tmp_path / "here"
    made.mkdir()
    monkeypatch.chdir(made)
    return made


@contextmanager
def older(here: Path) -> Iterator[Path]:
    """Let there be v0, and a document of it that loses something on the way."""
    path = here / "old.json"
    raw = evidence(mood="Ann is glum", evidence=[item("e", kind="Dip sample")])
    path.write_text(json.dumps(raw, indent=1), encoding="utf-8")
    with older_version(here.parent / "schemas"):
        yield path


def test_there_is_nothing_to_do_for_current_documents(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says so, writes nothing and is content; as JSON no document has changes."""
    shutil.copytree(EXAMPLES / "wyeford", here / "wyeford")
    before = {item: item.stat().st_mtime_ns for item in here.rglob("*.json")}
    for more in ([], ["--check"], ["--allow-loss"]):
        assert run(["migrate", "wyeford", *more]) == 0
        assert capsys.readouterr().out == "27 documents are of version v1 already.\n"
    assert run(["migrate", "wyeford/strategy.json", "wyeford/strategy.json"]) == 0
    assert capsys.readouterr().out == "1 document is of version v1 already.\n"
    assert run(["migrate", "wyeford", "--output-format", "json"]) == 0
    messages = json.loads(capsys.readouterr().out)
    assert len(messages) == 27
    assert messages[0] == {
        "file": "wyeford/portfolio.json", "kind": "portfolio", "from": "v1", "to": "v1",
        "changes": [],
    }  # fmt: skip
    assert {item: item.stat().st_mtime_ns for item in here.rglob("*.json")} == before


def test_loss_is_refused_with_its_place(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1, the place in the file, nothing written, and no free text."""
    with older(here) as path:
        before = path.read_bytes()
        assert run(["migrate", "old.json"]) == 1
        out = capsys.readouterr().out
        assert "old.json:7:10: error SFR024" in out
        assert "--allow-loss" in out
        assert "Ann" not in out
        assert path.read_bytes() == before


def test_what_would_change_is_shown_first(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --check the changes are printed by pointer, nothing is written, exit code 1."""
    with older(here) as path:
        before = path.read_bytes()
        assert run(["migrate", "old.json", "--check", "--allow-loss"]) == 1
        assert capsys.readouterr().out.splitlines() == [
            "old.json: v0 to v1",
            "  converted /$schema → /$schema",
            "  renamed /headline → /title",
            "  converted /evidence/0/kind → /evidence/0/kind",
            "  defaulted /completeness",
            "  dropped /mood (lost: everything it said)",
            "Would write 1 document.",
        ]
        assert path.read_bytes() == before


def test_documents_are_migrated(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The changes are printed, and a second call finds nothing to do."""
    with older(here) as path:
        assert run(["migrate", "old.json", "--allow-loss", "--output-format", "json"]) == 0
        (messages,) = json.loads(capsys.readouterr().out)
        assert (messages["file"], messages["from"], messages["to"]) == ("old.json", "v0", "v1")
        assert messages["changes"][-1] == {
            "action": "dropped", "old": "/mood", "new": None, "loss": "everything it said",
        }  # fmt: skip
        assert json.loads(path.read_bytes())["title"] == {"default": "Evidence"}
        assert run(["migrate", "old.json"]) == 0
        assert capsys.readouterr().out == "1 document is of version v1 already.\n"
        assert run(["validate", "old.json"]) == 0
        assert capsys.readouterr().out == "No problems found.\n"


def test_an_older_document_is_valid_with_a_note(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A note leaves the exit code of ``validate`` at 0."""
    with older(here):
        assert run(["validate", "old.json"]) == 0
        out = capsys.readouterr().out
        assert "old.json:2:13: note SFR022" in out
        assert out.endswith("Found 1 note.\n")


def test_diagnostics_of_checks_are_where_the_older_file_has_them(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``check`` gives line and column of the file on disk, not of what it became in memory."""
    with older(here):
        area = {"id": "w", "code": "ZZ0000001", "names": [{"source": "us", "name": "W"}]}
        waiver = {
            "id": "waived",
            "code": "SFR302",
            "about": "x",
            "owner_role": "head",
            "reason": {"default": "Waiting."},
            "expires_on": "2025-01-01",
        }
        raw = {
            "$schema": identifier("portfolio", "v0"),
            "id": "p",
            "title": {"default": "P"},
            "area": area | {"fictional": True},
            "as_at": "2026-01-31",
            "papers": [],
            "waivers": [waiver],
        }
        Path("portfolio.json").write_text(json.dumps(raw, indent=1), encoding="utf-8")
        run(["check", ".", "--output-format", "json"])
        (result,) = json.loads(capsys.readouterr().out)
        place = result["location"]
        assert (result["code"], place["pointer"]) == ("SFR306", "/waivers/0")
        shown = Path("portfolio.json").read_text(encoding="utf-8").splitlines()
        assert shown[place["line"] - 1].strip() == "{"
        assert shown[place["line"] - 2].strip() == '"waivers": ['


def test_a_broken_document_is_reported_and_nothing_written(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As ``validate`` reports it, in either form."""
    Path("bad.json").write_text("{", encoding="utf-8")
    assert run(["migrate", "bad.json"]) == 1
    assert "SFR002" in capsys.readouterr().out
    assert run(["migrate", "bad.json", "--output-format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)[0]["code"] == "SFR002"
    assert [item.name for item in here.iterdir()] == ["bad.json"]
