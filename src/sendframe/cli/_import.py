"""``sendframe import``: read published files with a reader of a plug-in."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

import click

from sendframe.api import ImportedFiles, dump, read_files
from sendframe.documents import figure_files, write_all
from sendframe.model import EvidenceRegister, Text
from sendframe.plugins import Account, Catalogue, Import

from ._escape import visible
from ._option import PATH
from ._output import EXIT_PROBLEM, Display, handle_errors, print_diagnostics, print_failures
from ._progress import progress
from ._reader_options import option_files, reader_options

__all__ = ["import_command"]


@click.command("import")
@click.argument("files", metavar="FILE...", type=PATH, nargs=-1, required=True)
@click.option("--reader", required=True, metavar="ID", help="The reader; see `plugins list`.")
@click.option(
    "--out",
    metavar="FILE",
    type=PATH,
    help="File for the figures: a table if it ends with .csv, with its document beside it; "
    "otherwise one document.",
)
@click.option("--evidence-out", metavar="FILE", type=PATH, help="File for other evidence.")
@click.option(
    "--reviews-out",
    metavar="FOLDER",
    type=PATH,
    help="Folder for inspections, one document each.",
)
@click.option(
    "--option",
    "pairs",
    multiple=True,
    metavar="NAME=VALUE",
    help="An option of the reader; VALUE is JSON, or else text; @FILE reads a JSON file. "
    "May be repeated.",
)
@click.option("--force", is_flag=True, help="Overwrite existing files.")
@click.option(
    "--max-megabytes",
    type=click.IntRange(1, 2000),
    default=500,
    show_default=True,
    help="The largest file that is read.",
)
@click.option(
    "--debug",
    is_flag=True,
    help="Print a failing reader's own error, which may hold data of the file.",
)
@handle_errors
def import_command(  # noqa: PLR0913  # one parameter an option
    *,
    files: tuple[str, ...],
    reader: str,
    out: str | None,
    evidence_out: str | None,
    reviews_out: str | None,
    pairs: tuple[str, ...],
    force: bool,
    max_megabytes: int,
    debug: bool,
) -> int:
    """Read published files into figures of a portfolio.

    The numbers of rows that were used and left out are printed. If the reader finds an error,
    nothing is written. What is printed, and the files, are internal: no disclosure control is
    applied.
    """
    if out is evidence_out is reviews_out is None:
        message = "Give --out, --evidence-out or --reviews-out."
        raise click.UsageError(message)
    options = reader_options(pairs)
    named = option_files(pairs)
    _refuse_to_overwrite(
        {**dict.fromkeys(files, "FILE"), **named}, _targets(out, evidence_out), force=force
    )
    catalogue = Catalogue.discover(debug=debug)
    with progress(_bytes(files), "Reading") as step:
        imported = read_files(
            files,
            reader,
            id=_id_of(out),
            options=options,
            catalogue=catalogue,
            on_progress=step,
            limit=max_megabytes * 1_000_000,
        )
    code = print_failures(imported.failures)
    if imported.diagnostics:
        print_diagnostics(imported.diagnostics, Display())
    if code:
        return code
    if imported.merged is None:
        _print_row_counts(files, imported)
        return EXIT_PROBLEM
    files_by_path = _written(imported, out, evidence_out)
    reviews = _reviews(imported, reviews_out, force=force)
    _refuse_clashes(reviews, {*map(Path, (*files, *named)), *files_by_path})
    for path in write_all(files_by_path | reviews):
        click.echo(visible(path.as_posix()))
    _print_row_counts(files, imported)
    return 0


def _bytes(files: Iterable[str]) -> int:
    """Return how many bytes there are to read, as far as that is known."""
    paths = map(Path, files)
    return sum(path.stat().st_size for path in paths if path.is_file())


def _id_of(out: str | None) -> str:
    """Return the id of the observation set of several files.

    Examples:
        >>> _id_of("figures/our figures.csv"), _id_of("?.csv"), _id_of(None)
        ('our-figures', 'imported', 'imported')
    """
    return re.sub("[^A-Za-z0-9]+", "-", Path(out or "").stem).strip("-") or "imported"


def _targets(out: str | None, evidence_out: str | None) -> dict[str, list[str]]:
    """Return the files that may be written, by option."""
    figures = [out] if out else []
    if out and out.endswith(".csv"):
        figures.append(f"{out.removesuffix('.csv')}.json")
    return {"--out": figures, "--evidence-out": [evidence_out] if evidence_out else []}


def _refuse_to_overwrite(
    read: Mapping[str, str], targets: Mapping[str, Iterable[str]], *, force: bool
) -> None:
    """Raise an error for files that would be overwritten.

    Raises:
        click.BadParameter: A file is read too, or named twice, or exists and *force* is not given.
    """
    seen = {Path(name).resolve(): what for name, what in read.items()}
    for option, names in targets.items():
        for name in names:
            path = Path(name).resolve()
            if path in seen:
                _refuse(option, f"{visible(name)!r} is the same file as {seen[path]}")
            if path.exists() and not force:
                _refuse(option, f"{visible(name)!r} exists already; --force overwrites it")
            seen[path] = option


def _refuse(option: str, problem: str) -> NoReturn:
    raise click.BadParameter(problem, param_hint=f"'{option}'")


def _made(imported: ImportedFiles) -> Iterator[Import]:
    """Yield the import of each file."""
    return (file.made for file in imported.files if file.made is not None)


def _written(
    imported: ImportedFiles, out: str | None, evidence_out: str | None
) -> dict[Path, bytes]:
    """Return the files of figures and evidence, by path."""
    made: dict[Path, bytes] = {}
    merged = imported.merged
    if merged is None or merged.known is None:
        if out is not None:
            click.echo("The files contain no figures: no figures are written.", err=True)
    elif out is None:
        click.echo("Figures are not written: give --out.", err=True)
    else:
        figures = figure_files(merged.known, merged.table, Path(out).as_posix())
        made |= {Path(name): data for name, data in figures.items()}
    evidence = [item for import_ in _made(imported) for item in import_.evidence]
    if evidence and evidence_out is None:
        click.echo(f"Evidence is not written ({len(evidence)}): give --evidence-out.", err=True)
    elif evidence:
        title = Text(default="Evidence that was imported")
        register = EvidenceRegister(id="imported", title=title, evidence=tuple(evidence))
        made[Path(str(evidence_out))] = dump(register)
    return made


def _reviews(imported: ImportedFiles, folder: str | None, *, force: bool) -> dict[Path, bytes]:
    """Return the reviews as files that are named after their ids.

    Raises:
        click.BadParameter: Two have one id, or a file exists and *force* is not given.
    """
    reviews = [review for import_ in _made(imported) for review in import_.reviews]
    if folder is None:
        if reviews:
            message = f"Reviews are not written ({len(reviews)}): give --reviews-out."
            click.echo(message, err=True)
        return {}
    files: dict[Path, bytes] = {}
    for review in reviews:
        path, data = Path(folder) / f"{review.id}.json", dump(review)
        if files.setdefault(path, data) != data:
            _refuse("--reviews-out", f"two reviews have the id {visible(review.id)!r}")
        if path.exists() and not force:
            name = visible(path.as_posix())
            _refuse("--reviews-out", f"{name!r} exists already; --force overwrites it")
    if not reviews:
        click.echo("The files contain no reviews: none are written.", err=True)
    return files


def _refuse_clashes(reviews: Iterable[Path], others: Iterable[Path]) -> None:
    """Refuse reviews that would be written over what is read, or over what else is written."""
    taken = {path.resolve() for path in others}
    for path in reviews:
        if path.resolve() in taken:
            name = visible(path.as_posix())
            _refuse("--reviews-out", f"{name!r} is a file that is read or written already")


def _print_row_counts(files: Sequence[str], imported: ImportedFiles) -> None:
    """Print the row counts of each file to standard error."""
    for line in _row_counts(files, imported):
        click.echo(line, err=True)


def _row_counts(files: Sequence[str], imported: ImportedFiles) -> Iterable[str]:
    """Yield what each file was taken for, and the rows and columns used and left out."""
    for name, file in zip(files, imported.files, strict=True):
        account = Account(0, 0) if file.made is None else file.made.account
        rows = "row" if account.rows_read == 1 else "rows"
        sentence = f"{account.rows_read:,} {rows} read, {account.rows_used:,} used"
        yield f"{visible(name)}: {sentence}" if files[1:] else sentence
        for group in account.left_out:
            place = f"the first in row {group.first_row:,}"
            yield f"{group.rows:,} left out, {place}: {visible(group.reason)}"
        if account.read_as:
            yield f"read as {visible(account.read_as)}"
        if unread := account.columns_not_read:
            columns = "column" if len(unread) == 1 else "columns"
            yield f"{len(unread)} {columns} not read: {visible(', '.join(unread))}"
