"""Which JSON Schema engine is used, by what is installed."""

import sys

import pytest

from sendframe import schemas
from sendframe.documents import _fault
from sendframe.documents._fault import available_engines, engine_of, python_engine, rust_engine

SCHEMA = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}
MISSING = [
    (("jsonschema_rs",), (python_engine,)),
    (("jsonschema",), (rust_engine,)),
    (("jsonschema_rs", "jsonschema"), ()),
]


@pytest.mark.parametrize(("missing", "left"), MISSING)
def test_what_is_not_installed_is_passed_over(
    missing: tuple[str, ...], left: tuple[object, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only engines whose package can be imported are offered."""
    for name in missing:
        monkeypatch.setitem(sys.modules, name, None)
    assert available_engines() == left


@pytest.mark.parametrize(("missing", "left"), MISSING[:2])
def test_one_engine_is_enough(
    missing: tuple[str, ...], left: tuple[object, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever engine is left says what is missing, of which member and where."""
    for name in missing:
        monkeypatch.setitem(sys.modules, name, None)
    (fault,) = engine_of(SCHEMA)({})
    assert (fault.keyword, fault.detail, fault.path) == ("required", "id", ())
    assert left


def test_without_any_engine_nothing_is_called_valid(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where neither package is there, holding a document against its schema fails and says why."""
    for name in ("jsonschema_rs", "jsonschema"):
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setattr(_fault, "_engine_for", _fault._engine_for.__wrapped__)
    with pytest.raises(ImportError, match="neither jsonschema-rs nor jsonschema is installed"):
        _fault.faults({}, schemas.names()[0])
