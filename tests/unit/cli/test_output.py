"""Standard output that takes nothing any more: the command ends, and no traceback is shown."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMANDS = ("--version", "plugins list", "plugins list --output-format json", "explain html")
FULL = Path("/dev/full")


def stopped(words: str, stdout: int) -> subprocess.CompletedProcess[str]:
    """Run a command whose standard output is a file descriptor."""
    command = [sys.executable, "-m", "sendframe", *words.split()]
    return subprocess.run(
        command, stdout=stdout, stderr=subprocess.PIPE, check=False, encoding="utf-8"
    )


@pytest.mark.parametrize("words", COMMANDS)
def test_a_pipe_that_was_closed_is_no_fault(words: str) -> None:
    """Whoever closed it knows why: the exit code is 1, and nothing is reported."""
    reading, writing = os.pipe()
    os.close(reading)
    done = stopped(words, writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize("words", COMMANDS)
def test_a_full_disk_is_reported(words: str) -> None:
    """In one line, as the system calls it; the exit code is 1."""
    with FULL.open("wb") as full:
        done = stopped(words, full.fileno())
    assert (done.returncode, done.stderr) == (1, "Stopped: [Errno 28] No space left on device\n")


@pytest.mark.parametrize("words", COMMANDS)
def test_there_may_be_no_standard_output_at_all(words: str) -> None:
    """Nothing is printed, and nothing fails."""
    run = f"import sys; sys.stdout = None; sys.argv = ['sendframe', *{words.split()!r}]"
    source = f"{run}; from sendframe.__main__ import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, check=False, encoding="utf-8"
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
