"""One document from bytes to a value, layer by layer, with every problem of a layer at once.

The layers: bytes that are JSON; a ``$schema`` that is known; what the schema asks; references;
the rules that only code can hold.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from sendframe.errors import Diagnostic, Location, Related
from sendframe.jsontext import DEFAULT_LIMITS, ParseLimits, parse
from sendframe.validation import (
    CURRENT_VERSION,
    SchemaError,
    did_you_mean,
    parse_schema_id,
    read_schema,
    schema_diagnostics,
    schema_errors,
    schema_id,
    schema_kinds,
)

from ._duplicate import duplicates
from ._findings import MOST_TOLD, Findings
from ._reference import Names, collect, lost_kinds

if TYPE_CHECKING:
    from sendframe.jsontext import Position
    from sendframe.model import Document

__all__ = ["RawDocument", "made_of", "make", "placed", "read_raw"]


@attrs.frozen(eq=False)
class RawDocument:
    """A document as it was read, with what is wrong with it.

    Attributes:
        file: Its name in the report.
        data: Its bytes.
        raw: Its JSON; None where it could not be read.
        kind: What kind of document it is; None where that is not known.
        names: Ids given and used in it.
        lost: Kinds of thing some of which could not be read.
        cut: Whether there is more wrong than is told, so that its ids are not all known.
        diagnostics: What is wrong so far, not yet placed.
    """

    file: str | None
    data: bytes
    raw: Any = None
    kind: str | None = None
    names: Names | None = None
    lost: frozenset[str] = frozenset()
    cut: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong so far; notes are nothing wrong."""
        return all(each.severity == "note" for each in self.diagnostics)


def read_raw(
    data: bytes,
    file: str | None,
    limits: ParseLimits = DEFAULT_LIMITS,
    *,
    wanted: str | None = None,
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
    kind, problem = _kind(raw, file, wanted)
    if kind is None:
        return RawDocument(file, data, diagnostics=() if problem is None else (problem,))
    found: list[SchemaError] = schema_errors(raw, kind, limit=MOST_TOLD + 1)
    findings = Findings(cut=len(found) > MOST_TOLD)
    names = collect(raw, kind, file)
    findings.add(schema_diagnostics(found[:MOST_TOLD], raw, file) if found else ())
    lost = lost_kinds(found, read_schema(kind)) if found else frozenset()
    findings.add(duplicates([names]))
    if kind == "extension":
        from sendframe.validation import (
            extension_schema_problems,  # only for documents that hold a schema
        )

        findings.add(extension_schema_problems(raw, file))
    return RawDocument(
        file,
        data,
        raw,
        kind,
        names,
        lost,
        cut=findings.cut,
        diagnostics=findings.told(),
    )


def _kind(raw: Any, file: str | None, wanted: str | None) -> tuple[str | None, Diagnostic | None]:
    """Return the kind of a document by its ``$schema``, or what is wrong with that."""
    location = Location(file)
    addresses = [schema_id(each) for each in schema_kinds()]
    shown = schema_id(wanted or "strategy")
    if not isinstance(raw, dict):
        message = "a document is an object { }"
        return None, Diagnostic("SFR101", message, location, help="Write { at the beginning.")
    if "$schema" not in raw:
        return None, Diagnostic(
            "SFR012",
            "the document does not say what it is",
            location,
            help=f'Add "$schema": "{shown}" or another of: {", ".join(schema_kinds())}.',
        )
    given = raw["$schema"]
    location = Location(file, "/$schema")
    if not isinstance(given, str):
        message = '"$schema" is text that names a schema'
        return None, Diagnostic("SFR101", message, location, help=f'Write "{shown}".')
    name = parse_schema_id(given)
    if name is not None and name.version != CURRENT_VERSION:
        return None, Diagnostic(
            "SFR014",
            f"the document has schema version {name.version}; "
            f"this release of sendframe reads version {CURRENT_VERSION}",
            location,
            help=(
                f"Install a release of sendframe that reads {name.version}, "
                f"or ask for the document in version {CURRENT_VERSION}."
            ),
        )
    if name is None or name.kind not in schema_kinds():
        near = did_you_mean(given, addresses)
        return None, Diagnostic(
            "SFR013",
            'no kind of document has this "$schema"',
            location,
            help=f"Write {schema_id('KIND')} with one of: {', '.join(schema_kinds())}.",
            suggestion=near,
        )
    if wanted is not None and name.kind != wanted:
        return None, Diagnostic(
            "SFR013",
            f"a document of the kind '{wanted}' is needed here, not '{name.kind}'",
            location,
            help=f'Write "{shown}", if that is what it is.',
        )
    return name.kind, None


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
            "SFR110", problem, Location(document.file, pointer), help="Correct one of the two."
        )
        for pointer, problem in broken_rules(made)
    )
    return (None, findings.told()) if findings.found else (made, ())


def made_of(document: RawDocument) -> "Document | None":
    """Return the value of a document that was read; None where something is wrong with it."""
    return make(document)[0] if document.is_sound else None


def placed(
    diagnostics: Iterable[Diagnostic], sources: Mapping[str | None, bytes]
) -> tuple[Diagnostic, ...]:
    """Give each diagnostic its line and column, and put all in order.

    Args:
        diagnostics: Diagnostics whose locations have a file and a pointer.
        sources: The bytes of each file.
    """
    found = list(diagnostics)
    if not found:
        return ()
    wanted: dict[str | None, set[str]] = {}
    for each in found:
        for where in (each.location, *(other.location for other in each.related)):
            if where.line is None and where.file in sources:
                wanted.setdefault(where.file, set()).add(where.pointer)
    from sendframe.jsontext import locate  # only when there is something to place

    known = {file: locate(sources[file], pointers) for file, pointers in wanted.items()}

    def with_line(location: Location, *, at_key: bool) -> Location:
        spot: Position | None = known.get(location.file, {}).get(location.pointer)
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
