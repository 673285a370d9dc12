"""Documents and extensions of plug-ins, as far as a portfolio asks for them."""

from functools import cached_property
from typing import Any

import attrs

from sendframe.errors import Diagnostic, Location

from ._extension import extension_findings, rules_of
from ._library import Library, LibrarySource
from ._reading import Reading
from ._speller import did_you_mean
from ._wording import plain

__all__ = ["take_in"]


def _texts(value: object) -> list[tuple[int, str]]:
    """Return the texts of a list, with their places; the schema has told about the rest."""
    members: list[Any] = value if isinstance(value, list) else []
    return [(place, each) for place, each in enumerate(members) if isinstance(each, str) and each]


def take_in(reading: Reading, source: LibrarySource) -> None:
    """Take in the documents that ``portfolio.json`` uses, and look at extensions.

    Args:
        reading: The folder, all of whose own documents were read.
        source: Gives what plug-ins bring; not called where nothing is asked for.
    """
    shelf = _Shelf(source, reading.documents[0][1].raw)
    _take_documents(reading, shelf)
    own = {
        each.raw["name"]: rules_of(each.raw)
        for _, each in reading.documents
        if each.kind == "extension" and each.is_sound
    }
    told: set[str] = set()
    for _, each in reading.documents:
        if each.names is not None and each.names.extended:
            found = extension_findings(
                each.names, lambda name: own.get(name) or shelf.library.extension(name), told
            )
            reading.problems.add(found)


@attrs.frozen(eq=False, slots=False)
class _Shelf:
    """What plug-ins bring, looked up once and only where it is asked for.

    Attributes:
        source: Gives what plug-ins bring.
        manifest: The portfolio that asks.
    """

    source: LibrarySource
    manifest: dict[str, Any]

    @cached_property
    def installed(self) -> Library:
        """What all enabled plug-ins bring."""
        return self.source()

    @cached_property
    def library(self) -> Library:
        """What the plug-ins bring that the portfolio names."""
        return self.installed.allowing([name for _, name in _texts(self.manifest.get("plugins"))])


def _take_documents(reading: Reading, shelf: _Shelf) -> None:
    seen: set[str] = set()
    for place, id_ in _texts(shelf.manifest.get("uses")):
        where = Location(reading.documents[0][1].file, f"/uses/{place}")
        if id_ in seen:
            message = "this document is named twice"
            told = Diagnostic("SFR202", message, where, help="Name it once.")
            reading.problems.add([told])
        else:
            seen.add(id_)
            _take(reading, id_, where, shelf)


def _take(reading: Reading, id_: str, where: Location, shelf: _Shelf) -> None:
    library = shelf.library
    found = library.document(id_)
    if found is not None:
        reading.taken.append((str(found.raw.file), found.raw))
        reading.data[found.raw.file] = found.raw.data
        return
    shown = plain(id_) or "this id"
    other = shelf.installed.document(id_)
    if other is not None:
        message = f"the document {shown} belongs to a plug-in that this portfolio does not name"
        help_ = f"Add '{other.plugin}' to \"plugins\"."
        reading.problems.add([Diagnostic("SFR207", message, where, help=help_)])
    elif library.brings(id_):
        near = did_you_mean(id_, list(library.ids()))
        known = ", ".join(library.ids())
        help_ = f"Write '{near}'." if near else f"There are: {known}."
        message = f"no plug-in brings a document {shown}"
        reading.problems.add([Diagnostic("SFR207", message, where, help=help_, suggestion=near)])
    else:
        message = f"nothing that is installed brings the document {shown}"
        help_ = "Install the plug-in it belongs to. What refers to it is read all the same."
        told = Diagnostic("SFR208", message, where, severity="note", help=help_)
        reading.problems.add([told])
        reading.missing.append(f"The document {shown}: nothing that is installed brings it.")
        reading.absent.append(id_.rpartition(".")[0] or id_)
