"""Actions: held once in a portfolio, referred to from every plan that rests on them."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import Annotated, ClassVar, Literal

from sendframe.language import gettext as _

from ._constraint import LARGEST_INTEGER, Range, RefersTo
from ._criteria import RatingScale, ScaleValueId
from ._entity import Document, Entity
from ._period import When
from ._text import DifferenceMade, Id, Line, Text
from ._value import Value, value_class

__all__ = [
    "Action",
    "ActionId",
    "ActionRegister",
    "ActionUpdate",
    "BodyId",
    "Closing",
    "DueChange",
    "EvidenceId",
    "Funding",
    "Milestone",
    "Responsible",
    "Status",
    "SuccessCriterion",
    "Tally",
]

ActionId = Annotated[Id, RefersTo(("action",))]
BodyId = Annotated[Id, RefersTo(("body",))]
EvidenceId = Annotated[Id, RefersTo(("evidence", "voice"))]


@value_class
class Responsible(Value):
    """A role at a body. Never a person's name: people leave, roles stay.

    Attributes:
        role: The role, such as "head of additional needs".
        body: The body it belongs to.

    Documents: ``strategy`` and ``action-register``.
    """

    role: Line
    body: BodyId | None = None


@value_class
class DueChange(Value):
    """A due date that was moved.

    Attributes:
        due: The date it was moved from.
        changed_on: Day it was moved.
        reason: Why.
        decided_by: The body that agreed to it.

    Document: ``action-register``.
    """

    due: When
    changed_on: date
    reason: Text
    decided_by: BodyId | None = None


@value_class
class Status(Value):
    """A status with its day.

    Attributes:
        value: Value of the delivery scale, or of the impact scale for an impact status.
        on: When it was given.
        reason: Why.

    Document: ``action-register``.
    """

    value: ScaleValueId
    on: When
    reason: Text | None = None


@value_class
class Tally(Value):
    """How much of a whole is done, such as 14 of 22 schools.

    Attributes:
        done: How many are done.
        total: How many there are.
        unit: What is counted, such as "schools".

    Document: ``action-register``.
    """

    done: Annotated[int, Range(0, LARGEST_INTEGER)]
    total: Annotated[int, Range(0, LARGEST_INTEGER)]
    unit: Line

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if self.done > self.total:
            yield "/done", "is more than the total"

    def __str__(self) -> str:
        return _(
            "{done} of {total} {unit}",
            done=format(self.done, ","),
            total=format(self.total, ","),
            unit=self.unit,
        )


@value_class
class SuccessCriterion(Entity):
    """How one will know that an action succeeded.

    Attributes:
        statement: The criterion.
        state: Whether it is met; absent where nobody has decided.
        decided_on: When that was decided.
        evidence: What shows it.
        tally: How much of it is met.

    Document: ``action-register``.
    """

    kind_of_thing: ClassVar[str] = "success-criterion"

    statement: Text
    state: Literal["not_met", "partly", "met"] | None = None
    decided_on: When | None = None
    evidence: tuple[EvidenceId, ...] = ()
    tally: Tally | None = None


@value_class
class Milestone(Entity):
    """A step on the way.

    Attributes:
        statement: What will have been reached.
        due: By when.
        reached_on: When it was reached.
        tally: How much of it is reached.
        indicators: Indicators in whose charts it is marked.

    Document: ``action-register``.
    """

    statement: Text
    due: When
    reached_on: When | None = None
    tally: Tally | None = None
    indicators: tuple[Annotated[Id, RefersTo(("indicator",))], ...] = ()


@value_class
class ActionUpdate(Value):
    """What was reported about an action. Updates are added, never changed.

    Attributes:
        on: When it was reported; absent where the source has no date.
        role: Role that reported; absent where the source names none.
        text: What was reported.
        evidence: What it rests on.
        tally: How much is done.

    Document: ``action-register``.
    """

    on: When | None = None
    role: Line | None = None
    text: Text
    evidence: tuple[EvidenceId, ...] = ()
    tally: Tally | None = None


@value_class
class Funding(Value):
    """Money for an action.

    Attributes:
        source: Where it comes from.
        amount: Pounds sterling.
        secured: Whether it is certain; absent where that is not known.

    Document: ``action-register``.
    """

    source: Line
    amount: Annotated[float, Range(0, LARGEST_INTEGER)] | None = None
    secured: bool | None = None


@value_class
class Closing(Value):
    """How an action ended.

    Attributes:
        closed_on: When it was closed.
        wanted: What we wanted.
        did: What we did.
        difference: The difference it made.

    Document: ``action-register``.
    """

    closed_on: When
    wanted: Text
    did: Text
    difference: DifferenceMade


@value_class
class Action(Entity):
    """Something that is done, with who does it, by when, and what came of it.

    Attributes:
        title: What will be done.
        short_title: The same in a few words, for tables.
        description: More about it.
        action_leads: Roles that do it.
        senior_responsible_owners: Roles that answer for it.
        start: When it begins.
        due: When it is to be done.
        due_history: Earlier due dates, oldest change first.
        delivery: Whether it is being done.
        impact: Whether it makes a difference.
        success_criteria: How one will know.
        milestones: Steps on the way.
        updates: What was reported, oldest first.
        depends_on: Actions that must come first.
        funding: What pays for it.
        closing: How it ended.

    Document: ``action-register``.
    """

    kind_of_thing: ClassVar[str] = "action"

    title: Text
    short_title: Text | None = None
    description: Text | None = None
    action_leads: tuple[Responsible, ...] = ()
    senior_responsible_owners: tuple[Responsible, ...] = ()
    start: When | None = None
    due: When | None = None
    due_history: tuple[DueChange, ...] = ()
    delivery: Status | None = None
    impact: Status | None = None
    success_criteria: tuple[SuccessCriterion, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    updates: tuple[ActionUpdate, ...] = ()
    depends_on: tuple[ActionId, ...] = ()
    funding: tuple[Funding, ...] = ()
    closing: Closing | None = None

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if self.start and self.due and self.due.last_day < self.start.first_day:
            yield "/due", "lies before the start"
        for index, (earlier, later) in enumerate(pairwise(self.due_history), 1):
            if later.changed_on < earlier.changed_on:
                yield f"/due_history/{index}/changed_on", "lies before the change above it"
        dated = [(index, update.on) for index, update in enumerate(self.updates) if update.on]
        for (__, first), (index, second) in pairwise(dated):
            if second.last_day < first.first_day:
                yield f"/updates/{index}/on", "lies before the update above it"
        if self.id in self.depends_on:
            yield (
                f"/depends_on/{self.depends_on.index(self.id)}",
                "an action cannot wait for itself",
            )


@value_class
class ActionRegister(Document):
    """The actions of a local area, whatever plans they belong to.

    Attributes:
        delivery_scale: The only scale of delivery statuses; where it is absent, that of another
            register, or else a scale of a scale set.
        impact_scale: The only scale of impact statuses; where it is absent, as for delivery.
        actions: The actions.

    Document: ``action-register``.
    """

    kind_of_thing: ClassVar[str] = "action-register"

    delivery_scale: RatingScale | None = None
    impact_scale: RatingScale | None = None
    actions: tuple[Action, ...] = ()
