"""What was revised, as sentences, as a table and as data."""

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import attrs

from sendframe.api import Revised
from sendframe.comparison import Revision, counted
from sendframe.documents import converter
from sendframe.evaluation import ScoreChange
from sendframe.model import Indicator, Observation, Refusal, Score, Value, period_text
from sendframe.statistics import amount

from ._escape import visible

__all__ = ["Names", "csv_lines", "data_of", "text_lines"]

_MOST_DECIMALS = 3
_HEADER = (
    "indicator,area,area_name,period_kind,period,dimensions,kind,whole_period,old_value,old_symbol,"
    "old_numerator,old_denominator,old_release,new_value,new_symbol,new_numerator,new_denominator,"
    "new_release,difference"
)


@attrs.frozen
class Names:
    """What indicators and areas are called, and how their figures are printed.

    Attributes:
        indicators: What is known of indicators, by id.
        areas: Name of each area by code.
    """

    indicators: dict[str, Indicator]
    areas: dict[str, str]

    def indicator(self, id_: str) -> str:
        """Return what an indicator is called; its id where that is not known."""
        known = self.indicators.get(id_)
        return id_ if known is None else str(known.title)

    def place(self, found: Revision) -> str:
        """Return which figure it is."""
        parts = [self.areas.get(found.area, found.area), str(found.period)]
        parts += [f"{key} {value}" for key, value in sorted(found.dimensions.items())]
        return ", ".join(parts)

    def figure(self, figure: Observation | None) -> str:
        """Return a figure with its counts, or what stands in its place."""
        if figure is None:
            return "nothing"
        known = self.indicators.get(figure.indicator)
        said = str(figure.symbol)
        if figure.value is not None:
            unit = None if known is None else known.unit_text
            said = amount(figure.value, self._decimals(figure.value, known), unit)
        if figure.numerator is not None and figure.denominator is not None:
            said += f" ({amount(figure.numerator)} of {amount(figure.denominator)})"
        return said

    def difference(self, found: Revision) -> str:
        """Return by how much a figure is another; nothing where that cannot be said."""
        by, known = found.difference, self.indicators.get(found.indicator)
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


def _line(found: Revision, names: Names) -> str:
    old, new = names.figure(found.old), names.figure(found.new)
    said = {
        "restated": f"{old} became {new}{names.difference(found)}",
        "withdrawn": f"{old}; now {new}",
        "relabelled": f"{old} became {new}; there is no figure",
        "added": f"{new}; before {old}",
    }[found.kind]
    return f"  {found.kind}: {names.place(found)}: {said}"


def _count(found: Iterable[Revision]) -> str:
    said = ", ".join(f"{number} {kind}" for kind, number in counted(found))
    return said or "nothing revised"


def _total(found: Iterable[Revision]) -> str:
    """Return how many figures were revised, those of periods that one release holds alone apart."""
    revisions = list(found)
    alone = [each for each in revisions if each.whole_period]
    both = _count(each for each in revisions if not each.whole_period)
    return f"{both}; of periods that one release holds alone, {_count(alone)}" if alone else both


def text_lines(made: Revised, names: Names) -> Iterator[str]:
    """Yield what was revised, indicator by indicator, and the scores that differ."""
    for id_, group in groupby(made.revisions, key=lambda each: each.indicator):
        found = list(group)
        yield f"{names.indicator(id_)}: {_count(found)}"
        yield from (_line(each, names) for each in found if not each.whole_period)
        whole = [each for each in found if each.whole_period]
        for (kind, period), all_of in groupby(whole, key=lambda each: (each.kind, each.period)):
            number = len(list(all_of))
            which = "new" if kind == "added" else "old"
            figures = "1 figure" if number == 1 else f"{number} figures"
            yield f"  {kind}: {period}, which only the {which} release holds: {figures}"
    yield f"Figures: {_total(made.revisions)}."
    if made.effects is None:
        return
    yield from (_effect(each) for each in made.effects)
    number = len(made.effects)
    yield f"Scores that differ: {number or 'none'}."


def _effect(found: ScoreChange) -> str:
    return (
        f"{found.title}, {found.rule} ({found.kind}): "
        f"{_verdict(found.before)} → {_verdict(found.after)}"
    )


def _verdict(said: Score | Refusal | None) -> str:
    if said is None:
        return "not asked"
    if isinstance(said, Score):
        return f"{said.label}: {said.statement}"
    return f"not scored: {said.reason}"


def csv_lines(made: Revised, names: Names) -> Iterator[str]:
    """Yield a header and a line a revision; numbers are not rounded."""
    yield _HEADER
    for each in made.revisions:
        row = io.StringIO()
        parts = " ".join(f"{key}={value}" for key, value in sorted(each.dimensions.items()))
        cells = [
            each.indicator,
            each.area,
            names.areas.get(each.area, ""),
            each.period.kind,
            period_text(each.period),
            parts,
            each.kind,
            "true" if each.whole_period else "false",
            *_cells(each.old),
            *_cells(each.new),
            _number(each.difference),
        ]
        csv.writer(row, lineterminator="").writerow([visible(cell) for cell in cells])
        yield row.getvalue()


def _cells(figure: Observation | None) -> list[str]:
    if figure is None:
        return [""] * 5
    counts = [_number(figure.numerator), _number(figure.denominator)]
    return [_number(figure.value), figure.symbol or "", *counts, figure.release or ""]


def _number(value: float | None) -> str:
    return "" if value is None else repr(value)


def data_of(made: Revised, names: Names) -> dict[str, Any]:
    """Return everything as data, whose keys are API."""
    effects = made.effects
    return {
        "counts": dict(counted(made.revisions)),
        "revisions": [
            {
                "kind": each.kind,
                "indicator": each.indicator,
                "area": each.area,
                "area_name": names.areas.get(each.area),
                "period": _plain(each.period),
                "dimensions": dict(sorted(each.dimensions.items())),
                "old": None if each.old is None else _plain(each.old),
                "new": None if each.new is None else _plain(each.new),
                "difference": each.difference,
                "whole_period": each.whole_period,
            }
            for each in made.revisions
        ],
        "effects": None if effects is None else [_effect_data(each) for each in effects],
        "not_yet_published": [each.id for each in made.late],
    }


def _effect_data(found: ScoreChange) -> dict[str, Any]:
    data = attrs.asdict(found, recurse=False)
    for side in ("before", "after"):
        said = getattr(found, side)
        data[side] = None if said is None else _plain(said)
    return data


def _plain(value: Value) -> Any:
    return converter().unstructure(value)
