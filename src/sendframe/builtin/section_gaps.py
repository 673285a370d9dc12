"""Gaps between groups of children and young people.

What it shows
    For each rate with figures of parts, such as sexes, needs or localities: the part with the
    lowest figure, the part with the highest, and the difference.

What it needs
    Figures of parts of a total that disclosure control lets through.

Where that is missing
    The row is left out. A note counts the parts whose figures are hidden.
"""

from sendframe.plugins import (
    Breakdown,
    Cell,
    IndicatorResult,
    NoOptions,
    Point,
    Section,
    SectionKind,
    Table,
    TypedFigure,
    amount,
    hookimpl,
    ngettext,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    annex_link,
    point_text,
    section_of,
    typed_point,
    words_of_code,
)


def build(context: BuildContext, section: ProfileSection, options: NoOptions) -> Section | None:  # noqa: ARG001  # none to choose
    """Return the table; None without two parts of a rate."""
    rows, hidden = [], 0
    for result in context.evaluation.indicators:
        if result.is_count:
            continue
        for breakdown in result.breakdowns:
            hidden += len(breakdown.hidden)
            row = _row(context, result, breakdown)
            if row:
                rows.append(row)
    if not rows:
        return None
    note = (
        ngettext("Hidden: {number} small figure.", "Hidden: {number} small figures.", hidden)
        if hidden
        else ""
    )
    columns = (_("Indicator"), _("By"), _("Lowest"), _("Highest"), _("Gap"))
    title = context.words(section.title)
    return section_of(
        context, section, [Table(title, columns, tuple(rows), note, hides_caption=True)]
    )


def _row(
    context: BuildContext, result: IndicatorResult, breakdown: Breakdown
) -> tuple[Cell, ...] | None:
    parts = [
        (point.sound, name, point)
        for name, point in breakdown.parts.items()
        if point.sound is not None
    ]
    if len(parts) < 2:  # noqa: PLR2004  # a gap has two ends
        return None
    low, high = min(parts, key=_order), max(parts, key=_order)
    difference = (high[0] or 0.0) - (low[0] or 0.0)
    gap, is_percent = amount(difference, result.decimals), result.unit == "percent"
    text = _("{size} points", size=gap) if is_percent else gap
    typed = TypedFigure(
        result.indicator,
        difference,
        "points" if is_percent else result.unit,
        result.decimals,
        "gap",
        period=breakdown.period,
    )
    return (
        Cell(result.name, note=str(breakdown.period), link=annex_link(context, result.indicator)),
        Cell(words_of_code(breakdown.dimension)),
        *(
            Cell(
                point_text(result, point),
                (point.fact,),
                note=words_of_code(name),
                typed=typed_point(result, point, part=name),
            )
            for __, name, point in (low, high)
        ),
        Cell(text, (low[2].fact, high[2].fact), number=True, typed=typed),
    )


def _order(part: tuple[float | None, str, Point]) -> tuple[float, str]:
    return part[0] or 0.0, part[1]


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("gaps", "Gaps between groups", __doc__ or "", build)]
