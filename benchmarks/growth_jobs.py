"""How the time of every list grows: each list of each class with so many members, and twice as many."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import attrs

from benchmarks.grow_documents import Folder, Place, all_lists, grown, multiplied, write
from benchmarks.make_documents import to_bytes
from benchmarks.measure import Effort
from benchmarks.pipeline import built, catalogue, chosen, disclosed, rendered
from benchmarks.rows import Row, compared, milliseconds
from sendframe.documents import load_folder
from sendframe.documents._raw_document import build_document, read_raw
from sendframe.model import Portfolio

__all__ = ["growth_rows"]

Job = Callable[[], object]

MOST = 2.3
SHOWN = 10
ATTEMPTS = 4
SIZES = (64, 512)
READING, REPORTING = 0.01, 0.1  # seconds that a list should take, so that it outweighs the rest
UNREAD = ("evaluation.json", "profile.json")  # an evaluation does not read these


@attrs.frozen
class Growth:
    """What one list took.

    Attributes:
        name: The list.
        size: How many members it had.
        half: The least CPU seconds of so many.
        whole: The least CPU seconds of twice as many.
        ratio: Whole divided by half.
    """

    name: str
    size: int
    half: float
    whole: float
    ratio: float


def growth_rows(effort: Effort) -> Iterator[Row]:
    """Measure every list and yield the rows of those that grow most, and of all together."""
    places = all_lists()
    plans = [each for each in places if each.file not in UNREAD]
    with TemporaryDirectory() as name:
        folder = Path(name)
        jobs: tuple[tuple[str, list[Place], Callable[[Place, int], Job], float], ...] = (
            ("Growth of each list, read", places, _reading, READING),
            (
                "Growth of each list, reported",
                plans,
                lambda place, size: _reporting(grown([place], size), folder),
                REPORTING,
            ),
        )
        for job, lists, prepare, seconds in jobs:
            chosen = lists if effort.calls > 1 else lists[:2]
            found = [
                _growth(f"{each.owner}.{each.field}", _prepared(prepare, each), seconds, effort)
                for each in chosen
            ]
            yield from _rows(job, found)
        whole = _growth(
            "everything together",
            lambda size: _reporting(multiplied(size), folder),
            REPORTING,
            effort,
        )
        yield from _rows("Growth of a whole portfolio, reported", [whole])


def _prepared(prepare: Callable[[Place, int], Job], place: Place) -> Callable[[int], Job]:
    return lambda size: prepare(place, size)


def _rows(job: str, found: list[Growth]) -> Iterator[Row]:
    """Yield the rows of the lists that grow most, the worst first."""
    for each in sorted(found, key=lambda one: -one.ratio)[:SHOWN]:
        peer = f"{each.name}, {each.size:,} members"
        yield compared(
            job, peer, milliseconds(each.whole), milliseconds(each.half), each.ratio, MOST
        )


def _reading(place: Place, size: int) -> Job:
    """Return the job of turning a document into a value, every layer of it."""
    data = to_bytes(grown([place], size)[place.file])

    def job() -> None:
        document = read_raw(data, place.file)
        made, problems = build_document(document)
        assert made is not None, document.diagnostics
        assert not problems

    return job


def _reporting(raw: Folder, path: Path) -> Job:
    """Return the job of evaluating a portfolio, and making its reports in Markdown."""
    portfolio = load_folder(write(raw, path))
    return lambda: _reported(portfolio)


def _reported(portfolio: Portfolio) -> None:
    shown = disclosed(portfolio, chosen(portfolio))
    for profile in catalogue().profiles:
        rendered(built(shown, profile), "markdown")


def _growth(name: str, prepare: Callable[[int], Job], seconds: float, effort: Effort) -> Growth:
    """Measure a list, with as many members as it takes to outweigh everything else."""
    size = SIZES[0] if effort.calls > 1 else 2
    if effort.calls > 1 and _seconds(prepare(size)) < seconds:
        size = SIZES[1]
    half, whole = prepare(size), prepare(2 * size)
    ones: list[float] = []
    twos: list[float] = []
    for _ in range(ATTEMPTS):  # what else the machine does only ever adds
        for _ in range(min(effort.calls, 5)):
            ones.append(_seconds(half))
            twos.append(_seconds(whole))
        if min(twos) <= MOST * min(ones):
            break
    return Growth(name, size, min(ones), min(twos), min(twos) / min(ones))


def _seconds(job: Job) -> float:
    """Return the CPU seconds of a job, those of Python's garbage collector left out.

    How often it runs depends on what else lives, and grows in steps.
    """
    gc.collect()
    gc.disable()
    try:
        start = process_time()
        job()
        return process_time() - start
    finally:
        gc.enable()
