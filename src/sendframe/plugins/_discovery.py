"""Which plug-ins are installed, read from packaging metadata without importing any.

The working directory, the folder of the script and the entries of ``PYTHONPATH`` are not
searched: a file that happens to lie there must not become a plug-in.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, EntryPoint, distributions
from pathlib import Path

import attrs

from ._hookspec import DATA_GROUP, GROUPS, PROJECT

__all__ = ["Installed", "installed", "search_path"]


@attrs.frozen
class Installed:
    """A plug-in as its metadata declares it.

    Attributes:
        name: Name of the entry point.
        group: Its group, which tells the kind.
        target: The module it names.
        distribution: Name of the distribution that declares it.
        version: Version of that distribution.
        status: ``ready``, or why it will not be loaded.
    """

    name: str
    group: str
    target: str
    distribution: str
    version: str
    status: str = "ready"

    @property
    def is_builtin(self) -> bool:
        """Whether sendframe itself brings it."""
        return self.distribution == PROJECT

    @property
    def sort_key(self) -> tuple[str, bool, str, str]:
        """Order: by group, built-in ones first, then by name and distribution."""
        return (self.group, not self.is_builtin, self.name, self.distribution)


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
    left_out |= {os.path.realpath(each) for each in given.split(os.pathsep) if each}
    found = [each for each in sys.path if each and os.path.realpath(each) not in left_out]
    home = _home()
    return found if home in found else [*found, home]


def installed(paths: Iterable[str] | None = None) -> tuple[Installed, ...]:
    """Return all plug-ins that are installed, sorted; nothing is imported.

    Args:
        paths: Folders to search instead of `search_path`.
    """
    found: dict[tuple[str, str, str], Installed] = {}
    folders = list(search_path() if paths is None else paths)
    for each in distributions(path=folders):
        for plugin in _plugins(each, folders):
            # The first distribution of a name on the path is the one that would be imported.
            found.setdefault((plugin.group, plugin.name, plugin.distribution), plugin)
    return tuple(sorted(found.values(), key=lambda plugin: plugin.sort_key))


def _plugins(distribution: Distribution, folders: list[str]) -> Iterator[Installed]:
    groups = {*GROUPS.values(), DATA_GROUP}
    points: list[EntryPoint] = [each for each in distribution.entry_points if each.group in groups]
    if not points:
        return  # reading the rest of the metadata takes longer than all of this
    name = distribution.metadata["Name"]
    first = next(iter(distributions(name=name, path=folders)), None) if name else None
    if first is None or first.version != distribution.version:
        return
    status = _status(distribution)
    for point in points:
        yield Installed(
            name=point.name,
            group=point.group,
            target=point.value,
            distribution=name,
            version=distribution.version,
            status=status,
        )


def _status(distribution: Distribution) -> str:
    """Say whether a distribution asks for a sendframe that this one is not."""
    from packaging.requirements import InvalidRequirement, Requirement

    from sendframe._version import __version__

    for text in distribution.requires or ():
        try:
            wanted = Requirement(text)
        except InvalidRequirement:
            continue
        if wanted.name.lower() != PROJECT or (wanted.marker and not wanted.marker.evaluate()):
            continue
        if not wanted.specifier.contains(__version__, prereleases=True):
            return f"needs sendframe {wanted.specifier}, this is {__version__}"
    return "ready"
