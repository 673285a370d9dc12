"""The user's settings for plug-ins: a file with two lists, and an environment variable."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

__all__ = ["SETTINGS", "SWITCH", "Settings", "settings", "settings_file"]

SETTINGS = "SENDFRAME_CONFIG"
"""The environment variable that names another settings file."""

SWITCH = "SENDFRAME_PLUGINS"
"""The environment variable that disables all third-party plug-ins if it is ``off``."""

_OFF, _ON = ("off", "0", "no", "false"), ("", "on", "1", "yes", "true")
_MOST_BYTES = 10_000  # enough for hundreds of names; tomllib's memory grows with the square
_REMEDY = 'Write [plugins], and below it allow = ["NAME"] or disable = ["NAME"].'


class _InvalidSettings(Exception):
    """Settings are not valid: their place, the problem and the remedy."""

    def __init__(self, where: str, problem: str, remedy: str = _REMEDY) -> None:
        super().__init__(problem)
        self.where, self.problem, self.remedy = where, problem, remedy


class Settings(NamedTuple):
    """Which third-party plug-ins are enabled, by the name of plug-in or distribution.

    Attributes:
        allow: These and no others; None for all that are not disabled.
        disable: These are not enabled; takes precedence over *allow*.
        file: The file they were read from, with ``/`` between folders; empty if there is none.
        off: Whether none is enabled, whatever the file says; see `SWITCH`.
    """

    allow: tuple[str, ...] | None = None
    disable: tuple[str, ...] = ()
    file: str = ""
    off: bool = False


def settings_file() -> Path:
    """Return the path of the settings file: ``config.toml`` in the user's settings folder."""
    given = os.environ.get(SETTINGS)
    if given:
        return Path(given)
    return _own_folder(sys.platform, os.environ) / "config.toml"


def _own_folder(platform: str, environment: Mapping[str, str]) -> Path:
    """Return the folder of a user's sendframe settings.

    The same as ``click.get_app_dir("sendframe")``, without the slow import of click. It begins with
    ``~`` if the user has no home.
    """
    if platform.startswith("win"):
        folder = environment.get("APPDATA", "~")
    elif platform == "darwin":
        folder = "~/Library/Application Support"
    else:
        folder = environment.get("XDG_CONFIG_HOME", "~/.config")
    return Path(os.path.expanduser(folder), "sendframe")  # noqa: PTH111  # raises nothing


def _is_there(file: Path) -> bool:
    """Return whether the settings file exists; a file that was named must exist."""
    if os.environ.get(SETTINGS):
        if not file.exists():
            raise _InvalidSettings(file.as_posix(), f"{SETTINGS} names a file that does not exist")
        return True
    # For a user without a home this would be a file in the working directory.
    return file.is_absolute() and file.exists()


def settings() -> Settings:
    """Return the user's settings; everything is enabled if nothing is set.

    Raises:
        InvalidDocument: The variable or the file is not valid; both are reported.
    """
    result = Settings()
    refused: list[_InvalidSettings] = []
    for read in (_of_environment, _of_file):
        try:
            result = read(result)
        except _InvalidSettings as error:
            refused.append(error)
    if refused:
        from sendframe.errors import Diagnostic, InvalidDocument, Location  # only for an error

        problems = (
            (refusal.problem, Location(refusal.where), refusal.remedy) for refusal in refused
        )
        raise InvalidDocument(
            tuple(
                Diagnostic("SFR902", problem, at, help=remedy) for problem, at, remedy in problems
            )
        )
    return result


def _of_environment(chosen: Settings) -> Settings:
    """Return settings with the value of the environment variable."""
    given = os.environ.get(SWITCH, "").strip().lower()
    if given not in (*_OFF, *_ON):
        raise _InvalidSettings(
            SWITCH, "the variable is neither on nor off", f"Write {SWITCH}=off, or unset it."
        )
    return chosen._replace(off=given in _OFF)


def _of_file(chosen: Settings) -> Settings:
    """Return settings with the content of the file, if there is one."""
    file = settings_file()
    shown = file.as_posix()
    try:
        if not _is_there(file):
            return chosen
    except OSError as error:
        raise _InvalidSettings(shown, f"the file cannot be read: {error.strerror}") from error
    from sendframe.documents import read_bytes  # only if there is a file

    data, problems = read_bytes(file, shown=shown, limit=_MOST_BYTES)
    if problems:
        raise _InvalidSettings(shown, problems[0].message)
    import tomllib  # only if there is a file

    try:
        document = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _InvalidSettings(shown, "the file is not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise _InvalidSettings(shown, f"the file is not TOML: {error}") from error
    table = document.get("plugins", {})
    known = {"plugins"}, {"allow", "disable"}
    for keys, names in zip((document, table), known, strict=True):
        if not isinstance(keys, dict) or set(keys) - names:
            problem = "it contains something else than a table [plugins] with allow and disable"
            raise _InvalidSettings(shown, problem)
    lists = {key: _names(shown, key, value) for key, value in table.items()}
    return chosen._replace(allow=lists.get("allow"), disable=lists.get("disable", ()), file=shown)


def _names(shown: str, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise _InvalidSettings(shown, f'"{key}" is a list of names')
    return tuple(value)
