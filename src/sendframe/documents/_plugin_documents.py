"""Documents and extensions of plug-ins, as far as a portfolio uses them."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

import attrs

from sendframe.errors import Diagnostic, Location
from sendframe.validation import KnownWords, Suggester, known_words, quote_value

from ._document_ids import MAX_ID_LENGTH
from ._extension import extension_diagnostics, extension_rules
from ._folder_reader import FolderReader
from ._library import Library, LibrarySource

__all__ = ["add_plugin_documents"]

_MAX_LISTED = 20
"""How many ids of documents a message lists."""


def add_plugin_documents(reader: FolderReader, source: LibrarySource) -> None:
    """Add the documents of plug-ins that ``portfolio.json`` uses, and validate extensions.

    Args:
        reader: The folder, all of whose own documents were read.
        source: Returns the data of plug-ins; not called where nothing of it is used.
    """
    lookup = _Lookup(source, reader.documents[0][1].raw)
    reader.problems.add(_unknown_plugins(reader.documents[0][1].file, lookup))
    _add_documents(reader, lookup)
    own_rules = {
        document.raw["name"]: extension_rules(document.raw)
        for _, document in reader.documents
        if document.kind == "extension" and document.is_sound
    }
    reported: set[str] = set()
    for _, document in reader.documents:
        if document.ids is not None and document.ids.extensions:
            diagnostics = extension_diagnostics(
                document.ids,
                lambda name: own_rules.get(name) or lookup.library.extension(name),
                lookup.reason,
                reported,
            )
            reader.problems.add(diagnostics)


@attrs.frozen(eq=False, slots=False)
class _Lookup:
    """The data of plug-ins, looked up once and only where it is used.

    Attributes:
        source: Returns the data of plug-ins.
        manifest: The manifest of the portfolio.
        suggester: Limits the work for suggestions: a portfolio may name a million unknown ids.
    """

    source: LibrarySource
    manifest: dict[str, Any]
    suggester: Suggester = attrs.Factory(Suggester)

    @cached_property
    def installed(self) -> Library:
        """The data of all enabled plug-ins."""
        return self.source()

    @cached_property
    def library(self) -> Library:
        """The data of the plug-ins that the portfolio names."""
        return self.installed.allowing([name for _, name in _ids(self.manifest.get("plugins"))])

    def reason(self, name: str) -> str | None:
        """Return why data of the plug-in of a name cannot be used."""
        return self.library.reason(name)

    def suggest_plugin(self, name: str) -> str | None:
        """Return the nearest name of a plug-in."""
        return self.suggester.suggest(name, self._plugin_names)

    @cached_property
    def _plugin_names(self) -> KnownWords:
        return known_words(self.installed.names())

    def suggest_document(self, id_: str) -> str | None:
        """Return the nearest id of a document."""
        return self.suggester.suggest(id_, self._document_ids)

    @cached_property
    def _document_ids(self) -> KnownWords:
        return known_words(self.library.ids())

    @cached_property
    def listed_ids(self) -> str:
        """The ids of the first documents of third-party plug-ins, as text."""
        ids = [id_ for id_ in self.library.ids() if "." in id_]
        rest = [f"and {len(ids) - _MAX_LISTED} more"] if len(ids) > _MAX_LISTED else []
        return ", ".join([*ids[:_MAX_LISTED], *rest])


def _ids(value: object) -> list[tuple[int, str]]:
    """Return the ids of a list with their indices; the schema has reported all else."""
    members: list[Any] = value if isinstance(value, list) else []
    texts = ((index, member) for index, member in enumerate(members) if isinstance(member, str))
    return [(index, text) for index, text in texts if 0 < len(text) <= MAX_ID_LENGTH]


def _unknown_plugins(file: str | None, lookup: _Lookup) -> Iterator[Diagnostic]:
    """Yield a note for each plug-in that the manifest names and that is not there."""
    for index, name in _ids(lookup.manifest.get("plugins")):
        if not lookup.installed.has(name):
            suggestion = lookup.suggest_plugin(name)
            yield Diagnostic(
                "SFR903",
                f"there is no plug-in called {quote_value(name) or 'this'}",
                Location(file, f"/plugins/{index}"),
                severity="note",
                help=(
                    f"Write '{suggestion}', or install the plug-in."
                    if suggestion
                    else "Install it, or allow it in your settings; nothing of it runs."
                ),
                suggestion=suggestion,
            )


def _add_documents(reader: FolderReader, lookup: _Lookup) -> None:
    seen: set[str] = set()
    for index, id_ in _ids(lookup.manifest.get("uses")):
        if reader.problems.is_cut:
            return
        location = Location(reader.documents[0][1].file, f"/uses/{index}")
        if id_ in seen:
            message = "this document is named twice"
            reader.problems.add([Diagnostic("SFR202", message, location, help="Name it once.")])
        else:
            seen.add(id_)
            _add_document(reader, id_, location, lookup)


def _add_document(reader: FolderReader, id_: str, location: Location, lookup: _Lookup) -> None:
    document = lookup.library.document(id_)
    if document is not None:
        reader.plugin_documents.append((str(document.raw.file), document.raw))
        reader.data[document.raw.file] = document.raw.data
        return
    shown = quote_value(id_) or "named here"
    not_allowed, reason = lookup.installed.document(id_), lookup.library.reason(id_)
    if not_allowed is not None:
        message = f"the document {shown} belongs to a plug-in that this portfolio does not name"
        help_ = f"Add '{not_allowed.plugin}' to \"plugins\"."
        reader.problems.add([Diagnostic("SFR207", message, location, help=help_)])
    elif lookup.library.brings(id_) and reason is None:
        suggestion = lookup.suggest_document(id_)
        help_ = f"Write '{suggestion}'." if suggestion else f"There are: {lookup.listed_ids}."
        message = f"no plug-in has the document {shown}"
        diagnostic = Diagnostic("SFR207", message, location, help=help_, suggestion=suggestion)
        reader.problems.add([diagnostic])
    else:
        cause = reason or "no plug-in that is installed and allowed has it"
        remedy = "Correct the plug-in." if reason else "Install the plug-in it belongs to."
        diagnostic = Diagnostic(
            "SFR208",
            f"the document {shown} is missing: {cause}",
            location,
            severity="note",
            help=f"{remedy} References to it are accepted meanwhile.",
        )
        reader.problems.add([diagnostic])
        reader.missing.append(f"The document {shown}: {cause}.")
        reader.missing_plugins.add(id_.rpartition(".")[0] or id_)
