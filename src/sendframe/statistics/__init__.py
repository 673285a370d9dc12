"""Statistical formulas with their sources: pure functions of numbers."""

from ._average import mean, pooled
from ._control_limits import FIRM_POINTS, SCREENING_FACTOR, XMR_FACTOR, ControlLimits, xmr_limits
from ._funnel import (
    FUNNEL_CONFIDENCE,
    between_areas,
    funnel_limits,
    is_overdispersed,
    overdispersion,
)
from ._interval import (
    Interval,
    byar_interval,
    difference_interval,
    rate_difference_interval,
    rate_interval,
    wilson_bounds,
    wilson_interval,
    z_score,
)
from ._progress import distance_travelled, expected_along, expected_by
from ._ranking import (
    FEWEST_BANDED,
    Band,
    Quartiles,
    has_bands,
    quantile,
    quartile_band,
    quartiles,
    rank,
    ranks,
)
from ._reading_grade import flesch_kincaid_grade
from ._rounding import amount, difference, rounded
from ._special_cause import Assurance, SpecialCause, assurance, special_causes

__all__ = [
    "FEWEST_BANDED",
    "FIRM_POINTS",
    "FUNNEL_CONFIDENCE",
    "SCREENING_FACTOR",
    "XMR_FACTOR",
    "Assurance",
    "Band",
    "ControlLimits",
    "Interval",
    "Quartiles",
    "SpecialCause",
    "amount",
    "assurance",
    "between_areas",
    "byar_interval",
    "difference",
    "difference_interval",
    "distance_travelled",
    "expected_along",
    "expected_by",
    "flesch_kincaid_grade",
    "funnel_limits",
    "has_bands",
    "is_overdispersed",
    "mean",
    "overdispersion",
    "pooled",
    "quantile",
    "quartile_band",
    "quartiles",
    "rank",
    "ranks",
    "rate_difference_interval",
    "rate_interval",
    "rounded",
    "special_causes",
    "wilson_bounds",
    "wilson_interval",
    "xmr_limits",
    "z_score",
]
