"""The sections about bodies: who is responsible, and what people asked them."""

from sendframe.model import Challenge, Governance, ProfileSection, begun_by

from ._context import BuildContext
from ._phrase import NOTHING
from ._report_model import Cell, Paragraph, Section, Sentence, Table

__all__ = ["challenges", "governance", "raised_challenges"]


def raised_challenges(context: BuildContext) -> list[Challenge]:
    """Return the challenges that were raised up to the day of the evaluation."""
    return [
        challenge
        for document in context.portfolio.of(Governance)
        for challenge in document.challenges
        if begun_by(challenge.raised_on, context.evaluation.as_at)
    ]


def challenges(context: BuildContext, section: ProfileSection) -> Section:
    """Return what people asked bodies, with the answers."""
    raised = raised_challenges(context)
    if not raised:
        text = f"Challenges raised by people: {context.unknown_in_sentence}."
        return Section(section.id, str(section.title), (Paragraph((Sentence(text),)),))
    rows = tuple(
        (
            Cell(context.words(challenge.statement)),
            Cell(f"{challenge.raised_by}, {context.bodies.get(challenge.body, challenge.body)}"),
            Cell(str(challenge.raised_on)),
            Cell(context.words(challenge.answer) if challenge.answer else "not answered yet"),
            Cell(str(challenge.answered_on) if challenge.answered_on else NOTHING),
        )
        for challenge in raised
    )
    columns = ("Challenge", "Raised by", "On", "Answer", "Answered on")
    table = Table("Challenges raised by people", columns, rows)
    return Section(section.id, str(section.title), (table,))


def governance(context: BuildContext, section: ProfileSection) -> Section | None:
    """Return the bodies that decide and check, with purpose, chair and members."""
    rows = []
    for document in context.portfolio.of(Governance):
        for body in document.bodies:
            chair = body.chair or NOTHING
            if body.chair and body.chair_is_independent:
                chair += " (independent)"
            members = "; ".join(
                f"{group.sector}: {', '.join(group.roles)}" if group.roles else group.sector
                for group in body.membership
            )
            purpose = context.words(body.purpose) if body.purpose else NOTHING
            rows.append((Cell(body.name), Cell(purpose), Cell(chair), Cell(members or NOTHING)))
    if not rows:
        return None
    columns = ("Body", "What it does", "Chair", "Members")
    table = Table("Who is responsible and who checks", columns, tuple(rows))
    return Section(section.id, str(section.title), (table,))
