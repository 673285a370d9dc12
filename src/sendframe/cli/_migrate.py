"""``sendframe migrate``."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from sendframe.documents import Renewal, renewals, write_renewals
from sendframe.schemas import CURRENT

from ._escape import json_text, visible
from ._option import LIMIT, TEXT_OR_JSON
from ._output import EXIT_PROBLEM, handle_errors
from ._validate import limits_of

__all__ = ["migrate_command"]


@click.command("migrate")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if something would change.")
@click.option("--allow-loss", is_flag=True, help="Write even what says less than it did.")
@TEXT_OR_JSON
@LIMIT
@handle_errors
def migrate_command(
    paths: tuple[str, ...],
    check: bool,  # click gives it so
    allow_loss: bool,
    output_format: str,
    max_megabytes: int,
) -> int:
    """Write documents of an older version anew, in the current one.

    A PATH is a document, or a folder with a portfolio.json, all of whose documents are meant.
    All files are written or none is. Tables of figures are left as they are.
    """
    found = renewals(
        [Path(each) for each in paths], limits_of(max_megabytes), allow_loss=allow_loss
    )
    if not check:
        write_renewals(found)
    if output_format == "json":
        click.echo(json_text([_data(each) for each in found]), nl=False)
    else:
        for line in _text(found, check=check):
            click.echo(visible(line))
    return EXIT_PROBLEM if check and any(each.migrated for each in found) else 0


def _data(each: Renewal) -> dict[str, Any]:
    """Return what was done to a document, without any of its values."""
    changes = () if each.migrated is None else each.migrated.changes
    return {
        "file": each.file,
        "kind": each.kind,
        "from": CURRENT if each.migrated is None else each.migrated.version,
        "to": CURRENT,
        "changes": [
            {"action": one.action, "old": one.old, "new": one.new, "loss": one.loss}
            for one in changes
        ],
    }


def _text(found: tuple[Renewal, ...], *, check: bool) -> Iterator[str]:
    older = [(each.file, each.migrated) for each in found if each.migrated is not None]
    for file, migrated in older:
        yield f"{file}: {migrated.version} to {CURRENT}"
        for change in migrated.changes:
            yield f"  {change}"
    if older:
        count = f"{len(older)} document{'' if len(older) == 1 else 's'}"
        yield f"Would write {count}." if check else f"Wrote {count}."
    rest = len(found) - len(older)
    if rest:
        yield f"{rest} document{' is' if rest == 1 else 's are'} of version {CURRENT} already."
