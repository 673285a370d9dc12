"""What may be shown: suppression of small numbers, and consent for people's words."""

from ._disclosed import Disclosed
from ._policy import POLICIES, DisclosurePolicy, policy_named
from ._shown import ShownFigures, disclose

__all__ = [
    "POLICIES",
    "Disclosed",
    "DisclosurePolicy",
    "ShownFigures",
    "disclose",
    "policy_named",
]
