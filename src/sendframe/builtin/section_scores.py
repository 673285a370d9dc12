"""How each figure was scored, and what was not.

What it shows
    Each score and each refusal of a rule with its reason, its formula with the numbers in it, and the
    source of the rule.

What it needs
    Rules that the portfolio chooses.

Where that is missing
    The section is left out.
"""

from collections.abc import Iterator

from sendframe.plugins import (
    Cell,
    IndicatorResult,
    NoOptions,
    Refusal,
    Score,
    Section,
    SectionKind,
    Sentence,
    Span,
    SubjectResult,
    Table,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    mark_of,
    plugin_suffix,
    section_of,
)


def build(context: BuildContext, section: ProfileSection, options: NoOptions) -> Section | None:  # noqa: ARG001  # none to choose
    """Return the table; None where nothing was scored or refused."""
    rows: list[tuple[Cell, ...]] = []
    spans = []
    evaluation = context.evaluation
    things: tuple[IndicatorResult | SubjectResult, ...] = (
        *evaluation.indicators,
        *evaluation.subjects,
    )
    for thing in things:
        mine = [*_rows(thing.scores, thing.refusals)]
        if mine:
            spans.append(Span(len(rows), Sentence(thing.title)))
            rows += mine
    if not rows:
        return None
    columns = (_("Result"), _("Why"), _("Worked out as"), _("Source of the rule"))
    title = context.words(section.title)
    table = Table(title, columns, tuple(rows), spans=tuple(spans), hides_caption=True)
    return section_of(context, section, [table])


def _rows(scores: tuple[Score, ...], refusals: tuple[Refusal, ...]) -> Iterator[tuple[Cell, ...]]:
    for score in scores:
        made_by = plugin_suffix(score.made_by)
        yield (
            Cell(mark=mark_of(score)),
            Cell(f"{score.statement}{made_by}", score.facts),
            Cell(score.formula),
            Cell(score.source),
        )
    for refusal in refusals:
        reason = f"{refusal.reason}{plugin_suffix(refusal.made_by)}"
        yield Cell(_("not scored")), Cell(reason, refusal.facts), Cell(), Cell()


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("scores", "How each figure was scored", __doc__ or "", build)]
