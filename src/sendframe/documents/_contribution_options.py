"""Options in ``portfolio.json`` that the rule, check or other contribution does not have."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from sendframe.errors import Diagnostic, Location, Step, json_pointer
from sendframe.validation import did_you_mean, quote_key

from ._document_ids import MAX_ID_LENGTH
from ._library import LibrarySource

__all__ = ["unknown_options"]

_Given = tuple[tuple[Step, ...], str, dict[str, Any], bool]


def unknown_options(
    manifest: dict[str, Any], file: str | None, source: LibrarySource
) -> Iterator[Diagnostic]:
    """Yield the options of sendframe's own rules, checks and so on that do not exist.

    Those of other plug-ins are known only where these run, which validation does not do.

    Args:
        manifest: Plain JSON data of ``portfolio.json``.
        file: Its name in the report.
        source: Returns the library; not called where there are no options.
    """
    library = cache(source)
    names_of = cache(lambda id_, is_rule: library().option_names(id_, is_rule=is_rule))
    for path, id_, options, is_rule in _given(manifest):
        known: tuple[str, ...] | None = names_of(id_, is_rule)
        for name in () if known is None else sorted(set(options) - set(known)):
            suggestion = did_you_mean(name, known or ())
            listed = f"There are: {', '.join(known or ())}." if known else "It has none."
            yield Diagnostic(
                "SFR103",
                f"{'the rule ' if is_rule else ''}'{id_}' has no option {quote_key(name)}",
                Location(file, json_pointer((*path, name))),
                help=f"Write '{suggestion}', or remove it." if suggestion else listed,
                suggestion=suggestion,
            )


def _given(manifest: dict[str, Any]) -> Iterator[_Given]:
    """Yield the options that are given: path, id, options, and whether of a rule."""
    rules: Any = manifest.get("rules")
    for index, choice in enumerate(rules if isinstance(rules, list) else ()):
        if isinstance(choice, dict) and _is_given(choice.get("rule"), choice.get("options")):
            yield ("rules", index, "options"), choice["rule"], choice["options"], True
    others: Any = manifest.get("options")
    for id_, options in others.items() if isinstance(others, dict) else ():
        if _is_given(id_, options):
            yield ("options", id_), id_, options, False


def _is_given(id_: object, options: object) -> bool:
    """Return whether options could be those of a contribution; the schema has reported all else."""
    is_id = isinstance(id_, str) and len(id_) <= MAX_ID_LENGTH
    return is_id and isinstance(options, dict) and bool(options)
