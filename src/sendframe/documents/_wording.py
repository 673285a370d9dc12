"""From breaches of a schema to diagnostics that say what is wrong and what to do.

No free text of the document is repeated, since it may hold a child's name; keys, and values
that could be ids or codes, are.
"""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from sendframe.errors import Diagnostic, Location, Step, json_pointer

from ._fault import Fault
from ._speller import did_you_mean

__all__ = ["CODE_OF_KEYWORD", "key_name", "plain", "word"]

CODE_OF_KEYWORD = {
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

_ORDER = (
    *("type", "enum", "const", "minLength", "maxLength"),
    *("pattern", "minimum", "maximum", "minItems", "maxItems"),
)
"""Keywords about one value: of several that are broken, the first tells most."""

_LONGEST_KEY = 40
_PLAIN = re.compile(r"[A-Za-z0-9._:/-]{1,60}")
_TYPES = {
    "object": "an object { }",
    "array": "an array [ ]",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
}
_MEANINGS = (
    ("^[A-Za-z0-9]", "an id or code: letters, digits, '.', '_' and '-', no spaces"),
    ("^(https?", "a web address that begins with https://, http:// or mailto:"),
    ("^(?:(?:19|20|21)", "a day that exists, written as YYYY-MM-DD"),
    ("^[A-Z0-9]", "an area code of capital letters and digits, such as E06000019"),
    ("^([0-9]{3}", "a DfE number of three digits, or Z and two digits"),
    ("^#", "a colour such as #1d70b8"),
    ("^[0-9a-f]{64}", "a SHA-256 of 64 hexadecimal digits"),
)


def plain(value: object) -> str | None:
    """Return a value that may be repeated in a message, quoted; None for any other."""
    if isinstance(value, str) and _PLAIN.fullmatch(value):
        return f"'{value}'"
    return None


def key_name(key: str) -> str:
    """Return a key as it may be shown: short, and without control characters."""
    shown = re.sub(r"[^\x20-\x7e\u00a1-\u024f]", "?", key[: _LONGEST_KEY + 1])
    return f"'{shown[: _LONGEST_KEY - 1]}…'" if len(shown) > _LONGEST_KEY else f"'{shown}'"


def _value_at(document: Any, path: tuple[Step, ...]) -> Any:
    for step in path:
        document = document[step]
    return document


def _type_name(value: object) -> str:
    names = {dict: "object", list: "array", str: "string", bool: "boolean", type(None): "null"}
    return _TYPES[names.get(type(value), "number")]


def _pairs(faults: Iterable[Fault]) -> dict[Fault, Fault]:
    """Pair each unknown key with the missing key it was probably meant to be."""
    places: dict[tuple[Step, ...], tuple[list[Fault], list[Fault]]] = {}
    for each in faults:
        if each.keyword in ("additionalProperties", "required"):
            unknown, missing = places.setdefault(each.path, ([], []))
            (unknown if each.keyword == "additionalProperties" else missing).append(each)
    pairs: dict[Fault, Fault] = {}
    for unknown, missing in places.values():
        alone = len(unknown) == len(missing) == 1
        for one in missing:
            free = [each for each in unknown if each not in pairs]
            names = [each.detail for each in free]
            near = did_you_mean(one.detail, names)
            if near is None and alone:
                near = unknown[0].detail
            if near is not None:
                pairs[free[names.index(near)]] = one
    return pairs


def _leading(faults: Iterable[Fault]) -> Iterable[Fault]:
    """Leave out what is wrong with a value only because something else is."""
    first: dict[tuple[Step, ...], Fault] = {}
    for each in faults:
        if each.keyword in _ORDER:
            best = first.setdefault(each.path, each)
            if _ORDER.index(each.keyword) < _ORDER.index(best.keyword):
                first[each.path] = each
    return [each for each in faults if each.keyword not in _ORDER or first[each.path] is each]


def word(faults: Sequence[Fault], document: Any, file: str | None) -> list[Diagnostic]:
    """Return one diagnostic for each thing that is wrong.

    A key that is misspelt is both unknown and missing, and an empty id is both too short and
    no id: such a thing is told once.
    """
    faults = list(_leading(faults))
    pairs = _pairs(faults)
    told_already = set(map(id, pairs.values()))
    found = []
    for fault in faults:
        if id(fault) in told_already:
            continue
        meant = pairs[fault].detail if fault in pairs else None
        found.append(_word(fault, document, file, meant))
    return found


def _word(fault: Fault, document: Any, file: str | None, meant: str | None) -> Diagnostic:
    path = fault.path
    if fault.keyword == "additionalProperties":
        path = (*path, fault.detail)
    location = Location(file, json_pointer(path))
    value = None if fault.keyword == "additionalProperties" else _value_at(document, path)
    message, help_, suggestion = _sentence(fault, value, meant)
    code = CODE_OF_KEYWORD.get(fault.keyword, "SFR109")
    return Diagnostic(code, message, location, help=help_, suggestion=suggestion)


def _sentence(fault: Fault, value: Any, meant: str | None) -> tuple[str, str, str | None]:
    schema, keyword = fault.schema, fault.keyword
    if keyword == "required":
        name = key_name(fault.detail)
        said = schema.get("properties", {}).get(fault.detail, {}).get("description", "")
        return f"the key {name} is missing", f"Add {name}{': ' + said if said else '.'}", None
    if keyword == "additionalProperties":
        known = sorted(schema["properties"])
        near = meant or did_you_mean(fault.detail, known)
        remedy = (
            f"Write '{near}', or remove the key."
            if near
            else f"Remove it, or keep it under 'extensions'. Keys here: {', '.join(known)}."
        )
        return f"the key {key_name(fault.detail)} is not known here", remedy, near
    if keyword == "type":
        wanted = _TYPES.get(str(schema["type"]), str(schema["type"]))
        empty = "Leave the key out where nothing is known."
        message = f"{wanted} is needed, not {_type_name(value)}"
        return message, empty if value is None else f"Write {wanted}.", None
    if keyword in ("enum", "const"):
        allowed = schema["enum"] if keyword == "enum" else [schema["const"]]
        shown = ", ".join(f"'{each}'" if isinstance(each, str) else _json(each) for each in allowed)
        near = did_you_mean(value, allowed)
        given = plain(value) or _type_name(value)
        return f"{given} is not allowed here", f"Write one of {shown}.", near
    if keyword == "pattern":
        pattern = str(schema["pattern"])
        text = plain(value) or "this text"
        meaning = next((said for head, said in _MEANINGS if pattern.startswith(head)), None)
        if meaning is None:  # a pattern of a plug-in
            told = str(schema.get("description", "")).strip()
            asked = f"{told} It is written as {pattern}" if told else f"Write text like {pattern}"
            return f"{text} is not of the form that is asked for", f"{asked}.", None
        return f"{text} is not {meaning}", f"Write {meaning}.", None
    return _bound(keyword, schema[keyword])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _bound(keyword: str, limit: object) -> tuple[str, str, None]:
    least = keyword.startswith("min")
    side = "at least" if least else "at most"
    if keyword == "minLength" and limit == 1:
        return "the text is empty", "Write the text, or leave the key out.", None
    if keyword.endswith("Length"):
        return (
            f"the text is too {'short' if least else 'long'}",
            f"Write {side} {limit} characters.",
            None,
        )
    if keyword.endswith("Items"):
        return f"too {'few' if least else 'many'} entries", f"Give {side} {limit}.", None
    if keyword in ("minimum", "maximum"):
        size = "small" if least else "large"
        return f"the number is too {size}", f"Write a number of {side} {limit}.", None
    return f"the rule '{keyword}' of the schema does not hold", "See the schema.", None
