"""How the strategies in force were made, how their people work, and who checks.

What it shows
    Principles; how the plan was made with others and what an asking changed; how it is watched;
    the bodies that check, with what they do and who chairs them.

What it needs
    Strategies in force or governance documents that say so.

Where that is missing
    Each line without words is left out, and without any the section.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    Bullets,
    Governance,
    Paragraph,
    Section,
    SectionKind,
    Sentence,
    Strategy,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import BuildContext, ProfileSection, main_plans, section_of


@attrs.frozen
class Parts:
    """What the section holds.

    Attributes:
        made: Whether it says how the plans were made.
        works: Whether it says how people work, and how progress is watched.
        checks: Whether it says which bodies check.
        approved: Whether it says who agreed to the plans, and when.
    """

    made: bool = True
    works: bool = True
    checks: bool = False
    approved: bool = False


def build(context: BuildContext, section: ProfileSection, options: Parts) -> Section | None:
    """Return what the documents say of it; None where they say nothing."""
    items: list[Sentence] = []
    for plan in main_plans(context):
        if options.works:
            items += [Sentence(context.marked_words(item.statement)) for item in plan.principles]
            if plan.monitoring_approach:
                items.append(Sentence(context.marked_words(plan.monitoring_approach)))
        if options.made:
            items += _made(context, plan)
        if options.approved:
            items += _approved(context, plan)
    if options.checks:
        items += _checks(context)
    blocks = (Bullets(tuple(items)) if len(items) > 1 else Paragraph(tuple(items)),)
    return section_of(context, section, blocks if items else ())


def _made(context: BuildContext, plan: Strategy) -> Iterator[Sentence]:
    for part in plan.co_production:
        if part.statement:
            yield Sentence(context.marked_words(part.statement))
    for asked in plan.consultations:
        if asked.what_changed:
            hidden = asked.responses is None or context.disclosed.policy.is_small(asked.responses)
            answers = (
                ""
                if hidden
                else _("{responses} people answered.", responses=format(asked.responses, ","))
            )
            yield Sentence(f"{answers} {context.marked_words(asked.what_changed)}".lstrip())


def _approved(context: BuildContext, plan: Strategy) -> Iterator[Sentence]:
    for approval in plan.approvals:
        if approval.body in context.bodies:
            when = f" {approval.on.phrase}" if approval.on else ""
            yield Sentence(f"{context.bodies[approval.body]}{when}.", label=_("Agreed by:"))


def _checks(context: BuildContext) -> Iterator[Sentence]:
    """Yield each body with a purpose, who chairs it, and which sectors its members come from."""
    for document in context.portfolio.of(Governance):
        for body in document.bodies:
            if body.purpose is not None:
                apart = body.chair_is_independent and "independent" not in (body.chair or "")
                chair = body.chair or ""
                if chair and apart:
                    chair = _("{chair} (independent)", chair=chair)
                members = "; ".join(group.sector for group in body.membership)
                parts = ((_("Chair"), chair), (_("Members"), members))
                note = " ".join(f"{name}: {words}." for name, words in parts if words)
                yield Sentence(context.marked_words(body.purpose), label=f"{body.name}:", note=note)


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("how-we-work", "How we work, and who checks", __doc__ or "", build, Parts)]
