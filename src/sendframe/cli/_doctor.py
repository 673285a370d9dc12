"""Diagnose an installation and its plug-ins, for ``sendframe plugins doctor``."""

import platform
import re
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import attrs

from sendframe._version import __version__
from sendframe.errors import InvalidDocument, PluginFailure, SendframeError
from sendframe.plugins import (
    DATA_GROUP,
    GROUPS,
    SWITCH,
    Catalogue,
    Installed,
    Settings,
    installed,
    settings,
    settings_file,
)

from ._escape import visible

__all__ = ["diagnosis"]


_DOCUMENT = re.compile(r"[^:]*:(?P<file>.+?\.json) (?P<problem>.+)")
"""The message for a data document that was left out: plug-in, file and problem."""


@attrs.frozen
class _Line:
    """One line of the diagnosis.

    Attributes:
        text: What was checked, or what is wrong.
        remedy: How to correct it; empty if nothing is wrong.
        is_wrong: Whether something is wrong.
    """

    text: str
    remedy: str = ""
    is_wrong: bool = False


def diagnosis() -> tuple[str, bool]:
    """Return the diagnosis of this installation as text, and whether nothing is wrong."""
    results = [line for section in _SECTIONS for line in section()]
    lines: list[str] = []
    for result in results:
        lines.append(f"{'wrong' if result.is_wrong else 'ok':5}  {visible(result.text)}")
        if result.remedy:
            lines.append(f"       {visible(result.remedy)}")
    wrong = sum(result.is_wrong for result in results)
    lines.append("No problems found." if not wrong else f"{wrong} to correct.")
    return "".join(f"{line}\n" for line in lines), not wrong


def _host() -> Iterator[_Line]:
    """Check sendframe itself and the library that makes it faster."""
    python = f"Python {platform.python_version()}"
    yield _Line(f"sendframe {__version__}, {python}, pluggy {version('pluggy')}")
    if find_spec("jsonschema_rs") is None:
        remedy = "Results are the same; install jsonschema-rs for speed."
        yield _Line("documents are validated by jsonschema, which is slower", remedy)
    if not any(plugin.is_builtin for plugin in installed(None, Settings())):
        remedy = "Reinstall sendframe with pip; do not run it from a copy of its files."
        yield _Line("sendframe's own checks, rules and formats are not found", remedy, True)


def _settings() -> Iterator[_Line]:
    """Check the settings that enable plug-ins."""
    try:
        chosen = settings()
    except SendframeError as error:
        yield from _invalid_settings(error)
        return
    if chosen.off:
        remedy = f"Unset {SWITCH} to let plug-ins run."
        yield _Line(f"{SWITCH}=off: no third-party plug-in runs", remedy)
    if chosen.file:
        yield _Line(f"your own settings are in {chosen.file}")
    elif not chosen.off:
        where = f"you have no settings: there is no file {settings_file().as_posix()}"
        yield _Line(f"{where}, and every installed plug-in is enabled")


def _invalid_settings(error: SendframeError) -> Iterator[_Line]:
    """Yield the problems of the settings."""
    if isinstance(error, InvalidDocument):
        for diagnostic in error.diagnostics:
            yield _Line(str(diagnostic), diagnostic.help, True)
    else:
        yield _Line(f"{error.code}: {error}", "", True)


def _installed() -> tuple[Installed, ...]:
    try:
        return installed()
    except SendframeError:
        return ()  # the settings are reported already


def _plugins() -> Iterator[_Line]:
    """Check the declared plug-ins without importing them."""
    names: dict[tuple[str, str], set[str]] = {}
    for plugin in _installed():
        if plugin.enabled:
            names.setdefault((plugin.group, plugin.name), set()).add(plugin.distribution)
        else:
            yield _Line(f"{plugin.name} ({plugin.distribution} {plugin.version}): {plugin.status}")
    for (group, name), distributions in sorted(names.items()):
        if len(distributions) > 1:
            names_text = " and ".join(sorted(distributions))
            remedy = _disabling(max(distributions))
            yield _Line(f"the name {name} in {group} is used by {names_text}", remedy)


def _disabling(distribution: str) -> str:
    file = settings_file().as_posix()
    return f'Disable one: write disable = ["{distribution}"] under [plugins] in {file}.'


def _contributions() -> Iterator[_Line]:
    """Import every enabled plug-in and check its contributions."""
    enabled = tuple(plugin for plugin in _installed() if plugin.enabled)
    if not enabled:
        return  # the settings cannot be read
    catalogue = Catalogue(enabled)
    counted = sum(len(getattr(catalogue, hook.removeprefix("sendframe_"))) for hook in GROUPS)
    read = len(catalogue.library.ids())
    yield _Line(f"{counted} contributions and {read} data documents can be used")
    failures = (
        *catalogue.failures,
        *catalogue.reader_failures,
        *catalogue.renderer_failures,
        *catalogue.section_failures,
    )
    claims: dict[str, set[PluginFailure]] = {}
    for failure in dict.fromkeys((*failures, *catalogue.library.failures)):
        id_, is_claimed, _ = failure.error_type.partition(" is claimed by ")
        if is_claimed:
            claims.setdefault(id_, set()).add(failure)
        elif failure in catalogue.library.failures:
            yield _Line(str(failure), _data_remedy(failure, enabled), True)
        else:
            yield _Line(str(failure), _remedy(failure, enabled), True)
    for id_, claimants in sorted(claims.items()):
        names = sorted(
            f"{claimant.plugin} ({claimant.distribution} {claimant.version})"
            for claimant in claimants
        )
        remedy = _disabling(max(claimant.distribution for claimant in claimants))
        problem = f"{id_} is claimed by {' and '.join(names)}, and none of them may use it"
        yield _Line(problem, remedy, True)


def _targets(failure: PluginFailure, plugins: Iterable[Installed], *, data: bool) -> list[str]:
    """Return the modules or the data packages of a plug-in that failed, sorted."""
    failed = (failure.plugin, failure.distribution)
    matching = (plugin for plugin in plugins if (plugin.name, plugin.distribution) == failed)
    return sorted({plugin.target for plugin in matching if (plugin.group == DATA_GROUP) is data})


def _remedy(failure: PluginFailure, plugins: Iterable[Installed]) -> str:
    if failure.phase == "discover":
        return "Install a version that fits, or correct the metadata of the plug-in."
    if failure.phase == "import":
        modules = ", ".join(_targets(failure, plugins, data=False))
        return f"Install what it needs; `python -c 'import {modules}'` shows the error itself."
    return f"Tell its authors; `sendframe plugins check {failure.plugin}` shows more."


def _data_remedy(failure: PluginFailure, plugins: Iterable[Installed]) -> str:
    """Return how to correct a data document or its package."""
    match = _DOCUMENT.match(failure.error_type)
    if match is None:
        return "Install a version that fits, or correct the metadata of the plug-in."
    packages = _targets(failure, plugins, data=True)
    found_files = (path for package in packages for path in _files_in(package, match["file"]))
    file = next((path.as_posix() for path in found_files), match["file"])
    if match["problem"].startswith("is not valid"):
        return f"`sendframe validate {file}` says what is wrong with it."
    return f"In {file}, begin every id that others may refer to with '{failure.plugin}.'."


def _files_in(package: str, name: str) -> list[Path]:
    """Return the paths of a file in a data package; nothing is imported."""
    spec = find_spec(package)
    folders = (spec.submodule_search_locations or ()) if spec else ()
    return [path for folder in folders if (path := Path(folder, name)).is_file()]


_SECTIONS: tuple[Callable[[], Iterator[_Line]], ...] = (_host, _settings, _plugins, _contributions)
