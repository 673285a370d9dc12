"""What belongs to the whole process is as it was after a plug-in ran."""

import locale
import os
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from sendframe.evaluation import restored_state


def state() -> tuple[object, ...]:
    """Return what a plug-in may have changed."""
    return (
        sys.getrecursionlimit(),
        os.environ.copy(),
        locale.setlocale(locale.LC_ALL),
        sys.stdout,
        sys.stderr,
    )


def change_everything() -> None:
    """Change the recursion limit, the environment, the locale and the working directory."""
    sys.setrecursionlimit(sys.getrecursionlimit() + 7)
    os.environ["SENDFRAME_PLUGINS"] = "off"
    os.environ.pop("PATH")
    locale.setlocale(locale.LC_ALL, "C" if locale.setlocale(locale.LC_ALL) != "C" else "C.UTF-8")
    os.chdir("/")


@pytest.mark.parametrize("fails", [True, False])
def test_everything_is_restored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    """Also where the code fails."""
    monkeypatch.chdir(tmp_path)
    before = state()
    with suppress(GeneratorExit), restored_state():
        change_everything()
        assert state() != before
        if fails:
            raise GeneratorExit
    assert state() == before
    assert Path.cwd() == tmp_path


def test_a_working_directory_that_is_gone_stays_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was removed before, or by the plug-in; neither is an error here."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    with restored_state():
        os.chdir(tmp_path)
        gone.rmdir()
    assert Path.cwd() == tmp_path
    gone.mkdir()
    os.chdir(gone)
    gone.rmdir()
    with restored_state():
        os.chdir(tmp_path)
    assert Path.cwd() == tmp_path
