"""One document from bytes to a value, step by step, with every problem of a step at once.

The steps: bytes that are JSON; a known ``$schema``; the schema; references; the rules between
fields that no schema can express.
"""

from typing import TYPE_CHECKING, Any

import attrs

from sendframe.errors import Diagnostic, Location
from sendframe.jsontext import DEFAULT_LIMITS, ParseLimits, parse
from sendframe.model import short_repr
from sendframe.validation import (
    CURRENT_VERSION,
    did_you_mean,
    parse_schema_id,
    read_schema,
    schema_diagnostics,
    schema_errors,
    schema_id,
    schema_kinds,
)

from ._diagnostic_list import MAX_DIAGNOSTICS, DiagnosticList
from ._document_ids import DocumentIds, collect_ids, unread_kinds
from ._duplicate_ids import duplicate_ids
from ._priority_order import repeated_orders

if TYPE_CHECKING:
    from sendframe.model import Document

__all__ = ["RawDocument", "build_document", "document_of", "read_raw"]


@attrs.frozen(eq=False)
class RawDocument:
    """A document as plain JSON data, with its problems.

    Attributes:
        file: Its name in the report.
        data: Its bytes.
        raw: Its JSON; None where it could not be parsed.
        kind: The kind of document; None where it is not known.
        ids: The ids that it defines and uses.
        unread: Kinds of thing of which some could not be read.
        is_cut: Whether it has more problems than are reported, so that not all ids are known.
        diagnostics: Its problems and notes so far, without line and column.
    """

    __repr__ = short_repr

    file: str | None
    data: bytes
    raw: Any = None
    kind: str | None = None
    ids: DocumentIds | None = None
    unread: frozenset[str] = frozenset()
    is_cut: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether it has no problem so far; notes are not problems."""
        return all(diagnostic.severity == "note" for diagnostic in self.diagnostics)


def read_raw(
    data: bytes,
    file: str | None,
    limits: ParseLimits = DEFAULT_LIMITS,
    *,
    wanted: str | None = None,
) -> RawDocument:
    """Parse a document and validate it against its schema.

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
    errors = schema_errors(raw, kind, limit=MAX_DIAGNOSTICS + 1)
    diagnostics = DiagnosticList(is_cut=len(errors) > MAX_DIAGNOSTICS)
    ids = collect_ids(raw, kind, file)
    unread: frozenset[str] = frozenset()
    if errors:
        diagnostics.add(schema_diagnostics(errors[:MAX_DIAGNOSTICS], raw, file))
        unread = unread_kinds(errors, read_schema(kind))
    diagnostics.add(duplicate_ids([ids]))
    if kind == "strategy":
        diagnostics.add(repeated_orders(raw, file))
    if kind == "extension":
        from sendframe.validation import extension_schema_problems  # few documents have a schema

        diagnostics.add(extension_schema_problems(raw, file))
    return RawDocument(
        file,
        data,
        raw,
        kind,
        ids,
        unread,
        is_cut=diagnostics.is_cut,
        diagnostics=diagnostics.all(),
    )


def _kind(raw: Any, file: str | None, wanted: str | None) -> tuple[str | None, Diagnostic | None]:
    """Return the kind of a document by its ``$schema``; or None and the problem."""
    location = Location(file)
    example = schema_id(wanted or "strategy")
    if not isinstance(raw, dict):
        message, help_ = "a document must be an object { }", "Write { at the beginning."
        return None, Diagnostic("SFR101", message, location, help=help_)
    if "$schema" not in raw:
        help_ = f'Add "$schema": "{example}" or another of: {", ".join(schema_kinds())}.'
        return None, Diagnostic("SFR012", 'the document has no "$schema"', location, help=help_)
    given = raw["$schema"]
    location = Location(file, "/$schema")
    if not isinstance(given, str):
        message = '"$schema" must be text that names a schema'
        return None, Diagnostic("SFR101", message, location, help=f'Write "{example}".')
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
        return None, Diagnostic(
            "SFR013",
            'unknown "$schema"',
            location,
            help=f"Write {schema_id('KIND')} with one of: {', '.join(schema_kinds())}.",
            suggestion=did_you_mean(given, map(schema_id, schema_kinds())),
        )
    if wanted is not None and name.kind != wanted:
        message = f"expected a document of the kind '{wanted}', found '{name.kind}'"
        help_ = f'Write "{example}", if it is one.'
        return None, Diagnostic("SFR013", message, location, help=help_)
    return name.kind, None


def build_document(document: RawDocument) -> "tuple[Document | None, tuple[Diagnostic, ...]]":
    """Build the value of a document that has no problem so far.

    Returns:
        The document and no diagnostics; or None and the broken rules between fields.
    """
    from sendframe.model import document_class  # only when values are wanted

    from ._structure import broken_rules, structure

    if document.kind is None:
        return None, ()
    value = structure(document_class(document.kind), document.raw)
    diagnostics = DiagnosticList()
    diagnostics.add(
        Diagnostic(
            "SFR110", problem, Location(document.file, pointer), help="Correct one of the two."
        )
        for pointer, problem in broken_rules(value)
    )
    return (None, diagnostics.all()) if diagnostics.problems else (value, ())


def document_of(document: RawDocument) -> "Document | None":
    """Return the value of a document; None where it has a problem."""
    return build_document(document)[0] if document.is_sound else None
