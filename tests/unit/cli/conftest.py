"""A place of its own for each test of a command that looks at plug-ins."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from sendframe.cli import _main
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


ALL_IS_WELL = ("No problems found", "Nothing found", "No differences")


@pytest.fixture(autouse=True)
def only_code_0_is_well(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail where a command of any test prints that all is well and ends with another code than 0."""
    printed: list[str] = []
    echo, main = click.echo, _main.main.main

    def record(message: Any = None, *given: Any, **more: Any) -> None:
        printed.append(str(message))
        echo(message, *given, **more)

    def run(*given: Any, **more: Any) -> Any:
        printed.clear()
        code: object = 1  # of an exception
        try:
            code = main(*given, **more)
        finally:
            wrong = [text for text in printed if any(words in text for words in ALL_IS_WELL)]
            assert wrong == [] or code in (None, 0)
        return code

    monkeypatch.setattr(click, "echo", record)
    monkeypatch.setattr(_main.main, "main", run)
