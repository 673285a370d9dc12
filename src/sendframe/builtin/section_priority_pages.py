"""Each priority of the strategies in force on a page, in the words of this report's readers.

What it shows
    A list that leads to the priorities. Then a part for each: outcomes in quotation marks; what
    people said who agreed to that; each commitment with its actions, their state, by when, and who
    leads; why nothing is done about a commitment; and how far the measures have come.

What it needs
    Strategies in force that have priorities.

Where that is missing
    The section is left out. An action that nobody leads says so, and so does a commitment without
    an action.
"""

from collections.abc import Iterator

from sendframe.plugins import (
    Action,
    Block,
    Bullets,
    Column,
    Columns,
    Commitment,
    Link,
    NoOptions,
    Paragraph,
    Priority,
    Section,
    SectionKind,
    Sentence,
    Text,
    Voice,
    expired_on,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    action_leads_text,
    due_sentence,
    ended,
    main_plans,
    measures_of,
    once_a_report,
    path_chart,
    section_of,
    state_of,
    voice_sentence,
)

_LONGEST_HEADING = 80  # letters
_BESIDE = 3
"""So many priorities stand beside each other in the list."""


def build(context: BuildContext, section: ProfileSection, options: NoOptions) -> Section | None:  # noqa: ARG001  # none to choose
    """Return the list, and a part for each priority; None without any."""
    priorities = [
        priority
        for plan in main_plans(context)
        for priority in sorted(plan.priorities, key=lambda item: (item.order, item.id))
    ]
    are_long = any(len(context.words(item.heading)) > _LONGEST_HEADING for item in priorities)
    parts = tuple(_part(context, section, item, is_long=are_long) for item in priorities)
    if not parts:
        return None
    if context.is_partial:
        return section_of(context, section, (), sections=parts)
    tiles = [
        Column(
            "",
            (Paragraph((Sentence(part.title, link=Link(part.id)),), "lead"),),
            picture=part.picture,
        )
        for part in parts
    ]
    rows = (tiles[start : start + _BESIDE] for start in range(0, len(tiles), _BESIDE))
    blocks = (Columns(tuple(row), boxed=True) for row in rows)
    return section_of(context, section, blocks, sections=parts)


def _part(
    context: BuildContext, section: ProfileSection, priority: Priority, *, is_long: bool
) -> Section:
    """Return the part of a priority; where headings are long, its words stand under its number."""
    id_ = f"{section.id}-{priority.id}"
    words = context.marked_words(priority.heading)
    blocks: list[Block] = [Paragraph((Sentence(words),), "lead")] if is_long else []
    if priority.title and priority.statement:
        blocks.append(Paragraph((Sentence(ended(context.marked_words(priority.statement))),)))
    if priority.why_it_matters:
        blocks.append(Paragraph((Sentence(context.marked_words(priority.why_it_matters)),)))
    if priority.outcomes:
        outcomes = (
            Sentence(
                f"“{context.words(item.statement)}”", picture=context.picture_of(item.statement)
            )
            for item in priority.outcomes
        )
        blocks.append(Paragraph(tuple(outcomes), "lead"))
    voices = (context.evidence.get(voice) for voice in priority.quotes)
    blocks += [
        Paragraph((voice_sentence(context, voice),)) for voice in voices if isinstance(voice, Voice)
    ]
    blocks += _actions(context, priority.actions)
    below = [_commitment(context, id_, commitment) for commitment in priority.commitments]
    charts = [(item, path_chart(context, item, id_)) for item in measures_of(context, priority)]
    in_words = tuple(
        Sentence(ended(context.marked_words(item.statement))) for item, chart in charts if not chart
    )
    paths = tuple(chart for _, chart in charts if chart)
    measured: tuple[Block, ...] = (*((Bullets(in_words),) if in_words else ()), *paths)
    if measured:
        below.append(Section(f"{id_}-know", _("How we will know"), measured))
    return Section(
        id_,
        f"{priority.label.capitalize()} {priority.order}"
        if is_long
        else f"{priority.order}. {words}",
        tuple(blocks),
        tuple(below),
        starts_page=not context.is_partial and bool(below or len(blocks) > 1),
        picture=context.picture_of(priority.heading) or context.picture_of(priority.statement),
    )


def _commitment(context: BuildContext, prefix: str, commitment: Commitment) -> Section:
    blocks = tuple(_actions(context, commitment.actions))
    if not (blocks or context.is_partial):
        blocks = (Paragraph(tuple(_no_action(context, commitment))),)
    return Section(
        f"{prefix}-{commitment.id}",
        context.marked_words(commitment.statement),
        blocks,
        picture=context.picture_of(commitment.statement),
    )


def _no_action(context: BuildContext, commitment: Commitment) -> Iterator[Sentence]:
    """Yield that nothing is done yet, and why somebody accepts it for now."""
    reason = _accepted(context).get(commitment.id)
    yield Sentence(context.marked_words(reason) if reason else "", label=_("No action yet."))


@once_a_report
def _accepted(context: BuildContext) -> dict[str, Text]:
    """Return why something is accepted for now, by the id of the thing."""
    return {
        accepted.about: accepted.reason
        for accepted in context.portfolio.manifest.accepted_exceptions
        if accepted.about and not expired_on(accepted.expires_on, context.evaluation.as_at)
    }


def _actions(context: BuildContext, ids: tuple[str, ...]) -> list[Block]:
    actions = (context.actions[id_] for id_ in ids if id_ in context.actions)
    items = tuple(_action(context, action) for action in actions)
    return [Bullets(items)] if items else []


def _action(context: BuildContext, action: Action) -> Sentence:
    """Return what is done, how it stands, by when, and who leads."""
    state = state_of(context, action)
    notes = []
    if action.due and not state.is_closed:
        notes.append(due_sentence(action.due, context.evaluation.as_at).text)
    leads = action_leads_text(context, action, names_roles=False)
    if leads:
        notes.append(_("Who: {leads}.", leads=leads))
    elif not (action.action_leads or state.is_closed or context.is_partial):
        notes.append(_("Nobody is in charge of this."))
    text = ended(context.marked_words(action.title))
    picture = context.picture_of(action.title)
    return Sentence(text, note=" ".join(notes), mark=state.mark, picture=picture)


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("priority-pages", "Each priority on a page", __doc__ or "", build)]
