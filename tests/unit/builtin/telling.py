"""Asking the scoring rules that sendframe brings, without an evaluation."""

import attrs

from sendframe.model import Refusal, Score
from sendframe.plugins import Catalogue
from sendframe.scoring import ScoringContext

__all__ = ["RULES", "band", "told"]

RULES = Catalogue.discover(third_party=False).scoring_rules


def told(rule: str, context: ScoringContext, **options: object) -> Score | Refusal:
    """Return what a rule says when it is told something, with some options."""
    record = RULES[rule].record
    found = record.score(attrs.evolve(context, rule=rule, options=record.options(**options)))
    assert isinstance(found, (Score, Refusal))
    assert (found.rule, found.about) == (rule, context.about)
    return found


def band(found: Score | Refusal) -> str:
    """Return the band of a score."""
    assert isinstance(found, Score), found
    return found.band
