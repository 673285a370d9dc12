"""Each criterion of a self-evaluation: the judgement, and what speaks for and against it.

What it shows
    A part for each criterion of the edition's own set, in the order of its code: why it is judged
    so; what speaks for it and what against, published or not; words of people who agreed to this
    report; promises and what became of them; what is done next; a chart of the figure that cited
    evidence names; and what came after the cut-off. Where the section begins a page, each criterion
    that has others as its parts does so too.

What it needs
    An edition of the self-evaluation with entries, and the evidence, voices, actions and bodies
    they name.

Where that is missing
    A heading without anything under it is left out. A judgement without a reason says so and has
    the reason of the edition before. Without an edition the section is left out.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    Block,
    Bullets,
    Callout,
    Column,
    Columns,
    CriterionEntry,
    IndicatorResult,
    Mark,
    Paragraph,
    Pictogram,
    Point,
    Promise,
    Section,
    SectionKind,
    Sentence,
    amount,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    JudgedCriterion,
    LaterEvent,
    ProfileSection,
    action_leads_text,
    against_sentences,
    cited_results,
    counts_text,
    cut_off_of,
    evidence_sides,
    figure_notes,
    for_sentences,
    hidden_sentence,
    joined,
    judged_criteria,
    neutral_sentences,
    next_actions,
    points_known_on,
    priorities_of,
    promise_mark,
    scale_mark,
    section_of,
    since_then,
    state_of,
    translated,
    trend_until,
    value_now_and_before,
    view_sentence,
    views_of,
    voice_sentence,
    voices_about,
    who_is_counted,
)

_SHORTEST_LINE = 4
"""From so many known figures on a line is drawn; of fewer, the newest as a pictogram."""


@attrs.frozen
class CriteriaOptions:
    """Options of the section.

    Attributes:
        actions: How many next steps are listed for a criterion, at least 1.
        later: How many events after the cut-off are listed for a criterion, at least 1.
        names_roles: Whether roles below director level are named, and not only their bodies.
    """

    actions: int = 3
    later: int = 3
    names_roles: bool = False


def build(
    context: BuildContext, section: ProfileSection, options: CriteriaOptions
) -> Section | None:
    """Return a part for each criterion that the newest edition answers."""
    parts: list[Section] = []
    heard: set[str] = set()
    criteria = judged_criteria(context)
    with_parts = {item.criterion.parent for item in criteria}
    for item in criteria:
        if item.entry is None:
            continue
        begins = bool(parts) and item.criterion.id in with_parts
        id_ = f"{section.id}-{item.criterion.id}"
        mark, note = _state(item)
        parts.append(
            Section(
                id=id_,
                title=f"{item.criterion.code}. {context.words(item.criterion.wording)}",
                blocks=_layout(
                    (*_why(context, item), *_lists(context, item.entry, options, heard)),
                    (*_charts(context, item.entry, id_), *_since(context, item.entry, options)),
                ),
                mark=mark,
                note=note,
                starts_page=section.starts_page and begins,
            )
        )
    return section_of(context, section, (), sections=parts)


def _state(item: JudgedCriterion) -> tuple[Mark | None, str]:
    """Return the judgement as a mark, and the one before in small words."""
    now, before = value_now_and_before(item)
    values = item.scale.values if item.scale else ()
    shown = now or next((value for value in values if value.stands_for == "missing"), None)
    if item.scale is None or shown is None:
        return None, _("Not judged")
    note = (
        ""
        if before is None
        else _("as before")
        if before == now
        else _("was: {name}", name=before.name)
    )
    return scale_mark(item.scale, shown), note


def _layout(main: tuple[Block, ...], beside: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the text, with the chart and what came later beside it where there are any."""
    if not beside:
        return main
    return (Columns((Column("", main), Column("", beside)), widths=(2, 1)),)


def _why(context: BuildContext, item: JudgedCriterion) -> Iterator[Block]:
    judgement = item.entry.judgement if item.entry else None
    sentences = []
    if judgement is not None:
        view = context.judgements.get(judgement.id)
        facts = (view.fact,) if view else ()
        __, before = value_now_and_before(item)
        changed = before is not None and before.id != judgement.value
        if judgement.reason:
            sentences.append(Sentence(context.words(judgement.reason), facts, label=_("Why.")))
        else:
            yield _without_reason(context, item, changed=changed)
        if judgement.why_changed:
            sentences.append(Sentence(context.words(judgement.why_changed)))
        elif changed and judgement.reason:
            sentences.append(Sentence(_("Why it changed is not said.")))
        for ids, label in (
            (judgement.used, _("It rests on:")),
            (judgement.not_used, _("Known and left aside:")),
        ):
            if titles := [
                context.words(evidence.title)
                for id_ in ids
                if (evidence := context.evidence.get(id_)) and hasattr(evidence, "title")
            ]:
                sentences.append(Sentence(f"{joined(titles)}.", label=label))
    elif context.previous_edition and item.before is None:
        sentences.append(
            Sentence(_("This question is new in this edition."), label=_("Not judged."))
        )
    sentences += [view_sentence(context, view) for view in views_of(context, item)]
    if item.entry:
        wanted, did = item.entry.wanted, item.entry.did
        sentences += [Sentence(context.words(text), label=_("We wanted:")) for text in wanted]
        sentences += [Sentence(context.words(text), label=_("We did:")) for text in did]
    if sentences:
        yield Paragraph(tuple(sentences))


