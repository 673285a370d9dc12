"""The wheel that is built from a plug-in is held to the same as its editable install."""

import json
import sys
from pathlib import Path

import pytest

from sendframe.testing._conformance import _result
from sendframe.testing._subject import subject_named
from sendframe.testing._wheel import _is_of_project
from tests.unit.plugins.fake import install
from tests.unit.testing.made_up import source

PROJECT = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "sendframe-kent"
version = "1.2.0"

[project.entry-points."sendframe.checks"]
kent = "{module}"

[project.entry-points."sendframe.data"]
kent = "{module}_data"

[tool.hatch.build.targets.wheel]
packages = {packages}
exclude = {exclude}
"""
pytestmark = pytest.mark.network  # pip builds, and fetches a build backend where none is at hand
BOARD = Path(__file__).parents[3] / "src" / "sendframe_data" / "profiles" / "board.json"


def project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, packages: list[str], exclude=()
) -> Path:
    """Write a project and install it as pip does for editable use; return what is searched."""
    folder, site = tmp_path / "project", tmp_path / "site"
    package, data = folder / "src" / module, folder / "src" / f"{module}_data"
    package.mkdir(parents=True)
    data.mkdir()
    (package / "__init__.py").write_text(source("check"), encoding="utf-8")
    (package / "py.typed").touch()
    text = BOARD.read_text(encoding="utf-8").replace('"id": "board"', '"id": "kent.board"')
    (data / "board.json").write_text(text, encoding="utf-8")
    told = PROJECT.format(module=module, packages=packages, exclude=list(exclude))
    (folder / "pyproject.toml").write_text(told, encoding="utf-8")
    points = f"[sendframe.checks]\nkent = {module}\n[sendframe.data]\nkent = {module}_data\n"
    install(site, "sendframe-kent", "unused", "", points)
    url = json.dumps({"url": folder.as_uri(), "dir_info": {"editable": True}})
    info = site / "sendframe_kent-1.2.0.dist-info"
    (info / "direct_url.json").write_text(url, encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder / "src"))
    return site


def test_a_whole_wheel_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str) -> None:
    """A wheel that holds all of the source passes every check by itself."""
    packages = [f"src/{module}", f"src/{module}_data"]
    site = project(tmp_path, monkeypatch, module, packages)
    result = _result("wheel", subject_named("kent", [str(site)]))
    assert (result.problems, result.skipped_reason) == ((), None)


def test_a_wheel_that_lacks_files_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    """A document and a marker that the wheel leaves out are named, and so is what follows."""
    packages = [f"src/{module}", f"src/{module}_data"]
    left_out = ["*.json", "py.typed"]
    site = project(tmp_path, monkeypatch, module, packages, left_out)
    found = "\n".join(_result("wheel", subject_named("kent", [str(site)])).problems)
    assert f"{module}_data/board.json is not in the wheel" in found
    assert f"{module}/py.typed is not in the wheel" in found
    assert "built as a wheel, types: " in found
    assert "built as a wheel, data: " in found


def test_a_wheel_that_cannot_be_built_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    """Where pip cannot build, the end of what it says is told, and how to see the rest."""
    site = project(tmp_path, monkeypatch, module, ["src/nowhere"])
    file = tmp_path / "project" / "pyproject.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('version = "1.2.0"', ""), "utf-8")
    (found,) = _result("wheel", subject_named("kent", [str(site)])).problems
    assert found.startswith("no wheel can be built: ")


def test_a_project_that_is_gone_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    """Without the folder it was installed from, the check is skipped with the reason."""
    site = project(tmp_path, monkeypatch, module, [])
    (tmp_path / "project" / "pyproject.toml").unlink()
    reason = _result("wheel", subject_named("kent", [str(site)])).skipped_reason
    assert reason is not None
    assert "has no pyproject.toml" in reason


def test_an_environment_inside_the_project_stays(tmp_path: Path) -> None:
    """Of ``sys.path`` only the source is taken away, not an environment that lies beside it."""
    prefix = Path(sys.prefix)
    assert _is_of_project(str(tmp_path / "src"), tmp_path)
    assert not _is_of_project(str(prefix / "lib"), prefix.parent)
    assert not _is_of_project(str(tmp_path), tmp_path / "src")
