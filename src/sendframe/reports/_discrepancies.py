"""The section of discrepancies: questions that checks ask of the people who judge."""

from sendframe.model import Discrepancy, ProfileSection

from ._context import BuildContext
from ._phrase import plugin_suffix
from ._report_model import Bullets, Paragraph, Section, Sentence

__all__ = ["discrepancies"]


def discrepancies(context: BuildContext, section: ProfileSection) -> Section:
    """Return the questions that checks ask, for people to answer."""
    lead = Paragraph(
        (
            Sentence(
                "The software sets judgements beside evidence and figures beside each other. "
                "Where they do not agree it asks. It does not judge."
            ),
        )
    )
    questions = tuple(_question(context, question) for question in context.evaluation.discrepancies)
    if not questions:
        nothing = Paragraph((Sentence("It has no questions."),))
        return Section(section.id, str(section.title), (lead, nothing))
    return Section(section.id, str(section.title), (lead, Bullets(questions)))


def _question(context: BuildContext, discrepancy: Discrepancy) -> Sentence:
    text = context.readable(discrepancy.question)
    if discrepancy.accepted:
        text += f" Accepted for now: {discrepancy.accepted}."
    text += f" [{discrepancy.code}]{plugin_suffix(discrepancy.made_by)}"
    return Sentence(text, discrepancy.facts)
