"""``sendframe explain``."""

import click

from sendframe.errors import MANUALS, UnknownName

from ._show import guarded

__all__ = ["explain"]


@click.command()
@click.argument("code")
@guarded
def explain(code: str) -> int:
    """Print the manual of a code, such as SFR101, or of a scoring rule."""
    wanted = code.upper()
    if wanted in MANUALS:
        click.echo(str(MANUALS[wanted]), nl=False)
        return 0
    from sendframe.plugins import Catalogue  # noqa: PLC0415  # only for what plug-ins bring

    catalogue = Catalogue.discover()
    if wanted in catalogue.checks:
        check = catalogue.checks[wanted]
        click.echo(f"{wanted}: {check.record.manual.strip()}\n\nFrom {check.made_by}.")
        return 0
    if code in catalogue.scoring_rules:
        rule = catalogue.scoring_rules[code]
        click.echo(f"{code}: {rule.record.manual.strip()}\n\nFrom {rule.made_by}.")
        return 0
    known = (*MANUALS, *catalogue.checks, *catalogue.scoring_rules)
    raise UnknownName("code or rule", code, tuple(sorted(known)))
