"""Find the texts of a portfolio that no report prints."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import zip_longest
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

import attrs

from sendframe.checks import ValueLocations
from sendframe.errors import Location, escape_token
from sendframe.model import (
    ColumnsInRelease,
    Document,
    FrozenMap,
    Json,
    MappedFigure,
    MappedFilter,
    ObservationSet,
    Pattern,
    Portfolio,
    Profile,
    RefersTo,
    ShownRecord,
    TableColumn,
    Text,
    Value,
    short_repr,
)

from ._report_model import ReportModel

__all__ = ["TextsRead", "UnprintedText", "unprinted"]

MOST_WORDS = 40
"""A text is printed if its first so many words are, one after the other."""

MOST_NAMED = 5
"""So many kinds of text are named in the summary."""

_WORD = re.compile(r"\w+")
_CAPITAL = re.compile("(?<=.)(?=[A-Z])")
_NO_TEXT = frozenset({
    "anchor", "facts", "id", "inputs", "kind", "language", "made_by", "makers", "profile",
    "rendered_by", "role", "shape", "signal", "style", "tone", "typed", "weight",
})  # fmt: skip
"""The fields of report models that hold nothing a reader of the report reads as text."""

_NO_STATEMENTS = frozenset([
    ("Manifest", "documents"),  # paths
    ("MappedFile", "newest"),  # a period as a publisher's file writes it
    ("MappedFile", "recognised_by"),  # columns of a publisher's file
    ("Picture", "alt"),  # it stands or falls with the words beside it
    ("Picture", "file"),  # a path
    ("WorkbookMapping", "recognised_by"),  # headings of a table
    ("WorkbookMapping", "sheets"),
    ("WorkbookMapping", "skipped_rows"),
])  # fmt: skip
"""Fields that machines read, which are no words of an author."""

_OF_FIGURES = {*(field.name for field in attrs.fields(Document)), "releases", "symbols"}
"""Fields of a set of figures in which an author writes words."""

_WITHOUT_STATEMENTS = (
    ColumnsInRelease,
    MappedFigure,
    MappedFilter,
    Profile,
    ShownRecord,
    TableColumn,
)
"""Classes of columns of files, with what stands in them, of headings of reports, and of their record.

None of them holds statements of an author.
"""


@attrs.frozen
class UnprintedText:
    """A text that no report prints.

    Attributes:
        location: The file and the JSON pointer of the text.
        owner: The class that the text is part of, such as ``ActionUpdate``.
        field: The field of that class.
        variant: The variant of the text; empty for its default words.
    """

    __repr__ = short_repr

    location: Location
    owner: str
    field: str
    variant: str = ""

    @property
    def kind(self) -> str:
        """The class and the field in words.

        Examples:
            >>> UnprintedText(Location(), "ActionUpdate", "text", "friendly").kind
            'text of action update (friendly)'
        """
        variant = f" ({self.variant})" if self.variant else ""
        return f"{self.field.replace('_', ' ')} of {_CAPITAL.sub(' ', self.owner).lower()}{variant}"


@attrs.frozen
class TextsRead:
    """How many texts of a portfolio were read, and which of them some reports do not print.

    Attributes:
        count: The number of texts: default words, each variant, and each line of words.
        unprinted: Those that none of the reports prints, in the order of the documents.
    """

    __repr__ = short_repr

    count: int
    unprinted: tuple[UnprintedText, ...]

    @property
    def shares(self) -> str:
        """The numbers in words, with the most frequent kinds.

        Examples:
            >>> update = UnprintedText(Location(), "ActionUpdate", "text")
            >>> TextsRead(3, (update, update)).shares
            '2 of 3 texts (text of action update: 2)'
        """
        kinds = Counter(text.kind for text in self.unprinted)
        ordered = sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
        named = [f"{kind}: {number:,}" for kind, number in ordered[:MOST_NAMED]]
        if others := ordered[MOST_NAMED:]:
            count = sum(number for _, number in others)
            named.append(f"{len(others)} other kind{'s' if others[1:] else ''}: {count:,}")
        return f"{len(self.unprinted):,} of {self.count:,} texts ({'; '.join(named)})"

    @property
    def summary(self) -> str:
        """A sentence about the reports that were made.

        Examples:
            >>> TextsRead(3, ()).summary
            'Each of the 3 texts that were read is printed in one of these reports.'
        """
        if self.unprinted:
            return f"Read, and printed in none of these reports: {self.shares}."
        if self.count == 1:
            return "The only text that was read is printed in one of these reports."
        return (
            f"Each of the {self.count:,} texts that were read is printed in one of these reports."
        )


def unprinted(portfolio: Portfolio, models: Iterable[ReportModel]) -> TextsRead:
    """Return the texts of a portfolio that no report of some prints.

    Words are compared, without regard to case, punctuation and white space. Texts are the default
    words and each variant of a `Text`, and all other lines of words; ids, codes, links,
    paths, columns of publishers' files and extensions are none. Figures, profiles, the record of what was published and the documents of
    plug-ins are left out; of a set of figures its title, note, sources, symbols and releases are read.

    Args:
        portfolio: The documents of the area.
        models: The reports.
    """
    locations = ValueLocations(portfolio)
    texts = [
        (locations.location_of(document).file, place, words)
        for document in (portfolio.manifest, *portfolio.documents)
        if document.id not in portfolio.taken_in
        for place, text in _texts_in(document, _Place())
        if (words := tuple(_words(text)[:MOST_WORDS]))
    ]
    written = {words for _, _, words in texts}
    shown = {text for model in models for text in _model_texts(model)}
    printed = _found(written, map(_words, shown))
    missing = (
        UnprintedText(Location(file, pointer), owner, field, variant)
        for file, (pointer, owner, field, variant), words in texts
        if words not in printed
    )
    return TextsRead(len(texts), tuple(missing))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _found(wanted: set[tuple[str, ...]], texts: Iterable[list[str]]) -> set[tuple[str, ...]]:
    """Return those of the wanted words that stand in the texts one after the other."""
    lengths: dict[tuple[str, ...], set[int]] = {}
    for words in wanted:
        lengths.setdefault(words[:2], set()).add(len(words))
    found: set[tuple[str, ...]] = set()
    for text in texts:
        for place, two in enumerate(zip_longest(text, text[1:])):
            for length in (*lengths.get(two, ()), *lengths.get(two[:1], ())):
                found.add(tuple(text[place : place + length]))
    return found & wanted


def _model_texts(part: Any) -> Iterator[str]:
    """Yield every text of a report that its reader may meet."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for member in part:
            yield from _model_texts(member)
    else:
        for field in getattr(part, "__attrs_attrs__", ()):
            if field.name not in _NO_TEXT:
                yield from _model_texts(getattr(part, field.name))


