"""``sendframe import``."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

import click

from sendframe.api import ImportedFiles, dump, figure_files, read_files
from sendframe.documents import write_all
from sendframe.model import EvidenceRegister, Text
from sendframe.plugins import Account, Catalogue

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
    required=True,
    metavar="FILE",
    help="Where the figures are written: a table with the ending .csv and, beside it, the "
    "document that names it; or all of it in one document.",
)
@click.option("--evidence-out", metavar="FILE", help="Where other evidence is written.")
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
    out: str,
    evidence_out: str | None,
    pairs: tuple[str, ...],
    force: bool,
    debug: bool,
) -> int:
    """Turn each FILE, as somebody publishes it, into figures of a portfolio.

    What became of its rows is told. Where the reader finds an error, nothing is written.
    """
    options = reader_options(pairs)
    _refuse_to_overwrite(files, _targets(out, evidence_out), force=force)
    catalogue = Catalogue.discover(debug=debug)
    with progress(_bytes(files), "Reading") as step:
        found = read_files(
            files, reader, id=_id_of(out), options=options, catalogue=catalogue, watch=step
        )
    for failure in found.failures:
        click.echo(f"failed: {visible(str(failure))}", err=True)
    if found.diagnostics:
        show(found.diagnostics, Display())
    if found.failures:
        return EXIT_PLUGIN
    if found.merged is None:
        return EXIT_FOUND
    for path in write_all(_written(found, out, evidence_out)):
        click.echo(visible(path.as_posix()))
    for line in _told(files, found):
        click.echo(line, err=True)
    return 0


def _bytes(files: Iterable[str]) -> int:
    """Return how many bytes there are to be read, as far as that is known."""
    paths = map(Path, files)
    return sum(each.stat().st_size for each in paths if each.is_file())


def _id_of(out: str) -> str:
    """Return the id that figures of several files are given.

    Examples:
        >>> _id_of("figures/our figures.csv"), _id_of("?.csv")
        ('our-figures', 'imported')
    """
    return re.sub("[^A-Za-z0-9]+", "-", Path(out).stem).strip("-") or "imported"


def _targets(out: str, evidence_out: str | None) -> dict[str, list[str]]:
    """Return the files that may be written, by the option that asks for them."""
    figures = [out]
    if out.endswith(".csv"):
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
    seen = {Path(each).resolve(): "FILE" for each in files}
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


def _written(found: ImportedFiles, out: str, evidence_out: str | None) -> dict[Path, bytes]:
    """Return what is written: figures and evidence, both or neither."""
    made: dict[Path, bytes] = {}
    merged = found.merged
    if merged is None or merged.known is None:
        click.echo("The files hold no figures: nothing is written of them.", err=True)
    else:
        figures = figure_files(merged.known, merged.table, Path(out).as_posix())
        made |= {Path(name): data for name, data in figures.items()}
    evidence = [one for each in found.each if each.made for one in each.made.evidence]
    if evidence and evidence_out is None:
        click.echo(f"{len(evidence)} of evidence left out: --evidence-out says where to.", err=True)
    elif evidence:
        title = Text(default="Evidence that was imported")
        register = EvidenceRegister(id="imported", title=title, evidence=tuple(evidence))
        made[Path(str(evidence_out))] = dump(register)
    return made


def _told(files: Sequence[str], found: ImportedFiles) -> Iterable[str]:
    """Yield what became of the rows of each file, a line each."""
    for name, each in zip(files, found.each, strict=True):
        account = Account(0, 0) if each.made is None else each.made.account
        rows = "row" if account.rows_read == 1 else "rows"
        said = f"{account.rows_read:,} {rows} read, {account.rows_used:,} used"
        yield f"{visible(name)}: {said}" if files[1:] else said
        for one in account.left_out:
            place = f"the first in row {one.first_row:,}"
            yield f"{one.rows:,} left out, {place}: {visible(one.reason)}"
