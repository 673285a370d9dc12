"""Workstreams of the plans in force.

What it shows
    Each workstream with who leads it, the group that does it, and its actions.

What it needs
    Workstreams in a plan in force.

Where that is missing
    The section is left out.
"""

import attrs

from sendframe.plugins import Cell, Section, SectionKind, Table, hookimpl
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    action_name,
    people_text,
    plans_in_force,
    section_of,
)


@attrs.frozen
class Names:
    """Who is named.

    Attributes:
        names_roles: Whether roles below director level are named, and not only their bodies.
    """

    names_roles: bool = False


def build(context: BuildContext, section: ProfileSection, options: Names) -> Section | None:
    """Return a table of workstreams; None without any."""
    rows = tuple(
        (
            Cell(context.words(stream.title)),
            Cell(people_text(context, stream.leads, names_roles=options.names_roles)),
            Cell(context.bodies.get(stream.delivery_group or "", "")),
            Cell(
                more=tuple(
                    Cell(action_name(context, context.actions[id_]))
                    for id_ in stream.actions
                    if id_ in context.actions
                )
            ),
        )
        for plan in plans_in_force(context)
        for stream in plan.workstreams
    )
    if not rows:
        return None
    heads = (_("Workstream"), _("Led by"), _("Done by"), _("Actions"))
    table = Table(context.words(section.title), heads, rows, hides_caption=True)
    return section_of(context, section, [table])


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("workstreams", "Workstreams", __doc__ or "", build, Names)]
