"""A portfolio: the folder whose ``portfolio.json`` names the documents that belong together."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import attrs

from sendframe.errors import Diagnostic, InvalidDocument, Location, Related
from sendframe.jsontext import DEFAULT_LIMITS, ParseLimits

from ._conflicting_figures import conflicting_figures
from ._contribution_options import unknown_options
from ._diagnostic_list import DiagnosticList
from ._duplicate_ids import duplicate_ids
from ._file import read_bytes
from ._folder_reader import FolderReader
from ._library import LibrarySource, no_library
from ._missing_manifest import MANIFEST, RECORD, missing_manifest, missing_path
from ._pictures import pictures_of
from ._plugin_documents import add_plugin_documents
from ._position import with_positions
from ._raw_document import build_document, read_raw
from ._reference import IdIndex, dangling_uses
from ._set_figures import set_figures
from ._status_scale import statuses_of_other_scales
from ._unnamed_documents import dangling_diagnostics, unnamed_note

if TYPE_CHECKING:
    from sendframe.model import Document, Input, Observations, Portfolio


__all__ = [
    "build_documents",
    "check_references",
    "index_of",
    "load_bytes",
    "load_document",
    "load_folder",
    "read_portfolio",
    "validate_path",
]


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
    reader.problems.add(unnamed_note(reader))
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
    missing = missing_path(path, shown)
    if missing is not None:
        return None, (missing,)
    data, problems = read_bytes(path, shown=shown, limit=limits.bytes)
    if problems:
        return None, with_positions(problems, {})
    document, problems = load_bytes(data, shown, limits, library)
    return document, with_positions(problems, {shown: data})


def load_bytes(
    data: bytes, shown: str | None, limits: ParseLimits, library: LibrarySource
) -> "tuple[Document | None, tuple[Diagnostic, ...]]":
    """Return the document of some bytes, or None, and its problems and notes, without lines.

    Args:
        data: The document.
        shown: Its name in the report.
        limits: How much is accepted.
        library: Returns the data of plug-ins.
    """
    raw = read_raw(data, shown, limits)
    if raw.ids is not None and raw.ids.extensions:
        from ._extension import extension_diagnostics  # most documents have no extensions

        plugins = library()
        notes = extension_diagnostics(raw.ids, plugins.extension, plugins.reason, set())
        diagnostics = DiagnosticList()
        diagnostics.add((*raw.diagnostics, *notes))
        raw = attrs.evolve(raw, diagnostics=diagnostics.all())
    document, problems = build_document(raw) if raw.is_sound else (None, ())
    return document, (*raw.diagnostics, *problems)


def _read_folder(folder: Path, limits: ParseLimits, library: LibrarySource) -> FolderReader:
    """Read a manifest and every document it names, and check their references."""
    shown = folder.as_posix()
    reader = FolderReader(folder, shown, limits)
    problem = missing_manifest(folder, shown)
    if problem is not None:
        reader.problems.add([problem])
        return reader
    read_portfolio(reader, library)
    return reader


def read_portfolio(
    reader: FolderReader, library: LibrarySource, unnamed: Iterable[str] = ()
) -> None:
    """Read a manifest and every document it names, and check their references.

    The record of what was published is read as well where it lies beside the manifest.

    Args:
        reader: The folder.
        library: Returns the data of plug-ins.
        unnamed: More documents, which the manifest does not name.
    """
    reader.library = library
    manifest = reader.read_document(MANIFEST, wanted="portfolio")
    if manifest is None or not isinstance(manifest.raw, dict):
        return
    paths = manifest.raw.get("documents")
    _read_documents(reader, manifest.file, paths if isinstance(paths, list) else [])
    is_incomplete = _is_incomplete(reader, paths)
    if reader.has(RECORD) and RECORD not in (paths if isinstance(paths, list) else ()):
        reader.read_document(RECORD, wanted="shown-figures")
    for name in unnamed:
        reader.read_document(name)
    add_plugin_documents(reader, library)
    reader.problems.add(unknown_options(manifest.raw, manifest.file, library))
    check_references(reader, complete=not is_incomplete)


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
    """Report duplicate ids, dangling references and statuses of another scale in a folder.

    Args:
        reader: What was read.
        complete: Whether every document that may define an id was read. If not, dangling
            references are not reported: a problem of one document is not reported in another.
            Neither are statuses of another scale.
    """
    ids = [document.ids for _, document in reader.all_documents if document.ids is not None]
    reported = {_place(problem) for problem in reader.problems.problems}
    reader.problems.add(d for d in duplicate_ids(ids) if _place(d) not in reported)
    if complete:
        unread = frozenset(kind for _, document in reader.documents for kind in document.unread)
        invalid = {place for place in reported if place[1]}
        index = IdIndex.of(ids)
        uses = dangling_uses(ids, index, unread, reader.missing_plugins)
        sound = (use for use in uses if (use.location.file, use.location.pointer) not in invalid)
        reader.problems.add(dangling_diagnostics(reader, index, sound))
        if "scale-value" not in unread:
            reader.problems.add(statuses_of_other_scales(ids))


def _place(diagnostic: Diagnostic) -> tuple[str | None, str]:
    return diagnostic.location.file, diagnostic.location.pointer


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
    register = index_of(reader)
    sets = [(path, each) for path, each in documents if isinstance(each, ObservationSet)]
    tables = [set_figures(reader, path, each, register) for path, each in sets]
    figures = Observations.joined(tables, [each for _, each in sets])
    reader.problems.add(conflicting_figures(figures, reader.name))
    return None if reader.problems.problems else (documents, figures)


def index_of(reader: FolderReader) -> IdIndex:
    """Return the index of the ids of all documents of a folder."""
    return IdIndex.of(raw.ids for _, raw in reader.all_documents if raw.ids is not None)


def _portfolio(
    reader: FolderReader,
    documents: "list[tuple[str, Document]]",
    figures: "Observations",
) -> "Portfolio":
    from sendframe.model import Manifest, Portfolio

    (_, manifest), *rest = documents
    assert isinstance(manifest, Manifest)  # noqa: S101  # read_document was given its kind
    values = tuple(document for _, document in rest)
    portfolio = Portfolio(
        manifest=manifest,
        documents=values,
        observations=figures,
        taken_in=tuple(document.id for document in values[len(reader.documents) - 1 :]),
        missing=tuple(reader.missing),
    )
    pictures = pictures_of(reader, portfolio)  # before the inputs, which they are part of
    portfolio = attrs.evolve(portfolio, pictures=pictures, inputs=_inputs(reader))
    portfolio.mark_valid()
    return portfolio


def _inputs(reader: FolderReader) -> "tuple[Input, ...]":
    """Return every file that was read with its hash, sorted by path.

    The record of what was published is left out: it grows with each publication, and the same
    reports must not differ for that.
    """
    import hashlib  # only when values are wanted

    from sendframe.model import Input

    from ._converter import canonical

    raw_by_file = {document.file: document.raw for _, document in reader.all_documents}
    records = {each.file for _, each in reader.documents if each.kind == "shown-figures"}
    prefix = len(reader.name(""))
    plugin_files = {file for file, _ in reader.plugin_documents}
    inputs = []
    for file, data in reader.data.items():
        if file in records:
            continue
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
