"""What reports may show: hiding small numbers, and consent to quote people's words."""

from ._disclosed_evaluation import DisclosedEvaluation
from ._policy import POLICIES, DisclosurePolicy, policy_by_name
from ._record import EarlierEditions, extended_record
from ._shown_figures import ShownFigures, disclose

__all__ = [
    "POLICIES",
    "DisclosedEvaluation",
    "DisclosurePolicy",
    "EarlierEditions",
    "ShownFigures",
    "disclose",
    "extended_record",
    "policy_by_name",
]
