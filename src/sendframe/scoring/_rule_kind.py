"""What a scoring rule compares figures with, so that reports do not depend on ids of rules."""

from typing import Literal

__all__ = ["RuleKind"]

RuleKind = Literal["target", "interval", "benchmark", "series", "profile", "other"]
"""``target``: a target. ``interval``: a benchmark, by the interval of the area's own figure.
``benchmark``: other areas. ``series``: the area's earlier figures. ``profile``: the evidence and
actions of a priority or criterion. ``other``: anything else."""
