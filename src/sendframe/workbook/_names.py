"""Things by the words that people know them by, and back."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeAlias

import attrs

from sendframe.model import short_repr
from sendframe.validation import KnownWords, Suggester, known_words

from ._sheets import ROW_KINDS

__all__ = ["TITLES", "CellProblem", "Names", "Scope", "words_of"]

LONGEST = 70
"""Words of a link are cut here, in characters."""

_WITH_ID = re.compile(r"(?s).*\[([A-Za-z0-9][A-Za-z0-9._/-]*)\]\s*")
TITLES = ("title", "statement", "name", "names", "service", "term", "short_title", "wording",
           "said", "words", "text", "summary", "matter", "checked")  # fmt: skip

Scope: TypeAlias = frozenset[str] | None
"""The ids among which words are looked up first; None for all."""


@attrs.frozen
class CellProblem(Exception):
    """A cell that cannot be read.

    Attributes:
        problem: What is wrong, as one sentence without a full stop.
        help: How to correct it.
        code: Its code.
        suggestion: The nearest words that would be read.
    """

    __repr__ = short_repr

    problem: str
    help: str = ""
    code: str = "SFR403"
    suggestion: str | None = None


def words_of(value: Mapping[str, Any]) -> str:
    """Return the words that people know a thing by; empty where it has none.

    Examples:
        >>> words_of({"id": "a", "statement": {"default": "Help  early"}})
        'Help early'
    """
    for name in TITLES:
        words = value.get(name)
        if isinstance(words, dict):
            words = words.get("default")
        elif isinstance(words, list) and words:
            words = words[0].get("name")
        if isinstance(words, str) and words.strip():
            return " ".join(words.split())
    return ""


def short_codes(value: Mapping[str, Any]) -> Iterable[str]:
    """Yield the short names of a thing, such as "Priority 2" or the code of a criterion."""
    if "order" in value and "id" in value and "shape" not in value and "name" not in value:
        yield f"{value.get('label', 'priority')} {value['order']}"
    if isinstance(value.get("code"), str):
        yield value["code"]
    if isinstance(value.get("short_title"), dict):
        yield value["short_title"]["default"]


def _clipped(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"


def _key(words: str) -> str:
    return " ".join(words.split()).casefold()


@attrs.define(eq=False)
class Names:
    """All things that a cell may refer to.

    A row of a sheet is a thing of the kind ``=NAME OF THE SHEET``.
    """

    __repr__ = short_repr

    _words: dict[str, dict[str, str]] = attrs.field(factory=lambda: defaultdict(dict))
    _codes: dict[str, dict[str, list[str]]] = attrs.field(
        factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    _indexes: "dict[tuple[str, ...], _Index]" = attrs.field(factory=dict)
    _known: dict[tuple[str, ...], KnownWords] = attrs.field(factory=dict)
    _suggester: Suggester = attrs.field(factory=Suggester)

    def add(self, kind: str, id_: str, words: str, codes: Iterable[str] = ()) -> None:
        """Add a thing, or other words of one that is there."""
        before = self._words[kind].get(id_)
        if before is None:
            self._words[kind][id_] = words
        elif words != before:
            codes = (*codes, words)
        indexes = [index for kinds, index in self._indexes.items() if kind in kinds]
        for index in indexes if before is None else ():
            index.add(id_, words)
        for code in codes:
            self._codes[kind][_key(code)].append(id_)
            for index in indexes:
                index.add_code(id_, _key(code))
        if indexes:
            self._known.clear()

    def of_kind(self, kinds: Iterable[str], scope: Scope = None) -> list[str]:
        """Return the words of all things of some kinds, as cells have them, sorted."""
        ids = {id_ for kind in kinds for id_ in self._words.get(kind, ())}
        wanted = ids if scope is None else ids & scope
        return sorted(self.shown(tuple(kinds), id_, scope) for id_ in wanted)

    def shown(self, kinds: tuple[str, ...], id_: str, scope: Scope = None) -> str:
        """Return the words of a thing as a cell has them: with the id where others have them too."""
        words = next((w for k in kinds if (w := self._words.get(k, {}).get(id_))), "")
        if not words or (scope is not None and id_ not in scope):
            return f"{_clipped(words)} [{id_}]" if words else id_
        clipped = _clipped(words)
        unique = len(self._ids(kinds, _key(clipped), scope)) == 1
        return clipped if unique and not _WITH_ID.fullmatch(clipped) else f"{clipped} [{id_}]"

    def read(self, kinds: tuple[str, ...], text: str, scope: Scope = None) -> str:
        """Return the id of the thing that some words name.

        Raises:
            CellProblem: None or more than one has them.
        """
        ids = self._ids(kinds, _key(text), scope)
        if not ids and scope is not None:
            ids = self._ids(kinds, _key(text), None)
        with_id = _WITH_ID.fullmatch(text)
        for id_ in (text.strip(), with_id[1] if with_id else ""):
            if len(ids) != 1 and any(id_ in self._words.get(kind, ()) for kind in kinds):
                return id_
        if len(ids) == 1:
            return ids[0]
        shown_kinds = " or ".join(kind.removeprefix("=").replace("-", " ") for kind in kinds)
        if ids:
            listed = ", ".join(sorted(ids))
            raise CellProblem(
                f"several of the kind {shown_kinds} are called '{text}': {listed}",
                f"Write which one, such as {text} [{min(ids)}].",
                "SFR201",
            )
        raise CellProblem(
            f"there is no {shown_kinds} called '{text}'",
            "Choose one from the list of the cell, or add a row for it."
            if any(kind.startswith("=") or kind in ROW_KINDS for kind in kinds)
            else "Choose one from the list of the cell. A new one is written in the documents.",
            "SFR201",
            self._suggester.suggest(text, self._known_words(kinds)),
        )

    def _known_words(self, kinds: tuple[str, ...]) -> KnownWords:
        if kinds not in self._known:
            self._known[kinds] = known_words(self.of_kind(kinds))
        return self._known[kinds]

    def _ids(self, kinds: tuple[str, ...], key: str, scope: Scope) -> list[str]:
        """Return the ids of what has some words, in full or cut; else of what has a short code."""
        if kinds not in self._indexes:
            index = self._indexes[kinds] = _Index()
            for kind in kinds:
                for id_, words in self._words.get(kind, {}).items():
                    index.add(id_, words)
                for code, ids in self._codes.get(kind, {}).items():
                    for id_ in ids:
                        index.add_code(id_, code)
        named = self._indexes[kinds].ids(key)
        return [id_ for id_ in named if scope is None or id_ in scope]


@attrs.define(eq=False)
class _Index:
    """The ids of things by their words, in full and cut, and by their short codes."""

    _words: dict[str, dict[str, None]] = attrs.Factory(dict)
    _codes: dict[str, dict[str, None]] = attrs.Factory(dict)

    def add(self, id_: str, words: str) -> None:
        self._words.setdefault(_key(_clipped(words)), {})[id_] = None
        self._words.setdefault(_key(words), {})[id_] = None

    def add_code(self, id_: str, code: str) -> None:
        self._codes.setdefault(code, {})[id_] = None

    def ids(self, key: str) -> Collection[str]:
        return self._words.get(key) or self._codes.get(key) or ()


def scope_of(ids: Collection[str]) -> Scope:
    """Return some ids as the scope of a look-up; none at all is no scope."""
    return frozenset(ids) or None
