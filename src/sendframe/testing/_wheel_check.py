"""Conformance check of the built wheel: it may lack files that an editable install has."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from importlib.metadata import distributions
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from ._fresh_interpreter import run_in_fresh_interpreter
from ._plugin_under_test import CannotRun, PluginUnderTest

__all__ = ["wheel_is_complete"]

_BACKEND_IS_MISSING = re.compile(rb"BackendUnavailable|Cannot import '|No module named")
_LEFT_BEHIND = ("*.egg-info", "*.pyc", ".git", ".venv", "__pycache__", "build", "dist", "venv")
_TIMEOUT = 600  # seconds


def project_folder(under_test: PluginUnderTest) -> Path:
    """Return the folder that the distribution was installed from.

    Raises:
        CannotRun: It was not installed from a folder, or the folder does not exist any more.
    """
    name = under_test.plugins[0].distribution
    path = sys.path if under_test.paths is None else list(under_test.paths)
    distribution = next(iter(distributions(name=name, path=path)), None)
    text = distribution.read_text("direct_url.json") if distribution else None
    url = urlsplit(str(json.loads(text).get("url", ""))) if text else None
    if url is None or url.scheme != "file":
        raise CannotRun(f"{name} was not installed from a folder: `python -m pip install -e .`")
    folder = Path(url2pathname(url.path))
    if not (folder / "pyproject.toml").is_file():
        raise CannotRun(f"{name} was installed from a folder that has no pyproject.toml any more")
    return folder


def _build_wheel(project: Path, into: Path) -> Path | str:
    """Build the wheel of a copy of a project; return its path, or pip's last error line."""
    copy = into / "project"
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns(*_LEFT_BEHIND), symlinks=True)
    words = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--quiet"]
    words += ["--disable-pip-version-check", "--wheel-dir", str(into / "wheel")]
    printed = b""
    for more in (["--no-build-isolation"], []):
        ended = subprocess.run(  # noqa: S603  # pip of this interpreter
            [*words, *more, str(copy)],
            cwd=into,
            capture_output=True,
            check=False,
            timeout=_TIMEOUT,
        )
        printed = ended.stderr
        if not ended.returncode:
            return next((into / "wheel").glob("*.whl"))
        if not _BACKEND_IS_MISSING.search(printed):
            break
    lines = printed.decode("utf-8", "replace").strip().splitlines()
    return next((line.strip() for line in reversed(lines) if "rror" in line), "no wheel was made")


def _is_of_project(entry: str, project: Path) -> bool:
    """Return whether an entry of ``sys.path`` lets the project's source be imported."""
    path, own = Path(os.path.realpath(entry)), Path(os.path.realpath(project))
    environment = Path(os.path.realpath(sys.prefix))
    return path.is_relative_to(own) and not path.is_relative_to(environment)


def _members(under_test: PluginUnderTest) -> Iterator[tuple[str, Path]]:
    """Yield the modules, documents and catalogues of its installed packages, each with its path."""
    for top in under_test.top_level_names:
        spec = find_spec(top)
        folders = (spec.submodule_search_locations or ()) if spec else ()
        for folder in map(Path, folders):
            for path in sorted(folder.rglob("*")):
                parts = path.relative_to(folder).parts
                kept = path.suffix in {".json", ".mo", ".py"} or path.name == "py.typed"
                if kept and path.is_file() and not {"__pycache__", "tests"} & {*parts}:
                    yield "/".join((top, *parts)), path
        if spec and not folders and spec.origin:
            yield Path(spec.origin).name, Path(spec.origin)


def wheel_is_complete(under_test: PluginUnderTest) -> Iterator[str]:
    """Its wheel contains every module and document, and passes the same checks."""
    if find_spec("pip") is None:
        raise CannotRun("pip, which builds the wheel, is not installed here")
    project = project_folder(under_test)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wheel = _build_wheel(project, folder)
        if isinstance(wheel, str):
            yield f"no wheel can be built: {wheel}; `python -m pip wheel --no-deps .` shows why"
            return
        unpacked = folder / "unpacked"
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(unpacked)
        missing = [
            member for member, _ in _members(under_test) if not (unpacked / member).is_file()
        ]
        for member in missing:
            yield (
                f"{member} is not in the wheel {wheel.name}: name it in pyproject.toml as a file "
                f"of the package, such as under [tool.setuptools.package-data]"
            )
        yield from _problems_of_wheel(under_test, project, unpacked)


def _problems_of_wheel(under_test: PluginUnderTest, project: Path, unpacked: Path) -> Iterator[str]:
    """Yield the problems that the checks find in the unpacked wheel."""
    rest = [entry or os.getcwd() for entry in sys.path]  # noqa: PTH109  # as sys.path means it
    path = [str(unpacked), *(entry for entry in rest if not _is_of_project(entry, project))]
    searched = None if under_test.paths is None else [str(unpacked), *under_test.paths]
    for result in run_in_fresh_interpreter(under_test, "results", path=path, paths=searched):
        for problem in result["problems"]:
            yield f"built as a wheel, {result['id']}: {problem}"
