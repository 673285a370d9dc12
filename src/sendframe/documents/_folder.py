"""A portfolio: the folder whose ``portfolio.json`` names the documents that belong together."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import attrs

from sendframe.errors import Diagnostic, InvalidDocument, Location, Related

from ._conflicting import conflicting
from ._document import RawDocument, make, placed, read_raw
from ._duplicate import duplicates
from ._file import read_bytes
from ._findings import Findings
from ._library import LibrarySource, nothing_installed
from ._parse import DEFAULT_LIMITS, Limits
from ._reading import Reading
from ._reference import Register, belongs_to_any, dangling
from ._taking import take_in

if TYPE_CHECKING:
    from sendframe.model import Document, Observations, ObservationSet, Portfolio

    from ._cell import Cells

__all__ = [
    "MANIFEST",
    "check_path",
    "hold_references",
    "load_document",
    "load_folder",
    "make_all",
    "read_path",
    "set_figures",
    "told_of",
    "unresolved",
]

MANIFEST = "portfolio.json"
"""The file that makes a folder a portfolio."""

_INDICATOR = ("indicator",)


def _read(folder: Path, shown: str, limits: Limits, library: LibrarySource) -> Reading:
    """Read a manifest and every document it names; hold references against each other."""
    reading = Reading(folder, shown, limits)
    if not (folder / MANIFEST).exists():
        message = f"there is no {MANIFEST} here, so this is no portfolio"
        help_ = "Name the folder that holds it; to look at one document, use `validate`."
        reading.problems.add([Diagnostic("SFR016", message, Location(shown), help=help_)])
        return reading
    manifest = reading.read_document(MANIFEST, wanted="portfolio")
    if manifest is None or not isinstance(manifest.raw, dict):
        return reading
    named = manifest.raw.get("documents")
    first: dict[str, int] = {}
    for index, relative in enumerate(named if isinstance(named, list) else ()):
        if reading.problems.cut:
            break
        if not isinstance(relative, str) or not relative:
            continue  # the schema has said so
        where = Location(manifest.file, f"/documents/{index}")
        if first.setdefault(relative, index) != index or relative == MANIFEST:
            # The manifest names itself by being there.
            pointer = "" if relative == MANIFEST else f"/documents/{first[relative]}"
            other = Related(Location(manifest.file, pointer), "it is named here")
            reading.problems.add(
                [
                    Diagnostic(
                        "SFR202",
                        "this document is named twice",
                        where,
                        help="Name it once.",
                        related=(other,),
                    )
                ]
            )
            continue
        found = reading.read_document(relative, where)
        if found is not None and found.kind == "portfolio":
            message = "a portfolio cannot hold another portfolio"
            help_ = "Name the documents of one area only."
            reading.problems.add([Diagnostic("SFR013", message, where, help=help_)])
    take_in(reading, library)
    hold_references(reading, complete=not _is_short(reading, named))
    return reading


def _is_short(reading: Reading, named: object) -> bool:
    """Say whether a document could not be read, so that its ids are not known."""
    if not isinstance(named, list):
        # Where "documents" is no array, or may have been misspelt, what it names is not known.
        return any(
            each.location.pointer == "/documents"
            or (each.code == "SFR103" and each.location.pointer.count("/") == 1)
            for each in reading.documents[0][1].diagnostics
        )
    wanted = len(named)
    unread = any(each.names is None or each.cut for _, each in reading.documents)
    return unread or len(reading.documents) != wanted + 1


def hold_references(reading: Reading, *, complete: bool) -> None:
    """Hold ids and references of what was read against each other.

    Args:
        reading: What was read.
        complete: Whether everything that ids may stand in was read.
    """
    names = [each.names for _, each in reading.everything if each.names is not None]
    told = {(each.location.file, each.location.pointer) for each in reading.problems.found}
    reading.problems.add(
        each
        for each in duplicates(names)
        if (each.location.file, each.location.pointer) not in told
    )
    if complete:  # one fault is told once: ids of a document that was not read are not missed
        lost = frozenset(kind for _, each in reading.documents for kind in each.lost)
        broken = {where for where in told if where[1]}
        reading.problems.add(
            each
            for each in dangling(names, lost, reading.absent)
            if (each.location.file, each.location.pointer) not in broken
        )


def unresolved(portfolio: "Portfolio") -> tuple[Diagnostic, ...]:
    """Return references to nothing in documents that were made in Python.

    A document is named as ``portfolio.json`` names it, or else by its id; what each finding is
    about is the id of the document.
    """
    from ._converter import kind_of, plain_data
    from ._reference import collect

    paths = (MANIFEST, *portfolio.manifest.documents)
    documents = {
        paths[index] if index < len(paths) else each.id: each
        for index, each in enumerate((portfolio.manifest, *portfolio.documents))
    }
    names = [collect(plain_data(each), kind_of(each), file) for file, each in documents.items()]
    return tuple(
        attrs.evolve(each, about=documents[str(each.location.file)].id) for each in dangling(names)
    )


def _single(
    path: Path, limits: Limits, library: LibrarySource
) -> "tuple[RawDocument, Document | None, tuple[Diagnostic, ...]]":
    shown = _shown(path)
    data, problems = read_bytes(path, shown=shown, limit=limits.bytes)
    if problems:
        return RawDocument(shown, data, diagnostics=problems), None, placed(problems, {})
    raw = read_raw(data, shown, limits)
    if raw.names is not None and raw.names.extended:
        from ._extension import extension_findings  # most documents have none

        told = Findings()
        shelf = library()
        noted = extension_findings(raw.names, shelf.extension, shelf.reason, set())
        told.add((*raw.diagnostics, *noted))
        raw = attrs.evolve(raw, diagnostics=told.told())
    made, broken = make(raw) if raw.is_sound else (None, ())
    became = {} if raw.migrated is None else {raw.file: raw.migrated}
    return raw, made, placed((*raw.diagnostics, *broken), {raw.file: data}, became)


def _shown(path: Path) -> str:
    return path.as_posix()


def read_path(
    path: Path, limits: Limits = DEFAULT_LIMITS, library: LibrarySource = nothing_installed
) -> tuple[tuple[RawDocument, ...], tuple[Diagnostic, ...]]:
    """Return the documents of a path as they were read, and all that is told of them.

    Args:
        path: A document, or the folder of a ``portfolio.json``.
        limits: How much of each document is accepted.
        library: Gives what plug-ins bring.
    """
    if not path.is_dir():
        raw, _, told = _single(path, limits, library)
        return (raw,), told
    reading = _read(path, _shown(path), limits, library)
    make_all(reading)
    return tuple(raw for _, raw in reading.documents), told_of(reading)


def check_path(
    path: Path, limits: Limits = DEFAULT_LIMITS, library: LibrarySource = nothing_installed
) -> tuple[Diagnostic, ...]:
    """Return everything wrong with a document, or with a folder and all its documents.

    Args:
        path: A document, or the folder of a ``portfolio.json``.
        limits: How much of each document is accepted.
        library: Gives what plug-ins bring: documents that a portfolio uses, and the schemas of
            extensions. It is asked only where there is something to ask.

    Returns:
        Errors, and notes: on documents of an older version, and on what plug-ins would bring that
        are not there.
    """
    return read_path(path, limits, library)[1]


def load_document(
    path: Path, limits: Limits = DEFAULT_LIMITS, library: LibrarySource = nothing_installed
) -> "Document":
    """Return one document.

    Raises:
        InvalidDocument: It has a problem; every one found is told.
    """
    _, made, problems = _single(path, limits, library)
    if made is None:
        raise InvalidDocument(problems)
    return made


def load_folder(
    folder: Path, limits: Limits = DEFAULT_LIMITS, library: LibrarySource = nothing_installed
) -> "Portfolio":
    """Return the portfolio of a folder.

    Raises:
        InvalidDocument: Something in it has a problem; every one found is told.
    """
    reading = _read(folder, _shown(folder), limits, library)
    made = make_all(reading)
    if made is None:
        raise InvalidDocument(told_of(reading))
    return _portfolio(reading, *made)


def told_of(reading: Reading) -> tuple[Diagnostic, ...]:
    """Return all that is wrong with what was read, with line and column."""
    became = {each.file: each.migrated for _, each in reading.documents if each.migrated}
    return placed(reading.problems.told(), reading.data, became)


_Made: TypeAlias = "tuple[list[tuple[str, Document]], Observations]"


def make_all(reading: Reading) -> "_Made | None":
    """Make the values and figures of documents that have no problem so far.

    Returns:
        Documents and figures; None where something is wrong.
    """
    from sendframe.model import Observations, ObservationSet

    if reading.problems.found:
        return None
    made: list[tuple[str, Document]] = []
    for relative, raw in reading.everything:
        document, problems = make(raw)
        reading.problems.add(problems)
        if document is not None:
            made.append((relative, document))
    names = [each.names for _, each in reading.everything if each.names is not None]
    register = Register.of(names)
    sets = [(path, each) for path, each in made if isinstance(each, ObservationSet)]
    tables = [set_figures(reading, path, each, register) for path, each in sets]
    figures = Observations.joined(tables, [each for _, each in sets])
    reading.problems.add(conflicting(figures, reading.name))
    return None if reading.problems.found else (made, figures)


def set_figures(
    reading: Reading, relative: str, document: "ObservationSet", register: Register | None
) -> "Observations":
    """Return the figures of one observation set; without a register any indicator will do."""
    from sendframe.model import Observations, Origin

    reading.problems.add(_inline_problems(reading.name(relative), document))
    inline = Observations.of(
        (row, Origin(relative, entry=number)) for number, row in enumerate(document.observations, 1)
    )
    return Observations.joined([inline, _table(reading, relative, document, register)], [document])


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
    reading: Reading, relative: str, document: "ObservationSet", register: Register | None
) -> "Observations":
    """Return the figures of the table that a set names; none where it names none."""
    from sendframe.model import Coded, Observations

    from ._cell import Cells
    from ._table import read_table

    if document.table is None:
        return Observations()
    folder, _, _ = relative.rpartition("/")
    beside = f"{folder}/{document.table}" if folder else document.table
    data = reading.read(beside, Location(reading.name(relative), "/table"))
    if data is None:
        return Observations()
    file = reading.name(beside)
    names = next(each.names for path, each in reading.documents if path == relative)
    table, problems = read_table(data, file, document, names)
    reading.problems.add(problems)
    if register is not None:
        cells, absent = Cells(data), reading.absent
        reading.problems.add(_unknown_indicators(table, cells, file, register, absent))
    return attrs.evolve(table, origin_file=Coded.of_one(beside, len(table)))


def _unknown_indicators(
    table: "Observations",
    cells: "Cells",
    file: str,
    register: Register,
    absent: set[str],
) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each indicator of a table that nothing defines."""
    for code, indicator in enumerate(table.indicator.values):
        if not (register.has(_INDICATOR, indicator) or belongs_to_any(indicator, absent)):
            row = next(row for row, other in enumerate(table.indicator.buffer) if other == code)
            where = Location(file, "", *cells.place(table.origin_line[row] or 1, "indicator"))
            yield register.dangling(_INDICATOR, indicator, where)


def _portfolio(
    reading: Reading,
    made: "list[tuple[str, Document]]",
    figures: "Observations",
) -> "Portfolio":
    import hashlib  # only when values are wanted

    from sendframe.model import (
        Input,
        Manifest,
        Portfolio,
    )

    from ._converter import canonical

    inputs = []
    raw_by_file = {document.file: document.as_read for _, document in reading.everything}
    start = len(reading.name(""))
    taken = {file for file, _ in reading.taken}
    for file, data in reading.data.items():
        raw = raw_by_file.get(file)
        text = data if raw is None else canonical(raw)
        inputs.append(
            Input(
                path=str(file) if file in taken else str(file)[start:],
                sha256=hashlib.sha256(text).hexdigest(),
                form="raw" if raw is None else "rfc8785",
            )
        )
    manifest = made[0][1]
    assert isinstance(manifest, Manifest)  # noqa: S101  # its kind was asked for
    documents = tuple(document for _, document in made[1:])
    return Portfolio(
        manifest=manifest,
        documents=documents,
        inputs=tuple(sorted(inputs, key=lambda each: each.path)),
        observations=figures,
        taken_in=tuple(document.id for document in documents[len(reading.documents) - 1 :]),
        missing=tuple(reading.missing),
    )
