"""`check --watch` checks again after each change, until it is interrupted."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sendframe import cli
from sendframe.cli import _watch
from sendframe.cli._watch import run_on_changes

ROOT = Path(__file__).parents[3]


def pausing(*steps: Callable[[], object]) -> Callable[[float], None]:
    """Return a pause in which one thing after the other happens, and then Ctrl+C."""
    left = iter(steps)

    def pause(_seconds: float) -> None:
        step = next(left, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    return pause


def nothing() -> None:
    """Change nothing."""


def test_a_job_runs_once_for_each_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A new file, another content and a file that is gone are changes; no change is none."""
    file, codes = tmp_path / "inner" / "a.json", iter((1, 1, 0, 1))
    file.parent.mkdir()

    def write(text: str) -> Callable[[], object]:
        return lambda: file.write_text(text)

    steps = (nothing, write("1"), write("22"), nothing, file.unlink)
    runs: list[int] = []

    def job() -> int:
        runs.append(next(codes))
        return runs[-1]

    assert run_on_changes(tmp_path, job, pausing(*steps)) == 1
    assert runs == [1, 1, 0, 1]
    told = capsys.readouterr().err
    assert told.count("Changed: inner/a.json") == 3
    assert told.count("Ctrl+C ends.") == 4


def test_files_that_still_change_are_waited_for(tmp_path: Path) -> None:
    """An editor that writes several files lets the job run once."""
    runs: list[int] = []
    writes = [lambda n=n: (tmp_path / f"{n}.json").write_text("x") for n in range(3)]

    def states() -> Callable[[Path], _watch.State]:
        real = _watch._state

        def state(folder: Path) -> _watch.State:
            if runs and writes:
                writes.pop()()
            return real(folder)

        return state

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_watch, "_state", states())
        run_on_changes(tmp_path, lambda: runs.append(1) or 0, pausing(nothing, nothing, nothing))
    assert len(runs) == 2


def test_a_portfolio_is_checked_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Broken and mended again while it is watched; the exit code is that of the last check."""
    folder = shutil.copytree(ROOT / "examples" / "herefordshire", tmp_path / "area")
    manifest = folder / "portfolio.json"
    sound = manifest.read_text("utf-8")
    steps = pausing(
        lambda: manifest.write_text("{", "utf-8"), lambda: manifest.write_text(sound, "utf-8")
    )
    monkeypatch.setattr(_watch.time, "sleep", steps)
    monkeypatch.setattr(run_on_changes, "__defaults__", (steps,))
    assert cli.run(["check", str(folder), "--watch", "--output-format", "concise"]) == 0
    printed = capsys.readouterr()
    assert "portfolio.json:1:2: error SFR0" in printed.out
    assert printed.err.count("Changed: portfolio.json") == 2
    assert "SFR311" not in printed.out


def test_formats_for_programs_cannot_be_watched(capsys: pytest.CaptureFixture[str]) -> None:
    """They are one document, and a second one behind it would be none."""
    folder = str(ROOT / "examples" / "herefordshire")
    assert cli.run(["check", folder, "--watch", "--output-format", "json"]) == 2
    assert "--watch does not go with --output-format json." in capsys.readouterr().err


def test_what_is_no_folder_is_refused_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is waited for in a folder that is not there."""
    assert cli.run(["check", "no-such-folder", "--watch"]) == 1
    assert "no-such-folder" in capsys.readouterr().out
