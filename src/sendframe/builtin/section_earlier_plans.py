"""What earlier plans said.

What it shows
    Each plan that is over: what it stated, in its order; then the actions that only such plans
    name, with why their dates moved and why they stand as they do.

What it needs
    Plans that are over.

Where that is missing
    The section is left out.
"""

from collections.abc import Iterator

from sendframe.plugins import (
    Action,
    Bullets,
    NoOptions,
    Section,
    SectionKind,
    Sentence,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    actions_in_force,
    day_name,
    is_over,
    plan_statements,
    section_of,
    state_of,
)


def build(context: BuildContext, section: ProfileSection, options: NoOptions) -> Section | None:  # noqa: ARG001  # none to choose
    """Return a part for each plan that is over, and one for their actions; None without any."""
    parts = [
        Section(f"{section.id}-{plan.id}", context.words(plan.title), (Bullets(items),))
        for plan in context.plans
        if is_over(plan) and (items := tuple(plan_statements(context, plan)))
    ]
    current = {action.id for action in actions_in_force(context)}
    ended_actions = tuple(
        sentence
        for id_, action in context.actions.items()
        if id_ not in current
        for sentence in _action(context, action)
    )
    if ended_actions:
        title = _("What became of their actions")
        parts.append(Section(f"{section.id}-actions", title, (Bullets(ended_actions),)))
    return section_of(context, section, (), sections=parts)


def _action(context: BuildContext, action: Action) -> Iterator[Sentence]:
    """Yield an action with its state, and the reasons that were given."""
    short = context.words(action.short_title) if action.short_title else ""
    yield Sentence(
        f"{context.words(action.title).rstrip('.')}.",
        label=f"{short.rstrip('.')}:" if short else "",
        mark=state_of(context, action).mark,
    )
    seen: set[str] = set()
    for move in action.due_history:
        note = f"{day_name(move.changed_on)}."
        yield Sentence(
            context.words(move.reason), label=_("Moved from {due}:", due=move.due), note=note
        )
    for label, status in (
        (_("Where it stands:"), action.delivery),
        (_("Difference:"), action.impact),
    ):
        reason = context.words(status.reason) if status and status.reason else ""
        if reason and reason not in seen:
            seen.add(reason)
            yield Sentence(reason, label=label)


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("earlier-plans", "What earlier plans said", __doc__ or "", build)]
