"""The kinds of record and the indicators that the plug-in has."""

from collections.abc import Mapping

from . import advice, plan, request, review, transfer, wait
from ._clock import Clock
from ._indicator import RecordIndicator
from ._record_type import Record

__all__ = ["CLOCKS", "INDICATORS", "RECORDS"]

RECORDS: Mapping[str, type[Record]] = {
    "advice": advice.Advice,
    "plan": plan.Plan,
    "request": request.Request,
    "review": review.Review,
    "transfer": transfer.Transfer,
    "wait": wait.Wait,
}
"""Each kind of record, by the name that a mapping gives it."""

_MODULES = (request, advice, review, transfer, plan, wait)

INDICATORS: tuple[RecordIndicator, ...] = tuple(
    indicator for module in _MODULES for indicator in module.INDICATORS
)
"""All indicators."""

CLOCKS: tuple[Clock, ...] = tuple(clock for module in _MODULES for clock in module.CLOCKS)
"""All statutory clocks."""
