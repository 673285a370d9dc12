"""The documents of a folder as JSON, with some files of it replaced."""

from pathlib import Path

from sendframe.documents import read_documents
from sendframe.jsontext import ParseLimits

STARTER = Path(__file__).parents[3] / "src" / "sendframe" / "api" / "starter"


def test_a_folder_is_read_as_json() -> None:
    """The manifest is the first document; nothing is wrong."""
    read = read_documents(STARTER)
    assert next(iter(read.documents)) == "portfolio.json"
    assert read.documents["actions.json"].raw["id"] == "actions"
    assert read.of_plugins == ()
    assert read.is_sound


def test_a_replaced_file_is_validated_with_the_others() -> None:
    """Its problems, and those of references to it, are found as in the folder; nothing is written."""
    data = (STARTER / "governance.json").read_bytes()
    changed = data.replace(b'"id": "forum"', b'"id": "parents"')
    codes = {
        each.code for each in read_documents(STARTER, {"governance.json": changed}).diagnostics
    }
    assert codes == {"SFR201"}
    assert (STARTER / "governance.json").read_bytes() == data
    limits = ParseLimits(bytes=20_000)
    large = read_documents(STARTER, {"governance.json": data + b" " * 20_000}, limits)
    assert "SFR011" in {each.code for each in large.diagnostics}


def test_no_folder(tmp_path: Path) -> None:
    """A folder without a manifest is no portfolio."""
    read = read_documents(tmp_path)
    assert [each.code for each in read.diagnostics] == ["SFR016"]
    assert not read.is_sound
