"""The law of five faults: each of five independent faults is told, once, and where it is."""

import copy
import random
from collections import Counter
from pathlib import Path

from sendframe import validation
from sendframe.documents import validate_path
from sendframe.model import DOCUMENT_CLASSES
from tests.property.mutation import DRAWN, Mutation, collected, mutations_at, sites
from tests.property.recording import recorded

DOCUMENTS, FAULTS = 300, 5
SPACES = (["\n  ", " ", ""], [""], ["\r\n", " ", "\t"], ["\r", "  "], ["\n\n ", "", "\r\n"])


def begins(path: tuple[object, ...], start: tuple[object, ...]) -> bool:
    """Whether *path* is at or below *start*."""
    return path[: len(start)] == start


def independent(one: Mutation, two: Mutation) -> bool:
    """Whether neither fault hides or changes the other."""
    if begins(one.closed, two.closed) or begins(two.closed, one.closed):
        return False
    if begins(one.told_at, two.closed) or begins(two.told_at, one.closed):
        return False
    # An unknown and a missing member of one object are told together.
    return one.keys_of is None or one.keys_of != two.keys_of


def chosen(raw: object, kind: str, rng: random.Random, so_far: Counter[str]) -> list[Mutation]:
    """Choose independent faults of one document, of the codes that were chosen least so far."""
    root = validation.read_schema(kind)
    found: list[Mutation] = []
    codes: list[str] = []
    places = [each for each in sites(raw, kind) if each.key != "$schema"]
    for _ in range(400):
        options = list(mutations_at(rng.choice(places), root))
        if not options:
            continue
        rng.shuffle(options)
        one = min(options, key=lambda each: so_far[each.code])
        if isinstance(one.value, list) and len(one.value) > 100:
            continue
        if codes.count(one.code) < 2 and all(independent(one, other) for other in found):
            found.append(one)
            codes.append(one.code)
            so_far[one.code] += 1
        if len(found) == FAULTS:
            break
    return found


def test_five_faults_give_five_diagnostics(tmp_path: Path) -> None:
    """300 generated documents with five independent faults give those five, in their places."""
    kinds = sorted(DOCUMENT_CLASSES)
    so_far: Counter[str] = Counter()
    each_kind = DOCUMENTS // len(kinds) + 1
    todo = [
        (kind, raw, number)
        for kind in kinds
        for number, raw in enumerate(collected(kind, DRAWN, full=True)[-each_kind:])
    ]
    rng = random.Random(2029)  # so that every run tries the same
    done = 0
    for kind, sound, number in todo:
        raw = copy.deepcopy(sound)
        faults = chosen(raw, kind, rng, so_far)
        assert len(faults) == FAULTS
        for fault in faults:
            fault.apply(raw)
        written = recorded(raw, list(SPACES[number % len(SPACES)]))
        path = tmp_path / "document.json"
        path.write_bytes(written.text.encode())
        wanted = sorted(fault.expected(written) for fault in faults)
        found = validate_path(path)
        told = [
            (each.code, each.location.pointer, (each.location.line, each.location.column))
            for each in found
            if each.severity != "note"  # such as an extension that nothing describes
        ]
        names = [fault.name for fault in faults]
        assert sorted(told) == wanted, names
        assert [each[2] for each in told] == sorted(each[2] for each in told), "in reading order"
        done += 1
    assert done >= DOCUMENTS
    assert so_far.keys() >= {f"SFR10{digit}" for digit in range(1, 8)} | {"SFR202"}
    print(so_far)
