"""The texts, charts and blocks of a report, for tests of what renderers print."""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    BarChart,
    Block,
    Chart,
    Column,
    ColumnChart,
    Columns,
    Icon,
    Ladder,
    PathChart,
    PeersChart,
    Pictogram,
    Pips,
    ReportModel,
    Section,
    Table,
    Timeline,
    TrendChart,
    charts,
)

DESCRIBED = (Ladder, Pictogram, Pips)
"""Charts whose description says all that they show."""

HIDDEN = {
    "anchor", "facts", "file", "id", "kind", "language", "media_type", "profile", "role", "shape", "signal", "style",
    "tone", "typed", "weight",
}  # fmt: skip
CHARTS = (
    BarChart, ColumnChart, Ladder, PathChart, PeersChart, Pictogram, Pips, Timeline, TrendChart,
)  # fmt: skip


def model_texts(value: object) -> Iterator[str]:
    """Yield all texts of a report, also those that only programs read."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from model_texts(each)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):  # type: ignore[arg-type]  # an attrs class, and a role of the sample
            yield from model_texts(getattr(value, field.name))


def texts(value: object) -> Iterator[str]:
    """Yield every text of a report that a reader must find: all but ids, and words for programs.

    Makers and inputs are shown by a section of the report, not by themselves; of a chart, its
    title, its description and the table of its figures. The mark of a column has no word, and an
    icon repeats the words that it stands beside.
    """
    if isinstance(value, ReportModel):
        yield from (value.title, value.subtitle, value.area, value.notice, value.handling_mark)
        yield from texts(value.sections)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)
    elif isinstance(value, CHARTS):
        yield from _of_chart(value)
    elif attrs.has(type(value)) and not isinstance(value, Icon):
        yield from _of_fields(value)


def _of_fields(value: object) -> Iterator[str]:
    """Yield the texts of a part of a report; a small chart is described, and has no table."""
    hidden = HIDDEN
    if isinstance(value, Column):
        hidden = HIDDEN | {"mark"}
    elif isinstance(value, Table) and value.hides_caption:  # the heading says the same
        hidden = HIDDEN | {"caption"}
    for field in attrs.fields(type(value)):  # type: ignore[arg-type]  # an attrs class, and a role of the sample
        content = getattr(value, field.name)
        if isinstance(content, CHARTS):
            yield content.description
        elif field.name not in hidden:
            yield from texts(content)


def _of_chart(chart: Chart) -> Iterator[str]:
    yield from (chart.title, chart.description)
    if not isinstance(chart, DESCRIBED):
        yield from texts(charts.table(chart).rows)


def blocks(section: Section) -> Iterator[Block]:
    """Yield every block of a section, of its columns and of the sections below it."""
    for block in section.blocks:
        yield block
        if isinstance(block, Columns):
            for column in block.columns:
                yield from column.blocks
    for each in section.sections:
        yield from blocks(each)
