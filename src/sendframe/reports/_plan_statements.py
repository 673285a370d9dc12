"""What a plan says, statement by statement."""

from collections.abc import Iterator

from sendframe.model import (
    Aim,
    Commitment,
    Consultation,
    CoProduction,
    GlossaryTerm,
    ImpactAssessment,
    Measure,
    Outcome,
    Principle,
    Priority,
    Rationale,
    Risk,
    Strategy,
    Text,
    WordsTarget,
)

from ._context import BuildContext, values_in
from ._report_model import Sentence

__all__ = ["plan_statements"]

_STATEMENTS: dict[type, tuple[tuple[str, str], ...]] = {
    Strategy: (
        ("introduction", ""),
        ("vision", "Vision:"),
        ("monitoring_approach", "How progress was to be watched:"),
    ),
    CoProduction: (("statement", "Made with others:"),),
    Consultation: (("title", "Consultation:"), ("what_changed", "What changed because of it:")),
    ImpactAssessment: (("what_changed", "What changed after an assessment:"),),
    Rationale: (("statement", "Why:"),),
    Principle: (("statement", "Principle:"),),
    Priority: (
        ("title", "Priority:"),
        ("statement", "Priority:"),
        ("why_it_matters", "Why it mattered:"),
    ),
    Outcome: (("statement", "Outcome:"),),
    Aim: (("statement", "Aim:"),),
    Commitment: (
        ("statement", "Promised:"),
        ("what_we_want", "Wanted:"),
        ("where_we_are", "Where it began:"),
        ("what_we_will_see", "To be seen:"),
        ("difference", "The difference:"),
    ),
    Measure: (("statement", "Measure:"), ("rationale", "Why it was measured:")),
    WordsTarget: (("statement", "Target:"),),
    Risk: (("statement", "Risk:"), ("mitigation", "What was done about it:")),
    GlossaryTerm: (("meaning", ""),),
}
"""The statements of each class of a plan, with the label of each; that of a term is the term."""


def plan_statements(context: BuildContext, plan: Strategy) -> Iterator[Sentence]:
    """Yield what a plan says, each statement once, in the order of the plan."""
    seen: set[str] = set()
    for value in values_in(plan):
        for field, label in _STATEMENTS.get(type(value), ()):
            text = getattr(value, field)
            if text is not None and (words := context.words(text)) not in seen:
                seen.add(words)
                term = f"{value.term}:" if isinstance(value, GlossaryTerm) else label
                yield Sentence(words, label=term, quoted=_is_verbatim(plan, text))


def _is_verbatim(plan: Strategy, text: Text) -> bool:
    return plan.wording_of(text) == "verbatim"
