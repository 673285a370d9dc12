"""Each indicator in half a page.

What it shows
    For each indicator: how it reads, what is counted, its series as a picture with the country's and
    the targets, the newest figures as a table, its place among areas like it, what to bear in
    mind, and the place its latest figure was read from. A remark that holds for several indicators
    is numbered and printed once, before them. Of a breakdown the first 500 parts are printed.

What it needs
    A figure.

Where that is missing
    Indicators without a figure are left out; parts without a total are shown as parts.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal, TypeAlias

import attrs

from sendframe.plugins import (
    N_,
    Block,
    Breakdown,
    Bullets,
    Cell,
    IndicatorResult,
    Mark,
    Paragraph,
    Point,
    Section,
    SectionKind,
    Sentence,
    Table,
    TypedFigure,
    amount,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    column_chart,
    country_comparison,
    duty_level,
    figure,
    figure_text,
    link_to,
    newer_sentence,
    peers_chart,
    place_among,
    point_text,
    section_of,
    short_period,
    target_sentence,
    trend_chart,
    typed_benchmark,
    typed_point,
    words_of_code,
)

_Part: TypeAlias = Literal["numerator", "denominator"]
_BETTER = {
    "higher": N_("Higher is better."),
    "lower": N_("Lower is better."),
    "range": N_("Better within a range."),
}
MOST_PARTS = 500
"""So many parts of a breakdown are printed; nobody reads more, and a page cannot hold 60,000."""

_FEWEST_FOR_A_CHART = 2


@attrs.frozen
class Length:
    """How much of a series stands in its table.

    Attributes:
        periods: The newest periods, at most so many; the picture shows all.
    """

    periods: int = 7


def build(context: BuildContext, section: ProfileSection, options: Length) -> Section | None:
    """Return a section for each indicator with figures; None without any."""
    results = [r for r in context.evaluation.indicators if r.points or r.breakdowns]
    notes = common_notes(context, results)
    blocks: list[Block] = []
    if notes:
        blocks.append(
            Bullets(tuple(Sentence(note, label=_("Note {n}.", n=n)) for note, n in notes.items()))
        )
    parts = [_indicator(context, section.id, result, options, notes) for result in results]
    return section_of(context, section, blocks, sections=parts) if parts else None


def common_notes(context: BuildContext, results: list[IndicatorResult]) -> dict[str, int]:
    """Return the remarks that several indicators share, each with its number, from 1."""
    counts = Counter(note for result in results for note in dict.fromkeys(_notes(context, result)))
    shared = [note for note, count in counts.items() if count > 1]
    return {note: number for number, note in enumerate(shared, 1)}


def _notes(context: BuildContext, result: IndicatorResult) -> Iterator[str]:
    """Yield what must be borne in mind: caveats, and breaks within the series."""
    yield from result.caveats
    if result.points:
        first, last = result.points[0].period, result.points[-1].period
        for item in context.indicators[result.indicator].breaks:
            if first.last_day < item.first_period.first_day <= last.last_day:
                yield _(
                    "Nothing is compared across the beginning of {first_period}: {reason}",
                    first_period=item.first_period,
                    reason=item.reason,
                )


def _indicator(
    context: BuildContext,
    prefix: str,
    result: IndicatorResult,
    options: Length,
    numbered: dict[str, int],
) -> Section:
    blocks: list[Block] = [Paragraph(tuple(_definition(context, result)), "note")]
    values = [point for point in result.points if point.value is not None]
    if len(values) >= _FEWEST_FOR_A_CHART and result.not_compared is None:
        is_plain_count = result.is_count and result.direction in (None, "neutral")
        chart = column_chart if is_plain_count else trend_chart
        blocks.append(chart(context, result))
    if result.points:
        blocks.append(_series_table(context, result, options))
    blocks += [_breakdown_table(result, breakdown) for breakdown in result.breakdowns]
    peers = peers_chart(context, result)
    if peers is not None:
        blocks.append(peers)
    blocks.append(Paragraph(tuple(_remarks(context, result, numbered)), "note"))
    reading = result.reading
    mark = reading.marks[0] if reading and reading.marks else None
    return Section(
        f"{prefix}-{result.indicator}",
        result.title,
        tuple(block for block in blocks if not isinstance(block, Paragraph) or block.sentences),
        mark=Mark(mark.label, mark.shape, mark.tone) if mark else None,
        note="; ".join(reading.remarks) if reading else "",
    )


def _definition(context: BuildContext, result: IndicatorResult) -> Iterator[Sentence]:
    """Yield what is counted, which direction is better, and what is aimed for."""
    indicator = context.indicators[result.indicator]
    if indicator.definition:
        yield Sentence(context.words(indicator.definition))
    if result.direction in _BETTER:  # that there is none stands beside the heading
        yield Sentence(_(_BETTER[result.direction]))
    for target in result.targets:
        yield Sentence(target_sentence(target, duty_level(context, result)), (target.fact,))
    if result.duty:
        yield Sentence(result.duty, label=_("The law:"))


def _series_table(context: BuildContext, result: IndicatorResult, options: Length) -> Table:
    """Return the newest figures, a column a period, with the counts and the country below."""
    points = result.points[-options.periods :]
    rows = [(Cell(context.area.name), *(_figure_cell(result, point) for point in points))]
    parts: tuple[tuple[str | None, _Part], ...] = (
        (result.numerator, "numerator"),
        (result.denominator, "denominator"),
    )
    for name, part in parts:
        if any(getattr(point, part) is not None for point in points):
            counts = [_count_cell(result, point, part) for point in points]
            rows.append((Cell(name or part), *counts))
    country = country_comparison(context, result)
    if country is not None:
        past = [country.at(point.period) for point in points]
        cells = [
            Cell("", number=True)
            if point is None or point.value is None
            else Cell(
                figure(result, point.value),
                (point.fact,),
                number=True,
                typed=typed_benchmark(result, country.comparator, point),
            )
            for point in past
        ]
        rows.append((Cell(country.title), *cells))
    unit = result.unit_text if result.unit_text and result.unit_text != "%" else _("Period")
    columns = (unit[:1].upper() + unit[1:], *(short_period(point.period) for point in points))
    caption, note = _("Figures: {title}", title=result.title), _symbols(points)
    return Table(caption, columns, tuple(rows), f"{note}." if note else "", hides_caption=True)


def _figure_cell(result: IndicatorResult, point: Point) -> Cell:
    """Return a figure; without one its symbol, which a note below the table explains."""
    text = point_text(result, point) or point.symbol or "–"
    typed = typed_point(result, point, with_reading=True)
    return Cell(text, (point.fact,), number=True, typed=typed)


def _symbols(points: Sequence[Point]) -> str:
    """Return what the symbols in place of figures mean, each once."""
    meanings = {
        point.symbol: point.meaning or _("no figure")
        for point in points
        if point.value is None and point.symbol
    }
    return "; ".join(f"{symbol}: {meaning}" for symbol, meaning in meanings.items())


def _count_cell(result: IndicatorResult, point: Point, part: _Part) -> Cell:
    count = point.numerator if part == "numerator" else point.denominator
    if count is None:
        return Cell("", (point.fact,), number=True)
    typed = TypedFigure(result.indicator, count, "count", kind=part, period=point.period)
    return Cell(amount(count), (point.fact,), number=True, typed=typed)


def _breakdown_table(result: IndicatorResult, breakdown: Breakdown) -> Table:
    rows = tuple(
        (
            Cell(words_of_code(name)),
            Cell(
                figure_text(result, point),
                (point.fact,),
                number=True,
                typed=typed_point(result, point, part=name),
            ),
        )
        for name, point in islice(breakdown.parts.items(), MOST_PARTS)
    )
    dimension = words_of_code(breakdown.dimension)
    columns = (
        dimension[:1].upper() + dimension[1:],
        _("Number") if result.is_count else _("Figure"),
    )
    notes = [_("Small numbers are hidden (c).")] if breakdown.hidden else []
    if len(breakdown.parts) > MOST_PARTS:
        count = f"{len(breakdown.parts):,}"
        notes.append(
            _("These are the first {shown} of {count} parts.", shown=MOST_PARTS, count=count)
        )
    note = " ".join(notes)
    return Table(
        _("By {dimension}, {period}", dimension=dimension, period=breakdown.period),
        columns,
        rows,
        note,
    )


def _remarks(
    context: BuildContext, result: IndicatorResult, numbered: dict[str, int]
) -> Iterator[Sentence]:
    """Yield what to bear in mind, the place among others, the source, and the way back."""
    place = place_among(context, result)
    if place is not None:
        yield Sentence(place.sentence(context.area.name), (place.fact,))
    newer = newer_sentence(context, result)
    if newer:
        yield newer
    if result.not_compared:
        yield Sentence(result.not_compared)
    reading = result.reading
    if reading is not None and reading.contradiction:
        yield Sentence(reading.contradiction, reading.facts)
    notes = list(_notes(context, result))
    own = [note for note in notes if note not in numbered]
    for index, note in enumerate(own):
        yield Sentence(note, label="" if index else _("Read with care:"))
    shared = [_("note {numbered}", numbered=numbered[note]) for note in notes if note in numbered]
    if shared:
        yield Sentence(_("See {shared}.", shared=", ".join(shared)))
    latest = result.latest
    source = _source(context, latest.fact) if latest else ""
    if source:
        yield Sentence(f"{source}.", label=_("Source:"))
    back = link_to(context, "board", "figures")
    if back is not None:
        yield Sentence(_("Back to the report."), link=back)


def _source(context: BuildContext, fact: str) -> str:
    """Return what a fact was read from, or what the first facts were that it was computed from."""
    origin = context.facts.get(fact)
    while origin is not None and not origin.source and origin.derived_from:
        origin = context.facts.get(origin.derived_from[0])
    return (origin.source or "").rstrip(".") if origin else ""


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [
        SectionKind("indicators", "Each indicator in half a page", __doc__ or "", build, Length)
    ]
