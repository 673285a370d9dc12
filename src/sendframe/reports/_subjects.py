"""Priorities and criteria: what is planned, what is known, what people judge. Never a number."""

from sendframe.model import (
    Action,
    Commitment,
    EvidenceProfile,
    JudgementView,
    Priority,
    ProfileSection,
    Progress,
    Responsible,
    Strategy,
    SubjectResult,
)

from ._context import NOTHING, BuildContext, day, joined
from ._model import Block, Bullets, Callout, Cell, Mark, Paragraph, Section, Sentence, Table
from ._ratings import rules_about_criteria, what_rules_say

__all__ = ["action_status", "criteria", "priorities", "roles", "strategies"]


def roles(context: BuildContext, people: tuple[Responsible, ...]) -> str:
    """Return who is responsible: roles at bodies."""
    named = []
    for each in people:
        body = context.bodies.get(each.body or "")
        named.append(f"{each.role} ({body})" if body else each.role)
    return joined(named)


def strategies(context: BuildContext, section: ProfileSection) -> Section | None:
    """Return what each plan is, who made it, and in which forms it is published."""
    parts = tuple(_strategy(context, each, section.id) for each in context.plans)
    if not parts:
        return None
    if len(parts) == 1:
        return Section(section.id, str(section.title), parts[0].blocks, parts[0].sections)
    return Section(section.id, str(section.title), (), parts)


def _standing(plan: Strategy) -> str:
    """Return what time a plan is for, and how it stands."""
    period = f"{plan.period.starts} to {plan.period.ends}" if plan.period else "no period given"
    return f"{period}; status: {plan.status}"


def _strategy(context: BuildContext, plan: Strategy, prefix: str) -> Section:
    blocks: list[Block] = []
    first = [Sentence(f"{context.words(plan.title)}: {_standing(plan)}.")]
    if plan.extended_to:
        first.append(Sentence(f"Extended to {plan.extended_to}."))
    if plan.vision:
        quoted = plan.vision.wording == "verbatim"
        first.append(Sentence(context.words(plan.vision), quoted=quoted))
    blocks.append(Paragraph(tuple(first)))
    made = [
        Sentence(context.words(each.statement), quoted=each.statement.wording == "verbatim")
        if each.statement
        else Sentence(f"{each.level.capitalize()} with {joined(each.with_whom)}.")
        for each in plan.co_production
        if each.statement or each.with_whom
    ]
    if made:
        blocks.append(Bullets(tuple(made)))
    if plan.publications:
        rows = tuple(
            (
                Cell(context.words(each.title) if each.title else each.kind),
                Cell(each.kind),
                Cell(each.audience or NOTHING),
                Cell(each.format or NOTHING),
            )
            for each in plan.publications
        )
        caption = f"{context.words(plan.title)}: published as"
        blocks.append(Table(caption, ("Publication", "Kind", "For", "Format"), rows))
    if plan.note:
        blocks.append(Callout("About this information", (Sentence(str(plan.note)),)))
    return Section(f"{prefix}-{plan.id}", context.words(plan.title), tuple(blocks))


def priorities(context: BuildContext, section: ProfileSection) -> Section | None:
    """Return each priority: what is promised, what is done, what is known.

    Those of several plans stand below the plan they belong to.
    """
    known = {each.id: each for each in context.evaluation.subjects if each.kind == "priority"}
    parts: list[Section] = []
    for plan in context.plans:
        ordered = sorted(plan.priorities, key=lambda each: (each.order, each.id))
        own = tuple(_priority(context, each, known[each.id], section.id) for each in ordered)
        if own:
            standing = _standing(plan)
            lead = Paragraph((Sentence(f"{standing[:1].upper()}{standing[1:]}."),))
            title = context.words(plan.title)
            parts.append(Section(f"{section.id}-{plan.id}", title, (lead,), own))
    if not parts:
        return None
    if len(parts) == 1:
        return Section(section.id, str(section.title), (), parts[0].sections)
    return Section(section.id, str(section.title), (), tuple(parts))


def _priority(
    context: BuildContext, priority: Priority, known: SubjectResult, prefix: str
) -> Section:
    statement = Sentence(
        context.words(priority.statement), quoted=priority.statement.wording == "verbatim"
    )
    blocks: list[Block] = [Paragraph((statement,))]
    lines = [Sentence(f"Led by: {roles(context, priority.leads)}.")] if priority.leads else []
    lines += [Sentence(f"Outcome: {context.words(each.statement)}") for each in priority.outcomes]
    lines += [Sentence(f"Aim: {context.words(each.statement)}") for each in priority.aims]
    if lines:
        blocks.append(Bullets(tuple(lines)))
    actions = context.actions
    if priority.commitments:
        blocks.append(_commitments(context, priority.commitments, actions))
    direct = [actions[id_] for id_ in priority.actions if id_ in actions]
    named = [
        actions[id_] for each in priority.commitments for id_ in each.actions if id_ in actions
    ]
    unique = {each.id: each for each in (*direct, *named)}
    if unique:
        blocks.append(_actions(context, tuple(unique.values()), known.progress))
    if not priority.commitments and not unique:
        text = f"Commitments, actions and owners: {context.unknown_there}."
        blocks.append(Paragraph((context.sentence(text, known.progress.fact),)))
    blocks.append(_known(context, known))
    said = what_rules_say(known.label.capitalize(), known.scores, known.refusals)
    blocks += [said] if said else []
    title = f"{known.label.capitalize()}: {_short(context.words(priority.statement))}"
    return Section(f"{prefix}-{priority.id}", title, tuple(blocks))


