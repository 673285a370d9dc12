"""Indicators from a council's own records, which leave only as disclosed figures."""

from ._clock import Clock
from ._column import in_year_of
from ._expression import AS_AT, Condition, Day, on
from ._indicator import RecordIndicator, indicator
from ._library import CLOCKS, INDICATORS, RECORDS
from ._measure import (
    Count,
    Measure,
    Quantile,
    Rate,
    Share,
    count,
    days_between,
    median_weeks,
    percentile_weeks,
    rate_per,
    share,
)
from ._problem import NotPortable, NotSafe, RecordsProblem
from ._record_type import Record, bands, code, day, flag, number
from ._span import days, months, weeks, years
from .advice import Advice
from .plan import Plan
from .request import Request
from .review import Review
from .transfer import Transfer
from .wait import Wait

__all__ = [
    "AS_AT",
    "CLOCKS",
    "INDICATORS",
    "RECORDS",
    "Advice",
    "Clock",
    "Condition",
    "Count",
    "Day",
    "Measure",
    "NotPortable",
    "NotSafe",
    "Plan",
    "Quantile",
    "Rate",
    "Record",
    "RecordIndicator",
    "RecordsProblem",
    "Request",
    "Review",
    "Share",
    "Transfer",
    "Wait",
    "bands",
    "code",
    "count",
    "day",
    "days",
    "days_between",
    "flag",
    "in_year_of",
    "indicator",
    "median_weeks",
    "months",
    "number",
    "on",
    "percentile_weeks",
    "rate_per",
    "share",
    "weeks",
    "years",
]
