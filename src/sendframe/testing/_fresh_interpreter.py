"""Run a task about a plug-in in a fresh interpreter."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ._plugin_under_test import PluginUnderTest

__all__ = ["InterpreterFailed", "run_in_fresh_interpreter"]

_PROGRAM = """
import json, sys
request = json.load(open(sys.argv[1], encoding="utf-8"))
sys.path[:] = request["path"]
from sendframe.testing._interpreter_task import run_task
run_task(request, sys.argv[2])
"""
_TIMEOUT = 600  # seconds


class InterpreterFailed(Exception):
    """A fresh interpreter ended without a result; the text is the last line it printed."""


def run_in_fresh_interpreter(
    under_test: PluginUnderTest,
    task: str,
    *,
    hash_seed: str = "random",
    path: Sequence[str] | None = None,
    paths: Sequence[str] | None = None,
) -> Any:
    """Run a task in a fresh interpreter and return its result.

    Args:
        under_test: The plug-in.
        task: Name of a task, one of `TASKS` of the module ``_interpreter_task``.
        hash_seed: ``PYTHONHASHSEED`` of that interpreter.
        path: Its ``sys.path``; that of this interpreter unless given.
        paths: Folders it searches for plug-ins; those of *under_test* unless given.

    Raises:
        InterpreterFailed: It ended without a result.
    """
    searched = under_test.paths if paths is None else paths
    request = {
        "task": task,
        "name": under_test.name,
        "path": list(path or (entry or os.getcwd() for entry in sys.path)),  # noqa: PTH109  # as sys.path means it
        "paths": None if searched is None else list(searched),
    }
    with tempfile.TemporaryDirectory() as folder:
        request_file, result_file = Path(folder, "request.json"), Path(folder, "result.json")
        request_file.write_text(json.dumps(request), encoding="utf-8")
        words = [sys.executable, "-c", _PROGRAM, str(request_file), str(result_file)]
        ended = subprocess.run(  # noqa: S603  # our own program, by this interpreter
            words,
            cwd=folder,
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            capture_output=True,
            check=False,
            timeout=_TIMEOUT,
        )
        if not result_file.is_file():
            printed = ended.stderr.decode("utf-8", "replace").strip().splitlines()
            raise InterpreterFailed(printed[-1] if printed else f"exit code {ended.returncode}")
        return json.loads(result_file.read_text(encoding="utf-8"))
