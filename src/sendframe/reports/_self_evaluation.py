"""The sections about an edition of the self-evaluation: its steps and all its judgements."""

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
    day_name,
)

from ._context import BuildContext
from ._phrase import NOTHING, joined
from ._report_model import Block, Callout, Cell, Mark, Paragraph, Section, Sentence, Table

__all__ = ["criteria_of", "edition", "entries_by_criterion", "judgement_of", "judgements"]

_STEPS = {
    "challenged-at-board": "Challenged at the board",
    "forum-response": "Response of the parent carer forum",
    "signed-off-by-council": "Signed off by the council",
    "signed-off-by-icb": "Signed off by the integrated care board",
}
"""Names of the usual steps; the name of any other step is its own kind."""


def criteria_of(context: BuildContext, evaluation: SelfEvaluation) -> Iterator[Criterion]:
    """Yield the criteria that an edition answers, set by set, each once.

    A criterion that no set of the portfolio defines, as one of a missing plug-in, has its id as
    its wording.
    """
    sets = {criteria_set.id: criteria_set for criteria_set in context.portfolio.of(CriteriaSet)}
    for id_ in dict.fromkeys(evaluation.criteria_sets):
        if id_ in sets:
            yield from sets[id_].criteria
    defined = {
        criterion.id for criteria_set in sets.values() for criterion in criteria_set.criteria
    }
    for id_ in dict.fromkeys(entry.criterion for entry in evaluation.entries):
        if id_ not in defined:
            wording = Text(default=id_)
            yield Criterion(id=id_, code="Not here", wording=wording, kind="absent")


def entries_by_criterion(evaluation: SelfEvaluation | None) -> dict[str, CriterionEntry]:
    """Return the entries of an edition, by id of the criterion."""
    return {entry.criterion: entry for entry in evaluation.entries} if evaluation else {}


def judgement_of(context: BuildContext, entry: CriterionEntry | None) -> JudgementView | None:
    """Return the judgement of an entry from the evaluation; None where there is none."""
    if entry is None or entry.judgement is None:
        return None
    return context.judgements.get(entry.judgement.id)


def _introduction(context: BuildContext, evaluation: SelfEvaluation) -> tuple[Sentence, ...]:
    """Return title, cycle, cut-off day, previous edition and contributors."""
    title = context.words(evaluation.title)
    full_title = title if evaluation.edition in title else f"{title}, {evaluation.edition}"
    sentences = [f"{full_title}."]
    if evaluation.cycle:
        sentences.append(f"It is made {evaluation.cycle.replace('-', ' ')}.")
    if evaluation.data_cut_off:
        sentences.append(f"It rests on what was known on {day_name(evaluation.data_cut_off)}.")
    previous = context.previous_edition
    if previous is not None:
        sentences.append(f"The edition before it: {previous.edition}.")
    contributors = [
        group.sector if group.count is None else f"{group.count} from {group.sector}"
        for group in evaluation.contributors
    ]
    if contributors:
        sentences.append(f"Who contributed: {joined(contributors)}.")
    return tuple(Sentence(text) for text in sentences)


def _step_row(context: BuildContext, step: Step) -> tuple[Cell, ...]:
    by = context.bodies.get(step.body or "") or step.body or step.by or NOTHING
    return (
        Cell(_STEPS.get(step.kind) or step.kind.replace("-", " ").capitalize()),
        Cell(by),
        Cell(str(step.on) if step.on else NOTHING),
        Cell(context.words(step.dissent) if step.dissent else NOTHING),
    )


def edition(context: BuildContext, section: ProfileSection) -> Section:
    """Return the newest edition: who contributed, and which steps it went through."""
    title, evaluation = str(section.title), context.edition
    if evaluation is None:
        text = f"A self-evaluation: {context.unknown_in_sentence}."
        return Section(section.id, title, (Paragraph((Sentence(text),)),))
    blocks: list[Block] = [Paragraph(_introduction(context, evaluation))]
    if evaluation.steps:
        rows = tuple(_step_row(context, step) for step in evaluation.steps)
        columns = ("Step", "By", "When", "What was not agreed")
        blocks.append(Table(f"How the edition of {evaluation.edition} was made", columns, rows))
    blocks += [
        Callout("About this information", (Sentence(context.words(note)),))
        for note in (evaluation.note, context.portfolio.manifest.note)
        if note
    ]
    return Section(section.id, title, tuple(blocks))


def judgements(context: BuildContext, section: ProfileSection) -> Section | None:
    """Return a table of all judgements, with those of the previous edition."""
    current, previous = context.edition, context.previous_edition
    if current is None:
        return None
    entries, previous_entries = entries_by_criterion(current), entries_by_criterion(previous)
    rows = []
    for criterion in criteria_of(context, current):
        new = judgement_of(context, entries.get(criterion.id))
        old = judgement_of(context, previous_entries.get(criterion.id))
        row = [
            Cell(f"{criterion.code}. {context.words(criterion.wording)}"),
            _judgement_cell(context, new),
        ]
        row += [_judgement_cell(context, old), Cell(_outcome(new, old))] if previous else []
        rows.append(tuple(row))
    if not rows:
        return None
    columns = ["Criterion", f"Judgement, {current.edition}"]
    columns += [f"Judgement, {previous.edition}", "What became of it"] if previous else []
    note = "People judge. Judgements are not turned into figures and not added up."
    table = Table(f"Judgements: {current.edition}", tuple(columns), tuple(rows), note)
    return Section(section.id, str(section.title), (table,))


def _judgement_cell(context: BuildContext, judgement: JudgementView | None) -> Cell:
    """Return a judgement as word and shape, or the words for none."""
    if judgement is None:
        return Cell(context.unknown)
    return Cell("", (judgement.fact,), Mark(judgement.name, judgement.shape))


def _outcome(new: JudgementView | None, old: JudgementView | None) -> str:
    if new is None or old is None:
        return NOTHING
    if new.value == old.value:
        return "It stays."
    return new.why_changed or "It changed. No reason is given."
