"""What others do with the same document: each function is one job of one peer."""

import json
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from benchmarks.peer_attrs import attrs_class, strict_converter
from benchmarks.peer_classes import dataclass_adapter, pydantic_model
from sendframe import validation
from sendframe.documents import converter
from sendframe.model import Strategy

__all__ = [
    "cattrs_objects",
    "converter_objects",
    "dataclass_objects",
    "jsonschema_count",
    "jsonschema_verdict",
    "plain_dicts",
    "pydantic_objects",
]


@cache
def _validator() -> Draft202012Validator:
    """Return the validator of jsonschema; it is kept, since making it takes long."""
    return Draft202012Validator(validation.read_schema("strategy"))


def jsonschema_verdict(document: Any) -> bool:
    """Say by jsonschema whether a document obeys its schema."""
    return _validator().is_valid(document)


def jsonschema_count(document: Any) -> int:
    """Return how many errors jsonschema lists."""
    return len(list(_validator().iter_errors(document)))


def plain_dicts(data: bytes) -> Any:
    """Parse into dicts and lists with the standard library; nothing is validated."""
    return json.loads(data)


def cattrs_objects(data: bytes) -> Any:
    """Parse with the standard library, then structure into plain attrs classes with cattrs."""
    raw = json.loads(data)
    del raw["$schema"]
    return strict_converter().structure(raw, attrs_class(Strategy))


def converter_objects(data: bytes) -> Strategy:
    """Parse with the standard library, then structure with our own cattrs converter.

    Our classes look at every constraint when they are made, which takes most of the time.
    """
    raw = json.loads(data)
    del raw["$schema"]
    return converter().structure(raw, Strategy)


def pydantic_objects(data: bytes) -> Any:
    """Parse and validate into frozen pydantic models, in one step."""
    return pydantic_model(Strategy).model_validate_json(data)


def dataclass_objects(data: bytes) -> Any:
    """Parse and validate into frozen standard dataclasses by pydantic, in one step."""
    return dataclass_adapter(Strategy).validate_json(data)
