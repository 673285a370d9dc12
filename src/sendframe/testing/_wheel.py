"""The same again on the built wheel: what an editable install has, a wheel may lack."""

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

from ._ask import ask
from ._subject import CannotTry, Subject

__all__ = ["wheel_is_whole"]

_BACKEND_IS_MISSING = re.compile(rb"BackendUnavailable|Cannot import '|No module named")
_LEFT_BEHIND = ("*.egg-info", "*.pyc", ".git", ".venv", "__pycache__", "build", "dist", "venv")
_LONGEST = 600


def project_folder(subject: Subject) -> Path:
    """Return the folder that the distribution was installed from.

    Raises:
        CannotTry: It was not installed from a folder, or that is gone.
    """
    name = subject.plugins[0].distribution
    path = sys.path if subject.paths is None else list(subject.paths)
    found = next(iter(distributions(name=name, path=path)), None)
    told = found.read_text("direct_url.json") if found else None
    url = urlsplit(str(json.loads(told).get("url", ""))) if told else None
    if url is None or url.scheme != "file":
        raise CannotTry(f"{name} was not installed from a folder: `python -m pip install -e .`")
    folder = Path(url2pathname(url.path))
    if not (folder / "pyproject.toml").is_file():
        raise CannotTry(f"{name} was installed from a folder that has no pyproject.toml any more")
    return folder


def _built(project: Path, into: Path) -> Path | str:
    """Build the wheel of a copy of a project; return it, or the end of what pip printed."""
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
            timeout=_LONGEST,
        )
        printed = ended.stderr
        if not ended.returncode:
            return next((into / "wheel").glob("*.whl"))
        if not _BACKEND_IS_MISSING.search(printed):
            break
    lines = printed.decode("utf-8", "replace").strip().splitlines()
    return next((each.strip() for each in reversed(lines) if "rror" in each), "no wheel was made")


def _is_of_project(entry: str, project: Path) -> bool:
    """Say whether an entry of ``sys.path`` would let the source in beside the wheel."""
    path, own = Path(os.path.realpath(entry)), Path(os.path.realpath(project))
    environment = Path(os.path.realpath(sys.prefix))
    return path.is_relative_to(own) and not path.is_relative_to(environment)


def _members(subject: Subject) -> Iterator[tuple[str, Path]]:
    """Yield the modules and documents of its packages as they are imported here."""
    for top in subject.tops:
        spec = find_spec(top)
        folders = (spec.submodule_search_locations or ()) if spec else ()
        for folder in map(Path, folders):
            for path in sorted(folder.rglob("*")):
                parts = path.relative_to(folder).parts
                kept = path.suffix in {".json", ".py"} or path.name == "py.typed"
                if kept and path.is_file() and not {"__pycache__", "tests"} & {*parts}:
                    yield "/".join((top, *parts)), path
        if spec and not folders and spec.origin:
            yield Path(spec.origin).name, Path(spec.origin)


def wheel_is_whole(subject: Subject) -> Iterator[str]:
    """The wheel that is built from it holds every module and document, and passes as well."""
    if find_spec("pip") is None:
        raise CannotTry("pip is not installed here, and builds the wheel")
    project = project_folder(subject)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wheel = _built(project, folder)
        if isinstance(wheel, str):
            yield f"no wheel can be built: {wheel}; `python -m pip wheel --no-deps .` shows why"
            return
        unpacked = folder / "unpacked"
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(unpacked)
        missing = [each for each, _ in _members(subject) if not (unpacked / each).is_file()]
        for each in missing:
            yield (
                f"{each} is not in the wheel {wheel.name}: name it in pyproject.toml as a file "
                f"of the package, such as under [tool.setuptools.package-data]"
            )
        yield from _again(subject, project, unpacked)


def _again(subject: Subject, project: Path, unpacked: Path) -> Iterator[str]:
    """Yield what the checks find in the unpacked wheel."""
    rest = [each or os.getcwd() for each in sys.path]  # noqa: PTH109  # as sys.path means it
    path = [str(unpacked), *(each for each in rest if not _is_of_project(each, project))]
    searched = None if subject.paths is None else [str(unpacked), *subject.paths]
    for result in ask(subject, "results", path=path, paths=searched):
        for problem in result["problems"]:
            yield f"built as a wheel, {result['id']}: {problem}"
