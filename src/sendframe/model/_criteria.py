"""Criteria that an area is looked at by, and the scales that people rate on."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, ClassVar, Literal

from ._constraint import LARGEST_INTEGER, Examples, Length, Pattern, Range, RefersTo
from ._entity import Document, Entity
from ._text import Code, Id, Line, Text
from ._value import Value, value_class

__all__ = [
    "CriteriaSet",
    "Criterion",
    "CriterionId",
    "RatingScale",
    "ScaleMapping",
    "ScalePair",
    "ScaleSet",
    "ScaleValue",
    "ScaleValueId",
]

CriterionId = Annotated[Id, RefersTo(("criterion",))]
ScaleValueId = Annotated[Id, RefersTo(("scale-value",))]
ScaleId = Annotated[Id, RefersTo(("scale",))]

Colour = Annotated[
    str, Pattern("^#[0-9a-f]{6}$", "a colour such as #1d70b8"), Examples(("#1d70b8", "#00703c"))
]


@value_class
class ScaleValue(Entity):
    """One value of a scale: always a word, and a shape beside any colour.

    Attributes:
        name: The word shown.
        rubric: When it is the right value to give.
        shape: Shape printed with the name: ``circle``, ``square``, ``triangle``, ``diamond``,
            ``bar`` or ``cross``; another word is shown as a circle.
        colour: Colour of the shape.
        order: Place on an ordered scale, the higher the better.
        stands_for: Meaning of a value that is no rating.
        progress: Progress of an action with this delivery status.

    Documents: ``action-register``, ``criteria-set`` and ``scale-set``.
    """

    kind_of_thing: ClassVar[str] = "scale-value"

    name: Line
    rubric: Text | None = None
    shape: Code = "circle"
    colour: Colour | None = None
    order: Annotated[int, Range(0, LARGEST_INTEGER)] | None = None
    stands_for: Literal["missing", "unknown", "not_applicable"] | None = None
    progress: Literal["not_started", "under_way", "complete", "stopped"] | None = None


@value_class
class ScalePair(Value):
    """What one value of a scale becomes on another.

    Attributes:
        value: Value of this scale.
        becomes: Value of the other scale.

    Documents: ``action-register``, ``criteria-set`` and ``scale-set``.
    """

    value: ScaleValueId
    becomes: ScaleValueId


@value_class
class ScaleMapping(Value):
    """How ratings of this scale read on another, and what is lost.

    Attributes:
        to: The other scale.
        pairs: Value by value.
        loss: What the other scale cannot express.

    Documents: ``action-register``, ``criteria-set`` and ``scale-set``.
    """

    to: ScaleId
    pairs: Annotated[tuple[ScalePair, ...], Length(1)]
    loss: Text


@value_class
class RatingScale(Entity):
    """The named values that people choose from.

    Attributes:
        title: Name of the scale.
        ordered: Whether its values have an order from worse to better.
        values: The values.
        mappings: How it reads on other scales.

    Documents: ``action-register``, ``criteria-set`` and ``scale-set``.
    """

    kind_of_thing: ClassVar[str] = "scale"

    title: Text
    ordered: bool
    values: Annotated[tuple[ScaleValue, ...], Length(1)]
    mappings: tuple[ScaleMapping, ...] = ()

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        ranks = [value.order for value in self.values if value.stands_for is None]
        if self.ordered and (None in ranks or len(set(ranks)) != len(ranks)):
            yield "/values", "each value of an ordered scale needs an order of its own"


@value_class
class ScaleSet(Document):
    """Scales that people rate on, apart from any set of criteria.

    Attributes:
        publisher: Who keeps them.
        scales: The scales.

    Document: ``scale-set``.
    """

    kind_of_thing: ClassVar[str] = "scale-set"

    publisher: Line | None = None
    scales: Annotated[tuple[RatingScale, ...], Length(1)]


@value_class
class Criterion(Entity):
    """One question or statement that an area is looked at by.

    Attributes:
        code: Short name in its own framework, such as "1" or "A2b".
        short_title: The same in a few words, for tables.
        wording: The publisher's wording; plain and young people's wordings are its variants.
        kind: Such as ``impact`` or ``leadership``, where its publisher has kinds.
        parent: The criterion it is part of.

    Document: ``criteria-set``.
    """

    kind_of_thing: ClassVar[str] = "criterion"

    code: Line
    short_title: Text | None = None
    wording: Text
    kind: Code | None = None
    parent: CriterionId | None = None

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if self.parent == self.id:
            yield "/parent", "a criterion cannot be part of itself"


@value_class
class CriteriaSet(Document):
    """A published set of criteria.

    Attributes:
        publisher: Who publishes it.
        version: Which version of it this is, where its publisher says so.
        valid_from: First day it is used.
        valid_to: Last day it is used.
        criteria: The criteria, in the publisher's order.
        rating_scale: The scale it is rated on, where it has one.

    Document: ``criteria-set``.
    """

    kind_of_thing: ClassVar[str] = "criteria-set"

    publisher: Line
    version: Line | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    criteria: Annotated[tuple[Criterion, ...], Length(1)]
    rating_scale: RatingScale | None = None

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            yield "/valid_to", "lies before valid_from"
