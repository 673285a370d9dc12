"""Questions that families ask, each with a figure, what to expect, and what if not.

What it shows
    A card for each figure that has a question as its title in the words of this report's readers:
    how many of a hundred, with the counts; the figure before; the country's, where both are
    published; who is counted; what misleads, where it is written for these readers; what the law
    and the plan say; and what can be done where it is not kept. Duties come first.

What it needs
    Indicators whose title has a variant for these readers, with a figure; entitlements whose duty
    is the duty of the statutory standard of the indicator.

Where that is missing
    A question without a figure is named in a line and has no card. A card on a duty without a remedy
    says that the remedy is missing, and the report is a draft.

Source
    Children and Families Act 2014, section 32: advice and information for parents and young people.
"""

from collections import defaultdict
from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    Block,
    Column,
    Columns,
    Entitlement,
    FigureCard,
    Governance,
    Indicator,
    IndicatorResult,
    Paragraph,
    Pictogram,
    Point,
    Section,
    SectionKind,
    Sentence,
    amount,
    fault_by_code,
    hookimpl,
    overdue_on,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    MISSING,
    BuildContext,
    ProfileSection,
    country_comparison,
    counts_text,
    doubted,
    duty_level,
    ended,
    figure,
    joined,
    marked,
    moved_from,
    newer_sentence,
    once_a_report,
    section_of,
    target_sentence,
    typed_point,
    when_in_plain_words,
    who_is_counted,
    words_of_code,
)

_HUNDRED = 100
_OF_CARD, _OF_PICTURE = 150, 150
"""About so many letters take the space of a card's heading and of its picture."""


@attrs.frozen
class CardOptions:
    """Options of the section.

    Attributes:
        pictures: So many cards have a picture of a hundred figures, the first ones.
        variant: Variant of the title of an indicator that is its question, and of those of its caveats
            that are printed.
    """

    pictures: int = 2
    variant: str = "families"


def build(context: BuildContext, section: ProfileSection, options: CardOptions) -> Section | None:
    """Return the cards in two columns; None without any."""
    asked = [
        (question, indicator)
        for indicator in context.indicators.values()
        if indicator.id in context.results
        and (question := indicator.title.variants.get(options.variant))
    ]
    asked.sort(key=lambda pair: pair[1].statutory_standard is None)
    cards: list[FigureCard] = []
    unanswered: list[str] = []
    for question, indicator in asked:
        latest = context.results[indicator.id].latest
        if latest is None or latest.value is None:
            unanswered.append(marked(question))
            continue
        card = _card(context, marked(question), indicator, latest, options.variant)
        drawn = _picture(context, card, indicator, f"{section.id}-{indicator.id}")
        cards.append(attrs.evolve(card, chart=drawn if len(cards) < options.pictures else None))
    if not cards:
        return None
    columns = tuple(Column("", tuple(part)) for part in _halves(cards) if part)
    note = Paragraph(tuple(_remarks(unanswered)), "note")
    blocks: tuple[Block, ...] = (note, Columns(columns))
    return section_of(context, section, blocks)


def _halves(cards: list[FigureCard]) -> tuple[list[FigureCard], list[FigureCard]]:
    """Return the cards in two columns of about the same length."""
    lengths = [
        _OF_CARD
        + (_OF_PICTURE if card.chart else 0)
        + sum(len(item.text) for item in card.sentences)
        for card in cards
    ]
    total = sum(lengths)
    first = min(
        range(1, len(cards) + 1),
        key=lambda number: (abs(total - 2 * sum(lengths[:number])), number),
    )
    return cards[:first], cards[first:]


def _remarks(unanswered: list[str]) -> Iterator[Sentence]:
    yield Sentence(_("“Of 100” is rounded; the counts stand beside it."))
    if unanswered:
        names = joined(f"“{question}”" for question in unanswered)
        yield Sentence(_("No figure that may be shown: {names}.", names=names))


def _card(
    context: BuildContext, question: str, indicator: Indicator, latest: Point, variant: str
) -> FigureCard:
    result = context.results[indicator.id]
    sentences = (
        *_figures(context, result, latest),
        *_country(context, result),
        *_meaning(indicator, variant),
        *_what_to_expect(context, indicator, result),
    )
    return FigureCard(
        title=question,
        figure=_of_hundred(result, latest.value or 0.0),
        beside=f"{indicator.numerator or result.name}, {when_in_plain_words(latest.period)}",
        facts=(latest.fact,),
        sentences=sentences,
        picture=context.picture_of(indicator.title, variant),
        typed=typed_point(result, latest),
    )


