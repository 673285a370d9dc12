"""What an edition says of one criterion: judgement, words, promises, and what changed."""

from collections.abc import Iterable, Iterator, Sequence

from sendframe.editions import Difference, sentence
from sendframe.model import (
    Action,
    CriterionEntry,
    JudgementView,
    ProfileSection,
    SelfEvaluation,
    Text,
)

from ._change import differences, moves
from ._context import NOTHING, BuildContext, day
from ._edition import criteria_of, entries_of, judgement_of
from ._known import known
from ._model import Block, Bullets, Cell, Mark, Paragraph, Section, Sentence, Table
from ._subjects import action_status

__all__ = ["entries"]

_SAID = (
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
    now, then = entries_of(edition), entries_of(context.previous_edition)
    told = differences(context)
    parts = []
    for criterion in criteria_of(context, edition):
        entry = now.get(criterion.id)
        id_ = f"{section.id}-{criterion.id}"
        title = f"{criterion.code}. {context.words(criterion.wording)}"
        if entry is None:
            nothing = Paragraph((Sentence("This edition says nothing of it."),))
            parts.append(Section(id_, title, (nothing,)))
            continue
        before = then.get(criterion.id)
        inner = [*_words(context, entry, id_), known(context, entry, f"{id_}-known")]
        inner += _plans(context, entry, id_)
        if context.previous_edition is not None:
            found = told[entry.id] if before else None
            since = _since(context, context.previous_edition, entry, found)
            inner.append(Section(f"{id_}-since", since.title, since.blocks))
        blocks = (_judgement(context, entry, before), *_unsaid(context, entry))
        parts.append(Section(id_, title, blocks, tuple(inner)))
    return Section(section.id, str(section.title), (), tuple(parts)) if parts else None


def _words(context: BuildContext, entry: CriterionEntry, id_: str) -> Iterator[Section]:
    """Yield what is working well, what is changing, and the difference it made."""
    for field, heading in _SAID:
        texts: tuple[Text, ...] = getattr(entry, field)
        if texts:
            items = tuple(Sentence(context.words(each)) for each in texts)
            yield Section(f"{id_}-{field.replace('_', '-')}", heading, (Bullets(items),))


def _plans(context: BuildContext, entry: CriterionEntry, id_: str) -> Iterator[Section]:
    """Yield what was promised, and what must get better."""
    if entry.promises:
        yield Section(f"{id_}-promises", _PROMISES, (_promises(context, entry),))
    if entry.areas_for_development:
        yield Section(f"{id_}-development", _DEVELOPMENT, (_development(context, entry),))


def _unsaid(context: BuildContext, entry: CriterionEntry) -> Iterator[Block]:
    """Yield what this edition does not say, so that nothing is left out in silence."""
    found = [heading for field, heading in _SAID if not getattr(entry, field)]
    found += [] if entry.promises else [_PROMISES]
    found += [] if entry.areas_for_development else [_DEVELOPMENT]
    if found:
        first, *others = found
        names = [first, *(each[:1].lower() + each[1:] for each in others)]
        yield Paragraph((Sentence(f"{'; '.join(names)}: {context.unknown_there}."),))


def _judgement(
    context: BuildContext, entry: CriterionEntry, before: CriterionEntry | None
) -> Block:
    """Return the judgement with who, when and why, beside the one of the edition before."""
    editions = (context.edition, context.previous_edition)
    rows = [
        row
        for edition, each in zip(editions, (entry, before), strict=True)
        if edition is not None and (row := _judged(context, edition, each))
    ]
    if entry.judgement is None or not rows:
        return Paragraph((Sentence(f"Judgement: {context.unknown_there}."),))
    return Table("What people judge", ("Edition", "Judgement, and why"), tuple(rows))


def _judged(
    context: BuildContext, edition: SelfEvaluation, entry: CriterionEntry | None
) -> tuple[Cell, ...]:
    view = judgement_of(context, entry)
    if view is None or entry is None or entry.judgement is None:
        return ()
    by = f"{edition.edition}: {view.by}, {day(view.on)}"
    if entry.judgement.moderated_by:
        by += f"; moderated by {entry.judgement.moderated_by}"
    return Cell(by, (view.fact,)), Cell(_reasons(view), (view.fact,), Mark(view.name, view.shape))


def _reasons(view: JudgementView) -> str:
    said = view.reason or "No reason is given."
    if view.previous and view.previous != view.name:
        why = view.why_changed or "no reason is given."
        said += f" Before: {view.previous}. Why it changed: {why}"
    return said


def _actions(context: BuildContext, ids: Iterable[str]) -> list[Action]:
    return [context.actions[id_] for id_ in ids if id_ in context.actions]


def _state(context: BuildContext, actions: Iterable[Action]) -> str:
    """Say of actions when they are due and how they stand."""
    said = []
    for each in actions:
        status = action_status(context, each, "delivery")
        word = status.mark.label if status.mark else status.text
        due = f", due {each.due}" if each.due else ""
        said.append(f"{context.words(each.title)}: {word.lower()}{due}")
    return "; ".join(said)


def _promises(context: BuildContext, entry: CriterionEntry) -> Table:
    rows = tuple(
        (
            Cell(context.words(each.said)),
            Cell(context.words(each.became)),
            Cell(_state(context, _actions(context, each.actions)) or NOTHING),
        )
        for each in entry.promises
    )
    columns = ("What we said", "What became of it", "How it stands")
    return Table("Promises, and how they stand", columns, rows)


def _development(context: BuildContext, entry: CriterionEntry) -> Table:
    rows = tuple(
        (
            Cell(context.words(each.statement)),
            Cell(_state(context, _actions(context, each.actions)) or "no action yet"),
        )
        for each in entry.areas_for_development
    )
    columns = ("What must get better", "What is done about it")
    return Table("What must get better, and what is done", columns, rows)


def _since(
    context: BuildContext,
    previous: SelfEvaluation,
    entry: CriterionEntry,
    found: Sequence[Difference] | None,
) -> Section:
    """Return what changed since the edition before; *found* is None for what was not in it."""
    said = [Sentence("It was not in that edition.")]
    if found is not None:
        named = [id_ for each in entry.promises for id_ in each.actions]
        named += [id_ for each in entry.areas_for_development for id_ in each.actions]
        judged = [each for each in found if each.thing == "judgement"]
        rest = [each for each in found if each.thing != "judgement"]
        said = [Sentence(sentence(each, alone=False)) for each in (*judged, *rest)]
        said += moves(context, _actions(context, dict.fromkeys(named)))
    blocks = (Bullets(tuple(said or [Sentence("Nothing.")])),)
    return Section("since", f"What changed since {previous.edition}", blocks)
