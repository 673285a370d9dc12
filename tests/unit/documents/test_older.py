"""Documents of an older version are read as they are, and told where they stand in the file."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sendframe.documents import (
    canonical,
    check_path,
    load_document,
    load_folder,
    origins,
    renewals,
    write_renewals,
)
from sendframe.errors import CannotWrite, Diagnostic, InvalidDocument
from sendframe.model import EvidenceRegister
from sendframe.schemas import identifier
from tests.unit.documents.older import evidence, item, older_version
from tests.unit.documents.test_folder import document, manifest


@pytest.fixture(autouse=True)
def _older(tmp_path: Path) -> Iterator[None]:
    """Let there be v0."""
    with older_version(tmp_path / "schemas"):
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder."""
    made = tmp_path / "area"
    made.mkdir()
    return made


def old_manifest(*documents: str) -> dict[str, Any]:
    """Return a manifest as v0 had it."""
    raw = manifest(*documents)
    return {
        **{key: each for key, each in raw.items() if key != "documents"},
        "$schema": identifier("portfolio", "v0"),
        "papers": list(documents),
    }


def put(folder: Path, name: str, raw: Any) -> Path:
    """Write a document, one member a line."""
    path = folder / name
    path.write_text(json.dumps(raw, indent=1, ensure_ascii=False), encoding="utf-8")
    return path


def brief(found: tuple[Diagnostic, ...]) -> list[tuple[str, str, str, int | None]]:
    """Return code, severity, pointer and line of each diagnostic."""
    return [(d.code, d.severity, d.location.pointer, d.location.line) for d in found]


def test_an_older_document_is_loaded(folder: Path) -> None:
    """It is a value of today's class, and a note says that it is of an older version."""
    path = put(folder, "a.json", evidence(evidence=[item("e", kind="Dip sample")]))
    loaded = load_document(path)
    assert isinstance(loaded, EvidenceRegister)
    assert loaded.evidence[0].kind == "dip-sample"
    (note,) = check_path(path)
    assert brief((note,)) == [("SFR022", "note", "/$schema", 2)]
    assert "of version v0 and read as v1" in note.message
    assert "migrate" in note.help
    assert note.related == ()


def test_what_reading_loses_is_noted(folder: Path) -> None:
    """The note names each place of the file that has none in the current version."""
    (note,) = check_path(put(folder, "a.json", evidence(mood="glum")))
    assert "loses 1 of the things" in note.message
    (lost,) = note.related
    assert (lost.location.pointer, lost.location.line) == ("/mood", 7)
    assert lost.message == "lost: everything it said"


def test_an_older_document_is_held_against_its_own_schema(folder: Path) -> None:
    """What breaks it is told in the words and places of the version it is of."""
    path = put(folder, "a.json", evidence(title={"default": "x"}, evidence=[item("e", kind="?")]))
    assert brief(check_path(path)) == [
        ("SFR103", "error", "/title", 7),
        ("SFR105", "error", "/evidence/0/kind", 16),
    ]
    with pytest.raises(InvalidDocument):
        load_document(path)


def test_rules_between_fields_are_told_where_the_file_has_them(folder: Path) -> None:
    """A rule that the migrated value breaks has line and column of the file on disk."""
    old = evidence(
        evidence=[item("e"), item("f", origin={"body": "x"}, supports=["e"], contradicts=["e"])]
    )
    found = check_path(put(folder, "a.json", old))
    assert [each[:2] for each in brief(found)] == [("SFR022", "note"), ("SFR203", "error")]
    assert found[1].location.pointer.startswith("/evidence/1")
    assert found[1].location.line is not None


def test_a_newer_document_is_refused_as_before(folder: Path) -> None:
    """Nothing leads back from a version that is not known."""
    path = put(folder, "a.json", {**evidence(), "$schema": identifier("evidence", "v2")})
    assert brief(check_path(path)) == [("SFR014", "error", "/$schema", 2)]


def test_a_version_or_kind_that_never_was_is_refused(folder: Path) -> None:
    """An older version has the kinds it had, and no others."""
    path = put(folder, "a.json", {"$schema": identifier("review", "v0")})
    assert brief(check_path(path)) == [("SFR013", "error", "/$schema", 2)]


