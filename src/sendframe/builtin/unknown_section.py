"""Unknown kind of section.

What it checks
    Every section of a profile in the portfolio has a kind that exists: one of sendframe's own, or of
    a plug-in that the portfolio names.

    It does not find sections of a kind that exists that have nothing to print.

Why it matters
    A report with a section of an unknown kind is refused, and would be missed on the day it is due.

Example:
    A profile with a section of the kind `kpi-table`.

How to put it right
    Choose one of the kinds that the diagnostic lists, name the plug-in that brings the kind under
    `plugins` of `portfolio.json`, or remove the section.

Source
    The reports of sendframe: what a profile may contain.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, Profile, hookimpl
from sendframe.plugins import gettext as _


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each section of an unknown kind."""
    for profile in context.portfolio.of(Profile):
        for section in profile.sections:
            if section.kind not in context.section_kinds:
                yield context.diagnostic(
                    _(
                        "no kind of section is called '{kind}', which the profile '{id}' names",
                        kind=section.kind,
                        id=profile.id,
                    ),
                    at=section,
                    about=profile.id,
                    help=f"There are: {', '.join(context.section_kinds) or 'none'}.",
                )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR214",
            "Unknown kind of section",
            __doc__ or "",
            run,
            severity="error",
            asks=False,
        )
    ]
