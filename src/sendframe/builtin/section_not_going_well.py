"""What is not going well.

What it shows
    Areas for development of the newest edition; promises that are late, not begun or cannot be kept,
    with their state; and what reviews found that is no strength, quoted, the newest review first.

What it needs
    Nothing: this section is never left out.

Where that is missing
    It says that nothing is written down, which is not to say that all goes well; or that it is not in
    the public documents.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import Bullets, Section, SectionKind, Sentence, hookimpl, ngettext
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    PROMISE_MARKS,
    BuildContext,
    ProfileSection,
    finding_states,
    newest_reviews,
    promise_mark,
    quotation,
    section_of,
    translated,
)

_BROKEN = tuple(PROMISE_MARKS[state] for state in ("late", "not_begun", "cannot"))


@attrs.frozen
class Cap:
    """How much is listed of reviews.

    Attributes:
        findings: At most so many findings, those without an action first.
    """

    findings: int = 3


def build(context: BuildContext, section: ProfileSection, options: Cap) -> Section | None:
    """Return the list, or that nothing is written down."""
    entries = context.edition.entries if context.edition else ()
    items = [
        Sentence(context.words(area.statement))
        for entry in entries
        for area in entry.areas_for_development
    ]
    for promise in (promise for entry in entries for promise in entry.promises):
        mark = promise_mark(context, promise)
        if mark in _BROKEN:
            words = f"“{context.words(promise.said)}”"
            items.append(Sentence(words, label=_("Our promise:"), mark=translated(mark)))
    items += _findings(context, options.findings)
    nothing = _("Nothing is written down. That is not to say that all goes well.")
    if context.is_partial:
        nothing = f"{context.unknown}."
    return section_of(context, section, (Bullets(tuple(items) or (Sentence(nothing),)),))


def _findings(context: BuildContext, most: int) -> Iterator[Sentence]:
    """Yield what the newest reviews found, and how many findings are left out."""
    findings = [
        (review, state.finding)
        for review in newest_reviews(context)
        for state in finding_states(context, review)
    ]
    for review, finding in findings[:most]:
        when = (
            f", {review.published_on or review.ends_on}"
            if review.published_on or review.ends_on
            else ""
        )
        text = quotation(review, context, finding.statement)
        yield Sentence(text, note=f"{context.words(review.title).rstrip('.')}{when}.")
    if len(findings) > most:
        more = ngettext(
            "{number} more finding is in the reports of the reviews.",
            "{number} more findings are in the reports of the reviews.",
            len(findings) - most,
        )
        yield Sentence(more)


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("not-going-well", "What is not going well", __doc__ or "", build, Cap)]
