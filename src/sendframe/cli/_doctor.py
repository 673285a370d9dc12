"""What ``sendframe plugins doctor`` prints: what is wrong with an installation, and what to do."""

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
"""What is said of a data document that was left out: plug-in, file, and why."""


@attrs.frozen
class _Finding:
    """One line of the diagnosis.

    Attributes:
        said: What was looked at, or what is wrong.
        remedy: What to do; empty where all is well.
        is_wrong: Whether something is wrong.
    """

    said: str
    remedy: str = ""
    is_wrong: bool = False


def diagnosis() -> tuple[str, bool]:
    """Return what is wrong with this installation, as text, and whether all is well."""
    findings = [finding for look in _LOOKS for finding in look()]
    lines: list[str] = []
    for finding in findings:
        lines.append(f"{'wrong' if finding.is_wrong else 'ok':5}  {visible(finding.said)}")
        if finding.remedy:
            lines.append(f"       {visible(finding.remedy)}")
    wrong = sum(finding.is_wrong for finding in findings)
    lines.append("All is well." if not wrong else f"{wrong} to put right.")
    return "".join(f"{line}\n" for line in lines), not wrong


def _host() -> Iterator[_Finding]:
    """Look at sendframe itself, and at the libraries it is quicker with."""
    python = f"Python {platform.python_version()}"
    yield _Finding(f"sendframe {__version__}, {python}, pluggy {version('pluggy')}")
    if find_spec("jsonschema_rs") is None:
        remedy = "Nothing has to be done: results are the same. Install jsonschema-rs for speed."
        yield _Finding("documents are checked by jsonschema, which takes longer", remedy)
    if find_spec("numpy") is None:
        remedy = 'Nothing has to be done. Install "sendframe[fast]" for figures of many areas.'
        yield _Finding("figures of many areas are worked out without numpy", remedy)
    if not any(plugin.is_builtin for plugin in installed(None, Settings())):
        remedy = "Install sendframe anew with pip; do not run it from a copy of its files."
        yield _Finding("sendframe's own checks, rules and formats are not found", remedy, True)


def _settings() -> Iterator[_Finding]:
    """Look at what decides which plug-ins run."""
    try:
        chosen = settings()
    except SendframeError as error:
        yield from _refused(error)
        return
    if chosen.off:
        remedy = f"Unset {SWITCH} to let plug-ins run."
        yield _Finding(f"{SWITCH}=off: no third-party plug-in runs", remedy)
    if chosen.file:
        yield _Finding(f"settings of your own in {chosen.file}")
    elif not chosen.off:
        where = f"no settings of your own: there is no file {settings_file().as_posix()}"
        yield _Finding(f"{where}, and every plug-in is enabled that is installed")


def _refused(error: SendframeError) -> Iterator[_Finding]:
    """Tell of settings that cannot be used."""
    if isinstance(error, InvalidDocument):
        for diagnostic in error.diagnostics:
            yield _Finding(str(diagnostic), diagnostic.help, True)
    else:
        yield _Finding(f"{error.code}: {error}", "", True)


def _found() -> tuple[Installed, ...]:
    try:
        return installed()
    except SendframeError:
        return ()  # the settings are told about


def _plugins() -> Iterator[_Finding]:
    """Look at what is declared, without importing any of it."""
    names: dict[tuple[str, str], set[str]] = {}
    for plugin in _found():
        if plugin.enabled:
            names.setdefault((plugin.group, plugin.name), set()).add(plugin.distribution)
        else:
            yield _Finding(
                f"{plugin.name} ({plugin.distribution} {plugin.version}): {plugin.status}"
            )
    for (group, name), distributions in sorted(names.items()):
        if len(distributions) > 1:
            names_text = " and ".join(sorted(distributions))
            remedy = _disabling(max(distributions))
            yield _Finding(f"the name {name} in {group} is used by {names_text}", remedy)


def _disabling(distribution: str) -> str:
    file = settings_file().as_posix()
    return f'Disable one: write disable = ["{distribution}"] under [plugins] in {file}.'


def _contributions() -> Iterator[_Finding]:
    """Import every enabled plug-in and look at what it gives."""
    enabled = tuple(plugin for plugin in _found() if plugin.enabled)
    if not enabled:
        return  # the settings cannot be read
    catalogue = Catalogue(enabled)
    counted = sum(len(getattr(catalogue, hook.removeprefix("sendframe_"))) for hook in GROUPS)
    read = len(catalogue.library.ids())
    yield _Finding(f"{counted} contributions and {read} data documents can be used")
    failures = (*catalogue.failures, *catalogue.reader_failures, *catalogue.renderer_failures)
    claims: dict[str, set[PluginFailure]] = {}
    for failure in dict.fromkeys((*failures, *catalogue.library.failures)):
        id_, is_claimed, _ = failure.error_type.partition(" is claimed by ")
        if is_claimed:
            claims.setdefault(id_, set()).add(failure)
        elif failure in catalogue.library.failures:
            yield _Finding(str(failure), _data_remedy(failure, enabled), True)
        else:
            yield _Finding(str(failure), _remedy(failure, enabled), True)
    for id_, claimants in sorted(claims.items()):
        names = sorted(
            f"{claimant.plugin} ({claimant.distribution} {claimant.version})"
            for claimant in claimants
        )
        remedy = _disabling(max(claimant.distribution for claimant in claimants))
        problem = f"{id_} is claimed by {' and '.join(names)}, and none of them has it"
        yield _Finding(problem, remedy, True)


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
    return f"Tell its authors; `sendframe plugins check {failure.plugin}` says more."


def _data_remedy(failure: PluginFailure, plugins: Iterable[Installed]) -> str:
    """Say what to do about a data document, or the package that should hold it."""
    match = _DOCUMENT.match(failure.error_type)
    if match is None:
        return "Install a version that fits, or correct the metadata of the plug-in."
    packages = _targets(failure, plugins, data=True)
    found_files = (path for package in packages for path in _found_in(package, match["file"]))
    file = next((path.as_posix() for path in found_files), match["file"])
    if match["problem"].startswith("is not valid"):
        return f"`sendframe validate {file}` says what is wrong with it."
    return f"In {file}, begin every id that others may refer to with '{failure.plugin}.'."


def _found_in(package: str, name: str) -> list[Path]:
    """Return where a file of a data package lies; nothing is imported."""
    spec = find_spec(package)
    folders = (spec.submodule_search_locations or ()) if spec else ()
    return [path for folder in folders if (path := Path(folder, name)).is_file()]


_LOOKS: tuple[Callable[[], Iterator[_Finding]], ...] = (_host, _settings, _plugins, _contributions)
