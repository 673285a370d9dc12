"""What plug-ins keep under ``extensions``: held against their schemas, without importing them.

A schema that comes with a plug-in is hostile input. Accepted are keywords that look at one value
at a time, references within the schema, and patterns that take no longer than the text is long.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

import attrs

from sendframe.errors import Diagnostic, Location, Step, json_pointer
from sendframe.validation import Engine, SchemaError, make_engine, quote_key, schema_diagnostics

from ._findings import MOST_TOLD
from ._reference import Names, steps_of

__all__ = ["ExtensionRules", "extension_findings", "rules_of"]

ANY = "any"
"""Under ``extends``: every kind of thing may have the extension."""


@attrs.frozen(eq=False)
class ExtensionRules:
    """What may stand under one name of ``extensions``.

    Attributes:
        name: The name.
        kinds: Kinds of thing that have it.
        engine: Holds a value against the schema.
    """

    name: str
    kinds: tuple[str, ...]
    engine: Engine


def rules_of(document: dict[str, Any]) -> ExtensionRules:
    """Return the rules of a sound document of the kind ``extension``."""
    schema = document["schema"]
    return ExtensionRules(document["name"], tuple(document["extends"]), make_engine(schema))


def extension_findings(
    names: Names,
    find: Callable[[str], ExtensionRules | None],
    reason: Callable[[str], str | None],
    told: set[str],
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the extensions of one document, and which nothing describes.

    Args:
        names: What was found in the document.
        find: Gives the rules of a name; None where no plug-in that is there gives any.
        reason: Gives why the plug-in of a name cannot say what it keeps; None where none is there.
        told: Names of which it has been said that nothing describes them; more are added.
    """
    for kind, extensions, trail in names.extended:
        for name, value in extensions.items():
            path = (*steps_of(trail), name)
            where = Location(names.file, json_pointer(path))
            rules = find(name)
            if rules is None:
                if name not in told:
                    told.add(name)
                    yield _undescribed(name, reason(name), where)
            elif kind not in rules.kinds and ANY not in rules.kinds:
                yield Diagnostic(
                    "SFR113",
                    f"the plug-in {quote_key(name)} keeps nothing in a thing of the kind '{kind}'",
                    where,
                    help=f"It extends: {', '.join(rules.kinds)}.",
                )
            else:
                found = islice(rules.engine(value), MOST_TOLD + 1)
                faults = [_moved(each, path) for each in found]
                if faults:
                    yield from schema_diagnostics(faults, _rooted(value, path), names.file)


def _undescribed(name: str, reason: str | None, where: Location) -> Diagnostic:
    if reason is None:
        message = f"no plug-in that may be used here describes the extension {quote_key(name)}"
        help_ = "It is kept as it is. Install the plug-in, and name it in portfolio.json."
    else:
        message = f"nothing holds the extension {quote_key(name)}: {reason}"
        help_ = "It is kept as it is. Put the plug-in right; `sendframe plugins doctor` says more."
    return Diagnostic("SFR111", message, where, severity="note", help=help_)


def _moved(fault: SchemaError, path: Iterable[Step]) -> SchemaError:
    return attrs.evolve(fault, path=(*path, *fault.path))


def _rooted(value: Any, path: tuple[Step, ...]) -> Any:
    """Return a document that holds nothing but a value at its place."""
    for step in reversed(path):
        value = {step: value}
    return value
