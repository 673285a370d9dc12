"""What inspectors and other reviewers asked for, and what is done about it.

What it shows
    Each finding of the newest review that is no strength, quoted, with the actions that answer it;
    that no action is named, where none is.

What it needs
    Reviews that this report may show.

Where that is missing
    The section is left out.
"""

import attrs

from sendframe.plugins import Bullets, Section, SectionKind, Sentence, hookimpl
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    action_name,
    counted,
    finding_states,
    newest_reviews,
    quotation,
    section_of,
)


@attrs.frozen
class Cap:
    """How much is shown.

    Attributes:
        findings: At most so many findings, those without an action first.
    """

    findings: int = 4


def build(context: BuildContext, section: ProfileSection, options: Cap) -> Section | None:
    """Return a line for each finding; None without a review or a finding."""
    for review in newest_reviews(context):
        states = finding_states(context, review)
        items = []
        for state in states[: options.findings]:
            names = "; ".join(action_name(context, item).rstrip(".") for item in state.actions)
            if not names:
                names = context.unknown_in_sentence if context.is_partial else "no action is named"
            answer = f"Our answer: {names}."
            items.append(Sentence(quotation(review, context, state.finding.statement), note=answer))
        if len(states) > len(items):
            more = counted(len(states) - len(items), "more finding is", "more findings are")
            items.append(Sentence(f"{more} in its report."))
        if items:
            return section_of(context, section, (Bullets(tuple(items)),))
    return None


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    title = "What reviewers asked for, and the answer"
    return [SectionKind("findings-answered", title, __doc__ or "", build, Cap)]
