"""Building one section of a made-up report, and reading what it says."""

from collections.abc import Iterator

import attrs

from sendframe.model import ProfileSection
from sendframe.plugins import Section, SectionKind, TypedFigure
from sendframe.reports import BuildContext
from tests.unit.conftest import text

_NO_WORDS = ("facts", "id", "shape", "tone", "style", "weight", "kind", "anchor", "profile")


def built(context: BuildContext, kind: SectionKind, **options: object) -> Section | None:
    """Return the section of a kind, whose heading is its id."""
    starts_page = bool(options.pop("starts_page", False))
    section = ProfileSection(id=kind.id, kind=kind.id, title=text(kind.id), starts_page=starts_page)
    return kind.build(context, section, kind.options(**options))


def parts(value: object) -> Iterator[object]:
    """Yield a part of a section and every part below it."""
    if isinstance(value, tuple):
        for item in value:
            yield from parts(item)
    elif attrs.has(type(value)) and not isinstance(
        value, TypedFigure
    ):  # it repeats what is printed
        yield value
        for field in attrs.fields(type(value)):
            yield from parts(getattr(value, field.name))


def lines(value: object) -> list[str]:
    """Return what a section says, the texts of each part in one line."""
    found = []
    for part in parts(value):
        values = [
            str(getattr(part, field.name))
            for field in attrs.fields(type(part))
            if field.name not in _NO_WORDS and isinstance(getattr(part, field.name), str)
        ]
        label = [getattr(part, "label", "")] if hasattr(part, "label") else []
        others = [item for item in values if item and item not in label]
        if words := " ".join(filter(None, (*label, *others))):
            found.append(words)
    return found
