"""The text alternatives of charts of a series: its ends, its breaks, and the levels beside it."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from sendframe.language import gettext as _
from sendframe.model import IndicatorResult

from ._chart_model import ChartPoint, ReferenceLine
from ._context import BuildContext
from ._figure_words import moved_from
from ._phrase import figure_text

__all__ = ["level_sentence", "series_description", "words_beside_figure"]

_SEVERAL = 2


def series_description(
    context: BuildContext,
    result: IndicatorResult,
    points: Sequence[ChartPoint],
    lines: Sequence[ReferenceLine],
) -> str:
    """Return the text alternative: the ends of the series, its breaks, and the levels."""
    parts = [f"{result.title}, {context.area.name}"]
    known = [point for point in result.points if point.value is not None]
    ends = dict.fromkeys((0, len(known) - 1)) if known else {}
    figures = [f"{figure_text(result, known[at])} {known[at].period.phrase}" for at in ends]
    shown = ", ".join(figures) or _("no figure")
    parts[0] += f": {shown}."
    levels = map(level_sentence, lines)
    return " ".join((*parts, *_break_sentences(points), *levels))


def _break_sentences(points: Sequence[ChartPoint]) -> list[str]:
    """Return where a series may not be compared with what was before, and why; and where it gaps.

    Where that is so more than twice for one reason, such as between terms, it is said once.
    """
    broken = [(before, point) for before, point in pairwise(points) if not point.follows]
    times = Counter(point.why_not for _before, point in broken)
    sentences = [_break_sentence(before, point, times[point.why_not]) for before, point in broken]
    return list(dict.fromkeys(sentences))


def _break_sentence(before: ChartPoint, point: ChartPoint, times: int) -> str:
    """Return what parts a figure from the one before; *times* is how often the same reason does."""
    if not point.why_not:
        return _(
            "There is no figure between {before} and {label}.",
            before=before.label,
            label=point.label,
        )
    if times > _SEVERAL:
        return _(
            "{number} of its figures are not comparable with the one before: {why_not}.",
            number=times,
            why_not=point.why_not,
        )
    return _(
        "{label} is not comparable with what was before: {why_not}.",
        label=point.label,
        why_not=point.why_not,
    )


def level_sentence(line: ReferenceLine) -> str:
    """Return a target, or a benchmark with both ends of its past, as a sentence."""
    past = [point for point in line.past if point.value is not None]
    if line.kind == "target":
        return f"{line.label}."
    if len(past) > 1:
        first, last = past[0], past[-1]
        return f"{line.label}: {first.text} ({first.label}), {last.text} ({last.label})."
    return f"{line.label}: {line.text}."


def words_beside_figure(
    context: BuildContext, result: IndicatorResult, points: Sequence[ChartPoint]
) -> str:
    """Return the text alternative of a series beside which its latest figure is printed.

    That figure is not repeated, nor is the one that it is compared with.
    """
    known = [point for point in result.points if point.value is not None]
    text = f"{result.title}, {context.area.name}"
    if known and known[0] not in (known[-1], moved_from(result)):
        begun = f"{figure_text(result, known[0])} {known[0].period.phrase}"
        text = _(
            "{title}: {figure}; up to {period}.", title=text, figure=begun, period=known[-1].period
        )
    elif known:
        first, last = str(known[0].period), str(known[-1].period)
        span = first if first == last else _("{first} to {last}", first=first, last=last)
        text += f": {span}."
    else:
        text += f": {_('no figure')}."
    return " ".join((text, *_break_sentences(points)))
