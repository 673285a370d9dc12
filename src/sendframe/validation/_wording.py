"""The wording of schema errors: what is wrong, and what to do.

No free text of a document is repeated, since it may contain a child's name. Keys are repeated, and
values that could be ids or codes.
"""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sendframe.errors import Diagnostic, Location, Step, json_pointer

from ._schema_error import SchemaError
from ._suggestion import did_you_mean

__all__ = ["CODES_BY_KEYWORD", "quote_key", "quote_value", "schema_diagnostics"]

CODES_BY_KEYWORD = {
    "type": "SFR101",
    "required": "SFR102",
    "additionalProperties": "SFR103",
    "enum": "SFR104",
    "const": "SFR104",
    "pattern": "SFR105",
    "minLength": "SFR106",
    "maxLength": "SFR106",
    "minimum": "SFR107",
    "maximum": "SFR107",
    "minItems": "SFR108",
    "maxItems": "SFR108",
}

_PRIORITY = (
    *("type", "enum", "const", "minLength", "maxLength"),
    *("pattern", "minimum", "maximum", "minItems", "maxItems"),
)
"""Keywords about one value: where several are broken, only the first of these is reported."""

_MAX_KEY_SHOWN = 40
_SAFE_VALUE = re.compile(r"[A-Za-z0-9._:/-]{1,60}")
_NUMBER = re.compile(r"-?[0-9]*\.?[0-9]+([eE]-?[0-9]+)?")
"""It may be a count of few people that stands in the wrong place."""
_TYPES = {
    "object": "an object { }",
    "array": "an array [ ]",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
}
_PATTERN_MEANINGS = (
    ("^[A-Za-z0-9]", "an id or code: letters, digits, '.', '_' and '-', no spaces"),
    ("^(https?", "a web address that begins with https://, http:// or mailto:"),
    ("^(?:(?:19|20|21)", "a day that exists, written as YYYY-MM-DD"),
    ("^[A-Z0-9]", "an area code of capital letters and digits, such as E06000019"),
    ("^([0-9]{3}", "a DfE number of three digits, or Z and two digits"),
    ("^#", "a colour such as #1d70b8"),
    ("^[0-9a-f]{64}", "a SHA-256 of 64 hexadecimal digits"),
)


class _Wording(NamedTuple):
    message: str
    help: str
    suggestion: str | None = None


def quote_value(value: object) -> str | None:
    """Quote an id or a code for a message; return None for a value that must not be repeated.

    Examples:
        >>> quote_value("E06000019")
        "'E06000019'"
        >>> quote_value("two words"), quote_value("3")
        (None, None)
    """
    if not isinstance(value, str) or _NUMBER.fullmatch(value):
        return None
    return f"'{value}'" if _SAFE_VALUE.fullmatch(value) else None


def quote_key(key: str) -> str:
    """Quote a key for a message, shortened and without control characters."""
    printable = re.sub(r"[^\x20-\x7e\u00a1-\u024f]", "?", key[: _MAX_KEY_SHOWN + 1])
    if len(printable) > _MAX_KEY_SHOWN:
        printable = f"{printable[: _MAX_KEY_SHOWN - 1]}…"
    return f"'{printable}'"


def schema_diagnostics(
    errors: Sequence[SchemaError], document: Any, file: str | None
) -> list[Diagnostic]:
    """Return a diagnostic for each problem that schema errors show.

    A misspelt key is both unknown and missing, and an empty id is both too short and not an id:
    such a problem is reported once.

    Args:
        errors: The errors, in any order.
        document: Plain JSON data of the document.
        file: Its name in the report.
    """
    errors = list(_most_telling(errors))
    missing_by_unknown = _pair_misspelt_keys(errors)
    paired = {id(missing) for missing in missing_by_unknown.values()}
    diagnostics = []
    for error in errors:
        if id(error) not in paired:
            missing = missing_by_unknown.get(error)
            diagnostics.append(
                _diagnostic(error, document, file, missing.member if missing else None)
            )
    return diagnostics


def _most_telling(errors: Iterable[SchemaError]) -> Iterable[SchemaError]:
    """Keep one error for each value: others follow from it."""
    first: dict[tuple[Step, ...], SchemaError] = {}
    for error in errors:
        if error.keyword in _PRIORITY:
            best = first.setdefault(error.path, error)
            if _PRIORITY.index(error.keyword) < _PRIORITY.index(best.keyword):
                first[error.path] = error
    return [e for e in errors if e.keyword not in _PRIORITY or first[e.path] is e]


