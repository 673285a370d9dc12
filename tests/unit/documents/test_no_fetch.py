"""Nothing is ever fetched: a schema that refers elsewhere is refused without looking there."""

import builtins
import contextlib
import io
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from sendframe.documents._fault import Engine, available_engines, python_engine, rust_engine

ENGINES = [rust_engine, python_engine]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Let sockets fail, and collect every name that is opened or asked for from here on."""
    found: list[object] = []

    def refuse(*_: object, **__: object) -> NoReturn:
        pytest.fail("a socket was made")

    def counting(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(name: object, *args: object, **more: object) -> Any:
            found.append(name)
            return real(name, *args, **more)

        return call

    for make in ENGINES:  # whatever the engines import, they have imported now
        list(make({"type": "object"})(1))
    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(builtins, "open", counting(builtins.open))
    monkeypatch.setattr(io, "open", counting(io.open))
    monkeypatch.setattr(os, "open", counting(os.open))
    return found


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
    """A remote, a file: and a relative $ref end in an error; no socket and no file is opened."""
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
    told = f"{raised.value} {raised.value.__cause__}"
    assert "secret.json" in told


@pytest.mark.parametrize("make", ENGINES)
def test_a_dialect_elsewhere_is_not_looked_up(
    make: Callable[[dict[str, Any]], Engine], opened: list[object]
) -> None:
    """A $schema that nobody knows is not fetched either."""
    opened.clear()
    with contextlib.suppress(Exception):  # refusing is as good as passing over it
        list(make({"$schema": "https://sendframe.example/dialect", "type": "object"})(1))
    assert opened == []


def test_both_engines_are_there() -> None:
    """Here both engines are installed; the compiled one comes first."""
    assert available_engines() == (rust_engine, python_engine)


def test_documents_cannot_bring_their_own_schema(opened: list[object]) -> None:
    """A $ref in a document is a key like any other."""
    opened.clear()
    for make in ENGINES:
        engine = make({"type": "object", "properties": {}, "additionalProperties": False})
        assert [each.detail for each in engine({"$ref": "file:///etc/passwd"})] == ["$ref"]
    assert opened == []


def test_no_test_reaches_the_network() -> None:
    """The guard of conftest.py bites: connecting fails before anything is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as client:
        for connect in (client.connect, client.connect_ex):
            with pytest.raises(pytest.fail.Exception, match="reach the network"):
                connect(("127.0.0.1", 9))
