"""What each command loads: only what it needs, seen by the modules and never by time."""

import json
import subprocess
import sys
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from sendframe import dump
from sendframe.plugins import installed
from tests.unit.api.national import INDICATORS, observation_set

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "examples" / "wyeford" / "strategy-2021.json"

_WRAPPER = """
import json, os, sys
errors = os.dup(2)  # a command leaves nothing to print to
before = set(sys.modules)
sys.argv[0] = "sendframe"
from sendframe.__main__ import main
try:
    main()
finally:
    found = sorted(set(sys.modules) - before)
    os.write(errors, ("\\n" + json.dumps(found)).encode())
"""


@cache
def loaded(*arguments: str, code: int = 0) -> frozenset[str]:
    """Return the modules that a command has loaded when it ends, as it should, with a code."""
    done = subprocess.run(
        [sys.executable, "-c", _WRAPPER, *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == code, done.stderr
    return frozenset(json.loads(done.stderr.splitlines()[-1]))


def below(modules: frozenset[str], *names: str) -> list[str]:
    """Return those of *modules* that are one of *names*, or stand below one."""
    return sorted(
        each for each in modules if any(f"{each}.".startswith(f"{name}.") for name in names)
    )


def plugin_modules() -> set[str]:
    """Return the module of every plug-in installed, our own among them."""
    return {each.target.partition(":")[0] for each in installed()}


HEAVY = ("attr", "attrs", "cattrs", "jinja2", "jiter", "jsonschema", "jsonschema_rs", "pluggy")


def test_there_are_plugins_to_leave_out() -> None:
    """The list that the other tests go by is not empty."""
    assert "sendframe.builtin.render_html" in plugin_modules()
    assert all(each.value for each in entry_points(group="sendframe.checks"))


def test_version_loads_nothing_but_the_version() -> None:
    """It is answered before anything is imported, click included."""
    modules = loaded("--version")
    assert below(modules, "sendframe") == [
        "sendframe",
        "sendframe.__main__",
        "sendframe._version",
    ]
    assert below(modules, *HEAVY, "click", "importlib.metadata", *plugin_modules()) == []


def test_help_loads_nothing_but_the_command_line() -> None:
    """No package, no plug-in and no library but click."""
    modules = loaded("--help")
    assert {each.split(".")[1] for each in below(modules, "sendframe") if "." in each} == {
        "__main__",
        "_version",
        "cli",
    }
    assert below(modules, *HEAVY, "importlib.metadata", *plugin_modules()) == []


def test_a_valid_document_is_read_without_what_it_does_not_need() -> None:
    """No templates, no plug-ins, no evaluation, no converter, no second engine, no positions."""
    pytest.importorskip("jsonschema_rs", reason="jsonschema-rs has no wheel here")
    modules = loaded("validate", str(DOCUMENT))
    assert below(modules, "jinja2", "pluggy", "cattrs", "jsonschema", "referencing") == []
    packages = ("api", "builtin", "checks", "disclosure", "evaluation", "plugins", "reports")
    assert below(modules, *(f"sendframe.{each}" for each in (*packages, "scoring"))) == []
    late = ("documents._converter", "documents._table")
    late += ("jsontext._lexer", "jsontext._position", "jsontext._syntax")
    assert below(modules, *(f"sendframe.{each}" for each in late)) == []
    assert below(modules, *plugin_modules()) == []
    formats = ("_concise", "_github", "_gitlab", "_json", "_sarif", "_text")
    others = ("_fingerprint", "_notice", "_rule", "_selection", "_statistic")
    assert below(modules, *(f"sendframe.cli.{each}" for each in (*formats, *others))) == []
    assert below(modules, "sendframe.errors._manual") == []


@pytest.mark.parametrize(
    "options",
    [
        ["--output-format", "sarif", "--select", "SFR2,SFR1"],
        ["--output-format", "gitlab"],
        ["--statistics"],
    ],
    ids=" ".join,
)
def test_findings_are_told_without_any_plug_in(options: list[str], tmp_path: Path) -> None:
    """What codes are called is known, and what is selected, though no check is imported."""
    document = tmp_path / "strategy.json"
    document.write_text(DOCUMENT.read_text(encoding="utf-8").replace('"title"', '"titel"', 1))
    modules = loaded("validate", str(document), *options, code=1)
    assert below(modules, "pluggy", "jinja2", *plugin_modules()) == []
    packages = ("api", "builtin", "checks", "evaluation", "plugins", "reports")
    assert below(modules, *(f"sendframe.{each}" for each in packages)) == []


def test_listing_plugins_imports_none() -> None:
    """What is installed is read from metadata: not one module of a plug-in is loaded."""
    assert below(loaded("plugins", "list"), "sendframe.builtin", *plugin_modules()) == []


def test_a_check_draws_no_chart_and_renders_nothing() -> None:
    """What asks questions of a portfolio builds reports to see what they print, and no page."""
    modules = loaded("check", str(ROOT / "examples" / "wyeford"), code=1)
    assert below(modules, "sendframe.evaluation._evaluate")
    unused = ("reports.charts", "builtin.render_html", "builtin.render_markdown")
    assert below(modules, *(f"sendframe.{each}" for each in unused), "jinja2") == []


def test_an_evaluation_needs_no_library_of_data_frames() -> None:
    """A portfolio is loaded, checked and evaluated without any of them, installed or not."""
    modules = loaded("check", str(ROOT / "examples" / "wyeford"), code=1)
    libraries = ("narwhals", "numpy", "pandas", "polars", "pyarrow", "sendframe.frames")
    assert below(modules, *libraries) == []


def test_a_format_imports_its_own_renderer_alone(tmp_path: Path) -> None:
    """JSON needs neither templates nor what makes other forms; other plug-ins are left alone."""
    words = ("report", str(ROOT / "examples" / "herefordshire"), "--out", str(tmp_path))
    modules = loaded(*words, "--format", "json")
    assert below(modules, "sendframe.builtin.render_json")
    others = ("sendframe.builtin.render_html", "sendframe.builtin.render_markdown", "jinja2")
    assert below(modules, *others) == []
    outside = (each for each in plugin_modules() if not each.startswith("sendframe.builtin"))
    assert below(modules, *outside) == []


def test_a_document_with_extensions_imports_no_plug_in() -> None:
    """What may stand there is data, which is read and never imported."""
    modules = loaded("validate", str(ROOT / "examples" / "wyeford" / "strategy.json"))
    assert below(modules, "sendframe.plugins._data_library")
    assert below(modules, "pluggy", "jinja2", *plugin_modules()) == []


def test_all_areas_of_documents_need_no_plug_in_and_no_report(tmp_path: Path) -> None:
    """Figures are read and compared without a catalogue, scores, reports or a converter."""
    figures, indicators = tmp_path / "figures.json", tmp_path / "indicators.json"
    dump(observation_set(), figures)
    dump(INDICATORS, indicators)
    words = ("evaluate", "--all-areas", str(figures), str(indicators), "--out", str(tmp_path / "o"))
    modules = loaded(*words, "--as-at", "2026-01-31")
    assert below(modules, "sendframe.evaluation._area_averages")
    packages = ("builtin", "checks", "disclosure", "plugins", "reports", "scoring")
    assert below(modules, *(f"sendframe.{each}" for each in packages), *plugin_modules()) == []
    assert below(modules, "packaging", "pluggy", "jinja2") == []
