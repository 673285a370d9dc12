"""ValueLocations in documents: as JSON paths, and as text editors read them."""

import pytest

from sendframe.errors import Location


@pytest.mark.parametrize(
    ("pointer", "path"),
    [
        ("", "$"),
        ("/priorities/0/id", "$.priorities[0].id"),
        ("/extensions/area.plug-in", "$.extensions['area.plug-in']"),
        ("/extensions/a~1b~0c", "$.extensions['a/b~c']"),
        ("/extensions/it's", "$.extensions['it\\'s']"),
        ("/extensions/a\\b", "$.extensions['a\\\\b']"),
        ("/extensions/café", "$.extensions['café']"),
        ("/extensions/", "$.extensions['']"),
    ],
)
def test_a_pointer_as_a_json_path(pointer: str, path: str) -> None:
    """Names that are not identifiers are quoted, as in RFC 9535."""
    assert Location("a.json", pointer).path == path


@pytest.mark.parametrize(
    ("location", "text"),
    [
        (Location("a.json", "/id", 3, 7), "a.json:3:7"),
        (Location("a.csv", "", 3), "a.csv:3"),
        (Location("a.json", "/id"), "a.json"),
        (Location("a.json", "/id", None, 7), "a.json"),
        (Location(), "<document>"),
    ],
)
def test_only_what_is_known_is_shown(location: Location, text: str) -> None:
    """Line and column are shown only where they are known; a column needs its line."""
    assert str(location) == text
