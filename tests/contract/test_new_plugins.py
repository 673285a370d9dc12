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


def installed(python: Path, project: Path) -> None:
    """Install a project as its author would, but with the build backend that is here."""
    pip(python, "install", "--quiet", "--no-deps", "--no-build-isolation", "-e", project)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_new_plug_in_is_whole_at_once(
    kind: str, python: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """It installs, is listed, passes its conformance test, and mypy finds nothing in it."""
    name = f"new-{kind.replace('_', '-')}"
    project = tmp_path / "project"
    start_plugin(name, [kind], project)
    installed(python, project)
    assert f"sendframe-{name}" in ran(python, "-m", "sendframe", "plugins", "list", cwd=tmp_path)
    printed = ran(
        python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "error", ".", cwd=project
    )
    assert " passed" in printed
    assert "skipped" not in printed
    assert "No problems found." in ran(
        python, "-m", "sendframe", "plugins", "check", name, cwd=tmp_path
    )
    cache = tmp_path_factory.getbasetemp() / "mypy"  # what it knows of sendframe stays the same
    strict = ("-m", "mypy", "--strict", "--cache-dir", cache, "--python-executable", python)
    if kind != "data":
        ran(sys.executable, *strict, project / "src", cwd=project)
    ruff = (sys.executable, "-m", "ruff", "check", "--isolated", "--line-length=100")
    ran(*ruff, "--select=B,D1,E,F,I,UP", project, cwd=project)


def test_a_plug_in_of_all_kinds_is_whole_at_once(python: Path, tmp_path: Path) -> None:
    """The kinds get on with each other in one distribution, and the command finds it sound too."""
    project = tmp_path / "project"
    start_plugin("new-all", KINDS, project)
    installed(python, project)
    assert " passed" in ran(
        python, "-m", "pytest", "-q", "-p", "no:cacheprovider", ".", cwd=project
    )
    words = ("-m", "sendframe", "plugins", "check", "new-all")
    assert "No problems found." in ran(python, *words, cwd=tmp_path)
