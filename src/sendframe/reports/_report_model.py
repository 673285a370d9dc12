"""The report as data: sections, sentences, tables and charts, for renderers to lay out.

Every number is already rounded and written out: renderers never compute. Each sentence, cell and
mark names the facts it rests on.
"""

from datetime import date
from typing import Literal, TypeAlias

import attrs

from sendframe.model import Input, Maker, Tone, short_repr

from ._chart_model import Chart, PeersChart, TrendChart
from ._mark_model import Icon, Image, Link, Mark
from ._shape_model import Ladder, PathChart, Pictogram, Pips
from ._shown import Named
from ._typed_figure import TypedFigure

__all__ = [
    "Block",
    "Bullets",
    "Callout",
    "Cell",
    "Column",
    "Columns",
    "FigureCard",
    "Icon",
    "Image",
    "Link",
    "Mark",
    "Paragraph",
    "Question",
    "Questions",
    "ReportModel",
    "Section",
    "Sentence",
    "SmallChart",
    "Span",
    "Table",
]


@attrs.frozen
class Sentence:
    """One sentence.

    Attributes:
        text: The sentence, with its full stop.
        facts: Ids of the facts it rests on.
        quoted: True for somebody's own words, to be shown as a quotation.
        label: A word printed in bold before it, with its own colon, such as "Difference:".
        note: Small words after it: a source, or who said it and when.
        mark: A state printed before it.
        link: Where it leads.
        language: Language tag of its text (BCP 47), where it is another than that of the report.
        picture: A picture before it.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    text: str
    facts: tuple[str, ...] = ()
    quoted: bool = False
    label: str = ""
    note: str = ""
    mark: Mark | None = None
    link: Link | None = None
    language: str = ""
    picture: Icon | Image | None = None


SmallChart: TypeAlias = TrendChart | PeersChart | Ladder | Pips | Pictogram | PathChart
"""A chart that is drawn small where it stands in a cell or beside a figure."""


@attrs.frozen
class Cell:
    """A cell of a table.

    Attributes:
        text: Its text; empty only with a mark or a chart.
        facts: Ids of the facts it rests on.
        mark: A rating.
        number: True for numbers, which are aligned right.
        strong: Whether its text is printed in bold.
        note: Small words under its text.
        chart: A chart, drawn small under its text.
        link: Where its text leads.
        more: Further lines of the cell, one below another.
        typed: The figure that its text or its note prints, as values; None for none.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    text: str = ""
    facts: tuple[str, ...] = ()
    mark: Mark | None = None
    number: bool = False
    strong: bool = False
    note: str = ""
    chart: SmallChart | None = None
    link: Link | None = None
    more: "tuple[Cell, ...]" = ()
    typed: TypedFigure | None = None


@attrs.frozen
class Paragraph:
    """A paragraph of sentences.

    Attributes:
        sentences: The sentences.
        style: ``normal``, ``lead`` for the summary of a page in larger type, or ``note`` for small
            words.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    sentences: tuple[Sentence, ...]
    style: Literal["normal", "lead", "note"] = "normal"


@attrs.frozen
class Bullets:
    """A list.

    Attributes:
        items: Its entries.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    items: tuple[Sentence, ...]


@attrs.frozen
class Callout:
    """A highlighted note.

    Attributes:
        title: Its title.
        sentences: Its sentences.
        weight: ``note``, ``important``, or ``missing`` for what has still to be supplied.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    title: str
    sentences: tuple[Sentence, ...]
    weight: Literal["note", "important", "missing"] = "note"


@attrs.frozen
class Question:
    """Something that is asked or was said, with what is to be said to it.

    Attributes:
        title: The question, or the words that somebody said.
        sentences: Why it is asked and who is to answer, or the answer.
        label: Who said it.
        picture: A picture beside it.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    title: str
    sentences: tuple[Sentence, ...] = ()
    label: str = ""
    picture: Icon | Image | None = None


