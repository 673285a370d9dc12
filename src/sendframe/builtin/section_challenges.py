"""What people asked the bodies, and what was answered.

What it shows
    Each challenge with who raised it and when. Those without an answer come first, the longest open
    at the top, each with the days that it has been open.

What it needs
    Challenges.

Where that is missing
    The section is left out.
"""

import attrs

from sendframe.plugins import (
    Cell,
    Challenge,
    Mark,
    Section,
    SectionKind,
    Table,
    hookimpl,
    ngettext,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    raised_challenges,
    section_of,
)


@attrs.frozen
class Cap:
    """Which challenges are shown.

    Attributes:
        most: At most so many; those without an answer first.
        open_only: Whether only those without an answer are shown, and the others counted.
    """

    most: int = 6
    open_only: bool = False


def build(context: BuildContext, section: ProfileSection, options: Cap) -> Section | None:
    """Return the table; None without challenges."""
    raised = sorted(
        raised_challenges(context),
        key=lambda item: (item.answer is not None, item.raised_on.last_day, item.id),
    )
    if not raised:
        return None
    shown = [item for item in raised if not (options.open_only and item.answer)]
    rows = tuple(_row(context, challenge) for challenge in shown[: options.most])
    more = len(raised) - len(rows)
    note = (
        ngettext(
            "{number} more challenge was answered.", "{number} more challenges were answered.", more
        )
        if more
        else ""
    )
    columns = (_("Challenge"), _("Raised by"), _("Answer"))
    title = context.words(section.title)
    return section_of(context, section, [Table(title, columns, rows, note, hides_caption=True)])


def _row(context: BuildContext, challenge: Challenge) -> tuple[Cell, ...]:
    by = f"{challenge.raised_by}, {challenge.raised_on}"
    if challenge.answer is None:
        days = (context.evaluation.as_at - challenge.raised_on.last_day).days
        answer = Cell(
            mark=Mark(
                ngettext("open for {number} day", "open for {number} days", days),
                "triangle",
                "worse",
            )
        )
    else:
        when = str(challenge.answered_on) if challenge.answered_on else ""
        answer = Cell(f"“{context.words(challenge.answer)}”", note=when)
    return Cell(context.words(challenge.statement)), Cell(by), answer


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [
        SectionKind("challenges", "What people asked, and the answers", __doc__ or "", build, Cap)
    ]
