"""One document from bytes to a value, layer by layer, with every problem of a layer at once.

The layers: bytes that are JSON; a ``$schema`` that is known; what the schema asks; references;
the rules that only code can hold. A document of an older version is held against the schema of
that version, and then migrated; what is found after that is told where it stands in the file.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from sendframe import schemas
from sendframe.errors import Diagnostic, Location, Related

from ._duplicate import duplicates
from ._fault import Fault, faults
from ._findings import MOST_TOLD, Findings
from ._parse import DEFAULT_LIMITS, Limits, parse
from ._reference import Names, collect, lost_kinds
from ._speller import did_you_mean
from ._wording import word

if TYPE_CHECKING:
    from sendframe.model import Document

    from ._migration import Migrated
    from ._position import Place

__all__ = ["RawDocument", "made_of", "make", "origins", "placed", "read_raw"]


@attrs.frozen(eq=False)
class RawDocument:
    """A document as it was read, with what is wrong with it.

    Attributes:
        file: Its name in the report.
        data: Its bytes.
        raw: Its JSON in the current version; None where it could not be read. Where a document
            of an older version breaks its schema, its JSON as it stands.
        kind: What kind of document it is; None where that is not known.
        migrated: What a document of an older version became; None for any other.
        as_read: Its JSON as it stands in the file.
        names: Ids given and used in it.
        lost: Kinds of thing some of which could not be read.
        cut: Whether there is more wrong than is told, so that its ids are not all known.
        diagnostics: What is wrong so far, not yet placed.
    """

    file: str | None
    data: bytes
    raw: Any = None
    kind: str | None = None
    migrated: "Migrated | None" = None
    as_read: Any = None
    names: Names | None = None
    lost: frozenset[str] = frozenset()
    cut: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong so far; notes are nothing wrong."""
        return all(each.severity == "note" for each in self.diagnostics)


def read_raw(
    data: bytes, file: str | None, limits: Limits = DEFAULT_LIMITS, *, wanted: str | None = None
) -> RawDocument:
    """Parse a document and hold it against its schema.

    Args:
        data: The document.
        file: Its name in the report.
        limits: How much is accepted.
        wanted: The kind of document it must be; None for any.
    """
    raw, problems = parse(data, file, limits=limits)
    if problems:
        return RawDocument(file, data, diagnostics=problems)
    name, problem = _named(raw, file, wanted)
    if name is None:
        return RawDocument(file, data, diagnostics=() if problem is None else (problem,))
    found: list[Fault] = faults(raw, name.kind, name.version, most=MOST_TOLD + 1)
    findings = Findings(cut=len(found) > MOST_TOLD)
    migrated: Migrated | None = None
    if name.age and not found:
        from ._older import renewed  # only for a document of an older version

        migrated, told = renewed(raw, name, file)
        findings.add(told)
    current = raw if migrated is None else migrated.document
    version = name.version if migrated is None else schemas.CURRENT
    names = collect(current, name.kind, file, version)
    findings.add(word(found[:MOST_TOLD], raw, file) if found else ())
    lost = lost_kinds(found, schemas.read(name.kind, version)) if found else frozenset()
    findings.add(duplicates([names]))
    if name.kind == "extension":
        from ._extension import schema_problems  # only for documents that hold a schema

        findings.add(schema_problems(current, file))
    return RawDocument(
        file,
        data,
        current,
        name.kind,
        migrated,
        raw,
        names,
        lost,
        cut=findings.cut or version != schemas.CURRENT,
        diagnostics=findings.told(),
    )


def _named(
    raw: Any, file: str | None, wanted: str | None
) -> tuple[schemas.SchemaName | None, Diagnostic | None]:
    """Return version and kind a document says it is of, or what is wrong with what it says."""
    location = Location(file)
    addresses = [schemas.identifier(each) for each in schemas.names()]
    shown = schemas.identifier(wanted or "strategy")
    if not isinstance(raw, dict):
        message = "a document is an object { }"
        return None, Diagnostic("SFR101", message, location, help="Write { at the beginning.")
    if "$schema" not in raw:
        return None, Diagnostic(
            "SFR012",
            "the document does not say what it is",
            location,
            help=f'Add "$schema": "{shown}" or another of: {", ".join(schemas.names())}.',
        )
    given = raw["$schema"]
    location = Location(file, "/$schema")
    if not isinstance(given, str):
        message = '"$schema" is text that names a schema'
        return None, Diagnostic("SFR101", message, location, help=f'Write "{shown}".')
    name = schemas.parse_identifier(given)
    if name is not None and name.age < 0:
        return None, Diagnostic(
            "SFR014",
            f"the document is of version {name.version}; this sendframe reads {schemas.CURRENT}",
            location,
            help="Install a newer sendframe, or ask for the document in the older version.",
        )
    if name is not None and not schemas.names(name.version):
        return None, Diagnostic(
            "SFR023",
            f"the document is of version {name.version}, which there never was",
            location,
            help=f'Write "{shown}", if that is what it is.',
        )
    if name is None or name.kind not in schemas.names(name.version):
        near = did_you_mean(given, addresses)
        return None, Diagnostic(
            "SFR013",
            'no kind of document has this "$schema"',
            location,
            help=f"Write {schemas.identifier('KIND')} with one of: {', '.join(schemas.names())}.",
            suggestion=near,
        )
    if wanted is not None and name.kind != wanted:
        return None, Diagnostic(
            "SFR013",
            f"a document of the kind '{wanted}' is needed here, not '{name.kind}'",
            location,
            help=f'Write "{shown}", if that is what it is.',
        )
    return name, None


