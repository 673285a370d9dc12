"""The question that software asks of a portfolio, and what it is told."""

from ._check import Check, CheckContext
from ._place import Places

__all__ = ["Check", "CheckContext", "Places"]
