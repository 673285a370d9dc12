"""Actions, one by one.

What it shows
    Each action in force: what it is, who leads it, its dates and why they moved, how it stands, how
    one will know, its steps, what was reported (the newest first), its money and how it ended. The
    actions of ended plans follow in a short list.

What it needs
    Action registers.

Where that is missing
    The section is left out, and so is each line without words.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    N_,
    Action,
    ActionRegister,
    Block,
    Bullets,
    Mark,
    Paragraph,
    Section,
    SectionKind,
    Sentence,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    action_leads_text,
    action_name,
    actions_in_force,
    day_name,
    joined,
    people_text,
    section_of,
    state_of,
    translated,
)

_STATES = {
    "met": Mark(N_("met"), "circle", "better"),
    "partly": Mark(N_("partly met"), "half", "between"),
    "not_met": Mark(N_("not met"), "triangle", "worse"),
}


@attrs.frozen
class Names:
    """Who is named.

    Attributes:
        names_roles: Whether roles below director level are named, and not only their bodies.
    """

    names_roles: bool = False


def build(context: BuildContext, section: ProfileSection, options: Names) -> Section | None:
    """Return a part for each action; None without actions."""
    current = {action.id for action in actions_in_force(context)}
    parts = [
        _part(context, section.id, action, names_roles=options.names_roles)
        for register in context.portfolio.of(ActionRegister)
        for action in register.actions
        if action.id in current
    ]
    ended = tuple(
        Sentence(
            " ".join(sentence.text for sentence in _closing(context, action)),
            label=f"{context.words(action.title)}:",
            mark=state_of(context, action).mark,
        )
        for id_, action in context.actions.items()
        if id_ not in current
    )
    if ended:
        title = _("Actions of earlier plans")
        parts.append(Section(f"{section.id}-earlier-plans", title, (Bullets(ended),)))
    return section_of(context, section, [], sections=parts)


def _part(context: BuildContext, prefix: str, action: Action, *, names_roles: bool) -> Section:
    blocks: list[Block] = []
    if action.description:
        blocks.append(Paragraph((Sentence(context.words(action.description)),)))
    items = (
        *_facts(context, action, names_roles=names_roles),
        *_steps(context, action),
        *_closing(context, action),
        *_closed(action),
    )
    if items:
        blocks.append(Bullets(items))
    return Section(
        f"{prefix}-{action.id}",
        context.words(action.title),
        tuple(blocks),
        mark=state_of(context, action).mark,
    )


def _facts(context: BuildContext, action: Action, *, names_roles: bool) -> Iterator[Sentence]:
    leads = action_leads_text(context, action, names_roles=names_roles)
    owners = people_text(context, action.senior_responsible_owners, names_roles=names_roles)
    if leads:
        yield Sentence(f"{leads}.", label=_("Led by:"))
    if owners and owners != leads:
        yield Sentence(f"{owners}.", label=_("Answers for it:"))
    if action.start:
        yield Sentence(f"{action.start}.", label=_("Begins:"))
    if action.due:
        yield Sentence(f"{action.due}.", label=_("Due:"))
    for move in action.due_history:
        body = context.bodies.get(move.decided_by or "")
        day = day_name(move.changed_on)
        note = _("{day}, agreed by {body}.", day=day, body=body) if body else f"{day}."
        yield Sentence(
            context.words(move.reason), label=_("Moved from {due}:", due=move.due), note=note
        )
    for label, status in (
        (_("Where it stands:"), action.delivery),
        (_("Difference:"), action.impact),
    ):
        if status and status.reason:
            yield Sentence(context.words(status.reason), label=label, note=f"{status.on}.")
    needed = [context.actions[id_] for id_ in action.depends_on if id_ in context.actions]
    if needed:
        names = joined(f"“{action_name(context, other)}”" for other in needed)
        yield Sentence(f"{names}.", label=_("Must come first:"))
    for money in action.funding:
        amount = "" if money.amount is None else f"£{money.amount:,.0f}"
        certain = {True: _("secured"), False: _("not secured yet"), None: ""}[money.secured]
        text = ", ".join(filter(None, (str(money.source), amount, certain)))
        yield Sentence(f"{text}.", label=_("Paid for by:"))


def _steps(context: BuildContext, action: Action) -> Iterator[Sentence]:
    for criterion in action.success_criteria:
        yield Sentence(
            context.words(criterion.statement),
            label=_("We will know by this:"),
            note=f"{criterion.tally}." if criterion.tally else "",
            mark=translated(_STATES.get(criterion.state or "")),
        )
    for step in action.milestones:
        when = (
            _("reached {phrase}", phrase=step.reached_on.phrase)
            if step.reached_on
            else _("due: {due}", due=step.due)
        )
        note = ", ".join(filter(None, (when, str(step.tally) if step.tally else "")))
        yield Sentence(context.words(step.statement), label=_("Step:"), note=f"{note}.")
    reasons = [status.reason for status in (action.delivery, action.impact) if status]
    for update in reversed(action.updates):
        if update.text in reasons:  # which has been printed
            continue
        note = f"{update.tally}." if update.tally else ""
        label = _("Reported, {on}:", on=update.on) if update.on else _("Reported:")
        yield Sentence(context.words(update.text), label=label, note=note)


def _closing(context: BuildContext, action: Action) -> Iterator[Sentence]:
    if action.closing:
        closing = action.closing
        yield Sentence(context.words(closing.wanted), label=_("What we wanted:"))
        yield Sentence(context.words(closing.did), label=_("What we did:"))
        yield Sentence(context.words(closing.difference), label=_("The difference:"))


def _closed(action: Action) -> Iterator[Sentence]:
    if action.closing:
        yield Sentence(f"{action.closing.closed_on}.", label=_("Closed:"))


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("actions", "Actions, one by one", __doc__ or "", build, Names)]
