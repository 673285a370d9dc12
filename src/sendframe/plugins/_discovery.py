"""Discover installed plug-ins from packaging metadata, without importing any.

The working directory, the folder of the script and the entries of ``PYTHONPATH`` are not searched,
so that files in them cannot become plug-ins.
"""

import os
import re
import sys
from collections.abc import Container, Iterable, Iterator
from importlib.metadata import Distribution, EntryPoint, distributions
from pathlib import Path
from typing import NamedTuple

from ._entry_point_group import COMMAND_GROUP, DATA_GROUP, GROUPS, PROJECT, UNREADABLE
from ._user_settings import SWITCH, Settings, settings

__all__ = ["READY", "Installed", "installed", "search_path"]

READY = "ready"

_NAME = re.compile("[A-Za-z0-9.-]{1,80}")
_DISTRIBUTION = re.compile("[A-Za-z0-9._-]{1,100}")
_VERSION = re.compile("[A-Za-z0-9.+!_-]{1,60}")
_TARGET = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*")
_OF_PROJECT = re.compile(rf"{PROJECT}(?![A-Za-z0-9._-])", re.ASCII | re.IGNORECASE)
_PLAIN_REQUIREMENT = re.compile(
    rf"{PROJECT}\s*\(?(?P<versions>(?:[<>=!~][0-9a-zA-Z.,<>=!~*\s]*)?)\)?", re.IGNORECASE
)
_GROUPS = frozenset({*GROUPS.values(), COMMAND_GROUP, DATA_GROUP})


class Installed(NamedTuple):
    """An entry point of a plug-in, from its metadata.

    Attributes:
        name: Name of the entry point.
        group: Its group, one for each kind.
        target: The module that it names.
        distribution: Name of its distribution.
        version: Version of its distribution.
        status: ``ready``, or why it is not loaded.
        enabled: Whether the user's settings enable it.
    """

    name: str
    group: str
    target: str
    distribution: str
    version: str
    status: str = READY
    enabled: bool = True

    @property
    def is_builtin(self) -> bool:
        """Whether it belongs to sendframe itself."""
        return self.distribution == PROJECT

    @property
    def is_ready(self) -> bool:
        """Whether it can be loaded."""
        return self.status == READY

    @property
    def sort_key(self) -> tuple[str, bool, str, str]:
        """The sort key: by group, built-in ones first, then by name and distribution."""
        return (self.group, not self.is_builtin, self.name, self.distribution)

    def may_give(self, id_: str) -> bool:
        """Return whether its name allows it to give an id.

        Examples:
            >>> kent = Installed("KENT", "sendframe.checks", "m", "sendframe-kent", "1.0")
            >>> [kent.may_give(id_) for id_ in ("KENT", "KENT.a", "KENT001", "KENTISH.a")]
            [True, True, True, False]
        """
        rest = id_.removeprefix(self.name)
        return not rest or (rest != id_ and (rest.startswith(".") or rest.isdigit()))

    def is_named_in(self, names: Iterable[str]) -> bool:
        """Return whether one of some names refers to it.

        A name refers to the plug-in of that name, to those whose name continues with a dot, and
        to all plug-ins of the distribution of that name.

        Examples:
            >>> bulletin = Installed(
            ...     "kent.bulletin", "sendframe.renderers", "m", "sendframe-kent", "1.0"
            ... )
            >>> [bulletin.is_named_in([name]) for name in ("kent", "ken", "sendframe-kent")]
            [True, False, True]
        """
        return any(
            name in (self.name, self.distribution) or self.name.startswith(f"{name}.")
            for name in names
        )


def _own_folder() -> str:
    """Return the folder on ``sys.path`` that contains sendframe's own metadata."""
    for folder in sys.path:
        if folder and any(Path(folder).glob(f"{PROJECT}-*.dist-info")):
            return folder
    return str(Path(__file__).parents[2])


def search_path() -> list[str]:
    """Return the folders that are searched for plug-ins."""
    script = Path(sys.argv[0]).resolve().parent if sys.argv and sys.argv[0] else None
    excluded = {os.path.realpath("."), os.path.realpath(script or ".")}
    given = os.environ.get("PYTHONPATH", "")
    excluded |= {os.path.realpath(folder) for folder in given.split(os.pathsep) if folder}
    folders = [folder for folder in sys.path if folder and os.path.realpath(folder) not in excluded]
    own_folder = _own_folder()
    return folders if own_folder in folders else [*folders, own_folder]


def installed(
    paths: Iterable[str] | None = None, chosen: Settings | None = None
) -> tuple[Installed, ...]:
    """Return all installed plug-ins, sorted; none is imported.

    Those that cannot be loaded are included; their status says why.

    Args:
        paths: Folders to search instead of `search_path`.
        chosen: Which are enabled; the user's own settings unless given.

    Raises:
        InvalidDocument: The user's settings are not valid.
    """
    choice = settings() if chosen is None else chosen
    plugins: list[Installed] = []
    seen: set[str] = set()
    for distribution in distributions(path=list(search_path() if paths is None else paths)):
        # The first distribution of a name on the path is the one that would be imported.
        folder = _folder(distribution).partition("-")[0].lower().replace("-", "_").replace(".", "_")
        if folder not in seen:
            seen.add(folder)
            plugins += _plugins_or_failure(distribution, choice)
    own = {plugin.name for plugin in plugins if plugin.is_builtin}
    return tuple(
        sorted(
            (_refuse_reserved_name(plugin, own) for plugin in plugins),
            key=lambda plugin: plugin.sort_key,
        )
    )


