"""The wheel of a plug-in passes the same checks as its editable install, or is reported."""

import json
import sys
from pathlib import Path

import pytest

from sendframe.testing._conformance import _result
from sendframe.testing._plugin_under_test import plugin_under_test
from sendframe.testing._wheel_check import _is_of_project
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
    """Write a project and install it as pip does for editable use; return the site folder."""
    folder, site = tmp_path / "project", tmp_path / "site"
    package, data = folder / "src" / module, folder / "src" / f"{module}_data"
    package.mkdir(parents=True)
    data.mkdir()
    (package / "__init__.py").write_text(source("check"), encoding="utf-8")
    (package / "py.typed").touch()
    text = BOARD.read_text(encoding="utf-8").replace('"id": "board"', '"id": "kent.board"')
    (data / "board.json").write_text(text, encoding="utf-8")
    messages = PROJECT.format(module=module, packages=packages, exclude=list(exclude))
    (folder / "pyproject.toml").write_text(messages, encoding="utf-8")
    points = f"[sendframe.checks]\nkent = {module}\n[sendframe.data]\nkent = {module}_data\n"
    install(site, "sendframe-kent", "unused", "", points)
    url = json.dumps({"url": folder.as_uri(), "dir_info": {"editable": True}})
    info = site / "sendframe_kent-1.2.0.dist-info"
    (info / "direct_url.json").write_text(url, encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder / "src"))
    return site


def test_a_complete_wheel_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    """A wheel with all of the source passes every check by itself."""
    packages = [f"src/{module}", f"src/{module}_data"]
    site = project(tmp_path, monkeypatch, module, packages)
    result = _result("wheel", plugin_under_test("kent", [str(site)]))
    assert (result.problems, result.skipped_reason) == ((), None)


def test_missing_files_of_a_wheel_are_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    """A document and a marker that the wheel leaves out are named, and so are the problems that follow."""
    packages = [f"src/{module}", f"src/{module}_data"]
    left_out = ["*.json", "py.typed"]
    site = project(tmp_path, monkeypatch, module, packages, left_out)
    result = "\n".join(_result("wheel", plugin_under_test("kent", [str(site)])).problems)
    assert f"{module}_data/board.json is not in the wheel" in result
    assert f"{module}/py.typed is not in the wheel" in result
    assert "built as a wheel, types: " in result
    assert "built as a wheel, data: " in result


def test_a_failed_build_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    """If pip cannot build the wheel, the problem holds its last error line."""
    site = project(tmp_path, monkeypatch, module, ["src/nowhere"])
    file = tmp_path / "project" / "pyproject.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('version = "1.2.0"', ""), "utf-8")
    (result,) = _result("wheel", plugin_under_test("kent", [str(site)])).problems
    assert result.startswith("no wheel can be built: ")


def test_a_deleted_project_is_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    """Without the folder it was installed from, the check is skipped with the reason."""
    site = project(tmp_path, monkeypatch, module, [])
    (tmp_path / "project" / "pyproject.toml").unlink()
    reason = _result("wheel", plugin_under_test("kent", [str(site)])).skipped_reason
    assert reason is not None
    assert "has no pyproject.toml" in reason


def test_an_environment_inside_the_project_is_kept(tmp_path: Path) -> None:
    """Only the source is removed from ``sys.path``, not an environment beside it."""
    prefix = Path(sys.prefix)
    assert _is_of_project(str(tmp_path / "src"), tmp_path)
    assert not _is_of_project(str(prefix / "lib"), prefix.parent)
    assert not _is_of_project(str(tmp_path), tmp_path / "src")
