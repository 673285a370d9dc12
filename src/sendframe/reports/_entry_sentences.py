"""The sentences of one criterion: what speaks for its judgement, and what against it."""

from collections.abc import Collection, Iterator
from typing import cast

from sendframe.language import N_, ngettext
from sendframe.language import gettext as _
from sendframe.model import CriterionEntry, Evidence, PartnerView, Sample, Text, Voice, day_name
from sendframe.statistics import amount

from ._context import BuildContext
from ._evidence_sides import EvidenceSides, evidence_sides, has_expired
from ._phrase import words_of_code
from ._report_model import Sentence
from ._statement_source import evidence_of_statement

__all__ = [
    "against_sentences",
    "evidence_note",
    "evidence_sentence",
    "for_sentences",
    "hidden_sentence",
    "neutral_sentences",
    "view_sentence",
    "voice_sentence",
]

_PEOPLE = {
    "children-and-young-people": N_("A young person"),
    "parent-carers": N_("A parent or carer"),
    "practitioners": N_("Somebody who works with children"),
}
_VIEWS = {
    "agrees": (N_("{who} agrees."), N_("{who} agrees:")),
    "partly": (N_("{who} agrees in part."), N_("{who} agrees in part:")),
    "disagrees": (N_("{who} disagrees."), N_("{who} disagrees:")),
    "no_view_recorded": (N_("No view of {who} is recorded."), N_("No view of {who} is recorded:")),
}
_NUMBERS = (
    N_("No"), N_("One"), N_("Two"), N_("Three"), N_("Four"), N_("Five"), N_("Six"), N_("Seven"),
    N_("Eight"), N_("Nine"),
)  # fmt: skip


def for_sentences(context: BuildContext, entry: CriterionEntry) -> Iterator[Sentence]:
    """Yield what works, changes and made a difference, then evidence that none of that repeats."""
    sides = evidence_sides(context, entry)
    cited = (*sides.in_favour, *sides.neither)
    covered: list[Evidence] = []
    statements = [("", context.words(text)) for text in (*entry.working_well, *entry.changing)]
    for made in entry.difference:
        if made.none_yet:
            statements.append((_("No difference yet:"), context.words(made.none_yet)))
        else:
            statements.append((_("Difference:"), context.words(made)))
    for label, words in statements:
        source = evidence_of_statement(words, cited)
        if source is None:
            yield Sentence(words, label=label)
        else:
            covered.append(source)
            yield Sentence(words, label=label, note=evidence_note(context, source))
    for item in sides.in_favour:
        if item not in covered:
            yield evidence_sentence(context, item)
    if not entry.evidence and statements:
        yield Sentence(_("No evidence is named."))


def neutral_sentences(
    context: BuildContext, entry: CriterionEntry, printed: Collection[str]
) -> Iterator[Sentence]:
    """Yield evidence that takes no side; what an earlier criterion has printed by its title only."""
    for item in evidence_sides(context, entry).neither:
        if item.id in printed:
            yield Sentence(_full_stop(context.words(item.title)), note=_("See above."))
        else:
            yield evidence_sentence(context, item)


def evidence_sentence(context: BuildContext, item: Evidence) -> Sentence:
    """Return what a piece of evidence says, that it is out of date, and where it comes from."""
    title, note = context.words(item.title), evidence_note(context, item)
    if item.expires_on and has_expired(context, item):
        day = day_name(item.expires_on)
        title = _("{title} (out of date since {day})", title=title, day=day)
    if item.summary is None:
        return Sentence(_full_stop(title), note=note)
    return Sentence(_full_stop(context.words(item.summary)), label=f"{title}:", note=note)


def evidence_note(context: BuildContext, item: Evidence) -> str:
    """Return where evidence comes from, when, and who was asked or looked at."""
    parts = [item.source_body] if item.source_body else []
    parts += [str(item.on)] if item.on else []
    parts += _sample_parts(item.sample) if item.sample else []
    if item.kind == "survey" and (item.sample is None or item.sample.size is None):
        parts.append(_("how many answered is not known"))
    if item.question:
        parts.append(_("asked: “{question}”", question=context.words(item.question)))
    return f"{'; '.join(parts)}." if parts else ""


def _sample_parts(sample: Sample) -> Iterator[str]:
    if sample.size is not None:
        size, population = amount(sample.size), sample.population
        if population is None:
            yield size
        else:
            yield _("{number} of {total}", number=size, total=amount(population))
    if sample.how_selected:
        yield sample.how_selected
    if sample.self_selecting:
        yield _("people chose to take part, so it does not speak for all")


