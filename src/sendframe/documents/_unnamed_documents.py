"""Documents that ``portfolio.json`` does not name, and among them those that others refer to.

One forgotten line would otherwise be reported at each reference, as if something had to be added or
removed there; and a copy that nobody reads would not be noticed.
"""

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sendframe.errors import Diagnostic, Location, Related
from sendframe.validation import quote_value

from ._document_ids import DocumentIds
from ._folder_reader import FolderReader
from ._missing_manifest import MANIFEST
from ._raw_document import read_raw
from ._reference import DanglingUse, IdIndex

__all__ = ["dangling_diagnostics", "unnamed_note"]

_OF_PROGRAMS = frozenset(
    ("portfolio", "evaluation", "shown-figures", "report", "release-mapping", "workbook-mapping")
)
"""Kinds of document that stand beside a portfolio: results, and what options of commands name."""

_MOST_NAMES = 3


class _Source(NamedTuple):
    """A document that is not named.

    Attributes:
        name: What it is, for the message.
        key: The key of the manifest that should name it.
        help: How to name it.
    """

    name: str
    key: str
    help: str


def dangling_diagnostics(
    reader: FolderReader, index: IdIndex, uses: Iterable[DanglingUse]
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each reference to nothing, and one for each document that is missing.

    Args:
        reader: What was read.
        index: The ids of all documents that were read.
        uses: References to ids that are not among them.
    """
    sources: dict[tuple[str, str], _Source] | None = None
    for use in () if reader.problems.is_cut else uses:
        if sources is None:
            sources = _sources(reader)
        found = (sources.get((kind, use.text)) for kind in use.kinds)
        source = next((each for each in found if each is not None), None)
        if source is None:
            yield index.dangling_reference(use.kinds, use.text, use.location)
        elif source.name not in reader.unnamed:
            reader.unnamed.add(source.name)
            has_key = source.key in reader.documents[0][1].raw
            yield Diagnostic(
                "SFR211",
                f"{source.name} defines {quote_value(use.text) or 'what is referred to'}, "
                "and is not named here",
                Location(reader.name(MANIFEST), f"/{source.key}" if has_key else ""),
                help=source.help,
                related=(Related(use.location, "the first reference to it is here"),),
            )


def unnamed_note(reader: FolderReader) -> Iterator[Diagnostic]:
    """Yield a note where a folder without problems has documents that its manifest does not name.

    Args:
        reader: What was read.
    """
    if reader.problems.problems:  # one of them may be why a document was not read
        return
    read = {os.path.realpath(reader.folder / relative) for relative, _ in reader.documents}
    names = [
        name
        for name in reader.other_files()
        if os.path.realpath(reader.folder / name) not in read
        and (reader.kind_of_file(name) or "portfolio") not in _OF_PROGRAMS
    ]
    if not names:
        return
    shown = ", ".join(f"'{name}'" for name in names[:_MOST_NAMES])
    more = f" and {len(names) - _MOST_NAMES:,} more" if names[_MOST_NAMES:] else ""
    are, them = ("document is", "it") if len(names) == 1 else ("documents are", "them")
    has_key = "documents" in reader.documents[0][1].raw
    yield Diagnostic(
        "SFR217",
        f"{len(names):,} {are} in this folder and not named here, so that nobody reads {them}: "
        f"{shown}{more}",
        Location(reader.name(MANIFEST), "/documents" if has_key else ""),
        "note",
        help='Add what belongs to the portfolio to "documents"; move copies out of the folder.',
    )


def _sources(reader: FolderReader) -> dict[tuple[str, str], _Source]:
    """Return where ids are defined that no document of a portfolio defines, by kind and id."""
    sources: dict[tuple[str, str], _Source] = {}
    for source, ids in (*_files(reader), *_plugin_documents(reader)):
        for defined in ids.defined:
            sources.setdefault((defined.kinds[0], defined.text), source)
    return sources


def _files(reader: FolderReader) -> Iterator[tuple[_Source, DocumentIds]]:
    """Yield the documents in the folder that the manifest does not name."""
    if reader.library is None:  # there is no manifest
        return
    known = {_id(raw.raw) for _, raw in reader.documents}
    left = reader.limits.bytes
    for relative in reader.other_files():
        data, problems = reader.content(relative, relative, left)
        if problems:
            continue
        left -= len(data)
        raw = read_raw(data, relative, reader.limits)
        # Another edition of a document that is named cannot be what was forgotten.
        if raw.ids is not None and raw.kind != "portfolio" and _id(raw.raw) not in known:
            help_ = f'Add "{relative}" to "documents".'
            yield _Source(f"the file {relative} of this folder", "documents", help_), raw.ids


def _plugin_documents(reader: FolderReader) -> Iterator[tuple[_Source, DocumentIds]]:
    """Yield the documents of plug-ins that the manifest does not use."""
    if reader.library is None:
        return
    library, manifest = reader.library(), reader.documents[0][1].raw
    allowed = library.allowing(_texts(manifest.get("plugins")))
    taken = {raw.raw["id"] for _, raw in reader.plugin_documents}
    used = frozenset(_texts(manifest.get("uses"))) - taken  # why it is not there was reported
    for id_ in library.ids():
        document = library.document(id_)
        if id_ in taken or document is None or document.raw.ids is None:
            continue
        help_ = f'Add "{id_}" to "uses".'
        if allowed.document(id_) is None:
            help_ = f'Add "{id_}" to "uses", and "{document.plugin}" to "plugins".'
        name = f"the document '{id_}' of the plug-in '{document.plugin}'"
        if id_ in used:
            reader.unnamed.add(name)
        yield _Source(name, "uses", help_), document.raw.ids


def _id(raw: object) -> str | None:
    """Return the id of a document; None where it is none, which the schema has reported."""
    id_ = raw.get("id") if isinstance(raw, dict) else None
    return id_ if isinstance(id_, str) else None


def _texts(value: object) -> list[str]:
    """Return the texts of a list; the schema has reported all else."""
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []
