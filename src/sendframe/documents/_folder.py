"""A portfolio: the folder whose ``portfolio.json`` names the documents that belong together."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from sendframe.errors import Diagnostic, InvalidDocument, Location, Related

from ._document import RawDocument, make, placed, read_raw
from ._file import read_bytes, resolve_inside
from ._parse import DEFAULT_LIMITS, Limits
from ._reference import MOST_SEARCHED, dangling, duplicates

if TYPE_CHECKING:
    from sendframe.model import Document, Observation, ObservationSet, Origin, Portfolio

__all__ = ["MANIFEST", "check_path", "load_document", "load_folder", "unresolved"]

MANIFEST = "portfolio.json"
"""The file that makes a folder a portfolio."""


@attrs.define(eq=False)
class _Reading:
    """A folder while it is read.

    Attributes:
        folder: The folder.
        shown: Its name in the report.
        limits: How much of each document is accepted.
        documents: What was read, the manifest first, with its path in the folder.
        problems: What is wrong, not yet placed.
        data: The bytes of each file, by its name in the report.
    """

    folder: Path
    shown: str
    limits: Limits
    documents: list[tuple[str, RawDocument]] = attrs.Factory(list)
    problems: list[Diagnostic] = attrs.Factory(list)
    data: dict[str | None, bytes] = attrs.Factory(dict)

    def name(self, relative: str) -> str:
        """Return a file's name in the report."""
        return relative if self.shown in ("", ".") else f"{self.shown}/{relative}"

    def read(self, relative: str, named_at: Location | None = None) -> bytes | None:
        """Return the bytes of a file in the folder; None where it cannot be read."""
        where = named_at or Location(self.name(relative))
        path, problems = resolve_inside(self.folder, relative, location=where)
        if path is None:
            self.problems += problems
            return None
        shown = self.name(relative)
        data, problems = read_bytes(path, shown=shown, limit=self.limits.bytes)
        if problems:
            self.problems += [
                attrs.evolve(each, location=named_at) if named_at else each for each in problems
            ]
            return None
        self.data[shown] = data
        return data

    def read_document(
        self, relative: str, named_at: Location | None = None, wanted: str | None = None
    ) -> RawDocument | None:
        """Read a document of the folder and hold it against its schema."""
        data = self.read(relative, named_at)
        if data is None:
            return None
        document = read_raw(data, self.name(relative), self.limits, wanted=wanted)
        self.documents.append((relative, document))
        self.problems += document.diagnostics
        return document


def _read(folder: Path, shown: str, limits: Limits) -> _Reading:
    """Read a manifest and every document it names; hold references against each other."""
    reading = _Reading(folder, shown, limits)
    if not (folder / MANIFEST).exists():
        message = f"there is no {MANIFEST} here, so this is no portfolio"
        help_ = "Name the folder that holds it; to look at one document, use `validate`."
        reading.problems.append(Diagnostic("SFR016", message, Location(shown), help=help_))
        return reading
    manifest = reading.read_document(MANIFEST, wanted="portfolio")
    if manifest is None or not isinstance(manifest.raw, dict):
        return reading
    named = manifest.raw.get("documents")
    first: dict[str, int] = {}
    for index, relative in enumerate(named if isinstance(named, list) else ()):
        if not isinstance(relative, str) or not relative:
            continue  # the schema has said so
        where = Location(manifest.file, f"/documents/{index}")
        if first.setdefault(relative, index) != index or relative == MANIFEST:
            message = "this document is named twice"
            reading.problems.append(Diagnostic("SFR202", message, where, help="Name it once."))
            continue
        found = reading.read_document(relative, where)
        if found is not None and found.kind == "portfolio":
            message = "a portfolio cannot hold another portfolio"
            help_ = "Name the documents of one area only."
            reading.problems.append(Diagnostic("SFR013", message, where, help=help_))
    _hold_references(reading, complete=not _is_short(reading, named))
    return reading


