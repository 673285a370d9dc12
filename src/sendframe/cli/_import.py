"""``sendframe import``."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

import click

from sendframe.api import ImportedFiles, dump, figure_files, read_files
from sendframe.documents import write_all
from sendframe.model import EvidenceRegister, Text
from sendframe.plugins import Account, Catalogue, Import

from ._escape import visible
from ._import_option import reader_options
from ._progress import progress
from ._show import EXIT_FOUND, EXIT_PLUGIN, Display, guarded, show

__all__ = ["import_"]


@click.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--reader", required=True, metavar="ID", help="The reader; see `plugins list`.")
@click.option(
    "--out",
    metavar="FILE",
    help="Where the figures are written: a table with the ending .csv and, beside it, the "
    "document that names it; or all of it in one document.",
)
@click.option("--evidence-out", metavar="FILE", help="Where other evidence is written.")
@click.option(
    "--reviews-out", metavar="FOLDER", help="Where inspections are written, a document each."
)
@click.option(
    "--option",
    "pairs",
    multiple=True,
    metavar="NAME=VALUE",
    help="An option of the reader; VALUE is JSON, or else text; @FILE is what a JSON file holds. "
    "May be given several times.",
)
@click.option("--force", is_flag=True, help="Write over files that are there already.")
@click.option(
    "--debug",
    is_flag=True,
    help="Print a failing reader's own error, which may hold data of the file.",
)
@guarded
def import_(  # noqa: PLR0913  # click gives each
    *,
    files: tuple[str, ...],
    reader: str,
    out: str | None,
    evidence_out: str | None,
    reviews_out: str | None,
    pairs: tuple[str, ...],
    force: bool,
    debug: bool,
) -> int:
    """Turn each FILE, as somebody publishes it, into figures of a portfolio.

    What became of its rows is told. Where the reader finds an error, nothing is written.
    """
    if out is evidence_out is reviews_out is None:
        message = "Name a place to write to: --out, --evidence-out or --reviews-out."
        raise click.UsageError(message)
    options = reader_options(pairs)
    _refuse_to_overwrite(files, _targets(out, evidence_out), force=force)
    catalogue = Catalogue.discover(debug=debug)
    with progress(_bytes(files), "Reading") as step:
        imported = read_files(
            files, reader, id=_id_of(out), options=options, catalogue=catalogue, watch=step
        )
    for failure in imported.failures:
        click.echo(f"failed: {visible(str(failure))}", err=True)
    if imported.diagnostics:
        show(imported.diagnostics, Display())
    if imported.failures:
        return EXIT_PLUGIN
    if imported.merged is None:
        _tell(files, imported)
        return EXIT_FOUND
    made = _written(imported, out, evidence_out)
    reviews = _reviews(imported, reviews_out, force=force)
    _refuse_clashes(reviews, {*map(Path, files), *made})
    for path in write_all(made | reviews):
        click.echo(visible(path.as_posix()))
    _tell(files, imported)
    return 0


def _bytes(files: Iterable[str]) -> int:
    """Return how many bytes there are to be read, as far as that is known."""
    paths = map(Path, files)
    return sum(path.stat().st_size for path in paths if path.is_file())


def _id_of(out: str | None) -> str:
    """Return the id that figures of several files are given.

    Examples:
        >>> _id_of("figures/our figures.csv"), _id_of("?.csv"), _id_of(None)
        ('our-figures', 'imported', 'imported')
    """
    return re.sub("[^A-Za-z0-9]+", "-", Path(out or "").stem).strip("-") or "imported"


def _targets(out: str | None, evidence_out: str | None) -> dict[str, list[str]]:
    """Return the files that may be written, by the option that asks for them."""
    figures = [out] if out else []
    if out and out.endswith(".csv"):
        figures.append(f"{out.removesuffix('.csv')}.json")
    return {"--out": figures, "--evidence-out": [evidence_out] if evidence_out else []}


def _refuse_to_overwrite(
    files: Sequence[str], targets: Mapping[str, Iterable[str]], *, force: bool
) -> None:
    """Refuse files that would be written over.

    Raises:
        click.BadParameter: A file is one of those that are read, or named twice, or there already
            and *force* is not given.
    """
    seen = {Path(name).resolve(): "FILE" for name in files}
    for option, names in targets.items():
        for name in names:
            path = Path(name).resolve()
            if path in seen:
                _refuse(option, f"{visible(name)!r} is the same file as {seen[path]}")
            if path.exists() and not force:
                _refuse(option, f"{visible(name)!r} is there already; --force writes over it")
            seen[path] = option


def _refuse(option: str, problem: str) -> NoReturn:
    raise click.BadParameter(problem, param_hint=f"'{option}'")


def _made(imported: ImportedFiles) -> Iterator[Import]:
    """Yield what the reader made of each file."""
    return (file.made for file in imported.each if file.made is not None)


def _written(
    imported: ImportedFiles, out: str | None, evidence_out: str | None
) -> dict[Path, bytes]:
    """Return what is written of figures and evidence."""
    made: dict[Path, bytes] = {}
    merged = imported.merged
    if merged is None or merged.known is None:
        if out is not None:
            click.echo("The files hold no figures: nothing is written of them.", err=True)
    elif out is None:
        click.echo("Figures left out: --out says where to.", err=True)
    else:
        figures = figure_files(merged.known, merged.table, Path(out).as_posix())
        made |= {Path(name): data for name, data in figures.items()}
    evidence = [item for import_ in _made(imported) for item in import_.evidence]
    if evidence and evidence_out is None:
        click.echo(f"{len(evidence)} of evidence left out: --evidence-out says where to.", err=True)
    elif evidence:
        title = Text(default="Evidence that was imported")
        register = EvidenceRegister(id="imported", title=title, evidence=tuple(evidence))
        made[Path(str(evidence_out))] = dump(register)
    return made


def _reviews(imported: ImportedFiles, folder: str | None, *, force: bool) -> dict[Path, bytes]:
    """Return the reviews, each a file named for its id.

    Raises:
        click.BadParameter: Two have one id, or a file is there already and *force* is not given.
    """
    reviews = [review for import_ in _made(imported) for review in import_.reviews]
    if folder is None:
        if reviews:
            hint = "left out: --reviews-out says where to"
            click.echo(f"{len(reviews)} of reviews {hint}.", err=True)
        return {}
    made: dict[Path, bytes] = {}
    for review in reviews:
        path, data = Path(folder) / f"{review.id}.json", dump(review)
        if made.setdefault(path, data) != data:
            _refuse("--reviews-out", f"two reviews have the id {visible(review.id)!r}")
        if path.exists() and not force:
            name = visible(path.as_posix())
            _refuse("--reviews-out", f"{name!r} is there already; --force writes over it")
    if not reviews:
        click.echo("The files hold no reviews: nothing is written of them.", err=True)
    return made


def _refuse_clashes(reviews: Iterable[Path], others: Iterable[Path]) -> None:
    """Refuse reviews that would be written over what is read, or over what else is written."""
    taken = {path.resolve() for path in others}
    for path in reviews:
        if path.resolve() in taken:
            name = visible(path.as_posix())
            _refuse("--reviews-out", f"{name!r} is a file that is read or written already")


def _tell(files: Sequence[str], imported: ImportedFiles) -> None:
    """Say on standard error what became of the rows of each file."""
    for line in _told(files, imported):
        click.echo(line, err=True)


def _told(files: Sequence[str], imported: ImportedFiles) -> Iterable[str]:
    """Yield what became of the rows of each file, a line each."""
    for name, file in zip(files, imported.each, strict=True):
        account = Account(0, 0) if file.made is None else file.made.account
        rows = "row" if account.rows_read == 1 else "rows"
        sentence = f"{account.rows_read:,} {rows} read, {account.rows_used:,} used"
        yield f"{visible(name)}: {sentence}" if files[1:] else sentence
        for group in account.left_out:
            place = f"the first in row {group.first_row:,}"
            yield f"{group.rows:,} left out, {place}: {visible(group.reason)}"
