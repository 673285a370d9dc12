"""Which plug-ins are installed, read from packaging metadata without importing any.

The working directory, the folder of the script and the entries of ``PYTHONPATH`` are not
searched: a file that happens to lie there must not become a plug-in.
"""

import os
import re
import sys
from collections.abc import Container, Iterable, Iterator
from importlib.metadata import Distribution, EntryPoint, distributions
from pathlib import Path
from typing import NamedTuple

from ._group import DATA_GROUP, GROUPS, PROJECT, UNREADABLE
from ._settings import SWITCH, Settings, settings

__all__ = ["READY", "Installed", "installed", "search_path"]

READY = "ready"

_NAME = re.compile("[A-Za-z0-9.-]{1,80}")
_DISTRIBUTION = re.compile("[A-Za-z0-9._-]{1,100}")
_VERSION = re.compile("[A-Za-z0-9.+!_-]{1,60}")
_TARGET = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*")
_PLAIN_REQUIREMENT = re.compile(
    rf"{PROJECT}\s*\(?(?P<versions>(?:[<>=!~][0-9a-zA-Z.,<>=!~*\s]*)?)\)?", re.IGNORECASE
)
_GROUPS = frozenset({*GROUPS.values(), DATA_GROUP})


class Installed(NamedTuple):
    """A plug-in as its metadata declares it.

    Attributes:
        name: Name of the entry point.
        group: Its group, which tells the kind.
        target: The module it names.
        distribution: Name of the distribution that declares it.
        version: Version of that distribution.
        status: ``ready``, or why it will not be loaded.
        enabled: Whether the user's settings let it run.
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
        """Whether sendframe itself brings it."""
        return self.distribution == PROJECT

    @property
    def is_ready(self) -> bool:
        """Whether it will be loaded when it is asked for."""
        return self.status == READY

    @property
    def sort_key(self) -> tuple[str, bool, str, str]:
        """Order: by group, built-in ones first, then by name and distribution."""
        return (self.group, not self.is_builtin, self.name, self.distribution)

    def may_give(self, id_: str) -> bool:
        """Say whether an id would be one of its own, by its name alone.

        Examples:
            >>> kent = Installed("KENT", "sendframe.checks", "m", "sendframe-kent", "1.0")
            >>> [kent.may_give(each) for each in ("KENT", "KENT.a", "KENT001", "KENTISH.a")]
            [True, True, True, False]
        """
        rest = id_.removeprefix(self.name)
        return not rest or (rest != id_ and (rest.startswith(".") or rest.isdigit()))

    def is_named_in(self, names: Iterable[str]) -> bool:
        """Say whether it is meant by one of some names.

        A name means the plug-in of that name and those whose name goes on with a dot, or all
        plug-ins of the distribution of that name.

        Examples:
            >>> bulletin = Installed(
            ...     "kent.bulletin", "sendframe.renderers", "m", "sendframe-kent", "1.0"
            ... )
            >>> [bulletin.is_named_in([each]) for each in ("kent", "ken", "sendframe-kent")]
            [True, False, True]
        """
        return any(
            name in (self.name, self.distribution) or self.name.startswith(f"{name}.")
            for name in names
        )


def _home() -> str:
    """Return the folder that holds sendframe's own metadata, as found on ``sys.path``."""
    for folder in sys.path:
        if folder and any(Path(folder).glob(f"{PROJECT}-*.dist-info")):
            return folder
    return str(Path(__file__).parents[2])


def search_path() -> list[str]:
    """Return the folders that are searched for plug-ins."""
    script = Path(sys.argv[0]).resolve().parent if sys.argv and sys.argv[0] else None
    left_out = {os.path.realpath("."), os.path.realpath(script or ".")}
    given = os.environ.get("PYTHONPATH", "")
    left_out |= {os.path.realpath(folder) for folder in given.split(os.pathsep) if folder}
    folders = [folder for folder in sys.path if folder and os.path.realpath(folder) not in left_out]
    home = _home()
    return folders if home in folders else [*folders, home]


def installed(
    paths: Iterable[str] | None = None, chosen: Settings | None = None
) -> tuple[Installed, ...]:
    """Return all plug-ins that are installed, sorted; nothing is imported.

    One that cannot be loaded is there as well, and its status says why.

    Args:
        paths: Folders to search instead of `search_path`.
        chosen: Which are enabled; the user's own settings unless given.

    Raises:
        InvalidDocument: The user's settings are not what they should be.
    """
    choice = settings() if chosen is None else chosen
    plugins: list[Installed] = []
    seen: set[str] = set()
    for distribution in distributions(path=list(search_path() if paths is None else paths)):
        # The first distribution of a name on the path is the one that would be imported.
        folder = _folder(distribution).partition("-")[0].lower().replace("-", "_").replace(".", "_")
        if folder not in seen:
            seen.add(folder)
            plugins += _fenced(distribution, choice)
    own = {plugin.name for plugin in plugins if plugin.is_builtin}
    return tuple(
        sorted((_named(plugin, own) for plugin in plugins), key=lambda plugin: plugin.sort_key)
    )