def _is_short(reading: _Reading, named: object) -> bool:
    """Say whether a document could not be read, so that its ids are not known."""
    if not isinstance(named, list):
        # Where "documents" is no array, or may have been misspelt, what it names is not known.
        return any(
            each.location.pointer == "/documents"
            or (each.code == "SFR103" and each.location.pointer.count("/") == 1)
            for each in reading.documents[0][1].diagnostics
        )
    wanted = len(named)
    unread = any(document.names is None for _, document in reading.documents)
    return unread or len(reading.documents) != wanted + 1


def _hold_references(reading: _Reading, *, complete: bool) -> None:
    names = [each.names for _, each in reading.documents if each.names is not None]
    told = {(each.location.file, each.location.pointer) for each in reading.problems}
    for each in duplicates(names):
        if (each.location.file, each.location.pointer) not in told:
            reading.problems.append(each)
    if complete:  # one fault is told once: ids of a document that was not read are not missed
        lost = frozenset(kind for _, each in reading.documents for kind in each.lost)
        broken = {where for where in told if where[1]}
        reading.problems += [
            each
            for each in dangling(names, lost)
            if (each.location.file, each.location.pointer) not in broken
        ]


def unresolved(portfolio: "Portfolio") -> tuple[Diagnostic, ...]:
    """Return references to nothing in documents that were made in Python."""
    from ._converter import kind_of, plain_data
    from ._reference import collect

    documents = (portfolio.manifest, *portfolio.documents)
    return tuple(
        dangling([collect(plain_data(each), kind_of(each), each.id) for each in documents])
    )


def _single(path: Path, shown: str, limits: Limits) -> tuple[RawDocument | None, list[Diagnostic]]:
    data, problems = read_bytes(path, shown=shown, limit=limits.bytes)
    if problems:
        return None, list(problems)
    document = read_raw(data, shown, limits)
    return document, list(document.diagnostics)


def _shown(path: Path) -> str:
    return path.as_posix()


def check_path(path: Path, limits: Limits = DEFAULT_LIMITS) -> tuple[Diagnostic, ...]:
    """Return everything wrong with a document, or with a folder and all its documents.

    Args:
        path: A document, or the folder of a ``portfolio.json``.
        limits: How much of each document is accepted.
    """
    if path.is_dir():
        return _load(path, limits)[1]
    document, problems = _single(path, _shown(path), limits)
    if document is not None and not problems:
        problems += make(document)[1]
    data = {} if document is None else {document.file: document.data}
    return placed(problems, data)


def load_document(path: Path, limits: Limits = DEFAULT_LIMITS) -> "Document":
    """Return one document.

    Raises:
        InvalidDocument: It has a problem; every one found is told.
    """
    document, problems = _single(path, _shown(path), limits)
    made = None
    if document is not None and not problems:
        made, broken = make(document)
        problems += broken
    if made is None:
        data = {} if document is None else {document.file: document.data}
        raise InvalidDocument(placed(problems, data))
    return made


def load_folder(folder: Path, limits: Limits = DEFAULT_LIMITS) -> "Portfolio":
    """Return the portfolio of a folder.

    Raises:
        InvalidDocument: Something in it has a problem; every one found is told.
    """
    portfolio, problems = _load(folder, limits)
    if portfolio is None:
        raise InvalidDocument(problems)
    return portfolio


def _load(folder: Path, limits: Limits) -> "tuple[Portfolio | None, tuple[Diagnostic, ...]]":
    reading = _read(folder, _shown(folder), limits)
    if reading.problems:
        return None, placed(reading.problems, reading.data)
    made: list[tuple[str, Document]] = []
    for relative, raw in reading.documents:
        document, problems = make(raw)
        reading.problems += problems
        if document is not None:
            made.append((relative, document))
    figures = list(_figures(reading, made))
    if reading.problems:
        return None, placed(reading.problems, reading.data)
    return _portfolio(reading, made, figures), ()