def against_sentences(context: BuildContext, entry: CriterionEntry) -> Iterator[Sentence]:
    """Yield evidence against the judgement with its answer, then what must get better."""
    sides = evidence_sides(context, entry)
    for item in sides.against:
        yield evidence_sentence(context, item)
        answer = sides.answers.get(item.id)
        yield (
            Sentence(context.words(answer), label=_("Our answer:"))
            if answer
            else Sentence(_("No answer to this is given."), label=_("Not answered."))
        )
    if sides.hidden_against:
        yield hidden_sentence(sides)
    for area in entry.areas_for_development:
        known = any(id_ in context.actions for id_ in area.actions)
        note = "" if known else _("No action is named.")
        yield Sentence(_full_stop(context.words(area.statement)), note=note)


def hidden_sentence(sides: EvidenceSides) -> Sentence:
    """Return how many pieces of evidence are not published, and which side they take.

    Examples:
        >>> hidden_sentence(EvidenceSides(hidden_against=2, hidden_answered=1)).text
        'Both speak against this judgement; 1 of them is answered.'
    """
    label = ngettext(
        "{count} more piece of evidence is not published.",
        "{count} more pieces of evidence are not published.",
        sides.hidden,
        count=_number(sides.hidden),
    )
    parts = []
    if sides.hidden_against:
        parts += [_against(sides, sides.hidden_against), _answered(sides)]
    if sides.hidden_for:
        parts.append(_in_favour(sides, sides.hidden_for))
    if sides.hidden_neither:
        parts.append(_neither(sides, sides.hidden_neither))
    return Sentence(f"{'; '.join(parts)}.", label=label)


def _number(number: int) -> str:
    return _(_NUMBERS[number]) if number < len(_NUMBERS) else str(number)


def _against(sides: EvidenceSides, number: int) -> str:
    if number < sides.hidden:
        return ngettext(
            "{number} speaks against this judgement",
            "{number} speak against this judgement",
            number,
        )
    if number > 2:  # noqa: PLR2004  # more than both
        return _("All speak against this judgement")
    both = _("Both speak against this judgement")
    return _("It speaks against this judgement") if number == 1 else both


def _in_favour(sides: EvidenceSides, number: int) -> str:
    if number < sides.hidden:
        return ngettext(
            "{number} speaks for this judgement", "{number} speak for this judgement", number
        )
    if number > 2:  # noqa: PLR2004  # more than both
        return _("All speak for this judgement")
    both = _("Both speak for this judgement")
    return _("It speaks for this judgement") if number == 1 else both


def _neither(sides: EvidenceSides, number: int) -> str:
    if number < sides.hidden:
        return ngettext("{number} takes no side", "{number} take no side", number)
    if number > 2:  # noqa: PLR2004  # more than both
        return _("All take no side")
    return _("It takes no side") if number == 1 else _("Both take no side")


def _answered(sides: EvidenceSides) -> str:
    """Return how many of the hidden pieces against it are answered."""
    against, answered = sides.hidden_against, sides.hidden_answered
    if against == 1:
        return _("it is answered") if answered else _("it is not answered")
    if answered in (0, against):
        return _("all are answered") if answered else _("none of them is answered")
    return ngettext("{number} of them is answered", "{number} of them are answered", answered)


def _full_stop(words: str) -> str:
    return words if words.endswith((".", "!", "?", "”")) else f"{words}."


def view_sentence(context: BuildContext, view: PartnerView) -> Sentence:
    """Return whether a partner agrees, in its own words, with what was answered."""
    label = _(_VIEWS[view.view][1 if view.statement else 0], who=view.who)
    answer = _("Our answer: {answer}", answer=context.words(view.answer)) if view.answer else ""
    if view.statement is None:
        return Sentence(label, note=answer)
    return Sentence(f"“{context.words(view.statement)}”", label=label, note=answer)


def voice_sentence(context: BuildContext, voice: Voice) -> Sentence:
    """Return somebody's own words as they were said, or else their summary, with who and when."""
    who = _(_PEOPLE.get(voice.who, "")) or words_of_code(voice.who).capitalize()
    note = f"{who}, {voice.on}." if voice.on else f"{who}."
    if voice.words is not None:
        return Sentence(f"“{voice.words}”", quoted=True, note=note)
    return Sentence(context.words(cast("Text", voice.summary)), note=note)
