"""One edition of a self-evaluation: what is known, how, and what people judge."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, ClassVar, Literal

from ._action import ActionId, BodyId, EvidenceId
from ._constraint import LARGEST_INTEGER, Length, Range, RefersTo
from ._criteria import CriterionId, ScaleValueId
from ._day import overdue_on
from ._entity import Document, Entity
from ._period import When
from ._strategy import LocalAreaCode
from ._text import Code, DifferenceMade, Id, Line, Text
from ._value import Value, value_class

__all__ = [
    "AreaForDevelopment",
    "Contributor",
    "CriterionEntry",
    "EvidenceAnswer",
    "Judgement",
    "PartnerView",
    "Promise",
    "SelfEvaluation",
    "Step",
]


@value_class
class PartnerView(Value):
    """Whether a partner agrees. Silence is never agreement.

    Attributes:
        who: The partner, such as "parent carer forum".
        criterion: The criterion it is about; absent for the whole, and in a judgement.
        view: Whether the partner agrees.
        statement: The view in the partner's words.
        answer: What was answered.

    Document: ``self-evaluation``.
    """

    who: Line
    criterion: CriterionId | None = None
    view: Literal["agrees", "partly", "disagrees", "no_view_recorded"]
    statement: Text | None = None
    answer: Text | None = None


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
        views: Which partners agreed, and which did not.

    Document: ``self-evaluation``.
    """

    kind: Code
    body: BodyId | None = None
    by: Line | None = None
    on: When | None = None
    dissent: Text | None = None
    views: tuple[PartnerView, ...] = ()


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
        used: Evidence that it rests on.
        not_used: Evidence that was known and left aside.
        views: Which partners agree with it, and which do not.

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
    used: tuple[EvidenceId, ...] = ()
    not_used: tuple[EvidenceId, ...] = ()
    views: tuple[PartnerView, ...] = ()


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
        due: By when.
        progress: What has become of it, in one word. That it is late is not said but computed.
        became: What became of it.
        because: Why it is not kept; always there with ``cannot``.
        commitment: The commitment it was.
        actions: The actions it was.

    Document: ``self-evaluation``.
    """

    said: Text
    due: When | None = None
    progress: Literal["kept", "partly", "not_begun", "cannot"] | None = None
    became: Text | None = None
    because: Text | None = None
    commitment: Annotated[Id, RefersTo(("commitment",))] | None = None
    actions: tuple[ActionId, ...] = ()

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if self.progress == "cannot" and self.because is None:
            yield "/progress", '"cannot" needs a reason in "because"'

    def is_late(self, as_at: date) -> bool:
        """Say whether its last possible day is over, and it is neither kept nor given up."""
        is_open = self.progress not in ("kept", "cannot")
        return is_open and self.due is not None and overdue_on(self.due, as_at)


@value_class
class CriterionEntry(Entity):
    """What an edition says about one criterion.

    Attributes:
        criterion: The criterion.
        wanted: What we wanted.
        did: What we did.
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
    wanted: tuple[Text, ...] = ()
    did: tuple[Text, ...] = ()
    working_well: tuple[Text, ...] = ()
    changing: tuple[Text, ...] = ()
    difference: tuple[DifferenceMade, ...] = ()
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
        summary: What it says as a whole.
        entries: What it says, criterion by criterion.
        next_steps: What comes next.
        next_edition: When the next edition is to be made.
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
    summary: Text | None = None
    entries: tuple[CriterionEntry, ...] = ()
    next_steps: tuple[Text, ...] = ()
    next_edition: When | None = None
    previous: Annotated[Id, RefersTo(("self-evaluation",))] | None = None
