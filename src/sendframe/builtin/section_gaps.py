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
)
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    annex_link,
    counted,
    figure,
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
    note = f"Hidden: {counted(hidden, 'small figure', 'small figures')}." if hidden else ""
    columns = ("Indicator", "By", "Lowest", "Highest", "Gap")
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
    points = " points" if result.unit == "percent" else ""
    gap = amount(difference, result.decimals)
    typed = TypedFigure(
        result.indicator,
        difference,
        points.strip() or result.unit,
        result.decimals,
        "gap",
        period=breakdown.period,
    )
    return (
        Cell(result.name, note=str(breakdown.period), link=annex_link(context, result.indicator)),
        Cell(words_of_code(breakdown.dimension)),
        *(
            Cell(
                figure(result, value or 0.0),
                (point.fact,),
                note=words_of_code(name),
                typed=typed_point(result, point, part=name),
            )
            for value, name, point in (low, high)
        ),
        Cell(f"{gap}{points}", (low[2].fact, high[2].fact), number=True, typed=typed),
    )


def _order(part: tuple[float | None, str, Point]) -> tuple[float, str]:
    return part[0] or 0.0, part[1]


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("gaps", "Gaps between groups", __doc__ or "", build)]
