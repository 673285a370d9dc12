"""What plug-ins do to the process of a command: print past Python, or end it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sendframe.api import start_portfolio
from tests.unit.plugins.fake import install

CHILD = "Ann Example, aged 9"
POINTS = "[sendframe.checks]\nkent = shown_process\n"
CHECK = """
    import atexit, logging, os, subprocess, sys, threading, time
    from sendframe.plugins import Check, hookimpl

    CHILD = "Ann Example, aged 9"
    logging.basicConfig(stream=sys.stderr)
    log = sys.stdout

    def write():
        os.write(1, CHILD.encode())
        os.write(2, CHILD.encode())
        for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__, log):
            print(CHILD, file=stream, flush=True)
        logging.error(CHILD)

    def later():
        for _ in range(20):
            write()
            time.sleep(0.02)

    def run(context):
        {body}
        yield context.diagnostic("seen", about="kent")

    @hookimpl.checks
    def checks():
        return [Check("kent.one", "Seen", "Says so.", run)]
"""
PRINT = """write()
        subprocess.run([sys.executable, "-c", f"import os; os.write(1, b'{CHILD}')"], check=True)
        atexit.register(write)
        threading.Thread(target=later).start()
        time.sleep(0.1)"""


@pytest.fixture
def area(tmp_path: Path) -> Path:
    """Return a portfolio that allows the plug-in."""
    folder = tmp_path / "area"
    start_portfolio(folder)
    manifest = folder / "portfolio.json"
    text = manifest.read_text(encoding="utf-8")
    assert '"plugins"' not in text
    manifest.write_text(text.replace("{", '{"plugins": ["kent"],', 1), encoding="utf-8")
    return folder


def ran(area: Path, body: str | None, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command where a plug-in is installed whose check does something."""
    site, start = area.parent / "site", area.parent / "start"
    start.mkdir(exist_ok=True)
    (start / "sitecustomize.py").write_text(f"import sys\nsys.path.append({str(site)!r})\n")
    if body is not None:
        source = CHECK.replace("{body}", body)
        install(site, "sendframe-kent", "shown_process", source, POINTS)
    script = str(Path(sys.executable).with_name("sendframe"))
    return subprocess.run(
        [script, *words],
        cwd=area.parent,
        env={**os.environ, "PYTHONPATH": str(start)},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def test_nothing_that_a_plug_in_prints_comes_out(area: Path) -> None:
    """By descriptors, other streams, threads, processes, logging, or when Python ends."""
    done = ran(area, PRINT, "check", "area")
    assert "kent.one" in done.stdout
    assert CHILD not in done.stdout + done.stderr
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("body", ["os._exit(0)", "os.kill(os.getpid(), 9)"])
def test_a_process_that_ends_is_no_publication(area: Path, body: str) -> None:
    """The exit code of the process would be that of success."""
    words = ("report", "area", "--out", "out", "--profile", "families", "--publishable")
    done = ran(area, body, *words)
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr.startswith("Stopped: the process that makes the reports ended before they ")
    assert not (area.parent / "out").exists()


def test_without_such_a_plug_in_the_answer_is_that_of_the_command(area: Path) -> None:
    """Paths, messages and exit codes come through; the token does not."""
    words = ("report", "area", "--out", "out", "--publishable", "--profile")
    done = ran(area, None, *words, "strategy")
    assert done.returncode == 0
    assert done.stdout == "out/shown.json\nout/strategy.html\nout/strategy.json\nout/strategy.md\n"
    assert done.stderr.splitlines()[-1].startswith("Read, and printed in none")
    done = ran(area, None, *words, "board")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("SFR030: not publishable, and nothing was written:\n  board: ")
