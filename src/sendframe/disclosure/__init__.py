"""What may be shown: suppression of small numbers, and consent for people's words."""

from ._apply import Disclosed, apply
from ._policy import POLICIES, DisclosurePolicy, policy_named

__all__ = ["POLICIES", "Disclosed", "DisclosurePolicy", "apply", "policy_named"]
