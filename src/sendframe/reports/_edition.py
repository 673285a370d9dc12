"""One edition of a self-evaluation as a whole: what it is, its steps, its judgements."""

from collections.abc import Iterator

from sendframe.model import (
    CriteriaSet,
    Criterion,
    CriterionEntry,
    JudgementView,
    ProfileSection,
    SelfEvaluation,
    Step,
    Text,
)

from ._context import NOTHING, BuildContext, day, joined
from ._model import Block, Callout, Cell, Mark, Paragraph, Section, Sentence, Table

__all__ = ["criteria_of", "edition", "entries_of", "judgement_of", "judgements"]

_STEPS = {
    "challenged-at-board": "Challenged at the board",
    "forum-response": "Response of the parent carer forum",
    "signed-off-by-council": "Signed off by the council",
    "signed-off-by-icb": "Signed off by the integrated care board",
}
"""What the usual steps are called; others are called as they are written."""


def criteria_of(context: BuildContext, found: SelfEvaluation) -> Iterator[Criterion]:
    """Yield the criteria an edition answers, set by set, each once.

    What it says of a criterion that no set here holds, as those of a missing plug-in, is shown
    under the criterion's id.
    """
    known = {each.id: each for each in context.portfolio.of(CriteriaSet)}
    for id_ in dict.fromkeys(found.criteria_sets):
        if id_ in known:
            yield from known[id_].criteria
    held = {each.id for set_ in known.values() for each in set_.criteria}
    for id_ in dict.fromkeys(each.criterion for each in found.entries):
        if id_ not in held:
            wording = Text(default=id_)
            yield Criterion(id=id_, code="Not here", wording=wording, kind="absent")


def entries_of(found: SelfEvaluation | None) -> dict[str, CriterionEntry]:
    """Return the entries of an edition by criterion."""
    return {each.criterion: each for each in found.entries} if found else {}


def judgement_of(context: BuildContext, entry: CriterionEntry | None) -> JudgementView | None:
    """Return the judgement of an entry as the evaluation saw it; None where there is none."""
    if entry is None or entry.judgement is None:
        return None
    return context.views.get(entry.judgement.id)


def _about(context: BuildContext, found: SelfEvaluation) -> list[Sentence]:
    title = context.words(found.title)
    named = title if found.edition in title else f"{title}, {found.edition}"
    said = [Sentence(f"{named}.")]
    if found.cycle:
        said.append(Sentence(f"It is made {found.cycle.replace('-', ' ')}."))
    if found.data_cut_off:
        said.append(Sentence(f"It rests on what was known on {day(found.data_cut_off)}."))
    before = context.previous_edition
    if before is not None:
        said.append(Sentence(f"The edition before it: {before.edition}."))
    people = [
        each.sector if each.count is None else f"{each.count} from {each.sector}"
        for each in found.contributors
    ]
    if people:
        said.append(Sentence(f"Who contributed: {joined(people)}."))
    return said


def _step(context: BuildContext, step: Step) -> tuple[Cell, ...]:
    by = context.bodies.get(step.body or "") or step.body or step.by or NOTHING
    return (
        Cell(_STEPS.get(step.kind) or step.kind.replace("-", " ").capitalize()),
        Cell(by),
        Cell(str(step.on) if step.on else NOTHING),
        Cell(context.words(step.dissent) if step.dissent else NOTHING),
    )


def edition(context: BuildContext, section: ProfileSection) -> Section:
    """Return what edition this is, who contributed, and which steps it went through."""
    title, found = str(section.title), context.edition
    if found is None:
        text = f"A self-evaluation: {context.unknown_there}."
        return Section(section.id, title, (Paragraph((Sentence(text),)),))
    blocks: list[Block] = [Paragraph(tuple(_about(context, found)))]
    if found.steps:
        rows = tuple(_step(context, each) for each in found.steps)
        columns = ("Step", "By", "When", "What was not agreed")
        blocks.append(Table(f"How the edition of {found.edition} was made", columns, rows))
    else:
        text = f"The steps it went through: {context.unknown_there}."
        blocks.append(Paragraph((Sentence(text),)))
    blocks += [
        Callout("About this information", (Sentence(context.words(note)),))
        for note in (found.note, context.portfolio.manifest.note)
        if note
    ]
    return Section(section.id, title, tuple(blocks))


def judgements(context: BuildContext, section: ProfileSection) -> Section | None:
    """Return all judgements at a glance, beside those of the edition before."""
    found, before = context.edition, context.previous_edition
    if found is None:
        return None
    now, then = entries_of(found), entries_of(before)
    rows = []
    for criterion in criteria_of(context, found):
        new = judgement_of(context, now.get(criterion.id))
        old = judgement_of(context, then.get(criterion.id))
        row = [Cell(f"{criterion.code}. {context.words(criterion.wording)}"), _cell(context, new)]
        row += [_cell(context, old), Cell(_became(new, old))] if before else []
        rows.append(tuple(row))
    if not rows:
        return None
    columns = ["Criterion", f"Judgement, {found.edition}"]
    columns += [f"Judgement, {before.edition}", "What became of it"] if before else []
    note = "People judge. Judgements are not turned into figures and not added up."
    table = Table(f"Judgements: {found.edition}", tuple(columns), tuple(rows), note)
    return Section(section.id, str(section.title), (table,))


def _cell(context: BuildContext, view: JudgementView | None) -> Cell:
    """Return a judgement as word and shape, or what is said where there is none."""
    if view is None:
        return Cell(context.unknown)
    return Cell("", (view.fact,), Mark(view.name, view.shape))


def _became(new: JudgementView | None, old: JudgementView | None) -> str:
    if new is None or old is None:
        return NOTHING
    if new.value == old.value:
        return "It stays."
    return new.why_changed or "It changed. No reason is given."
