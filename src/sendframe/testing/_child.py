"""What a fresh interpreter says of a plug-in: what it imports, and what it gives there."""

import json
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs

from ._subject import Subject, subject_named

__all__ = ["HEAVY", "answer"]

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
