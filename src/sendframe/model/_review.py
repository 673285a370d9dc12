"""What others found: inspections, visits, peer reviews, stocktakes, scrutiny."""

from collections.abc import Iterable
from typing import Annotated, ClassVar

from ._action import ActionId, BodyId
from ._constraint import RefersTo
from ._criteria import CriterionId
from ._entity import Document, Entity
from ._period import When
from ._strategy import LocalAreaCode
from ._text import Code, Id, Line, Text
from ._value import Value, value_class

__all__ = [
    "Finding",
    "FindingMapping",
    "FindingVerdict",
    "FollowUp",
    "InspectionOutcome",
    "Review",
]


@value_class
class InspectionOutcome(Value):
    """The outcome in the inspectorate's own words; one of three, never a grade.

    Attributes:
        wording: The words as published.
        recognised: Which published outcome an author or a plug-in took it for.

    Document: ``review``.
    """

    wording: Text
    recognised: Code | None = None


@value_class
class FindingMapping(Value):
    """A criterion a finding was set beside. Inspectors give no judgement per criterion.

    Attributes:
        criterion: The criterion.
        mapped_by: Who set it there, as a role or a body.

    Document: ``review``.
    """

    criterion: CriterionId
    mapped_by: Line


@value_class
class Finding(Entity):
    """One thing that was found.

    Attributes:
        kind: Such as ``strength``, ``weakness``, ``area-for-priority-action``,
            ``area-for-improvement`` or ``recommendation``.
        statement: The words of the review.
        responsible_bodies: Bodies that are to act on it.
        criteria: Criteria an author mapped it to.
        actions: What is done about it.

    Document: ``review``.
    """

    kind_of_thing: ClassVar[str] = "finding"

    kind: Code
    statement: Text
    responsible_bodies: tuple[BodyId, ...] = ()
    criteria: tuple[FindingMapping, ...] = ()
    actions: tuple[ActionId, ...] = ()


@value_class
class FindingVerdict(Value):
    """What a later look says about one finding.

    Attributes:
        finding: The finding.
        verdict: The verdict.

    Document: ``review``.
    """

    finding: Annotated[Id, RefersTo(("finding",))]
    verdict: Text


@value_class
class FollowUp(Entity):
    """A later look at what was found.

    Attributes:
        kind: Such as ``monitoring-visit``, ``revisit`` or ``stocktake``.
        on: When.
        findings: Findings that it examined, each with its verdict.
        verdict: Its verdict as a whole.

    Document: ``review``.
    """

    kind: Code
    on: When
    findings: tuple[FindingVerdict, ...] = ()
    verdict: Text | None = None


@value_class
class Review(Document):
    """An inspection, a visit, a peer review, a stocktake, a scrutiny.

    Attributes:
        area: Code of the local area.
        kind: Such as ``inspection``, ``monitoring-visit``, ``revisit``, ``peer-review``,
            ``stocktake`` or ``scrutiny``.
        framework: What it was done under.
        reviewers: Who did it.
        starts_on: When it began.
        ends_on: When it ended.
        published_on: When its report was published.
        outcome: The outcome.
        next_activity: What the report says comes next.
        findings: What was found.
        follow_ups: Later looks at it.
        publishable: Whether it may appear in a published report.

    Document: ``review``.
    """

    kind_of_thing: ClassVar[str] = "review"

    area: LocalAreaCode
    kind: Code
    framework: Line | None = None
    reviewers: tuple[Line, ...] = ()
    starts_on: When | None = None
    ends_on: When | None = None
    published_on: When | None = None
    outcome: InspectionOutcome | None = None
    next_activity: Text | None = None
    findings: tuple[Finding, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    publishable: bool = False

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        starts, ends, published = self.starts_on, self.ends_on, self.published_on
        if starts and ends and ends.last_day < starts.first_day:
            yield "/ends_on", "lies before starts_on"
        elif ends and published and published.last_day < ends.first_day:
            yield "/published_on", "lies before ends_on"
