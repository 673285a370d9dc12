"""Print revisions of figures as text, as CSV and as JSON."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from textwrap import indent
from typing import Any

import attrs

from sendframe.api import RevisionResult
from sendframe.documents import converter
from sendframe.editions import Revision, count_by_kind
from sendframe.evaluation import ScoreChange
from sendframe.figures import Fault
from sendframe.language import joined
from sendframe.model import Indicator, Observation, Refusal, Score, Value, period_text
from sendframe.statistics import amount

from ._escape import json_text, visible

__all__ = ["FigureText", "csv_lines", "json_parts", "text_lines"]

_MOST_DECIMALS = 3
_HEADER = (
    "indicator,area,area_name,period_kind,period,dimensions,kind,whole_period,old_value,old_symbol,"
    "old_numerator,old_denominator,old_release,new_value,new_symbol,new_numerator,new_denominator,"
    "new_release,difference,old_fault,new_fault,old_doubts,new_doubts"
)


@attrs.frozen
class FigureText:
    """Formats figures with the names of their indicators and areas.

    Attributes:
        indicators: The known indicators, by id.
        areas: Name of each area by code.
    """

    indicators: dict[str, Indicator]
    areas: dict[str, str]

    def indicator(self, id_: str) -> str:
        """Return the title of an indicator; its id if it is unknown."""
        known = self.indicators.get(id_)
        return id_ if known is None else str(known.title)

    def place(self, revision: Revision) -> str:
        """Return area, period and dimensions of a revision."""
        parts = [self.areas.get(revision.area, revision.area), str(revision.period)]
        parts += [f"{key} {value}" for key, value in sorted(revision.dimensions.items())]
        return ", ".join(parts)

    def figure(
        self, figure: Observation | None, fault: Fault | None, doubts: tuple[str, ...]
    ) -> str:
        """Return a figure with its counts, its fault and its doubts, or its symbol."""
        if figure is None:
            return "nothing"
        known = self.indicators.get(figure.indicator)
        text = str(figure.symbol)
        if figure.value is not None:
            unit = None if known is None else known.unit_text
            text = amount(figure.value, self._decimals(figure.value, known), unit)
        if figure.numerator is not None and figure.denominator is not None:
            text += f" ({amount(figure.numerator)} of {amount(figure.denominator)})"
        if fault is not None:
            text += f" ({fault.title})"
        return f"{text} (in doubt: {joined(doubts)})" if doubts else text

    def difference(self, revision: Revision) -> str:
        """Return the difference of a revision in brackets; empty if there is none."""
        by, known = revision.difference, self.indicators.get(revision.indicator)
        if by is None:
            return ""
        unit = None
        if known is not None:
            unit = "percentage points" if known.unit == "percent" else known.unit_text
        sign = "+" if by > 0 else ""
        return f" ({sign}{amount(by, self._decimals(by, known), unit)})"

    @staticmethod
    def _decimals(value: float, known: Indicator | None) -> int:
        if known is not None:
            return known.decimals
        return 0 if value.is_integer() else _MOST_DECIMALS


def _line(revision: Revision, figure_text: FigureText) -> str:
    old = figure_text.figure(revision.old, revision.old_fault, revision.old_doubts)
    new = figure_text.figure(revision.new, revision.new_fault, revision.new_doubts)
    text = {
        "restated": f"{old} became {new}{figure_text.difference(revision)}",
        "withdrawn": f"{old}; now {new}",
        "relabelled": f"{old} became {new}; there is no figure",
        "added": f"{new}; before {old}",
    }[revision.kind]
    return f"  {revision.kind}: {figure_text.place(revision)}: {text}"


def _count(revisions: Iterable[Revision]) -> str:
    counts = ", ".join(f"{number} {kind}" for kind, number in count_by_kind(revisions))
    return counts or "nothing revised"


def _total(revised: Iterable[Revision]) -> str:
    """Return the number of revisions, with periods of only one release counted separately."""
    revisions = list(revised)
    alone = [revision for revision in revisions if revision.whole_period]
    shared = _count(revision for revision in revisions if not revision.whole_period)
    return f"{shared}; of periods in only one release, {_count(alone)}" if alone else shared


def text_lines(made: RevisionResult, figure_text: FigureText) -> Iterator[str]:
    """Yield the revisions of each indicator, and the scores that differ."""
    for id_, group in groupby(made.revisions, key=lambda revision: revision.indicator):
        revisions = list(group)
        yield f"{figure_text.indicator(id_)}: {_count(revisions)}"
        yield from (
            _line(revision, figure_text) for revision in revisions if not revision.whole_period
        )
        whole_periods = [revision for revision in revisions if revision.whole_period]
        for (kind, period), all_of in groupby(
            whole_periods, key=lambda revision: (revision.kind, revision.period)
        ):
            number = len(list(all_of))
            which = "new" if kind == "added" else "old"
            figures = "1 figure" if number == 1 else f"{number} figures"
            yield f"  {kind}: {period}, only in the {which} release: {figures}"
    yield f"Figures: {_total(made.revisions)}."
    yield from _not_compared(made, figure_text)
    if made.effects is None:
        return
    yield from (_effect(effect) for effect in made.effects)
    number = len(made.effects)
    yield f"Scores that differ: {number or 'none'}."


def _not_compared(made: RevisionResult, figure_text: FigureText) -> Iterator[str]:
    """Yield what only one of the releases covers, a line each."""
    for part in made.not_compared:
        if part.indicator is None:
            what = figure_text.areas.get(part.name, part.name)
        else:
            what = f"{figure_text.indicator(part.indicator)} by {part.name}"
        figures = "1 figure" if part.figures == 1 else f"{part.figures:,} figures"
        yield f"Not compared: {what}, only in the {part.release} release: {figures}."


def _effect(effect: ScoreChange) -> str:
    return (
        f"{effect.title}, {effect.rule} ({effect.kind}): "
        f"{_verdict(effect.before)} → {_verdict(effect.after)}"
    )


def _verdict(result: Score | Refusal | None) -> str:
    if result is None:
        return "not asked"
    if isinstance(result, Score):
        return f"{result.label}: {result.statement}"
    return f"not scored: {result.reason}"


def csv_lines(made: RevisionResult, figure_text: FigureText) -> Iterator[str]:
    """Yield a header and a line for each revision; numbers are not rounded."""
    yield _HEADER
    for revision in made.revisions:
        row = io.StringIO()
        parts = " ".join(f"{key}={value}" for key, value in sorted(revision.dimensions.items()))
        cells = [
            revision.indicator,
            revision.area,
            figure_text.areas.get(revision.area, ""),
            revision.period.kind,
            period_text(revision.period),
            parts,
            revision.kind,
            "true" if revision.whole_period else "false",
            *_cells(revision.old),
            *_cells(revision.new),
            _number(revision.difference),
            _code(revision.old_fault) or "",
            _code(revision.new_fault) or "",
            " ".join(revision.old_doubts),
            " ".join(revision.new_doubts),
        ]
        csv.writer(row, lineterminator="").writerow([visible(cell) for cell in cells])
        yield row.getvalue()


def _cells(figure: Observation | None) -> list[str]:
    if figure is None:
        return [""] * 5
    counts = [_number(figure.numerator), _number(figure.denominator)]
    return [_number(figure.value), figure.symbol or "", *counts, figure.release or ""]


def _code(fault: Fault | None) -> str | None:
    return None if fault is None else fault.code


def _number(value: float | None) -> str:
    return "" if value is None else repr(value)


def json_parts(
    head: Mapping[str, Any], made: RevisionResult, figure_text: FigureText
) -> Iterator[str]:
    """Yield everything as JSON, a revision at a time; the keys are API.

    All revisions together would take many times the memory of the figures.

    Args:
        head: What comes first.
        made: The revisions.
        figure_text: The names of indicators and areas.
    """
    effects, no_revisions = made.effects, '"revisions": []'
    frame = {
        **head,
        "counts": dict(count_by_kind(made.revisions)),
        "revisions": [],
        "effects": None if effects is None else [_effect_data(effect) for effect in effects],
        "not_compared": [attrs.asdict(part) for part in made.not_compared],
        "not_yet_published": [release.id for release in made.late],
    }
    before, key, after = json_text(frame).partition(no_revisions)  # no text has a bare quote
    if not made.revisions:
        yield f"{before}{key}{after}"
        return
    yield f'{before}"revisions": ['
    for number, revision in enumerate(made.revisions):
        text = indent(json_text(_revision_data(revision, figure_text)).rstrip("\n"), " " * 4)
        yield f"{',' if number else ''}\n{text}"
    yield f"\n  ]{after}"


def _revision_data(revision: Revision, figure_text: FigureText) -> dict[str, Any]:
    return {
        "kind": revision.kind,
        "indicator": revision.indicator,
        "area": revision.area,
        "area_name": figure_text.areas.get(revision.area),
        "period": _plain(revision.period),
        "dimensions": dict(sorted(revision.dimensions.items())),
        "old": None if revision.old is None else _plain(revision.old),
        "new": None if revision.new is None else _plain(revision.new),
        "difference": revision.difference,
        "whole_period": revision.whole_period,
        "old_fault": _code(revision.old_fault),
        "new_fault": _code(revision.new_fault),
        "old_doubts": list(revision.old_doubts),
        "new_doubts": list(revision.new_doubts),
    }


def _effect_data(effect: ScoreChange) -> dict[str, Any]:
    data = attrs.asdict(effect, recurse=False)
    for side in ("before", "after"):
        result = getattr(effect, side)
        data[side] = None if result is None else _plain(result)
    return data


def _plain(value: Value) -> Any:
    return converter().unstructure(value)
