"""What the person at this machine lets run: two lists in a file of their own."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, NoReturn

__all__ = ["SETTINGS", "SWITCH", "Settings", "is_switched_off", "settings", "settings_file"]

SETTINGS = "SENDFRAME_CONFIG"
"""Names another file of settings in the environment."""


SWITCH = "SENDFRAME_PLUGINS"
"""Set to ``off`` in the environment, only sendframe's own contributions are looked at."""


_OFF, _ON = ("off", "0", "no", "false"), ("", "on", "1", "yes", "true")


def is_switched_off() -> bool:
    """Say whether the environment leaves out all third-party plug-ins.

    Raises:
        InvalidDocument: The variable says something that is neither on nor off.
    """
    given = os.environ.get(SWITCH, "").strip().lower()
    if given not in (*_OFF, *_ON):
        _refuse(SWITCH, "the variable is neither on nor off", f"Write {SWITCH}=off, or unset it.")
    return given in _OFF


_MOST_BYTES = 10_000  # room for hundreds of names; tomllib needs the square of it as memory
_REMEDY = 'Write [plugins], and below it allow = ["NAME"] or disable = ["NAME"].'


class Settings(NamedTuple):
    """Which third-party plug-ins are enabled, by the name of plug-in or distribution.

    Attributes:
        allow: These and no others; None for all that are not disabled.
        disable: These are not; it goes before *allow*.
        file: The file it was read from, with ``/`` between folders; empty where there is none.
    """

    allow: tuple[str, ...] | None = None
    disable: tuple[str, ...] = ()
    file: str = ""


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
            _refuse(file, f"{SETTINGS} names a file that is not there")
        return True
    # Of a user without a home a file in the working directory would be read.
    return file.is_absolute() and file.exists()


def settings() -> Settings:
    """Return the user's settings; those that enable everything where there is no file.

    Raises:
        InvalidDocument: The file is not what it should be; it is told where.
    """
    file = settings_file()
    try:
        if not _is_there(file):
            return Settings()
    except OSError as error:
        _refuse(file, f"the file cannot be looked at: {error.strerror}")
    from sendframe.documents import read_bytes  # only where there is a file

    data, problems = read_bytes(file, shown=file.as_posix(), limit=_MOST_BYTES)
    if problems:
        _refuse(file, problems[0].message)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        _refuse(file, "the file is not UTF-8")
    import tomllib  # only where there is a file

    try:
        told = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        _refuse(file, f"the file is not TOML: {error}")
    table = told.get("plugins", {})
    known = {"plugins"}, {"allow", "disable"}
    for keys, names in zip((told, table), known, strict=True):
        if not isinstance(keys, dict) or set(keys) - names:
            _refuse(file, "it holds something else than a table [plugins] with allow and disable")
    lists = {key: _names(file, key, value) for key, value in table.items()}
    return Settings(lists.get("allow"), lists.get("disable", ()), file.as_posix())


def _names(file: Path, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        _refuse(file, f'"{key}" is a list of names')
    return tuple(value)


def _refuse(file: Path | str, problem: str, remedy: str = _REMEDY) -> NoReturn:
    from sendframe.errors import Diagnostic, InvalidDocument, Location  # only for a fault

    where = Location(file.as_posix() if isinstance(file, Path) else file)
    raise InvalidDocument((Diagnostic("SFR026", problem, where, help=remedy),))
