"""The figures of a table that count on one day: selection, rates, faults, comparability, benchmarks.

All of this is decided here, for one area and for all. No other package selects rows, computes a
rate or decides which figures may be compared.
"""

from ._benchmark import METHODS, BenchmarkFigure, BenchmarkSeries, benchmark_series
from ._comparability import (
    NotComparable,
    NotComparableCode,
    is_one_year_earlier,
    why_not_comparable,
    why_periods_not_comparable,
    why_points_not_comparable,
    why_target_not_comparable,
)
from ._doubt import DOUBTS, power_of_ten, slips_beside, slips_in_series, totals_to_date
from ._doubted_rows import Comparators, doubted_rows, row_doubts
from ._fault import FAULTS, Fault, fault_by_code, find_faults
from ._figure import TOTAL, Figure
from ._figures import Figures, figures_of
from ._rate import rate_of
from ._row_faults import row_faults
from ._selection import precedence
from ._series import SHORTEST_TREND, Series, Trend, comparable_runs, follows_of, trend

__all__ = [
    "DOUBTS",
    "FAULTS",
    "METHODS",
    "SHORTEST_TREND",
    "TOTAL",
    "BenchmarkFigure",
    "BenchmarkSeries",
    "Comparators",
    "Fault",
    "Figure",
    "Figures",
    "NotComparable",
    "NotComparableCode",
    "Series",
    "Trend",
    "benchmark_series",
    "comparable_runs",
    "doubted_rows",
    "fault_by_code",
    "figures_of",
    "find_faults",
    "follows_of",
    "is_one_year_earlier",
    "power_of_ten",
    "precedence",
    "rate_of",
    "row_doubts",
    "row_faults",
    "slips_beside",
    "slips_in_series",
    "totals_to_date",
    "trend",
    "why_not_comparable",
    "why_periods_not_comparable",
    "why_points_not_comparable",
    "why_target_not_comparable",
]
