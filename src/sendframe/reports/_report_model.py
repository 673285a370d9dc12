"""The report as data: sections, sentences, tables and charts, for renderers to lay out.

Every number is already rounded and written out: renderers never compute. Each sentence, cell and
mark names the facts it rests on.
"""

from datetime import date
from typing import Literal, TypeAlias

import attrs

from sendframe.model import Input, Maker, Tone

__all__ = [
    "Block",
    "Bullets",
    "Callout",
    "Cell",
    "Chart",
    "ChartPoint",
    "Dot",
    "DotChart",
    "Mark",
    "Paragraph",
    "ReferenceLine",
    "ReportModel",
    "Section",
    "Sentence",
    "Table",
    "TrendChart",
]


@attrs.frozen
class Sentence:
    """One sentence.

    Attributes:
        text: The sentence, with its full stop.
        facts: Ids of the facts it rests on.
        quoted: True for somebody's own words, to be shown as a quotation.

    Hook: ``sendframe_renderers``.
    """

    text: str
    facts: tuple[str, ...] = ()
    quoted: bool = False


@attrs.frozen
class Mark:
    """A rating: a word and a shape, and a colour where its tone allows one.

    Attributes:
        label: The word.
        shape: ``circle``, ``square``, ``triangle``, ``diamond``, ``bar`` or ``cross``; any other
            word is shown as a circle.
        tone: Whether it may be coloured; ``neutral`` never is.

    Hook: ``sendframe_renderers``.
    """

    label: str
    shape: str = "circle"
    tone: Tone = "neutral"


@attrs.frozen
class Cell:
    """A cell of a table.

    Attributes:
        text: Its text; empty only with a mark.
        facts: Ids of the facts it rests on.
        mark: A rating.
        number: True for numbers, which are aligned right.

    Hook: ``sendframe_renderers``.
    """

    text: str = ""
    facts: tuple[str, ...] = ()
    mark: Mark | None = None
    number: bool = False


@attrs.frozen
class Paragraph:
    """A paragraph of sentences.

    Attributes:
        sentences: The sentences.

    Hook: ``sendframe_renderers``.
    """

    sentences: tuple[Sentence, ...]


@attrs.frozen
class Bullets:
    """A list.

    Attributes:
        items: Its entries.

    Hook: ``sendframe_renderers``.
    """

    items: tuple[Sentence, ...]


@attrs.frozen
class Callout:
    """A highlighted note.

    Attributes:
        title: Its title.
        sentences: Its sentences.
        weight: ``note`` or ``important``.

    Hook: ``sendframe_renderers``.
    """

    title: str
    sentences: tuple[Sentence, ...]
    weight: Literal["note", "important"] = "note"


@attrs.frozen
class Table:
    """A table with one header row; the first column heads its rows.

    Attributes:
        caption: Its caption.
        columns: Headings.
        rows: Rows of cells, one cell for each heading.
        note: A note below it.

    Hook: ``sendframe_renderers``.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


@attrs.frozen
class ChartPoint:
    """A point of a trend.

    Attributes:
        label: The period.
        value: The figure, unrounded; None where there is none.
        text: The figure as printed, or the words for a missing one.
        facts: Ids of the facts it rests on.
        follows: Whether it may be compared with the point before, so that a line leads to it.

    Hook: ``sendframe_renderers``.
    """

    label: str
    value: float | None
    text: str
    facts: tuple[str, ...] = ()
    follows: bool = True


@attrs.frozen
class ReferenceLine:
    """A level in a trend chart: a benchmark, a target, or a limit of chance.

    Attributes:
        label: Its name.
        value: The level, unrounded; for a benchmark with a past, the latest one.
        text: The level as printed.
        kind: ``target``, ``benchmark`` or ``limit``; between limits a series varies by chance.
        facts: Ids of the facts it rests on.
        past: The benchmark in each period of the chart, drawn as a line of its own; empty for a
            constant level.

    Hook: ``sendframe_renderers``.
    """

    label: str
    value: float
    text: str
    kind: Literal["target", "benchmark", "limit"]
    facts: tuple[str, ...] = ()
    past: tuple[ChartPoint, ...] = ()


@attrs.frozen
class TrendChart:
    """A series over time, with levels.

    Attributes:
        id: Prefix of the ids in the picture; unique in a report.
        title: Its title.
        description: The text alternative.
        unit: Unit of the numbers, such as "%".
        points: The series, oldest first.
        lines: The levels.

    Hook: ``sendframe_renderers``.
    """

    id: str
    title: str
    description: str
    unit: str
    points: tuple[ChartPoint, ...]
    lines: tuple[ReferenceLine, ...] = ()


@attrs.frozen
class Dot:
    """One area or benchmark in a dot chart.

    Attributes:
        label: Name of the area or benchmark.
        value: Its figure, unrounded; None where it has none.
        text: The figure as printed, or the words for a missing one.
        kind: ``own`` for the area itself, ``other`` for another area, or ``benchmark``.
        facts: Ids of the facts it rests on.

    Hook: ``sendframe_renderers``.
    """

    label: str
    value: float | None
    text: str
    kind: Literal["own", "other", "benchmark"]
    facts: tuple[str, ...] = ()


@attrs.frozen
class DotChart:
    """An area among its peers, one row each.

    Attributes:
        id: Prefix of the ids in the picture; unique in a report.
        title: Its title.
        description: The text alternative.
        unit: Unit of the numbers, such as "%".
        dots: The areas, in the order shown.

    Hook: ``sendframe_renderers``.
    """

    id: str
    title: str
    description: str
    unit: str
    dots: tuple[Dot, ...]


Chart: TypeAlias = TrendChart | DotChart
Block: TypeAlias = Paragraph | Bullets | Callout | Table | TrendChart | DotChart


@attrs.frozen
class Section:
    """A heading with blocks and sections under it.

    Attributes:
        id: Its id, for links; unique in a report.
        title: Its heading.
        blocks: The blocks under the heading.
        sections: Sections one level below.

    Hook: ``sendframe_renderers``.
    """

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: "tuple[Section, ...]" = ()


@attrs.frozen
class ReportModel:
    """A report.

    Attributes:
        profile: Id of its profile.
        title: Its title.
        subtitle: The day of the evaluation, in words.
        area: Name of the local area.
        as_at: The day it was evaluated at.
        notice: A notice for every page; empty for none.
        handling_mark: Handling mark for every page; empty for none.
        fictional: True where the area does not exist.
        public: Whether it may be published as it is.
        sections: Its sections.
        makers: Programs that made it, with versions.
        inputs: Files it was made from, with their hashes.
        made_by: The plug-in that its profile comes from, with distribution and version.
        rendered_by: The plug-in that its renderer comes from; empty before it is rendered.
        language: Language tag (BCP 47).

    Hook: ``sendframe_renderers``.
    """

    profile: str
    title: str
    subtitle: str
    area: str
    as_at: date
    sections: tuple[Section, ...]
    notice: str = ""
    handling_mark: str = ""
    fictional: bool = False
    public: bool = False
    makers: tuple[Maker, ...] = ()
    inputs: tuple[Input, ...] = ()
    made_by: str = ""
    rendered_by: str = ""
    language: str = "en-GB"
