"""The section of criteria: evidence and judgements of each set of criteria."""

from sendframe.model import ProfileSection, SubjectResult, day_name

from ._context import BuildContext
from ._phrase import NOTHING
from ._report_model import Block, Cell, Mark, Paragraph, Section, Sentence, Table
from ._rule_results import criteria_rule_results_table

__all__ = ["criteria"]


def criteria(context: BuildContext, section: ProfileSection) -> Section | None:
    """Return a table of evidence and judgements for each set of criteria."""
    parts = []
    for criteria_set in context.criteria_sets:
        results = [
            subject
            for subject in context.evaluation.subjects
            if subject.kind == "criterion" and subject.within == criteria_set.id
        ]
        title = str(criteria_set.title)
        rows = tuple(_criterion_row(context, result) for result in results)
        columns = ("Criterion", "Evidence", "Newest", "Against it", "Judgement")
        caption = f"{title} ({criteria_set.publisher}, {criteria_set.version})"
        note = str(criteria_set.note) if criteria_set.note else ""
        blocks: list[Block] = [Table(caption, columns, rows, note)]
        rule_results = criteria_rule_results_table(title, results)
        blocks += [rule_results] if rule_results else []
        parts.append(Section(f"{section.id}-{criteria_set.id}", title, tuple(blocks)))
    if not parts:
        return None
    lead = Paragraph((Sentence("How much evidence there is does not show how good things are."),))
    return Section(section.id, str(section.title), (lead,), tuple(parts))


def _criterion_row(context: BuildContext, result: SubjectResult) -> tuple[Cell, ...]:
    profile = result.evidence
    kinds = ", ".join(f"{count} {kind.replace('-', ' ')}" for kind, count in profile.kinds.items())
    against = f"{len(profile.contradicts)}"
    if profile.contradicts:
        against += f" ({len(profile.unanswered)} unanswered)"
    judgement = Cell(context.unknown)
    if result.judgements:
        newest = result.judgements[0]
        text = f"{newest.by}, {day_name(newest.on)}"
        judgement = Cell(text, (newest.fact,), Mark(newest.name, newest.shape))
    return (
        Cell(f"{result.label}. {result.title}"),
        Cell(f"{profile.count}{f': {kinds}' if kinds else ''}", (profile.fact,)),
        Cell(day_name(profile.newest) if profile.newest else NOTHING, (profile.fact,)),
        Cell(against, (profile.fact,)),
        judgement,
    )
