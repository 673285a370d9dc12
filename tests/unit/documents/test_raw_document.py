"""The kind of a document, and the steps of reading it."""

import json
from pathlib import Path
from typing import Any

import pytest

from sendframe.documents import load_document, validate_path
from sendframe.documents._raw_document import build_document, read_raw
from sendframe.errors import InvalidDocument
from sendframe.jsontext import ParseLimits
from sendframe.model import EvidenceRegister
from sendframe.validation import schema_id

EVIDENCE: dict[str, Any] = {
    "$schema": schema_id("evidence"),
    "id": "evidence",
    "title": {"default": "Evidence"},
}


@pytest.mark.parametrize(
    ("raw", "code", "pointer", "column"),
    [
        ([], "SFR101", "", 1),
        ("text", "SFR101", "", 1),
        (None, "SFR101", "", 1),
        ({}, "SFR012", "", 1),
        ({"schema": schema_id("evidence")}, "SFR012", "", 1),
        ({"$schema": None}, "SFR101", "/$schema", 13),
        ({"$schema": ["x"]}, "SFR101", "/$schema", 13),
        ({"$schema": ""}, "SFR013", "/$schema", 13),
        ({"$schema": "evidence"}, "SFR013", "/$schema", 13),
        ({"$schema": schema_id("evidense")}, "SFR013", "/$schema", 13),
        ({"$schema": schema_id("evidence") + "#"}, "SFR013", "/$schema", 13),
        ({"$schema": schema_id("evidence", "v0")}, "SFR014", "/$schema", 13),
        ({"$schema": schema_id("evidence", "v2")}, "SFR014", "/$schema", 13),
        ({"$schema": schema_id("no-such-kind", "v999")}, "SFR014", "/$schema", 13),
    ],
)
def test_a_document_must_say_what_it_is(
    tmp_path: Path, raw: Any, code: str, pointer: str, column: int
) -> None:
    """Without a known schema nothing else is reported."""
    path = tmp_path / "a.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    (diagnostic,) = validate_path(path)
    assert (diagnostic.code, diagnostic.location.pointer) == (code, pointer)
    assert (diagnostic.location.line, diagnostic.location.column) == (1, column)
    assert diagnostic.help
    with pytest.raises(InvalidDocument) as raised:
        load_document(path)
    assert raised.value.diagnostics == (diagnostic,)


@pytest.mark.parametrize("version", ["v0", "v2", "v10"])
def test_another_version_is_refused_with_both_versions(version: str) -> None:
    """The message names the version of the document and the one that is read; the help says what to do."""
    data = json.dumps({"$schema": schema_id("evidence", version)}).encode()
    (result,) = read_raw(data, None).diagnostics
    assert f"schema version {version};" in result.message
    assert result.message.endswith("reads version v1")
    assert f"Install a release of sendframe that reads {version}" in result.help


def test_a_schema_that_is_nearly_right_is_suggested() -> None:
    """A misspelt $schema is reported with a suggestion."""
    data = json.dumps({"$schema": schema_id("evidense")}).encode()
    (diagnostic,) = read_raw(data, None).diagnostics
    assert diagnostic.suggestion == schema_id("evidence")


def test_another_kind_than_wanted_is_refused() -> None:
    """Where one kind is expected, a document of another kind is reported."""
    (diagnostic,) = read_raw(json.dumps(EVIDENCE).encode(), "a", wanted="portfolio").diagnostics
    assert (diagnostic.code, diagnostic.location.pointer) == ("SFR013", "/$schema")
    assert "'portfolio'" in diagnostic.message


def test_a_sound_document_is_loaded(tmp_path: Path) -> None:
    """A document without problems is a value of its class."""
    path = tmp_path / "a.json"
    path.write_text(json.dumps(EVIDENCE), encoding="utf-8")
    assert validate_path(path) == ()
    assert isinstance(load_document(path), EvidenceRegister)


def test_text_that_is_not_json_is_told_by_itself(tmp_path: Path) -> None:
    """Problems of the text stop what comes after."""
    path = tmp_path / "a.json"
    path.write_text("{", encoding="utf-8")
    codes = [item.code for item in validate_path(path)]
    assert codes
    assert all(code.startswith("SFR00") for code in codes)
    raw = read_raw(b"{", None)
    assert build_document(raw) == (None, ())


def test_a_file_that_is_not_there_is_reported(tmp_path: Path) -> None:
    """A missing file is SFR017, and loading it raises."""
    (diagnostic,) = validate_path(tmp_path / "none.json")
    assert diagnostic.code == "SFR017"
    with pytest.raises(InvalidDocument):
        load_document(tmp_path / "none.json")


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    """It is SFR011, as in a folder."""
    path = tmp_path / "a.json"
    path.write_bytes(b" " * 11)
    (diagnostic,) = validate_path(path, ParseLimits(bytes=10))
    assert diagnostic.code == "SFR011"


def test_rules_only_code_can_hold_have_their_place(tmp_path: Path) -> None:
    """Such a rule is SFR110, with line and column of the value it is about."""
    path = tmp_path / "a.json"
    raw = {**EVIDENCE, "voices": [{"id": "v", "who": "parents"}], "replies": []}
    raw["replies"] = [{"id": "r", "voices": [], "state": "cannot"}]
    path.write_text(json.dumps(raw, indent=1), encoding="utf-8")
    voice, reply = validate_path(path)
    assert (voice.code, voice.location.pointer, voice.location.line) == ("SFR110", "/voices/0", 8)
    assert (reply.code, reply.location.pointer) == ("SFR110", "/replies/0/state")
    assert reply.location.column == 13
    with pytest.raises(InvalidDocument) as raised:
        load_document(path)
    assert raised.value.diagnostics == (voice, reply)


def test_an_id_that_stands_twice_is_told_with_both_places() -> None:
    """SFR202 is reported at the second, with the position of the first."""
    voices = [{"id": "v", "who": "parents", "summary": {"default": "x"}}] * 2
    (diagnostic,) = read_raw(json.dumps({**EVIDENCE, "voices": voices}).encode(), "a").diagnostics
    assert (diagnostic.code, diagnostic.location.pointer) == ("SFR202", "/voices/1/id")
    assert [item.location.pointer for item in diagnostic.related] == ["/voices/0/id"]