def _pair_misspelt_keys(errors: Iterable[SchemaError]) -> dict[SchemaError, SchemaError]:
    """Pair each unknown key with the missing key of the same object that it resembles."""
    objects: dict[tuple[Step, ...], tuple[list[SchemaError], list[SchemaError]]] = {}
    for error in errors:
        if error.keyword in ("additionalProperties", "required"):
            unknown, missing = objects.setdefault(error.path, ([], []))
            (unknown if error.keyword == "additionalProperties" else missing).append(error)
    pairs: dict[SchemaError, SchemaError] = {}
    for unknown, missing in objects.values():
        only_pair = len(unknown) == len(missing) == 1
        for missing_error in missing:
            unpaired = [error for error in unknown if error not in pairs]
            keys = [error.member for error in unpaired]
            suggestion = did_you_mean(missing_error.member, keys)
            if suggestion is None and only_pair:
                suggestion = unknown[0].member
            if suggestion is not None:
                pairs[unpaired[keys.index(suggestion)]] = missing_error
    return pairs


def _diagnostic(
    error: SchemaError, document: Any, file: str | None, missing: str | None
) -> Diagnostic:
    if error.keyword == "additionalProperties":
        path, wording = (*error.path, error.member), _unknown_key(error, missing)
    else:
        value = document
        for step in error.path:
            value = value[step]
        path, wording = error.path, _wording(error, value)
    return Diagnostic(
        CODES_BY_KEYWORD.get(error.keyword, "SFR109"),
        wording.message,
        Location(file, json_pointer(path)),
        help=wording.help,
        suggestion=wording.suggestion,
    )


def _unknown_key(error: SchemaError, missing: str | None) -> _Wording:
    known = sorted(error.schema["properties"])
    suggestion = missing or did_you_mean(error.member, known)
    remedy = (
        f"Write '{suggestion}', or remove the key."
        if suggestion
        else f"Remove it, or keep it under 'extensions'. Known keys: {', '.join(known)}."
    )
    return _Wording(f"unknown key {quote_key(error.member)}", remedy, suggestion)


def _wording(error: SchemaError, value: Any) -> _Wording:
    schema, keyword = error.schema, error.keyword
    if keyword == "required":
        return _missing_key(error)
    if keyword == "type":
        return _wrong_type(str(schema["type"]), value)
    if keyword == "enum":
        return _wrong_value(value, schema["enum"])
    if keyword == "const":
        return _wrong_value(value, [schema["const"]])
    if keyword == "pattern":
        return _wrong_pattern(schema, value)
    return _out_of_bounds(keyword, schema[keyword])


def _missing_key(error: SchemaError) -> _Wording:
    name = quote_key(error.member)
    properties = error.schema.get("properties", {})
    description = properties.get(error.member, {}).get("description", "")
    help_ = f"Add {name}: {description}" if description else f"Add {name}."
    return _Wording(f"the key {name} is missing", help_)


def _wrong_type(type_name: str, value: Any) -> _Wording:
    expected = _TYPES.get(type_name, type_name)
    message = f"expected {expected}, found {_type_of(value)}"
    if value is None:
        return _Wording(message, "Leave the key out where nothing is known.")
    return _Wording(message, f"Write {expected}.")


def _type_of(value: object) -> str:
    names = {dict: "object", list: "array", str: "string", bool: "boolean", type(None): "null"}
    return _TYPES[names.get(type(value), "number")]


def _wrong_value(value: Any, allowed: list[Any]) -> _Wording:
    choices = ", ".join(
        f"'{choice}'" if isinstance(choice, str) else json.dumps(choice, ensure_ascii=False)
        for choice in allowed
    )
    given = quote_value(value) or _type_of(value)
    suggestion = did_you_mean(value, allowed)
    help_ = f"Write {'one of ' if len(allowed) > 1 else ''}{choices}."
    return _Wording(f"{given} is not allowed here", help_, suggestion)


def _wrong_pattern(schema: dict[str, Any], value: Any) -> _Wording:
    pattern = str(schema["pattern"])
    text = quote_value(value) or "this text"
    for beginning, meaning in _PATTERN_MEANINGS:
        if pattern.startswith(beginning):
            return _Wording(f"{text} is not {meaning}", f"Write {meaning}.")
    # A pattern of a plug-in.
    description = str(schema.get("description", "")).strip()
    help_ = f"{description} It must match" if description else "Write text that matches"
    return _Wording(f"{text} does not match the pattern", f"{help_} {pattern}.")


def _out_of_bounds(keyword: str, limit: object) -> _Wording:
    is_minimum = keyword.startswith("min")
    bound = f"{'at least' if is_minimum else 'at most'} {limit}"
    if keyword == "minLength" and limit == 1:
        return _Wording("the text is empty", "Write the text, or leave the key out.")
    if keyword.endswith("Length"):
        message = f"the text is too {'short' if is_minimum else 'long'}"
        return _Wording(message, f"Write {bound} characters.")
    if keyword.endswith("Items"):
        return _Wording(f"too {'few' if is_minimum else 'many'} entries", f"Give {bound}.")
    if keyword in ("minimum", "maximum"):
        message = f"the number is too {'small' if is_minimum else 'large'}"
        return _Wording(message, f"Write a number of {bound}.")
    return _Wording(f"the rule '{keyword}' of the schema is broken", "See the schema.")
