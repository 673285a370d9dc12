"""The sections of criteria in a self-evaluation: judgement, texts, promises, and changes."""

from collections.abc import Iterable, Iterator, Sequence

from sendframe.editions import Difference, sentence
from sendframe.model import (
    Action,
    CriterionEntry,
    DifferenceMade,
    JudgementView,
    ProfileSection,
    Promise,
    SelfEvaluation,
    Text,
    day_name,
)

from ._actions import status_cell
from ._context import BuildContext
from ._edition_changes import differences_by_entry, moved_due_dates
from ._evidence_section import evidence_section
from ._phrase import NOTHING
from ._report_model import Block, Bullets, Cell, Mark, Paragraph, Section, Sentence, Table
from ._self_evaluation import criteria_of, entries_by_criterion, judgement_of

__all__ = ["entries"]

_TEXT_FIELDS = (
    ("working_well", "What is working well"),
    ("changing", "What is changing"),
    ("difference", "The difference it made"),
)
_PROMISES = "What we said we would do and what became of it"
_DEVELOPMENT = "Areas for development"


def entries(context: BuildContext, section: ProfileSection) -> Section | None:
    """Return each criterion of the newest edition in a section of its own."""
    edition = context.edition
    if edition is None:
        return None
    current = entries_by_criterion(edition)
    previous = entries_by_criterion(context.previous_edition)
    differences = differences_by_entry(context)
    parts = []
    for criterion in criteria_of(context, edition):
        entry = current.get(criterion.id)
        id_ = f"{section.id}-{criterion.id}"
        title = f"{criterion.code}. {context.words(criterion.wording)}"
        if entry is None:
            nothing = Paragraph((Sentence("This edition does not answer this criterion."),))
            parts.append(Section(id_, title, (nothing,)))
            continue
        before = previous.get(criterion.id)
        sections = [
            *_text_sections(context, entry, id_),
            evidence_section(context, entry, f"{id_}-known"),
            *_plan_sections(context, entry, id_),
        ]
        if context.previous_edition is not None:
            sections.append(
                _changes_section(
                    context,
                    f"{id_}-since",
                    context.previous_edition,
                    entry,
                    differences[entry.id] if before else None,
                )
            )
        blocks = (_judgement_block(context, entry, before), *_empty_fields(context, entry))
        parts.append(Section(id_, title, blocks, tuple(sections)))
    return Section(section.id, str(section.title), (), tuple(parts)) if parts else None


def _text_sections(context: BuildContext, entry: CriterionEntry, id_: str) -> Iterator[Section]:
    """Yield a section for each field of texts that is not empty."""
    for field, heading in _TEXT_FIELDS:
        texts: tuple[Text | DifferenceMade, ...] = getattr(entry, field)
        if texts:
            items = tuple(Sentence(context.words(text)) for text in texts)
            yield Section(f"{id_}-{field.replace('_', '-')}", heading, (Bullets(items),))


def _plan_sections(context: BuildContext, entry: CriterionEntry, id_: str) -> Iterator[Section]:
    """Yield the promises and the areas for development."""
    if entry.promises:
        yield Section(f"{id_}-promises", _PROMISES, (_promises_table(context, entry),))
    if entry.areas_for_development:
        yield Section(f"{id_}-development", _DEVELOPMENT, (_development_table(context, entry),))


def _empty_fields(context: BuildContext, entry: CriterionEntry) -> Iterator[Block]:
    """Yield a sentence that names the fields this edition leaves empty."""
    headings = [heading for field, heading in _TEXT_FIELDS if not getattr(entry, field)]
    headings += [] if entry.promises else [_PROMISES]
    headings += [] if entry.areas_for_development else [_DEVELOPMENT]
    if headings:
        first, *others = headings
        names = [first, *(heading[:1].lower() + heading[1:] for heading in others)]
        yield Paragraph((Sentence(f"{'; '.join(names)}: {context.unknown_in_sentence}."),))