def _without_reason(context: BuildContext, item: JudgedCriterion, *, changed: bool) -> Callout:
    neither = _("No reason is given for this judgement, nor for its change.")
    sentences = [Sentence(neither if changed else _("No reason is given for this judgement."))]
    before = item.before.judgement if item.before else None
    previous = context.previous_edition
    if before and before.reason and previous:
        label = _("The reason in {edition} was:", edition=previous.edition)
        sentences.append(Sentence(context.words(before.reason), label=label))
    return Callout(_("A reason"), tuple(sentences), "missing")


def _lists(
    context: BuildContext, entry: CriterionEntry, options: CriteriaOptions, heard: set[str]
) -> Iterator[Block]:
    """Yield each list under its heading; empty ones are left out."""
    sides = evidence_sides(context, entry)
    supporting = [*for_sentences(context, entry)]
    if sides.hidden and not sides.hidden_against:
        supporting.append(hidden_sentence(sides))
    neutral = tuple(neutral_sentences(context, entry, heard))
    title = _("For it") if supporting else _("What is known")
    if supporting and neutral:
        title = _("For it, and what else is known")
    priorities = priorities_of(context, entry.criterion)
    voices = [voice for voice in voices_about(context, entry, priorities) if voice.id not in heard]
    lists: tuple[tuple[str, tuple[Sentence, ...]], ...] = (
        (title, (*supporting, *neutral)),
        (_("Against it, and still to do"), tuple(against_sentences(context, entry))),
        (_("In their words"), tuple(voice_sentence(context, voice) for voice in voices)),
        (_("We said, and it became"), tuple(_promises(context, entry))),
        (_("Next"), tuple(_next(context, entry, options))),
    )
    heard.update((*entry.evidence, *(voice.id for voice in voices)))
    for title, items in lists:
        if items:
            quoted = all(item.quoted for item in items)
            block = Paragraph(items) if quoted else Bullets(items)
            yield Columns((Column(title, (block,)),))


def _promises(context: BuildContext, entry: CriterionEntry) -> Iterator[Sentence]:
    for promise in entry.promises:
        due = _("Due {due}.", due=promise.due) if promise.due else ""
        mark = translated(promise_mark(context, promise))
        yield Sentence(_promise_text(context, promise), mark=mark, note=due)


def _promise_text(context: BuildContext, promise: Promise) -> str:
    texts = [context.words(text) for text in (promise.became, promise.because) if text]
    became = " ".join(texts) or _("What became of it is not said.")
    return f"{context.words(promise.said)} → {became}"


def _next(
    context: BuildContext, entry: CriterionEntry, options: CriteriaOptions
) -> Iterator[Sentence]:
    actions = next_actions(context, entry)
    for action in actions[: options.actions]:
        leads = action_leads_text(context, action, names_roles=options.names_roles)
        parts = [leads] if leads else []
        parts += [] if action.action_leads else [_("nobody leads on it")]
        if action.due:
            passed = _("due {due} (this date has passed)", due=action.due)
            overdue = state_of(context, action).is_overdue
            parts.append(passed if overdue else _("due {due}", due=action.due))
        else:
            parts.append(_("no date is set"))
        note = "; ".join(parts)
        yield Sentence(
            f"{context.words(action.title).rstrip('.')}.", note=f"{note[:1].upper()}{note[1:]}."
        )
    left = len(actions) - options.actions
    if left > 0:
        yield Sentence(_("And {left} more.", left=left))


def _charts(context: BuildContext, entry: CriterionEntry, id_: str) -> Iterator[Block]:
    """Yield one chart of the first cited figure that was known at the cut-off, with its notes."""
    day = cut_off_of(context)
    for result in cited_results(context, entry):
        points = points_known_on(context, result, day)
        if len(points) >= _SHORTEST_LINE:
            yield trend_until(context, result, points, f"{id_}-chart")
            counts = counts_text(points[-1])
            notes = [f"{counts} {points[-1].period.phrase}."] if counts else []
            notes += figure_notes(context, result, points)
            if notes:
                yield Paragraph(tuple(Sentence(note) for note in notes), "note")
            return
        if points and result.unit == "percent":
            yield _pictogram(context, result, points[-1], id_)
            return


def _pictogram(context: BuildContext, result: IndicatorResult, point: Point, id_: str) -> Pictogram:
    filled = int(amount(point.value or 0.0))
    counts = counts_text(point)
    period = f"{counts}, {point.period}." if counts else f"{point.period}."
    who = who_is_counted(context.indicators[result.indicator])
    notes = (_("The 100 are: {who}.", who=who),) if who else ()
    return Pictogram(
        id=f"{id_}-chart",
        title=_("{title}: {filled} of 100", title=result.title, filled=filled),
        description=" ".join((period, *notes, *figure_notes(context, result, (point,)))),
        filled=filled,
        facts=(point.fact,),
    )


def _since(
    context: BuildContext, entry: CriterionEntry, options: CriteriaOptions
) -> Iterator[Block]:
    events = since_then(context, entry)
    if events:
        sentences = [_event(event) for event in events[: options.later]]
        left = len(events) - options.later
        sentences += [Sentence(_("And {left} more.", left=left))] if left > 0 else []
        yield Columns((Column(_("Since then"), (Bullets(tuple(sentences)),)),), boxed=True)


def _event(event: LaterEvent) -> Sentence:
    note = ", ".join(filter(None, (event.who or event.source, str(event.on))))
    text = f"“{event.text}”" if event.quoted else event.text
    return Sentence(text, label=f"{event.label}:" if event.label else "", note=f"{note}.")


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [
        SectionKind(
            "sef-criteria", "Each question: for it, against it, and next", __doc__ or "", build,
            CriteriaOptions,
        )
    ]  # fmt: skip
