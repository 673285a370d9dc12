"""What a scoring rule holds figures against, so that reports need to know no rule by name."""

from typing import Literal

__all__ = ["RuleKind"]

RuleKind = Literal["target", "interval", "benchmark", "series", "profile", "other"]
"""``target``: what is aimed for. ``interval``: a benchmark, by the interval of the area's own figure.
``benchmark``: other areas. ``series``: the area's own past. ``profile``: what is known about a
priority or criterion. ``other``: anything else.
"""
