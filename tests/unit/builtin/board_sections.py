"""Sections of a board's report, built one by one for tests."""

from functools import cache
from pathlib import Path
from types import ModuleType

import attrs

from sendframe import load
from sendframe.api import disclosed_evaluation, figures_for
from sendframe.model import ProfileSection
from sendframe.plugins import Catalogue
from sendframe.reports import (
    Block,
    Cell,
    Columns,
    FigureCard,
    Questions,
    Section,
    Sentence,
    Table,
)
from sendframe.reports._context import BuildContext
from tests.unit.conftest import text
from tests.unit.reports.board_context import PROFILE

ROOT = Path(__file__).parents[3]


@cache
def example(name: str) -> BuildContext:
    """Return the context of the board's report of an example."""
    portfolio = load(ROOT / "examples" / name)
    catalogue = Catalogue.discover(third_party=False)
    disclosed = disclosed_evaluation(portfolio, figures_for(portfolio), catalogue=catalogue)
    return BuildContext(disclosed, PROFILE, beside=("board", "annex"))


def built(module: ModuleType, context: BuildContext, **options: object) -> Section | None:
    """Return the section of the only kind that a module brings."""
    (kind,) = module.sections()
    section = ProfileSection(id="s", kind=kind.id, title=text("A heading"))
    made: Section | None = kind.build(context, section, kind.options(**options))
    return made


def some(section: Section | None) -> Section:
    """Return a section that must be there."""
    assert section is not None
    return section


def blocks(section: Section | None) -> list[Block]:
    """Return the blocks of a section and of its columns."""
    found: list[Block] = []
    for block in some(section).blocks:
        found.append(block)
        if isinstance(block, Columns):
            found += [inner for column in block.columns for inner in column.blocks]
    return found


def table(section: Section | None) -> Table:
    """Return the first table of a section."""
    return next(block for block in blocks(section) if isinstance(block, Table))


def cards(section: Section | None) -> list[FigureCard]:
    """Return the figures of a section."""
    return [block for block in blocks(section) if isinstance(block, FigureCard)]


def questions(section: Section | None) -> list[str]:
    """Return the questions of a section."""
    return [
        question.title
        for block in blocks(section)
        if isinstance(block, Questions)
        for question in block.items
    ]


def words(value: object) -> str:
    """Return every sentence and cell of a section or of a part of it, one after the other."""
    if isinstance(value, tuple | list):
        return " ".join(filter(None, map(words, value)))
    if isinstance(value, Sentence):
        return " ".join(filter(None, (value.label, value.text, value.note)))
    if isinstance(value, Cell):
        label = value.mark.label if value.mark else ""
        return " ".join(filter(None, (label, value.text, words(value.more), value.note)))
    if attrs.has(type(value)):
        fields = (getattr(value, field.name) for field in attrs.fields(type(value)))
        return " ".join(filter(None, map(words, fields)))
    return ""
