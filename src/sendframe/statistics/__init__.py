"""Pure formulas with their sources. Nothing here knows of portfolios or files."""

from ._average import mean, pooled
from ._control import FIRM_POINTS, SCREENING_FACTOR, XMR_FACTOR, ControlLimits, xmr_limits
from ._engine import Averages, Column, Engine, EngineName, Limits, Standings
from ._engine_choice import engine_of
from ._funnel import FUNNEL_CONFIDENCE, funnel_limits, overdispersion
from ._interval import Interval, byar_interval, difference_interval, wilson_interval
from ._progress import distance_travelled, expected_by
from ._rounding import amount, rounded
from ._special_cause import Assurance, SpecialCause, assurance, special_causes
from ._standing import (
    FEWEST_BANDED,
    Band,
    Quartiles,
    quantile,
    quartile_band,
    quartiles,
    rank,
)

__all__ = [
    "FEWEST_BANDED",
    "FIRM_POINTS",
    "FUNNEL_CONFIDENCE",
    "SCREENING_FACTOR",
    "XMR_FACTOR",
    "Assurance",
    "Averages",
    "Band",
    "Column",
    "ControlLimits",
    "Engine",
    "EngineName",
    "Interval",
    "Limits",
    "Quartiles",
    "SpecialCause",
    "Standings",
    "amount",
    "assurance",
    "byar_interval",
    "difference_interval",
    "distance_travelled",
    "engine_of",
    "expected_by",
    "funnel_limits",
    "mean",
    "overdispersion",
    "pooled",
    "quantile",
    "quartile_band",
    "quartiles",
    "rank",
    "rounded",
    "special_causes",
    "wilson_interval",
    "xmr_limits",
]
