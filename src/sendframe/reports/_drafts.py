"""What keeps a report from being published: it is a draft until that is settled."""

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from sendframe.checks import figures_by_fact, stale_facts

from ._context import NOT_CHECKED, BuildContext
from ._counts_in_words import small_counts
from ._report_model import Callout, Section, Sentence

__all__ = ["MISSING", "draft_reasons", "missing_parts"]

MISSING = "Missing:"
"""Label of a sentence that says what the people who publish still have to supply."""


def draft_reasons(context: BuildContext, sections: Iterable[Section]) -> Iterator[str]:
    """Yield why a report must not be published as it is.

    Something is missing, a check found an error, words tell a count of few people, texts were not checked with their readers, or a figure that a text puts in
    simple words has changed.
    """
    parts = tuple(sections)
    yield from missing_parts(parts)
    for notice in context.evaluation.notices:
        if notice.severity == "error" and notice.accepted is None:
            yield f"a check found an error: {notice.code}: {context.readable(notice.message)}"
    for count in dict.fromkeys(small_counts(parts, context.disclosed.policy)):
        yield f"a count of few people in words: {count}"
    if context.profile.variant and not (context.has_own_words or context.is_partial):
        yield "nobody wrote words for its readers yet"
    printed = tuple(_strings(parts))
    unchecked = sum(text.endswith(NOT_CHECKED) for text in printed)
    if unchecked:
        texts = "1 text was" if unchecked == 1 else f"{unchecked} texts were"
        yield f"{texts} not checked with the readers ({NOT_CHECKED})"
    figures, page = figures_by_fact(context.evaluation.indicators), "\n".join(printed)
    for text in context.portfolio.texts():
        for own in text.variants.values():
            if own.simplifies and own.text in page:
                for _, problem in stale_facts(own, figures):
                    yield f"“{own.text}” simplifies a figure that has changed: {problem}"


def _strings(value: Any) -> Iterator[str]:
    """Yield every string in a part of a report."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _strings(item)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from _strings(getattr(value, field.name))


def missing_parts(sections: Iterable[Section]) -> Iterator[str]:
    """Yield what is missing in a report, with the heading it is missing under.

    Examples:
        >>> from sendframe.reports import Bullets
        >>> items = Bullets((Sentence("telephone numbers.", label="Missing:"),))
        >>> list(missing_parts([Section("help", "Who can help", (items,))]))
        ['“Who can help”: missing: telephone numbers.']
    """
    for section in sections:
        yield from (
            f"“{section.title}”: missing: {part}" if section.title else f"missing: {part}"
            for part in _missing_in(section.blocks)
        )
        yield from missing_parts(section.sections)


def _missing_in(value: Any) -> Iterator[str]:
    if isinstance(value, Sentence) and value.label == MISSING:
        yield value.text
    elif isinstance(value, Callout) and value.weight == "missing":
        yield value.title
    elif isinstance(value, tuple):
        for item in value:
            yield from _missing_in(item)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from _missing_in(getattr(value, field.name))
