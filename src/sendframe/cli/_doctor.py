"""What ``sendframe plugins doctor`` prints: what is wrong with an installation, and what to do."""

import platform
from collections.abc import Callable, Iterator
from importlib.metadata import version
from importlib.util import find_spec

import attrs

from sendframe._version import __version__
from sendframe.errors import InvalidDocument, PluginFailure, SendframeError
from sendframe.plugins import (
    GROUPS,
    SWITCH,
    Catalogue,
    Installed,
    installed,
    is_switched_off,
    settings_file,
)

from ._escape import visible

__all__ = ["diagnosis"]

_REMEDIES = {
    "discover": "Install a version that fits, or correct the metadata of the plug-in.",
    "import": "Install what it needs; `python -c 'import MODULE'` shows the error itself.",
    "collect": "Tell its authors; `sendframe plugins check NAME` says more.",
}


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
    found = [each for look in _LOOKS for each in look()]
    lines: list[str] = []
    for each in found:
        lines.append(f"{'wrong' if each.is_wrong else 'ok':5}  {visible(each.said)}")
        if each.remedy:
            lines.append(f"       {visible(each.remedy)}")
    wrong = sum(each.is_wrong for each in found)
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
    if not any(each.is_builtin for each in _found()):
        remedy = "Install sendframe anew with pip; do not run it from a copy of its files."
        yield _Finding("sendframe's own checks, rules and formats are not found", remedy, True)


def _settings() -> Iterator[_Finding]:
    """Look at what decides which plug-ins run."""
    if is_switched_off():
        remedy = f"Unset {SWITCH} to let plug-ins run."
        yield _Finding(f"{SWITCH}=off: no third-party plug-in runs", remedy)
    file = settings_file()
    if not file.is_file():
        yield _Finding("no settings of your own: every plug-in is enabled that is installed")
        return
    try:
        installed()
    except InvalidDocument as error:
        for each in error.diagnostics:
            yield _Finding(f"{each.code}: {each}", each.help, True)
    else:
        yield _Finding(f"settings of your own in {file.as_posix()}")


def _found() -> tuple[Installed, ...]:
    try:
        return installed()
    except SendframeError:
        return ()  # the settings are told about


def _plugins() -> Iterator[_Finding]:
    """Look at what is declared, without importing any of it."""
    names: dict[tuple[str, str], set[str]] = {}
    for each in _found():
        names.setdefault((each.group, each.name), set()).add(each.distribution)
        if not each.enabled:
            yield _Finding(f"{each.name} ({each.distribution} {each.version}): {each.status}")
    for (group, name), distributions in sorted(names.items()):
        if len(distributions) > 1:
            both = " and ".join(sorted(distributions))
            remedy = f'Disable one: disable = ["{max(distributions)}"] in config.toml.'
            yield _Finding(f"the name {name} in {group} is used by {both}", remedy)


def _contributions() -> Iterator[_Finding]:
    """Import every enabled plug-in and look at what it gives."""
    enabled = tuple(each for each in _found() if each.enabled)
    catalogue = Catalogue(enabled)
    counted = sum(len(getattr(catalogue, each.removeprefix("sendframe_"))) for each in GROUPS)
    read = len(catalogue.library.ids())
    yield _Finding(f"{counted} contributions and {read} data documents can be used")
    failures = (*catalogue.failures, *catalogue.reader_failures, *catalogue.report_failures)
    for failure in failures:
        yield _Finding(str(failure), _remedy(failure), True)


def _remedy(failure: PluginFailure) -> str:
    if "claimed by" in failure.error_type:
        return ""  # the message holds the line that settles it
    return _REMEDIES.get(failure.phase, "").replace("NAME", failure.plugin)


_LOOKS: tuple[Callable[[], Iterator[_Finding]], ...] = (_host, _settings, _plugins, _contributions)