def _refuse_reserved_name(plugin: Installed, own: Container[str]) -> Installed:
    """Return a plug-in, with a status that refuses it if its name belongs to sendframe."""
    if plugin.is_builtin or not plugin.is_ready:
        return plugin
    if plugin.name in own or plugin.name.upper().startswith("SFR"):
        return plugin._replace(status="its name belongs to sendframe")
    return plugin


def _plugins_or_failure(distribution: Distribution, choice: Settings) -> tuple[Installed, ...]:
    """Return the plug-ins of a distribution, or one that reports unreadable metadata."""
    try:
        return tuple(_plugins(distribution, choice))
    except Exception as error:  # noqa: BLE001  # metadata may contain anything
        if not _declares_plugins(distribution):
            return ()
        name, _, version = _folder(distribution).partition("-")
        reason = f"its metadata cannot be read: {type(error).__name__}"
        shown = (name if _DISTRIBUTION.fullmatch(name) else "?").replace("_", "-")
        known = version if _VERSION.fullmatch(version) else "?"
        return (Installed(shown, UNREADABLE, "", shown, known, reason),)


def _folder(distribution: Distribution) -> str:
    """Return name and version from the folder of the metadata."""
    path = getattr(distribution, "_path", None)  # it can be read if the metadata cannot
    return Path(str(path)).name.removesuffix(".dist-info").removesuffix(".egg-info")


def _declares_plugins(distribution: Distribution) -> bool:
    """Return whether a distribution with unreadable metadata declares plug-ins."""
    path = getattr(distribution, "_path", None)
    try:
        data = Path(str(path), "entry_points.txt").read_bytes()
    except OSError:
        return False
    return b"[sendframe." in data


def _plugins(distribution: Distribution, choice: Settings) -> Iterator[Installed]:
    points: list[EntryPoint] = [
        point for point in distribution.entry_points if point.group in _GROUPS
    ]
    if not points:
        return  # reading the rest of the metadata is slow
    metadata = distribution.metadata  # this property reads the file at each access
    name, version = str(metadata["Name"]), str(metadata["Version"])
    status = _status(name, version, metadata.get_all("Requires-Dist") or ())
    for point in points:
        target = point.value.partition(":")[0].strip()
        plugin = Installed(
            name=point.name,
            group=point.group,
            target=target,
            distribution=name,
            version=version,
            status=_malformed(point, target) or status,
        )
        yield plugin if plugin.is_builtin else _with_settings(plugin, choice)


def _with_settings(plugin: Installed, choice: Settings) -> Installed:
    """Return a plug-in, disabled if the user's settings say so."""
    if choice.off:
        return plugin._replace(status=f"left out, as {SWITCH} is off", enabled=False)
    if plugin.is_named_in(choice.disable):
        return plugin._replace(status=f"disabled in {choice.file}", enabled=False)
    if choice.allow is not None and not plugin.is_named_in(choice.allow):
        return plugin._replace(status=f"not allowed in {choice.file}", enabled=False)
    return plugin


def _malformed(point: EntryPoint, target: str) -> str | None:
    """Return why an entry point is malformed; None if it is not."""
    if not _NAME.fullmatch(point.name):
        return "its name is not made of letters, digits, '.' and '-'"
    if point.group == DATA_GROUP and not target.isidentifier():
        return "a data package is a top-level package"
    return None if _TARGET.fullmatch(target) else "its module has no name that can be imported"


def _status(name: str, version: str, requires: Iterable[str]) -> str:
    """Return the status of a distribution: ready, or why it does not fit this sendframe."""
    from sendframe._version import __version__

    if not _DISTRIBUTION.fullmatch(name) or not _VERSION.fullmatch(version):
        return "its distribution has no proper name or version"
    if name == PROJECT:
        return READY
    for text in requires:
        if _OF_PROJECT.match(text):  # other requirements are pip's concern
            problem = _unmet_requirement(text, __version__)
            if problem is not None:
                return problem
    return READY


def _unmet_requirement(text: str, version: str) -> str | None:
    """Return why a version of sendframe does not meet a requirement; None if it does.

    ``packaging.requirements`` is slow to import, so it parses only what is not plain.
    """
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    plain = _PLAIN_REQUIREMENT.fullmatch(text)
    try:
        if plain is not None:
            wanted = SpecifierSet(plain["versions"])
        else:
            from packaging.requirements import Requirement

            requirement = Requirement(text)
            if requirement.marker and not requirement.marker.evaluate():
                return None
            wanted = requirement.specifier
    except (InvalidSpecifier, ValueError):
        return "its requirement of sendframe cannot be parsed"
    if wanted.contains(version, prereleases=True):
        return None
    return f"needs sendframe {wanted}, this is {version}"
