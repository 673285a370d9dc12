"""The same input gives the same bytes, whatever surrounds the program."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
PROFILES = ("--profile", "board", "--profile", "sef-update")
OTHER_LOCALE = os.environ.get("SENDFRAME_TEST_LOCALE", "C")
EXAMPLES = ["herefordshire", "wyeford"]
FORMATS = ["text", "json", "concise", "github", "sarif", "gitlab"]
WAYS = [*(("--output-format", name) for name in FORMATS), ("--statistics",)]
DIVIDER = "\n%%%%\n"
PROGRAM = f"""
import os, sys
from sendframe import cli
from sendframe.cli import _check, _portfolio

examples, out, copies = sys.argv[1:]
for example in {EXAMPLES!r}:
    words = [os.path.join(examples, example), "--out", os.path.join(out, example)]
    cli.run(["report", *words, *{PROFILES!r}])
print({DIVIDER!r}, end="", flush=True)

# What was evaluated once is printed in every way.
load, evaluate, known = _portfolio.load_folder, _check.evaluate, {{}}
_portfolio.load_folder = lambda *given: known.get("portfolio") or known.setdefault(
    "portfolio", load(*given)
)
_check.evaluate = lambda *given, **more: known.get("evaluation") or known.setdefault(
    "evaluation", evaluate(*given, **more)
)
os.chdir(copies)
for words in {WAYS!r}:
    cli.run(["check", "wyeford", *words])
    print({DIVIDER!r}, end="", flush=True)
"""


@attrs.frozen
class Outcome:
    """What the program makes in one environment.

    Attributes:
        reports: The reports of each example, by file name.
        findings: What ``check`` prints of the fictional example in each way.
    """

    reports: dict[str, dict[str, bytes]]
    findings: dict[tuple[str, ...], bytes]


def outcome(cwd: Path, folder: Path, **environment: str) -> Outcome:
    """Report and check in a process of its own, and return what it made.

    Args:
        cwd: Where it begins; it is given relative paths.
        folder: The folder of a copy of the fictional example.
        environment: Changes of its environment.
    """
    out = folder / f"out-{environment['PYTHONHASHSEED']}"
    examples = os.path.relpath(ROOT / "examples", cwd)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, examples, str(out), str(folder)],
        check=True,
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
    )
    _, *printed, rest = done.stdout.split(DIVIDER.encode())
    assert rest == b""
    written = {
        example: {path.name: path.read_bytes() for path in sorted((out / example).iterdir())}
        for example in EXAMPLES
    }
    return Outcome(written, dict(zip(WAYS, printed, strict=True)))


@pytest.fixture(scope="module")
def everywhere(tmp_path_factory: pytest.TempPathFactory) -> tuple[Outcome, Outcome]:
    """Return what comes out with one hash seed, locale, time zone and place, and with others."""
    folder = tmp_path_factory.mktemp("outcome")
    shutil.copytree(ROOT / "examples" / "wyeford", folder / "wyeford")
    return (
        outcome(ROOT, folder, PYTHONHASHSEED="1", LC_ALL="C.UTF-8"),
        outcome(
            folder, folder, PYTHONHASHSEED="4242", LC_ALL=OTHER_LOCALE, TZ="Pacific/Kiritimati"
        ),
    )


@pytest.mark.parametrize("example", EXAMPLES)
def test_reports_are_the_same_everywhere(example: str, everywhere: tuple[Outcome, Outcome]) -> None:
    """Another hash seed, locale, time zone and working directory change no byte."""
    one, other = (each.reports[example] for each in everywhere)
    assert one == other
    assert set(one) == {
        *(
            f"{profile}.{suffix}"
            for profile in ("board", "sef-update")
            for suffix in ("html", "json", "md")
        ),
        *("index.html", "index.md", "shown.json", ".sendframe-written.json"),
    }


@pytest.mark.parametrize("words", WAYS, ids=" ".join)
def test_findings_are_the_same_everywhere(
    words: tuple[str, ...], everywhere: tuple[Outcome, Outcome]
) -> None:
    """Another hash seed, locale and time zone change no byte of what is printed, in any format."""
    one, other = (each.findings[words] for each in everywhere)
    assert one == other
    assert b"SFR302" in one
