"""JSON Schema engines: jsonschema-rs where it is installed, jsonschema elsewhere.

Only keyword, path and schema of an error are taken from an engine, so that both engines lead to
the same diagnostics. Neither engine may fetch anything.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from typing import Any, NoReturn, TypeAlias

from ._registry import read_schema
from ._schema_error import SchemaError, errors_by_member, without_repeats

__all__ = [
    "Engine",
    "available_engines",
    "make_engine",
    "python_engine",
    "rust_engine",
    "schema_errors",
]

Engine: TypeAlias = Callable[[Any], Iterator[SchemaError]]
"""Validates a document against one schema and yields its errors, in no particular order."""

_AMBIGUOUS_KEY = re.compile(r"\+?[0-9]*")

_MAX_VALUES_FOR_RUST = 50_000
"""The largest document, in values, whose errors jsonschema-rs may list.

Until 0.60 at least, it makes all errors before it yields the first: two gigabytes for a million.
"""


_WITH_MEMBERS = frozenset((dict, list))


def _refuse_to_fetch(uri: str) -> NoReturn:
    message = f"nothing is fetched: {uri}"
    raise LookupError(message)


def _needs_python_engine(document: Any) -> bool:
    """Return whether jsonschema lists the errors of a document better than jsonschema-rs.

    That is so for a large document, and for one with a key that the paths of jsonschema-rs
    lose: until 0.60 at least, they leave out an empty key and turn "2025" or "01" into a number.
    """
    pending: list[Any] = [document] if type(document) in _WITH_MEMBERS else []
    count = 0
    while pending:
        value = pending.pop()
        # A key that is lost sorts before ":"; so does "$schema", and hardly any other.
        is_object = isinstance(value, dict)
        if is_object and value and min(value) < ":" and any(map(_AMBIGUOUS_KEY.fullmatch, value)):
            return True
        members: Any = value.values() if is_object else value
        pending += [member for member in members if type(member) in _WITH_MEMBERS]
        count += len(value)
        if count > _MAX_VALUES_FOR_RUST:
            return True
    return False


def rust_engine(schema: dict[str, Any]) -> Engine:
    """Make an engine with jsonschema-rs, which is compiled.

    Raises:
        ImportError: It is not installed.
    """
    import jsonschema_rs  # not everywhere, and 28 ms

    def is_valid_against(part: dict[str, Any]) -> Callable[[Any], bool]:
        standalone = {"$defs": schema.get("$defs", {}), **part}
        validator = jsonschema_rs.Draft202012Validator(
            standalone, retriever=_refuse_to_fetch, validate_formats=False
        )
        return validator.is_valid

    validator = jsonschema_rs.Draft202012Validator(
        schema, retriever=_refuse_to_fetch, validate_formats=False
    )

    @cache
    def fallback() -> Engine:
        return python_engine(schema, is_valid_against)

    def errors(document: Any) -> Iterator[SchemaError]:
        if validator.is_valid(document):
            return
        if _needs_python_engine(document):
            yield from fallback()(document)
            return
        for error in validator.iter_errors(document):
            *steps, keyword = error.schema_path
            part: Any = schema
            for step in steps:
                part = part[step]
            path = tuple(error.instance_path)
            yield from errors_by_member(str(keyword), path, part, document)

    return lambda document: without_repeats(errors(document))


def python_engine(
    schema: dict[str, Any],
    is_valid_against: Callable[[dict[str, Any]], Callable[[Any], bool]] | None = None,
) -> Engine:
    """Make an engine with jsonschema, which runs everywhere and yields errors one by one.

    Args:
        schema: The schema.
        is_valid_against: Returns a fast validity test for a part of the schema, where there is
            one: items of an array that are valid are skipped.

    Raises:
        ImportError: It is not installed.
    """
    from functools import lru_cache  # only this engine needs these

    import jsonschema  # 115 ms, and the other engine does without
    from referencing import Registry

    compile_pattern = lru_cache(maxsize=None)(re.compile)

    def check_pattern(
        _validator: object, pattern: str, text: Any, _schema: object
    ) -> Iterator[Any]:
        # Python's "$" also matches before a last line break; ECMA 262 and Rust say no.
        anchored = pattern.removesuffix("$") + r"\Z" if pattern.endswith("$") else pattern
        if isinstance(text, str) and not compile_pattern(anchored).search(text):
            yield jsonschema.ValidationError("pattern")

    validity_tests: dict[int, Callable[[Any], bool]] = {}

    def check_items(
        validator: Any, part: dict[str, Any], items: Any, _schema: object
    ) -> Iterator[Any]:
        if not isinstance(items, list):
            return
        if is_valid_against is not None and id(part) not in validity_tests:
            # The part belongs to the schema, which lives as long as this engine.
            validity_tests[id(part)] = is_valid_against(part)
        is_valid = validity_tests.get(id(part), lambda _: False)
        for index, item in enumerate(items):
            if not is_valid(item):
                yield from validator.descend(item, part, path=index)

    extend: Any = jsonschema.validators.extend  # the stubs leave it untyped
    keywords = {"pattern": check_pattern, "items": check_items}
    validator_class = extend(jsonschema.Draft202012Validator, keywords)
    registry: Any = Registry  # the stubs do not know its fields
    validator = validator_class(schema, registry=registry(retrieve=_refuse_to_fetch))

    def errors(document: Any) -> Iterator[SchemaError]:
        for error in validator.iter_errors(document):
            path, part = tuple(error.absolute_path), error.schema
            yield from errors_by_member(str(error.validator), path, part, document)

    return lambda document: without_repeats(errors(document))


_ENGINES = (rust_engine, python_engine)


def available_engines() -> tuple[Callable[[dict[str, Any]], Engine], ...]:
    """Return the engines that are installed, the preferred one first."""
    available = []
    for make in _ENGINES:
        try:
            make({})
        except ImportError:
            continue
        available.append(make)
    return tuple(available)


def make_engine(schema: dict[str, Any]) -> Engine:
    """Make the preferred engine that is installed, for one schema.

    Raises:
        ImportError: Neither jsonschema-rs nor jsonschema is installed.
    """
    for make in _ENGINES:
        try:
            return make(schema)
        except ImportError:
            continue
    message = "neither jsonschema-rs nor jsonschema is installed"
    raise ImportError(message)


@cache
def _engine_for(kind: str) -> Engine:
    return make_engine(read_schema(kind))


def schema_errors(document: Any, kind: str, limit: int | None = None) -> list[SchemaError]:
    """Validate a document against the schema of its kind.

    Args:
        document: Plain JSON data.
        kind: The kind of document.
        limit: How many errors to look for; None for all.

    Returns:
        The errors, in no particular order.
    """
    return list(islice(_engine_for(kind)(document), limit))
