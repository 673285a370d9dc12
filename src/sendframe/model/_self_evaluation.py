"""One edition of a self-evaluation: what is known, how, and what people judge."""

from datetime import date
from typing import Annotated, ClassVar

from ._action import ActionId, BodyId, EvidenceId
from ._constraint import LARGEST_INTEGER, Length, Range, RefersTo
from ._criteria import CriterionId, ScaleValueId
from ._entity import Document, Entity
from ._period import When
from ._strategy import LocalAreaCode
from ._text import Code, Id, Line, Text
from ._value import Value, value_class

__all__ = [
    "AreaForDevelopment",
    "Contributor",
    "CriterionEntry",
    "EvidenceAnswer",
    "Judgement",
    "Promise",
    "SelfEvaluation",
    "Step",
]


@value_class
class Step(Value):
    """A step an edition went through.

    Attributes:
        kind: Such as ``drafted``, ``moderated``, ``forum-response``, ``challenged-at-board``,
            ``signed-off-by-council``, ``signed-off-by-icb``, ``published`` or ``fed-back``.
        body: The body that took it.
        by: Who took it, where that is no body of the portfolio.
        on: When.
        dissent: What was not agreed.

    Document: ``self-evaluation``.
    """

    kind: Code
    body: BodyId | None = None
    by: Line | None = None
    on: When | None = None
    dissent: Text | None = None


@value_class
class Contributor(Value):
    """Who contributed, by sector.

    Attributes:
        sector: The sector, such as "health" or "parent carers".
        count: How many people.

    Document: ``self-evaluation``.
    """

    sector: Line
    count: Annotated[int, Range(0, LARGEST_INTEGER)] | None = None


@value_class
class Judgement(Entity):
    """What people judge. Made by people only; a rule makes a score.

    Attributes:
        value: Value of the scale.
        reason: Why this value.
        by: The role or group that judged.
        on: Day of the judgement.
        moderated_by: Who moderated it.
        previous: The value before.
        why_changed: Why it is another value now.

    Document: ``self-evaluation``.
    """

    kind_of_thing: ClassVar[str] = "judgement"

    value: ScaleValueId
    reason: Text | None = None
    by: Line
    on: date
    moderated_by: Line | None = None
    previous: ScaleValueId | None = None
    why_changed: Text | None = None


@value_class
class EvidenceAnswer(Value):
    """Evidence that contradicts the judgement, and what is said to it.

    Attributes:
        evidence: The evidence.
        answer: The answer.

    Document: ``self-evaluation``.
    """

    evidence: EvidenceId
    answer: Text


@value_class
class AreaForDevelopment(Value):
    """What must get better.

    Attributes:
        statement: What.
        actions: What is done about it.

    Document: ``self-evaluation``.
    """

    statement: Text
    actions: tuple[ActionId, ...] = ()


@value_class
class Promise(Value):
    """What we said we would do, and what became of it.

    Attributes:
        said: What we said.
        became: What became of it.
        commitment: The commitment it was.
        actions: The actions it was.

    Document: ``self-evaluation``.
    """

    said: Text
    became: Text
    commitment: Annotated[Id, RefersTo(("commitment",))] | None = None
    actions: tuple[ActionId, ...] = ()


@value_class
class CriterionEntry(Entity):
    """What an edition says about one criterion.

    Attributes:
        criterion: The criterion.
        working_well: What is working well.
        changing: What is changing.
        difference: The difference it made.
        evidence: How we know.
        answers: Contradicting evidence, answered.
        areas_for_development: What must get better.
        promises: What we said we would do and what became of it.
        judgement: What people judge; absent where nobody has, or none is published.

    Document: ``self-evaluation``.
    """

    criterion: CriterionId
    working_well: tuple[Text, ...] = ()
    changing: tuple[Text, ...] = ()
    difference: tuple[Text, ...] = ()
    evidence: tuple[EvidenceId, ...] = ()
    answers: tuple[EvidenceAnswer, ...] = ()
    areas_for_development: tuple[AreaForDevelopment, ...] = ()
    promises: tuple[Promise, ...] = ()
    judgement: Judgement | None = None


@value_class
class SelfEvaluation(Document):
    """One edition of a self-evaluation.

    Attributes:
        area: Code of the local area.
        edition: Which edition, such as "autumn 2025".
        criteria_sets: Sets of criteria it answers.
        cycle: How often it is made, such as ``twice-a-year``.
        data_cut_off: Last day whose figures were used.
        contributors: Who contributed.
        steps: What it went through.
        entries: What it says, criterion by criterion.
        previous: The edition before.

    Document: ``self-evaluation``.
    """

    kind_of_thing: ClassVar[str] = "self-evaluation"

    area: LocalAreaCode
    edition: Line
    criteria_sets: Annotated[tuple[Annotated[Id, RefersTo(("criteria-set",))], ...], Length(1)]
    cycle: Code | None = None
    data_cut_off: date | None = None
    contributors: tuple[Contributor, ...] = ()
    steps: tuple[Step, ...] = ()
    entries: tuple[CriterionEntry, ...] = ()
    previous: Annotated[Id, RefersTo(("self-evaluation",))] | None = None
