"""What reports may show: hiding small numbers, and consent to quote people's words."""

from ._audit import Audit, NarrowCount, Publication, audit
from ._disclosed_evaluation import DisclosedEvaluation
from ._policy import POLICIES, DisclosurePolicy, policy_by_name
from ._record import EarlierEditions, extended_record
from ._shown_figures import ShownFigures, disclose
from ._shown_inputs import shown_inputs
from ._shown_portfolio import shown_portfolio

__all__ = [
    "POLICIES",
    "Audit",
    "DisclosedEvaluation",
    "DisclosurePolicy",
    "EarlierEditions",
    "NarrowCount",
    "Publication",
    "ShownFigures",
    "audit",
    "disclose",
    "extended_record",
    "policy_by_name",
    "shown_inputs",
    "shown_portfolio",
]
