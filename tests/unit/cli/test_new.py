"""``sendframe new`` writes a portfolio that works at once, and never over anything."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sendframe import cli
from sendframe.api import report_folder, start_portfolio, validate
from sendframe.api._portfolio_starter import starter_files
from sendframe.documents import RECORD
from sendframe.errors import CannotWrite
from sendframe.plugins import Catalogue


def test_what_is_written_validates_and_has_no_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is sound: only unprinted texts are noted, and words that no young people have read."""
    folder = tmp_path / "area"
    assert cli.run(["new", str(folder)]) == 0
    captured = capsys.readouterr()
    assert captured.out.splitlines() == [
        f"{folder.as_posix()}/{name}" for name in (".vscode/settings.json", *starter_files())
    ]
    assert f"sendframe report {folder.as_posix()} --out {folder.as_posix()}/build" in captured.err
    assert validate(folder) == ()
    assert cli.run(["check", str(folder)]) == 0
    assert ": note SFR311: " in capsys.readouterr().out
    assert cli.run(["check", str(folder), "--ignore", "SFR311,SFR610"]) == 0
    assert capsys.readouterr().out == "Nothing found; 3 left out.\n"


def test_every_report_can_be_written_at_once(tmp_path: Path) -> None:
    """Each profile and each format works on the new portfolio, and says that it is made up."""
    catalogue = Catalogue.discover(third_party=False)
    start_portfolio(tmp_path / "area")
    profiles = [
        id_ for id_, known in catalogue.profiles.items() if not known.record.needs_one_of
    ]  # the others need what nobody has said yet
    made = report_folder(
        tmp_path / "area",
        tmp_path / "out",
        profiles=profiles,
        formats=catalogue.renderers,
        catalogue=catalogue,
    )
    assert not made.failures
    index = sum(provided.record.for_people for provided in catalogue.renderers.values())
    reports = [file for file in made.files if file.name != RECORD]
    assert len(reports) == len(profiles) * len(catalogue.renderers) + index
    for file in reports:
        text = file.read_text("utf-8")
        assert "Sampleford does not exist" in text
        assert "60.0%" in text or file.stem not in ("board", "annex", "figures")


def test_a_folder_that_holds_something_is_ignored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written over, and nothing beside it."""
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    assert cli.run(["new", str(tmp_path)]) == 1
    assert "SFR018" in capsys.readouterr().err
    assert [item.name for item in tmp_path.iterdir()] == ["notes.txt"]
    with pytest.raises(CannotWrite):
        start_portfolio(tmp_path / "notes.txt")
    (tmp_path / "empty").mkdir()
    assert len(start_portfolio(tmp_path / "empty")) == len(starter_files()) + 1


def test_kinds_of_an_area_are_begun_and_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The files are printed; what was there already is named as kept, and that is no failure."""
    folder = (tmp_path / "area").as_posix()
    assert cli.run(["new", folder, "--kind", "evidence", "--area", "884"]) == 0
    captured = capsys.readouterr()
    names = (".vscode/settings.json", "evidence.json", "portfolio.json")
    assert captured.out.splitlines() == [f"{folder}/{name}" for name in names]
    assert captured.err == f"Next: sendframe validate {folder}\n"
    assert cli.run(["new", folder, "--kind", "evidence"]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"Kept as it is: {folder}/evidence.json\n")
    assert cli.run(["new", folder, "--kind", "evidense"]) == 2
    assert "'evidense'" in capsys.readouterr().err
    assert cli.run(["new", folder, "--area", "330"]) == 1
    assert "it is about Herefordshire" in capsys.readouterr().err


def test_settings_with_comments_are_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The documents are written; what to do about the settings is printed, and is no failure."""
    settings = tmp_path / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text('{"a": 1} // mine', encoding="utf-8")
    assert cli.run(["new", str(tmp_path), "--area", "884"]) == 0
    captured = capsys.readouterr()
    assert captured.out == f"{tmp_path.as_posix()}/portfolio.json\n"
    assert f"Kept as it is: {settings.as_posix()}\n`sendframe schema editor" in captured.err
    assert settings.read_text("utf-8") == '{"a": 1} // mine'


@pytest.mark.skipif(os.name != "posix", reason="permissions of folders are those of POSIX")
def test_a_folder_that_cannot_be_listed_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the operating system refuses is reported in its own words."""
    listed = Path.iterdir

    def refuse(path: Path) -> Iterator[Path]:
        if path == tmp_path:
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(CannotWrite, match="Permission denied"):
        start_portfolio(tmp_path)


def test_each_document_says_what_it_is_for() -> None:
    """Notes stand for comments, which JSON has not; the readme names every file."""
    files = starter_files()
    readme = files["README.md"].decode()
    for name, data in files.items():
        if name.endswith(".json"):
            document = json.loads(data)
            assert "note" in document or name == "self-evaluation-2025-spring.json"
            # As people write it: two spaces, one line break at the end.
            assert data.decode().startswith('{\n  "$schema"')
            assert data.endswith(b"}\n")
        assert name == "README.md" or name.startswith("self-evaluation") or f"`{name}`" in readme
