"""What is written about each requirement, what evidence there is, and what is missing.

What it shows
    First a table of all requirements: whether anything is written, how much evidence speaks for and
    against it, the judgement, and what is missing. Then each requirement about which anything is
    known: what the newest self-evaluation of its set says, the priorities of plans that refer to it,
    the evidence by the side it takes, and what is missing. A requirement is a criterion of any set:
    of an inspection framework, a reform plan or terms of reference.

What it needs
    A set of criteria, in the portfolio or taken in with ``uses``.

Where that is missing
    Without a set the section is left out. A set that an option names and that is not there is named.
    Of an area whose documents are a summary of public ones, nothing is called missing: the column
    says what is not in them.

Source
    The sets of criteria, the newest edition of a self-evaluation that answers each, plans in force,
    and the evidence of the evaluation.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    N_,
    Block,
    Bullets,
    Callout,
    Cell,
    Column,
    Columns,
    CriteriaSet,
    Mark,
    Paragraph,
    Section,
    SectionKind,
    Sentence,
    Source,
    Span,
    Table,
    hookimpl,
    ngettext,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    Gap,
    ProfileSection,
    Requirement,
    day_name,
    edition_of_set,
    joined,
    month_name,
    requirement_evidence_sentences,
    requirement_written_sentences,
    requirements_of,
    scale_mark,
    section_of,
)

_KEY = N_(
    "Missing is what this report looks for: words, evidence, a judgement, answers to evidence "
    "against it, and actions. It does not tell whether a requirement is met: people judge that."
)
_PUBLIC_KEY = N_(
    "The last column lists what this report looks for and the public documents do not have: words, "
    "evidence, a judgement, answers to evidence against it, and actions. The area may have it. The "
    "table does not tell whether a requirement is met: people judge that."
)
_GAPS = {
    "wording": N_("the official wording"),
    "words": N_("anything written"),
    "entry": N_("words in the self-evaluation"),
    "evidence": N_("evidence"),
    "judgement": N_("a judgement"),
}
"""What is missing, where it is not counted."""


@attrs.frozen
class RequirementOptions:
    """Options of the section.

    Attributes:
        sets: Ids of the sets of criteria that are shown, in this order; empty for all.
    """

    sets: tuple[str, ...] = ()


def build(
    context: BuildContext, section: ProfileSection, options: RequirementOptions
) -> Section | None:
    """Return the table and the parts; None without a set of criteria."""
    by_id = {criteria_set.id: criteria_set for criteria_set in context.criteria_sets}
    wanted = dict.fromkeys(options.sets or by_id)
    absent = [id_ for id_ in wanted if id_ not in by_id]
    sets = [(by_id[id_], requirements_of(context, by_id[id_])) for id_ in wanted if id_ in by_id]
    blocks: list[Block] = []
    if absent:
        text = ngettext(
            "This set of criteria is not in the documents: {names}.",
            "These sets of criteria are not in the documents: {names}.",
            len(absent),
            names=joined(absent),
        )
        blocks.append(Paragraph((Sentence(text),)))
    parts: list[Section] = []
    if sets:
        blocks.append(_table(context, section, sets))
        printed: set[str] = set()
        parts = [_set_part(context, section, *item, printed) for item in sets]
    return section_of(context, section, blocks, sections=parts)


# The table


def _table(
    context: BuildContext,
    section: ProfileSection,
    sets: list[tuple[CriteriaSet, tuple[Requirement, ...]]],
) -> Table:
    rows: list[tuple[Cell, ...]] = []
    spans: list[Span] = []
    for criteria_set, requirements in sets:
        if sets[1:]:
            spans.append(Span(len(rows), Sentence(context.words(criteria_set.title))))
        rows += [_row(context, requirement) for requirement in requirements]
    is_partial = context.is_partial
    columns = (
        _("Requirement"),
        _("Written"),
        _("Evidence"),
        _("Judged"),
        _("Not in the public documents") if is_partial else _("Missing"),
    )
    note = _(_PUBLIC_KEY if is_partial else _KEY)
    title = context.words(section.title)
    return Table(title, columns, tuple(rows), note, tuple(spans), hides_caption=True)


def _row(context: BuildContext, requirement: Requirement) -> tuple[Cell, ...]:
    evidence = requirement.evidence
    written = Cell(_("yes") if requirement.is_written else _("no"), note=_written(requirement))
    lines = [Cell(text) for text in _missing(requirement)] or [Cell(_("nothing"))]
    return (
        Cell(f"{requirement.criterion.code}. {_name(context, requirement)}"),
        written,
        Cell(_evidence_text(requirement), (evidence.profile.fact,), note=_newest(requirement)),
        _judged(context, requirement),
        attrs.evolve(lines[0], more=tuple(lines[1:])),
    )


def _name(context: BuildContext, requirement: Requirement) -> str:
    criterion = requirement.criterion
    return context.words(criterion.short_title or criterion.wording)


def _written(requirement: Requirement) -> str:
    """Return where anything is written, in small words."""
    priorities = len(requirement.priorities)
    parts = [requirement.edition.edition] if requirement.edition and requirement.is_answered else []
    if priorities:
        parts.append(
            ngettext("{number} priority of a plan", "{number} priorities of plans", priorities)
        )
    return "; ".join(parts)


def _evidence_text(requirement: Requirement) -> str:
    supporting, against, neither = requirement.evidence.counts
    parts = []
    if supporting:
        parts.append(_("{number} for it", number=supporting))
    if against:
        parts.append(_("{number} against it", number=against))
    if neither:
        parts.append(_("{number} without a side", number=neither))
    return ", ".join(parts) or _("none")


def _newest(requirement: Requirement) -> str:
    newest = requirement.evidence.profile.newest
    return _("newest {month}", month=month_name(newest)) if newest else ""


def _judged(context: BuildContext, requirement: Requirement) -> Cell:
    judgement = requirement.entry.judgement if requirement.entry else None
    if judgement is None:
        return Cell(_("not judged"))
    view = context.judgements.get(judgement.id)
    return Cell("", (view.fact,) if view else (), _mark(requirement))


def _mark(requirement: Requirement) -> Mark | None:
    """Return the judgement; by its id where its scale is not in the portfolio."""
    judgement = requirement.entry.judgement if requirement.entry else None
    if judgement is None:
        return None
    if requirement.scale is None or requirement.value is None:
        return Mark(judgement.value, "bar")
    return scale_mark(requirement.scale, requirement.value)


def _missing(requirement: Requirement) -> list[str]:
    return [_gap_text(gap) for gap in requirement.gaps]


def _gap_text(gap: Gap) -> str:
    if gap.kind == "answer":
        return ngettext(
            "an answer to {number} piece of evidence against it",
            "answers to {number} pieces of evidence against it",
            gap.number,
        )
    if gap.kind == "newer-evidence":
        return ngettext(
            "newer evidence for {number} piece that is out of date",
            "newer evidence for {number} pieces that are out of date",
            gap.number,
        )
    if gap.kind == "action":
        return ngettext(
            "an action for {number} area for development",
            "actions for {number} areas for development",
            gap.number,
        )
    return _(_GAPS[gap.kind])


# The parts


def _set_part(
    context: BuildContext,
    section: ProfileSection,
    criteria_set: CriteriaSet,
    requirements: tuple[Requirement, ...],
    printed: set[str],
) -> Section:
    """Return a set with what its readers must know, and a part for each requirement."""
    known = [requirement for requirement in requirements if _is_known(requirement)]
    parts = tuple(_part(context, section, requirement, printed) for requirement in known)
    sentences = [*_origin(context, criteria_set)]
    unknown = [item.criterion.code for item in requirements if not _is_known(item)]
    if unknown:
        text = ngettext(
            "There are no words and no evidence about requirement {codes}.",
            "There are no words and no evidence about requirements {codes}.",
            len(unknown),
            codes=joined(unknown),
        )
        sentences.append(Sentence(text))
    return Section(
        f"{section.id}-set-{criteria_set.id}",
        context.words(criteria_set.title),
        (Paragraph(tuple(sentences), "note"),),
        parts,
    )


def _is_known(requirement: Requirement) -> bool:
    return requirement.is_written or requirement.evidence.profile.count > 0


def _origin(context: BuildContext, criteria_set: CriteriaSet) -> Iterator[Sentence]:
    """Yield who publishes a set, which self-evaluation answers it, and its note and sources."""
    version = _("Version: {version}.", version=criteria_set.version) if criteria_set.version else ""
    yield Sentence(f"{criteria_set.publisher}.", label=_("Published by:"), note=version)
    edition = edition_of_set(context, criteria_set)
    if edition is None:
        yield Sentence(_("No self-evaluation answers this set."))
    else:
        yield Sentence(f"{context.words(edition.title)}.", label=_("Answered in:"))
    if criteria_set.note:
        yield Sentence(context.words(criteria_set.note))
    if criteria_set.sources:
        yield Sentence(f"{'; '.join(map(_source, criteria_set.sources))}.", label=_("From:"))


def _source(source: Source) -> str:
    """Return a source with who published it, when and where, as far as it says."""
    day = day_name(source.published_on) if source.published_on else None
    where = ", ".join(filter(None, (source.publisher, source.locator, day)))
    return f"{source.title} ({where})" if where else source.title


def _part(
    context: BuildContext, section: ProfileSection, requirement: Requirement, printed: set[str]
) -> Section:
    criterion = requirement.criterion
    written = tuple(requirement_written_sentences(context, requirement))
    evidence = tuple(requirement_evidence_sentences(context, requirement, printed))
    columns = (
        Column(_("What is written"), (Bullets(written or (Sentence(_("Nothing.")),)),)),
        Column(
            _("What evidence there is"), (Bullets(evidence or (Sentence(_("None is listed.")),)),)
        ),
    )
    blocks: list[Block] = [Columns(columns)]
    missing = tuple(Sentence(f"{text[:1].upper()}{text[1:]}.") for text in _missing(requirement))
    if missing and context.is_partial:
        blocks.append(Callout(_("Not in the public documents"), missing))
    elif missing:
        blocks.append(Callout(_("Missing"), missing, "important"))
    return Section(
        f"{section.id}-criterion-{criterion.id}",
        f"{criterion.code}. {context.words(criterion.wording)}",
        tuple(blocks),
        mark=_mark(requirement),
        note="" if requirement.entry and requirement.entry.judgement else _("Not judged"),
    )


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [
        SectionKind(
            "requirements", "What is written, known and missing", __doc__ or "", build,
            RequirementOptions,
        )
    ]  # fmt: skip
