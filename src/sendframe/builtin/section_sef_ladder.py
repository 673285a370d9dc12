"""What a self-evaluation judges, and who disagrees.

What it shows
    The summary of the newest edition, and a row for each criterion in the order of its code: its
    judgement on the ladder of the scale, with the one of the edition before. Beside it stand those
    who disagree, evidence against it, and a judgement without a reason. Below stands who judged,
    when, and who moderated it.

What it needs
    An edition of the self-evaluation with a judgement, and a set of criteria with an ordered scale.

Where that is missing
    Without a judgement in this edition or the one before, the section is left out. Without an
    ordered scale the judgement is printed as a word.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    N_,
    Block,
    Cell,
    Link,
    Paragraph,
    PartnerView,
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
    JudgedCriterion,
    ProfileSection,
    day_name,
    evidence_sides,
    joined,
    judged_criteria,
    judgement_ladder,
    ladder_values,
    scale_mark,
    section_of,
    steps_with_dissent,
    value_now_and_before,
    views_of,
)

_VIEWS = {
    "agrees": (N_("{who} agrees."), N_("{who} agrees: “{words}”")),
    "partly": (N_("{who} agrees in part."), N_("{who} agrees in part: “{words}”")),
    "disagrees": (N_("{who} disagrees."), N_("{who} disagrees: “{words}”")),
    "no_view_recorded": (
        N_("{who}: no view is recorded."),
        N_("{who}: no view is recorded: “{words}”"),
    ),
}
_DETAILS = "sef-criteria"


def build(context: BuildContext, section: ProfileSection, options: object) -> Section | None:
    """Return the judgements on their scale, with what speaks against each."""
    del options
    edition = context.edition
    judged = judged_criteria(context)
    if edition is None or not any(any(value_now_and_before(item)) for item in judged):
        return None
    rows = _rows(context, section, judged)
    columns = [_("Question"), _("Our judgement"), _("Who disagrees, and what is missing")]
    if not any(cells[-1].text for cells in rows):
        rows = [cells[:-1] for cells in rows]
        del columns[-1]
    blocks: list[Block] = []
    if edition.summary:
        blocks.append(Paragraph((Sentence(context.words(edition.summary)),), "lead"))
    blocks.append(Paragraph(tuple(_dates(context)), "note"))
    table = Table(context.words(section.title), tuple(columns), tuple(rows), hides_caption=True)
    blocks.append(table)
    blocks += _about_the_whole(context)
    if judging := tuple(_judging(judged)):
        blocks.append(Paragraph(judging, "note"))
    return section_of(context, section, blocks)


def _dates(context: BuildContext) -> Iterator[Sentence]:
    """Yield what the figures rest on, and which edition is drawn hollow."""
    edition, previous = context.edition, context.previous_edition
    if edition and edition.data_cut_off:
        published = [step.on for step in edition.steps if step.kind == "published" and step.on]
        day, newer = day_name(edition.data_cut_off), _("“Since then” holds what is newer.")
        known = _("Figures as known on {day}.", day=day)
        if published:
            when = published[-1].phrase
            known = _("Figures as known on {day}; published {when}.", day=day, when=when)
        yield Sentence(f"{known} {newer}")
    if edition and previous:
        yield Sentence(
            _(
                "Hollow: {before}. Filled: {now}.",
                before=previous.edition,
                now=edition.edition,
            )
        )


def _rows(
    context: BuildContext, section: ProfileSection, judged: tuple[JudgedCriterion, ...]
) -> list[tuple[Cell, ...]]:
    steps = ladder_values(judged)
    details = _details(context)
    rows: list[tuple[Cell, ...]] = []
    for item in judged:
        criterion = item.criterion
        question = f"{criterion.code}. {context.words(criterion.wording)}"
        words, facts = _judgement_words(context, item)
        ladder = judgement_ladder(item, steps, question, words, f"{section.id}-{criterion.id}")
        now, __ = value_now_and_before(item)
        mark = scale_mark(item.scale, now) if ladder is None and item.scale and now else None
        doubts = tuple(_doubts(context, item))
        link = Link(f"{details}-{criterion.id}") if details and item.entry else None
        rows.append(
            (
                Cell(question, link=link),
                Cell("" if mark and words == mark.label else words, facts, mark, chart=ladder),
                attrs.evolve(doubts[0], more=doubts[1:]) if doubts else Cell(),
            )
        )
    return rows


def _judgement_words(context: BuildContext, item: JudgedCriterion) -> tuple[str, tuple[str, ...]]:
    """Return the judgement and what became of the one before, in words."""
    now, before = value_now_and_before(item)
    judgement = item.entry.judgement if item.entry else None
    view = context.judgements.get(judgement.id) if judgement else None
    facts = (view.fact,) if view else ()
    was = context.previous_edition
    if now is None:
        new = was is not None and item.before is None
        return _("Not judged; new in this edition") if new else _("Not judged"), facts
    if before is None:
        return now.name, facts
    if before == now:
        return _("{name}, as before", name=now.name), facts
    return f"{before.name} → {now.name}", facts


def _details(context: BuildContext) -> str | None:
    """Return the id of the section that has all that is said of each criterion."""
    sections = (item.id for item in context.profile.sections if item.kind == _DETAILS)
    return next(sections, None)


def _doubts(context: BuildContext, item: JudgedCriterion) -> Iterator[Cell]:
    """Yield who does not agree, what speaks against the judgement, and what it lacks.

    The words of partners stand there only where no section has them with their answers.
    """
    for step in steps_with_dissent(context, item.criterion.id):
        who = context.bodies.get(step.body or "") or step.by or _("A partner")
        dissent = context.words(step.dissent) if step.dissent else ""
        yield Cell(_("{who} disagrees: “{dissent}”", who=who, dissent=dissent))
    named = {
        context.bodies.get(step.body or "")
        for step in steps_with_dissent(context, item.criterion.id)
    }
    for view in views_of(context, item):
        if view.who not in named and view.view in ("partly", "disagrees"):
            words_follow = _details(context) is not None
            yield Cell(_view_text(context, view, with_words=not words_follow))
    entry = item.entry
    if entry is None or entry.judgement is None:
        return
    sides = evidence_sides(context, entry)
    against = len(sides.against) + sides.hidden_against
    if against:
        answered = len(sides.against) - len(sides.unanswered) + sides.hidden_answered
        title = context.words(sides.against[0].title) if sides.against else ""
        yield Cell(against_text(against, answered, title))
    lacks = [] if entry.judgement.reason else [_("No reason is given.")]
    lacks += [] if entry.evidence else [_("No evidence is named.")]
    if lacks:
        yield Cell(" ".join(lacks))


def _view_text(context: BuildContext, view: PartnerView, *, with_words: bool = True) -> str:
    words = view.statement if with_words else None
    alone, with_statement = _VIEWS[view.view]
    if not words:
        return _(alone, who=view.who)
    return _(with_statement, who=view.who, words=context.words(words))


def against_text(against: int, answered: int, title: str = "") -> str:
    """Return how many pieces of evidence speak against a judgement, and how many are answered.

    Args:
        against: How many speak against it, at least 1.
        answered: How many of them are answered.
        title: The title of the only one, where it is published.

    Examples:
        >>> against_text(3, 1)
        '3 pieces of evidence speak against it: 1 answered.'
    """
    state = {0: _("not answered"), against: _("answered")}.get(
        answered, _("{number} answered", number=answered)
    )
    if against == 1 and title:
        return _("{title} speaks against it: {state}.", title=title, state=state)
    return ngettext(
        "{number} piece of evidence speaks against it: {state}.",
        "{number} pieces of evidence speak against it: {state}.",
        against,
        state=state,
    )


def _about_the_whole(context: BuildContext) -> list[Block]:
    """Return the dissent and the views that are about no single criterion."""
    edition = context.edition
    sentences = []
    for step in steps_with_dissent(context, None):
        who = context.bodies.get(step.body or "") or step.by or _("A partner")
        dissent = context.words(step.dissent) if step.dissent else ""
        sentences.append(Sentence(f"“{dissent}”", label=_("{who}, on the whole:", who=who)))
    for step in edition.steps if edition else ():
        for view in step.views:
            if view.criterion is None:
                answer = (
                    _("Our answer: {answer}", answer=context.words(view.answer))
                    if view.answer
                    else ""
                )
                sentences.append(Sentence(_view_text(context, view), note=answer))
    return [Paragraph(tuple(sentences))] if sentences else []


def _judging(judged: tuple[JudgedCriterion, ...]) -> Iterator[Sentence]:
    """Yield who judged, when, and who moderated, each once with the codes where it differs."""
    made = [
        (item.criterion.code, item.entry.judgement)
        for item in judged
        if item.entry and item.entry.judgement
    ]
    judges = [
        (code, _("Judged by {by} on {day}", by=judgement.by, day=day_name(judgement.on)))
        for code, judgement in made
    ]
    yield from _grouped(judges)
    moderated = [
        (code, _("Checked by {moderated_by}", moderated_by=judgement.moderated_by))
        for code, judgement in made
        if judgement.moderated_by
    ]
    yield from _grouped(moderated)
    silent = [code for code, judgement in made if not judgement.moderated_by]
    if silent and moderated:
        yield Sentence(_("Not checked: {codes}.", codes=_codes(silent)))


def _grouped(words_by_code: list[tuple[str, str]]) -> Iterator[Sentence]:
    """Yield each text once, with its codes unless it holds for all of them."""
    by_words: dict[str, list[str]] = {}
    for code, words in words_by_code:
        by_words.setdefault(words, []).append(code)
    for words, codes in by_words.items():
        yield Sentence(
            f"{words}." if not by_words.keys() - {words} else f"{words}: {_codes(codes)}."
        )


def _codes(codes: list[str]) -> str:
    names = joined(codes)
    return ngettext("question {codes}", "questions {codes}", len(codes), codes=names)


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("sef-ladder", "What we judge, and who disagrees", __doc__ or "", build)]
