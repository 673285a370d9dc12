"""Evidence, voices with their consent, and the replies people were given."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, ClassVar, Literal

from ._action import ActionId
from ._constraint import LARGEST_INTEGER, Range, RefersTo
from ._day import expired_on, known_by
from ._entity import Document, Entity, Source
from ._measure import IndicatorId
from ._period import Period, When
from ._text import Code, DifferenceMade, Id, Line, Picture, Text
from ._value import Value, value_class

__all__ = [
    "Consent",
    "Evidence",
    "EvidenceRegister",
    "LocalOfferComment",
    "Reply",
    "Sample",
    "Stance",
    "ToldBack",
    "Voice",
]

ClaimId = Annotated[
    Id,
    RefersTo(
        (
            "criterion",
            "priority",
            "outcome",
            "aim",
            "commitment",
            "action",
            "measure",
            "judgement",
            "finding",
        )
    ),
]
"""What evidence may speak for or against."""


@value_class
class Stance(Value):
    """What a piece of evidence, or something that was said, says about a claim.

    Attributes:
        claim: The claim.
        side: Whether it speaks for the claim or against it; ``neither`` for what belongs to a claim
            and takes no side.

    Document: ``evidence``.
    """

    claim: ClaimId
    side: Literal["for", "against", "neither"]


class _WithStances:
    """Evidence and voices, by the claims that they are about."""

    __slots__ = ()

    stances: tuple[Stance, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of all claims that it is about."""
        return tuple(stance.claim for stance in self.stances)

    @property
    def supports(self) -> tuple[str, ...]:
        """The ids of the claims that it speaks for."""
        return tuple(stance.claim for stance in self.stances if stance.side == "for")

    @property
    def contradicts(self) -> tuple[str, ...]:
        """The ids of the claims that it speaks against."""
        return tuple(stance.claim for stance in self.stances if stance.side == "against")

    def conflicting_stances(self) -> Iterator[tuple[str, str]]:
        """Yield a broken rule for each claim on which it takes a second side."""
        sides: dict[str, str] = {}
        for index, stance in enumerate(self.stances):
            if sides.setdefault(stance.claim, stance.side) != stance.side:
                yield f"/stances/{index}/side", "is another one than above, for the same claim"


@value_class
class Sample(Value):
    """Who was asked or looked at, of how many.

    Attributes:
        size: How many there are in it.
        population: Size of the population that it was taken from.
        how_selected: How they were chosen.
        response_rate: Share of those asked who answered, from 0 to 1.
        self_selecting: True where people chose to take part themselves; then no interval,
            trend or comparison is computed from it.

    Document: ``evidence``.
    """

    size: Annotated[int, Range(0, LARGEST_INTEGER)] | None = None
    population: Annotated[int, Range(0, LARGEST_INTEGER)] | None = None
    how_selected: Line | None = None
    response_rate: Annotated[float, Range(0, 1)] | None = None
    self_selecting: bool | None = None

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if self.size is not None and self.population is not None and self.size > self.population:
            yield "/size", "is more than the population"


@value_class
class Evidence(Entity, _WithStances):
    """Something that shows whether a claim holds.

    Attributes:
        kind: Such as ``quantitative``, ``survey``, ``voice``, ``multi-agency-case-audit``,
            ``dip-sample``, ``case-study``, ``complaint-theme``, ``practitioner-voice``,
            ``inspection``, ``document`` or ``observation``.
        title: What it is.
        summary: What it says.
        on: Date of it.
        period: The time it is about.
        source_body: Who it comes from.
        method: How it was made.
        population: Whom it is about.
        sample: The people who were asked, or the cases that were examined.
        question: The wording asked, in a survey.
        produced_by: Who worked it out.
        collected_by: Who collected it.
        expires_on: Last day it may be relied on.
        sensitivity: How it is to be handled, in the area's own words.
        publishable: Whether it may appear in a published report.
        stances: What it says about claims, each claim once.
        indicators: Indicators whose figures it is.
        links: Where it can be read.

    Document: ``evidence``.
    """

    kind_of_thing: ClassVar[str] = "evidence"

    kind: Code
    title: Text
    summary: Text | None = None
    on: When | None = None
    period: Period | None = None
    source_body: Line | None = None
    method: Text | None = None
    population: Line | None = None
    sample: Sample | None = None
    question: Text | None = None
    produced_by: Line | None = None
    collected_by: Line | None = None
    expires_on: date | None = None
    sensitivity: Code | None = None
    publishable: bool = False
    stances: tuple[Stance, ...] = ()
    indicators: tuple[IndicatorId, ...] = ()
    links: tuple[Source, ...] = ()

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        yield from self.conflicting_stances()


