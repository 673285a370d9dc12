"""A plug-in of each kind as it is written: it installs, passes its own test and strict types."""

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from sendframe.api import start_plugin
from sendframe.plugins import KINDS

pytestmark = pytest.mark.network  # a build backend is fetched where none is at hand


def ran(*command: object, cwd: Path) -> str:
    """Run a command that must succeed and return what it printed."""
    done = subprocess.run(
        [str(each) for each in command],
        cwd=cwd,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of an environment that has all that this one has, and room for more."""
    folder = tmp_path_factory.mktemp("env")
    venv.create(folder, with_pip=True)
    (site,) = folder.glob("lib/python*/site-packages")
    parent = sysconfig.get_path("purelib")
    (site / "parent.pth").write_text(f"import site; site.addsitedir({parent!r})\n", "utf-8")
    return folder / "bin" / "python"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_new_plug_in_is_whole_at_once(kind: str, python: Path, tmp_path: Path) -> None:
    """It installs, is listed, passes its conformance test, and mypy finds nothing in it."""
    name = f"new-{kind.replace('_', '-')}"
    project = tmp_path / "project"
    start_plugin(name, [kind], project)
    ran(python, "-m", "pip", "install", "--quiet", "--no-deps", "-e", project, cwd=tmp_path)
    assert f"sendframe-{name}" in ran(python, "-m", "sendframe", "plugins", "list", cwd=tmp_path)
    printed = ran(
        python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "error", ".", cwd=project
    )
    assert " passed" in printed
    assert "skipped" not in printed
    assert "No problems found." in ran(
        python, "-m", "sendframe", "plugins", "check", name, cwd=tmp_path
    )
    strict = ("-m", "mypy", "--strict", "--python-executable", python)
    if kind != "data":
        ran(sys.executable, *strict, project / "src", cwd=project)
    ruff = (sys.executable, "-m", "ruff", "check", "--isolated", "--line-length=100")
    ran(*ruff, "--select=B,D1,E,F,I,UP", project, cwd=project)


def test_a_plug_in_of_all_kinds_is_whole_at_once(python: Path, tmp_path: Path) -> None:
    """The kinds get on with each other in one distribution."""
    project = tmp_path / "project"
    start_plugin("new-all", KINDS, project)
    ran(python, "-m", "pip", "install", "--quiet", "--no-deps", "-e", project, cwd=tmp_path)
    assert " passed" in ran(
        python, "-m", "pytest", "-q", "-p", "no:cacheprovider", ".", cwd=project
    )
