"""What got worse, what got better, and what to watch.

What it shows
    Columns of figures in large type: worse, behind others, better, to watch, growing. Within a
    column, changes beyond random variation come first, then those further from their target. A
    figure that got worse and stands alone is shown with its chart. The last column has the words of
    a young person, where they agreed to that.

What it needs
    Two figures that may be compared, or one with a benchmark, and a direction that is better.

Where that is missing
    The column is left out.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    N_,
    Block,
    Column,
    Columns,
    FigureCard,
    IndicatorResult,
    Mark,
    Paragraph,
    Section,
    SectionKind,
    Sentence,
    Tone,
    Voice,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    annex_link,
    companion_changes,
    country_sentence,
    duty_level,
    from_sentence,
    moved_from,
    movements,
    place_among,
    point_text,
    section_of,
    spark,
    target_sentence,
    trend_chart,
    typed_point,
)

_SHORT = 18
_ORDER = ("worse", "behind", "better", "ahead", "watch", "growing")
_HEADINGS: dict[str, tuple[str, str, Tone]] = {
    "worse": (N_("Worse"), "triangle", "worse"),
    "behind": (N_("Behind others"), "triangle", "worse"),
    "better": (N_("Better"), "circle", "better"),
    "ahead": (N_("Ahead of others"), "circle", "better"),
    "watch": (N_("Not moving, or to watch"), "diamond", "between"),
    "growing": (N_("Growing or shrinking"), "bar", "neutral"),
}


@attrs.frozen
class Caps:
    """How many figures a column has at most.

    Attributes:
        worse: That got worse, or are behind others.
        better: That got better, or are ahead of others.
        watch: To watch, or growing.
    """

    worse: int = 2
    better: int = 3
    watch: int = 2


def build(context: BuildContext, section: ProfileSection, options: Caps) -> Section | None:
    """Return the columns; None without any."""
    moved = movements(context)
    caps = {"worse": options.worse, "behind": options.worse, "better": options.better}
    groups = {
        name: getattr(moved, name)[
            : caps.get(name, options.better if name == "ahead" else options.watch)
        ]
        for name in _ORDER
    }
    if groups["watch"]:
        groups["growing"] = ()
    kept = {name: results for name, results in groups.items() if results}
    quote = _young_words(context)
    blocks: list[Block] = []
    if len(kept.get("worse", ())) == 1:
        only = kept.pop("worse")[0]
        bad = _bad_news(context, only, kept.pop("behind", ()))
        blocks.append(Columns((bad, Column("", (trend_chart(context, only),))), widths=(3, 2)))
    columns = [_column(context, name, results) for name, results in kept.items()]
    if quote is not None and columns:
        last = columns[-1]
        columns[-1] = attrs.evolve(last, blocks=(*last.blocks, quote))
    elif quote is not None:
        blocks.append(quote)
    if columns:
        blocks.append(Columns(tuple(columns)))
    return section_of(context, section, blocks, title="")


def _column(context: BuildContext, name: str, results: tuple[IndicatorResult, ...]) -> Column:
    words, shape, tone = _HEADINGS[name]
    title = _(words)
    cards = tuple(_card(context, result, name, tone) for result in results)
    return Column(title, cards, Mark(title, shape, tone))


def _bad_news(
    context: BuildContext, only: IndicatorResult, behind: tuple[IndicatorResult, ...]
) -> Column:
    """Return the only figure that got worse above those that are behind others."""
    worse = _column(context, "worse", (only,))
    if not behind:
        return worse
    others = _column(context, "behind", behind)
    title = _("Worse, or behind others")
    mark = Mark(title, "triangle", "worse")
    return Column(title, (*worse.blocks, *others.blocks), mark)


def _card(context: BuildContext, result: IndicatorResult, group: str, tone: Tone) -> FigureCard:
    latest = result.latest
    value = point_text(result, latest)
    facts = [latest.fact] if latest else []
    if result.change is not None:
        facts.append(result.change.fact)
    has_series = sum(point.value is not None for point in result.points) > 1
    return FigureCard(
        title=result.name,
        figure=value,
        facts=tuple(facts),
        sentences=tuple(_sentences(context, result, group)),
        chart=spark(context, result, prefix="card") if has_series else None,
        tone=tone,
        link=annex_link(context, result.indicator),
        typed=typed_point(result, latest) if latest else None,
    )


def _sentences(context: BuildContext, result: IndicatorResult, group: str) -> Iterator[Sentence]:
    """Yield what there is to say, one thing a sentence."""
    ends = tuple(point.fact for point in (moved_from(result), result.latest) if point)
    yield Sentence(from_sentence(result), ends)
    companions = tuple(companion_changes(context, result)) if group == "worse" else ()
    if companions:
        text = "; ".join(companion.text for companion in companions)
        facts = tuple(fact for companion in companions for fact in companion.facts)
        yield Sentence(f"{text[:1].upper()}{text[1:]}.", facts)
    country = country_sentence(context, result)
    if country:
        yield country
    place = place_among(context, result)
    if place is not None:
        yield Sentence(place.sentence(context.area.name), (place.fact,))
    for target in result.targets[:1]:
        yield Sentence(target_sentence(target, duty_level(context, result)), (target.fact,))
    if group in ("worse", "behind"):
        short = (caveat for caveat in result.caveats if len(caveat.split()) <= _SHORT)
        yield from (Sentence(caveat) for caveat in [*short][:1])


def _young_words(context: BuildContext) -> Paragraph | None:
    """Return the newest words of a child or young person that this report may print."""
    voices = [
        item
        for item in context.evidence.values()
        if isinstance(item, Voice) and item.words and item.who == "children-and-young-people"
    ]
    newest = max(
        voices,
        key=lambda voice: (voice.on.last_day.toordinal() if voice.on else 0, voice.id),
        default=None,
    )
    if newest is None or newest.words is None:
        return None
    note = _("A young person, {on}", on=newest.on) if newest.on else _("A young person")
    words = Sentence(f"“{newest.words}”", quoted=True, note=note)
    return Paragraph((words,))


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [
        SectionKind("movements", "What got worse and what got better", __doc__ or "", build, Caps)
    ]
