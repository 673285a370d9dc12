"""The section of priorities: commitments, actions, evidence, judgements, and what rules say."""

from sendframe.model import (
    Commitment,
    EvidenceProfile,
    JudgementView,
    Priority,
    ProfileSection,
    Strategy,
    SubjectResult,
    day_name,
)

from ._actions import action_titles, actions_table, roles_text
from ._context import BuildContext
from ._phrase import NOTHING, counted, joined
from ._plans import period_and_status
from ._report_model import Block, Bullets, Cell, Paragraph, Section, Sentence, Table
from ._rule_results import rule_results_table

__all__ = ["priorities"]


def priorities(context: BuildContext, section: ProfileSection) -> Section | None:
    """Return each priority in a section of its own.

    Those of several plans are grouped under the plan they belong to.
    """
    results = {
        subject.id: subject for subject in context.evaluation.subjects if subject.kind == "priority"
    }
    parts: list[Section] = []
    for plan in context.plans:
        ordered = sorted(plan.priorities, key=lambda priority: (priority.order, priority.id))
        own = tuple(
            _priority_section(context, plan, priority, results[priority.id], section.id)
            for priority in ordered
        )
        if own:
            lead = Paragraph((Sentence(period_and_status(plan)),))
            title = context.words(plan.title)
            parts.append(Section(f"{section.id}-{plan.id}", title, (lead,), own))
    if not parts:
        return None
    if len(parts) == 1:
        return Section(section.id, str(section.title), (), parts[0].sections)
    return Section(section.id, str(section.title), (), tuple(parts))


def _priority_section(
    context: BuildContext, plan: Strategy, priority: Priority, result: SubjectResult, prefix: str
) -> Section:
    heading = _shortened(context.words(priority.heading))
    statement = priority.statement
    blocks: list[Block] = []
    if statement and heading != context.words(statement).rstrip("."):
        quoted = plan.wording_of(statement) == "verbatim"
        blocks.append(Paragraph((Sentence(context.words(statement), quoted=quoted),)))
    leads = roles_text(context, priority.leads)
    lines = [f"Led by: {leads}."] if priority.leads else []
    lines += [f"Outcome: {context.words(outcome.statement)}" for outcome in priority.outcomes]
    lines += [f"Aim: {context.words(aim.statement)}" for aim in priority.aims]
    if lines:
        blocks.append(Bullets(tuple(Sentence(line) for line in lines)))
    if priority.commitments:
        blocks.append(_commitments_table(context, priority.commitments))
    ids = [*priority.actions, *(id_ for c in priority.commitments for id_ in c.actions)]
    actions = [context.actions[id_] for id_ in dict.fromkeys(ids) if id_ in context.actions]
    if actions:
        blocks.append(actions_table(context, actions, frozenset(result.progress.overdue)))
    if not priority.commitments and not actions:
        absent = "Commitments and actions" if priority.leads else "Commitments, actions and owners"
        text = f"{absent}: {context.unknown_in_sentence}."
        blocks.append(Paragraph((Sentence(text, (result.progress.fact,)),)))
    blocks.append(_evidence_and_judgements(context, result))
    rule_results = rule_results_table(result.label.capitalize(), result.scores, result.refusals)
    blocks += [rule_results] if rule_results else []
    title = f"{result.label.capitalize()}: {heading}"
    return Section(f"{prefix}-{priority.id}", title, tuple(blocks))


def _shortened(text: str, limit: int = 90) -> str:
    """Cut a statement for a heading, at a word."""
    if len(text) <= limit:
        return text.rstrip(".")
    return text[:limit].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _commitments_table(context: BuildContext, commitments: tuple[Commitment, ...]) -> Table:
    rows = tuple(
        (
            Cell(context.words(commitment.statement)),
            Cell(commitment.commitment_class or NOTHING),
            Cell(action_titles(context, commitment.actions) or "no action"),
            Cell(context.words(commitment.difference) if commitment.difference else NOTHING),
        )
        for commitment in commitments
    )
    columns = ("We will", "Class", "Actions", "The difference it will make")
    return Table("Commitments", columns, rows)


def _evidence_and_judgements(context: BuildContext, result: SubjectResult) -> Bullets:
    lines = [Sentence(_evidence_text(result.evidence), (result.evidence.fact,))]
    lines += [
        Sentence(_judgement_text(judgement), (judgement.fact,))
        for judgement in result.judgements[:2]
    ]
    titles = [context.results[id_].title for id_ in result.indicators if id_ in context.results]
    if titles:
        lines.append(Sentence(f"Indicators: {joined(titles)}."))
    return Bullets(tuple(lines))


def _evidence_text(profile: EvidenceProfile) -> str:
    """Return how much evidence there is, how new it is, and how much contradicts."""
    if not profile.count:
        return "No evidence is listed."
    kinds = joined(f"{count} {kind.replace('-', ' ')}" for kind, count in profile.kinds.items())
    text = f"Evidence: {profile.count} ({kinds})"
    if profile.newest:
        text += f", the newest of {day_name(profile.newest)}"
    text += "."
    if profile.contradicts:
        text += f" {_contradictions_text(len(profile.contradicts), len(profile.unanswered))}"
    if profile.expired:
        text += f" {counted(len(profile.expired), 'piece has', 'pieces have')} expired."
    return text


def _contradictions_text(count: int, unanswered: int) -> str:
    """Return how many pieces contradict, and how many of them are unanswered.

    Examples:
        >>> _contradictions_text(1, 0), _contradictions_text(3, 1)
        ('1 piece speaks against it and is answered.', '3 pieces speak against it, 1 unanswered.')
    """
    text = counted(count, "piece speaks against it", "pieces speak against it")
    if 0 < unanswered < count:
        return f"{text}, {unanswered} unanswered."
    verb = "is" if count == 1 else "are"
    return f"{text} and {verb} {'unanswered' if unanswered else 'answered'}."


def _judgement_text(judgement: JudgementView) -> str:
    """Return a judgement with edition, judge, day, the judgement before it, and the reason."""
    day = day_name(judgement.on)
    text = f"{judgement.edition}: {judgement.name}, judged by {judgement.by} on {day}"
    if judgement.previous and judgement.previous != judgement.name:
        text += f", before: {judgement.previous}"
    text += "."
    if judgement.reason:
        text += f" Reason: {judgement.reason}"
    return text
