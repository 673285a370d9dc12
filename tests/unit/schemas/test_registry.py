"""Schemas are found beside the package, and nothing stands in for them where they are not."""

import pytest

from sendframe import schemas
from sendframe.errors import UnknownName
from sendframe.schemas import _registry


def test_every_schema_that_is_named_can_be_read() -> None:
    """Each kind has a schema whose ``$id`` names that kind and the current version."""
    for kind in schemas.names():
        address = schemas.read(kind)["$id"]
        assert schemas.parse_identifier(address) == (schemas.CURRENT, kind)


def test_without_the_package_of_schemas_there_is_no_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where the schemas are not installed, that is said by the name of what is missing."""
    monkeypatch.setattr(_registry, "find_spec", lambda _: None)
    with pytest.raises(UnknownName, match="sendframe_schemas"):
        _registry.folder()


@pytest.mark.parametrize(("kind", "version"), [("strtegy", "v1"), ("strategy", "v99")])
def test_an_unknown_schema_is_refused(kind: str, version: str) -> None:
    """Neither an unknown kind nor an unknown version has a schema."""
    with pytest.raises(UnknownName, match=kind):
        schemas.read_bytes(kind, version)
