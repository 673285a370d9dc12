"""The summary of a page for a board.

What it shows
    Three or four sentences in large type: what got worse, what got better, and how much is overdue,
    without an owner or without an answer. A line below says which of the changes are more than
    random variation.

What it needs
    Two figures of an indicator that may be compared, or one and a benchmark; actions; challenges.

Where that is missing
    The sentence about it is left out.
"""

from collections.abc import Iterator

from sendframe.plugins import (
    N_,
    IndicatorResult,
    NoOptions,
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
    Movements,
    ProfileSection,
    actions_in_force,
    country_sentence,
    joined,
    lead_text,
    moved_from,
    movements,
    point_text,
    raised_challenges,
    section_of,
    state_of,
)

_MOST = 2
_WORDS = (
    N_("no"), N_("one"), N_("two"), N_("three"), N_("four"), N_("five"), N_("six"), N_("seven"),
    N_("eight"), N_("nine"), N_("ten"),
)  # fmt: skip


def build(context: BuildContext, section: ProfileSection, options: NoOptions) -> Section | None:  # noqa: ARG001  # none to choose
    """Return the summary; None where there is nothing to say."""
    moved = movements(context)
    lead = tuple(_lead(context, moved))
    if not lead:
        return None
    blocks = [Paragraph(lead, "lead")]
    note = _note(moved)
    if note:
        blocks.append(Paragraph((Sentence(note),), "note"))
    return section_of(context, section, blocks)


def _lead(context: BuildContext, moved: Movements) -> Iterator[Sentence]:
    worse = _("Worse:")
    for label, results in ((worse, moved.worse), (_("Better:"), moved.better)):
        shown = results[:_MOST]
        if shown:
            facts = tuple(result.change.fact for result in shown if result.change)
            yield Sentence(f"{joined(map(_moved_text, shown))}.", facts, label=label)
        country = country_sentence(context, shown[0]) if len(shown) == 1 else None
        if country and label == worse:
            yield country
    for result in moved.behind[:1]:
        yield _behind_sentence(context, result)
    people = _people_sentence(context)
    if people:
        yield Sentence(people)


def _moved_text(result: IndicatorResult) -> str:
    """Return what moved, from where to where."""
    before, latest = moved_from(result), result.latest
    if before is None or latest is None or before.value is None or latest.value is None:
        return result.name
    name = _in_sentence(result.name)
    first, last = point_text(result, before), point_text(result, latest)
    if latest.value > before.value:
        return _("{name} rose from {first} to {last}", name=name, first=first, last=last)
    return _("{name} fell from {first} to {last}", name=name, first=first, last=last)


def _in_sentence(name: str) -> str:
    """Return a name as it stands inside a sentence: an abbreviation keeps its capitals."""
    return name if name[1:2].isupper() else f"{name[:1].lower()}{name[1:]}"


def _behind_sentence(context: BuildContext, result: IndicatorResult) -> Sentence:
    latest = result.latest
    value = point_text(result, latest)
    country = country_sentence(context, result)
    brackets = f" ({country.text.rstrip('.').replace(':', '')})" if country else ""
    text = _(
        "{name} were {value}{brackets}.",
        name=_in_sentence(result.name),
        value=value,
        brackets=brackets,
    )
    own = () if latest is None else (latest.fact,)
    return Sentence(text, own + (country.facts if country else ()), label=_("Behind others:"))


def _people_sentence(context: BuildContext) -> str:
    """Return how many actions are overdue or without an owner, and how many challenges are open."""
    actions = actions_in_force(context)
    states = {action.id: state_of(context, action) for action in actions}
    overdue = sum(state.is_overdue for state in states.values())
    unowned = sum(not lead_text(action) and not states[action.id].is_closed for action in actions)
    open_challenges = sum(challenge.answer is None for challenge in raised_challenges(context))
    parts = []
    if overdue:
        parts.append(
            ngettext(
                "{count} action is overdue",
                "{count} actions are overdue",
                overdue,
                count=_number(overdue),
            )
        )
    if unowned and overdue:
        parts.append(
            ngettext(
                "{count} has no owner", "{count} have no owner", unowned, count=_number(unowned)
            )
        )
    elif unowned:
        parts.append(
            ngettext(
                "{count} action has no owner",
                "{count} actions have no owner",
                unowned,
                count=_number(unowned),
            )
        )
    if open_challenges:
        parts.append(
            ngettext(
                "{count} challenge waits for an answer",
                "{count} challenges wait for an answer",
                open_challenges,
                count=_number(open_challenges),
            )
        )
    text = joined(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _number(number: int) -> str:
    """Return a number; up to ten as a word."""
    return _(_WORDS[number]) if number < len(_WORDS) else str(number)


def _note(moved: Movements) -> str:
    """Return which of the changes named above are more than random variation."""
    shown = (*moved.worse[:_MOST], *moved.better[:_MOST])
    tests = {result.name: result.change.test for result in shown if result.change}
    beyond = [name for name, test in tests.items() if test == "beyond"]
    if not tests:
        return ""
    if len(beyond) == len(tests):
        return _("Each of these changes is beyond random variation.")
    if not beyond:
        return _("None of these changes is beyond random variation.")
    return ngettext(
        "Of these changes only that of {names} is beyond random variation.",
        "Of these changes only those of {names} are beyond random variation.",
        len(beyond),
        names=joined(f"“{name}”" for name in beyond),
    )


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("summary", "What matters most, in a few sentences", __doc__ or "", build)]
