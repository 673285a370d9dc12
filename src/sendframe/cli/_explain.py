"""``sendframe explain``."""

from typing import Any

import click

from sendframe.errors import MANUALS, RETIRED_CODES, UnknownName

from ._output import handle_errors

__all__ = ["explain_command"]


@click.command("explain")
@click.argument("code")
@handle_errors
def explain_command(code: str) -> int:
    """Print the manual of a code, such as SFR101, of a rule, a section or a format."""
    wanted = code.upper()
    if wanted in RETIRED_CODES:
        click.echo(f"{wanted} is no longer used. The code is now {RETIRED_CODES[wanted]}.\n")
        code = wanted = RETIRED_CODES[wanted]
    if wanted in MANUALS:
        click.echo(str(MANUALS[wanted]), nl=False)
        return 0
    from sendframe.plugins import Catalogue, Provided  # only for codes of plug-ins

    catalogue = Catalogue.discover()
    offered: dict[str, Provided[Any]] = {
        **catalogue.checks,
        **catalogue.indicators,
        **catalogue.readers,
        **catalogue.scoring_rules,
        **catalogue.sections,
        **catalogue.renderers,
    }
    contribution = offered.get(code) or offered.get(wanted)
    if contribution is None:
        raise UnknownName(
            "code, rule, section or format", code, tuple(sorted({*MANUALS, *offered}))
        )
    record = contribution.record
    manual = record.manual.strip() or record.title  # python -OO leaves docstrings out
    click.echo(f"{record.id}: {manual}\n\nFrom {contribution.made_by}.")
    return 0
