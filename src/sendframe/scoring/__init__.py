"""Scoring rules, derived indicators, and the contexts that are passed to them."""

from ._context import ScoringContext
from ._derived import DerivedContext, DerivedIndicator
from ._needs import CountKind, Needs, usable_counts
from ._peers import PeerFigures
from ._rule import ScoringRule
from ._rule_kind import RuleKind
from ._subject import SubjectContext, SubjectRule, VoiceSummary
from ._target import BaselineFigure, RuleTarget

__all__ = [
    "BaselineFigure",
    "CountKind",
    "DerivedContext",
    "DerivedIndicator",
    "Needs",
    "PeerFigures",
    "RuleKind",
    "RuleTarget",
    "ScoringContext",
    "ScoringRule",
    "SubjectContext",
    "SubjectRule",
    "VoiceSummary",
    "usable_counts",
]
