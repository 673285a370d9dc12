"""What happens next.

What it shows
    What is to be done by which date, the soonest first, in the words of this report's readers; how
    it is checked; and when the board meets next.

What it needs
    Actions in force with dates after the day of the evaluation.

Where that is missing
    An action that nobody wrote for these readers is left out, and without any the section.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    Bullets,
    Paragraph,
    Section,
    SectionKind,
    Sentence,
    hookimpl,
    overdue_on,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    actions_in_force,
    ended,
    next_meeting_day,
    plans_in_force,
    section_of,
    state_of,
    when_in_plain_words,
)


@attrs.frozen
class NextOptions:
    """Options of the section.

    Attributes:
        most: At most so many, the soonest first.
        marks: Whether the state of each stands beside it.
    """

    most: int = 6
    marks: bool = False


def build(context: BuildContext, section: ProfileSection, options: NextOptions) -> Section | None:
    """Return the steps with their dates; None without any."""
    as_at = context.evaluation.as_at
    steps = sorted(
        (action.due.last_day, action.id, when_in_plain_words(action.due), words, state_of(context, action).mark,
         context.picture_of(action.title))
        for action in actions_in_force(context)
        if action.due is not None and action.due.is_dated and not overdue_on(action.due, as_at)
        and not state_of(context, action).is_closed
        and (words := context.own_words(action.title))
    )  # fmt: skip
    if not steps:
        return None
    items = tuple(
        Sentence(
            ended(words),
            label=f"{_capital(due)}:",
            mark=mark if options.marks else None,
            picture=picture,
        )
        for _, _, due, words, mark, picture in steps[: options.most]
    )
    checks = tuple(_checks(context))
    blocks = (Bullets(items), *((Paragraph(checks),) if checks else ()))
    return section_of(context, section, blocks)


def _capital(due: str) -> str:
    words = due.removeprefix("the ")
    return f"{words[:1].upper()}{words[1:]}"


def _checks(context: BuildContext) -> Iterator[Sentence]:
    """Yield how it is checked, and when the board meets."""
    ways = (context.own_words(plan.monitoring_approach) for plan in plans_in_force(context))
    yield from (Sentence(words) for words in dict.fromkeys(filter(None, ways)))
    meets = next_meeting_day(context)
    if meets:
        yield Sentence(_("The people who check this meet next on {meets}.", meets=meets))


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("next-steps", "What happens next", __doc__ or "", build, NextOptions)]
