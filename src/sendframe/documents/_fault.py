"""What a JSON Schema engine found wrong, whichever engine it was.

jsonschema-rs is used where it is installed and jsonschema elsewhere. Only keyword, place and
schema are taken from either, so that both lead to the same diagnostics. Neither may fetch.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from typing import Any, NoReturn, TypeAlias

import attrs

from sendframe import schemas
from sendframe.errors import Step

__all__ = ["Engine", "Fault", "available_engines", "faults"]

Engine: TypeAlias = Callable[[Any], Iterator["Fault"]]


@attrs.frozen(eq=False)
class Fault:
    """One breach of a schema.

    Attributes:
        keyword: The keyword that was broken.
        path: Steps from the document to the value.
        schema: The schema the keyword stands in.
        detail: The member missing or not allowed, where the keyword is about one.
    """

    keyword: str
    path: tuple[Step, ...]
    schema: dict[str, Any]
    detail: str = ""


def _refuse(uri: str) -> NoReturn:
    message = f"nothing is fetched: {uri}"
    raise LookupError(message)


def _spread(
    keyword: str, path: tuple[Step, ...], schema: dict[str, Any], document: Any
) -> Iterator[Fault]:
    """Turn one error of an engine into one fault for each member it is about."""
    if keyword not in ("required", "additionalProperties"):
        yield Fault(keyword, path, schema)
        return
    value = document
    for step in path:
        value = value[step]
    if keyword == "required":
        members = [each for each in schema["required"] if each not in value]
    else:
        members = [each for each in value if each not in schema["properties"]]
    for member in members:
        yield Fault(keyword, path, schema, member)


def _once(found: Iterator[Fault]) -> Iterator[Fault]:
    seen: set[tuple[str, tuple[Step, ...], str]] = set()
    for each in found:
        key = (each.keyword, each.path, each.detail)
        if key not in seen:
            seen.add(key)
            yield each


_LOST_KEY = re.compile(r"\+?[0-9]*")


_MOST_AT_ONCE = 50_000
"""The largest document, in values, whose errors jsonschema-rs may list.

Until 0.60 at least, it makes all of them before it gives the first: two gigabytes for a million.
"""


def _is_beyond_rust(document: Any) -> bool:
    """Say whether the errors of a document are better listed by jsonschema.

    That is so for a large one, and where an object has a key that the paths of jsonschema-rs do
    not tell. Until 0.60 at least, they leave out an empty key and turn "2025" or "01" into a
    number.
    """
    todo, seen = [document], 0
    while todo:
        value = todo.pop()
        if isinstance(value, dict):
            if any(_LOST_KEY.fullmatch(key) for key in value):
                return True
            todo += value.values()
        elif isinstance(value, list):
            todo += value
        else:
            continue
        seen += len(value)
        if seen > _MOST_AT_ONCE:
            return True
    return False


def rust_engine(schema: dict[str, Any]) -> Engine:
    """Return the compiled engine of jsonschema-rs.

    Raises:
        ImportError: It is not installed.
    """
    import jsonschema_rs  # not everywhere, and 28 ms

    def verdict_of(part: dict[str, Any]) -> Callable[[Any], bool]:
        alone = {"$defs": schema.get("$defs", {}), **part}
        made = jsonschema_rs.Draft202012Validator(alone, retriever=_refuse, validate_formats=False)
        return made.is_valid

    validator = jsonschema_rs.Draft202012Validator(
        schema, retriever=_refuse, validate_formats=False
    )

    @cache
    def peer() -> Engine:
        return python_engine(schema, verdict_of)

    def run(document: Any) -> Iterator[Fault]:
        if validator.is_valid(document):
            return
        if _is_beyond_rust(document):
            yield from peer()(document)
            return
        for error in validator.iter_errors(document):
            *steps, keyword = error.schema_path
            place: Any = schema
            for step in steps:
                place = place[step]
            yield from _spread(str(keyword), tuple(error.instance_path), place, document)

    return lambda document: _once(run(document))


def python_engine(
    schema: dict[str, Any],
    verdict_of: Callable[[dict[str, Any]], Callable[[Any], bool]] | None = None,
) -> Engine:
    """Return the engine of jsonschema, which runs everywhere and gives errors one by one.

    Args:
        schema: The schema.
        verdict_of: Gives a quick verdict on values of a part of the schema, if there is one:
            items of an array that obey it are passed over.

    Raises:
        ImportError: It is not installed.
    """
    from functools import lru_cache  # only this engine needs these

    import jsonschema  # 115 ms, and the other engine does without
    from referencing import Registry

    compiled = lru_cache(maxsize=None)(re.compile)

    def whole(_validator: object, pattern: str, text: Any, _schema: object) -> Iterator[Any]:
        # Python's "$" also matches before a last line break; ECMA 262 and Rust say no.
        ends = compiled(pattern.removesuffix("$") + r"\Z" if pattern.endswith("$") else pattern)
        if isinstance(text, str) and not ends.search(text):
            yield jsonschema.ValidationError("pattern")

    verdicts: dict[int, Callable[[Any], bool]] = {}

    def each_unsound(own: Any, part: dict[str, Any], items: Any, _schema: object) -> Iterator[Any]:
        if not isinstance(items, list):
            return
        if verdict_of is not None and id(part) not in verdicts:
            verdicts[id(part)] = verdict_of(part)  # a part of the schema, which lives on
        is_sound = verdicts.get(id(part), lambda _: False)
        for index, item in enumerate(items):
            if not is_sound(item):
                yield from own.descend(item, part, path=index)

    extend: Any = jsonschema.validators.extend  # the stubs leave it untyped
    keywords = {"pattern": whole, "items": each_unsound}
    cls = extend(jsonschema.Draft202012Validator, keywords)
    registry: Any = Registry  # the stubs do not know its fields
    validator = cls(schema, registry=registry(retrieve=_refuse))

    def run(document: Any) -> Iterator[Fault]:
        for error in validator.iter_errors(document):
            place: Any = error.schema
            yield from _spread(str(error.validator), tuple(error.absolute_path), place, document)

    return lambda document: _once(run(document))


_ENGINES = (rust_engine, python_engine)


def available_engines() -> tuple[Callable[[dict[str, Any]], Engine], ...]:
    """Return the engines that are installed, the one that is used first."""
    found = []
    for make in _ENGINES:
        try:
            make({})
        except ImportError:
            continue
        found.append(make)
    return tuple(found)


def engine_of(schema: dict[str, Any]) -> Engine:
    """Return the first engine that is installed, for one schema."""
    for make in _ENGINES:
        try:
            return make(schema)
        except ImportError:
            continue
    message = "neither jsonschema-rs nor jsonschema is installed"
    raise ImportError(message)


@cache
def _engine_for(kind: str) -> Engine:
    return engine_of(schemas.read(kind))


def faults(document: Any, kind: str, most: int | None = None) -> list[Fault]:
    """Return the breaches of the schema of *kind*, in no particular order.

    Args:
        document: Raw JSON.
        kind: The kind of document.
        most: How many are looked for; None for all.
    """
    return list(islice(_engine_for(kind)(document), most))