def test_a_document_that_cannot_be_migrated_is_an_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A missing step is told at the place that names the version, and nothing is made."""
    monkeypatch.setattr("sendframe.documents._migration.STEPS", ())
    path = put(folder, "a.json", evidence())
    assert brief(check_path(path)) == [("SFR023", "error", "/$schema", 2)]
    with pytest.raises(InvalidDocument):
        renewals([path])


def portfolio(folder: Path, **more: Any) -> Path:
    """Write a portfolio of an older manifest, an older and a current document."""
    put(folder, "portfolio.json", old_manifest("a.json", "b.json"))
    put(folder, "a.json", evidence(evidence=[item("e", origin={"body": "us", **more})]))
    step = {"id": "x", "title": {"default": "x"}}
    put(folder, "b.json", document("action-register", "b", actions=[step]))
    return folder


def test_a_folder_may_hold_documents_of_several_versions(folder: Path) -> None:
    """Its inputs are hashed as they stand on disk."""
    loaded = load_folder(portfolio(folder))
    assert [each.id for each in loaded.documents] == ["evidence", "b"]
    import hashlib

    wanted = hashlib.sha256(canonical(json.loads((folder / "a.json").read_bytes()))).hexdigest()
    assert {each.path: each.sha256 for each in loaded.inputs}["a.json"] == wanted
    found = check_path(folder)
    assert [each[:3] for each in brief(found)] == [("SFR022", "note", "/$schema")] * 2


def test_references_of_older_documents_are_told_where_they_stand(folder: Path) -> None:
    """Both ends of a finding have pointer and line of the files on disk."""
    put(folder, "portfolio.json", old_manifest("none.json", "a.json", "a.json"))
    put(folder, "a.json", evidence(evidence=[item("e"), item("e")]))
    found = [each for each in check_path(folder) if each.severity == "error"]
    assert {(d.code, d.location.pointer) for d in found} == {
        ("SFR017", "/papers/0"),
        ("SFR202", "/papers/2"),
        ("SFR202", "/evidence/1/id"),
    }
    assert all(each.location.line for each in found)
    twice = next(each for each in found if each.related)
    assert twice.related[0].location.pointer == "/evidence/0/id"
    assert twice.related[0].location.line == 9


def test_ids_of_a_broken_older_document_are_not_missed(folder: Path) -> None:
    """Where it could not be migrated, references to what it may hold are not judged."""
    put(folder, "portfolio.json", manifest("a.json", "c.json"))
    put(folder, "a.json", evidence(evidence=[item("e")], moood=1))
    voice = {"id": "v", "who": "parents", "summary": {"default": "x"}}
    reply = {"id": "r", "voices": ["v"], "state": "done", "evidence": ["e"]}
    put(folder, "c.json", document("evidence", "c", voices=[voice], replies=[reply]))
    found = [each.code for each in check_path(folder)]
    assert "SFR103" in found
    assert "SFR201" not in found


def test_thousands_of_older_documents_are_only_notes(folder: Path) -> None:
    """Notes take no room from problems, and refuse nothing."""
    names = [f"d{number}.json" for number in range(1100)]
    put(folder, "portfolio.json", manifest(*names))
    for number, name in enumerate(names):
        put(folder, name, {**evidence(), "id": f"e{number}"})
    assert len(load_folder(folder).documents) == len(names)
    assert {each.code for each in check_path(folder)} == {"SFR022"}


def test_origins_are_those_of_older_documents_only() -> None:
    """What is current, broken or no document has none."""
    old = json.dumps(evidence()).encode()
    now = json.dumps(document("evidence", "e")).encode()
    broken = json.dumps(evidence(moood=1)).encode()
    found = origins({"a": old, "b": now, "c": b"{", "d": b"", "e": broken})
    assert list(found) == ["a"]
    assert found["a"].origin("/title") == "/headline"


def test_a_folder_is_written_anew(folder: Path) -> None:
    """Older documents are written as `dump` lays them out; others stay byte by byte."""
    before = portfolio(folder).joinpath("b.json").read_bytes()
    made = renewals([folder])
    assert [each.migrated is None for each in made] == [False, False, True]
    assert [each.kind for each in made] == ["portfolio", "evidence", "action-register"]
    written = write_renewals(made)
    assert [each.name for each in written] == ["portfolio.json", "a.json"]
    assert (folder / "b.json").read_bytes() == before
    text = (folder / "a.json").read_text(encoding="utf-8")
    assert text.startswith('{\n  "$schema": "https://sendframe.example/schemas/v1/evidence')
    assert text.endswith("}\n")
    assert check_path(folder) == ()
    assert [each.migrated for each in renewals([folder])] == [None] * 3


def test_what_would_be_lost_is_not_written_unasked(folder: Path) -> None:
    """Each loss is an error at its place; asked to, the rest is written all the same."""
    portfolio(folder, url="https://a.example")
    path = put(folder, "c.json", evidence(mood="glum"))
    with pytest.raises(InvalidDocument) as raised:
        renewals([folder, path])
    told = [(each.code, each.location.pointer) for each in raised.value.diagnostics]
    assert told == [("SFR024", "/evidence/0/origin"), ("SFR024", "/mood")]
    assert all(each.location.line for each in raised.value.diagnostics)
    made = renewals([folder, path], allow_loss=True)
    assert len(write_renewals(made)) == 3
    assert check_path(folder) == check_path(path) == ()


def test_nothing_is_written_where_something_is_wrong(folder: Path) -> None:
    """One broken document keeps all others as they are."""
    portfolio(folder)
    put(folder, "a.json", evidence(moood=1))
    with pytest.raises(InvalidDocument) as raised:
        renewals([folder, folder / "b.json"])
    assert [each.code for each in raised.value.diagnostics] == ["SFR103"]


def test_all_files_are_written_or_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the second cannot be written the first is as it was."""
    portfolio(folder)
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    made = renewals([folder])
    real = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target).name == "a.json":
            raise PermissionError(13, "Permission denied")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(CannotWrite):
        write_renewals(made)
    monkeypatch.undo()
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before


def test_each_file_is_written_once_and_links_stay_links(folder: Path) -> None:
    """A document named twice, or through a link, is one document."""
    path = put(folder, "a.json", evidence())
    link = folder / "link.json"
    link.symlink_to("a.json")
    made = renewals([link, path])
    assert len(made) == 1
    write_renewals(made)
    assert link.is_symlink()
    assert check_path(path) == ()


def test_a_file_that_is_not_there_is_told(folder: Path) -> None:
    """As by every other command."""
    with pytest.raises(InvalidDocument) as raised:
        renewals([folder / "none.json"])
    assert [each.code for each in raised.value.diagnostics] == ["SFR017"]
