"""Asking a fresh interpreter about a plug-in: what it imports, and what it gives there."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs

from ._subject import Subject, subject_named

__all__ = ["HEAVY", "ask"]

HEAVY = frozenset(
    [
        "IPython",
        "aiohttp",
        "altair",
        "bokeh",
        "dask",
        "docx",
        "duckdb",
        "geopandas",
        "httpx",
        "matplotlib",
        "numpy",
        "openpyxl",
        "pandas",
        "plotly",
        "polars",
        "pptx",
        "pyarrow",
        "pydantic",
        "pyspark",
        "reportlab",
        "requests",
        "scipy",
        "seaborn",
        "sklearn",
        "sqlalchemy",
        "statsmodels",
        "tensorflow",
        "torch",
        "transformers",
        "weasyprint",
        "xlsxwriter",
    ]
)
"""Packages that take long to import and so are imported inside the functions that need them."""

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
        question: A key of `_ANSWERS`.
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
        "path": list(path or (each or os.getcwd() for each in sys.path)),  # noqa: PTH109
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


def _at_discovery(subject: Subject, known: frozenset[str]) -> list[str]:
    """Return the modules of the plug-in that are there after its data was read."""
    subject.catalogue.library.ids()
    new = {*sys.modules} - known
    return sorted(each for each in new if each.partition(".")[0] in subject.tops)


def _at_import(subject: Subject, _: frozenset[str]) -> list[str]:
    """Return the heavy packages that its modules import, each with the module."""
    door = import_module("sendframe.plugins")
    for name in door.__all__:
        getattr(door, name)
    found = []
    for target in sorted({each.target for each in subject.with_code}):
        before = {*sys.modules}
        try:
            import_module(target)
        except (Exception, SystemExit):  # noqa: BLE001, S112  # told by another check
            continue
        new = {each.partition(".")[0] for each in {*sys.modules} - before}
        found += [f"{target} {each}" for each in sorted(new & HEAVY)]
    return found


def _digests(subject: Subject, _: frozenset[str]) -> list[str]:
    from ._sampling import outcomes  # after the modules that are there were noted

    return [each.digest for each in outcomes(subject)]


def _results(subject: Subject, _: frozenset[str]) -> list[dict[str, Any]]:
    from ._conformance import check_subject

    return [attrs.asdict(each) for each in check_subject(subject, wheel=False)]


_ANSWERS: dict[str, Callable[[Subject, frozenset[str]], Any]] = {
    "at discovery": _at_discovery,
    "at import": _at_import,
    "digests": _digests,
    "results": _results,
}


def answer(told: dict[str, Any], file: str) -> None:
    """Answer a question into a file; this runs in the fresh interpreter."""
    known = frozenset(sys.modules)
    found = _ANSWERS[told["question"]](subject_named(told["name"], told["paths"]), known)
    Path(file).write_text(json.dumps(found), encoding="utf-8")
