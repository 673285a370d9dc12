"""Priority in a district that is not known.

What it checks
    Each priority that says which district it is for names one of the districts of Marlbeck, a
    fictional council.

    It does not find priorities that name no district.

Why it matters
    Figures and meetings go by district. A priority for a district that is spelt otherwise is
    missed when somebody gathers what is planned for theirs.

Example:
    A priority with `"extensions": {"marlbeck": {"district": "Midle Vale"}}`.

How to put it right
    Write the district as the council does. Where districts were drawn anew, list them under the
    option.

Options
    `districts`: names of all districts; those of Marlbeck unless given.

Source
    Made up for this example.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import Check, CheckContext, Diagnostic, SendframeError, hookimpl

from .priority import MarlbeckPriority

__all__ = ["Options"]


@attrs.frozen
class Options:
    """Options of the check.

    Attributes:
        districts: Names of all districts.
    """

    districts: tuple[str, ...] = ("Marlside", "Middle Vale", "North Edge")


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the diagnostics of the check."""
    known = context.chosen(Options).districts
    for priority in context.priorities:
        try:
            extension = priority.extension(MarlbeckPriority)
        except SendframeError:  # made in Python; documents of a folder were validated
            yield context.diagnostic(
                f"what '{priority.id}' keeps under 'marlbeck' is not what belongs there",
                at=priority,
                about=priority.id,
                help="See the document marlbeck.extension.",
            )
            continue
        if extension is not None and extension.district not in known:
            yield context.diagnostic(
                f"the priority '{priority.id}' is for a district that is not known",
                at=priority,
                about=priority.id,
                help=f"There are: {', '.join(sorted(known)) or 'none'}.",
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "marlbeck.known-district",
            "Priority in a district that is not known",
            __doc__ or "",
            run,
            severity="warning",
            options=Options,
        )
    ]
