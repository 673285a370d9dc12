"""``sendframe import``."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

import click

from sendframe.api import dump, read_file
from sendframe.documents import write_all
from sendframe.model import EvidenceRegister, FrozenMap, Json, Text, freeze
from sendframe.plugins import Account, Catalogue, Import

from ._escape import visible
from ._show import EXIT_FOUND, EXIT_PLUGIN, Display, guarded, show

__all__ = ["import_"]


@click.command("import")
@click.argument("file", metavar="FILE")
@click.option("--reader", required=True, metavar="ID", help="The reader; see `plugins list`.")
@click.option("--out", required=True, metavar="FILE", help="Where the figures are written.")
@click.option("--evidence-out", metavar="FILE", help="Where other evidence is written.")
@click.option(
    "--option",
    "pairs",
    multiple=True,
    metavar="NAME=VALUE",
    help="An option of the reader; VALUE is JSON, or else text. May be given several times.",
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
    file: str,
    reader: str,
    out: str,
    evidence_out: str | None,
    pairs: tuple[str, ...],
    force: bool,
    debug: bool,
) -> int:
    """Turn FILE, as somebody publishes it, into figures of a portfolio.

    What became of its rows is told. Where the reader finds an error, nothing is written.
    """
    options = _options(pairs)
    _refuse_to_overwrite(file, {"--out": out, "--evidence-out": evidence_out}, force=force)
    found = read_file(file, reader, options=options, catalogue=Catalogue.discover(debug=debug))
    if found.made is None:
        for each in found.failures:
            click.echo(f"failed: {visible(str(each))}", err=True)
        return EXIT_PLUGIN
    made = found.made
    if made.diagnostics:
        show(made.diagnostics, Display())
    if any(each.severity == "error" for each in made.diagnostics):
        return EXIT_FOUND
    _write(made, out, evidence_out)
    for line in _told(made.account):
        click.echo(line, err=True)
    return 0


def _options(pairs: Iterable[str]) -> FrozenMap[Json]:
    """Return the options of a reader from ``NAME=VALUE``.

    Raises:
        click.BadParameter: One has no name or no ``=``, or a name is given twice.
    """
    found: dict[str, Json] = {}
    for each in pairs:
        name, equals, value = each.partition("=")
        if not name or not equals:
            _refuse("--option", f"{visible(each)!r} is not NAME=VALUE")
        if name in found:
            _refuse("--option", f"{visible(name)!r} is given twice")
        found[name] = _value(value)
    return FrozenMap(found)


def _value(text: str) -> Json:
    """Return a value as JSON where it is JSON, else as the text it is.

    Examples:
        >>> [_value(each) for each in ("2024", "true", "a b", '"2024"', "NaN")]
        [2024, True, 'a b', '2024', 'NaN']
    """
    try:
        value: Any = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return text
    return freeze(value)


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)


def _refuse_to_overwrite(file: str, written: dict[str, str | None], *, force: bool) -> None:
    """Refuse files that would be written over.

    Raises:
        click.BadParameter: A file is that which is read, or named twice, or there already and
            *force* is not given.
    """
    seen = {Path(file).resolve(): "FILE"}
    for option, name in written.items():
        if name is None:
            continue
        path = Path(name).resolve()
        if path in seen:
            _refuse(option, f"{visible(name)!r} is the same file as {seen[path]}")
        if path.exists() and not force:
            _refuse(option, f"{visible(name)!r} is there already; --force writes over it")
        seen[path] = option


def _refuse(option: str, problem: str) -> NoReturn:
    raise click.BadParameter(problem, param_hint=f"'{option}'")


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
    rows = "row" if account.rows_read == 1 else "rows"
    lines = [f"{account.rows_read:,} {rows} read, {account.rows_used:,} used"]
    lines += [
        f"{each.rows:,} left out, the first in row {each.first_row:,}: {visible(each.reason)}"
        for each in account.left_out
    ]
    return lines
