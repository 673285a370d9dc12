"""The section of inspections and other reviews."""

from collections.abc import Iterator
from datetime import date

from sendframe.model import Finding, ProfileSection, Review

from ._actions import action_titles
from ._context import BuildContext
from ._phrase import NOTHING, joined
from ._report_model import Block, Bullets, Callout, Cell, Paragraph, Section, Sentence, Table

__all__ = ["reviews"]


def reviews(context: BuildContext, section: ProfileSection) -> Section | None:
    """Return inspections and other reviews, the newest first, in their own words."""
    newest_first = sorted(
        context.portfolio.of(Review),
        key=lambda review: (*_last_day(review), review.id),
        reverse=True,
    )
    parts = tuple(_review_section(context, review, section.id) for review in newest_first)
    return Section(section.id, str(section.title), (), parts) if parts else None


def _last_day(review: Review) -> tuple[bool, date]:
    """Return whether it is not known when a review ended, and its last possible day."""
    known = review.ends_on is not None and review.ends_on.is_dated
    return not known, review.ends_on.last_day if review.ends_on else date.max


def _review_section(context: BuildContext, review: Review, prefix: str) -> Section:
    blocks: list[Block] = [Paragraph((Sentence(_kind_and_dates(review)),))]
    quotations = _quotations(review)
    if quotations:
        blocks.append(Paragraph(quotations))
    if review.findings:
        rows = tuple(_finding_row(context, finding) for finding in review.findings)
        columns = ("Finding", "Kind", "Responsible bodies", "Actions")
        blocks.append(Table("Findings, in the words of the review", columns, rows))
    if review.follow_ups:
        blocks.append(Bullets(tuple(_verdicts(context, review))))
    if review.note:
        blocks.append(Callout("About this information", (Sentence(str(review.note)),)))
    return Section(f"{prefix}-{review.id}", context.words(review.title), tuple(blocks))


def _verdicts(context: BuildContext, review: Review) -> Iterator[Sentence]:
    """Yield for each later look its verdict as a whole, and that on each finding."""
    statements = {finding.id: finding.statement for finding in review.findings}
    for visit in review.follow_ups:
        look = f"{visit.kind.replace('-', ' ').capitalize()}, {visit.on}"
        if visit.verdict or not visit.findings:
            verdict = context.words(visit.verdict) if visit.verdict else "no verdict given."
            yield Sentence(f"{look}: {verdict}")
        for entry in visit.findings:
            statement = statements.get(entry.finding)
            about = context.words(statement).rstrip(".") if statement else entry.finding
            yield Sentence(f"{look}, on ‘{about}’: {context.words(entry.verdict)}")


def _kind_and_dates(review: Review) -> str:
    dates = []
    if review.starts_on and review.ends_on:
        dates.append(f"{review.starts_on} to {review.ends_on}")
    if review.published_on:
        dates.append(f"published {review.published_on}")
    kind = review.kind.replace("-", " ").capitalize()
    by = f" by {joined(review.reviewers)}" if review.reviewers else ""
    when = f": {', '.join(dates)}" if dates else ""
    return f"{kind}{by}{when}."


def _quotations(review: Review) -> tuple[Sentence, ...]:
    """Return the outcome and the next activity, a repeated text once; paraphrases are no quotations."""
    outcome = review.outcome.wording if review.outcome else None
    texts = [outcome] if outcome else []
    if review.next_activity and str(review.next_activity) not in str(outcome or ""):
        texts.append(review.next_activity)
    return tuple(
        Sentence(str(text), quoted=review.wording_of(text) != "paraphrased") for text in texts
    )


def _finding_row(context: BuildContext, finding: Finding) -> tuple[Cell, ...]:
    bodies = joined(context.bodies.get(id_, id_) for id_ in finding.responsible_bodies)
    titles = action_titles(context, finding.actions)
    without_action = context.unknown if finding.responsible_bodies else NOTHING
    return (
        Cell(context.words(finding.statement)),
        Cell(finding.kind.replace("-", " ")),
        Cell(bodies or NOTHING),
        Cell(titles or without_action),
    )
