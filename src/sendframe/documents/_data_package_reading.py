"""Read figures from a Frictionless Data Package in a folder: nothing is fetched."""

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sendframe.errors import Diagnostic, InvalidDocument, Location
from sendframe.jsontext import DEFAULT_LIMITS, ParseLimits, parse
from sendframe.validation import quote_value

from ._data_package import DESCRIPTOR, FIGURES, OBSERVATIONS
from ._figures import figures_of_set
from ._file import name_problem, refused_name
from ._folder_reader import FolderReader

if TYPE_CHECKING:
    from sendframe.model import Observations

__all__ = ["load_package"]

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_SHA256 = "sha256:"
_DIALECT = {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True}
"""The only way of writing a table that is read, and what a descriptor may say of it."""


def load_package(folder: Path, limits: ParseLimits = DEFAULT_LIMITS) -> "Observations":
    """Return the figures of a data package.

    Args:
        folder: The folder with ``datapackage.json``.
        limits: How much of each file is accepted; ten times as much of all together.

    Raises:
        InvalidDocument: The descriptor is none of figures, names a file outside the folder or a
            URL, or the figures have problems; the exception has every problem of a step.
    """
    reader = FolderReader(folder, folder.as_posix(), limits)
    resources = _resources(reader)
    path, place = resources[OBSERVATIONS]
    figures = figures_of_set(reader, path, place)
    table, place = resources[FIGURES]
    if figures.origin_file.values not in ((), (table,)):
        message = f"the observation set has other figures than the table {quote_value(table)}"
        help_ = 'Name that table under "table" of the observation set, and no "observations".'
        reader.problems.add([Diagnostic("SFR413", message, place, help=help_)])
        raise InvalidDocument(reader.located_problems())
    return figures


def _resources(reader: FolderReader) -> dict[str, tuple[str, Location]]:
    """Return path and place of each resource that is read, by its name."""
    data = reader.read(DESCRIPTOR)
    file = reader.name(DESCRIPTOR)
    raw: Any = None
    if data is not None:
        raw, problems = parse(data, file, limits=reader.limits)
        reader.problems.add(problems)
    found: dict[str, tuple[str, Location]] = {}
    if not reader.problems.problems:
        reader.problems.add(_descriptor_problems(raw, file, found))
    if not reader.problems.problems:
        reader.problems.add(_changed_files(reader, raw, found))
    if reader.problems.problems:
        raise InvalidDocument(reader.located_problems())
    return found


def _descriptor_problems(
    raw: Any, file: str, found: dict[str, tuple[str, Location]]
) -> Iterator[Diagnostic]:
    """Yield what is wrong with a descriptor, and record the resources that are read."""
    listed = raw.get("resources") if isinstance(raw, dict) else None
    if not isinstance(listed, list) or not all(isinstance(item, dict) for item in listed):
        help_ = 'Give "resources", a list of objects with "name" and "path".'
        yield Diagnostic(
            "SFR413", "this is no descriptor of a data package", Location(file), help=help_
        )
        return
    for index, item in enumerate(listed):
        pointer = f"/resources/{index}"
        name, path = item.get("name"), item.get("path")
        for part in path if isinstance(path, list) else [path]:
            if isinstance(part, str):
                yield from _path_problems(part, Location(file, f"{pointer}/path"))
        if name in (FIGURES, OBSERVATIONS):
            if not isinstance(path, str):
                message = f"the resource '{name}' has no path of one file"
                help_ = 'Give "path", the name of a file in this folder.'
                yield Diagnostic("SFR413", message, Location(file, pointer), help=help_)
            found[name] = str(path), Location(file, f"{pointer}/path")
        if name == FIGURES:
            yield from _form_problems(item, file, pointer)
    for name in (FIGURES, OBSERVATIONS):
        if name not in found:
            message = f"there is no resource called '{name}'"
            help_ = (
                "Name the table of figures 'figures', and the observation set that explains it "
                "'observations'."
            )
            yield Diagnostic("SFR413", message, Location(file, "/resources"), help=help_)


def _path_problems(path: str, place: Location) -> Iterator[Diagnostic]:
    """Yield why a path is not one inside the folder."""
    if _URL.match(path):
        yield refused_name("it is a URL, and nothing is fetched", place)
        return
    problem = name_problem(path)
    if problem is not None:
        yield refused_name(problem, place)


def _form_problems(resource: dict[str, Any], file: str, pointer: str) -> Iterator[Diagnostic]:
    """Yield how a table is written in a way that is not read."""
    encoding = str(resource.get("encoding", "utf-8")).lower().replace("_", "-")
    if encoding not in ("utf-8", "utf8"):
        where = Location(file, f"{pointer}/encoding")
        yield Diagnostic("SFR413", "the table is not in UTF-8", where, help="Save it as UTF-8.")
    dialect = resource.get("dialect", {})
    members = dialect.items() if isinstance(dialect, dict) else [("dialect", dialect)]
    for key, value in members:
        if (key in _DIALECT and value != _DIALECT[key]) or key == "dialect":
            where = Location(file, f"{pointer}/dialect")
            message = f"the table is written with another {key}"
            help_ = "Save it with commas, a header, and double quotation marks."
            yield Diagnostic("SFR413", message, where, help=help_)


def _changed_files(
    reader: FolderReader, raw: dict[str, Any], found: dict[str, tuple[str, Location]]
) -> Iterator[Diagnostic]:
    """Yield a problem for each file that is not the one that was described."""
    for item in raw["resources"]:
        digest = item.get("hash")
        if item.get("name") not in found or not str(digest).startswith(_SHA256):
            continue
        path, place = found[item["name"]]
        data = reader.read(path, place)
        if data is not None and f"{_SHA256}{sha256(data).hexdigest()}" != digest:
            message = "the file is not the one that was described: its hash is another"
            help_ = "Ask for the package again; or remove the hash, if you changed the file."
            yield Diagnostic("SFR413", message, place, help=help_)
