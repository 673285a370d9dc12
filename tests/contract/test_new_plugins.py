"""A plug-in of each kind as it is written: it installs, passes its own test and strict types."""

import sys
import sysconfig
from pathlib import Path

import pytest

from sendframe.api import start_plugin
from sendframe.plugins import KINDS
from tests.contract.environment import new_environment, pip, ran

pytestmark = pytest.mark.network  # a build backend is fetched where none is at hand


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of an environment that has all that this one has, and room for more."""
    folder = tmp_path_factory.mktemp("env")
    made = new_environment(folder)
    (site,) = folder.glob("lib/python*/site-packages")
    parent = sysconfig.get_path("purelib")
    (site / "parent.pth").write_text(f"import site; site.addsitedir({parent!r})\n", "utf-8")
    return made


def installed(python: Path, *projects: Path) -> None:
    """Install projects as their author would, but with the build backend that is here."""
    editable = [word for each in projects for word in ("-e", each)]
    pip(python, "install", "--quiet", "--no-deps", "--no-build-isolation", *editable)


def run_tests(python: Path, folder: Path, *words: str) -> str:
    """Run the tests of each project in a folder, with warnings as errors; return what is printed.

    Their test modules have the same name, so pytest imports each by its path.
    """
    quiet = ("-p", "no:cacheprovider", "-W", "error", "--import-mode=importlib")
    return ran(python, "-m", "pytest", "-v", *quiet, *words, ".", cwd=folder)


def test_a_new_plug_in_of_each_kind_is_whole_at_once(python: Path, tmp_path: Path) -> None:
    """It installs, is listed, passes its conformance test, and mypy and ruff find nothing in it.

    The wheel is left to the plug-in of all kinds: what tells the build backend of files is the
    same for each.
    """
    names = {kind: f"new-{kind.replace('_', '-')}" for kind in sorted(KINDS)}
    projects = {kind: tmp_path / kind for kind in names}
    for kind, name in names.items():
        start_plugin(name, [kind], projects[kind])
    installed(python, *projects.values())
    listed = ran(python, "-m", "sendframe", "plugins", "list", cwd=tmp_path)
    printed = run_tests(python, tmp_path, "-k", "not test_wheel")
    assert " SKIPPED" not in printed
    for kind, name in names.items():
        assert f"sendframe-{name}" in listed
        assert f"{kind}/tests/test_plugin.py::TestPlugin::test_discovery PASSED" in printed
    sources = [projects[kind] / "src" for kind in names if kind != "data"]
    strict = ("--strict", "--cache-dir", tmp_path / "mypy", "--python-executable", python)
    ran(sys.executable, "-m", "mypy", *strict, *sources, cwd=tmp_path)
    rules = ("--isolated", "--line-length=100", "--select=B,D1,E,F,I,UP")
    ran(sys.executable, "-m", "ruff", "check", *rules, *projects.values(), cwd=tmp_path)


def test_a_plug_in_of_all_kinds_is_whole_at_once(python: Path, tmp_path: Path) -> None:
    """The kinds get on with each other in one distribution, and the command finds it sound too."""
    project = tmp_path / "project"
    start_plugin("new-all", KINDS, project)
    installed(python, project)
    printed = run_tests(python, project)
    assert "::test_wheel PASSED" in printed
    assert " SKIPPED" not in printed
    words = ("-m", "sendframe", "plugins", "check", "new-all")
    assert "No problems found." in ran(python, *words, cwd=tmp_path)
