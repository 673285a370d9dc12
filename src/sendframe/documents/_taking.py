"""Documents and extensions of plug-ins, as far as a portfolio asks for them."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

import attrs

from sendframe.errors import Diagnostic, Location
from sendframe.validation import KnownWords, Suggester, known_words, quote_value

from ._extension import extension_findings, rules_of
from ._library import Library, LibrarySource
from ._reading import Reading
from ._reference import LONGEST_ID

__all__ = ["take_in"]

_MOST_SHOWN = 20
"""How many of the documents that there are a message names."""


def _ids(value: object) -> list[tuple[int, str]]:
    """Return the ids of a list, with their places; the schema has told about the rest."""
    members: list[Any] = value if isinstance(value, list) else []
    texts = ((place, each) for place, each in enumerate(members) if isinstance(each, str))
    return [(place, each) for place, each in texts if 0 < len(each) <= LONGEST_ID]


def take_in(reading: Reading, source: LibrarySource) -> None:
    """Take in the documents that ``portfolio.json`` uses, and look at extensions.

    Args:
        reading: The folder, all of whose own documents were read.
        source: Gives what plug-ins bring; not called where nothing is asked for.
    """
    shelf = _Shelf(source, reading.documents[0][1].raw)
    reading.problems.add(_unknown_plugins(reading.documents[0][1].file, shelf))
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
                each.names,
                lambda name: own.get(name) or shelf.library.extension(name),
                shelf.reason,
                told,
            )
            reading.problems.add(found)


@attrs.frozen(eq=False, slots=False)
class _Shelf:
    """What plug-ins bring, looked up once and only where it is asked for.

    Attributes:
        source: Gives what plug-ins bring.
        manifest: The portfolio that asks.
        speller: Finds what was probably meant; the portfolio may name a million that are not there.
    """

    source: LibrarySource
    manifest: dict[str, Any]
    speller: Suggester = attrs.Factory(Suggester)

    @cached_property
    def installed(self) -> Library:
        """What all enabled plug-ins bring."""
        return self.source()

    @cached_property
    def library(self) -> Library:
        """What the plug-ins bring that the portfolio names."""
        return self.installed.allowing([name for _, name in _ids(self.manifest.get("plugins"))])

    def reason(self, name: str) -> str | None:
        """Return why the plug-in of a name cannot say what it keeps."""
        return self.library.reason(name)

    def plugin_near(self, name: str) -> str | None:
        """Return the name of a plug-in that was probably meant."""
        return self.speller.suggest(name, self._plugins)

    @cached_property
    def _plugins(self) -> KnownWords:
        return known_words(self.installed.names())

    def document_near(self, id_: str) -> str | None:
        """Return the id of a document that was probably meant."""
        return self.speller.suggest(id_, self._documents)

    @cached_property
    def listed(self) -> str:
        """The ids of the first documents that plug-ins of others bring."""
        found = [each for each in self.library.ids() if "." in each]
        more = [f"and {len(found) - _MOST_SHOWN} more"] if len(found) > _MOST_SHOWN else []
        return ", ".join([*found[:_MOST_SHOWN], *more])

    @cached_property
    def _documents(self) -> KnownWords:
        return known_words(self.library.ids())


def _unknown_plugins(file: str | None, shelf: _Shelf) -> Iterator[Diagnostic]:
    """Yield a note for each plug-in that is named and not there."""
    for place, name in _ids(shelf.manifest.get("plugins")):
        if not shelf.installed.has(name):
            near = shelf.plugin_near(name)
            yield Diagnostic(
                "SFR903",
                f"no plug-in is there that is called {quote_value(name) or 'this'}",
                Location(file, f"/plugins/{place}"),
                severity="note",
                help=(
                    f"Write '{near}', or install what is meant."
                    if near
                    else "Install it, or allow it in your settings; nothing of it runs."
                ),
                suggestion=near,
            )


def _take_documents(reading: Reading, shelf: _Shelf) -> None:
    seen: set[str] = set()
    for place, id_ in _ids(shelf.manifest.get("uses")):
        if reading.problems.cut:
            return
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
    shown = quote_value(id_) or "this id"
    other, reason = shelf.installed.document(id_), library.reason(id_)
    if other is not None:
        message = f"the document {shown} belongs to a plug-in that this portfolio does not name"
        help_ = f"Add '{other.plugin}' to \"plugins\"."
        reading.problems.add([Diagnostic("SFR207", message, where, help=help_)])
    elif library.brings(id_) and reason is None:
        near = shelf.document_near(id_)
        help_ = f"Write '{near}'." if near else f"There are: {shelf.listed}."
        message = f"no plug-in brings a document {shown}"
        reading.problems.add([Diagnostic("SFR207", message, where, help=help_, suggestion=near)])
    else:
        why = reason or "nothing that is installed and may be used brings it"
        help_ = "Put the plug-in right." if reason else "Install the plug-in it belongs to."
        told = Diagnostic(
            "SFR208",
            f"the document {shown} is not there: {why}",
            where,
            severity="note",
            help=f"{help_} What refers to it is read all the same.",
        )
        reading.problems.add([told])
        reading.missing.append(f"The document {shown}: {why}.")
        reading.absent.add(id_.rpartition(".")[0] or id_)
