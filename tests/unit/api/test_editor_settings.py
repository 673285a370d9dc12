"""The settings for an editor hold the schemas and the ids, and keep what is the user's."""

import json
from pathlib import Path
from typing import Any

import pytest

from sendframe import cli
from sendframe.api import editor_settings, start_documents, write_editor_settings
from sendframe.errors import CannotWrite
from sendframe.validation import schema_id, schema_kinds

FILE = ".vscode/settings.json"


def schemas(settings: dict[str, Any]) -> dict[str, Any]:
    """Return the schemas of some settings by their addresses."""
    return {entry["url"]: entry["schema"] for entry in settings["json.schemas"]}


def offered(settings: dict[str, Any], kind: str, of: str) -> list[str]:
    """Return the ids that the schema of a kind offers for references to another kind."""
    found: list[str] = schemas(settings)[schema_id(kind)]["$defs"][f"ids-of-{of}"]["examples"]
    return found


def test_each_kind_has_its_schema_under_its_id(tmp_path: Path) -> None:
    """A folder without documents offers no ids; the schemas are otherwise those that are published."""
    given = schemas(editor_settings(tmp_path))
    assert list(given) == [schema_id(kind) for kind in schema_kinds()]
    assert all(schema["$id"] == url for url, schema in given.items())
    assert offered(editor_settings(tmp_path), "strategy", "criterion") == []
    assert "right-help-right-time" not in json.dumps(
        given[schema_id("strategy")]["$defs"]["Priority"]["properties"]["criteria"]
    )


def test_references_offer_the_ids_of_the_documents(tmp_path: Path) -> None:
    """Documents that are not valid have ids too, and those of two kinds are offered together."""
    start_documents(tmp_path, ["self-evaluation"], area="884")
    assert offered(editor_settings(tmp_path), "self-evaluation", "criterion") == ["first"]
    criteria = tmp_path / "criteria-set.json"
    criteria.write_bytes(criteria.read_bytes().replace(b'"code"', b'"cod"'))
    assert offered(editor_settings(tmp_path), "strategy", "criterion") == ["first"]
    assert offered(editor_settings(tmp_path), "portfolio", "priority-or-criterion") == ["first"]


@pytest.mark.parametrize(
    "mine",
    [
        "{}",
        '{\r\n\t"editor.wordWrap": "on"\r\n}',
        '{"json.schemas": [], "a": 1}',
        '{"json.schemas": [{"fileMatch": ["a.json"], "url": "./a.json"}, 3], "a": [1,  2]}',
    ],
)
def test_settings_of_the_user_stay(tmp_path: Path, mine: str) -> None:
    """Other keys and other schemas are kept, and a second run changes nothing."""
    path = tmp_path / FILE
    path.parent.mkdir()
    path.write_bytes(mine.encode())
    assert write_editor_settings(tmp_path) == path
    written = path.read_bytes()
    before, after = json.loads(mine), json.loads(written)
    own = len(schema_kinds())
    assert after.pop("json.schemas")[:-own] == before.pop("json.schemas", [])
    assert after == before
    assert len(written.splitlines()) < own + 12  # a schema has one line
    write_editor_settings(tmp_path)
    assert path.read_bytes() == written


@pytest.mark.parametrize("mine", [b"{} // mine", b"[]", b'{"json.schemas": {}}', b"", b"\xff"])
def test_what_is_no_plain_json_is_left_alone(tmp_path: Path, mine: bytes) -> None:
    """Comments cannot be kept, so that the command prints what to add."""
    path = tmp_path / FILE
    path.parent.mkdir()
    path.write_bytes(mine)
    with pytest.raises(CannotWrite, match="sendframe schema editor --print"):
        write_editor_settings(tmp_path)
    assert path.read_bytes() == mine


def test_new_documents_are_offered_at_once(tmp_path: Path) -> None:
    """The settings that are written with them have their ids, and are written with the next too."""
    start_documents(tmp_path, ["criteria-set"], area="884")
    settings = json.loads((tmp_path / FILE).read_bytes())
    assert offered(settings, "strategy", "criterion") == ["first"]
    start_documents(tmp_path, ["strategy"])
    settings = json.loads((tmp_path / FILE).read_bytes())
    assert offered(settings, "portfolio", "priority-or-criterion") == ["first"]
    assert settings == editor_settings(tmp_path)


def test_settings_that_cannot_be_read_are_left_alone(tmp_path: Path) -> None:
    """A folder of that name is refused in the words of the reader of files."""
    (tmp_path / FILE).mkdir(parents=True)
    with pytest.raises(CannotWrite, match="folder"):
        write_editor_settings(tmp_path)


def test_the_command_writes_or_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is printed is what is written; an existing file is the user's where it has comments."""
    assert cli.run(["schema", "editor", str(tmp_path), "--print"]) == 0
    printed = capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []
    assert cli.run(["schema", "editor", str(tmp_path)]) == 0
    assert capsys.readouterr().out == f"{tmp_path.as_posix()}/{FILE}\n"
    assert json.loads((tmp_path / FILE).read_bytes()) == json.loads(printed)
    (tmp_path / FILE).write_bytes(b"{} // mine")
    assert cli.run(["schema", "editor", str(tmp_path)]) == 1
    assert "SFR018" in capsys.readouterr().err
