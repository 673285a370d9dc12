"""A place of its own for each test of a command that looks at plug-ins."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.cli.remembered import remembered


@pytest.fixture(scope="module", autouse=True)
def commands() -> Iterator[None]:
    """Let the commands of a file share what does not depend on them."""
    with remembered():
        yield


@pytest.fixture
def own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a new folder, with settings of nobody, and no made-up module of another test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SENDFRAME_CONFIG", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    (tmp_path / "own" / "sendframe").mkdir(parents=True)
    for name in [item for item in sys.modules if item.startswith("shown_")]:
        monkeypatch.delitem(sys.modules, name)
