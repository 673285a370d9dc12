"""``kill -9`` at any moment of a command: its files are all old or all new, or are finished next."""

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
TABLES = ROOT / "plugins" / "sendframe-dfe" / "tests" / "data"
UNFINISHED = ".sendframe-unfinished.tmp"
SEED = 17
SINCE = 0.5  # of the time that the command takes: before that it reads
IMPORT = ("import", "--reader", "dfe.ehc-plans", "--force", "--out", "out/figures.csv")
EDITIONS = {
    "report": [
        ("report", str(ROOT / "src/sendframe/api/starter"), "--out", "out", "--as-at", day)
        for day in ("2026-01-31", "2026-06-30")
    ],
    "import": [
        (*IMPORT, str(TABLES / name)) for name in ("timeliness_20_week.csv", "requests.csv")
    ],
    "new": [("new", "out")],
    "workbook": [
        ("workbook", "export", str(ROOT / "examples" / name), "--out", "out/plan.xlsx")
        for name in ("herefordshire", "wyeford")
    ],
    "workbook read": [("new", "out"), ("workbook", "read", "plan.xlsx", "--into", "out")],
}
"""The commands that write an older and a newer edition into one folder; ``new`` has no older one."""


LATER = ("workbook", "workbook read")
"""Commands that are killed with ``--thorough`` only: they write as ``report`` does."""


def run(*words: str, cwd: Path, after: float | None = None) -> float:
    """Run a command to its end, or for some seconds; return how many it took."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "sendframe", *words]
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        printed, _ = process.communicate(timeout=after)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
    else:
        assert process.returncode == 0, printed
    return time.perf_counter() - began


def write_edited_workbook(folder: Path) -> None:
    """Write the workbook of ``out``, in which rows of two documents have other titles."""
    run("workbook", "export", "out", "--out", "plan.xlsx", cwd=folder)
    book: Any = openpyxl.load_workbook(folder / "plan.xlsx")
    for name in ("Actions", "Priorities"):
        assert str(book[name].cell(1, 1).value).startswith("Title")
        book[name].cell(2, 1).value = f"Another title on {name}"
    book.save(folder / "plan.xlsx")


def files(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder, but what is sendframe's own."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in paths
        if not path.name.startswith(".sendframe-")
    }


@pytest.mark.parametrize(
    "name",
    [pytest.param(e, marks=pytest.mark.thorough) if e in LATER else e for e in sorted(EDITIONS)],
)
def test_a_killed_command_mixes_nothing(
    tmp_path: Path, pytestconfig: pytest.Config, name: str
) -> None:
    """At 20 moments each with ``--thorough``, and at one without; then the command runs again."""
    chance = random.Random(SEED)
    *older, newer = EDITIONS[name]
    out, kept = tmp_path / "out", tmp_path / "kept"
    for words in older:
        run(*words, cwd=tmp_path)
        shutil.copytree(out, kept)
    if name == "workbook read":
        write_edited_workbook(tmp_path)
    old = files(out)
    seconds = run(*newer, cwd=tmp_path)
    new = files(out)
    assert new != old
    lefts = []
    moments = 20 if pytestconfig.getoption("thorough") else 1
    for _ in range(moments):
        shutil.rmtree(out)
        if older:
            shutil.copytree(kept, out)
        run(*newer, cwd=tmp_path, after=seconds * chance.uniform(SINCE, 1))
        left = files(out)
        assert left in (old, new) or (out / UNFINISHED).is_file()
        lefts.append(left)
        if name != "new" or left != new or (out / UNFINISHED).is_file():
            run(*newer, cwd=tmp_path)
        assert files(out) == new
        assert [*out.rglob("*.tmp")] == []
    assert moments == 1 or old in lefts  # or all of them came too late
