"""The committed schemas: made from the classes, sound, described, and fixed once released."""

import hashlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from sendframe import validation
from sendframe.documents import schema_of
from sendframe.documents._schema import schema_text
from sendframe.jsontext import format_json
from sendframe.model import DOCUMENT_CLASSES
from sendframe.reports import report_schema

ROOT = Path(__file__).parents[2] / "schemas" / "sendframe_schemas"
KINDS = sorted(DOCUMENT_CLASSES)
NAMES = sorted((*KINDS, "report"))


def test_there_is_one_schema_for_each_kind() -> None:
    """Files and classes are the same set, and the installed schemas are these files."""
    assert list(validation.schema_kinds()) == KINDS
    files = (ROOT / validation.CURRENT_VERSION).glob("*.schema.json")
    assert sorted(path.name.partition(".")[0] for path in files) == NAMES
    assert list(validation.schema_names()) == NAMES
    assert validation.schema_folder().resolve() == ROOT.resolve()


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_schema_is_that_of_the_class(kind: str) -> None:
    """A class and its schema cannot drift: python schemas/generate.py writes them anew."""
    committed = (ROOT / validation.CURRENT_VERSION / f"{kind}.schema.json").read_bytes()
    cls = DOCUMENT_CLASSES[kind]
    assert committed == schema_text(cls, kind)
    text = json.dumps(schema_of(cls, kind), indent=2, ensure_ascii=False) + "\n"
    assert committed == text.encode()


def test_the_committed_schema_of_reports_is_that_of_the_report_model() -> None:
    """What a report is as JSON follows from its classes, too."""
    committed = (ROOT / validation.CURRENT_VERSION / "report.schema.json").read_bytes()
    assert committed == format_json(report_schema())


def parts(schema: Any) -> list[dict[str, Any]]:
    """Return every schema within a schema that describes an object."""
    return [schema, *(each for each in schema["$defs"].values())]


@pytest.mark.parametrize("kind", NAMES)
def test_a_schema_passes_the_metaschema(kind: str) -> None:
    """It is a schema of draft 2020-12, and stands alone."""
    schema = validation.read_schema(kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == validation.schema_id(kind)
    assert schema["properties"]["$schema"]["const"] == schema["$id"]
    assert "$schema" in schema["required"]
    references = set(_references(schema))
    assert references == {f"#/$defs/{name}" for name in schema["$defs"]}


def _references(value: Any) -> list[str]:
    if isinstance(value, list):
        return [each for inner in value for each in _references(inner)]
    if not isinstance(value, dict):
        return []
    own = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
    return own + [each for inner in value.values() for each in _references(inner)]


@pytest.mark.parametrize("kind", NAMES)
def test_everything_is_described(kind: str) -> None:
    """Each object has a title, and it and each of its members a description."""
    for part in parts(validation.read_schema(kind)):
        assert part["title"], kind
        if "allOf" in part:
            continue  # several kinds of object; each is described by itself
        assert part["description"], part["title"]
        assert part["additionalProperties"] is False, part["title"]
        for name, member in part["properties"].items():
            assert member["description"], f"{part['title']}.{name}"
            assert "  " not in member["description"], f"{part['title']}.{name}"


@pytest.mark.parametrize("kind", NAMES)
def test_patterns_are_whole_and_plain(kind: str) -> None:
    """Patterns begin with ^ and end with $, and hold nothing that engines read differently."""

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            pattern = value.get("pattern")
            if isinstance(pattern, str):
                assert pattern.startswith("^")
                assert pattern.endswith("$")
                assert not any(each in pattern for each in ("\\d", "\\w", "\\s", "\\p", "(?<"))
            for each in value.values():
                walk(each)
        elif isinstance(value, list):
            for each in value:
                walk(each)

    walk(validation.read_schema(kind))


def drifted(released: dict[str, dict[str, str]], root: Path) -> list[str]:
    """Return each released file that is gone, changed or not listed."""
    found = []
    for version, files in released.items():
        there = {path.name for path in (root / version).glob("*.json")}
        found += [f"{version}/{name} is not listed" for name in sorted(there - set(files))]
        for name, wanted in sorted(files.items()):
            path = root / version / name
            if not path.exists():
                found.append(f"{version}/{name} is gone")
            elif hashlib.sha256(path.read_bytes()).hexdigest() != wanted:
                found.append(f"{version}/{name} was changed")
    return found


def test_released_schemas_never_change() -> None:
    """Every file of a released version has the hash that released.toml gives."""
    released = tomllib.loads((ROOT / "released.toml").read_text(encoding="utf-8"))
    assert drifted(released, ROOT) == []


def test_a_changed_release_would_be_noticed(tmp_path: Path) -> None:
    """The check bites: it tells a change, a loss and an addition."""
    folder = tmp_path / "v1"
    folder.mkdir()
    (folder / "a.schema.json").write_bytes(b"{}\n")
    right = hashlib.sha256(b"{}\n").hexdigest()
    assert drifted({"v1": {"a.schema.json": right}}, tmp_path) == []
    assert drifted({"v1": {"a.schema.json": "0" * 64}}, tmp_path) == [
        "v1/a.schema.json was changed"
    ]
    assert drifted({"v1": {"a.schema.json": right, "b.schema.json": right}}, tmp_path) == [
        "v1/b.schema.json is gone"
    ]
    assert drifted({"v1": {}}, tmp_path) == ["v1/a.schema.json is not listed"]


def test_generating_changes_nothing() -> None:
    """The script runs and finds every schema as it should be."""
    before = {path: path.read_bytes() for path in ROOT.glob("v*/*.json")}
    done = subprocess.run(  # our own script
        [sys.executable, str(ROOT.parent / "generate.py")], capture_output=True, check=True
    )
    assert done.stdout == b""
    assert {path: path.read_bytes() for path in ROOT.glob("v*/*.json")} == before
