"""``sendframe import``."""

from pathlib import Path

import click

from sendframe.api import dump, read_file
from sendframe.documents import write_all
from sendframe.model import EvidenceRegister, Text
from sendframe.plugins import Account, Catalogue, Import

from ._escape import visible
from ._show import EXIT_FOUND, Display, guarded, show, show_failures

__all__ = ["import_"]


@click.command("import")
@click.argument("file", metavar="FILE")
@click.option("--reader", required=True, metavar="ID", help="The reader; see `plugins list`.")
@click.option("--out", required=True, metavar="FILE", help="Where the figures are written.")
@click.option("--evidence-out", metavar="FILE", help="Where other evidence is written.")
@click.option(
    "--debug",
    is_flag=True,
    help="Print a failing reader's own error, which may hold data of the file.",
)
@guarded
def import_(file: str, reader: str, out: str, evidence_out: str | None, debug: bool) -> int:
    """Turn FILE, as somebody publishes it, into figures of a portfolio.

    What became of its rows is told. Where the reader finds an error, nothing is written.
    """
    found = read_file(file, reader, catalogue=Catalogue.discover(debug=debug))
    if found.made is None:
        return show_failures(found.failures)
    made = found.made
    if made.diagnostics:
        show(made.diagnostics, Display())
    if any(each.severity == "error" for each in made.diagnostics):
        return EXIT_FOUND
    _write(made, out, evidence_out)
    for line in _told(made.account):
        click.echo(line, err=True)
    return 0


def _write(made: Import, out: str, evidence_out: str | None) -> None:
    """Write figures and evidence, both or neither."""
    files: dict[Path, bytes] = {}
    if made.observations is None:
        click.echo("The file holds no figures: nothing is written of them.", err=True)
    else:
        files[Path(out)] = dump(made.observations)
    if made.evidence and evidence_out is None:
        count = len(made.evidence)
        click.echo(f"{count} of evidence left out: --evidence-out says where to.", err=True)
    elif made.evidence:
        title = Text(default="Evidence that was imported")
        register = EvidenceRegister(id="imported", title=title, evidence=made.evidence)
        files[Path(str(evidence_out))] = dump(register)
    for path in write_all(files):
        click.echo(visible(path.as_posix()))


def _told(account: Account) -> list[str]:
    """Return what became of the rows, a line each."""
    lines = [f"{account.rows_read:,} rows read, {account.rows_used:,} used"]
    lines += [
        f"{each.rows:,} left out, the first in row {each.first_row:,}: {visible(each.reason)}"
        for each in account.left_out
    ]
    return lines
