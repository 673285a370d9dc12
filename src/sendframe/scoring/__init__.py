"""What turns figures into other figures, or into a score or a refusal, and what it is told."""

from ._derived import DerivedContext, DerivedIndicator
from ._rule import ScoringContext, ScoringRule
from ._sample import scoring_context

__all__ = [
    "DerivedContext",
    "DerivedIndicator",
    "ScoringContext",
    "ScoringRule",
    "scoring_context",
]
