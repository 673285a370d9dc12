"""Side effects are recorded and forbidden ones refused; imports are ignored."""

import os
import socket
import sys
from os import environ
from pathlib import Path

import pytest

from sendframe.testing._side_effects import ForbiddenEffect, record_side_effects


def test_nothing_is_recorded_outside(tmp_path: Path) -> None:
    """Files may be written and the environment read before and after."""
    with record_side_effects() as effects:
        pass
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert environ.get("PATH") == os.environ["PATH"]
    assert effects == []


def test_writing_is_refused_and_reading_is_not(tmp_path: Path) -> None:
    """A file is not written, however it is opened; one that is there may be read."""
    (tmp_path / "old").write_text("x", encoding="utf-8")
    with record_side_effects() as effects:
        assert (tmp_path / "old").read_text(encoding="utf-8") == "x"
        with pytest.raises(ForbiddenEffect):
            (tmp_path / "new").write_text("x", encoding="utf-8")
        with pytest.raises(ForbiddenEffect):
            os.open(tmp_path / "new", os.O_CREAT | os.O_WRONLY)
        with pytest.raises(ForbiddenEffect):
            (tmp_path / "folder").mkdir()
    assert effects == ["writes the file new"] * 2 + ["changes files (os.mkdir)"]
    assert sorted(item.name for item in tmp_path.iterdir()) == ["old"]


def test_reads_of_an_imported_environment_are_recorded() -> None:
    """Reads through a name for the environment that was imported before are recorded."""
    with record_side_effects() as effects:
        assert "PATH" in environ
        assert os.getenv("NO_SUCH_THING") is None
    assert effects == ["reads the environment (PATH)", "reads the environment (NO_SUCH_THING)"]


def test_the_network_is_refused() -> None:
    """No name is looked up and nothing is connected to."""
    with record_side_effects() as effects, pytest.raises(ForbiddenEffect):
        socket.getaddrinfo("example.org", 80)
    assert effects == ["uses the network (socket.getaddrinfo)"]


def test_imports_are_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that is imported inside may read the environment, and leaves no bytecode."""
    (tmp_path / "made_up_import.py").write_text("import os\nHOME = os.getenv('PATH')", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    with record_side_effects() as effects:
        import made_up_import

        assert made_up_import.HOME
    del sys.modules["made_up_import"]
    assert effects == []
    assert [item.name for item in tmp_path.iterdir()] == ["made_up_import.py"]
