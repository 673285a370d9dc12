"""Write a small portfolio to start from, which is valid and can be rendered."""

import os
from pathlib import Path

from sendframe.documents import write_files

from ._editor_settings import settings_file

__all__ = ["start_portfolio", "starter_files"]

_SUFFIXES = (".csv", ".json", ".md")


def starter_files() -> dict[str, bytes]:
    """Return the files of the portfolio to start from, by name, sorted."""
    folder = Path(__file__).with_name("starter")
    return {
        path.name: path.read_bytes()
        for path in sorted(folder.iterdir())
        if path.suffix in _SUFFIXES
    }


def start_portfolio(folder: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Write a portfolio to start from into a folder that is new or empty.

    Its content is fictional, about an area that does not exist, and says so. Settings for an editor
    are with it; see `write_editor_settings`.

    Args:
        folder: The folder to write to; created if it is missing.

    Returns:
        The files written, sorted by name.

    Raises:
        CannotWrite: The folder is not empty, or the operating system refused; nothing was changed.
    """
    files = starter_files()
    return write_files(Path(folder), files | settings_file(Path(), files), new=True)
