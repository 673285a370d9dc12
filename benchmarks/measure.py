"""Measuring two things by turns, so that what else the machine does falls on both alike."""

import gc
import os
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import attrs

__all__ = ["Effort", "Memory", "Pair", "command", "in_turns", "memory_of", "processes"]

Job = Callable[[], object]


@attrs.frozen
class Effort:
    """How often each thing is measured.

    Attributes:
        calls: Pairs of calls within this process.
        processes: Pairs of whole processes.
        long: Pairs of whole processes that take many seconds.
        seconds: The least time a sample takes; a short job is called several times for it.
        documents: How many documents are read to see whether memory grows.
        large_files: How many large files one process is given.
    """

    calls: int = 15
    processes: int = 11
    long: int = 2
    seconds: float = 0.02
    documents: int = 10_000
    large_files: int = 50


@attrs.frozen
class Pair:
    """What two jobs took.

    Attributes:
        ours: Median of one call of ours, in seconds.
        theirs: Median of one call of theirs, in seconds.
        ratio: Median of ours divided by theirs, taken pair by pair.
    """

    ours: float
    theirs: float
    ratio: float


@attrs.frozen
class Memory:
    """Memory that Python handed out for a job, in bytes.

    Attributes:
        retained: What is still held by the result.
        peak: The most that was held on the way.
    """

    retained: int
    peak: int


def in_turns(ours: Job, theirs: Job, effort: Effort) -> Pair:
    """Call two jobs by turns and compare the seconds of each pair."""
    times = [_calls_needed(job, effort.seconds) for job in (ours, theirs)]
    pairs = [(_seconds(ours, times[0]), _seconds(theirs, times[1])) for _ in range(effort.calls)]
    return _pair(pairs)


def processes(ours: Sequence[str], theirs: Sequence[str], count: int) -> Pair:
    """Run two commands by turns, as whole processes, and compare their CPU seconds.

    Each runs once beforehand, so that both find their modules compiled.
    """
    with _environment() as environment:
        for each in (ours, theirs):
            _cpu_seconds(each, environment)
        pairs = [
            (_cpu_seconds(ours, environment), _cpu_seconds(theirs, environment))
            for _ in range(count)
        ]
    return _pair(pairs)


def memory_of(make: Job) -> Memory:
    """Return the memory of what *make* returns; call it once before with another document."""
    gc.collect()
    tracemalloc.start()
    try:
        held = make()
        peak = tracemalloc.get_traced_memory()[1]
        gc.collect()
        retained = tracemalloc.get_traced_memory()[0]
        del held
    finally:
        tracemalloc.stop()
    return Memory(retained, peak)


def command(name: str) -> str:
    """Return the path of a command installed beside this Python."""
    return str(Path(sys.executable).with_name(name))


def _pair(pairs: list[tuple[float, float]]) -> Pair:
    return Pair(
        median(ours for ours, _ in pairs),
        median(theirs for _, theirs in pairs),
        median(ours / theirs for ours, theirs in pairs),
    )


def _calls_needed(job: Job, seconds: float) -> int:
    job()
    return max(1, round(seconds / max(_seconds(job, 1), 1e-9)))


def _seconds(job: Job, times: int) -> float:
    gc.collect()
    start = time.perf_counter()
    for _ in range(times):
        job()
    return (time.perf_counter() - start) / times


@contextmanager
def _environment() -> Iterator[dict[str, str]]:
    """Yield variables with which Python keeps compiled modules, for ours and theirs alike."""
    plain = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    with tempfile.TemporaryDirectory() as folder:
        yield plain | {"PYTHONPYCACHEPREFIX": folder}


def _cpu_seconds(arguments: Sequence[str], environment: dict[str, str]) -> float:
    """Run a command and return the CPU seconds it used, in and below the system."""
    process = subprocess.Popen(
        arguments, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    with process.stderr:
        said = process.stderr.read().decode(errors="replace")
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        message = f"{' '.join(arguments[:4])} … ended with {process.returncode}: {said[-500:]}"
        raise RuntimeError(message)
    return used.ru_utime + used.ru_stime
