"""Leave out the last entries of lists, and the ends of long texts, and count them."""

from collections.abc import Sequence
from functools import singledispatchmethod
from typing import TypeVar

import attrs

from ._chart_model import Chart
from ._report_model import (
    Block,
    Bullets,
    Callout,
    Cell,
    Column,
    Columns,
    FigureCard,
    Paragraph,
    Question,
    Questions,
    Section,
    Sentence,
    Table,
)
from ._shape_model import Timeline

__all__ = ["Limits", "Shortener"]

T = TypeVar("T")


@attrs.frozen
class Limits:
    """How much a section may have at most; None for all there is.

    Attributes:
        entries: Entries of each list and rows of each table.
        letters: Letters of each text.
        beside: Blocks of each column.
        parts: Parts and blocks of each section.
    """

    entries: int | None = None
    letters: int | None = None
    beside: int | None = None
    parts: int | None = None


class Shortener:
    """Shortens sections to limits, and counts what it leaves out.

    Attributes:
        limits: The limits.
        left_out: How many entries and parts were left out.
        cut: How many texts end earlier than they did.
    """

    def __init__(self, limits: Limits) -> None:
        """Begin with nothing left out."""
        self.limits = limits
        self.left_out = 0
        self.cut = 0

    def section(self, section: Section) -> Section:
        """Return a section with what the limits allow."""
        return attrs.evolve(
            section,
            title=self._text(section.title),
            note=self._text(section.note),
            blocks=tuple(map(self._block, self._kept(section.blocks, self.limits.parts))),
            sections=tuple(map(self.section, self._kept(section.sections, self.limits.parts))),
        )

    def _kept(self, items: Sequence[T], most: int | None) -> Sequence[T]:
        kept = items[:most]
        self.left_out += len(items) - len(kept)
        return kept

    def _entries(self, items: Sequence[T]) -> Sequence[T]:
        return self._kept(items, self.limits.entries)

    def _text(self, text: str) -> str:
        most = self.limits.letters
        if most is None or len(text) <= most:
            return text
        self.cut += 1
        return f"{text[:most].rsplit(' ', 1)[0].rstrip(' ,;:.')}…"

    def _sentences(self, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
        return tuple(
            attrs.evolve(sentence, text=self._text(sentence.text), note=self._text(sentence.note))
            for sentence in sentences
        )

    @singledispatchmethod
    def _block(self, block: Block) -> Block:
        return block

    @_block.register
    def _(self, block: Paragraph) -> Block:
        sentences = block.sentences
        if block.style == "normal":
            sentences = tuple(self._entries(sentences))
        return attrs.evolve(block, sentences=self._sentences(sentences))

    @_block.register
    def _(self, block: Bullets) -> Block:
        return Bullets(self._sentences(self._entries(block.items)))

    @_block.register
    def _(self, block: Callout) -> Block:
        sentences = self._sentences(block.sentences)
        return attrs.evolve(block, title=self._text(block.title), sentences=sentences)

    @_block.register
    def _(self, block: Questions) -> Block:
        items = tuple(map(self._question, self._entries(block.items)))
        return attrs.evolve(block, items=items)

    def _question(self, item: Question) -> Question:
        sentences = self._sentences(item.sentences)
        return attrs.evolve(item, title=self._text(item.title), sentences=sentences)

    @_block.register
    def _(self, block: FigureCard) -> Block:
        sentences = self._sentences(block.sentences)
        title, beside = self._text(block.title), self._text(block.beside)
        return attrs.evolve(block, title=title, beside=beside, sentences=sentences)

    @_block.register
    def _(self, block: Table) -> Block:
        rows = tuple(self._entries(block.rows))
        last = len(rows)
        return attrs.evolve(
            block,
            caption=self._text(block.caption),
            rows=tuple(tuple(map(self._cell, row)) for row in rows),
            note=self._text(block.note),
            spans=tuple(
                attrs.evolve(span, sentence=self._sentences((span.sentence,))[0])
                for span in block.spans
                if span.before < last or (span.before == last and span.kind == "remark")
            ),
        )

    def _cell(self, cell: Cell) -> Cell:
        more = tuple(map(self._cell, self._entries(cell.more)))
        return attrs.evolve(cell, text=self._text(cell.text), note=self._text(cell.note), more=more)

    @_block.register
    def _(self, block: Columns) -> Block:
        return attrs.evolve(block, columns=tuple(map(self._column, block.columns)))

    def _column(self, column: Column) -> Column:
        """Return a column; of cards only so many as of entries."""
        blocks: list[Block] = []
        cards = 0
        for block in self._labelled(column.blocks):
            cards += isinstance(block, FigureCard)
            if self.limits.entries is None or cards <= self.limits.entries:
                blocks.append(self._block(block))
            else:
                self.left_out += 1
        return attrs.evolve(column, title=self._text(column.title), blocks=tuple(blocks))

    def _labelled(self, blocks: tuple[Block, ...]) -> Sequence[Block]:
        """Return the blocks that a column may have, the last of which is no label of the next one."""
        kept = self._kept(blocks, self.limits.beside)
        if len(kept) < len(blocks):
            while (
                kept
                and isinstance(kept[-1], Paragraph)
                and not any(sentence.text for sentence in kept[-1].sentences)
            ):
                kept = kept[:-1]
        return kept

    @_block.register
    def _(self, block: Timeline) -> Chart:
        return attrs.evolve(block, rows=tuple(self._entries(block.rows)))
