"""Write a plug-in to start from, which installs and passes its own test."""

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from sendframe._version import __version__
from sendframe.documents import write_files
from sendframe.errors import InvalidValue, UnknownName
from sendframe.plugins import KINDS, Settings, installed

__all__ = ["plugin_files", "start_plugin"]

_NAME = re.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*")
_RESERVED_PREFIXES = ("sendframe", "sfr")
_CONTRIBUTIONS = {
    "checks": "a check",
    "data": "a glossary and the schema of an extension of documents, as data",
    "indicators": "a derived indicator, and the data that says what it is",
    "readers": "a reader of a table",
    "renderers": "a renderer of reports",
    "scoring_rules": "a scoring rule",
    "sections": "a kind of report section",
}
_RULE = (
    "use lower-case letters, digits and hyphens, with a letter first, such as north-vale, and none of "
    "sendframe's own names, such as html or what begins with sendframe"
)
_DATA = {"data": ("data", "extension"), "indicators": ("indicators",)}


def _template(name: str) -> str:
    return (Path(__file__).with_name("plugin_starter") / f"{name}.txt").read_text(encoding="utf-8")


def _project(name: str, package: str, kinds: list[str], packages: list[str]) -> str:
    """Return the ``pyproject.toml`` of a plug-in."""
    points = [
        f'[project.entry-points."sendframe.{kind}"]\n{name} = "{package}.{kind}"\n'
        for kind in kinds
        if kind != "data"
    ]
    if any(kind in _DATA for kind in kinds):
        points.append(f'[project.entry-points."sendframe.data"]\n{name} = "{package}_data"\n')
    sources = ", ".join(f'"src/{package}"' for package in packages)
    least = ".".join(__version__.split(".")[:2])
    return "\n".join(
        [
            "[build-system]",
            'requires = ["hatchling>=1.27"]',
            'build-backend = "hatchling.build"\n',
            "[project]",
            f'name = "sendframe-{name}"',
            'version = "0.1.0"',
            f'description = "A plug-in for sendframe: {name}."',
            'readme = "README.md"',
            'requires-python = ">=3.11"',
            f'dependencies = ["sendframe>={least},<1"]\n',
            *points,
            "[tool.hatch.build.targets.wheel]",
            f"packages = [{sources}]\n",
        ]
    )


def _check_name(name: str) -> None:
    """Raise an error for an invalid name, or one that belongs to sendframe."""
    well_formed = _NAME.fullmatch(name) is not None and not name.startswith(_RESERVED_PREFIXES)
    built_in = (plugin.name.lower() for plugin in installed(None, Settings()) if plugin.is_builtin)
    if not well_formed or name in built_in:
        raise InvalidValue("plug-in", "/name", f"{name!r} cannot be the name of a plug-in: {_RULE}")


def plugin_files(name: str, kinds: Iterable[str]) -> dict[str, bytes]:
    """Return the files of a plug-in to start from, sorted by their path with ``/`` between folders.

    Args:
        name: Its name, and the first part of all its ids: lower-case letters, digits and hyphens.
        kinds: The kinds of its contributions, of `sendframe.plugins.KINDS`.

    Raises:
        UnknownName: There is no such kind.
        InvalidValue: The name is not valid, or belongs to sendframe.
    """
    chosen = sorted(set(kinds))
    unknown = [kind for kind in chosen if kind not in KINDS]
    if unknown:
        raise UnknownName("kind of contribution", unknown[0], tuple(sorted(KINDS)))
    _check_name(name)
    package = f"sendframe_{name.replace('-', '_')}"
    texts: dict[str, str] = {}
    code = [kind for kind in chosen if kind != "data"]
    if code:
        texts[f"src/{package}/__init__.py"] = _template("package.py")
        texts[f"src/{package}/py.typed"] = ""
        texts |= {f"src/{package}/{kind}.py": _template(f"{kind}.py") for kind in code}
    data = [document for kind in chosen for document in _DATA.get(kind, ())]
    if data:
        # Some build systems omit a package without this file.
        texts[f"src/{package}_data/__init__.py"] = _template("data_package.py")
        texts |= {
            f"src/{package}_data/{document}.json": _template(f"{document}.json")
            for document in data
        }
    packages = [package] * bool(code) + [f"{package}_data"] * bool(data)
    uses = {"data": "glossary", "indicators": "indicators"}
    taken = ", ".join(f'"{name}.{uses[kind]}"' for kind in chosen if kind in uses)
    words = {
        "@NAME@": name,
        "@DISTRIBUTION@": f"sendframe-{name}",
        "@BRINGS@": "\n".join(f"- {_CONTRIBUTIONS[kind]}" for kind in chosen),
        "@USE@": _uses(taken),
    }
    texts[".gitignore"] = _template("gitignore")
    texts["README.md"] = _template("README.md")
    texts["pyproject.toml"] = _project(name, package, chosen, packages)
    texts["tests/test_plugin.py"] = _template("test_plugin.py")
    return {path: _filled(text, words).encode() for path, text in sorted(texts.items())}


def _uses(taken: str) -> str:
    if not taken:
        return ""
    return f'\nand takes in its documents:\n\n```\n"uses": [{taken}]\n```\n'


def _filled(text: str, words: Mapping[str, str]) -> str:
    for word, value in words.items():
        text = text.replace(word, value)
    return text


def start_plugin(
    name: str, kinds: Iterable[str], folder: str | os.PathLike[str]
) -> tuple[Path, ...]:
    """Write a plug-in to start from into a folder that is new or empty.

    Args:
        name: Its name; see `plugin_files`.
        kinds: The kinds of its contributions.
        folder: The folder to write to; created if it is missing.

    Returns:
        The files written, sorted.

    Raises:
        UnknownName: There is no such kind.
        InvalidValue: The name is not valid, or belongs to sendframe.
        CannotWrite: The folder is not empty, or the operating system refused; nothing was changed.
    """
    return write_files(Path(folder), plugin_files(name, kinds), new=True)
