"""A portfolio: the folder whose ``portfolio.json`` names the documents that belong together."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import attrs

from sendframe.errors import Diagnostic, InvalidDocument, Location, Related
from sendframe.jsontext import DEFAULT_LIMITS, ParseLimits

from ._conflicting_figures import conflicting_figures
from ._diagnostic_list import DiagnosticList
from ._document_ids import collect_ids
from ._duplicate_ids import duplicate_ids
from ._file import read_bytes
from ._folder_reader import FolderReader
from ._library import LibrarySource, no_library
from ._plugin_documents import add_plugin_documents
from ._position import with_positions
from ._raw_document import build_document, read_raw
from ._reference import IdIndex, belongs_to_any, dangling_references

if TYPE_CHECKING:
    from sendframe.model import Document, Input, Observations, ObservationSet, Portfolio

    from ._cell import Cells

__all__ = [
    "MANIFEST",
    "build_documents",
    "check_references",
    "load_document",
    "load_folder",
    "set_figures",
    "unresolved_references",
    "validate_path",
]

MANIFEST = "portfolio.json"
"""The file that makes a folder a portfolio."""

_INDICATOR = ("indicator",)


def validate_path(
    path: Path, limits: ParseLimits = DEFAULT_LIMITS, library: LibrarySource = no_library
) -> tuple[Diagnostic, ...]:
    """Validate a document, or a folder and all its documents.

    Args:
        path: A document, or the folder of a ``portfolio.json``.
        limits: How much of each document is accepted.
        library: Returns the data of plug-ins: documents that a portfolio uses, and the schemas of
            extensions. It is called only where a document uses something of a plug-in.

    Returns:
        Every error, and notes on what is missing because a plug-in is not installed.
    """
    if not path.is_dir():
        return _read_single(path, limits, library)[1]
    reader = _read_folder(path, limits, library)
    build_documents(reader)
    return reader.located_problems()


def load_document(
    path: Path, limits: ParseLimits = DEFAULT_LIMITS, library: LibrarySource = no_library
) -> "Document":
    """Load one document.

    Raises:
        InvalidDocument: It has problems; the exception contains all of them.
    """
    document, problems = _read_single(path, limits, library)
    if document is None:
        raise InvalidDocument(problems)
    return document


def load_folder(
    folder: Path, limits: ParseLimits = DEFAULT_LIMITS, library: LibrarySource = no_library
) -> "Portfolio":
    """Load the portfolio of a folder.

    Raises:
        InvalidDocument: It has problems; the exception contains all of them.
    """
    reader = _read_folder(folder, limits, library)
    built = build_documents(reader)
    if built is None:
        raise InvalidDocument(reader.located_problems())
    return _portfolio(reader, *built)


def _read_single(
    path: Path, limits: ParseLimits, library: LibrarySource
) -> "tuple[Document | None, tuple[Diagnostic, ...]]":
    """Read one document, without any others that it may refer to."""
    shown = path.as_posix()
    data, problems = read_bytes(path, shown=shown, limit=limits.bytes)
    if problems:
        return None, with_positions(problems, {})
    raw = read_raw(data, shown, limits)
    if raw.ids is not None and raw.ids.extensions:
        from ._extension import extension_diagnostics  # most documents have no extensions

        plugins = library()
        notes = extension_diagnostics(raw.ids, plugins.extension, plugins.reason, set())
        diagnostics = DiagnosticList()
        diagnostics.add((*raw.diagnostics, *notes))
        raw = attrs.evolve(raw, diagnostics=diagnostics.all())
    document, problems = build_document(raw) if raw.is_sound else (None, ())
    return document, with_positions((*raw.diagnostics, *problems), {raw.file: data})


def _read_folder(folder: Path, limits: ParseLimits, library: LibrarySource) -> FolderReader:
    """Read a manifest and every document it names, and check their references."""
    shown = folder.as_posix()
    reader = FolderReader(folder, shown, limits)
    if not (folder / MANIFEST).exists():
        message = f"the folder has no {MANIFEST}, so it is not a portfolio"
        help_ = "Name the folder that contains it. For a single document, use `validate`."
        reader.problems.add([Diagnostic("SFR016", message, Location(shown), help=help_)])
        return reader
    manifest = reader.read_document(MANIFEST, wanted="portfolio")
    if manifest is None or not isinstance(manifest.raw, dict):
        return reader
    paths = manifest.raw.get("documents")
    _read_documents(reader, manifest.file, paths if isinstance(paths, list) else [])
    add_plugin_documents(reader, library)
    check_references(reader, complete=not _is_incomplete(reader, paths))
    return reader


def _read_documents(reader: FolderReader, manifest: str | None, paths: list[object]) -> None:
    """Read the documents that a manifest names."""
    first: dict[str, int] = {}
    for index, relative in enumerate(paths):
        if reader.problems.is_cut:
            return
        if not isinstance(relative, str) or not relative:
            continue  # the schema has reported it
        location = Location(manifest, f"/documents/{index}")
        if first.setdefault(relative, index) != index or relative == MANIFEST:
            pointer = "" if relative == MANIFEST else f"/documents/{first[relative]}"
            diagnostic = Diagnostic(
                "SFR202",
                "this document is named twice",
                location,
                help="Name it once.",
                related=(Related(Location(manifest, pointer), "it is named here"),),
            )
            reader.problems.add([diagnostic])
            continue
        document = reader.read_document(relative, location)
        if document is not None and document.kind == "portfolio":
            message = "a portfolio must not contain another portfolio"
            help_ = "Name the documents of one area only."
            reader.problems.add([Diagnostic("SFR013", message, location, help=help_)])


def _is_incomplete(reader: FolderReader, paths: object) -> bool:
    """Return whether a document could not be read, so that its ids are not known."""
    if not isinstance(paths, list):
        # "documents" is not an array, or may be misspelt: what it names is not known.
        return any(
            problem.location.pointer == "/documents"
            or (problem.code == "SFR103" and problem.location.pointer.count("/") == 1)
            for problem in reader.documents[0][1].diagnostics
        )
    has_unread = any(document.ids is None or document.is_cut for _, document in reader.documents)
    return has_unread or len(reader.documents) != len(paths) + 1


def check_references(reader: FolderReader, *, complete: bool) -> None:
    """Report duplicate ids and dangling references of the documents of a folder.

    Args:
        reader: What was read.
        complete: Whether every document that may define an id was read. If not, dangling
            references are not reported: a problem of one document is not reported in another.
    """
    ids = [document.ids for _, document in reader.all_documents if document.ids is not None]
    reported = {_place(problem) for problem in reader.problems.problems}
    reader.problems.add(d for d in duplicate_ids(ids) if _place(d) not in reported)
    if complete:
        unread = frozenset(kind for _, document in reader.documents for kind in document.unread)
        invalid = {place for place in reported if place[1]}
        dangling = dangling_references(ids, unread, reader.missing_plugins)
        reader.problems.add(d for d in dangling if _place(d) not in invalid)


def _place(diagnostic: Diagnostic) -> tuple[str | None, str]:
    return diagnostic.location.file, diagnostic.location.pointer


def unresolved_references(portfolio: "Portfolio") -> tuple[Diagnostic, ...]:
    """Return the dangling references of documents that were made in Python.

    The file of a location is the path in ``portfolio.json``, or else the id of the document; the
    field ``about`` of a diagnostic is the id of the document.
    """
    from ._converter import kind_of, plain_data

    paths = (MANIFEST, *portfolio.manifest.documents)
    documents = {
        paths[index] if index < len(paths) else document.id: document
        for index, document in enumerate((portfolio.manifest, *portfolio.documents))
    }
    ids = [
        collect_ids(plain_data(document), kind_of(document), file)
        for file, document in documents.items()
    ]
    return tuple(
        attrs.evolve(diagnostic, about=documents[str(diagnostic.location.file)].id)
        for diagnostic in dangling_references(ids)
    )


_Built: TypeAlias = "tuple[list[tuple[str, Document]], Observations]"


def build_documents(reader: FolderReader) -> "_Built | None":
    """Build the documents of a folder, and load their figures.

    Returns:
        Documents with their paths, and figures; None where there is a problem.
    """
    from sendframe.model import Observations, ObservationSet

    if reader.problems.problems:
        return None
    documents: list[tuple[str, Document]] = []
    for relative, raw in reader.all_documents:
        document, problems = build_document(raw)
        reader.problems.add(problems)
        if document is not None:
            documents.append((relative, document))
    ids = [raw.ids for _, raw in reader.all_documents if raw.ids is not None]
    register = IdIndex.of(ids)
    sets = [(path, each) for path, each in documents if isinstance(each, ObservationSet)]
    tables = [set_figures(reader, path, each, register) for path, each in sets]
    figures = Observations.joined(tables, [each for _, each in sets])
    reader.problems.add(conflicting_figures(figures, reader.name))
    return None if reader.problems.problems else (documents, figures)


def set_figures(
    reader: FolderReader, relative: str, document: "ObservationSet", register: IdIndex | None
) -> "Observations":
    """Return the figures of one observation set; without a register any indicator will do."""
    from sendframe.model import Observations, Origin

    reader.problems.add(_inline_problems(reader.name(relative), document))
    inline = Observations.of(
        (row, Origin(relative, entry=number)) for number, row in enumerate(document.observations, 1)
    )
    return Observations.joined([inline, _table(reader, relative, document, register)], [document])


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
    reader: FolderReader, relative: str, document: "ObservationSet", register: IdIndex | None
) -> "Observations":
    """Return the figures of the table that a set names; none where it names none."""
    from sendframe.model import Coded, Observations

    from ._cell import Cells
    from ._table import read_table

    if document.table is None:
        return Observations()
    folder, _, _ = relative.rpartition("/")
    beside = f"{folder}/{document.table}" if folder else document.table
    data = reader.read(beside, Location(reader.name(relative), "/table"))
    if data is None:
        return Observations()
    file = reader.name(beside)
    ids = next(raw.ids for path, raw in reader.documents if path == relative)
    table, problems = read_table(data, file, document, ids)
    reader.problems.add(problems)
    if register is not None:
        cells, absent = Cells(data), reader.missing_plugins
        reader.problems.add(_unknown_indicators(table, cells, file, register, absent))
    return attrs.evolve(table, origin_file=Coded.of_one(beside, len(table)))


def _unknown_indicators(
    table: "Observations",
    cells: "Cells",
    file: str,
    register: IdIndex,
    absent: set[str],
) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each indicator of a table that nothing defines."""
    for code, indicator in enumerate(table.indicator.values):
        if not (register.has(_INDICATOR, indicator) or belongs_to_any(indicator, absent)):
            row = next(row for row, other in enumerate(table.indicator.buffer) if other == code)
            where = Location(file, "", *cells.place(table.origin_line[row] or 1, "indicator"))
            yield register.dangling_reference(_INDICATOR, indicator, where)


