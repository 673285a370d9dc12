"""Asking a fresh interpreter about a plug-in."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ._subject import Subject

__all__ = ["ChildFailed", "ask"]

_PROGRAM = """
import json, sys
told = json.load(open(sys.argv[1], encoding="utf-8"))
sys.path[:] = told["path"]
from sendframe.testing._child import answer
answer(told, sys.argv[2])
"""
_LONGEST = 600


class ChildFailed(Exception):
    """A fresh interpreter ended without an answer; the text is the end of what it printed."""


def ask(
    subject: Subject,
    question: str,
    *,
    hash_seed: str = "random",
    path: Sequence[str] | None = None,
    paths: Sequence[str] | None = None,
) -> Any:
    """Return what a fresh interpreter answers.

    Args:
        subject: The plug-in.
        question: One of those that `answer` of the module for the child knows.
        hash_seed: ``PYTHONHASHSEED`` of that interpreter.
        path: Its ``sys.path``; that of this one unless given.
        paths: Folders it searches for plug-ins; those of the subject unless given.

    Raises:
        ChildFailed: It ended without an answer.
    """
    searched = subject.paths if paths is None else paths
    told = {
        "question": question,
        "name": subject.name,
        "path": list(path or (each or os.getcwd() for each in sys.path)),  # noqa: PTH109  # as sys.path means it
        "paths": None if searched is None else list(searched),
    }
    with tempfile.TemporaryDirectory() as folder:
        question_file, answer_file = Path(folder, "question.json"), Path(folder, "answer.json")
        question_file.write_text(json.dumps(told), encoding="utf-8")
        words = [sys.executable, "-c", _PROGRAM, str(question_file), str(answer_file)]
        ended = subprocess.run(  # noqa: S603  # our own program, by this interpreter
            words,
            cwd=folder,
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            capture_output=True,
            check=False,
            timeout=_LONGEST,
        )
        if not answer_file.is_file():
            printed = ended.stderr.decode("utf-8", "replace").strip().splitlines()
            raise ChildFailed(printed[-1] if printed else f"exit code {ended.returncode}")
        return json.loads(answer_file.read_text(encoding="utf-8"))
