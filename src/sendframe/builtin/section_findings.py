"""What inspectors and other reviewers found, and what became of it.

What it shows
    For each review, the newest first: its outcome and its strengths in its own words, and a table of
    the other findings, those without an action first, with the actions, how they stand, and what was
    said of them later.

What it needs
    Reviews; findings that name their actions.

Where that is missing
    Without a review the section is left out. A finding without an action says "No action is named".
    Reports for the public leave out reviews that are not publishable.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    Block,
    Cell,
    Paragraph,
    Review,
    Section,
    SectionKind,
    Sentence,
    Table,
    hookimpl,
    ngettext,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    FindingState,
    ProfileSection,
    action_name,
    finding_states,
    joined,
    newest_reviews,
    quotation,
    section_of,
    state_of,
    words_of_code,
)


@attrs.frozen
class FindingsOptions:
    """Options of the section.

    Attributes:
        reviews: How many reviews are shown, the newest first; absent for all.
        brief: Whether actions have their short names and no dates, and what else a review says is
            left out: what it praises, who is to act, its verdicts on the whole, and what comes next.
        most: At most so many findings of a review; those without an action first. The others are
            counted.
        actions: At most so many actions of a finding; the others are counted. Absent for all.
        kinds: Kinds of reviews that are shown, such as ``inspection``; empty for all.
    """

    reviews: int | None = None
    brief: bool = False
    most: int | None = None
    actions: int | None = None
    kinds: tuple[str, ...] = ()


def build(
    context: BuildContext, section: ProfileSection, options: FindingsOptions
) -> Section | None:
    """Return the findings of each review with their actions and later verdicts."""
    wanted = [r for r in newest_reviews(context) if not options.kinds or r.kind in options.kinds]
    reviews = wanted[: options.reviews]
    if not reviews:
        return None
    parts = [
        Section(
            f"{section.id}-{review.id}",
            context.words(review.title) if reviews[1:] else "",
            tuple(_blocks(context, review, options)),
        )
        for review in reviews
    ]
    if len(parts) == 1:
        return section_of(context, section, parts[0].blocks)
    return section_of(context, section, (), sections=parts)


def _blocks(context: BuildContext, review: Review, options: FindingsOptions) -> Iterator[Block]:
    yield Paragraph(tuple(_introduction(context, review, options)))
    every = finding_states(context, review)
    states = every[: options.most]
    if states:
        has_actions = any(state.actions for state in states)
        has_verdicts = any(state.verdicts for state in states)
        columns = [_("What they said")]
        columns += [_("What we do, and where it stands")] if has_actions else []
        columns += [_("What they said later")] if has_verdicts else []
        rows = tuple(
            (
                _finding_cell(context, review, state, options),
                *([_actions_cell(context, state, options)] if has_actions else []),
                *([_verdicts_cell(context, review, state)] if has_verdicts else []),
            )
            for state in states
        )
        caption = _("Findings: {title}", title=context.words(review.title))
        note = "" if has_actions else _without_actions(context)
        if more := len(every) - len(states):
            note = ngettext(
                "{number} more finding is not shown. {note}",
                "{number} more findings are not shown. {note}",
                more,
                note=note,
            ).strip()
        yield Table(caption, tuple(columns), rows, note, hides_caption=True)
    if not options.brief and (notes := tuple(_notes(context, review))):
        yield Paragraph(notes, "note")


def _introduction(
    context: BuildContext, review: Review, options: FindingsOptions
) -> Iterator[Sentence]:
    who = joined(review.reviewers) or words_of_code(review.kind).capitalize()
    when = review.ends_on or review.published_on
    label = f"{who}, {when}:" if when else f"{who}:"
    note = f"{review.framework}." if review.framework else ""
    if review.outcome:
        outcome = quotation(review, context, review.outcome.wording)
        yield Sentence(outcome, label=label, note=note)
    else:
        kind = words_of_code(review.kind)
        yield Sentence(_("A {kind}.", kind=kind), label=label, note="" if options.brief else note)
    strengths = [item for item in review.findings if item.kind == "strength"]
    for place, item in enumerate(() if options.brief else strengths):
        praised = "" if place else _("They praised:")
        yield Sentence(quotation(review, context, item.statement), label=praised)


def _finding_cell(
    context: BuildContext, review: Review, state: FindingState, options: FindingsOptions
) -> Cell:
    finding = state.finding
    bodies = joined(
        context.bodies[id_] for id_ in finding.responsible_bodies if id_ in context.bodies
    )
    kind = words_of_code(finding.kind).capitalize()
    note = f"{kind}; {bodies}" if bodies and not options.brief else kind
    return Cell(quotation(review, context, finding.statement), note=note)


def _actions_cell(context: BuildContext, state: FindingState, options: FindingsOptions) -> Cell:
    lines = [
        Cell(
            action_name(context, action) if options.brief else context.words(action.title),
            mark=state_of(context, action).mark,
            note=_("Due {due}", due=action.due) if action.due and not options.brief else "",
        )
        for action in state.actions[: options.actions]
    ]
    if not lines:
        return Cell(_without_action(context), strong=True)
    left = len(state.actions) - len(lines)
    lines += [Cell(_("and {left} more", left=left))] if left else []
    return attrs.evolve(lines[0], more=tuple(lines[1:]))


def _without_action(context: BuildContext) -> str:
    return f"{context.unknown}." if context.is_partial else _("No action is named.")


def _without_actions(context: BuildContext) -> str:
    if context.is_partial:
        return _(
            "What is done about them: {unknown_in_sentence}.",
            unknown_in_sentence=context.unknown_in_sentence,
        )
    return _("No action is named for any of them.")


def _verdicts_cell(context: BuildContext, review: Review, state: FindingState) -> Cell:
    lines = [
        Cell(quotation(review, context, verdict), note=str(look.on))
        for look, verdict in state.verdicts
    ]
    return attrs.evolve(lines[0], more=tuple(lines[1:])) if lines else Cell(_("Nothing yet."))


def _notes(context: BuildContext, review: Review) -> Iterator[Sentence]:
    """Yield the verdicts on the whole, what comes next, and what a reader must know."""
    for look in review.follow_ups:
        if look.verdict:
            kind = words_of_code(look.kind).capitalize()
            verdict = quotation(review, context, look.verdict)
            yield Sentence(verdict, label=f"{kind}, {look.on}:")
    outcome = str(review.outcome.wording) if review.outcome else ""
    if review.next_activity and str(review.next_activity) not in outcome:
        yield Sentence(quotation(review, context, review.next_activity), label=_("Next:"))
    if review.note:
        yield Sentence(context.words(review.note))


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [
        SectionKind(
            "findings", "What inspectors found, and what became of it", __doc__ or "", build,
            FindingsOptions,
        )
    ]  # fmt: skip
