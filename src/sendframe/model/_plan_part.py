"""The parts a plan is made of, from principles to risks."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from ._action import ActionId, BodyId, EvidenceId, Responsible
from ._constraint import LARGEST_INTEGER, Length, Range, RefersTo
from ._entity import Document, Entity, Source
from ._period import Period, When
from ._text import Code, Id, Line, Link, Text
from ._value import Value, value_class

__all__ = [
    "Aim",
    "Approval",
    "CoProduction",
    "Commitment",
    "Consultation",
    "Glossary",
    "GlossaryTerm",
    "ImpactAssessment",
    "Money",
    "Outcome",
    "Places",
    "PlanPeriod",
    "Principle",
    "Publication",
    "Rationale",
    "Relation",
    "Risk",
    "StrategyId",
]

StrategyId = Annotated[Id, RefersTo(("strategy",))]


@value_class
class PlanPeriod(Value):
    """What time a plan is for.

    Attributes:
        starts: When it begins.
        ends: When it ends.

    Document: ``strategy``.
    """

    starts: When
    ends: When

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if self.ends.last_day < self.starts.first_day:
            yield "/ends", "lies before the start"


@value_class
class Consultation(Entity):
    """When people were asked, and what changed because of their answers.

    Attributes:
        title: What was asked about.
        opened_on: When it began.
        closed_on: When it ended.
        responses: How many answered.
        what_changed: What is different because of it.
        link: Where it is published.

    Document: ``strategy``.
    """

    title: Text | None = None
    opened_on: When | None = None
    closed_on: When | None = None
    responses: Annotated[int, Range(0, LARGEST_INTEGER)] | None = None
    what_changed: Text | None = None
    link: Link | None = None

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        opened, closed = self.opened_on, self.closed_on
        if opened and closed and closed.last_day < opened.first_day:
            yield "/closed_on", "lies before opened_on"


@value_class
class Approval(Value):
    """Who agreed to it, and when.

    Attributes:
        body: The body that agreed.
        on: When.
        link: The record of the decision.

    Document: ``strategy``.
    """

    body: BodyId
    on: When | None = None
    link: Link | None = None


@value_class
class ImpactAssessment(Entity):
    """An assessment that a plan needs before it is adopted.

    Attributes:
        kind: Such as ``equality`` or ``data-protection``.
        on: When it was made.
        what_changed: What is different in the plan because of it.
        link: Where it is published.

    Document: ``strategy``.
    """

    kind: Code
    on: When | None = None
    what_changed: Text | None = None
    link: Link | None = None


@value_class
class Relation(Value):
    """How a plan stands to another one.

    Attributes:
        kind: Such as ``delivers``, ``underpinned-by``, ``part-of``, ``supersedes``,
            ``summary-of`` or ``sits-inside``.
        strategy: The other plan, where it is in the portfolio.
        title: Its title, where it is not.
        link: Where it is published.

    Document: ``strategy``.
    """

    kind: Code
    strategy: StrategyId | None = None
    title: Line | None = None
    link: Link | None = None

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if self.strategy is None and self.title is None:
            yield "", "needs a strategy or a title"


@value_class
class Publication(Entity):
    """A form in which a plan is published.

    Attributes:
        kind: Such as ``full``, ``friendly-read``, ``video``, ``plan-on-a-page`` or ``bsl``.
        title: Its title.
        audience: Who it is for.
        format: Such as ``pdf``, ``html`` or ``video``.
        link: Where it is.
        published: When it was published.
        made_with: Who made it together.

    Document: ``strategy``.
    """

    kind: Code
    title: Text | None = None
    audience: Code | None = None
    format: Code | None = None
    link: Link | None = None
    published: When | None = None
    made_with: tuple[Line, ...] = ()


@value_class
class CoProduction(Value):
    """How people who the plan is for took part in making it.

    Attributes:
        level: ``told``, ``consulted``, ``co-designed`` or ``co-produced``, or the area's own word.
        with_whom: Who took part.
        when: When.
        agreed_by_forum: Whether the parent carer forum agrees with this account;
            absent where that is not known.
        statement: The account itself.

    Document: ``strategy``.
    """

    level: Code
    with_whom: tuple[Line, ...] = ()
    when: When | None = None
    agreed_by_forum: bool | None = None
    statement: Text | None = None


@value_class
class Rationale(Value):
    """Why a plan says what it says.

    Attributes:
        statement: The reason.
        sources: Needs analysis, data or sufficiency work it rests on.
        evidence: Evidence it rests on.

    Document: ``strategy``.
    """

    statement: Text
    sources: tuple[Source, ...] = ()
    evidence: tuple[EvidenceId, ...] = ()


@value_class
class Principle(Entity):
    """A value, a way of working or a pledge: it has no owner and no date.

    Attributes:
        kind: Such as ``value``, ``way-of-working`` or ``pledge``.
        statement: The principle.

    Document: ``strategy``.
    """

    kind: Code
    statement: Text


@value_class
class Outcome(Entity):
    """A change for children and young people.

    Attributes:
        statement: The outcome, such as "I get help when I need it".
        voice: Who speaks, such as ``i``, ``we`` or ``children-are``.
        preparing_for_adulthood_strand: Which strand of preparing for adulthood it belongs to.
        serves: Priorities that it belongs to, where outcomes and priorities are two lists.

    Document: ``strategy``.
    """

    kind_of_thing: ClassVar[str] = "outcome"

    statement: Text
    voice: Code | None = None
    preparing_for_adulthood_strand: Code | None = None
    serves: tuple[Annotated[Id, RefersTo(("priority",))], ...] = ()


@value_class
class Aim(Entity):
    """A change in the system, such as shorter waiting times.

    Attributes:
        statement: The aim.

    Document: ``strategy``.
    """

    kind_of_thing: ClassVar[str] = "aim"

    statement: Text


@value_class
class Commitment(Entity):
    """A "we will".

    Attributes:
        statement: What we will do.
        commitment_class: Such as ``must``, ``should``, ``could``, or ``statutory``.
        what_we_want: What we want.
        where_we_are: Where we are now.
        what_we_will_see: What we will see.
        difference: The difference it will make.
        actions: The actions that carry it out.

    Document: ``strategy``.
    """

    kind_of_thing: ClassVar[str] = "commitment"

    statement: Text
    commitment_class: Code | None = None
    what_we_want: Text | None = None
    where_we_are: Text | None = None
    what_we_will_see: Text | None = None
    difference: Text | None = None
    actions: tuple[ActionId, ...] = ()


@value_class
class Risk(Entity):
    """What may go wrong.

    Attributes:
        statement: The risk.
        likelihood: How likely it is, in the area's own words.
        impact: How bad it would be, in the area's own words.
        change: How it changed since it was last reported.
        mitigation: What is done about it.
        owners: Roles that watch it.
        actions: Actions that lessen it.

    Document: ``strategy``.
    """

    kind_of_thing: ClassVar[str] = "risk"

    statement: Text
    likelihood: Code | None = None
    impact: Code | None = None
    change: Literal["higher", "same", "lower"] | None = None
    mitigation: Text | None = None
    owners: tuple[Responsible, ...] = ()
    actions: tuple[ActionId, ...] = ()


@value_class
class Money(Entity):
    """A line of the money that a plan needs, in pounds sterling.

    Attributes:
        title: What it is for, such as the high needs block.
        period: The time it is for.
        budget: What may be spent.
        forecast: What will be spent by the present forecast.
        balance: What is left; less than 0 for a deficit.
        source: Where the figures are from.

    Document: ``strategy``.
    """

    title: Text
    period: Period
    budget: Annotated[float, Range(0, LARGEST_INTEGER)] | None = None
    forecast: Annotated[float, Range(0, LARGEST_INTEGER)] | None = None
    balance: Annotated[float, Range(-LARGEST_INTEGER, LARGEST_INTEGER)] | None = None
    source: Line | None = None


@value_class
class Places(Entity):
    """Places that are needed and that there are, for one phase and need.

    Attributes:
        phase: Such as ``primary``, ``secondary`` or ``post-16``; absent for all.
        need: The need that the places are for; absent for all.
        period: The time it is about.
        needed: How many are needed.
        available: How many there are.
        planned: How many more are planned.
        source: Where the figures are from.

    Document: ``strategy``.
    """

    phase: Code | None = None
    need: Code | None = None
    period: Period
    needed: Annotated[int, Range(0, LARGEST_INTEGER)] | None = None
    available: Annotated[int, Range(0, LARGEST_INTEGER)] | None = None
    planned: Annotated[int, Range(0, LARGEST_INTEGER)] | None = None
    source: Line | None = None


@value_class
class GlossaryTerm(Entity):
    """A word that needs explaining.

    Attributes:
        term: The word.
        meaning: What it means, in plain words.

    Documents: ``strategy`` and ``glossary``.
    """

    term: Line
    meaning: Text


@value_class
class Glossary(Document):
    """Words that need explaining, apart from any plan.

    Attributes:
        publisher: Who keeps it.
        terms: The words.

    Document: ``glossary``.
    """

    kind_of_thing: ClassVar[str] = "glossary"

    publisher: Line | None = None
    terms: Annotated[tuple[GlossaryTerm, ...], Length(1)]
