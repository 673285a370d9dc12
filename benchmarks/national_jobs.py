"""Jobs on the figures of a whole country: 153 areas, 10 years and 60 indicators."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from benchmarks.make_national import Country, make_country, rows_of
from benchmarks.measure import Effort, in_turns
from benchmarks.peer_national import Tables, national_loop
from benchmarks.rows import Row, row_of
from sendframe.api import evaluate_areas
from sendframe.evaluation import AreaEvaluation
from sendframe.model import Observation, Observations, Origin

__all__ = ["from_columns", "from_figures", "loop", "national_rows", "same_tables"]

DAY = date(2026, 1, 31)
ORIGIN = Origin()
PEER = "loop over figures, one by one"


def national_rows(effort: Effort) -> Iterator[Row]:
    """Measure a national evaluation, from figures and from columns."""
    country = make_country(years=2, indicators=4) if effort.calls == 1 else make_country()
    figures = country.figures()
    expected = loop(country, figures)
    assert same_tables(from_figures(country, figures), expected)
    pair = in_turns(
        partial(from_figures, country, figures), partial(loop, country, figures), effort
    )
    yield row_of("National evaluation", PEER, pair, 0.7)
    pair = in_turns(partial(from_columns, country), partial(loop_from_columns, country), effort)
    yield row_of("National evaluation from columns", PEER, pair)


def from_figures(country: Country, figures: list[Observation]) -> AreaEvaluation:
    """Make columns of figures that are there one by one, and evaluate them."""
    table = Observations.of(rows_of(figures, ORIGIN), (country.meta,))
    return _evaluated(country, table)


def from_columns(country: Country) -> AreaEvaluation:
    """Check every rule of columns that came from elsewhere, and evaluate them."""
    return _evaluated(country, country.table())


def loop(country: Country, figures: list[Observation]) -> Tables:
    """Evaluate figures in a loop."""
    kinds = {area.code: area.kind for area in country.meta.areas}
    return national_loop(figures, country.indicators, kinds, country.neighbours)


def loop_from_columns(country: Country) -> Tables:
    """Make a frozen value of each row of the columns, and evaluate them in a loop."""
    return loop(country, country.figures())


def same_tables(ours: AreaEvaluation, theirs: Tables) -> bool:
    """Say whether both found the same, to the last bit."""
    tables: dict[str, Any] = {
        "standings": ours.standings,
        "averages": ours.averages,
        "limits": ours.limits,
    }
    return all(
        repr(list(zip(*table.columns, strict=True))) == repr(theirs[name])
        for name, table in tables.items()
    )


def _evaluated(country: Country, table: Observations) -> AreaEvaluation:
    return evaluate_areas(table, country.indicators, as_at=DAY, neighbours=country.neighbours)
