"""``sendframe disclosure audit``."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from sendframe.api import PublicationAudit, audit_publications
from sendframe.documents import load_folder
from sendframe.plugins import Catalogue

from ._escape import json_text, visible
from ._option import AS_AT, LIMIT, PATH, TEXT_OR_JSON
from ._output import EXIT_PROBLEM, handle_errors
from ._validate import limits_of

__all__ = ["disclosure_command"]

FORMAT, VERSION = "sendframe disclosure audit", 1


@click.group("disclosure")
def disclosure_command() -> None:
    """Audit what was published for small counts that somebody can work out."""


@disclosure_command.command("audit")
@click.argument("files", metavar="FILES...", type=PATH, nargs=-1, required=True)
@click.option(
    "--portfolio",
    metavar="DIR",
    type=PATH,
    required=True,
    help="The portfolio that FILES were made from.",
)
@TEXT_OR_JSON
@AS_AT
@LIMIT
@handle_errors
def audit_command(
    files: tuple[str, ...],
    portfolio: str,
    output_format: str,
    as_at: datetime | None,
    max_megabytes: int,
) -> int:
    """List the small counts that somebody can work out who has FILES.

    FILES are what was published, of all editions and profiles: reports in JSON, HTML or CSV,
    evaluations, shown.json, figures, data packages, or folders of these. The numbers are read back from them,
    and an integer program asks for the smallest and the largest value of every protected count. The
    portfolio states what is counted, which sums there are and which counts are small. No count is
    printed; the list is internal all the same.

    It needs sendframe[audit]. Exit code 1 if a count that was not reported with the reports as
    given away can be worked out more closely than the policy allows.
    """
    catalogue = Catalogue.discover(third_party=True)
    limits = limits_of(max_megabytes)
    loaded = load_folder(Path(portfolio), limits, lambda: catalogue.library)
    day = None if as_at is None else as_at.date()
    result = audit_publications(loaded, files, as_at=day, limits=limits)
    audit = result.audit
    if output_format == "json":
        data = {
            "format": FORMAT,
            "version": VERSION,
            "files": result.files,
            "figures": result.figures,
            "protected": audit.protected,
            "width": audit.width,
            "narrow": [
                {"cell": each.cell, "values": each.values, "without_proof": each.without_proof}
                for each in audit.narrow
            ],
            "undecided": audit.undecided,
            "not_held": result.not_held,
        }
        click.echo(json_text(data), nl=False)
    else:
        for line in _lines(result):
            click.echo(visible(line))
    for name in result.not_held:
        click.echo(visible(f"not audited, no figure of the portfolio on its day: {name}"), err=True)
    return EXIT_PROBLEM if audit.unexpected or audit.undecided else 0


def _lines(result: PublicationAudit) -> Iterator[str]:
    audit = result.audit
    for count in audit.narrow:
        found = "exactly" if count.values == 1 else f"as one of {count.values} values"
        told = " (reported when it was published)" if count.without_proof else ""
        yield f"can be worked out {found}: {count.cell}{told}"
    for cell in audit.undecided:
        yield f"not decided in time: {cell}"
    exact = sum(count.values == 1 for count in audit.unexpected)
    told_number = len(audit.narrow) - len(audit.unexpected)
    yield (
        f"Small counts: {audit.protected:,}; printed figures: {result.figures:,}; files and "
        f"editions: {result.files:,}. Worked out exactly: {exact:,}; more closely than "
        f"{audit.width + 1} values: {len(audit.unexpected) - exact:,}; reported as without proof "
        f"when they were published: {told_number:,}."
    )
