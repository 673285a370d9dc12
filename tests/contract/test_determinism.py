"""The same input gives the same bytes, whatever surrounds the program."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROFILES = ("--profile", "board", "--profile", "sef-update")
OTHER_LOCALE = os.environ.get("SENDFRAME_TEST_LOCALE", "C")


def reports(example: str, out: Path, cwd: Path, **environment: str) -> dict[str, bytes]:
    """Run the command in a process of its own and return what it wrote."""
    folder = os.path.relpath(ROOT / "examples" / example, cwd)
    subprocess.run(
        [sys.executable, "-m", "sendframe", "report", folder, "--out", str(out), *PROFILES],
        check=True,
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
    )
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


@pytest.mark.parametrize("example", ["herefordshire", "wyeford"])
def test_reports_are_the_same_everywhere(example: str, tmp_path: Path) -> None:
    """Another hash seed, locale, time zone and working directory change no byte."""
    one = reports(example, tmp_path / "one", ROOT, PYTHONHASHSEED="1", LC_ALL="C.UTF-8")
    other = reports(
        example,
        tmp_path / "other",
        tmp_path,
        PYTHONHASHSEED="4242",
        LC_ALL=OTHER_LOCALE,
        TZ="Pacific/Kiritimati",
    )
    assert one == other
    assert set(one) == {
        f"{profile}.{suffix}"
        for profile in ("board", "sef-update")
        for suffix in ("html", "json", "md")
    }


FORMATS = ["text", "json", "concise", "github", "sarif", "gitlab"]
WAYS = [*(("--output-format", name) for name in FORMATS), ("--statistics",)]
DIVIDER = "\n%%%%\n"
PROGRAM = f"""
from sendframe import cli
for words in {WAYS!r}:
    cli.run(["check", "wyeford", *words])
    print({DIVIDER!r}, end="", flush=True)
"""


def findings(cwd: Path, **environment: str) -> dict[tuple[str, ...], bytes]:
    """Check the fictional example in a process of its own; return what it printed in each way."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        check=True,
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
    )
    *printed, rest = done.stdout.split(DIVIDER.encode())
    assert rest == b""
    return dict(zip(WAYS, printed, strict=True))


@pytest.fixture(scope="module")
def everywhere(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[dict[tuple[str, ...], bytes], ...]:
    """Return what is printed with one hash seed, locale and time zone, and with others."""
    folder = tmp_path_factory.mktemp("findings")
    shutil.copytree(ROOT / "examples" / "wyeford", folder / "wyeford")
    return (
        findings(folder, PYTHONHASHSEED="1", LC_ALL="C.UTF-8"),
        findings(folder, PYTHONHASHSEED="4242", LC_ALL=OTHER_LOCALE, TZ="Pacific/Kiritimati"),
    )


@pytest.mark.parametrize("words", WAYS, ids=" ".join)
def test_findings_are_the_same_everywhere(
    words: tuple[str, ...], everywhere: tuple[dict[tuple[str, ...], bytes], ...]
) -> None:
    """Another hash seed, locale and time zone change no byte of what is printed, in any format."""
    one, other = everywhere
    assert one[words] == other[words]
    assert b"SFR302" in one[words]
