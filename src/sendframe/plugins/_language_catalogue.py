"""The languages that data packages of plug-ins bring: catalogues, read as files."""

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from sendframe.documents import read_bytes
from sendframe.errors import PluginFailed, PluginFailure, UnknownName
from sendframe.language import ENGLISH, Language, read_catalogue

from ._discovery import Installed
from ._entry_point_group import DATA_GROUP

__all__ = ["catalogues_of", "language_of", "language_tags"]

_PATTERN = "locale/*/LC_MESSAGES/sendframe.mo"
_LARGEST = 4 * 1024 * 1024
"""Most bytes of a catalogue; that of all messages of sendframe has about 100,000."""


def language_tags(plugins: Iterable[Installed]) -> tuple[str, ...]:
    """Return the tags of the languages that there are, sorted; British English among them."""
    return tuple(sorted({ENGLISH.tag, *(tag for tag, _, __ in catalogues_of(plugins))}))


def language_of(plugins: Iterable[Installed], tag: str) -> Language:
    """Return a language with the messages of all plug-ins that have some in it.

    Where two plug-ins translate one message, that of the first by name is printed.

    Raises:
        UnknownName: No plug-in has this language.
        PluginFailed: A catalogue is damaged, or one of its messages would lose a value.
    """
    known = tuple(plugins)
    languages = [
        _read(plugin, path, tag) for own, plugin, path in catalogues_of(known) if own == tag
    ]
    if not languages:
        if tag == ENGLISH.tag:
            return ENGLISH
        raise UnknownName("language", tag, language_tags(known))
    first, *others = languages
    for other in others:
        first.messages.add_fallback(other.messages)
    return first


def catalogues_of(plugins: Iterable[Installed]) -> list[tuple[str, Installed, Path]]:
    """Return tag, plug-in and file of each catalogue; no package is imported."""
    ready = (plugin for plugin in plugins if plugin.group == DATA_GROUP and plugin.is_ready)
    catalogues = []
    for plugin in sorted(ready, key=lambda plugin: plugin.sort_key):
        try:
            spec = find_spec(plugin.target)
        except Exception:  # noqa: BLE001, S112  # the data documents of it report the failure
            continue
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            files = sorted(Path(folder).glob(_PATTERN))
            catalogues += [(path.parts[-3].replace("_", "-"), plugin, path) for path in files]
    return catalogues


def _read(plugin: Installed, path: Path, tag: str) -> Language:
    shown = f"{plugin.name}:{'/'.join(path.parts[-4:])}"
    data, problems = read_bytes(path, shown=shown, limit=_LARGEST)
    try:
        language = None if problems else read_catalogue(tag, data)
        problem = problems[0].message if problems else ""
    except ValueError as error:
        language, problem = None, str(error)
    if language is None:
        name = (plugin.name, plugin.distribution, plugin.version)
        raise PluginFailed(PluginFailure(*name, "discover", f"{shown}: {problem}"))
    return language