def _judgement_block(
    context: BuildContext, entry: CriterionEntry, before: CriterionEntry | None
) -> Block:
    """Return the judgement with who, when and why, and that of the previous edition."""
    editions = ((context.edition, entry), (context.previous_edition, before))
    rows = [
        row
        for edition, judged in editions
        if edition is not None and (row := _judgement_row(context, edition, judged))
    ]
    if entry.judgement is None or not rows:
        return Paragraph((Sentence(f"Judgement: {context.unknown_in_sentence}."),))
    return Table("What people judge", ("Edition", "Judgement, and why"), tuple(rows))


def _judgement_row(
    context: BuildContext, edition: SelfEvaluation, entry: CriterionEntry | None
) -> tuple[Cell, ...]:
    judgement = judgement_of(context, entry)
    if judgement is None or entry is None or entry.judgement is None:
        return ()
    by = f"{edition.edition}: {judgement.by}, {day_name(judgement.on)}"
    if entry.judgement.moderated_by:
        by += f"; moderated by {entry.judgement.moderated_by}"
    mark = Mark(judgement.name, judgement.shape)
    return Cell(by, (judgement.fact,)), Cell(_reason_text(judgement), (judgement.fact,), mark)


def _reason_text(judgement: JudgementView) -> str:
    text = judgement.reason or "No reason is given."
    if judgement.previous and judgement.previous != judgement.name:
        why = judgement.why_changed or "no reason is given."
        text += f" Before: {judgement.previous}. Why it changed: {why}"
    return text


def _known_actions(context: BuildContext, ids: Iterable[str]) -> list[Action]:
    return [context.actions[id_] for id_ in ids if id_ in context.actions]


def _progress_text(context: BuildContext, ids: Iterable[str]) -> str:
    """Return the delivery status and the due date of actions."""
    texts = []
    for action in _known_actions(context, ids):
        status = status_cell(context, action, "delivery")
        word = status.mark.label if status.mark else status.text
        due = f", due {action.due}" if action.due else ""
        texts.append(f"{context.words(action.title)}: {word.lower()}{due}")
    return "; ".join(texts)


def _promises_table(context: BuildContext, entry: CriterionEntry) -> Table:
    rows = tuple(
        (
            Cell(context.words(promise.said)),
            Cell(_became_text(context, promise) or context.unknown),
            Cell(_progress_text(context, promise.actions) or NOTHING),
        )
        for promise in entry.promises
    )
    columns = ("What we said", "What became of it", "How it stands")
    return Table("Promises, and how they stand", columns, rows)


def _became_text(context: BuildContext, promise: Promise) -> str:
    """Return what became of a promise, and why where it is not kept."""
    texts = [context.words(text) for text in (promise.became, promise.because) if text]
    return " ".join(texts)


def _development_table(context: BuildContext, entry: CriterionEntry) -> Table:
    rows = tuple(
        (
            Cell(context.words(area.statement)),
            Cell(_progress_text(context, area.actions) or "no action yet"),
        )
        for area in entry.areas_for_development
    )
    columns = ("What must get better", "What is done about it")
    return Table("What must get better, and what is done", columns, rows)


def _changes_section(
    context: BuildContext,
    id_: str,
    previous: SelfEvaluation,
    entry: CriterionEntry,
    differences: Sequence[Difference] | None,
) -> Section:
    """Return the changes since the previous edition, those of the judgement first.

    Args:
        context: What the section is built from.
        id_: Id of the section.
        previous: The previous edition.
        entry: The entry of the newest edition.
        differences: The differences of the entry; None where the previous edition had none.
    """
    sentences = [Sentence("It was not in that edition.")]
    if differences is not None:
        action_ids = [id_ for promise in entry.promises for id_ in promise.actions]
        action_ids += [id_ for area in entry.areas_for_development for id_ in area.actions]
        ordered = sorted(differences, key=lambda difference: difference.thing != "judgement")
        sentences = [Sentence(sentence(difference, alone=False)) for difference in ordered]
        sentences += moved_due_dates(context, _known_actions(context, dict.fromkeys(action_ids)))
    blocks = (Bullets(tuple(sentences or [Sentence("Nothing.")])),)
    return Section(id_, f"What changed since {previous.edition}", blocks)
