"""The priorities of the strategies in force beside each other, for a plan on a page.

What it shows
    A column for each priority: why it matters, outcomes, commitments, how far the first measure has
    come, and who leads. A commitment without an action says so.

What it needs
    Strategies in force that have priorities.

Where that is missing
    The section is left out, and so is each line without words.
"""

from sendframe.plugins import (
    Block,
    Bullets,
    Column,
    Columns,
    NoOptions,
    Paragraph,
    Priority,
    Section,
    SectionKind,
    Sentence,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    ended,
    main_plans,
    measures_of,
    path_chart,
    people_text,
    section_of,
)

_BESIDE = 3
"""So many priorities stand beside each other."""


def build(context: BuildContext, section: ProfileSection, options: NoOptions) -> Section | None:  # noqa: ARG001  # none to choose
    """Return rows of columns; None without priorities."""
    columns = [
        _column(context, section.id, priority)
        for plan in main_plans(context)
        for priority in sorted(plan.priorities, key=lambda item: (item.order, item.id))
    ]
    rows = [columns[start : start + _BESIDE] for start in range(0, len(columns), _BESIDE)]
    blocks = [Columns(tuple(row), boxed=True) for row in rows]
    return section_of(context, section, blocks)


def _column(context: BuildContext, prefix: str, priority: Priority) -> Column:
    blocks: list[Block] = []
    lines = [priority.statement] if priority.title and priority.statement else []
    lines += [priority.why_it_matters] if priority.why_it_matters else []
    if lines:
        blocks.append(Paragraph(tuple(Sentence(ended(context.words(text))) for text in lines)))
    if priority.outcomes:
        outcomes = (Sentence(f"“{context.words(item.statement)}”") for item in priority.outcomes)
        blocks.append(Paragraph(tuple(outcomes)))
    nothing = "" if context.is_partial else _("No action yet.")
    if priority.commitments:
        blocks.append(Paragraph((Sentence("", label=_("What we will do")),)))
        blocks.append(
            Bullets(
                tuple(
                    Sentence(
                        context.words(item.statement), note=nothing if not item.actions else ""
                    )
                    for item in priority.commitments
                )
            )
        )
    for measure in measures_of(context, priority):
        chart = path_chart(context, measure, f"{prefix}-{priority.id}")
        words = Sentence(ended(context.words(measure.statement)), label=_("How we will know:"))
        blocks.append(chart or Paragraph((words,)))
        break
    leads = people_text(context, priority.leads, names_roles=False)
    if leads:
        blocks.append(Paragraph((Sentence(f"{leads}.", label=_("Lead:")),)))
    title = f"{priority.order}. {context.words(priority.heading)}"
    picture = context.picture_of(priority.heading) or context.picture_of(priority.statement)
    return Column(title, tuple(blocks), picture=picture)


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    title = "Priorities beside each other"
    return [SectionKind("priority-columns", title, __doc__ or "", build)]