def _named(plugin: Installed, own: Container[str]) -> Installed:
    """Return a plug-in; refused where its name is one of sendframe's own."""
    if plugin.is_builtin or not plugin.is_ready:
        return plugin
    if plugin.name in own or plugin.name.upper().startswith("SFR"):
        return plugin._replace(status="its name belongs to sendframe")
    return plugin


def _fenced(distribution: Distribution, choice: Settings) -> tuple[Installed, ...]:
    """Return the plug-ins of one distribution, whatever state its metadata is in."""
    try:
        return tuple(_plugins(distribution, choice))
    except Exception as error:  # noqa: BLE001  # metadata is a file that anybody wrote
        if not _is_ours(distribution):
            return ()
        name, _, version = _folder(distribution).partition("-")
        reason = f"its metadata cannot be read: {type(error).__name__}"
        shown = (name if _DISTRIBUTION.fullmatch(name) else "?").replace("_", "-")
        known = version if _VERSION.fullmatch(version) else "?"
        return (Installed(shown, UNREADABLE, "", shown, known, reason),)


def _folder(distribution: Distribution) -> str:
    """Return name and version as the folder of the metadata has them."""
    path = getattr(distribution, "_path", None)  # the only place that can still be read
    return Path(str(path)).name.removesuffix(".dist-info").removesuffix(".egg-info")


def _is_ours(distribution: Distribution) -> bool:
    """Say whether a distribution whose metadata cannot be read means to be a plug-in."""
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
        return  # reading the rest of the metadata takes longer than all of this
    metadata = distribution.metadata  # read anew whenever it is asked for
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
            status=_ill_formed(point, target) or status,
        )
        yield plugin if plugin.is_builtin else _chosen(plugin, choice)


def _chosen(plugin: Installed, choice: Settings) -> Installed:
    """Return a plug-in as the user's settings leave it."""
    if choice.off:
        return plugin._replace(status=f"left out, as {SWITCH} is off", enabled=False)
    if plugin.is_named_in(choice.disable):
        return plugin._replace(status=f"disabled in {choice.file}", enabled=False)
    if choice.allow is not None and not plugin.is_named_in(choice.allow):
        return plugin._replace(status=f"not allowed in {choice.file}", enabled=False)
    return plugin


def _ill_formed(point: EntryPoint, target: str) -> str | None:
    """Say what is wrong with an entry point by its looks; None where nothing is."""
    if not _NAME.fullmatch(point.name):
        return "its name is not made of letters, digits, '.' and '-'"
    if point.group == DATA_GROUP and not target.isidentifier():
        return "a data package is a top-level package"
    return None if _TARGET.fullmatch(target) else "its module has no name that can be imported"


def _status(name: str, version: str, requires: Iterable[str]) -> str:
    """Say whether a distribution fits this sendframe."""
    from sendframe._version import __version__

    if not _DISTRIBUTION.fullmatch(name) or not _VERSION.fullmatch(version):
        return "its distribution has no proper name or version"
    if name == PROJECT:
        return READY
    for text in requires:
        if text.lower().startswith(PROJECT):  # the rest is not ours to judge
            problem = _misfit(text, __version__)
            if problem is not None:
                return problem
    return READY


def _misfit(text: str, version: str) -> str | None:
    """Say why a requirement is not met by a version of sendframe; None where it is, or is of another.

    ``packaging.requirements`` reads all that there is, and takes half as long to import as
    everything else together; so it is asked only about what is not plain.
    """
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    plain = _PLAIN_REQUIREMENT.fullmatch(text)
    try:
        if plain is not None:
            wanted = SpecifierSet(plain["versions"])
        else:
            from packaging.requirements import Requirement

            requirement = Requirement(text)
            marker = requirement.marker
            if requirement.name.lower() != PROJECT or (marker and not marker.evaluate()):
                return None
            wanted = requirement.specifier
    except (InvalidSpecifier, ValueError):
        return "it does not say in a readable way which sendframe it needs"
    if wanted.contains(version, prereleases=True):
        return None
    return f"needs sendframe {wanted}, this is {version}"
