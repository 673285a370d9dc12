"""Jobs on documents within one process: verdict, errors, objects, memory, positions, growth."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import sendframe
from benchmarks import ours, peers
from benchmarks.full_index import full_index
from benchmarks.grow_documents import everything, write
from benchmarks.make_documents import (
    LARGE,
    broken_document,
    large_document,
    pointers_of,
    small_documents,
    to_bytes,
)
from benchmarks.measure import Effort, Memory, in_turns, memory_of
from benchmarks.rows import Row, compared, row_of
from sendframe.jsontext import locate

__all__ = ["document_rows"]

T = TypeVar("T")

ERRORS = 240
PER_SECOND = 1500
FLAT = 1.0  # bytes a document


def document_rows(effort: Effort) -> Iterator[Row]:
    """Measure every job on documents and yield its row."""
    memory = list(_memory())  # first: later, parsers would have strings of the document cached
    yield from _verdicts(effort)
    yield from _objects(effort)
    yield from memory
    yield from _positions(effort)
    yield from _small(effort)
    yield from _growth(effort)


def _verdicts(effort: Effort) -> Iterator[Row]:
    large = large_document()
    assert ours.verdict(large)
    assert peers.jsonschema_verdict(large)
    pair = in_turns(lambda: ours.verdict(large), lambda: peers.jsonschema_verdict(large), effort)
    yield row_of("Verdict, 500 KB, valid", "jsonschema, kept validator", pair, 0.02)
    broken = broken_document(large, ERRORS)
    counts = ours.fault_count(broken), peers.jsonschema_count(broken)
    assert counts == (ERRORS, ERRORS), counts
    pair = in_turns(
        lambda: ours.fault_count(broken), lambda: peers.jsonschema_count(broken), effort
    )
    yield row_of("240 errors listed", "jsonschema, kept validator", pair, 0.05)
    data = to_bytes(broken)
    assert len(ours.diagnosed(data)) == ERRORS
    pair = in_turns(
        lambda: ours.diagnosed(data), lambda: peers.jsonschema_count(json.loads(data)), effort
    )
    yield row_of("240 errors worded and placed", "jsonschema, errors listed only", pair)


def _objects(effort: Effort) -> Iterator[Row]:
    data = to_bytes(large_document())
    job = "Bytes → objects, 500 KB"
    theirs: tuple[tuple[str, Callable[[bytes], object], float | None], ...] = (
        ("strict cattrs, plain attrs classes", peers.cattrs_objects, 0.5),
        ("our own cattrs converter", peers.converter_objects, None),
        ("pydantic models", peers.pydantic_objects, None),
        ("dataclasses through pydantic", peers.dataclass_objects, 1.5),
        ("json.loads, nothing validated", peers.plain_dicts, None),
    )
    for peer, read, at_most in theirs:
        pair = in_turns(partial(ours.objects, data), partial(read, data), effort)
        yield row_of(job, peer, pair, at_most)


def _memory() -> Iterator[Row]:
    data, other = to_bytes(large_document()), to_bytes(small_documents()[-1])
    mine = _memory_of(ours.objects, data, other)
    for peer, read, at_most in (
        ("plain dicts", peers.plain_dicts, 0.7),
        ("pydantic models", peers.pydantic_objects, 0.45),
    ):
        theirs = _memory_of(read, data, other)
        for name, one, two, limit in (
            ("retained", mine.retained, theirs.retained, at_most),
            ("peak", mine.peak, theirs.peak, None),
        ):
            job = f"Memory of the objects, {name}"
            yield compared(job, peer, _megabytes(one), _megabytes(two), one / two, limit)


def _memory_of(read: Callable[[bytes], object], data: bytes, other: bytes) -> Memory:
    return memory_of(lambda: read(data), lambda: read(other))


def _positions(effort: Effort) -> Iterator[Row]:
    document = large_document()
    data = to_bytes(document)
    everything = list(pointers_of(document))
    wanted = [everything[len(everything) * tenth // 10] for tenth in (1, 3, 5, 7, 9)]
    text = data.decode()
    index = full_index(text)
    assert {each: place.value for each, place in locate(data, wanted).items()} == {
        each: index[each] for each in wanted
    }
    pair = in_turns(lambda: locate(data, wanted), lambda: full_index(text), effort)
    yield row_of("Places of five errors, 500 KB", "full index of every pointer", pair, 0.5)


def _small(effort: Effort) -> Iterator[Row]:
    many = [to_bytes(each) for each in small_documents()]
    pair = in_turns(
        lambda: [ours.objects(each) for each in many],
        lambda: [peers.dataclass_objects(each) for each in many],
        effort,
    )
    rates = len(many) / pair.ours, len(many) / pair.theirs
    yield Row(
        "Documents of 27 KB a second",
        "dataclasses through pydantic",
        f"{rates[0]:,.0f}/s",
        f"{rates[1]:,.0f}/s",
        pair.ratio,
        f"≥ {PER_SECOND:,}/s",
        rates[0] >= PER_SECOND,
    )

    yield _kept("Memory kept after many documents", ours.objects, many, effort)
    with TemporaryDirectory() as name:
        paths = list(_every_kind(Path(name)))
        job = "Memory kept after many documents of every kind"
        yield _kept(job, _validated_and_loaded, paths, effort)


def _kept(job: str, read: Callable[[T], object], many: list[T], effort: Effort) -> Row:
    """Return what is still held after many documents were read and dropped."""

    def run(count: int) -> None:
        for number in range(count):
            read(many[number % len(many)])

    # Python keeps small objects for use again; those stores fill up first.
    memory = memory_of(lambda: run(effort.documents), lambda: run(effort.documents // 2))
    kept = memory.retained / effort.documents
    target, met = f"≤ {FLAT:g} bytes a document", kept <= FLAT
    shown = f"{kept:.2f} bytes a document ({effort.documents:,} read)"
    return Row(job, "none: it has to stay constant", shown, target=target, met=met)


def _every_kind(folder: Path) -> Iterator[Path]:
    """Write a document of each kind with every field, sound ones and faulty ones; yield them."""
    write(everything(), folder)
    for path in sorted(folder.iterdir()):
        yield path
        faulty = path.with_name(f"faulty-{path.name}")
        faulty.write_bytes(path.read_bytes().replace(b'"id"', b'"not-known"', 1))
        yield faulty


def _validated_and_loaded(path: Path) -> None:
    """Validate a document, and load it where it is sound."""
    if not sendframe.validate(path):
        sendframe.load(path)


def _growth(effort: Effort) -> Iterator[Row]:
    one, two = large_document(LARGE // 2), large_document(LARGE)
    sound = to_bytes(one), to_bytes(two)
    broken = (
        to_bytes(broken_document(one, ERRORS // 2)),
        to_bytes(broken_document(two, ERRORS)),
    )
    jobs: tuple[tuple[str, Callable[[bytes], object], tuple[bytes, bytes]], ...] = (
        ("Growth of bytes → objects", ours.objects, sound),
        ("Growth of errors worded and placed", ours.diagnosed, broken),
    )
    for job, read, (half, whole) in jobs:
        pair = in_turns(partial(read, whole), partial(read, half), effort)
        yield row_of(job, "the same, half as much", pair, 2.3)


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.2f} MB"