def _picture(
    context: BuildContext, card: FigureCard, indicator: Indicator, id_: str
) -> Pictogram | None:
    """Return so many of a hundred as figures; None for what is no share, or contradicts itself."""
    result = context.results[indicator.id]
    value = result.latest.sound if result.latest else None
    if result.unit != "percent" or value is None or not 0 <= value <= _HUNDRED:
        return None
    title = f"{card.title} {card.figure}"
    return Pictogram(id_, title, f"{card.figure}.", int(amount(value)), facts=card.facts)


def _of_hundred(result: IndicatorResult, value: float) -> str:
    is_share = result.unit == "percent" and 0 <= value <= _HUNDRED
    return _("{value} of 100", value=amount(value)) if is_share else figure(result, value)


def _figures(context: BuildContext, result: IndicatorResult, latest: Point) -> Iterator[Sentence]:
    """Yield the counts and the figure before; that a figure contradicts itself; its source."""
    if latest.fault is not None:
        title = _(fault_by_code(latest.fault).title)
        yield Sentence(f"{title.capitalize()}.", (latest.fact,))
    elif result.indicator in doubted(context):
        yield Sentence(_("This figure may be wrong: it is to be checked."), (latest.fact,))
    now, before = counts_text(latest), moved_from(result)
    status = words_of_code(latest.status)
    source = ", ".join(filter(None, (context.indicators[result.indicator].publisher, status)))
    text, facts = f"{now}." if now else "", [latest.fact]
    if before is not None and before.value is not None:
        counts = counts_text(before)
        brackets = f" ({counts})" if counts else ""
        earlier = _(
            "Before, {period}: {value}{brackets}.",
            period=when_in_plain_words(before.period),
            value=_of_hundred(result, before.value),
            brackets=brackets,
        )
        text = f"{text} {earlier}"
        facts.append(before.fact)
    yield Sentence(text.strip(), tuple(facts), note=f"{source}.")
    newer = newer_sentence(context, result)
    if newer:
        yield newer


def _country(context: BuildContext, result: IndicatorResult) -> Iterator[Sentence]:
    comparison = country_comparison(context, result)
    is_published = context.indicators[result.indicator].series_status == "published"
    in_doubt = result.indicator in doubted(context)
    if comparison and comparison.value is not None and is_published and not in_doubt:
        value = _of_hundred(result, comparison.value)
        yield Sentence(
            _("In all of {title}: {value}.", title=comparison.title, value=value),
            (comparison.fact,),
        )


def _meaning(indicator: Indicator, variant: str) -> Iterator[Sentence]:
    """Yield who is counted, and what misleads about the figure."""
    who = who_is_counted(indicator)
    if who:
        yield Sentence(f"{who}.", label=_("Out of:"))
    caveats = (caveat.variants.get(variant) for caveat in indicator.caveats)
    yield from (Sentence(marked(caveat)) for caveat in caveats if caveat is not None)


@once_a_report
def _entitlements(context: BuildContext) -> dict[str, list[Entitlement]]:
    """Return the entitlements by duty: those of the law before the promises of the area."""
    documents = sorted(context.portfolio.of(Governance), key=lambda item: item.area is not None)
    by_duty: dict[str, list[Entitlement]] = defaultdict(list)
    for entitlement in (item for document in documents for item in document.entitlements):
        if entitlement.duty is not None:
            by_duty[entitlement.duty].append(entitlement)
    return by_duty


def _what_to_expect(
    context: BuildContext, indicator: Indicator, result: IndicatorResult
) -> Iterator[Sentence]:
    """Yield what the law says and the area promises, the aim, and what can be done if not."""
    standard = indicator.statutory_standard
    entitlements = _entitlements(context).get((standard.duty if standard else None) or "", [])
    expected = [item.statement for item in entitlements]
    if standard is not None and not expected:
        expected = [standard.statement]
    for number, statement in enumerate(expected):
        label = "" if number else _("What you can expect:")
        yield Sentence(ended(context.words(statement)), label=label)
    for target in result.targets:
        passed = overdue_on(target.due, context.evaluation.as_at)
        text = target_sentence(target, duty_level(context, result))
        if passed:
            text = " ".join((text, _("That date has passed.")))
        yield Sentence(text, (target.fact,))
    remedies = list(dict.fromkeys(remedy for item in entitlements for remedy in item.remedies))
    for number, remedy in enumerate(remedies):
        limit = context.words(remedy.time_limit).rstrip(".") if remedy.time_limit else ""
        label = "" if number else _("If not:")
        text = ended(context.words(remedy.statement))
        yield Sentence(text, label=label, note=f"{limit}." if limit else "")
    if standard is not None and not remedies:
        yield Sentence(_("what you can do if the law is not kept."), label=_(MISSING))


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    title = "Questions that families ask"
    return [SectionKind("question-cards", title, __doc__ or "", build, CardOptions)]
