"""The strategy; any other plan of the area is held in the same class."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, cast

from ._action import ActionId, Responsible
from ._area import AreaCode
from ._constraint import LARGEST_INTEGER, Range, RefersTo
from ._criteria import CriterionId
from ._entity import Document, Entity, Source
from ._measure import Measure, Projection
from ._period import When
from ._plan_part import (
    Aim,
    Approval,
    Commitment,
    Consultation,
    CoProduction,
    GlossaryTerm,
    ImpactAssessment,
    Money,
    Outcome,
    Places,
    PlanPeriod,
    Principle,
    Publication,
    Rationale,
    Relation,
    Risk,
)
from ._service import Contact
from ._text import Code, Id, Line, Text
from ._value import value_class

__all__ = ["Priority", "Strategy", "Workstream"]

PriorityId = Annotated[Id, RefersTo(("priority",))]
VoiceId = Annotated[Id, RefersTo(("voice",))]
GroupId = Annotated[Id, RefersTo(("delivery-group", "body"))]
LocalAreaCode = Annotated[AreaCode, RefersTo(("area",))]


@value_class
class Priority(Entity):
    """What matters most, in the plan's own order.

    Attributes:
        order: Place among the priorities of the plan, from 1; no two have the same.
        label: What the plan calls it, such as "priority" or "ambition".
        title: A heading of a few words.
        statement: The priority.
        why_it_matters: Why it is one.
        quotes: Ids of voices about it.
        criteria: Criteria it maps to; a criterion may serve several priorities.
        leads: Roles that lead on it.
        outcomes: Changes for children and young people.
        aims: Changes in the system.
        commitments: What will be done.
        actions: Actions that hang on the priority itself.

    Document: ``strategy``.
    """

    kind_of_thing: ClassVar[str] = "priority"

    order: Annotated[int, Range(1, LARGEST_INTEGER)]
    label: Line = "priority"
    title: Text | None = None
    statement: Text | None = None
    why_it_matters: Text | None = None
    quotes: tuple[VoiceId, ...] = ()
    criteria: tuple[CriterionId, ...] = ()
    leads: tuple[Responsible, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    aims: tuple[Aim, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    actions: tuple[ActionId, ...] = ()

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if self.title is None and self.statement is None:
            yield "", 'needs a "title" or a "statement"'

    @property
    def heading(self) -> Text:
        """The title; the statement where there is none."""
        return self.title or cast("Text", self.statement)


@value_class
class Workstream(Entity):
    """Work that is led together.

    Attributes:
        title: Its title.
        leads: Roles that lead it.
        delivery_group: The group that does it.
        serves: Priorities it serves; may be none.
        actions: Its actions.

    Document: ``strategy``.
    """

    kind_of_thing: ClassVar[str] = "workstream"

    title: Text
    leads: tuple[Responsible, ...] = ()
    delivery_group: GroupId | None = None
    serves: tuple[PriorityId, ...] = ()
    actions: tuple[ActionId, ...] = ()


@value_class
class Strategy(Document):
    """A plan of a local area, of whatever kind.

    Attributes:
        kind: Such as ``strategy``, ``improvement-plan``, ``priority-action-plan``,
            ``reform-plan`` or ``sufficiency-plan``.
        area: Code of the local area.
        status: Such as ``draft``, ``in-consultation``, ``adopted``, ``interim``, ``extended``,
            ``superseded`` or ``expired``.
        period: The time it is for.
        extended_to: When it now ends, where that was moved.
        consultations: When people were asked.
        approvals: Who agreed to it.
        relations: Its relations to other plans.
        publications: The forms it is published in.
        co_production: How people took part.
        assessments: Impact assessments, such as that of equality.
        introduction: What it begins with.
        vision: What it is all for.
        rationale: Reasons for its contents.
        principles: Values, ways of working and pledges.
        monitoring_approach: How progress is watched.
        priorities: The priorities; there may be none.
        workstreams: Work that is led together.
        outcomes: Outcomes that hang on the plan itself.
        aims: Aims that hang on the plan itself.
        commitments: Commitments that hang on the plan itself.
        actions: Actions that hang on the plan itself.
        measures: How one will know.
        projections: What is foreseen.
        risks: What may go wrong.
        money: What it costs, and what there is.
        places: Places that are needed and that there are.
        contacts: Who can help, where that is said in the plan itself.
        glossary: Words that need explaining.
        related_documents: What belongs with it.

    Document: ``strategy``.
    """

    kind_of_thing: ClassVar[str] = "strategy"

    kind: Code
    area: LocalAreaCode
    status: Code
    period: PlanPeriod | None = None
    extended_to: When | None = None
    consultations: tuple[Consultation, ...] = ()
    approvals: tuple[Approval, ...] = ()
    relations: tuple[Relation, ...] = ()
    publications: tuple[Publication, ...] = ()
    co_production: tuple[CoProduction, ...] = ()
    assessments: tuple[ImpactAssessment, ...] = ()
    introduction: Text | None = None
    vision: Text | None = None
    rationale: tuple[Rationale, ...] = ()
    principles: tuple[Principle, ...] = ()
    monitoring_approach: Text | None = None
    priorities: tuple[Priority, ...] = ()
    workstreams: tuple[Workstream, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    aims: tuple[Aim, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    actions: tuple[ActionId, ...] = ()
    measures: tuple[Measure, ...] = ()
    projections: tuple[Projection, ...] = ()
    risks: tuple[Risk, ...] = ()
    money: tuple[Money, ...] = ()
    places: tuple[Places, ...] = ()
    contacts: tuple[Contact, ...] = ()
    glossary: tuple[GlossaryTerm, ...] = ()
    related_documents: tuple[Source, ...] = ()
