"""The section of exceptions: overdue actions, missed targets, warnings, open challenges."""

from collections.abc import Iterator

from sendframe.model import Action, ProfileSection
from sendframe.statistics import difference

from ._actions import roles_text
from ._context import BuildContext
from ._governance import raised_challenges
from ._phrase import figure_text, joined, mark_of, plugin_suffix
from ._report_model import Block, Bullets, Cell, Paragraph, Section, Sentence, Table

__all__ = ["exceptions"]


def exceptions(context: BuildContext, section: ProfileSection) -> Section:
    """Return overdue actions, missed targets, warnings of checks, and unanswered challenges."""
    blocks: list[Block] = []
    overdue = _overdue_actions(context)
    if overdue:
        blocks.append(_overdue_table(context, overdue))
    missed = tuple(_missed_target_rows(context))
    if missed:
        columns = ("Indicator", "Latest", "Against the target", "Why")
        blocks.append(Table("Indicators off their target", columns, missed))
    warnings = [
        Sentence(
            _capitalised(f"{context.readable(notice.message)}{plugin_suffix(notice.made_by)}.")
        )
        for notice in context.evaluation.notices
        if notice.severity != "note" and notice.accepted is None
    ]
    if warnings:
        blocks.append(Bullets(tuple(warnings)))
    unanswered = [
        Sentence(f"Unanswered challenge: {challenge.statement}")
        for challenge in raised_challenges(context)
        if challenge.answer is None
    ]
    if unanswered:
        blocks.append(Bullets(tuple(unanswered)))
    if not blocks:
        text = (
            "No action is overdue, no declared target is missed and no challenge is unanswered."
            if context.actions
            else f"{_absent(context)}: {context.unknown_in_sentence}."
        )
        blocks.append(Paragraph((Sentence(text),)))
    return Section(section.id, str(section.title), tuple(blocks))


def _absent(context: BuildContext) -> str:
    """Return which of targets, actions and challenges a portfolio without actions does not have."""
    measures = (measure for plan in context.plans for measure in plan.measures)
    has_targets = any(measure.target is not None for measure in measures)
    names = [
        *(() if has_targets else ("targets",)),
        "actions",
        *(() if raised_challenges(context) else ("challenges",)),
    ]
    return _capitalised(joined(names))


def _overdue_actions(context: BuildContext) -> list[Action]:
    overdue_ids = {
        id_ for subject in context.evaluation.subjects for id_ in subject.progress.overdue
    }
    return [action for id_, action in sorted(context.actions.items()) if id_ in overdue_ids]


def _overdue_table(context: BuildContext, actions: list[Action]) -> Table:
    rows = tuple(
        (
            Cell(context.words(action.title)),
            Cell(str(action.due)),
            Cell(roles_text(context, action.action_leads) or "no owner"),
            Cell(str(len(action.due_history)), number=True),
        )
        for action in actions
    )
    return Table("Actions that are overdue", ("Action", "Due", "Led by", "Times moved"), rows)


def _missed_target_rows(context: BuildContext) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each indicator that misses a target, unless a rule calls it near enough."""
    for result in context.evaluation.indicators:
        missed = next((target for target in result.targets if target.reached is False), None)
        score = next((score for score in result.scores if score.kind == "target"), None)
        if missed is None or (score is not None and score.tone == "better"):
            continue
        facts = (missed.fact,) if score is None else score.facts
        gap = difference(missed.gap or 0.0, result.decimals, result.unit, result.unit_text)
        yield (
            Cell(result.title),
            Cell(figure_text(result, result.latest), facts, number=True),
            Cell("not reached", facts) if score is None else Cell("", facts, mark_of(score)),
            Cell(
                f"{gap} off the target ({missed.statement})." if score is None else score.statement,
                facts,
            ),
        )


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
