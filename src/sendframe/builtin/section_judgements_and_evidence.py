"""Judgements beside the evidence.

What it shows
    A row for each question of the newest edition: the reason given, the judgement on its scale with
    the step before, and the evidence by the side it takes. Dissent stands below the row it is about.
    Then, as boxes, where judgement and evidence do not agree: what the software asks.

When it is left out
    Nobody judged any question, in this edition or the one before. A single question without a
    judgement says so.

Source
    The newest edition of the self-evaluation, the one before it, and the evidence of the evaluation.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    N_,
    Block,
    Cell,
    Column,
    Columns,
    EvidenceProfile,
    Mark,
    Paragraph,
    Pip,
    Pips,
    ScaleValue,
    Section,
    SectionKind,
    Sentence,
    Span,
    SubjectResult,
    Table,
    hookimpl,
    ngettext,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    JudgedCriterion,
    ProfileSection,
    judged_criteria,
    judgement_ladder,
    ladder_values,
    month_name,
    scale_mark,
    section_of,
    steps_with_dissent,
    value_now_and_before,
)

_KEY = N_(
    "Evidence: ● speaks for it, ○ the same and expired, ▬ takes no side, △ against it and answered, "
    "▲ against it and not answered. How much evidence there is does not show how good things are."
)


@attrs.frozen
class Cap:
    """How much is shown.

    Attributes:
        boxes: At most so many questions of the software about judgements.
        rows: At most so many judgements: those that somebody disagrees with, or that evidence
            speaks against without an answer, first. Absent for all.
    """

    boxes: int = 3
    rows: int | None = None


def build(context: BuildContext, section: ProfileSection, options: Cap) -> Section | None:
    """Return the table and the boxes; None where nothing is judged."""
    judged = judged_criteria(context)
    subjects = {
        subject.id: subject
        for subject in context.evaluation.subjects
        if subject.kind == "criterion"
    }
    if not any(any(value_now_and_before(item)) for item in judged):
        return None
    all_known = [item for item in judged if _is_known(item, subjects.get(item.criterion.id))]
    disputed = sorted(all_known, key=lambda item: not _is_disputed(context, item, subjects))
    kept = {item.criterion.id for item in disputed[: options.rows]}
    known = [item for item in all_known if item.criterion.id in kept]
    steps = ladder_values(known)
    rows: list[tuple[Cell, ...]] = []
    spans: list[Span] = []
    for item in known:
        subject = subjects.get(item.criterion.id)
        question = f"{item.criterion.code}. {context.words(item.criterion.wording)}"
        rows.append(
            (
                Cell(question, note=_reason(context, item)),
                _judgement_cell(context, section, item, steps),
                _evidence_cell(section, item, subject),
            )
        )
        spans += [
            Span(len(rows), Sentence(words, label=label), "remark")
            for label, words in _dissent(context, item)
        ]
    title = context.words(section.title)
    columns = (_("Question, and the reason given"), _("Judged"), _("Evidence"))
    blocks: list[Block] = []
    blocks.append(Table(title, columns, tuple(rows), _(_KEY), tuple(spans), hides_caption=True))
    left_out = len(all_known) - len(known)
    if left_out:
        note = ngettext(
            "{number} more question is judged in the update of the self-evaluation.",
            "{number} more questions are judged in the update of the self-evaluation.",
            left_out,
        )
        blocks.append(Paragraph((Sentence(note),), "note"))
    boxes = tuple(_boxes(context))[: options.boxes]
    if boxes:
        blocks.append(Columns(boxes, boxed=True))
    return section_of(context, section, blocks)


def _is_disputed(
    context: BuildContext, item: JudgedCriterion, subjects: dict[str, SubjectResult]
) -> bool:
    """Say whether a partner disagrees, or evidence against it has no answer."""
    subject = subjects.get(item.criterion.id)
    is_open = subject is not None and bool(subject.evidence.unanswered)
    return is_open or bool(steps_with_dissent(context, item.criterion.id))


def _is_known(item: JudgedCriterion, subject: SubjectResult | None) -> bool:
    return any(value_now_and_before(item)) or (subject is not None and subject.evidence.count > 0)


def _reason(context: BuildContext, item: JudgedCriterion) -> str:
    judgement = item.entry.judgement if item.entry else None
    if judgement is None:
        return ""
    return context.words(judgement.reason) if judgement.reason else _("No reason is given.")


def _judgement_cell(
    context: BuildContext,
    section: ProfileSection,
    item: JudgedCriterion,
    steps: tuple[ScaleValue, ...],
) -> Cell:
    """Return the judgement as a mark, on its ladder, with the step before in words."""
    now, before = value_now_and_before(item)
    judgement = item.entry.judgement if item.entry else None
    view = context.judgements.get(judgement.id) if judgement else None
    mark = scale_mark(item.scale, now) if item.scale and now else Mark(_("not judged"), "bar")
    was = (
        ""
        if before is None
        else _("as before")
        if before == now
        else _("before: {name}", name=before.name)
    )
    id_ = f"{section.id}-{item.criterion.id}"
    ladder = judgement_ladder(
        item, steps, _("Question {code}", code=item.criterion.code), mark.label, id_
    )
    return Cell("", (view.fact,) if view else (), mark, chart=ladder, note=was)


def _evidence_cell(
    section: ProfileSection, item: JudgedCriterion, subject: SubjectResult | None
) -> Cell:
    """Return the evidence as shapes by side, and its numbers in words."""
    if subject is None or not subject.evidence.count:
        return Cell(_("none is listed"))
    evidence = subject.evidence
    words = evidence_text(evidence)
    id_ = f"{section.id}-{item.criterion.id}-evidence"
    pips = Pips(
        id_,
        _("Evidence for question {code}", code=item.criterion.code),
        words,
        tuple(_pips(evidence)),
    )
    return Cell("", (evidence.fact,), chart=pips, note=words)


def _pips(evidence: EvidenceProfile) -> Iterator[Pip]:
    """Yield the pieces for it, those that take no side, and those against it, in this order."""
    expired = set(evidence.expired)
    for id_ in sorted(evidence.supports, key=lambda id_: id_ in expired):
        yield Pip("circle", "better", is_hollow=id_ in expired)
    neither = evidence.count - len(evidence.supports) - len(evidence.contradicts)
    yield from (Pip("bar") for _ in range(neither))
    open_ = set(evidence.unanswered)
    for id_ in sorted(evidence.contradicts, key=lambda id_: id_ in open_):
        yield Pip("triangle", "worse", is_hollow=id_ not in open_)


def evidence_text(evidence: EvidenceProfile) -> str:
    """Return the numbers of evidence by side, and the month of the newest piece."""
    supports, against = len(evidence.supports), len(evidence.contradicts)
    expired = len(set(evidence.supports) & set(evidence.expired))
    neither = evidence.count - supports - against
    parts = []
    if supports:
        parts.append(
            _("{number} for it ({expired} expired)", number=supports, expired=expired)
            if expired
            else _("{number} for it", number=supports)
        )
    if neither:
        parts.append(_("{number} without a side", number=neither))
    if against:
        answers = len(evidence.unanswered)
        state = _("{number} not answered", number=answers) if answers else _("answered")
        parts.append(_("{number} against it, {state}", number=against, state=state))
    newest, text = evidence.newest, ", ".join(parts)
    return "; ".join((text, _("newest {month}", month=month_name(newest)))) if newest else text


def _dissent(context: BuildContext, item: JudgedCriterion) -> Iterator[tuple[str, str]]:
    """Yield who disagrees with a judgement, and in which words."""
    for step in steps_with_dissent(context, item.criterion.id):
        who = context.bodies.get(step.body or "") or step.by or _("A partner")
        words = f"“{context.words(step.dissent)}”" if step.dissent else ""
        yield _("{who} disagrees:", who=who), words


def _boxes(context: BuildContext) -> Iterator[Column]:
    """Yield a box for each question of the software about a judgement that nobody accepted."""
    codes = {
        item.entry.judgement.id: item.criterion.code
        for item in judged_criteria(context)
        if item.entry and item.entry.judgement
    }
    for item in context.evaluation.discrepancies:
        code = codes.get(item.about)
        if item.accepted is None and code is not None:
            named = _("on question {code}", code=code)
            question = item.question.replace(f"'{item.about}'", named)
            text = Sentence(context.readable(question), item.facts)
            box = (Paragraph((text,)),)
            yield Column(_("Question {code}", code=code), box, Mark("", "triangle", "worse"))


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [
        SectionKind(
            "judgements-and-evidence", "Judgements beside the evidence", __doc__ or "", build, Cap
        )
    ]
