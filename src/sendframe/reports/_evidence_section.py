"""The section "How we know": evidence, figures, quotations, and evidence against."""

from collections.abc import Iterable

from sendframe.model import (
    CriterionEntry,
    Evidence,
    IndicatorResult,
    Sample,
    Voice,
    day_name,
    expired_on,
)
from sendframe.statistics import amount

from ._context import BuildContext
from ._phrase import NOTHING, change_cell, counted, latest_text
from ._report_model import Block, Bullets, Cell, Paragraph, Section, Sentence, Table

__all__ = ["evidence_section"]


def evidence_section(context: BuildContext, entry: CriterionEntry, id_: str) -> Section:
    """Return the evidence of an entry, its figures, quotations, and answers to contradictions."""
    items = context.evidence
    cited = [items[id_] for id_ in entry.evidence if id_ in items]
    evidence = [item for item in cited if isinstance(item, Evidence)]
    voices = [item for item in cited if isinstance(item, Voice)]
    blocks: list[Block] = []
    if evidence:
        blocks.append(_evidence_table(context, evidence, entry))
    figures = _figures_table(context, evidence)
    if figures is not None:
        blocks.append(figures)
    quotations = [sentence for voice in voices for sentence in _quotation(context, voice)]
    if quotations:
        blocks.append(Bullets(tuple(quotations)))
    answers = tuple(
        (Cell(_title(context, items[answer.evidence])), Cell(context.words(answer.answer)))
        for answer in entry.answers
        if answer.evidence in items
    )
    if answers:
        headings = ("What speaks against it", "What we say to that")
        blocks.append(Table("Evidence against it, answered", headings, answers))
    hidden = len(entry.evidence) - len(cited)
    if hidden:
        pieces = counted(hidden, "further piece of evidence is", "further pieces of evidence are")
        blocks.append(Paragraph((Sentence(f"{pieces} not published here."),)))
    if not blocks:
        blocks.append(Paragraph((Sentence("No evidence is listed."),)))
    return Section(id_, "How we know", tuple(blocks))


def _title(context: BuildContext, item: Evidence | Voice) -> str:
    if isinstance(item, Evidence):
        return context.words(item.title)
    return f"What {item.who.replace('-', ' ')} said"


def _evidence_table(
    context: BuildContext, evidence: Iterable[Evidence], entry: CriterionEntry
) -> Table:
    """Return the evidence in a table; an empty column is left out."""
    columns = ("Evidence", "What it says", "Date", "From", "Based on")
    rows = [_evidence_row(context, item, entry) for item in evidence]
    kept = [
        index
        for index in range(len(columns))
        if not index or any(row[index].text != NOTHING for row in rows)
    ]
    return Table(
        "The evidence cited",
        tuple(columns[index] for index in kept),
        tuple(tuple(row[index] for index in kept) for row in rows),
    )


def _evidence_row(context: BuildContext, item: Evidence, entry: CriterionEntry) -> tuple[Cell, ...]:
    kind = item.kind.replace("-", " ")
    title = f"{context.words(item.title)} ({kind})"
    claims = {entry.criterion, entry.judgement.id if entry.judgement else ""}
    if claims & set(item.contradicts):
        title += ": speaks against it"
    if item.expires_on and expired_on(item.expires_on, context.evaluation.as_at):
        title += f"; it could be relied on until {day_name(item.expires_on)}"
    return (
        Cell(title),
        Cell(context.words(item.summary) if item.summary else NOTHING),
        Cell(str(item.on) if item.on else NOTHING),
        Cell(item.source_body or NOTHING),
        Cell(_basis_text(item) or NOTHING),
    )


def _basis_text(item: Evidence) -> str:
    """Return the population and the sample of a piece of evidence, with their limits."""
    parts = [item.population] if item.population else []
    parts += _sample_texts(item.sample) if item.sample else []
    if item.kind == "survey" and (item.sample is None or item.sample.size is None):
        parts.append("how many answered is not known, so nothing is worked out from it")
    return "; ".join(parts)


def _sample_texts(sample: Sample) -> list[str]:
    texts = []
    if sample.size is not None:
        of = f" of {amount(sample.population)}" if sample.population is not None else ""
        texts.append(f"{amount(sample.size)}{of}")
    if sample.response_rate is not None:
        texts.append(f"{amount(sample.response_rate * 100)}% of those asked answered")
    texts += [sample.how_selected] if sample.how_selected else []
    if sample.self_selecting:
        texts.append("people chose to answer, so it does not speak for all")
    return texts


def _figures_table(context: BuildContext, evidence: Iterable[Evidence]) -> Table | None:
    """Return the latest figures behind evidence, each with the indicators it is shown with."""
    shown: dict[str, IndicatorResult] = {}
    for item in evidence:
        for id_ in item.indicators:
            result = context.results.get(id_)
            if result is not None and result.latest is not None:
                for key in (id_, *result.shown_with):
                    if key in context.results:
                        shown[key] = context.results[key]
    rows = [
        (
            Cell(result.title),
            Cell(latest_text(result, result.latest), (result.latest.fact,)),
            change_cell(result),
        )
        for result in shown.values()
        if result.latest is not None
    ]
    if not rows:
        return None
    note = "Change is from the period before. Figures that stand together are to be read together."
    columns = ("Figure", "Latest", "Change")
    return Table(f"The figures behind it: {context.area.name}", columns, tuple(rows), note)


def _quotation(context: BuildContext, voice: Voice) -> list[Sentence]:
    """Return who spoke, and their own words or else a summary."""
    when = f", {voice.on}" if voice.on else ""
    who = Sentence(f"{voice.who.replace('-', ' ').capitalize()}{when}:")
    texts = [text for text in (voice.words, voice.summary) if text is not None]
    return [who, Sentence(context.words(texts[0]), quoted=voice.words is not None)]
