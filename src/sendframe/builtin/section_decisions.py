"""What a board is asked to decide, or to ask.

What it shows
    At most three questions, the most pressing first: matters on the agenda of the next meeting,
    judgements that somebody disputes or that unanswered evidence speaks against, actions that
    nobody leads, targets that ask too little. Where a portfolio holds none of these, what the
    figures and findings leave open.

What it needs
    Agenda items, discrepancies, challenges, actions with their leads; or figures and findings.

Where that is missing
    The section is left out.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

import attrs

from sendframe.plugins import (
    IndicatorResult,
    JudgementView,
    Question,
    Questions,
    Review,
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
    annex_link,
    challenges_by_subject,
    country_sentence,
    figure,
    lead_text,
    movements,
    next_agenda,
    once_a_report,
    section_of,
    state_of,
    trust_suffix,
    with_any,
)

_TO_ACT_ON = ("weakness", "area-for-priority-action", "area-for-improvement", "recommendation")


@attrs.frozen
class Cap:
    """How many questions are asked.

    Attributes:
        most: At most so many.
    """

    most: int = 3


def build(context: BuildContext, section: ProfileSection, options: Cap) -> Section | None:
    """Return the questions; None without any."""
    questions = tuple(islice(_to_decide(context), options.most))
    title = context.words(section.title)
    if not questions:
        questions, title = tuple(islice(_to_ask(context), options.most)), _("Questions to ask")
    if not questions:
        return None
    blocks = [Questions(questions)]
    return section_of(context, section, blocks, title=title)


def _to_decide(context: BuildContext) -> Iterator[Question]:
    meeting = next_agenda(context)
    for item in meeting.agenda if meeting else ():
        if item.purpose == "decision":
            asked = _("Asked of: {asked_of}", asked_of=item.asked_of) if item.asked_of else ""
            yield Question(context.words(item.matter), (Sentence("", note=asked),) if asked else ())
    yield from _disputed_judgements(context)
    yield from _unled_actions(context)
    yield from _doubtful_targets(context)


def _disputed_judgements(context: BuildContext) -> Iterator[Question]:
    """Yield a question for each judgement that unanswered evidence or a challenge speaks against."""
    edition = context.edition
    criteria = {
        criterion.id: criterion
        for criteria_set in context.criteria_sets
        for criterion in criteria_set.criteria
    }
    subjects = {
        subject.id: subject
        for subject in context.evaluation.subjects
        if subject.kind == "criterion"
    }
    for entry in edition.entries if edition else ():
        criterion, subject = criteria.get(entry.criterion), subjects.get(entry.criterion)
        judgement = context.judgements.get(entry.judgement.id) if entry.judgement else None
        if criterion is None or subject is None or judgement is None:
            continue
        unanswered, against = len(subject.evidence.unanswered), len(subject.evidence.contradicts)
        if unanswered:
            pieces = ngettext("{number} piece", "{number} pieces", against)
            silence = ngettext(
                "{number} of {pieces} against it is not answered.",
                "{number} of {pieces} against it are not answered.",
                unanswered,
                pieces=pieces,
            )
            yield Question(
                _("Does question {code} stay “{name}”?", code=criterion.code, name=judgement.name),
                (
                    *_against(context, entry.criterion, judgement),
                    Sentence(silence, (subject.evidence.fact,)),
                ),
            )


def _against(context: BuildContext, criterion: str, judgement: JudgementView) -> Iterator[Sentence]:
    """Yield who disagrees with a judgement, and how long a challenge to it has been open."""
    as_at = context.evaluation.as_at
    for who in with_any(_dissenters(context), ("", criterion)):
        yield Sentence(_("The {who} disagrees.", who=who))
    about = with_any(challenges_by_subject(context), (criterion, judgement.id))
    for challenge in {item.id: item for item in about if item.answer is None}.values():
        days = (as_at - challenge.raised_on.last_day).days
        yield Sentence(
            ngettext(
                "A challenge has been open for {number} day.",
                "A challenge has been open for {number} days.",
                days,
            )
        )


@once_a_report
def _dissenters(context: BuildContext) -> dict[str, list[str]]:
    """Return who disagrees, by the criterion; under an empty id, with the whole."""
    found: dict[str, list[str]] = defaultdict(list)
    for step in context.edition.steps if context.edition else ():
        for view in step.views:
            if view.view == "disagrees":
                found[view.criterion or ""].append(view.who)
    return found


def _unled_actions(context: BuildContext) -> Iterator[Question]:
    for action in actions_in_force(context):
        if lead_text(action) or state_of(context, action).is_closed:
            continue
        reason = action.delivery.reason if action.delivery else None
        why = context.words(reason) if reason else _("Nobody leads it.")
        due = _("Due {due}.", due=action.due) if action.due else _("It has no due date.")
        name = action_name(context, action)
        yield Question(_("Who leads on “{name}”?", name=name), (Sentence(why), Sentence(due)))


def _doubtful_targets(context: BuildContext) -> Iterator[Question]:
    """Yield a question for each target that is reached while the figure is worse than a benchmark."""
    for result in context.evaluation.indicators:
        reading = result.reading
        if reading is None or not reading.contradiction or not result.targets:
            continue
        target = result.targets[0]
        if target.reached is not True:
            continue
        link = annex_link(context, result.indicator)
        yield Question(
            _(
                "Is “{statement}” the right target for {name}?",
                statement=f"{target.statement}{trust_suffix(target)}",
                name=_lower(result.name),
            ),
            (Sentence(reading.contradiction, reading.facts, link=link), *_movement(result)),
        )


def _movement(result: IndicatorResult) -> Iterator[Sentence]:
    change = result.change
    if change is not None and result.reading and result.reading.movement == "worse":
        size = figure(result, abs(change.amount)).removesuffix("%")
        if result.unit == "percent":
            size = _("{size} points", size=size)
        rose = _("It rose by {size} since {before}.", size=size, before=change.before)
        fell = _("It fell by {size} since {before}.", size=size, before=change.before)
        yield Sentence(rose if change.amount > 0 else fell, (change.fact,))


def _to_ask(context: BuildContext) -> Iterator[Question]:
    """Yield what published figures and findings leave open."""
    moved = movements(context)
    for result in islice(moved.worse, 1):
        why = country_sentence(context, result)
        yield Question(
            _("What is being done about {name}?", name=_lower(result.name)),
            (why,) if why else (),
        )
    for result in islice(moved.behind, 1):
        why = country_sentence(context, result)
        yield Question(_("Why are so few {name}?", name=_lower(result.name)), (why,) if why else ())
    open_findings = [
        finding
        for review in context.portfolio.of(Review)
        for finding in review.findings
        if finding.kind in _TO_ACT_ON and not finding.actions
    ]
    if open_findings:
        yield Question(
            ngettext(
                "Which action answers each of the inspectors’ {number} finding?",
                "Which action answers each of the inspectors’ {number} findings?",
                len(open_findings),
            ),
            (Sentence(_("None is named in the documents used.")),),
        )


def _lower(name: str) -> str:
    """Return a name as it stands inside a sentence."""
    return name if name[1:2].isupper() else f"{name[:1].lower()}{name[1:]}"


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("decisions", "What is to be decided or asked", __doc__ or "", build, Cap)]
