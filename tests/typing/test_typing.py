"""What type checkers say of plug-ins: every planted mistake is told, and nothing else is."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
IGNORE = re.compile(r"  # type: ignore\[[a-z, -]+\]")


def mypy(text: str, folder: Path) -> tuple[int, list[str]]:
    """Return the exit code of mypy in strict mode, and the lines that it tells of."""
    file = folder / "plug_in.py"
    file.write_text(text, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--no-error-summary",
        "--hide-error-context",
    ]
    cache = str(ROOT / ".mypy_cache")
    done = subprocess.run(
        [*command, "--cache-dir", cache, str(file)],
        cwd=folder,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    return done.returncode, [each for each in done.stdout.splitlines() if ": error:" in each]


@pytest.mark.parametrize("name", ["must_pass", "must_fail"])
def test_exactly_the_planted_mistakes_are_told(name: str, tmp_path: Path) -> None:
    """Under strict mode an ignored error that is none is an error itself, and so is a wrong code."""
    text = (HERE / f"{name}.py.txt").read_text(encoding="utf-8")
    assert mypy(text, tmp_path) == (0, [])


def test_each_planted_mistake_is_told_when_it_is_not_ignored(tmp_path: Path) -> None:
    """Every line that says which error it must be is an error of that code."""
    text = (HERE / "must_fail.py.txt").read_text(encoding="utf-8")
    wanted = {
        number: set(re.split(", ", each[each.rindex("[") + 1 : -1]))
        for number, line in enumerate(text.splitlines(), 1)
        for each in IGNORE.findall(line)
    }
    assert len(wanted) > 12
    code, told = mypy(IGNORE.sub("", text), tmp_path)
    found: dict[int, set[str]] = {}
    for each in told:
        match = re.search(r":(\d+): error: .*\[([a-z-]+)\]$", each)
        assert match is not None, each
        found.setdefault(int(match[1]), set()).add(match[2])
    assert code == 1
    assert found == wanted


def test_the_program_of_the_tutorial_is_accepted(tmp_path: Path) -> None:
    """Strict mode finds nothing in it, and it is as short as the page says."""
    page = (ROOT / "docs" / "tutorial" / "first-program.md").read_text(encoding="utf-8")
    program = "\n".join(re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL))
    assert len([line for line in program.splitlines() if line.strip()]) < 90
    assert mypy(program, tmp_path) == (0, [])