def make(document: RawDocument) -> "tuple[Document | None, tuple[Diagnostic, ...]]":
    """Make the value of a document that has no problem so far.

    Returns:
        The document and nothing; or None and the rules it breaks that only code can hold.
    """
    from sendframe.model import document_class  # only when values are wanted

    from ._structure import broken_rules, structure

    if document.kind is None:
        return None, ()
    made = structure(document_class(document.kind), document.raw)
    findings = Findings()
    findings.add(
        Diagnostic(
            "SFR203", problem, Location(document.file, pointer), help="Correct one of the two."
        )
        for pointer, problem in broken_rules(made)
    )
    return (None, findings.told()) if findings.found else (made, ())


def made_of(document: RawDocument) -> "Document | None":
    """Return the value of a document that was read; None where something is wrong with it."""
    return make(document)[0] if document.is_sound else None


def placed(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str | None, bytes],
    migrated: "Mapping[str | None, Migrated] | None" = None,
) -> tuple[Diagnostic, ...]:
    """Give each diagnostic its line and column, and put all in order.

    Args:
        diagnostics: Diagnostics whose locations have a file and a pointer.
        sources: The bytes of each file.
        migrated: What became of files of an older version. Pointers into these are pointers in
            the new document, and are turned into those of the file.
    """
    found = list(diagnostics)
    if not found:
        return ()
    if migrated:
        found = [_as_on_disk(each, migrated) for each in found]
    wanted: dict[str | None, set[str]] = {}
    for each in found:
        for where in (each.location, *(other.location for other in each.related)):
            if where.line is None and where.file in sources:
                wanted.setdefault(where.file, set()).add(where.pointer)
    from ._position import locate  # only when there is something to place

    known = {file: locate(sources[file], pointers) for file, pointers in wanted.items()}

    def with_line(location: Location, *, at_key: bool) -> Location:
        spot: Place | None = known.get(location.file, {}).get(location.pointer)
        if spot is None or location.line is not None:
            return location
        line, column = spot.key if at_key and spot.key else spot.value
        return attrs.evolve(location, line=line, column=column)

    return tuple(
        sorted(
            (
                attrs.evolve(
                    each,
                    location=with_line(each.location, at_key=each.code == "SFR103"),
                    related=tuple(
                        Related(with_line(other.location, at_key=False), other.message)
                        for other in each.related
                    ),
                )
                for each in found
            ),
            key=lambda each: each.sort_key,
        )
    )


def origins(sources: Mapping[str | None, bytes]) -> "dict[str | None, Migrated]":
    """Return what became of those files that are of an older version, for `placed`.

    Args:
        sources: The bytes of each file.
    """
    found: dict[str | None, Migrated] = {}
    for file, data in sources.items():
        raw, _ = parse(data, file)
        name, _ = _named(raw, file, None)
        if name is not None and name.age:
            migrated = read_raw(data, file).migrated
            if migrated is not None:
                found[file] = migrated
    return found


def _as_on_disk(diagnostic: Diagnostic, migrated: "Mapping[str | None, Migrated]") -> Diagnostic:
    """Return a diagnostic with the pointers of the files as they are."""
    if diagnostic.code == "SFR022":
        return diagnostic  # it is about the file itself

    def moved(where: Location) -> Location:
        became = migrated.get(where.file)
        if became is None:
            return where
        return attrs.evolve(where, pointer=became.origin(where.pointer))

    return attrs.evolve(
        diagnostic,
        location=moved(diagnostic.location),
        related=tuple(Related(moved(each.location), each.message) for each in diagnostic.related),
    )
