"""What turns figures into other figures, or into a score or a refusal, and what it is told."""

from ._derived import DerivedContext, DerivedIndicator
from ._rule import ScoringContext, ScoringRule

__all__ = ["DerivedContext", "DerivedIndicator", "ScoringContext", "ScoringRule"]
