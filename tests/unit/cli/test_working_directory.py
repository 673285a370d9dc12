"""Files that lie in the working directory do not run."""

import subprocess
import sys
from pathlib import Path

import pytest

MODULES = ("click", "attrs", "attr", "jiter", "json", "pluggy", "jsonschema_rs", "difflib")


@pytest.mark.parametrize("arguments", [["--version"], ["validate", "a.json"], ["plugins", "list"]])
def test_a_module_in_the_working_directory_is_not_imported(
    tmp_path: Path, arguments: list[str]
) -> None:
    """Neither by ``python -m sendframe`` nor by what it imports later."""
    trap = f"open({str(tmp_path / 'ran')!r}, 'w').close()\n"
    for name in MODULES:
        (tmp_path / f"{name}.py").write_text(trap, encoding="utf-8")
    (tmp_path / "a.json").write_text("{", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "sendframe", *arguments],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == (1 if "validate" in arguments else 0), done.stderr
    assert done.stdout
    assert not (tmp_path / "ran").exists()


def test_the_trap_would_close(tmp_path: Path) -> None:
    """A module lying there does run where Python is reported to look there."""
    (tmp_path / "click.py").write_text("print('ran')", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", "import click"],
        cwd=tmp_path,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout == "ran\n"
