"""What inspectors and other reviewers asked for, and what is done about it.

What it shows
    Each finding of the newest inspection, else of another review, that is no strength, quoted, with the actions that answer it;
    that no action is named, where none is.

What it needs
    Reviews that this report may show.

Where that is missing
    The section is left out.
"""

import attrs

from sendframe.plugins import (
    Bullets,
    Review,
    Section,
    SectionKind,
    Sentence,
    hookimpl,
    known_by,
    ngettext,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    action_name,
    ended,
    finding_states,
    newest_reviews,
    quotation,
    section_of,
)

_INSPECTION = "inspection"


@attrs.frozen
class Cap:
    """How much is shown.

    Attributes:
        findings: At most so many findings, those without an action first.
    """

    findings: int = 4


def build(context: BuildContext, section: ProfileSection, options: Cap) -> Section | None:
    """Return a line for each finding; None without a review or a finding."""
    known = [review for review in newest_reviews(context) if _is_known(context, review)]
    for review in sorted(known, key=lambda review: review.kind != _INSPECTION):
        states = finding_states(context, review)
        items = []
        for state in states[: options.findings]:
            names = "; ".join(action_name(context, item).rstrip(".") for item in state.actions)
            if not names:
                names = (
                    context.unknown_in_sentence if context.is_partial else _("no action is named")
                )
            answer = _("Our answer: {names}.", names=names)
            items.append(Sentence(quotation(review, context, state.finding.statement), note=answer))
        if items:
            left_out = len(states) - len(items)
            more = ngettext(
                "{number} more finding is in its report.",
                "{number} more findings are in its report.",
                left_out,
            )
            text = more if left_out else ""
            items.append(Sentence(text, note=ended(context.words(review.title))))
            return section_of(context, section, (Bullets(tuple(items)),))
    return None


def _is_known(context: BuildContext, review: Review) -> bool:
    """Whether the report of a review is out on the day of the evaluation."""
    out = review.published_on or review.ends_on
    return known_by(out.last_day if out else None, context.evaluation.as_at)


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    title = "What reviewers asked for, and the answer"
    return [SectionKind("findings-answered", title, __doc__ or "", build, Cap)]
