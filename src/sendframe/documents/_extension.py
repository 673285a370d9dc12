"""Validation of ``extensions`` against the schemas of plug-ins, without importing a plug-in."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import attrs

from sendframe.errors import Diagnostic, Location, Step, json_pointer
from sendframe.validation import Engine, extension_engine, quote_key, schema_diagnostics

from ._diagnostic_list import MAX_DIAGNOSTICS
from ._document_ids import DocumentIds, path_of

__all__ = ["ExtensionRules", "extension_diagnostics", "extension_rules"]

ANY = "any"
"""Under ``extends``: every kind of thing may have the extension."""


@attrs.frozen(eq=False)
class ExtensionRules:
    """What is valid under one name of ``extensions``.

    Attributes:
        name: The name.
        kinds: The kinds of thing that may have it.
        engine: Validates a value against the schema.
    """

    name: str
    kinds: tuple[str, ...]
    engine: Engine


def extension_rules(document: dict[str, Any]) -> ExtensionRules:
    """Return the rules of a valid document of the kind ``extension``."""
    engine = extension_engine(document["schema"])
    return ExtensionRules(document["name"], tuple(document["extends"]), engine)


def extension_diagnostics(
    ids: DocumentIds,
    find_rules: Callable[[str], ExtensionRules | None],
    reason: Callable[[str], str | None],
    reported: set[str],
) -> Iterator[Diagnostic]:
    """Yield the problems of the extensions of one document, and notes on those without rules.

    Args:
        ids: What was collected from the document.
        find_rules: Returns the rules of a name; None where no installed plug-in has any.
        reason: Returns why the plug-in of a name cannot be used; None where there is none.
        reported: Names for which a note was given before; more are added.
    """
    for kind, extensions, chain in ids.extensions:
        for name, value in extensions.items():
            path = (*path_of(chain), name)
            location = Location(ids.file, json_pointer(path))
            rules = find_rules(name)
            if rules is None:
                if name not in reported:
                    reported.add(name)
                    yield _without_rules(name, reason(name), location)
            elif kind not in rules.kinds and ANY not in rules.kinds:
                yield Diagnostic(
                    "SFR113",
                    f"the plug-in {quote_key(name)} has no extension of the kind '{kind}'",
                    location,
                    help=f"It extends: {', '.join(rules.kinds)}.",
                )
            else:
                errors = [
                    attrs.evolve(error, path=(*path, *error.path))
                    for error in islice(rules.engine(value), MAX_DIAGNOSTICS + 1)
                ]
                if errors:
                    yield from schema_diagnostics(errors, _nested_at(value, path), ids.file)


def _without_rules(name: str, reason: str | None, location: Location) -> Diagnostic:
    if reason is None:
        message = f"no plug-in that may be used here describes the extension {quote_key(name)}"
        help_ = "It is kept as it is. Install the plug-in, and name it in portfolio.json."
    else:
        message = f"the extension {quote_key(name)} is not validated: {reason}"
        help_ = "It is kept as it is. Correct the plug-in; see `sendframe plugins doctor`."
    return Diagnostic("SFR111", message, location, severity="note", help=help_)


def _nested_at(value: Any, path: tuple[Step, ...]) -> Any:
    """Return a document that contains nothing but a value at its path."""
    for step in reversed(path):
        value = {step: value}
    return value
