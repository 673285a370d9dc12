"""Who decides, who checks, who is told, and what people at those bodies asked."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from ._action import ActionId, BodyId, EvidenceId
from ._constraint import LARGEST_INTEGER, Range, RefersTo
from ._entity import Document, Entity
from ._period import When
from ._service import Contact, Entitlement
from ._strategy import LocalAreaCode
from ._text import Code, Id, Line, Link, Text
from ._value import Value, value_class

__all__ = [
    "AgendaItem",
    "AssuranceActivity",
    "Body",
    "CalendarEntry",
    "Challenge",
    "Decision",
    "DeliveryGroup",
    "Governance",
    "Meeting",
    "Membership",
    "TermsOfReference",
]

MeetingId = Annotated[Id, RefersTo(("meeting",))]


@value_class
class Membership(Value):
    """Who sits on a body, by sector.

    Attributes:
        sector: The sector, such as "health".
        roles: Roles that sit there.
        seats: How many.

    Document: ``governance``.
    """

    sector: Line
    roles: tuple[Line, ...] = ()
    seats: Annotated[int, Range(0, LARGEST_INTEGER)] | None = None


@value_class
class TermsOfReference(Value):
    """What a body is for, by its own paper.

    Attributes:
        version: Which version.
        dated: When it was agreed.
        link: Where it is published.

    Document: ``governance``.
    """

    version: Line
    dated: When | None = None
    link: Link | None = None


@value_class
class Body(Entity):
    """A board, committee, forum or organisation.

    Attributes:
        name: Its name.
        kind: Such as ``board``, ``council``, ``icb``, ``committee`` or ``forum``.
        role: Such as ``accountable``, ``oversight``, ``scrutiny``, ``challenge`` or ``delivery``.
        purpose: What it does.
        chair: Role that chairs it.
        chair_is_independent: Whether the chair is independent; absent where not known.
        membership: Who sits on it.
        reports_to: Bodies it reports to.
        cadence: How often it meets, in words.
        days_between_meetings: At most so many days are between two of its meetings, such as 42
            where it meets every six weeks; absent where that is not fixed.
        terms_of_reference: What it is for.

    Document: ``governance``.
    """

    kind_of_thing: ClassVar[str] = "body"

    name: Line
    kind: Code
    role: Code | None = None
    purpose: Text | None = None
    chair: Line | None = None
    chair_is_independent: bool | None = None
    membership: tuple[Membership, ...] = ()
    reports_to: tuple[BodyId, ...] = ()
    cadence: Line | None = None
    days_between_meetings: Annotated[int, Range(1, 366)] | None = None
    terms_of_reference: TermsOfReference | None = None


@value_class
class DeliveryGroup(Entity):
    """A group that does the work.

    Attributes:
        name: Its name.
        purpose: What it does.
        reports_to: Bodies it reports to.

    Document: ``governance``.
    """

    kind_of_thing: ClassVar[str] = "delivery-group"

    name: Line
    purpose: Text | None = None
    reports_to: tuple[BodyId, ...] = ()


@value_class
class AgendaItem(Value):
    """A matter that a meeting is to deal with.

    Attributes:
        matter: What is asked of the body.
        purpose: Whether it decides or is informed.
        about: What it is about.
        discrepancies: Codes of the software's questions that it is about.
        asked_of: Role that is asked.

    Document: ``governance``.
    """

    matter: Text
    purpose: Literal["decision", "information"]
    about: tuple[
        Annotated[
            Id,
            RefersTo(
                ("action", "challenge", "commitment", "finding", "indicator", "measure", "priority")
            ),
        ],
        ...,
    ] = ()
    discrepancies: tuple[Code, ...] = ()
    asked_of: Line | None = None


@value_class
class Meeting(Entity):
    """A meeting of a body.

    Attributes:
        body: The body.
        on: When.
        agenda: What it is to deal with, in order.
        summary: What it was about.
        link: Where its papers are.

    Document: ``governance``.
    """

    kind_of_thing: ClassVar[str] = "meeting"

    body: BodyId
    on: When
    agenda: tuple[AgendaItem, ...] = ()
    summary: Text | None = None
    link: Link | None = None


@value_class
class AssuranceActivity(Entity):
    """What a body checked itself.

    Attributes:
        body: The body.
        kind: Such as ``visit``, ``deep-dive`` or ``audit``.
        on: When.
        checked: What was checked.
        found: What was found.
        evidence: What came of it as evidence.

    Document: ``governance``.
    """

    body: BodyId
    kind: Code
    on: When
    checked: Text
    found: Text | None = None
    evidence: tuple[EvidenceId, ...] = ()


@value_class
class Challenge(Entity):
    """A challenge that a person raised at a body. What software notices is a discrepancy.

    Attributes:
        body: The body it was raised at.
        meeting: The meeting it was raised at.
        raised_by: Role that raised it.
        raised_on: When.
        statement: The challenge.
        about: What it is about.
        answer: The answer.
        answered_on: When it was answered.
        actions: What is done about it.

    Document: ``governance``.
    """

    kind_of_thing: ClassVar[str] = "challenge"

    body: BodyId
    meeting: MeetingId | None = None
    raised_by: Line
    raised_on: When
    statement: Text
    about: tuple[
        Annotated[
            Id,
            RefersTo(("criterion", "priority", "commitment", "action", "indicator", "judgement")),
        ],
        ...,
    ] = ()
    answer: Text | None = None
    answered_on: When | None = None
    actions: tuple[ActionId, ...] = ()

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if self.answered_on and self.answered_on.last_day < self.raised_on.first_day:
            yield "/answered_on", "lies before raised_on"


@value_class
class Decision(Entity):
    """What a body decided.

    Attributes:
        body: The body.
        meeting: The meeting.
        on: When; absent where the record does not say.
        statement: What was decided.
        link: The record of it.

    Document: ``governance``.
    """

    body: BodyId
    meeting: MeetingId | None = None
    on: When | None = None
    statement: Text
    link: Link | None = None


@value_class
class CalendarEntry(Entity):
    """Something that comes round.

    Attributes:
        kind: Such as ``board``, ``engagement-meeting``, ``stocktake``, ``scrutiny``,
            ``cabinet-report`` or ``local-offer-comments``.
        title: What it is.
        on: When; absent where only how often is known.
        cadence: How often, such as "twice a year".
        body: The body it belongs to.

    Document: ``governance``.
    """

    kind: Code
    title: Text | None = None
    on: When | None = None
    cadence: Line | None = None
    body: BodyId | None = None


@value_class
class Governance(Document):
    """Bodies, what they did, and when they meet.

    Attributes:
        area: Code of the local area; absent for what holds everywhere, as in a packaged document.
        bodies: Boards, committees, forums and organisations.
        delivery_groups: Groups that do the work.
        meetings: Meetings.
        assurance_activities: What bodies checked themselves.
        challenges: What people asked.
        decisions: What was decided.
        calendar: What comes round.
        contacts: Who can help.
        entitlements: What families may expect, and what they can do where it is not kept.

    Document: ``governance``.
    """

    kind_of_thing: ClassVar[str] = "governance"

    area: LocalAreaCode | None = None
    bodies: tuple[Body, ...] = ()
    delivery_groups: tuple[DeliveryGroup, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    assurance_activities: tuple[AssuranceActivity, ...] = ()
    challenges: tuple[Challenge, ...] = ()
    decisions: tuple[Decision, ...] = ()
    calendar: tuple[CalendarEntry, ...] = ()
    contacts: tuple[Contact, ...] = ()
    entitlements: tuple[Entitlement, ...] = ()
