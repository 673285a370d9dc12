"""How an edition knows what it says: evidence, figures, what people said, what speaks against it."""

from collections.abc import Iterable

from sendframe.model import CriterionEntry, Evidence, IndicatorResult, Sample, Voice, expired_on
from sendframe.statistics import amount

from ._context import NOTHING, BuildContext, counted, counts, day, figure
from ._model import Block, Bullets, Cell, Paragraph, Section, Sentence, Table

__all__ = ["known"]


def known(context: BuildContext, entry: CriterionEntry, id_: str) -> Section:
    """Return how it is known: evidence, figures, what people said, and what speaks against it."""
    held = context.items
    cited = [held[id_] for id_ in entry.evidence if id_ in held]
    evidence = [each for each in cited if isinstance(each, Evidence)]
    voices = [each for each in cited if isinstance(each, Voice)]
    blocks: list[Block] = []
    if evidence:
        blocks.append(_cited(context, evidence, entry))
    figures = _figures(context, evidence)
    if figures is not None:
        blocks.append(figures)
    quotes = [sentence for each in voices for sentence in _quote(context, each)]
    if quotes:
        blocks.append(Bullets(tuple(quotes)))
    against = [
        (Cell(_title(context, held[each.evidence])), Cell(context.words(each.answer)))
        for each in entry.answers
        if each.evidence in held
    ]
    if against:
        headings = ("What speaks against it", "What we say to that")
        blocks.append(Table("Evidence against it, answered", headings, tuple(against)))
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


def _cited(context: BuildContext, evidence: Iterable[Evidence], entry: CriterionEntry) -> Table:
    """Return the evidence in a table; a column in which nothing is said is left out."""
    columns = ("Evidence", "What it says", "Date", "From", "Based on")
    rows = [_evidence_row(context, each, entry) for each in evidence]
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
        title += f"; it could be relied on until {day(item.expires_on)}"
    return (
        Cell(title),
        Cell(context.words(item.summary) if item.summary else NOTHING),
        Cell(str(item.on) if item.on else NOTHING),
        Cell(item.source_body or NOTHING),
        Cell(_base(item) or NOTHING),
    )


def _base(item: Evidence) -> str:
    """Say whom evidence rests on; of those who chose to answer, that nothing is worked out."""
    said = [item.population] if item.population else []
    said += _sample(item.sample) if item.sample else []
    if item.kind == "survey" and (item.sample is None or item.sample.size is None):
        said.append("how many answered is not known, so nothing is worked out from it")
    return "; ".join(said)


def _sample(sample: Sample) -> list[str]:
    said = []
    if sample.size is not None:
        of = f" of {amount(sample.population)}" if sample.population is not None else ""
        said.append(f"{amount(sample.size)}{of}")
    if sample.response_rate is not None:
        said.append(f"{amount(sample.response_rate * 100)}% of those asked answered")
    said += [sample.how_selected] if sample.how_selected else []
    if sample.self_selecting:
        said.append("people chose to answer, so it does not speak for all")
    return said


def _figures(context: BuildContext, evidence: Iterable[Evidence]) -> Table | None:
    """Return the figures that evidence rests on, each with those it must not stand without."""
    wanted: dict[str, IndicatorResult] = {}
    for id_ in (each for item in evidence for each in item.indicators):
        result = context.results.get(id_)
        if result is not None and result.latest is not None:
            wanted[id_] = result
            wanted |= {
                each: context.results[each]
                for each in result.shown_with
                if each in context.results and context.results[each].latest is not None
            }
    rows = [_figure_row(each) for each in wanted.values()]
    if not rows:
        return None
    note = "Change is from the period before. Figures that stand together are to be read together."
    columns = ("Figure", "Latest", "Change")
    return Table(f"The figures behind it: {context.area.name}", columns, tuple(rows), note)


def _figure_row(result: IndicatorResult) -> tuple[Cell, ...]:
    latest = result.latest
    assert latest is not None  # noqa: S101  # those without were left out
    beside = counts(latest)
    said = f"{figure(result, latest)}{f' ({beside})' if beside else ''}, {latest.period}"
    change = Cell(NOTHING, number=True)
    if result.change is not None:
        by = amount(result.change.amount, result.decimals)
        sign = "+" if result.change.amount > 0 else ""
        unit = " points" if result.unit == "percent" else ""
        change = Cell(f"{sign}{by}{unit}".replace("-", "−"), (result.change.fact,), number=True)
    return Cell(result.title), Cell(said, (latest.fact,)), change


def _quote(context: BuildContext, voice: Voice) -> list[Sentence]:
    """Return what somebody said: in their own words where there are any, else in a summary."""
    when = f", {voice.on}" if voice.on else ""
    who = Sentence(f"{voice.who.replace('-', ' ').capitalize()}{when}:")
    said = [each for each in (voice.words, voice.summary) if each is not None]
    return [who, Sentence(context.words(said[0]), quoted=voice.words is not None)]
