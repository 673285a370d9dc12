"""The rule that turns facts into a score or a refusal, and what it is told."""

from ._rule import NoOptions, ScoringContext, ScoringRule

__all__ = ["NoOptions", "ScoringContext", "ScoringRule"]