def _short(text: str, most: int = 90) -> str:
    """Cut a statement for a heading, at a word."""
    if len(text) <= most:
        return text.rstrip(".")
    return text[:most].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _commitments(
    context: BuildContext, commitments: tuple[Commitment, ...], actions: dict[str, Action]
) -> Table:
    rows = tuple(
        (
            Cell(context.words(each.statement)),
            Cell(each.commitment_class or NOTHING),
            Cell(
                "; ".join(context.words(actions[a].title) for a in each.actions if a in actions)
                or "no action"
            ),
            Cell(context.words(each.difference) if each.difference else NOTHING),
        )
        for each in commitments
    )
    columns = ("We will", "Class", "Actions", "The difference it will make")
    return Table("Commitments", columns, rows)


def action_status(context: BuildContext, action: Action, which: str) -> Cell:
    """Return the delivery or impact status of an action, as a word with its shape."""
    status = action.delivery if which == "delivery" else action.impact
    if status is None:
        return Cell("no status given")
    value = context.statuses.get((which, status.value))
    return Cell(status.value) if value is None else Cell("", mark=Mark(value.name, value.shape))


def _actions(context: BuildContext, actions: tuple[Action, ...], progress: Progress) -> Table:
    overdue = frozenset(progress.overdue)
    rows = tuple(
        (
            Cell(context.words(each.title)),
            Cell(roles(context, each.action_leads) or "no owner"),
            Cell(
                (str(each.due) if each.due else "no date")
                + (" (overdue)" if each.id in overdue else "")
                + (" (moved)" if each.due_history else "")
            ),
            action_status(context, each, "delivery"),
            action_status(context, each, "impact"),
        )
        for each in actions
    )
    return Table("Actions", ("Action", "Led by", "Due", "Delivery", "Impact"), rows)


def evidence_words(profile: EvidenceProfile) -> str:
    """Say in words how much is known."""
    if not profile.count:
        return "No evidence is listed."
    kinds = joined(f"{count} {kind.replace('-', ' ')}" for kind, count in profile.kinds.items())
    text = f"Evidence: {profile.count} ({kinds})"
    if profile.newest:
        text += f", the newest of {day(profile.newest)}"
    text += "."
    if profile.contradicts:
        open_ = len(profile.unanswered)
        text += f" {len(profile.contradicts)} of it against, {open_} of that unanswered."
    if profile.expired:
        text += f" Expired: {len(profile.expired)}."
    return text


def judgement_words(judgement: JudgementView) -> str:
    """Say in words what people judged."""
    text = f"{judgement.edition}: {judgement.name}, judged by {judgement.by} on {day(judgement.on)}"
    if judgement.previous and judgement.previous != judgement.name:
        text += f", before: {judgement.previous}"
    text += "."
    if judgement.reason:
        text += f" Reason: {judgement.reason}"
    return text


def _known(context: BuildContext, known: SubjectResult) -> Bullets:
    lines = [context.sentence(evidence_words(known.evidence), known.evidence.fact)]
    lines += [context.sentence(judgement_words(each), each.fact) for each in known.judgements[:2]]
    if not known.judgements:
        lines.append(Sentence(f"Judgement: {context.unknown_there}."))
    titles = [context.results[id_].title for id_ in known.indicators if id_ in context.results]
    if titles:
        lines.append(Sentence(f"Indicators: {joined(titles)}."))
    return Bullets(tuple(lines))


def criteria(context: BuildContext, section: ProfileSection) -> Section | None:
    """Return the sets of criteria side by side on the same evidence."""
    parts = []
    for each in context.criteria_sets:
        found = [
            known
            for known in context.evaluation.subjects
            if known.kind == "criterion" and known.within == each.id
        ]
        rows = tuple(_criterion_row(context, known) for known in found)
        columns = ("Criterion", "Evidence", "Newest", "Against it", "Judgement")
        caption = f"{each.title} ({each.publisher}, {each.version})"
        note = str(each.note) if each.note else ""
        blocks: list[Block] = [Table(caption, columns, rows, note)]
        said = rules_about_criteria(str(each.title), found)
        blocks += [said] if said else []
        parts.append(Section(f"{section.id}-{each.id}", str(each.title), tuple(blocks)))
    if not parts:
        return None
    lead = Paragraph(
        (
            Sentence(
                "How much evidence there is says nothing of how good things are: it ranks nothing."
            ),
        )
    )
    return Section(section.id, str(section.title), (lead,), tuple(parts))


def _criterion_row(context: BuildContext, known: SubjectResult) -> tuple[Cell, ...]:
    profile = known.evidence
    kinds = ", ".join(f"{n} {kind.replace('-', ' ')}" for kind, n in profile.kinds.items())
    against = f"{len(profile.contradicts)}"
    if profile.contradicts:
        against += f" ({len(profile.unanswered)} unanswered)"
    judgement = Cell(context.unknown)
    if known.judgements:
        newest = known.judgements[0]
        text = f"{newest.by}, {day(newest.on)}"
        judgement = Cell(text, (newest.fact,), Mark(newest.name, newest.shape))
    return (
        Cell(f"{known.label}. {known.title}"),
        Cell(f"{profile.count}{f': {kinds}' if kinds else ''}", (profile.fact,)),
        Cell(day(profile.newest) if profile.newest else NOTHING, (profile.fact,)),
        Cell(against, (profile.fact,)),
        judgement,
    )
