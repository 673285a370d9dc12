"""What turns figures into other figures, or into a score or a refusal, and what it is told."""

from ._aim import Aim, Start
from ._among import Among
from ._context import ScoringContext
from ._derived import DerivedContext, DerivedIndicator
from ._needs import Counts, Needs, counts_of
from ._rule import ScoringRule
from ._rule_kind import RuleKind
from ._sample import scoring_context
from ._subject import Heard, SubjectContext, SubjectRule
from ._subject_sample import subject_context

__all__ = [
    "Aim",
    "Among",
    "Counts",
    "DerivedContext",
    "DerivedIndicator",
    "Heard",
    "Needs",
    "RuleKind",
    "ScoringContext",
    "ScoringRule",
    "Start",
    "SubjectContext",
    "SubjectRule",
    "counts_of",
    "scoring_context",
    "subject_context",
]
