"""Write disclosed figures, and nothing else."""

from collections.abc import Iterable
from pathlib import Path

from sendframe.plugins.commands import figure_files, write_all

from ._figures import SafeFigures
from ._problem import RecordsProblem

__all__ = ["write_figures"]


def write_figures(
    figures: SafeFigures, out: str, *, force: bool, sources: Iterable[str]
) -> list[str]:
    """Write figures as a table and its document, both or neither.

    Args:
        figures: The figures.
        out: Path of the table, which ends with ``.csv``, or of one document.
        force: Whether existing files are overwritten.
        sources: Files that were read, which are never overwritten.

    Returns:
        The paths written.

    Raises:
        RecordsProblem: A file exists, or was read.
    """
    files = {
        Path(name): data
        for name, data in figure_files(figures.known, figures.table, Path(out).as_posix()).items()
    }
    read = {Path(source.partition("::")[0]).resolve() for source in sources}
    for path in files:
        if path.resolve() in read:
            message = f"{path} was read, and is not overwritten"
            raise RecordsProblem(message)
        if path.exists() and not force:
            message = f"{path} exists already; --force overwrites it"
            raise RecordsProblem(message)
    return [path.as_posix() for path in write_all(files)]
