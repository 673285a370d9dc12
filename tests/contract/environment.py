"""Environments that tests build, and programs that they run in them."""

import subprocess
import sys
import venv
from pathlib import Path

__all__ = ["new_environment", "pip", "ran"]


def ran(*command: object, cwd: Path) -> str:
    """Run a command that must succeed and return what it printed."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def new_environment(folder: Path) -> Path:
    """Build an empty environment, without pip, which takes longest; return its Python."""
    venv.create(folder, with_pip=False)
    return folder / "bin" / "python"


def pip(python: Path, *words: object) -> None:
    """Run this environment's pip for another environment; it must succeed."""
    ran(sys.executable, "-m", "pip", "--python", python, *words, cwd=python.parents[1])
