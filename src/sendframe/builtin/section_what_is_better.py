"""What has got better, in the words of this report's readers.

What it shows
    What works well, what is changing and which difference it makes, as the newest edition says it.
    Beside a figure that has a name in these words: of every 100, how many it was and how many it is,
    and of whom. A figure whose newest value is not shown has no picture.

What it needs
    An edition of the self-evaluation whose statements are written for the readers of this report.

Where that is missing
    A statement that nobody wrote for these readers is left out.
"""

from collections.abc import Iterator

from sendframe.plugins import (
    Block,
    Bullets,
    Column,
    Columns,
    CriterionEntry,
    DifferenceMade,
    Icon,
    Image,
    NoOptions,
    Paragraph,
    Pictogram,
    Point,
    Section,
    SectionKind,
    Sentence,
    Text,
    amount,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    cited_results,
    section_of,
    trust_suffix,
    who_is_counted,
)

_HUNDRED = 100
_PICTURES = 2
"""So many figures are drawn, each with the figure before it."""


def build(context: BuildContext, section: ProfileSection, options: NoOptions) -> Section | None:  # noqa: ARG001  # none to choose
    """Return the statements, and pictures of the figures that got better; None without any."""
    entries = context.edition.entries if context.edition else ()
    items = tuple(
        Sentence(words, picture=picture)
        for entry in entries
        for words, picture in _statements(context, entry).items()
    )
    blocks: list[Block] = [Bullets(items)] if items else []
    pictures = tuple(_pictures(context, section.id))
    if pictures:
        blocks.append(Columns(pictures))
    return section_of(context, section, blocks)


def _statements(context: BuildContext, entry: CriterionEntry) -> dict[str, Icon | Image | None]:
    """Return the statements of an entry, each once, with its picture."""
    texts: tuple[Text | DifferenceMade, ...]
    texts = (*entry.working_well, *entry.changing, *entry.difference)
    statements: dict[str, Icon | Image | None] = {}
    for text in texts:
        words = context.own_words(text)
        if words:
            statements.setdefault(words, context.picture_of(text))
    return statements


def _pictures(context: BuildContext, prefix: str) -> Iterator[Column]:
    """Yield a column for each cited figure that has a name in these words and got better."""
    entries = context.edition.entries if context.edition else ()
    results = dict.fromkeys(
        result.indicator for entry in entries for result in cited_results(context, entry)
    )
    shown = 0
    for id_ in results:
        result = context.results[id_]
        title = context.own_words(context.indicators[id_].title)
        points = [point for point in result.points if point.sound is not None][-2:]
        are_shares = all(0 <= (point.sound or 0.0) <= _HUNDRED for point in points)
        better = result.reading is not None and result.reading.movement == "better"
        if title and better and result.unit == "percent" and are_shares and shown < _PICTURES:
            shown += 1
            blocks: list[Block] = [
                _pictogram(point, f"{prefix}-{id_}-{number}") for number, point in enumerate(points)
            ]
            if who := who_is_counted(context.indicators[id_]):
                of_whom = Sentence(f"{who}.", label=_("The 100 are:"))
                blocks.append(Paragraph((of_whom,), "note"))
            yield Column(title, tuple(blocks))


def _pictogram(point: Point, id_: str) -> Pictogram:
    filled = int(amount(point.sound or 0.0))
    return Pictogram(
        id=id_,
        title=_("{period}: {filled} out of 100", period=point.period, filled=filled)
        + trust_suffix(point),
        description=_("Of every 100, {filled}.", filled=filled),
        filled=filled,
        facts=(point.fact,),
    )


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("what-is-better", "What is better", __doc__ or "", build)]