@value_class
class Consent(Value):
    """What somebody agreed to have done with their words.

    Attributes:
        given_by: Who agreed, as a role such as "the young person" or "a parent".
        given_on: Day they agreed.
        profiles: Reports the words may appear in, by profile id.
        covers: Whether the words may appear, or the summary, or both.
        agreed: Whether the young person agreed, a parent, or both.
        details: What may be said of the person beside the words, such as ``age``, ``place`` or
            ``school``.
        until: Last day they may be used.
        ask_again_on: Day on which the person is to be asked again.
        withdrawn_on: Day consent was withdrawn; once it is written down, the words appear nowhere.

    Document: ``evidence``.
    """

    given_by: Line
    given_on: date | None = None
    profiles: tuple[Id, ...] = ()
    covers: Literal["words", "summary", "both"] = "words"
    agreed: Literal["young_person", "parent", "both"] | None = None
    details: tuple[Code, ...] = ()
    until: date | None = None
    ask_again_on: date | None = None
    withdrawn_on: date | None = None

    def allows(self, profile: str, as_at: date) -> bool:
        """Say whether the words may appear in a report of *profile* made on *as_at*."""
        return (
            profile in self.profiles
            and known_by(self.given_on, as_at)
            and not self.has_ended(as_at)
        )

    def has_ended(self, as_at: date) -> bool:
        """Say whether it was withdrawn, or has run out on *as_at*.

        A withdrawal that is written down holds for reports of earlier days too: they are made now.
        """
        return self.withdrawn_on is not None or expired_on(self.until, as_at)


@value_class
class Voice(Entity, _WithStances):
    """What somebody said.

    Attributes:
        who: Such as ``children-and-young-people``, ``parent-carers`` or ``practitioners``.
        words: Their own words.
        summary: What they said, in other words.
        on: When.
        event: Where it was said.
        theme: What it is about.
        consent: What they agreed to; without it their words appear in no report.
        stances: What it says about claims, each claim once.

    Document: ``evidence``.
    """

    kind_of_thing: ClassVar[str] = "voice"

    who: Code
    words: Text | None = None
    summary: Text | None = None
    on: When | None = None
    event: Line | None = None
    theme: Code | None = None
    consent: Consent | None = None
    stances: tuple[Stance, ...] = ()

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if self.words is None and self.summary is None:
            yield "", "needs words or a summary"
        yield from self.conflicting_stances()

    def allowed_in(self, profile: str, as_at: date) -> "Voice | None":
        """Return it with what the consent covers in a report made on *as_at*; None for nothing."""
        consent = self.consent
        if consent is None or not consent.allows(profile, as_at):
            return None
        words = self.words if consent.covers in ("words", "both") else None
        summary = self.summary if consent.covers in ("summary", "both") else None
        if words is None and summary is None:
            return None
        covers_all = (words, summary) == (self.words, self.summary)
        return self if covers_all else self.changed(words=words, summary=summary)


@value_class
class ToldBack(Value):
    """When and how people were told what came of what they said.

    Attributes:
        on: Day.
        channel: How, such as "youth forum" or "newsletter".

    Document: ``evidence``.
    """

    on: date
    channel: Line


@value_class
class Reply(Entity):
    """What was answered to what people said.

    Attributes:
        voices: What it answers.
        state: ``done``, ``partly``, ``not_yet`` or ``cannot``.
        statement: The answer.
        because: Why not; always there with ``cannot``.
        difference: The difference it made.
        due: By when, where it is not done yet.
        actions: What is done about it.
        answers: Commitments, actions and criteria that it belongs to.
        told_back: When and how they were told.
        picture: A picture that stands beside it.

    Document: ``evidence``.
    """

    kind_of_thing: ClassVar[str] = "reply"

    voices: tuple[Annotated[Id, RefersTo(("voice",))], ...]
    state: Literal["done", "partly", "not_yet", "cannot"]
    statement: Text | None = None
    because: Text | None = None
    difference: DifferenceMade | None = None
    due: When | None = None
    actions: tuple[ActionId, ...] = ()
    answers: tuple[Annotated[Id, RefersTo(("commitment", "action", "criterion"))], ...] = ()
    told_back: tuple[ToldBack, ...] = ()
    picture: Picture | None = None

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if self.state == "cannot" and self.because is None:
            yield "/state", '"cannot" needs a reason in "because"'


@value_class
class LocalOfferComment(Entity):
    """A comment on the Local Offer. It has no author: the law requires the comment, not the name.

    Attributes:
        theme: Such as ``content``, ``accessibility`` or ``how-it-is-reviewed``.
        received: When it was received.
        summary: What it said.
        answer: What was answered.
        intended_action: What is going to be done about it.

    Document: ``evidence``.
    """

    theme: Code
    received: When
    summary: Text
    answer: Text | None = None
    intended_action: Text | None = None


@value_class
class EvidenceRegister(Document):
    """What a local area knows, and what people told it.

    Attributes:
        evidence: Evidence.
        voices: What people said.
        replies: What was answered.
        comments: Comments on the Local Offer.

    Document: ``evidence``.
    """

    kind_of_thing: ClassVar[str] = "evidence-register"

    evidence: tuple[Evidence, ...] = ()
    voices: tuple[Voice, ...] = ()
    replies: tuple[Reply, ...] = ()
    comments: tuple[LocalOfferComment, ...] = ()
