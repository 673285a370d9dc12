"""The law of references: each field that refers, broken by itself, gives one SFR201."""

import copy
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from sendframe import validation
from sendframe.documents import _folder_reader, load_folder, validate_path
from sendframe.errors import Diagnostic
from sendframe.model import DOCUMENT_CLASSES
from tests.property.folder import names_given, names_used, portfolio, value_at, write
from tests.property.mutation import mutations_at, pointer, sites
from tests.property.recording import Recorder, recorded

pytestmark = pytest.mark.slow

Files = dict[str, tuple[str, Any]]


def without_extensions(value: Any) -> Any:
    """Return raw JSON without what plug-ins keep: each would be noted, each time."""
    if isinstance(value, dict):
        return {
            key: without_extensions(member) for key, member in value.items() if key != "extensions"
        }
    return [without_extensions(member) for member in value] if isinstance(value, list) else value


def problems(folder: Path) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a folder; that no plug-in describes its extensions is not."""
    return tuple(each for each in validate_path(folder) if each.severity != "note")


@pytest.fixture(scope="module", autouse=True)
def _unchanged_documents_are_read_once() -> Iterator[None]:
    """Remember what was read of bytes: of a portfolio one document is changed, again and again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_folder_reader, "read_raw", lru_cache(maxsize=64)(_folder_reader.read_raw))
        yield


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Files, dict[str, Recorder]]:
    """Write a portfolio with every kind of document; it has no problem."""
    folder = tmp_path_factory.mktemp("portfolio")
    files = {name: (kind, without_extensions(raw)) for name, (kind, raw) in portfolio().items()}
    written = write(folder, files)
    assert problems(folder) == ()
    assert len(load_folder(folder).documents) == len(files) - 1
    return folder, files, written


def fields_that_refer() -> set[str]:
    """Return every field of every schema that holds a reference."""
    found = set()
    for kind in DOCUMENT_CLASSES:
        root = validation.read_schema(kind)
        for name, schema in [(kind, root), *root["$defs"].items()]:
            for key, inner in schema.get("properties", {}).items():
                if "x-refers-to" in inner or "x-refers-to" in inner.get("items", {}):
                    found.add(f"{name}.{key}")
    return found


def test_every_reference_broken_alone_is_told_with_both_ends(
    sound: tuple[Path, Files, dict[str, Recorder]],
) -> None:
    """A misspelt, an unknown and a strayed reference give one SFR201 each, with the other end.

    That is where the nearest id stands, or else the first thing of the (first) kind; and for a strayed
    reference what has the id as well.
    """
    folder, files, written = sound
    things = {
        (value_at(raw, path), thing): (name, path)
        for name, (kind, raw) in files.items()
        for path, thing in names_given(raw, kind).items()
    }
    done: set[str] = set()
    for name, (kind, raw) in files.items():
        for path, (kinds, field) in names_used(raw, kind).items():
            if field in done:
                continue
            done.add(field)
            given = value_at(raw, path)
            of_area = kinds[0] in ("area", "observed-area")
            elsewhere = next(
                text
                for text, thing in things
                if thing not in kinds and (not of_area or thing in ("area", "observed-area"))
            )
            near = f"{given[:-2]}9{given[-1]}" if of_area else f"{given}x"
            for wrong in (near, "QQQ", elsewhere):
                start, end = written[name].spans[pointer(path)]
                text = written[name].text
                (folder / name).write_bytes(f'{text[:start]}"{wrong}"{text[end:]}'.encode())
                (told,) = problems(folder)
                (folder / name).write_bytes(text.encode())
                place = written[name].places[pointer(path)].value
                where = told.location
                assert told.code == "SFR201", field
                assert where.file == f"{folder.as_posix()}/{name}"
                assert (where.pointer, where.line, where.column) == (pointer(path), *place)
                ends = {
                    (each.location.file, each.location.pointer, each.location.line)
                    for each in told.related
                }
                assert all(each.location.column for each in told.related), field
                if told.suggestion is not None:
                    assert told.suggestion in {text for text, thing in things if thing in kinds}
                    meant = next(
                        at for (text, thing), at in things.items()
                        if text == told.suggestion and thing in kinds
                    )  # fmt: skip
                    assert end_of(meant, folder, written) in ends, field
                else:
                    first = next(at for (_, thing), at in things.items() if thing == kinds[0])
                    assert end_of(first, folder, written) in ends, field
                if wrong == elsewhere:
                    stray = next(at for (text, _), at in things.items() if text == wrong)
                    assert end_of(stray, folder, written) in ends, field
                    assert len(ends) == 2, field
                else:
                    assert len(ends) == 1, field
                    assert told.suggestion is None or wrong == near, field
    assert problems(folder) == ()
    assert fields_that_refer() - done == set()


def end_of(at: tuple[str, Any], folder: Path, written: dict[str, Recorder]) -> tuple[str, str, int]:
    """Return file, pointer and line of an id."""
    name, path = at
    line, _ = written[name].places[pointer(path)].value
    return f"{folder.as_posix()}/{name}", pointer(path), line


def test_one_broken_id_is_told_once(sound: tuple[Path, Files, dict[str, Recorder]]) -> None:
    """An id that breaks its schema is told alone: what refers to it is not missed as well."""
    folder, files, written = sound
    done: set[str] = set()
    for name, (kind, raw) in files.items():
        for path, thing in names_given(raw, kind).items():
            if thing in done:
                continue
            done.add(thing)
            start, end = written[name].spans[pointer(path)]
            text = written[name].text
            for wrong, code in (('"not valid!"', "SFR105"), ("null", "SFR101")):
                (folder / name).write_bytes(f"{text[:start]}{wrong}{text[end:]}".encode())
                told = [(each.code, each.location.pointer) for each in problems(folder)]
                (folder / name).write_bytes(text.encode())
                assert told == [(code, pointer(path))], thing
    assert len(done) > 20


def test_one_fault_among_many_documents_is_told_once(
    sound: tuple[Path, Files, dict[str, Recorder]],
) -> None:
    """A fault that hides ids, or the documents that hold them, is told alone in a portfolio."""
    folder, files, written = sound
    done: set[tuple[str, str]] = set()
    wrong: list[str] = []
    for name, (kind, raw) in files.items():
        root = validation.read_schema(kind)
        ids = names_given(raw, kind)
        for site in sites(raw, kind):
            hides = any(path[: len(site.place)] == site.place for path in ids)
            key = (site.definition, site.key)
            if key in done or not (hides or site.key == "documents"):
                continue
            done.add(key)
            for fault in mutations_at(site, root):
                if fault.action == "set" and fault.value not in (None, [], "text", 5):
                    continue
                changed = copy.deepcopy(raw)
                fault.apply(changed)
                again = recorded(changed)
                (folder / name).write_bytes(again.text.encode())
                told = [
                    (
                        each.code,
                        each.location.pointer,
                        (each.location.line, each.location.column),
                    )
                    for each in problems(folder)
                ]
                if told[:1] != [fault.expected(again)] or len(told) > 1:
                    if fault.name.startswith("too many: document.documents"):
                        continue  # 10,001 names of files that are not there are told as well
                    wrong.append(f"{name} {fault.name}: {told[:3]}")
            (folder / name).write_bytes(written[name].text.encode())
    assert wrong == []
    assert len(done) > 40
