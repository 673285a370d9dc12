"""The law of one fault: each fault of the catalogue gives exactly one diagnostic, in its place."""

import json
import re
from functools import cache

import pytest

from sendframe.documents._position import with_positions
from sendframe.documents._raw_document import build_document, read_raw
from sendframe.errors import Diagnostic
from sendframe.model import DOCUMENT_CLASSES
from sendframe.validation import read_schema
from tests.property.mutation import Mutation, bases, catalogue, pairs, pointer, sites
from tests.property.recording import Recorder, recorded

pytestmark = pytest.mark.slow

KINDS = sorted(DOCUMENT_CLASSES)
BREAK = re.compile(r"\r\n?|\n")


def diagnose(data: bytes) -> tuple[Diagnostic, ...]:
    """Return everything wrong with a document, as `validate_path` does for a file."""
    raw = read_raw(data, "a.json")
    problems = raw.diagnostics or build_document(raw)[1]
    return with_positions(problems, {"a.json": data})


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Return line and column of an offset."""
    lines = BREAK.split(text[:offset])
    return len(lines), len(lines[-1]) + 1


def changed(written: Recorder, fault: Mutation) -> tuple[str, tuple[int, int]]:
    """Return the text with one fault in it, and line and column it must be told at.

    What stands before the fault is as it was recorded, so the text need not be written again.
    """
    text, at, holder = written.text, pointer(fault.path), pointer(fault.path[:-1])
    if fault.action == "set":
        start, end = written.spans[at]
        assert fault.told_at == fault.path
        return text[:start] + json.dumps(fault.value) + text[end:], written.places[at].value
    if fault.action == "drop":
        start, end = written.member_span(at)
        return text[:start] + text[end:], written.places[fault.pointer].value
    if fault.action == "rename":
        start = written.keys[at]
        end = start + len(json.dumps(fault.path[-1]))
        key = written.places[at].key
        place = key if fault.code == "SFR103" and key else written.places[fault.pointer].value
        return text[:start] + json.dumps(fault.value) + text[end:], place
    last = written.spans[at if fault.action == "append" else holder][1] - 1
    before = text[:last] + ("" if text[:last].rstrip()[-1] in "[{" else ",")
    if fault.action == "insert":
        member = f"{json.dumps(fault.path[-1])}: {json.dumps(fault.value)}"
        return before + member + text[last:], place_of(before, len(before))
    inner = recorded(fault.value)
    told = pointer(fault.told_at[len(fault.path) + 1 :])
    made = before + inner.text
    return made + text[last:], place_of(made, len(before) + inner.spans[told][0])


@cache
def shared_definitions(kind: str) -> frozenset[str]:
    """Return the definitions that a kind of document before this one has in the same words."""
    own = read_schema(kind)["$defs"]
    before = [read_schema(each)["$defs"] for each in KINDS[: KINDS.index(kind)]]
    return frozenset(name for name in own if any(own[name] == each.get(name) for each in before))


@pytest.mark.parametrize("kind", KINDS)
def test_every_member_of_every_definition_is_reached(kind: str) -> None:
    """No member of a published schema is left out of the catalogue, and what it starts from is sound."""
    reached: set[tuple[str, str]] = set()
    held: set[tuple[str, str]] = set()
    for raw, written in bases(kind):
        assert diagnose(written.text.encode()) == ()
        for site in sites(raw, kind):
            reached.add((site.definition, site.key))
            if site.value not in ([], {}):
                held.add((site.definition, site.key))
    assert pairs(kind) - reached == set()
    assert {pair for pair in reached - held if pair[1] != "extensions"} == set()


@pytest.mark.parametrize("kind", KINDS)
def test_one_fault_gives_one_diagnostic(kind: str) -> None:
    """Code, pointer, line and column are those of the fault, and nothing else is told.

    A definition that several schemas share is tried in the first of them.
    """
    codes: set[str] = set()
    wrong: list[str] = []
    for _, written, fault in catalogue(kind, shared_definitions(kind)):
        text, (line, column) = changed(written, fault)
        found = diagnose(text.encode())
        told = [(d.code, d.location.pointer, d.location.line, d.location.column) for d in found]
        wanted = [(fault.code, fault.pointer, line, column)]
        if told != wanted:
            wrong.append(f"{fault.name}: wanted {wanted}, got {told}")
            continue
        assert found[0].location.file == "a.json"
        assert found[0].help
        assert found[0].severity == "error"
        if fault.suggestion is not None:
            assert found[0].suggestion == fault.suggestion, fault.name
        codes.add(fault.code)
    assert wrong == []
    assert codes >= {"SFR012", "SFR013", "SFR014", "SFR101", "SFR102", "SFR103", "SFR105", "SFR106"}


def test_the_whole_catalogue_is_used() -> None:
    """Every code of schema and ids comes up over all kinds of document."""
    codes = {fault.code for kind in KINDS for _, _, fault in catalogue(kind)}
    assert codes == {
        *("SFR012", "SFR013", "SFR014", "SFR101", "SFR102", "SFR103", "SFR104", "SFR105"),
        *("SFR106", "SFR107", "SFR108", "SFR202"),
    }
