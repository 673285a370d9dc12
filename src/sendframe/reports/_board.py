"""What a board looks at first, what people asked, what the software asks, what reviews found."""

from collections.abc import Iterator

from sendframe.model import (
    Action,
    Challenge,
    Discrepancy,
    Governance,
    ProfileSection,
    Review,
    begun_by,
)
from sendframe.statistics import difference

from ._context import NOTHING, BuildContext, asked_by, counted, day, figure, joined, mark_of
from ._model import Block, Bullets, Callout, Cell, Paragraph, Section, Sentence, Table
from ._subjects import roles

__all__ = ["challenges", "discrepancies", "exceptions", "governance", "reviews", "summary"]


def summary(context: BuildContext, section: ProfileSection) -> Section:
    """Return what this report is about, in a few sentences."""
    evaluation = context.evaluation
    priorities = [each for each in evaluation.subjects if each.kind == "priority"]
    with_figures = [each for each in evaluation.indicators if each.latest is not None]
    actions = len(context.actions)
    held = [
        counted(len(priorities), "priority", "priorities"),
        counted(len(with_figures), "indicator with figures", "indicators with figures"),
    ]
    held += [counted(actions, "action", "actions")] if actions else []
    sentences = [
        Sentence(
            f"This report is about {context.area.name}, as things stood on {day(evaluation.as_at)}."
        ),
        Sentence(f"It holds {joined(held)}."),
    ]
    blocks: list[Block] = [Paragraph(tuple(sentences))]
    if section.introduction:
        blocks.append(Paragraph((Sentence(context.words(section.introduction)),)))
    note = context.portfolio.manifest.note
    if note:
        blocks.append(Callout("About this information", (Sentence(context.words(note)),)))
    return Section(section.id, str(section.title), tuple(blocks))


def _overdue(context: BuildContext) -> list[Action]:
    ids = {id_ for each in context.evaluation.subjects for id_ in each.progress.overdue}
    return [each for id_, each in sorted(context.actions.items()) if id_ in ids]


