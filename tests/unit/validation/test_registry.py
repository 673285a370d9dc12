"""The published schemas are found and read."""

import pytest

from sendframe import validation
from sendframe.errors import UnknownName
from sendframe.validation import _registry


def test_the_schema_of_every_kind_can_be_read() -> None:
    """Each kind has a schema whose ``$id`` names that kind and the current version."""
    for kind in validation.schema_kinds():
        id_ = validation.read_schema(kind)["$id"]
        assert validation.parse_schema_id(id_) == (validation.CURRENT_VERSION, kind)


def test_a_missing_schema_package_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where the schemas are not installed, the exception names the missing package."""
    monkeypatch.setattr(_registry, "find_spec", lambda _: None)
    with pytest.raises(UnknownName, match="sendframe_schemas"):
        _registry.schema_folder()


@pytest.mark.parametrize(("kind", "version"), [("strtegy", "v1"), ("strategy", "v99")])
def test_an_unknown_schema_is_refused(kind: str, version: str) -> None:
    """Neither an unknown kind nor an unknown version has a schema."""
    with pytest.raises(UnknownName, match=kind):
        validation.read_schema_bytes(kind, version)
