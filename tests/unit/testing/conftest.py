"""A folder for plug-ins that are made up, and a name for each that nobody has imported."""

import itertools
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

NUMBER = itertools.count()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that can be imported from, and searched for plug-ins."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    return folder


@pytest.fixture
def module() -> Iterator[str]:
    """Return the name of a module that nobody has imported yet."""
    name = f"made_up_kent_{next(NUMBER)}"
    yield name
    for each in [each for each in sys.modules if each.partition(".")[0] == name]:
        del sys.modules[each]
