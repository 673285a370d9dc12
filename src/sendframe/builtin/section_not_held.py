"""What a self-evaluation did not have.

What it shows
    Which criteria the edition does not answer or judge, which have no evidence, no reason or no
    figure that was known at the cut-off, how much of the evidence is not published, and figures whose
    day of publication is not recorded.

    Of an area whose documents are public ones alone, what these hold nothing of.

What it needs
    An edition of the self-evaluation, or documents that are a summary of public ones.

Where that is missing
    The section is left out, and also where nothing is missing.
"""

from collections.abc import Callable, Iterator

import attrs

from sendframe.plugins import (
    N_,
    Bullets,
    CriterionEntry,
    EvidenceRegister,
    Governance,
    Paragraph,
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
    cited_results,
    cut_off_of,
    day_name,
    evidence_sides,
    is_publication_known,
    joined,
    judged_criteria,
    points_known_on,
    section_of,
)


@attrs.frozen
class Form:
    """How it is set.

    Attributes:
        as_list: Whether each stands on a line of its own; otherwise they are one paragraph.
    """

    as_list: bool = True


def build(context: BuildContext, section: ProfileSection, options: Form) -> Section | None:
    """Return what is missing, one sentence a kind."""
    texts = [*_absent_kinds(context), *(_missing(context) if context.edition else ())]
    items = tuple(Sentence(text) for text in texts)
    if not items:
        return None
    block = Bullets(items) if options.as_list else Paragraph(items)
    return section_of(context, section, (block,))


def _absent_kinds(context: BuildContext) -> Iterator[str]:
    """Yield what the documents used hold nothing of, where they are public ones alone."""
    if not context.is_partial:
        return
    measures = [measure for plan in context.plans for measure in plan.measures]
    kinds = (
        (_("actions and who leads on them"), bool(context.actions)),
        (_("targets"), any(measure.target for measure in measures)),
        (_("judgements"), bool(context.judgements)),
        (_("decisions of the board"), any(g.decisions for g in context.portfolio.of(Governance))),
        (_("what children, young people and families said"), _has_voices(context)),
    )
    absent = joined(name for name, is_held in kinds if not is_held)
    if absent:
        yield f"{absent[:1].upper()}{absent[1:]}."
        yield _("That it is not here does not mean that it does not exist.")


def _has_voices(context: BuildContext) -> bool:
    return any(register.voices for register in context.portfolio.of(EvidenceRegister))


def _missing(context: BuildContext) -> Iterator[str]:
    day = day_name(cut_off_of(context))
    judged = judged_criteria(context)
    silent = [item.criterion.code for item in judged if item.entry is None]
    if silent:
        yield _questions(
            N_("An answer to question {codes}."), N_("An answer to questions {codes}."), silent
        )

    def codes(lacks: Callable[[CriterionEntry], bool]) -> list[str]:
        return [item.criterion.code for item in judged if item.entry and lacks(item.entry)]

    kinds: tuple[tuple[str, str, Callable[[CriterionEntry], bool]], ...] = (
        (
            N_("A judgement of question {codes}."),
            N_("A judgement of questions {codes}."),
            lambda entry: entry.judgement is None,
        ),
        (
            N_("A reason for the judgement of question {codes}."),
            N_("A reason for the judgement of questions {codes}."),
            lambda entry: bool(entry.judgement and not entry.judgement.reason),
        ),
        (
            N_("Evidence for question {codes}."),
            N_("Evidence for questions {codes}."),
            lambda entry: not entry.evidence,
        ),
        (
            N_("A figure known on {day} for question {codes}."),
            N_("A figure known on {day} for questions {codes}."),
            lambda entry: not _has_figure(context, entry),
        ),
    )
    for one, several, lacks in kinds:
        if lacking := codes(lacks):
            yield _questions(one, several, lacking, day=day)
    for item in judged:
        hidden = evidence_sides(context, item.entry).hidden if item.entry else 0
        if hidden:
            yield ngettext(
                "Question {code}: {number} piece of evidence is not published.",
                "Question {code}: {number} pieces of evidence are not published.",
                hidden,
                code=item.criterion.code,
            )
    yield from _undated(context)


def _questions(one: str, several: str, codes: list[str], **values: object) -> str:
    """Return a sentence about one question, or about several."""
    return _(several if codes[1:] else one, codes=joined(codes), **values)


def _has_figure(context: BuildContext, entry: CriterionEntry) -> bool:
    day = cut_off_of(context)
    return any(points_known_on(context, result, day) for result in cited_results(context, entry))


def _undated(context: BuildContext) -> Iterator[str]:
    """Yield the figures of which it is not recorded when they were published."""
    titles = {
        result.title
        for item in judged_criteria(context)
        if item.entry
        for result in cited_results(context, item.entry)
        for point in points_known_on(context, result, cut_off_of(context))
        if not is_publication_known(context, point)
    }
    for title in sorted(titles):
        yield _("When these figures were published: {title}.", title=title)


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("not-held", "What we did not have", __doc__ or "", build, Form)]
