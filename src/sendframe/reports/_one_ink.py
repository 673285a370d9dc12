"""Reports for children and young people: shape and word carry each state, and no colour rates."""

from typing import Any

import attrs

__all__ = ["in_one_ink"]


def in_one_ink(part: Any) -> Any:
    """Return a part of a report, and all parts below it, with neutral tones.

    Examples:
        >>> from sendframe.reports import Bullets, Mark, Sentence
        >>> late = Bullets((Sentence("The guide.", mark=Mark("Late", "triangle", "worse")),))
        >>> in_one_ink(late).items[0].mark == Mark("Late", "triangle", "neutral")
        True
    """
    if isinstance(part, tuple):
        return tuple(map(in_one_ink, part))
    if not attrs.has(type(part)):
        return part
    changes: dict[str, Any] = {}
    for field in attrs.fields(type(part)):
        value = getattr(part, field.name)
        if field.name == "tone":
            changes["tone"] = "neutral"
        elif isinstance(value, tuple) or attrs.has(type(value)):
            changes[field.name] = in_one_ink(value)
    return attrs.evolve(part, **changes)
