"""Our districts.

What it shows
    How many of each 100 plans came late, from the indicator of this plug-in, and then each priority
    with its district, the roles that lead it and the board paper by which it was chosen. Those for
    the whole area come first, then district by district. Marlbeck is a fictional council.

When it is left out
    No plan has a priority. Without the indicator, or without a figure of it, only the table is there.

Options
    ``show_figure``: whether the figure of late plans is shown; it is unless given.

Source
    Made up for this example. The district and the board paper are the extension `marlbeck` of a
    priority.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    Block,
    Cell,
    Paragraph,
    Priority,
    Section,
    SectionKind,
    SendframeError,
    Sentence,
    Table,
    hookimpl,
)
from sendframe.plugins.sections import (
    NOTHING,
    BuildContext,
    ProfileSection,
    joined,
    latest_text,
)

from .priority import MarlbeckPriority

__all__ = ["Options", "build"]

LATE = "marlbeck.late-plans-per-100"
WHOLE_AREA = "Whole area"
UNREADABLE = "District not readable"


@attrs.frozen
class Options:
    """Options of the section.

    Attributes:
        show_figure: Whether the figure of late plans is shown.
    """

    show_figure: bool = True


def build(context: BuildContext, section: ProfileSection, options: Options) -> Section | None:
    """Return the figure of late plans and the priorities by district."""
    rows = sorted(_rows(context), key=lambda row: (row[0].text != WHOLE_AREA, row[0].text))
    if not rows:
        return None
    columns = ("District", "Priority", "Led by", "Board paper")
    blocks: list[Block] = [*_figure(context)] if options.show_figure else []
    blocks.append(Table("Priorities by district", columns, tuple(rows)))
    return Section(section.id, context.words(section.title), tuple(blocks))


def _figure(context: BuildContext) -> Iterator[Paragraph]:
    """Yield the latest figure of late plans with its period, where there is one."""
    result = context.results.get(LATE)
    if result is not None and result.latest is not None:
        text = f"{result.title}: {latest_text(result, result.latest)}."
        yield Paragraph((Sentence(text, (result.latest.fact,)),))


def _rows(context: BuildContext) -> Iterator[tuple[Cell, ...]]:
    for plan in context.plans:
        for priority in plan.priorities:
            district, paper = _place(priority)
            leads = joined(lead.role for lead in priority.leads)
            yield (
                Cell(district),
                Cell(context.words(priority.heading)),
                Cell(leads or context.unknown),
                Cell(paper),
            )


def _place(priority: Priority) -> tuple[str, str]:
    """Return the district of a priority and its board paper."""
    try:
        extension = priority.extension(MarlbeckPriority)
    except SendframeError:  # made in Python; documents of a folder were validated
        return UNREADABLE, NOTHING
    if extension is None:
        return WHOLE_AREA, NOTHING
    return extension.district, extension.board_paper or NOTHING


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [
        SectionKind(
            "marlbeck.districts",
            "Late plans, and priorities by district",
            __doc__ or "",
            build,
            Options,
        )
    ]
