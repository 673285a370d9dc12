"""The section of strategies and other plans."""

from sendframe.model import ProfileSection, Strategy

from ._context import BuildContext
from ._phrase import NOTHING, joined
from ._report_model import Block, Bullets, Callout, Cell, Paragraph, Section, Sentence, Table

__all__ = ["period_and_status", "strategies"]


def strategies(context: BuildContext, section: ProfileSection) -> Section | None:
    """Return each plan with its vision, its co-production and its publications."""
    parts = tuple(_plan_section(context, plan, section.id) for plan in context.plans)
    if not parts:
        return None
    if len(parts) == 1:
        return Section(section.id, str(section.title), parts[0].blocks, parts[0].sections)
    return Section(section.id, str(section.title), (), parts)


def period_and_status(plan: Strategy) -> str:
    """Return the years a plan is for and its status."""
    period = f"{plan.period.starts} to {plan.period.ends}" if plan.period else "no period given"
    return f"{period}; status: {plan.status}"


def _plan_section(context: BuildContext, plan: Strategy, prefix: str) -> Section:
    title = context.words(plan.title)
    blocks: list[Block] = []
    sentences = [Sentence(f"{title}: {period_and_status(plan)}.")]
    if plan.extended_to:
        sentences.append(Sentence(f"Extended to {plan.extended_to}."))
    if plan.vision:
        quoted = plan.vision.wording == "verbatim"
        sentences.append(Sentence(context.words(plan.vision), quoted=quoted))
    blocks.append(Paragraph(tuple(sentences)))
    co_production = [
        Sentence(context.words(entry.statement), quoted=entry.statement.wording == "verbatim")
        if entry.statement
        else Sentence(f"{entry.level.capitalize()} with {joined(entry.with_whom)}.")
        for entry in plan.co_production
        if entry.statement or entry.with_whom
    ]
    if co_production:
        blocks.append(Bullets(tuple(co_production)))
    if plan.publications:
        blocks.append(_publications_table(context, plan))
    if plan.note:
        blocks.append(Callout("About this information", (Sentence(str(plan.note)),)))
    return Section(f"{prefix}-{plan.id}", title, tuple(blocks))


def _publications_table(context: BuildContext, plan: Strategy) -> Table:
    rows = tuple(
        (
            Cell(context.words(publication.title) if publication.title else publication.kind),
            Cell(publication.kind),
            Cell(publication.audience or NOTHING),
            Cell(publication.format or NOTHING),
        )
        for publication in plan.publications
    )
    caption = f"{context.words(plan.title)}: published as"
    return Table(caption, ("Publication", "Kind", "For", "Format"), rows)
