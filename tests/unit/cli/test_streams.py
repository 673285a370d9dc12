"""Standard streams that are closed, absent or full, and Python without docstrings."""

import subprocess
import sys
from pathlib import Path

import pytest

ABSENT = """
import sys
sys.stdin = sys.stdout = sys.stderr = None  # as in pythonw
from sendframe.__main__ import main
codes = []
for words in ["--version", "plugins list", "new area", "validate area", "validate nowhere", "x"]:
    sys.argv = ["sendframe", *words.split()]
    try:
        main()
    except SystemExit as end:
        codes.append(end.code)
assert codes == [0, 0, 0, 0, 1, 2], codes
"""
COMMANDS = """
import sys
from sendframe.__main__ import main
codes = []
for words in ["new area", "check area --strict", "explain sfr310"]:
    sys.argv = ["sendframe", *words.split()]
    try:
        main()
    except SystemExit as end:
        codes.append(end.code)
sys.exit(codes != [0, 0, 0])
"""


def ran(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder."""
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )


def test_without_standard_streams_the_codes_are_those_of_the_commands(tmp_path: Path) -> None:
    """Nothing is printed, and nothing fails."""
    done = ran(tmp_path, "-c", ABSENT)
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX closes the streams")
@pytest.mark.parametrize(
    ("redirected", "code"),
    [(">&-", 0), (">&- 2>&- <&-", 0), ("| head -c0", 0), ("2>&-; exit 3", 3)],
)
def test_a_closed_stream_is_no_failure(redirected: str, code: int, tmp_path: Path) -> None:
    """No traceback, and what is written goes to no file that the command opens."""
    shell = f'"{sys.executable}" -m sendframe schema export out {redirected}'
    done = subprocess.run(
        ["/bin/sh", "-c", shell],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )
    assert (done.stderr, done.returncode) == ("", code)
    written = sorted((tmp_path / "out").iterdir())
    assert written
    assert all(path.read_text("utf-8").startswith("{") for path in written)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_full_stream_is_a_failure_that_is_told(tmp_path: Path) -> None:
    """The code is 1: what should be printed is not."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "sendframe", "schema", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            check=False,
            encoding="utf-8",
        )
    assert done.returncode == 1
    assert done.stderr.startswith("Stopped: ")
    assert "Traceback" not in done.stderr


def test_python_without_docstrings_does_the_same(tmp_path: Path) -> None:
    """With -OO every contribution is there; its manual is only a title."""
    done = ran(tmp_path, "-OO", "-c", COMMANDS)
    assert (done.returncode, "left out: " in done.stderr) == (0, False)
    assert "SFR310: Areas that do not belong into a comparator set\n\nFrom " in done.stdout