class _Place(NamedTuple):
    """The place of a value: a JSON pointer, and the class and field it belongs to."""

    pointer: str = ""
    owner: str = ""
    field: str = ""
    variant: str = ""


def _texts_in(value: Any, at: _Place) -> Iterator[tuple[_Place, str]]:
    """Yield the place and the words of each text in a value."""
    pointer, owner, field, _ = at
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, Text):
        yield _Place(f"{pointer}/default", owner, field), value.default
        for name, variant in value.variants.items():
            step = f"{pointer}/variants/{escape_token(name)}/text"
            yield _Place(step, owner, field, name), variant.text
    elif isinstance(value, Value):
        if not isinstance(value, _WITHOUT_STATEMENTS):
            yield from _texts_in_fields(value, pointer)
    else:  # a tuple or a map
        steps: Iterable[Any] = value.items() if isinstance(value, FrozenMap) else enumerate(value)
        for step, member in steps:
            yield from _texts_in(member, _Place(f"{pointer}/{escape_token(step)}", owner, field))


def _texts_in_fields(value: Value, pointer: str) -> Iterator[tuple[_Place, str]]:
    owner = type(value).__name__
    # Of a set of figures only what it says of itself, its symbols and releases are statements.
    is_figures = isinstance(value, ObservationSet)
    for field in attrs.fields(type(value)):
        if is_figures and field.name not in _OF_FIGURES:
            continue
        if _may_hold_text(field.type) and (owner, field.name) not in _NO_STATEMENTS:
            member = getattr(value, field.name)
            if member != field.default:  # which nobody wrote
                yield from _texts_in(member, _Place(f"{pointer}/{field.name}", owner, field.name))


@cache
def _may_hold_text(hint: Any) -> bool:
    """Say whether a field of this type may hold words, in itself or in what it is made of."""
    if hint == Json:
        return False
    origin, members = get_origin(hint), get_args(hint)
    if origin is Annotated:
        is_id = any(isinstance(constraint, (Pattern, RefersTo)) for constraint in members[1:])
        return not is_id and _may_hold_text(members[0])
    if origin in (Union, UnionType, tuple, FrozenMap):
        return any(_may_hold_text(member) for member in members)
    return hint is str or (isinstance(hint, type) and issubclass(hint, Value))
