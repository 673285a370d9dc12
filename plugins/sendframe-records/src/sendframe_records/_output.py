"""Write disclosed figures, and nothing else."""

from collections.abc import Iterable
from pathlib import Path

from sendframe.plugins.commands import figure_files, write_all

from ._figures import SafeFigures
from ._problem import RecordsProblem

__all__ = ["check_targets", "write_figures"]


def check_targets(out: str, *, force: bool, sources: Iterable[str]) -> None:
    """Check, before anything is computed, that the files of figures may be written.

    Args:
        out: Path of the table, which ends with ``.csv``, or of one document.
        force: Whether existing files are overwritten.
        sources: Files that are read, which are never overwritten.

    Raises:
        RecordsProblem: A file exists, or is read.
    """
    read = {Path(source.partition("::")[0]).resolve() for source in sources}
    targets = [Path(out)]
    if out.endswith(".csv"):
        targets.append(Path(f"{out.removesuffix('.csv')}.json"))
    for path in targets:
        if path.resolve() in read:
            message = f"{path} is read, and is not overwritten"
            raise RecordsProblem(message)
        if path.exists() and not force:
            message = f"{path} exists already; --force overwrites it"
            raise RecordsProblem(message)


def write_figures(figures: SafeFigures, out: str) -> list[str]:
    """Write figures as a table and its document, both or neither.

    Args:
        figures: The figures.
        out: Path of the table, which ends with ``.csv``, or of one document.

    Returns:
        The paths written.

    Raises:
        CannotWrite: A file cannot be written.
    """
    files = figure_files(figures.known, figures.table, Path(out).as_posix())
    written = write_all({Path(name): data for name, data in files.items()})
    return [path.as_posix() for path in written]
