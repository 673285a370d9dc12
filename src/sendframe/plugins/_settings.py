"""What the person at this machine lets run: two lists in a file of their own, and a switch."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

__all__ = ["SETTINGS", "SWITCH", "Settings", "settings", "settings_file"]

SETTINGS = "SENDFRAME_CONFIG"
"""Names another file of settings in the environment."""

SWITCH = "SENDFRAME_PLUGINS"
"""Set to ``off`` in the environment, only sendframe's own contributions are looked at."""

_OFF, _ON = ("off", "0", "no", "false"), ("", "on", "1", "yes", "true")
_MOST_BYTES = 10_000  # room for hundreds of names; tomllib needs the square of it as memory
_REMEDY = 'Write [plugins], and below it allow = ["NAME"] or disable = ["NAME"].'


class _Refused(Exception):  # it says what happened
    """Settings cannot be used: where they stand, what is wrong, and what to do."""

    def __init__(self, where: str, problem: str, remedy: str = _REMEDY) -> None:
        super().__init__(problem)
        self.where, self.problem, self.remedy = where, problem, remedy


class Settings(NamedTuple):
    """Which third-party plug-ins are enabled, by the name of plug-in or distribution.

    Attributes:
        allow: These and no others; None for all that are not disabled.
        disable: These are not; it goes before *allow*.
        file: The file it was read from, with ``/`` between folders; empty where there is none.
        off: Whether none is, whatever the file says; see `SWITCH`.
    """

    allow: tuple[str, ...] | None = None
    disable: tuple[str, ...] = ()
    file: str = ""
    off: bool = False


def settings_file() -> Path:
    """Return where the settings are looked for: ``config.toml`` in the user's own folder."""
    given = os.environ.get(SETTINGS)
    if given:
        return Path(given)
    return _own_folder(sys.platform, os.environ) / "config.toml"


def _own_folder(platform: str, environment: Mapping[str, str]) -> Path:
    """Return the folder in which a system keeps a user's settings of sendframe.

    The same as ``click.get_app_dir("sendframe")``, which takes longer to import than everything
    else that listing plug-ins needs. Where the user has no home it begins with ``~``.
    """
    if platform.startswith("win"):
        folder = environment.get("APPDATA", "~")
    elif platform == "darwin":
        folder = "~/Library/Application Support"
    else:
        folder = environment.get("XDG_CONFIG_HOME", "~/.config")
    return Path(os.path.expanduser(folder), "sendframe")  # noqa: PTH111  # raises nothing


def _is_there(file: Path) -> bool:
    """Say whether there is a file of settings; one that was named has to be there."""
    if os.environ.get(SETTINGS):
        if not file.exists():
            raise _Refused(file.as_posix(), f"{SETTINGS} names a file that is not there")
        return True
    # Of a user without a home a file in the working directory would be read.
    return file.is_absolute() and file.exists()


def settings() -> Settings:
    """Return the user's settings; those that enable everything where nothing is set.

    Raises:
        InvalidDocument: The variable or the file is not what it should be; both are told.
    """
    result = Settings()
    refused: list[_Refused] = []
    for read in (_of_environment, _of_file):
        try:
            result = read(result)
        except _Refused as error:
            refused.append(error)
    if refused:
        from sendframe.errors import Diagnostic, InvalidDocument, Location  # only for a fault

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
    """Return settings with what the switch says."""
    given = os.environ.get(SWITCH, "").strip().lower()
    if given not in (*_OFF, *_ON):
        raise _Refused(
            SWITCH, "the variable is neither on nor off", f"Write {SWITCH}=off, or unset it."
        )
    return chosen._replace(off=given in _OFF)


def _of_file(chosen: Settings) -> Settings:
    """Return settings with what the file says, where there is one."""
    file = settings_file()
    shown = file.as_posix()
    try:
        if not _is_there(file):
            return chosen
    except OSError as error:
        raise _Refused(shown, f"the file cannot be looked at: {error.strerror}") from error
    from sendframe.documents import read_bytes  # only where there is a file

    data, problems = read_bytes(file, shown=shown, limit=_MOST_BYTES)
    if problems:
        raise _Refused(shown, problems[0].message)
    import tomllib  # only where there is a file

    try:
        document = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _Refused(shown, "the file is not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise _Refused(shown, f"the file is not TOML: {error}") from error
    table = document.get("plugins", {})
    known = {"plugins"}, {"allow", "disable"}
    for keys, names in zip((document, table), known, strict=True):
        if not isinstance(keys, dict) or set(keys) - names:
            problem = "it holds something else than a table [plugins] with allow and disable"
            raise _Refused(shown, problem)
    lists = {key: _names(shown, key, value) for key, value in table.items()}
    return chosen._replace(allow=lists.get("allow"), disable=lists.get("disable", ()), file=shown)


def _names(shown: str, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise _Refused(shown, f'"{key}" is a list of names')
    return tuple(value)
