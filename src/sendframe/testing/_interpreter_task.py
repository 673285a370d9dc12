"""Tasks for a fresh interpreter: which modules a plug-in imports, and what its calls return."""

import json
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs

from ._plugin_under_test import PluginUnderTest, plugin_under_test

__all__ = ["HEAVY", "TASKS", "run_task"]

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
"""Packages that are slow to import, so only the functions that need them may import them."""


def _at_discovery(under_test: PluginUnderTest, known: frozenset[str]) -> list[str]:
    """Return the modules of the plug-in that are imported once its data was read."""
    under_test.catalogue.library.ids()
    new = {*sys.modules} - known
    return sorted(
        module for module in new if module.partition(".")[0] in under_test.top_level_names
    )


def _at_import(under_test: PluginUnderTest, _: frozenset[str]) -> list[str]:
    """Return the heavy packages that its modules import, each with the module."""
    public = import_module("sendframe.plugins")
    for name in public.__all__:
        getattr(public, name)
    imports = []
    for target in sorted({plugin.target for plugin in under_test.with_code}):
        before = {*sys.modules}
        try:
            import_module(target)
        except KeyboardInterrupt:  # of the user
            raise
        except BaseException:  # noqa: BLE001, S112  # another check reports it
            continue
        new = {module.partition(".")[0] for module in {*sys.modules} - before}
        imports += [f"{target} {package}" for package in sorted(new & HEAVY)]
    return imports


def _imports(under_test: PluginUnderTest, known: frozenset[str]) -> dict[str, list[str]]:
    """Return the imports at discovery, and then those of its modules."""
    return {
        "at discovery": _at_discovery(under_test, known),
        "at import": _at_import(under_test, known),
    }


def _digests(under_test: PluginUnderTest, _: frozenset[str]) -> list[str]:
    from ._contribution_run import digest_of  # the modules must be noted before this import
    from ._test_call import calls

    return [digest_of(call) for call in calls(under_test)]


def _results(under_test: PluginUnderTest, _: frozenset[str]) -> list[dict[str, Any]]:
    from ._conformance import check_unpacked_wheel

    return [attrs.asdict(result) for result in check_unpacked_wheel(under_test)]


TASKS: dict[str, Callable[[PluginUnderTest, frozenset[str]], Any]] = {
    "at import": _at_import,
    "digests": _digests,
    "imports": _imports,
    "results": _results,
}


def run_task(request: dict[str, Any], file: str) -> None:
    """Run a task and write its result into a file; this runs in the fresh interpreter."""
    known = frozenset(sys.modules)
    result = TASKS[request["task"]](plugin_under_test(request["name"], request["paths"]), known)
    Path(file).write_text(json.dumps(result), encoding="utf-8")
