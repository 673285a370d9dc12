"""Pure formulas with their sources. Nothing here knows of portfolios or files."""

from ._interval import Interval, wilson_interval
from ._rounding import amount, rounded

__all__ = ["Interval", "amount", "rounded", "wilson_interval"]
