"""The delivery and impact status of actions, by the scales of a portfolio."""

from collections.abc import Mapping
from datetime import date

import attrs

from sendframe.language import N_
from sendframe.language import gettext as _
from sendframe.model import Action, ScaleValue, Status, overdue_on

__all__ = ["ActionStatus"]

_NO_STATUS = N_("no status given")


@attrs.frozen(eq=False)
class ActionStatus:
    """What the status of an action means on one day.

    Attributes:
        values: The values of all scales, by id.
        as_at: The day of the evaluation.
    """

    values: Mapping[str, ScaleValue]
    as_at: date

    def delivery(self, action: Action) -> str:
        """Return the name of the delivery status of an action."""
        return self._name(action.delivery)

    def impact(self, action: Action) -> str:
        """Return the name of the impact status of an action."""
        return self._name(action.impact)

    def progress(self, action: Action) -> str | None:
        """Return how far the delivery status says an action is; None where it does not say."""
        value = self.values.get(action.delivery.value) if action.delivery else None
        return value.progress if value else None

    def is_overdue(self, action: Action) -> bool:
        """Say whether an action is past its due date and neither complete nor stopped."""
        if action.closing is not None or self.progress(action) in ("complete", "stopped"):
            return False
        return overdue_on(action.due, self.as_at)

    def _name(self, status: Status | None) -> str:
        value = self.values.get(status.value) if status else None
        return value.name if value else _(_NO_STATUS)