def _portfolio(
    reader: FolderReader,
    documents: "list[tuple[str, Document]]",
    figures: "Observations",
) -> "Portfolio":
    from sendframe.model import Manifest, Portfolio

    (_, manifest), *rest = documents
    assert isinstance(manifest, Manifest)  # noqa: S101  # read_document was given its kind
    values = tuple(document for _, document in rest)
    return Portfolio(
        manifest=manifest,
        documents=values,
        inputs=_inputs(reader),
        observations=figures,
        taken_in=tuple(document.id for document in values[len(reader.documents) - 1 :]),
        missing=tuple(reader.missing),
    )


def _inputs(reader: FolderReader) -> "tuple[Input, ...]":
    """Return every file that was read with its hash, sorted by path."""
    import hashlib  # only when values are wanted

    from sendframe.model import Input

    from ._converter import canonical

    raw_by_file = {document.file: document.raw for _, document in reader.all_documents}
    prefix = len(reader.name(""))
    plugin_files = {file for file, _ in reader.plugin_documents}
    inputs = []
    for file, data in reader.data.items():
        raw = raw_by_file.get(file)
        hashed = data if raw is None else canonical(raw)
        inputs.append(
            Input(
                path=str(file) if file in plugin_files else str(file)[prefix:],
                sha256=hashlib.sha256(hashed).hexdigest(),
                form="raw" if raw is None else "rfc8785",
            )
        )
    return tuple(sorted(inputs, key=lambda entry: entry.path))