def _off_target(context: BuildContext) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each indicator that misses a target, unless a rule calls it near enough."""
    for result in context.evaluation.indicators:
        missed = next((target for target in result.targets if target.reached is False), None)
        score = next((score for score in result.scores if score.kind == "target"), None)
        if missed is None or (score is not None and score.tone == "better"):
            continue
        facts = (missed.fact,) if score is None else score.facts
        off = difference(missed.gap or 0.0, result.decimals, result.unit, result.unit_text)
        yield (
            Cell(result.title),
            Cell(figure(result, result.latest), facts, number=True),
            Cell("not reached", facts) if score is None else Cell("", facts, mark_of(score)),
            Cell(
                f"{off} off the target ({missed.statement})." if score is None else score.statement,
                facts,
            ),
        )


def exceptions(context: BuildContext, section: ProfileSection) -> Section:
    """Return what is late, stuck, unanswered or off its target."""
    blocks: list[Block] = []
    overdue = _overdue(context)
    if overdue:
        rows = tuple(
            (
                Cell(context.words(each.title)),
                Cell(str(each.due)),
                Cell(roles(context, each.action_leads) or "no owner"),
                Cell(str(len(each.due_history)), number=True),
            )
            for each in overdue
        )
        blocks.append(
            Table("Actions that are overdue", ("Action", "Due", "Led by", "Times moved"), rows)
        )
    off = tuple(_off_target(context))
    if off:
        columns = ("Indicator", "Latest", "Against the target", "Why")
        blocks.append(Table("Indicators off their target", columns, off))
    stuck = [
        Sentence(_capital(f"{context.readable(each.message)}{asked_by(each.made_by)}."))
        for each in context.evaluation.notices
        if each.severity != "note" and each.accepted is None
    ]
    if stuck:
        blocks.append(Bullets(tuple(stuck)))
    waiting = [each for each in _challenges(context) if each.answer is None]
    if waiting:
        blocks.append(
            Bullets(tuple(Sentence(f"Unanswered challenge: {each.statement}") for each in waiting))
        )
    if not blocks:
        actions = context.actions
        text = (
            "No action is overdue, no declared target is missed and no challenge is unanswered."
            if actions
            else f"Targets, actions and challenges: {context.unknown_there}."
        )
        blocks.append(Paragraph((Sentence(text),)))
    return Section(section.id, str(section.title), tuple(blocks))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _challenges(context: BuildContext) -> list[Challenge]:
    return [
        each
        for document in context.portfolio.of(Governance)
        for each in document.challenges
        if begun_by(each.raised_on, context.evaluation.as_at)
    ]


def challenges(context: BuildContext, section: ProfileSection) -> Section:
    """Return what people asked at bodies, and what was answered."""
    found = _challenges(context)
    if not found:
        text = f"Challenges raised by people: {context.unknown_there}."
        return Section(section.id, str(section.title), (Paragraph((Sentence(text),)),))
    rows = tuple(
        (
            Cell(context.words(each.statement)),
            Cell(f"{each.raised_by}, {context.bodies.get(each.body, each.body)}"),
            Cell(str(each.raised_on)),
            Cell(context.words(each.answer) if each.answer else "not answered yet"),
            Cell(str(each.answered_on) if each.answered_on else NOTHING),
        )
        for each in found
    )
    columns = ("Challenge", "Raised by", "On", "Answer", "Answered on")
    return Section(
        section.id, str(section.title), (Table("Challenges raised by people", columns, rows),)
    )


def discrepancies(context: BuildContext, section: ProfileSection) -> Section:
    """Return the questions that the software has, for people to answer."""
    lead = Paragraph(
        (
            Sentence(
                "The software sets judgements beside evidence and figures beside each other. "
                "Where they do not agree it asks. It does not judge."
            ),
        )
    )
    found = context.evaluation.discrepancies
    if not found:
        none = Paragraph((Sentence("It has no question."),))
        return Section(section.id, str(section.title), (lead, none))
    return Section(
        section.id,
        str(section.title),
        (lead, Bullets(tuple(_question(context, each) for each in found))),
    )


def _question(context: BuildContext, found: Discrepancy) -> Sentence:
    text = context.readable(found.question)
    if found.accepted:
        text += f" Accepted for now: {found.accepted}."
    return Sentence(f"{text} [{found.code}]{asked_by(found.made_by)}", found.facts)


def reviews(context: BuildContext, section: ProfileSection) -> Section | None:
    """Return what inspections and other reviews found, in their own words."""
    found = sorted(
        context.portfolio.of(Review),
        key=lambda each: (each.ends_on is None, each.ends_on, each.id),
        reverse=True,
    )
    parts = tuple(_review(context, each, section.id) for each in found)
    return Section(section.id, str(section.title), (), parts) if parts else None


def _review(context: BuildContext, review: Review, prefix: str) -> Section:
    when = []
    if review.starts_on and review.ends_on:
        when.append(f"{day(review.starts_on)} to {day(review.ends_on)}")
    if review.published_on:
        when.append(f"published {day(review.published_on)}")
    by = f" by {joined(review.reviewers)}" if review.reviewers else ""
    kind = review.kind.replace("-", " ").capitalize()
    dates = f": {', '.join(when)}" if when else ""
    blocks: list[Block] = [Paragraph((Sentence(f"{kind}{by}{dates}."),))]
    words = []
    if review.outcome:
        words.append(Sentence(str(review.outcome.wording), quoted=True))
    if review.next_activity and str(review.next_activity) not in (
        str(review.outcome.wording) if review.outcome else ""
    ):
        words.append(Sentence(str(review.next_activity), quoted=True))
    if words:
        blocks.append(Paragraph(tuple(words)))
    if review.findings:
        actions = context.actions
        rows = tuple(
            (
                Cell(context.words(each.statement)),
                Cell(each.kind.replace("-", " ")),
                Cell(joined(context.bodies.get(b, b) for b in each.responsible_bodies) or NOTHING),
                Cell(
                    "; ".join(context.words(actions[a].title) for a in each.actions if a in actions)
                    or (context.unknown if each.responsible_bodies else NOTHING)
                ),
            )
            for each in review.findings
        )
        columns = ("Finding", "Kind", "Responsible bodies", "Actions")
        blocks.append(Table("Findings, in the words of the review", columns, rows))
    if review.follow_ups:
        items = (f"{each.on}: {context.words(each.verdict)}" for each in review.follow_ups)
        blocks.append(Bullets(tuple(Sentence(each) for each in items)))
    if review.note:
        blocks.append(Callout("About this information", (Sentence(str(review.note)),)))
    return Section(f"{prefix}-{review.id}", context.words(review.title), tuple(blocks))


def governance(context: BuildContext, section: ProfileSection) -> Section | None:
    """Return who decides, checks and is told."""
    rows = []
    for document in context.portfolio.of(Governance):
        for body in document.bodies:
            chair = body.chair or NOTHING
            if body.chair and body.chair_is_independent:
                chair += " (independent)"
            members = "; ".join(
                f"{each.sector}: {', '.join(each.roles)}" if each.roles else each.sector
                for each in body.membership
            )
            purpose = context.words(body.purpose) if body.purpose else NOTHING
            rows.append((Cell(body.name), Cell(purpose), Cell(chair), Cell(members or NOTHING)))
    if not rows:
        return None
    columns = ("Body", "What it does", "Chair", "Members")
    table = Table("Who is responsible and who checks", columns, tuple(rows))
    return Section(section.id, str(section.title), (table,))
