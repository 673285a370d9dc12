"""What the parent carer forum says, unedited.

What it shows
    Where the forum does not agree with the newest self-evaluation, in its own words, first; what it
    says on single criteria; surveys and other evidence that it made; and what was answered. That
    people chose themselves to answer is said.

What it needs
    A step of kind ``forum-response`` in the newest edition, or publishable evidence of the forum.

Where that is missing
    Without a response the section is left out. A response without dissent says on which day it was
    given, and that no disagreement is written down.

Source
    Children and Families Act 2014, section 19: views, wishes and feelings of parents.
"""

from collections import defaultdict
from collections.abc import Iterator

from sendframe.plugins import (
    Block,
    Bullets,
    Evidence,
    NoOptions,
    Paragraph,
    PartnerView,
    Section,
    SectionKind,
    Sentence,
    Step,
    Text,
    hookimpl,
    known_by,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    evidence_note,
    once_a_report,
    section_of,
)

_RESPONSE = "forum-response"
_NOT_AGREED = ("disagrees", "partly")


def build(context: BuildContext, section: ProfileSection, options: NoOptions) -> Section | None:  # noqa: ARG001  # none to choose
    """Return the dissent, the views, and the evidence of the forum; None without a response."""
    edition = context.edition
    as_at = context.evaluation.as_at
    steps = [
        step
        for step in (edition.steps if edition else ())
        if step.kind == _RESPONSE and known_by(step.on.last_day if step.on else None, as_at)
    ]
    blocks: list[Block] = [Paragraph((_dissent(context, step),)) for step in steps]
    items = tuple(
        sentence for step in steps for view in step.views for sentence in _view(context, view, step)
    )
    forum = context.area.parent_carer_forum
    evidence = tuple(
        sentence
        for item in context.evidence.values()
        if isinstance(item, Evidence) and forum and forum in (item.source_body, item.produced_by)
        for sentence in _evidence(context, item)
    )
    if items or evidence:
        blocks.append(Bullets((*items, *evidence)))
    return section_of(context, section, blocks)


def _dissent(context: BuildContext, step: Step) -> Sentence:
    """Return what the forum does not agree with, as it was said; or that nothing is written down."""
    who = context.bodies.get(step.body or "", _("The forum"))  # never who spoke for it
    note = f"{who}, {step.on}." if step.on else f"{who}."
    if step.dissent is None and any(view.view in _NOT_AGREED for view in step.views):
        return Sentence(_("It does not agree with all of it."), note=note)
    if step.dissent is None:
        return Sentence(_("No disagreement is written down."), note=note)
    return Sentence(f"“{step.dissent}”", quoted=True, note=note)


def _view(context: BuildContext, view: PartnerView, step: Step) -> Iterator[Sentence]:
    """Yield what was said on a criterion, unless it is the dissent again, and the answer."""
    if view.statement is not None and str(view.statement) not in str(step.dissent):
        yield Sentence(f"“{view.statement}”", label=f"{view.who}:")
    if view.answer is not None:
        yield Sentence(context.words(view.answer), label=_("What the partnership answers:"))


def _evidence(context: BuildContext, item: Evidence) -> Iterator[Sentence]:
    """Yield what evidence of the forum says, how it was made, and the answer to it."""
    text = context.words(item.summary or item.title)
    yield Sentence(text, note=evidence_note(context, item))
    for answer in _answers(context).get(item.id, ()):
        yield Sentence(context.words(answer), label=_("What the partnership answers:"))


@once_a_report
def _answers(context: BuildContext) -> dict[str, list[Text]]:
    """Return what the newest edition answers to each piece of evidence, by its id."""
    answers: dict[str, list[Text]] = defaultdict(list)
    for entry in context.edition.entries if context.edition else ():
        for answer in entry.answers:
            answers[answer.evidence].append(answer.answer)
    return answers


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    title = "What the parent carer forum says"
    return [SectionKind("forum-view", title, __doc__ or "", build)]
