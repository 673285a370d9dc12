"""What a report says, before anyone decides how it looks.

Every number is already rounded and written out: renderers show, they never compute. Each
sentence, cell and mark names the facts it rests on.
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
        quoted: True where the words are somebody's own, to be shown as a quotation.
    """

    text: str
    facts: tuple[str, ...] = ()
    quoted: bool = False


@attrs.frozen
class Mark:
    """A rating: always a word and a shape, and a colour where it may have one.

    Attributes:
        label: The word.
        shape: ``circle``, ``square``, ``triangle``, ``diamond``, ``bar`` or ``cross``; any other
            word is shown as a circle.
        tone: Whether it may be coloured; ``neutral`` never is.
    """

    label: str
    shape: str = "circle"
    tone: Tone = "neutral"


@attrs.frozen
class Cell:
    """A cell of a table.

    Attributes:
        text: What stands in it; empty only beside a mark.
        facts: Ids of the facts it rests on.
        mark: A rating.
        number: True for numbers, which are set to the right.
    """

    text: str = ""
    facts: tuple[str, ...] = ()
    mark: Mark | None = None
    number: bool = False


@attrs.frozen
class Paragraph:
    """Sentences that belong together.

    Attributes:
        sentences: The sentences.
    """

    sentences: tuple[Sentence, ...]


@attrs.frozen
class Bullets:
    """A list.

    Attributes:
        items: Its entries.
    """

    items: tuple[Sentence, ...]


@attrs.frozen
class Callout:
    """Something that must not be missed.

    Attributes:
        title: What it is.
        sentences: What it says.
        weight: ``note`` or ``important``.
    """

    title: str
    sentences: tuple[Sentence, ...]
    weight: Literal["note", "important"] = "note"


@attrs.frozen
class Table:
    """A table with one header row; the first column heads its rows.

    Attributes:
        caption: What it shows.
        columns: Headings.
        rows: Cells, as many a row as there are headings.
        note: What a reader must know about it.
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
        text: The figure as printed, or what stands in its place.
        facts: Ids of the facts it rests on.
        follows: Whether it may be compared with the point before, so that a line leads to it.
    """

    label: str
    value: float | None
    text: str
    facts: tuple[str, ...] = ()
    follows: bool = True


@attrs.frozen
class ReferenceLine:
    """A level to compare with: a benchmark, a target, or a limit of chance.

    Attributes:
        label: What it is.
        value: The level, unrounded; of a benchmark with a past its latest.
        text: The level as printed.
        kind: ``target``, ``benchmark`` or ``limit``, within which a series wanders by chance.
        facts: Ids of the facts it rests on.
        past: The benchmark in each period of the chart, so that it is drawn as a line of its own;
            empty for a level that stays.
    """

    label: str
    value: float
    text: str
    kind: Literal["target", "benchmark", "limit"]
    facts: tuple[str, ...] = ()
    past: tuple[ChartPoint, ...] = ()


@attrs.frozen
class TrendChart:
    """One series over time, with levels to compare with.

    Attributes:
        id: Prefix of the ids in the picture; unique in a report.
        title: What it shows.
        description: What can be seen, in words: the text alternative.
        unit: What the numbers are, such as "%".
        points: The series, oldest first.
        lines: Levels to compare with.
    """

    id: str
    title: str
    description: str
    unit: str
    points: tuple[ChartPoint, ...]
    lines: tuple[ReferenceLine, ...] = ()


@attrs.frozen
class Dot:
    """One area in a comparison.

    Attributes:
        label: Name of the area or benchmark.
        value: Its figure, unrounded; None where it has none.
        text: The figure as printed, or what stands in its place.
        kind: ``own`` for the area itself, ``other`` for another, ``benchmark`` for a benchmark.
        facts: Ids of the facts it rests on.
    """

    label: str
    value: float | None
    text: str
    kind: Literal["own", "other", "benchmark"]
    facts: tuple[str, ...] = ()


@attrs.frozen
class DotChart:
    """One area among others, a row each.

    Attributes:
        id: Prefix of the ids in the picture; unique in a report.
        title: What it shows.
        description: What can be seen, in words: the text alternative.
        unit: What the numbers are, such as "%".
        dots: The areas, in the order shown.
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
    """A heading and what stands under it.

    Attributes:
        id: Its id, for links; unique in a report.
        title: Its heading.
        blocks: What stands under it.
        sections: Sections one level below.
    """

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: "tuple[Section, ...]" = ()


@attrs.frozen
class ReportModel:
    """A whole report.

    Attributes:
        profile: Id of the profile it was made by.
        title: Its title.
        subtitle: What it is about: area and day.
        area: Name of the local area.
        as_at: The day it was evaluated at.
        notice: What every page must say; empty for nothing.
        handling_mark: How its pages are to be handled; empty for nothing.
        fictional: True where the area does not exist.
        public: Whether it may be published as it is.
        sections: What it says.
        makers: Programs that made it, with versions.
        inputs: Files it rests on, with their hashes.
        made_by: Where its profile comes from: the plug-in, with distribution and version.
        rendered_by: Where its renderer comes from; empty before it is rendered.
        language: Language tag (BCP 47).
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
