"""Measuring two things by turns, so that what else the machine does falls on both alike."""

import gc
import os
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from statistics import median

import attrs

__all__ = [
    "Effort",
    "Memory",
    "Pair",
    "command",
    "in_turns",
    "memory_of",
    "peak_of",
    "processes",
]

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

    Each runs once beforehand, so that both find their modules compiled; not for a single pair,
    which tells nothing anyway.
    """
    for each in (ours, theirs) if count > 1 else ():
        _cpu_seconds(each)
    return _pair([(_cpu_seconds(ours), _cpu_seconds(theirs)) for _ in range(count)])


def memory_of(make: Job, before: Job) -> Memory:
    """Return the memory of what *make* returns.

    Args:
        make: The job.
        before: A job that makes what is made only once; its memory does not count.
    """
    tracemalloc.start()
    try:
        before()
        gc.collect()
        start = tracemalloc.get_traced_memory()[0]
        tracemalloc.reset_peak()
        held = make()
        peak = tracemalloc.get_traced_memory()[1]
        gc.collect()
        retained = tracemalloc.get_traced_memory()[0]
        del held
    finally:
        tracemalloc.stop()
    return Memory(retained - start, peak - start)


def peak_of(words: Sequence[str]) -> int:
    """Return the most memory that a command held, native libraries included, in bytes."""
    code = (
        "import resource, subprocess, sys; "
        "subprocess.run(sys.argv[1:], check=True, capture_output=True); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, *words], check=True, capture_output=True, text=True
    )
    return int(told.stdout) * (1 if sys.platform == "darwin" else 1024)


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
    if not seconds:
        return 1
    job()
    return max(1, round(seconds / max(_seconds(job, 1), 1e-9)))


def _seconds(job: Job, times: int) -> float:
    gc.collect()
    start = time.perf_counter()
    for _ in range(times):
        job()
    return (time.perf_counter() - start) / times


@cache
def _compiled_modules() -> "tempfile.TemporaryDirectory[str]":
    """Return the folder in which Python keeps compiled modules, for ours and theirs alike."""
    return tempfile.TemporaryDirectory()


def _cpu_seconds(arguments: Sequence[str]) -> float:
    """Run a command and return the CPU seconds it used, those of the system included."""
    plain = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    environment = plain | {"PYTHONPYCACHEPREFIX": _compiled_modules().name}
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
