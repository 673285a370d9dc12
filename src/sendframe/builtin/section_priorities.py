"""Priorities of the plans in force.

What it shows
    Each priority with its own words, why it matters, who leads it, outcomes, aims, what people said
    who agreed to that, and commitments with their actions and the state of each.

What it needs
    Plans in force that have priorities.

Where that is missing
    The section is left out, and so is each line without words.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    Block,
    Bullets,
    Commitment,
    Paragraph,
    Priority,
    Section,
    SectionKind,
    Sentence,
    Strategy,
    Voice,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    action_leads_text,
    action_name,
    people_text,
    plans_in_force,
    section_of,
    state_of,
    voice_sentence,
)

_LONGEST_HEADING = 120


@attrs.frozen
class Names:
    """Who is named.

    Attributes:
        names_roles: Whether roles below director level are named, and not only their bodies.
    """

    names_roles: bool = False


def build(context: BuildContext, section: ProfileSection, options: Names) -> Section | None:
    """Return a part for each plan in force with a part for each priority."""
    parts = []
    for plan in plans_in_force(context):
        ordered = sorted(plan.priorities, key=lambda priority: (priority.order, priority.id))
        own = tuple(
            _part(context, section.id, plan, priority, names_roles=options.names_roles)
            for priority in ordered
        )
        if own:
            title = context.words(plan.title)
            if plan.status == "draft":
                title = _("{title} (draft)", title=title)
            parts.append(Section(f"{section.id}-{plan.id}", title, (), own))
    below = parts[0].sections if len(parts) == 1 else parts
    return section_of(context, section, [], sections=below)


def _part(
    context: BuildContext, prefix: str, plan: Strategy, priority: Priority, *, names_roles: bool
) -> Section:
    blocks: list[Block] = []
    name = f"{priority.label[:1].upper()}{priority.label[1:]} {priority.order}"
    words = context.words(priority.heading)
    if len(words) <= _LONGEST_HEADING:
        quoted = priority.title is None and plan.wording_of(priority.heading) == "verbatim"
        name = f"{name}: {f'“{words}”' if quoted else words.rstrip('.')}"
    statement = priority.statement
    if statement and (priority.title or len(words) > _LONGEST_HEADING):
        verbatim = plan.wording_of(statement) == "verbatim"
        blocks.append(Paragraph((Sentence(context.words(statement), quoted=verbatim),)))
    items = tuple(_lines(context, priority, names_roles=names_roles))
    if items:
        blocks.append(Bullets(items))
    voices = (context.evidence.get(id_) for id_ in priority.quotes)
    blocks += [
        Paragraph((voice_sentence(context, voice),)) for voice in voices if isinstance(voice, Voice)
    ]
    own = tuple(_actions(context, priority.actions, names_roles=names_roles))
    if own:
        blocks.append(Bullets(own))
    id_ = f"{prefix}-{priority.id}"
    below = tuple(
        _commitment(context, id_, commitment, names_roles=names_roles)
        for commitment in priority.commitments
    )
    return Section(id_, name, tuple(blocks), below)


def _lines(context: BuildContext, priority: Priority, *, names_roles: bool) -> Iterator[Sentence]:
    if priority.why_it_matters:
        yield Sentence(context.words(priority.why_it_matters), label=_("Why it matters:"))
    leads = people_text(context, priority.leads, names_roles=names_roles)
    if leads:
        yield Sentence(f"{leads}.", label=_("Led by:"))
    for outcome in priority.outcomes:
        yield Sentence(context.words(outcome.statement), label=_("Outcome:"))
    for aim in priority.aims:
        yield Sentence(context.words(aim.statement), label=_("Aim:"))


def _commitment(
    context: BuildContext, prefix: str, commitment: Commitment, *, names_roles: bool
) -> Section:
    lines = (
        (_("What we want:"), commitment.what_we_want),
        (_("Where we are:"), commitment.where_we_are),
        (_("What we will see:"), commitment.what_we_will_see),
        (_("The difference:"), commitment.difference),
    )
    items = (
        *(Sentence(context.words(text), label=label) for label, text in lines if text),
        *_actions(context, commitment.actions, names_roles=names_roles),
    )
    title = context.words(commitment.statement)
    return Section(f"{prefix}-{commitment.id}", title, (Bullets(items),) if items else ())


def _actions(
    context: BuildContext, ids: tuple[str, ...], *, names_roles: bool
) -> Iterator[Sentence]:
    for action in (context.actions[id_] for id_ in ids if id_ in context.actions):
        leads = action_leads_text(context, action, names_roles=names_roles)
        due = _("due: {due}", due=action.due) if action.due else ""
        note = "; ".join(filter(None, (due, leads)))
        mark = state_of(context, action).mark
        yield Sentence(f"{action_name(context, action).rstrip('.')}.", note=note, mark=mark)


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [
        SectionKind("priorities", "Priorities of the plans in force", __doc__ or "", build, Names)
    ]