def _figures(
    reading: _Reading, made: "list[tuple[str, Document]]"
) -> "Iterator[tuple[Observation, Origin]]":
    """Yield the figures of all observation sets, those of their tables included."""
    from sendframe.model import IndicatorSet, ObservationSet, Origin

    known = {each.id for _, doc in made if isinstance(doc, IndicatorSet) for each in doc.indicators}
    for relative, document in made:
        if not isinstance(document, ObservationSet):
            continue
        reading.problems += _inline_problems(reading.name(relative), document)
        for number, row in enumerate(document.observations, 1):
            yield row, Origin(relative, entry=number)
        yield from _table(reading, relative, document, known)


def _inline_problems(file: str, document: "ObservationSet") -> Iterator[Diagnostic]:
    """Yield what a table would be refused for: a symbol unexplained, a figure given twice."""
    known = {each.split(" ")[-1] for each in document.symbols}
    first: dict[object, int] = {}
    for index, row in enumerate(document.observations):
        if row.symbol is not None and row.symbol not in known:
            where = Location(file, f"/observations/{index}/symbol")
            message = "this symbol is not one that the set explains"
            help_ = 'Add it with its meaning to "symbols".'
            yield Diagnostic("SFR404", message, where, help=help_)
        key = (row.indicator, row.area, row.period, row.dimensions, row.release)
        if first.setdefault(key, index) != index:
            where = Location(file, f"/observations/{index}")
            other = Related(Location(file, f"/observations/{first[key]}"), "it stands here")
            message = "the same figure stands in this set already"
            yield Diagnostic(
                "SFR405", message, where, help="Keep one of the two.", related=(other,)
            )


def _table(
    reading: _Reading, relative: str, document: "ObservationSet", known: set[str]
) -> "Iterator[tuple[Observation, Origin]]":
    from sendframe.model import Origin

    from ._table import read_table
    from ._wording import did_you_mean

    if document.table is None:
        return
    folder, _, _ = relative.rpartition("/")
    beside = f"{folder}/{document.table}" if folder else document.table
    where = Location(reading.name(relative), "/table")
    data = reading.read(beside, where)
    if data is None:
        return
    rows, problems = read_table(data, reading.name(beside), document)
    reading.problems += problems
    told: set[str] = set()
    for row, origin in rows:
        if row.indicator not in known and row.indicator not in told:
            told.add(row.indicator)
            reading.problems.append(
                Diagnostic(
                    "SFR201",
                    f"nothing of the kind 'indicator' has the id '{row.indicator}'",
                    Location(reading.name(beside), "", origin.line, 1),
                    help="Define it in an indicator set of the portfolio.",
                    suggestion=did_you_mean(
                        row.indicator, sorted(known) if len(told) <= MOST_SEARCHED else ()
                    ),
                )
            )
        yield row, Origin(beside, origin.line)


def _portfolio(
    reading: _Reading,
    made: "list[tuple[str, Document]]",
    figures: "list[tuple[Observation, Origin]]",
) -> "Portfolio":
    import hashlib  # only when values are wanted

    from sendframe.model import (
        Input,
        Manifest,
        Observations,
        ObservationSet,
        Portfolio,
    )

    from ._converter import canonical

    inputs = []
    raw_by_file = {document.file: document.raw for _, document in reading.documents}
    start = len(reading.name(""))
    for file, data in reading.data.items():
        raw = raw_by_file.get(file)
        text = data if raw is None else canonical(raw)
        inputs.append(
            Input(
                path=str(file)[start:],
                sha256=hashlib.sha256(text).hexdigest(),
                form="raw" if raw is None else "rfc8785",
            )
        )
    manifest = made[0][1]
    assert isinstance(manifest, Manifest)  # noqa: S101  # its kind was asked for
    documents = tuple(document for _, document in made[1:])
    sets = [each for each in documents if isinstance(each, ObservationSet)]
    return Portfolio(
        manifest=manifest,
        documents=documents,
        inputs=tuple(sorted(inputs, key=lambda each: each.path)),
        observations=Observations.of(figures, sets),
    )
