"""What earlier editions of the self-evaluation said.

What it shows
    Each edition before the newest, the newest first: who took part and what was not agreed; then of
    each question the judgement with its reason and with the roles that made and moderated it, what
    worked, what was changing, what was to be developed, what was answered to evidence, and the
    promises with what became of them.

What it needs
    A self-evaluation with an edition before it.

Where that is missing
    The section is left out, and so is each line without words. Roles, and answers to evidence that
    may not be shown, stand in no report for the public.
"""

from collections.abc import Iterator

from sendframe.plugins import (
    Bullets,
    CriterionEntry,
    Mark,
    NoOptions,
    Section,
    SectionKind,
    SelfEvaluation,
    Sentence,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    ended,
    joined,
    once_a_report,
    scale_mark,
    section_of,
    words_of_code,
)


def build(context: BuildContext, section: ProfileSection, options: NoOptions) -> Section | None:  # noqa: ARG001  # none to choose
    """Return a part for each earlier edition; None without any."""
    parts = (_edition(context, section.id, edition) for edition in context.editions[1:])
    return section_of(context, section, (), sections=filter(None, parts))


def _edition(context: BuildContext, prefix: str, edition: SelfEvaluation) -> Section | None:
    id_ = f"{prefix}-{edition.id}"
    parts = tuple(
        Section(f"{id_}-{entry.id}", context.names.get(entry.id, ""), (Bullets(items),))
        for entry in edition.entries
        if (items := tuple(dict.fromkeys(_entry(context, entry))))
    )
    about = tuple(dict.fromkeys(_about(context, edition)))
    if not (parts or about):
        return None
    blocks = (Bullets(about),) if about else ()
    return Section(id_, context.words(edition.title), blocks, parts)


def _about(context: BuildContext, edition: SelfEvaluation) -> Iterator[Sentence]:
    """Yield the summary, who took part, who did which step, and what was not agreed."""
    if edition.summary:
        yield Sentence(context.words(edition.summary))
    sectors = joined(contributor.sector for contributor in edition.contributors)
    if sectors:
        yield Sentence(f"{sectors}.", label=_("Took part:"))
    for step in edition.steps:
        label = f"{words_of_code(step.kind).capitalize()}:"
        if step.by and not context.profile.public:
            yield Sentence(f"{step.by}.", label=label, note=f"{step.on}." if step.on else "")
        if step.dissent:
            yield Sentence(context.words(step.dissent), label=_("Not agreed:"))
    for text in edition.next_steps:
        yield Sentence(context.words(text), label=_("To come next:"))


def _entry(context: BuildContext, entry: CriterionEntry) -> Iterator[Sentence]:
    """Yield what the edition said to one question."""
    yield from _judgement(context, entry)
    for label, texts in (
        (_("Wanted:"), entry.wanted),
        (_("Done:"), entry.did),
        (_("Working well:"), entry.working_well),
        (_("Changing:"), entry.changing),
        (_("To be developed:"), tuple(area.statement for area in entry.areas_for_development)),
    ):
        for text in texts:
            yield Sentence(context.words(text), label=label)
    for difference in entry.difference:
        yield Sentence(context.words(difference), label=_("The difference:"))
    for answer in entry.answers:
        evidence = context.evidence.get(answer.evidence)
        if evidence is not None:
            name = context.names.get(answer.evidence, "").rstrip(".")
            label = _("Answered to “{name}”:", name=name) if name else _("Answered to evidence:")
            yield Sentence(context.words(answer.answer), label=label)
    for promise in entry.promises:
        became = context.words(promise.became) if promise.became else ""
        yield Sentence(ended(context.words(promise.said)), label=_("Promised:"), note=became)
        if promise.because:
            yield Sentence(context.words(promise.because), label=_("Why not:"))


@once_a_report
def _marks(context: BuildContext) -> dict[str, Mark]:
    """Return the mark of each value of the scales, by id."""
    return {
        value.id: scale_mark(scale, value)
        for scale in context.portfolio.scales()
        for value in scale.values
    }


def _mark(context: BuildContext, value: str) -> Mark:
    """Return the mark of a judgement; its id where its scale is not in the portfolio."""
    return _marks(context).get(value) or Mark(value, "bar")


def _judgement(context: BuildContext, entry: CriterionEntry) -> Iterator[Sentence]:
    judgement = entry.judgement
    if judgement is None:
        return
    reason = context.words(judgement.reason) if judgement.reason else ""
    yield Sentence(reason, label=_("Judged:"), mark=_mark(context, judgement.value))
    if not context.profile.public:
        who = f"{judgement.by}."
        if judgement.moderated_by:
            who = _("{who}, moderated by {other}.", who=judgement.by, other=judgement.moderated_by)
        yield Sentence(who, label=_("Judged by:"))
    if judgement.why_changed:
        yield Sentence(context.words(judgement.why_changed), label=_("Why it was changed:"))
    for view in judgement.views:
        if view.statement:
            agrees = f"{words_of_code(view.view).capitalize()}."
            yield Sentence(context.words(view.statement), label=f"{view.who}:", note=agrees)
        if view.answer:
            yield Sentence(context.words(view.answer), label=_("The answer:"))


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("earlier-editions", "What earlier editions said", __doc__ or "", build)]
