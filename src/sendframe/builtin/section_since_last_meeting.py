"""What happened since the body last met, and what not to rely on.

What it shows
    Two lists beside each other. The first: what was decided, answered, checked and reported from
    the last meeting up to the day of the report. The second: figures that are doubted or contradict
    themselves, evidence that has expired, judgements without evidence, indicators with two targets.

What it needs
    Meetings of the body; decisions, challenges, updates and assurance activities with dates; what
    checks noticed.

Where that is missing
    The list is left out.
"""

import re
from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    Bullets,
    Column,
    Columns,
    Governance,
    Section,
    SectionKind,
    SelfEvaluation,
    Sentence,
    When,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    action_name,
    actions_in_force,
    board_of,
    day_name,
    happened_since,
    joined,
    judged_criteria,
    last_meeting,
    raised_challenges,
    section_of,
)

_QUOTED = re.compile(r"'([A-Za-z0-9._-]+)'")
_UNRELIABLE = ("SFR304", "SFR305", "SFR401", "SFR406", "SFR407")


@attrs.frozen
class Cap:
    """How long the lists are.

    Attributes:
        most: At most so many entries each.
    """

    most: int = 6


def build(context: BuildContext, section: ProfileSection, options: Cap) -> Section | None:
    """Return both lists; None without either."""
    columns = []
    meeting = last_meeting(context)
    if meeting is not None:
        events = sorted(_events(context, meeting.on), key=lambda event: event.order)
        happened = tuple(event.sentence for event in events[: options.most])
        if happened:
            day = day_name(meeting.on.last_day)
            columns.append(Column(_("Since we last met, on {day}", day=day), (Bullets(happened),)))
    doubts = tuple(_doubts(context))[: options.most]
    if doubts:
        columns.append(Column(_("Do not rely on"), (Bullets(doubts),)))
    return section_of(context, section, [Columns(tuple(columns))] if columns else [], title="")


@attrs.frozen
class Event:
    """Something that happened.

    Attributes:
        rank: What kind of thing it was: decisions first, then answers, checks, and reports.
        when: When it happened.
        sentence: What happened.
    """

    rank: int
    when: When
    sentence: Sentence

    @property
    def order(self) -> tuple[int, int]:
        """By kind, the newest first."""
        return self.rank, -self.when.last_day.toordinal()


def _events(context: BuildContext, met: When) -> Iterator[Event]:
    """Yield what happened at the last meeting or after it."""
    yield from _at_bodies(context, met)
    for challenge in raised_challenges(context):
        when = challenge.answered_on
        if challenge.answer and when is not None and _is_since(context, when, met):
            yield Event(1, when, Sentence(context.words(challenge.answer), label=_("Answered:")))
    for edition in context.portfolio.of(SelfEvaluation):
        for step in edition.steps:
            when = step.on
            if step.kind == "published" and when is not None and _is_since(context, when, met):
                text = _(
                    "The self-evaluation of {edition} was published on {when}.",
                    edition=edition.edition,
                    when=when,
                )
                yield Event(3, when, Sentence(text))
    for action in actions_in_force(context):
        for update in action.updates:
            when = update.on
            if when is not None and _is_since(context, when, met):
                label = f"{action_name(context, action)}:"
                yield Event(4, when, Sentence(context.words(update.text), label=label))


def _at_bodies(context: BuildContext, met: When) -> Iterator[Event]:
    """Yield what the body decided, and what any body checked."""
    board = board_of(context)
    for document in context.portfolio.of(Governance):
        for decision in document.decisions:
            when, is_ours = decision.on, board is not None and decision.body == board.id
            if is_ours and when is not None and _is_since(context, when, met):
                label = _("Decided then:") if when == met else _("Decided:")
                yield Event(0, when, Sentence(context.words(decision.statement), label=label))
        for activity in document.assurance_activities:
            if activity.found and _is_since(context, activity.on, met):
                yield Event(
                    2, activity.on, Sentence(context.words(activity.found), label=_("Checked:"))
                )


def _is_since(context: BuildContext, when: When, met: When) -> bool:
    """Whether something happened at a meeting or after it."""
    return when == met or happened_since(context, when, met.last_day)


def _doubts(context: BuildContext) -> Iterator[Sentence]:
    """Yield what a reader must not rely on."""
    codes = _codes(context)
    for notice in context.evaluation.notices:
        if notice.accepted is None and notice.code.startswith(_UNRELIABLE):
            message = context.readable(
                _QUOTED.sub(
                    lambda m: _("on question {code}", code=codes[m[1]]) if m[1] in codes else m[0],
                    notice.message,
                )
            )
            yield Sentence(f"{message[:1].upper()}{message[1:]}.")
    for result in context.evaluation.indicators:
        statements = list(dict.fromkeys(target.statement for target in result.targets))
        if len(statements) > 1:
            text = _(
                "{number} targets, {statements}.",
                number=len(statements),
                statements=joined(statements),
            )
            facts = tuple(target.fact for target in result.targets)
            yield Sentence(text, facts, label=f"{result.name}:")


def _codes(context: BuildContext) -> dict[str, str]:
    """Return the code of the question that an entry or a judgement of the edition is about."""
    codes: dict[str, str] = {}
    for item in judged_criteria(context):
        if item.entry:
            codes[item.entry.id] = item.criterion.code
            if item.entry.judgement:
                codes[item.entry.judgement.id] = item.criterion.code
    return codes


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [
        SectionKind(
            "since-last-meeting",
            "What happened since the body met, and what not to rely on",
            __doc__ or "",
            build,
            Cap,
        )
    ]
