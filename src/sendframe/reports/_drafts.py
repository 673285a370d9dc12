"""What keeps a report from being published: it is a draft until that is settled."""

from collections.abc import Iterable, Iterator
from itertools import chain

from sendframe.checks import figures_by_fact, stale_facts
from sendframe.language import N_, ngettext
from sendframe.language import gettext as _

from ._context import NOT_CHECKED, BuildContext
from ._counts_in_words import hidden_counts, small_counts
from ._report_model import Block, Callout, Section, Sentence
from ._report_parts import report_parts, strings_of

__all__ = ["MISSING", "draft_reasons", "missing_parts"]

MISSING = N_("Missing:")
"""Label, in English, of a sentence that says what the people who publish still have to supply."""


def draft_reasons(context: BuildContext, sections: Iterable[Section]) -> Iterator[str]:
    """Yield why a report must not be published as it is.

    Something is missing, a check found an error, words tell a count of few people or one that the
    figures hide, nobody wrote for the readers, texts were not checked with them, or a figure in
    simple words has changed.
    """
    parts = tuple(sections)
    yield from missing_parts(parts)
    for notice in context.evaluation.notices:
        if notice.severity == "error" and notice.accepted is None:
            yield _(
                "a check found an error: {code}: {message}",
                code=notice.code,
                message=context.readable(notice.message),
            )
    yield from _counts_in(context, parts)
    if context.profile.variant and not (context.has_own_words or context.is_partial):
        yield _("nobody wrote words for its readers yet")
    printed = tuple(chain.from_iterable(map(strings_of, report_parts(parts))))
    unchecked = sum(text.endswith(NOT_CHECKED) for text in printed)
    if unchecked:
        yield ngettext(
            "{number} text was not checked with the readers ({mark})",
            "{number} texts were not checked with the readers ({mark})",
            unchecked,
            mark=NOT_CHECKED,
        )
    figures, page = figures_by_fact(context.evaluation.indicators), "\n".join(printed)
    for text in context.portfolio.texts():
        for own in text.variants.values():
            if own.simplifies and own.text in page:
                for __, problem in stale_facts(own, figures):
                    yield _(
                        "“{text}” simplifies a figure that has changed: {problem}",
                        text=own.text,
                        problem=context.readable(problem),
                    )


def _counts_in(context: BuildContext, parts: tuple[Section, ...]) -> Iterator[str]:
    """Yield the counts in words that disclosure control would hide, and those that it hides."""
    for count in dict.fromkeys(small_counts(parts, context.disclosed.policy)):
        yield _("a count of few people in words: {count}", count=count)
    hidden, indicators = context.disclosed.hidden_counts, context.portfolio.indicators()
    for count in dict.fromkeys(hidden_counts(parts, hidden, indicators)):
        yield _("a count in words that the figures hide: {count}", count=count)


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
            _("“{title}”: missing: {part}", title=section.title, part=part)
            if section.title
            else _("missing: {part}", part=part)
            for part in _missing_in(section.blocks)
        )
        yield from missing_parts(section.sections)


def _missing_in(blocks: tuple[Block, ...]) -> Iterator[str]:
    for part in report_parts(blocks):
        if isinstance(part, Sentence) and part.label in (MISSING, _(MISSING)):
            yield part.text
        elif isinstance(part, Callout) and part.weight == "missing":
            yield part.title
