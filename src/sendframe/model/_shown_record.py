"""What editions of reports have shown and hidden, without what was hidden."""

from datetime import date
from typing import ClassVar

from ._area import AreaCode
from ._entity import Document
from ._frozen import FrozenMap
from ._period import Period
from ._text import Code, Id, Line
from ._value import Value, value_class

__all__ = ["ShownCell", "ShownEdition", "ShownRecord"]


@value_class
class ShownCell(Value):
    """One figure as an edition showed it, or that it was hidden.

    Attributes:
        indicator: Id of the indicator; it may be gone by now.
        area: The area.
        period: The period.
        dimensions: Dimensions of a part of a total; empty for the total.
        value: The figure as it was shown; None where disclosure control hid it.
        numerator: The numerator as it was shown.
        denominator: The denominator as it was shown.

    Document: ``shown-figures``.
    """

    indicator: Id
    area: AreaCode
    period: Period
    dimensions: FrozenMap[Line] = FrozenMap()
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None

    @property
    def hidden(self) -> bool:
        """Whether disclosure control hid it."""
        return self.value is None


@value_class
class ShownEdition(Value):
    """What one publication added to those before it.

    Attributes:
        as_at: Day of its evaluation.
        profiles: Its reports.
        policy: The disclosure policy.
        cells: Figures that it showed or hid, where an earlier edition had them in another way or
            not at all.
        voices: Ids of the voices whose words its reports were allowed to quote. Where one withdraws
            the consent, this edition must be taken down.

    Document: ``shown-figures``.
    """

    as_at: date
    profiles: tuple[Id, ...] = ()
    policy: Code
    cells: tuple[ShownCell, ...] = ()
    voices: tuple[Id, ...] = ()


@value_class
class ShownRecord(Document):
    """What was published, edition by edition, so that later ones do not reveal what was hidden.

    It holds printed numbers only.

    Attributes:
        editions: The publications, in the order in which they were made.

    Document: ``shown-figures``.
    """

    kind_of_thing: ClassVar[str] = "shown-figures"
    usual_file: ClassVar[str] = "shown.json"

    editions: tuple[ShownEdition, ...] = ()
