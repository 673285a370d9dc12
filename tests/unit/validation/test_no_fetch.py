"""Engines fetch nothing: a schema that refers elsewhere is refused."""

import builtins
import contextlib
import io
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from sendframe.validation import Engine
from sendframe.validation._engine import available_engines, python_engine, rust_engine

ENGINES = [rust_engine, python_engine]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Let sockets fail, and record every name that is opened from here on."""
    names: list[object] = []

    def refuse(*_: object, **__: object) -> NoReturn:
        pytest.fail("a socket was made")

    def counting(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(name: object, *args: object, **more: object) -> Any:
            names.append(name)
            return real(name, *args, **more)

        return call

    for make in ENGINES:  # so that nothing is imported later
        list(make({"type": "object"})(1))
    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(builtins, "open", counting(builtins.open))
    monkeypatch.setattr(io, "open", counting(io.open))
    monkeypatch.setattr(os, "open", counting(os.open))
    return names


@pytest.mark.parametrize("make", ENGINES)
@pytest.mark.parametrize("scheme", ["https", "http", "file", "relative"])
@pytest.mark.parametrize("nested", [False, True])
def test_a_reference_elsewhere_is_refused(
    make: Callable[[dict[str, Any]], Engine],
    scheme: str,
    tmp_path: Path,
    opened: list[object],
    *,
    nested: bool,
) -> None:
    """A remote, a file: and a relative $ref raise; no socket and no file is opened."""
    target = tmp_path / "secret.json"
    target.touch()
    address = {
        "https": "https://sendframe.example/secret.json",
        "http": "http://127.0.0.1:9/secret.json",
        "file": target.as_uri(),
        "relative": "secret.json",
    }[scheme]
    schema: dict[str, Any] = {"$ref": address}
    if nested:
        schema = {"type": "object", "properties": {"a": {"$ref": f"{address}#/$defs/a"}}}
    opened.clear()
    with pytest.raises(Exception) as raised:  # noqa: PT011  # each engine has its own
        list(make(schema)({"a": 1}))
    assert opened == []
    assert "secret.json" in f"{raised.value} {raised.value.__cause__}"


@pytest.mark.parametrize("make", ENGINES)
def test_an_unknown_dialect_is_not_fetched(
    make: Callable[[dict[str, Any]], Engine], opened: list[object]
) -> None:
    """A $schema with an unknown address is not fetched."""
    opened.clear()
    with contextlib.suppress(Exception):  # raising is as good as ignoring it
        list(make({"$schema": "https://sendframe.example/dialect", "type": "object"})(1))
    assert opened == []


def test_the_compiled_engine_comes_first() -> None:
    """Both engines are installed for the tests, and the compiled one is preferred."""
    assert available_engines() == (rust_engine, python_engine)


def test_a_reference_in_a_document_is_only_a_key(opened: list[object]) -> None:
    """A $ref in a document is reported as an unknown key, and not followed."""
    opened.clear()
    for make in ENGINES:
        engine = make({"type": "object", "properties": {}, "additionalProperties": False})
        assert [error.member for error in engine({"$ref": "file:///etc/passwd"})] == ["$ref"]
    assert opened == []


def test_no_test_reaches_the_network() -> None:
    """The guard in conftest.py fails a test that connects, before anything is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as client:
        for connect in (client.connect, client.connect_ex):
            with pytest.raises(pytest.fail.Exception, match="reach the network"):
                connect(("127.0.0.1", 9))
