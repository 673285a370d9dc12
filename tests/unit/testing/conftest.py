"""Faster interpreters for tests of the conformance checks."""

import os
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from sendframe.testing import _fresh_interpreter
from tests.unit.testing.warm import Run, warm_interpreters

STARTED = ("test_a_good_plug_in_passes[check]", "test_a_broken_plug_in_gets_advice[imports]")


@pytest.fixture(scope="module")
def warm_run() -> Iterator[Run]:
    """Give a faster `subprocess.run` for the programs of conformance checks."""
    with warm_interpreters() as run:
        yield run


@pytest.fixture
def warm(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let most tests split off their fresh interpreters; those of `STARTED` start them."""
    if request.node.name not in STARTED and hasattr(os, "fork"):
        faster = SimpleNamespace(run=request.getfixturevalue("warm_run"))
        monkeypatch.setattr(_fresh_interpreter, "subprocess", faster)