@attrs.frozen
class Questions:
    """Questions, or what was said, each with what is to be said to it.

    Attributes:
        items: The questions.
        numbered: Whether they are numbered from 1; otherwise each is shown as something said.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    items: tuple[Question, ...]
    numbered: bool = True


@attrs.frozen
class FigureCard:
    """One figure in large type, with what it was before.

    Attributes:
        title: What is counted.
        figure: The figure as printed, with its unit.
        beside: Small words beside the figure.
        facts: Ids of the facts the figure rests on.
        sentences: What there is to say about it.
        chart: Its series, or so many of a hundred, or its way to an aim, drawn small.
        tone: Colour of the series.
        link: Where its title leads.
        picture: A picture beside its title.
        typed: The figure as values; None where it is none of an indicator.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    title: str
    figure: str
    beside: str = ""
    facts: tuple[str, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    chart: TrendChart | Pictogram | PathChart | None = None
    tone: Tone = "neutral"
    link: Link | None = None
    picture: Icon | Image | None = None
    typed: TypedFigure | None = None


@attrs.frozen
class Span:
    """A row of a table that is one cell: a heading of the rows below it, or a remark.

    Attributes:
        before: Number of the row, from 0, that it stands before; the number of rows for the end.
        sentence: What it says.
        kind: ``heading`` of the rows below, or ``remark`` on the row above.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    before: int
    sentence: Sentence
    kind: Literal["heading", "remark"] = "heading"


@attrs.frozen
class Table:
    """A table with one header row; the first column heads its rows.

    Attributes:
        caption: Its caption.
        columns: Headings.
        rows: Rows of cells, one cell for each heading.
        note: A note below it.
        spans: Rows of one cell, in the order of the rows they stand before.
        hides_caption: Whether the caption is for screen readers only.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    spans: tuple[Span, ...] = ()
    hides_caption: bool = False


@attrs.frozen
class Column:
    """One of several columns beside each other.

    Attributes:
        title: Its heading; empty for none.
        blocks: What it holds.
        mark: The shape and colour of its heading; its label is not printed.
        picture: A picture before its heading, or before what it holds.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    title: str
    blocks: "tuple[Block, ...]"
    mark: Mark | None = None
    picture: Icon | Image | None = None


@attrs.frozen
class Columns:
    """Columns beside each other; one below another where there is no space.

    Attributes:
        columns: The columns.
        boxed: Whether each stands in a box, as something to be talked about.
        widths: Share of each, such as ``(2, 1)``; empty for equal ones.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    columns: tuple[Column, ...]
    boxed: bool = False
    widths: tuple[int, ...] = ()


Block: TypeAlias = Paragraph | Bullets | Callout | Questions | FigureCard | Table | Columns | Chart


@attrs.frozen(repr=False)
class Section(Named):
    """A heading with blocks and sections under it.

    Attributes:
        id: Its id, for links; unique in a report.
        title: Its heading; empty for none.
        blocks: The blocks under the heading.
        sections: Sections one level below.
        mark: A state printed beside the heading.
        note: Small words beside the heading.
        starts_page: Whether it begins a page where the report is printed.
        beside: Whether it stands beside the section before it where there is space.
        picture: A picture beside the heading.

    Hook: ``sendframe_renderers``.
    """

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: "tuple[Section, ...]" = ()
    mark: Mark | None = None
    note: str = ""
    starts_page: bool = False
    beside: bool = False
    picture: Icon | Image | None = None


@attrs.frozen(repr=False)
class ReportModel(Named):
    """A report.

    Attributes:
        profile: Id of its profile.
        title: Its title.
        subtitle: Who it is for, and the day of the evaluation, in words.
        area: Name of the local area.
        as_at: The day it was evaluated at.
        notice: A notice for every page; empty for none.
        handling_mark: Handling mark for every page; empty for none.
        fictional: True where the area does not exist.
        public: Whether it may be published as it is.
        theme: How its pages look: ``standard``, or ``youth`` with larger type and one ink.
        page: How its printed pages lie: ``portrait`` or ``landscape``.
        draft: Why it must not be published as it is; empty for no reason. The handling mark of a
            draft says that it is one.
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
    theme: Literal["standard", "youth"] = "standard"
    page: Literal["portrait", "landscape"] = "portrait"
    draft: tuple[str, ...] = ()
    makers: tuple[Maker, ...] = ()
    inputs: tuple[Input, ...] = ()
    made_by: str = ""
    rendered_by: str = ""
    language: str = "en-GB"

    def _name(self) -> str:
        sections = f"{len(self.sections)} section{'' if len(self.sections) == 1 else 's'}"
        return f"{self.profile!r} of {self.area}, {self.as_at.isoformat()}: {sections}"
