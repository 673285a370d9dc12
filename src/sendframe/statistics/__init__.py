"""Pure formulas with their sources. Nothing here knows of portfolios or files."""

from ._average import mean, pooled
from ._control import FIRM_POINTS, XMR_FACTOR, ControlLimits, xmr_limits
from ._engine import Averages, Column, Engine, EngineName, Limits, Standings, engine_of
from ._interval import Interval, wilson_interval
from ._rounding import amount, rounded
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
    "XMR_FACTOR",
    "Averages",
    "Band",
    "Column",
    "ControlLimits",
    "Engine",
    "EngineName",
    "Interval",
    "Limits",
    "Quartiles",
    "Standings",
    "amount",
    "engine_of",
    "mean",
    "pooled",
    "quantile",
    "quartile_band",
    "quartiles",
    "rank",
    "rounded",
    "wilson_interval",
    "xmr_limits",
]
