"""Checks of a portfolio, and the context that is passed to them."""

from ._check import Check, CheckContext
from ._quoted_ids import quoted_ids
from ._value_locations import ValueLocations

__all__ = ["Check", "CheckContext", "ValueLocations", "quoted_ids"]
