"""What a plan says, statement by statement."""

from collections.abc import Iterator

from sendframe.language import N_
from sendframe.language import gettext as _
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
        ("vision", N_("Vision:")),
        ("monitoring_approach", N_("How progress was to be watched:")),
    ),
    CoProduction: (("statement", N_("Made with others:")),),
    Consultation: (
        ("title", N_("Consultation:")),
        ("what_changed", N_("What changed because of it:")),
    ),
    ImpactAssessment: (("what_changed", N_("What changed after an assessment:")),),
    Rationale: (("statement", N_("Why:")),),
    Principle: (("statement", N_("Principle:")),),
    Priority: (
        ("title", N_("Priority:")),
        ("statement", N_("Priority:")),
        ("why_it_matters", N_("Why it mattered:")),
    ),
    Outcome: (("statement", N_("Outcome:")),),
    Aim: (("statement", N_("Aim:")),),
    Commitment: (
        ("statement", N_("Promised:")),
        ("what_we_want", N_("Wanted:")),
        ("where_we_are", N_("Where it began:")),
        ("what_we_will_see", N_("To be seen:")),
        ("difference", N_("The difference:")),
    ),
    Measure: (("statement", N_("Measure:")), ("rationale", N_("Why it was measured:"))),
    WordsTarget: (("statement", N_("Target:")),),
    Risk: (("statement", N_("Risk:")), ("mitigation", N_("What was done about it:"))),
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
                term = f"{value.term}:" if isinstance(value, GlossaryTerm) else _(label)
                yield Sentence(words, label=term, quoted=_is_verbatim(plan, text))


def _is_verbatim(plan: Strategy, text: Text) -> bool:
    return plan.wording_of(text) == "verbatim"
