"""The section of strategies and other plans."""

from sendframe.model import ProfileSection, Strategy

from ._context import BuildContext
from ._phrase import NOTHING, joined
from ._report_model import Block, Bullets, Callout, Cell, Paragraph, Section, Sentence, Table

__all__ = ["period_and_status", "strategies"]


def strategies(context: BuildContext, section: ProfileSection) -> Section | None:
    """Return each plan with its vision, its co-production and its publications."""
    if not context.plans:
        return None
    if len(context.plans) == 1:
        (plan,) = context.plans
        lead = f"{context.words(plan.title)}. {period_and_status(plan)}"
        return Section(section.id, str(section.title), _plan_blocks(context, plan, lead))
    parts = tuple(
        Section(
            f"{section.id}-{plan.id}",
            context.words(plan.title),
            _plan_blocks(context, plan, period_and_status(plan)),
        )
        for plan in context.plans
    )
    return Section(section.id, str(section.title), (), parts)


def period_and_status(plan: Strategy) -> str:
    """Return the period of a plan, if it has one, and its status, as a sentence."""
    if plan.period is None:
        return f"Status: {plan.status}."
    text = f"{plan.period.starts} to {plan.period.ends}; status: {plan.status}."
    return text[:1].upper() + text[1:]


def _plan_blocks(context: BuildContext, plan: Strategy, lead: str) -> tuple[Block, ...]:
    """Return lead, vision, co-production, publications and note of a plan."""
    blocks: list[Block] = []
    sentences = [Sentence(lead)]
    if plan.extended_to:
        sentences.append(Sentence(f"Extended to {plan.extended_to}."))
    if plan.vision:
        quoted = plan.wording_of(plan.vision) == "verbatim"
        sentences.append(Sentence(context.words(plan.vision), quoted=quoted))
    blocks.append(Paragraph(tuple(sentences)))
    co_production = [
        Sentence(
            context.words(entry.statement), quoted=plan.wording_of(entry.statement) == "verbatim"
        )
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
    return tuple(blocks)


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
