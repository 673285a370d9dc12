"""The parts of a report, one after the other."""

from collections.abc import Iterator
from typing import Any

from ._typed_figure import TypedFigure

__all__ = ["report_parts", "strings_of"]


def report_parts(value: Any) -> Iterator[Any]:
    """Yield a part of a report and every part below it, as sections, blocks, cells and sentences.

    Typed figures are left out: they repeat what is printed.

    Args:
        value: A part, or a tuple of parts.
    """
    if isinstance(value, tuple):
        for item in value:
            yield from report_parts(item)
    elif not isinstance(value, TypedFigure) and (fields := getattr(value, "__attrs_attrs__", ())):
        yield value
        for field in fields:
            member = getattr(value, field.name)
            if not isinstance(member, str):  # as most are
                yield from report_parts(member)


def strings_of(part: Any) -> Iterator[str]:
    """Yield the texts that a part has itself, and not those of the parts below it."""
    for field in part.__attrs_attrs__:
        value = getattr(part, field.name)
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from (item for item in value if isinstance(item, str))
