"""What a contribution does besides answering is noticed, and imports are left alone."""

import os
import socket
import sys
from os import environ
from pathlib import Path

import pytest

from sendframe.testing._watch import Forbidden, watched


def test_nothing_is_noticed_outside(tmp_path: Path) -> None:
    """Files may be written and the environment read before and after."""
    with watched() as touched:
        pass
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert environ.get("PATH") == os.environ["PATH"]
    assert touched == []


def test_writing_is_refused_and_reading_is_not(tmp_path: Path) -> None:
    """A file is not written, however it is opened; one that is there may be read."""
    (tmp_path / "old").write_text("x", encoding="utf-8")
    with watched() as touched:
        assert (tmp_path / "old").read_text(encoding="utf-8") == "x"
        with pytest.raises(Forbidden):
            (tmp_path / "new").write_text("x", encoding="utf-8")
        with pytest.raises(Forbidden):
            os.open(tmp_path / "new", os.O_CREAT | os.O_WRONLY)
        with pytest.raises(Forbidden):
            (tmp_path / "folder").mkdir()
    assert touched == ["writes the file new"] * 2 + ["changes files (os.mkdir)"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["old"]


def test_the_environment_is_noticed_whoever_holds_it() -> None:
    """A name for the environment that was imported before is no way around."""
    with watched() as touched:
        assert "PATH" in environ
        assert os.getenv("NO_SUCH_THING") is None
    assert touched == ["reads the environment (PATH)", "reads the environment (NO_SUCH_THING)"]


def test_the_network_is_refused() -> None:
    """No name is looked up and nothing is connected to."""
    with watched() as touched, pytest.raises(Forbidden):
        socket.getaddrinfo("example.org", 80)
    assert touched == ["uses the network (socket.getaddrinfo)"]


def test_imports_are_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that is imported inside may read the environment, and leaves no bytecode."""
    (tmp_path / "made_up_import.py").write_text("import os\nHOME = os.getenv('PATH')", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    with watched() as touched:
        import made_up_import

        assert made_up_import.HOME
    del sys.modules["made_up_import"]
    assert touched == []
    assert [each.name for each in tmp_path.iterdir()] == ["made_up_import.py"]
