"""The first section of a report: its subject in a few sentences."""

from sendframe.model import ProfileSection, day_name

from ._context import BuildContext
from ._phrase import counted, joined
from ._report_model import Block, Callout, Paragraph, Section, Sentence

__all__ = ["summary"]


def summary(context: BuildContext, section: ProfileSection) -> Section:
    """Return the area, the day and the size of the portfolio in a few sentences."""
    evaluation = context.evaluation
    priorities = [subject for subject in evaluation.subjects if subject.kind == "priority"]
    with_figures = [result for result in evaluation.indicators if result.latest is not None]
    contents = [
        counted(len(priorities), "priority", "priorities"),
        counted(len(with_figures), "indicator with figures", "indicators with figures"),
    ]
    if context.actions:
        contents.append(counted(len(context.actions), "action", "actions"))
    day = day_name(evaluation.as_at)
    sentences = (
        Sentence(f"This report is about {context.area.name}, as things stood on {day}."),
        Sentence(f"It holds {joined(contents)}."),
    )
    blocks: list[Block] = [Paragraph(sentences)]
    if section.introduction:
        blocks.append(Paragraph((Sentence(context.words(section.introduction)),)))
    note = context.portfolio.manifest.note
    if note:
        blocks.append(Callout("About this information", (Sentence(context.words(note)),)))
    return Section(section.id, str(section.title), tuple(blocks))
