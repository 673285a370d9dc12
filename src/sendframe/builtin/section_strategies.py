"""Strategies.

What it shows
    Each plan in force with its period and status, its vision, how it was co-produced, what
    was published of it, and the note about it. A single
    plan has no heading of its own. Plans that are over are a line each, with what followed.

When it is left out
    No document is a plan.

Source
    The strategies of the portfolio.
"""

from collections.abc import Iterator

from sendframe.plugins import (
    N_,
    Block,
    Bullets,
    Callout,
    Cell,
    Paragraph,
    Section,
    SectionKind,
    Sentence,
    Strategy,
    Table,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    NOTHING,
    BuildContext,
    ProfileSection,
    is_over,
    joined,
    period_and_status,
    plans_in_force,
    section_of,
    words_of_code,
)

_FORMATS = {"html": N_("web page"), "pdf": N_("PDF")}


def build(context: BuildContext, section: ProfileSection, options: object) -> Section | None:
    """Return each plan with its vision, its co-production and its publications."""
    del options
    plans = plans_in_force(context)
    earlier = tuple(_earlier(context))
    blocks: tuple[Block, ...] = ()
    parts: tuple[Section, ...] = ()
    if len(plans) == 1:
        lead = f"{context.words(plans[0].title)}. {period_and_status(plans[0])}"
        blocks = _plan_blocks(context, plans[0], lead)
    else:
        parts = tuple(
            Section(
                f"{section.id}-{plan.id}",
                context.words(plan.title),
                _plan_blocks(context, plan, period_and_status(plan)),
            )
            for plan in plans
        )
    if earlier:
        parts += (Section(f"{section.id}-earlier-plans", _("Earlier plans"), (Bullets(earlier),)),)
    return section_of(context, section, blocks, sections=parts)


def _earlier(context: BuildContext) -> Iterator[Sentence]:
    """Yield a line for each plan that is over, with what followed it."""
    names = {plan.id: context.words(plan.title) for plan in context.plans}
    for plan in context.plans:
        if is_over(plan):
            following = [
                names[relation.strategy]
                for relation in plan.relations
                if relation.kind == "superseded-by" and relation.strategy in names
            ]
            following += [
                names[other.id]
                for other in context.plans
                for relation in other.relations
                if relation.kind == "supersedes" and relation.strategy == plan.id
            ]
            followed = joined(dict.fromkeys(following))
            note = _("Followed by {followed}.", followed=followed) if followed else ""
            yield Sentence(f"{names[plan.id]}.", note=note)


def _plan_blocks(context: BuildContext, plan: Strategy, lead: str) -> tuple[Block, ...]:
    """Return lead, vision, co-production, publications and note of a plan."""
    blocks: list[Block] = []
    sentences = [Sentence(lead)]
    if plan.extended_to:
        sentences.append(Sentence(_("Extended to {extended_to}.", extended_to=plan.extended_to)))
    if plan.vision:
        quoted = plan.wording_of(plan.vision) == "verbatim"
        sentences.append(Sentence(context.words(plan.vision), quoted=quoted))
    blocks.append(Paragraph(tuple(sentences)))
    if plan.introduction:
        blocks.append(Paragraph((Sentence(context.words(plan.introduction)),)))
    co_production = tuple(_co_production(context, plan))
    if co_production:
        blocks.append(Bullets(co_production))
    made = tuple(_how_it_was_made(context, plan))
    if made:
        blocks.append(Bullets(made))
    reasons = tuple(_contents(context, plan))
    if reasons:
        blocks.append(Bullets(reasons))
    if plan.publications:
        blocks.append(_publications(context, plan))
    if plan.note:
        blocks.append(Callout(_("About this information"), (Sentence(str(plan.note)),)))
    return tuple(blocks)


def _co_production(context: BuildContext, plan: Strategy) -> Iterator[Sentence]:
    """Yield how a plan was made with others, in its own words where it has them."""
    for entry in plan.co_production:
        if entry.statement:
            quoted = plan.wording_of(entry.statement) == "verbatim"
            yield Sentence(context.words(entry.statement), quoted=quoted)
        elif entry.with_whom:
            yield Sentence(
                _(
                    "{level} with {with_whom}.",
                    level=entry.level.capitalize(),
                    with_whom=joined(entry.with_whom),
                )
            )


def _how_it_was_made(context: BuildContext, plan: Strategy) -> Iterator[Sentence]:
    """Yield consultations, assessments and approvals."""
    for asked in plan.consultations:
        title = context.words(asked.title) if asked.title else ""
        number = (
            ""
            if asked.responses is None
            else _("{responses} responses.", responses=format(asked.responses, ","))
        )
        text = " ".join(filter(None, (title, number)))
        if text:
            yield Sentence(text, label=_("Consultation:"))
        if asked.what_changed:
            yield Sentence(
                context.words(asked.what_changed), label=_("What changed because of it:")
            )
    for assessment in plan.assessments:
        if assessment.what_changed:
            kind = words_of_code(assessment.kind)
            label = _("What changed after the assessment of {kind}:", kind=kind)
            yield Sentence(context.words(assessment.what_changed), label=label)
    for approval in plan.approvals:
        if approval.body in context.bodies:
            when = f" {approval.on.phrase}" if approval.on else ""
            yield Sentence(f"{context.bodies[approval.body]}{when}.", label=_("Agreed by:"))


def _contents(context: BuildContext, plan: Strategy) -> Iterator[Sentence]:
    """Yield reasons, principles, monitoring, and what hangs on the plan itself."""
    parts = (
        (_("Why:"), plan.rationale),
        (_("How we work:"), plan.principles),
        (_("Outcome:"), plan.outcomes),
        (_("Aim:"), plan.aims),
    )
    for label, members in parts:
        for member in members:
            quoted = plan.wording_of(member.statement) == "verbatim"
            yield Sentence(context.words(member.statement), label=label, quoted=quoted)
    for commitment in plan.commitments:
        yield Sentence(context.words(commitment.statement), label=_("Commitment:"))
        if commitment.difference:
            yield Sentence(context.words(commitment.difference), label=_("The difference:"))
    if plan.monitoring_approach:
        quoted = plan.wording_of(plan.monitoring_approach) == "verbatim"
        text = context.words(plan.monitoring_approach)
        yield Sentence(text, label=_("How progress is watched:"), quoted=quoted)
    for relation in plan.relations:
        if relation.title:
            kind = words_of_code(relation.kind).capitalize()
            yield Sentence(f"{relation.title}.", label=f"{kind}:")
    for source in plan.related_documents:
        yield Sentence(f"{source.title}.", label=_("See also:"))


def _publications(context: BuildContext, plan: Strategy) -> Table:
    """Return the forms in which a plan is published, and who they are for."""
    rows = tuple(
        (
            Cell(
                context.words(publication.title) if publication.title else _words(publication.kind),
                note=publication.link or "",
            ),
            Cell(_words(publication.audience or "") or NOTHING),
            Cell(_words(publication.format or "") or NOTHING),
        )
        for publication in plan.publications
    )
    caption = _("{title}: published as", title=context.words(plan.title))
    return Table(caption, (_("Publication"), _("For"), _("Format")), rows)


def _words(code: str) -> str:
    """Return a code, such as ``deaf-people``, as words."""
    return _(_FORMATS.get(code, "")) or words_of_code(code)


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("strategies", "Strategies and other plans", __doc__ or "", build)]
