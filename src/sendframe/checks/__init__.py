"""The question that software asks of a portfolio, and what it is told."""

from ._check import Check, CheckContext

__all__ = ["Check", "CheckContext"]
