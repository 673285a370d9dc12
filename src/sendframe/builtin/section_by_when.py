"""What is due by when, the soonest first, for a plan on a page.

What it shows
    A column for each date: what is due, its state, and the date it was first promised for where that
    was another. What is overdue comes first.

What it needs
    Actions in force with dates that are not closed.

Where that is missing
    The section is left out.
"""

from collections import defaultdict
from itertools import islice

import attrs

from sendframe.plugins import (
    Column,
    Columns,
    Paragraph,
    Section,
    SectionKind,
    Sentence,
    hookimpl,
    ngettext,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    action_name,
    actions_in_force,
    section_of,
    short_period,
    state_of,
)


@attrs.frozen
class Cap:
    """How much is shown.

    Attributes:
        dates: At most so many dates.
    """

    dates: int = 8


def build(context: BuildContext, section: ProfileSection, options: Cap) -> Section | None:
    """Return a column for each date; None without any."""
    by_date = defaultdict(list)
    for action in sorted(actions_in_force(context), key=lambda item: item.id):
        state = state_of(context, action)
        if action.due is None or not action.due.is_dated or state.is_closed:
            continue
        words = short_period(action.due)
        first = action.due_history[0].due if action.due_history else action.due
        note = "" if first == action.due else _("First: {first}.", first=short_period(first))
        name = f"{action_name(context, action).rstrip('.')}."
        sentence = Sentence(name, note=note, mark=state.mark)
        by_date[action.due.last_day, f"{words[:1].upper()}{words[1:]}"].append(sentence)
    columns = tuple(
        Column(words, tuple(Paragraph((sentence,)) for sentence in sentences))
        for (_, words), sentences in islice(sorted(by_date.items()), options.dates)
    )
    if not columns:
        return None
    later = len(by_date) - len(columns)
    more = ngettext(
        "{number} later date is in the whole plan.",
        "{number} later dates are in the whole plan.",
        later,
    )
    rest = (Paragraph((Sentence(more),), "note"),) if later > 0 else ()
    return section_of(context, section, (Columns(columns), *rest))


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("by-when", "By when", __doc__ or "", build, Cap)]
