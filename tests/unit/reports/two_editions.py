"""Two editions of a small self-evaluation, and the documents that belong to them."""

from datetime import date

from sendframe.model import (
    Action,
    ActionRegister,
    ActionUpdate,
    AreaForDevelopment,
    Body,
    Consent,
    Contributor,
    CriteriaSet,
    Criterion,
    CriterionEntry,
    Day,
    DifferenceMade,
    DueChange,
    Evidence,
    EvidenceAnswer,
    EvidenceRegister,
    FrozenMap,
    Governance,
    Judgement,
    Month,
    Promise,
    RatingScale,
    Sample,
    ScaleValue,
    SelfEvaluation,
    Stance,
    Status,
    Step,
    Text,
    Variant,
    Voice,
)
from tests.unit.conftest import AREA, text

CONSENT = Consent(given_by="a parent", profiles=("sef-update",), covers="both")
CRITERIA = CriteriaSet(
    id="questions",
    title=text("Questions"),
    publisher="Board",
    version="1",
    criteria=(
        Criterion(id="q1", code="1", wording=text("Do we listen?"), kind="impact"),
        Criterion(id="q2", code="2", wording=text("Do we help?"), kind="impact"),
    ),
    rating_scale=RatingScale(
        id="scale",
        title=text("How well?"),
        ordered=True,
        values=(
            ScaleValue(id="low", name="Low", order=1, shape="triangle"),
            ScaleValue(id="high", name="High", order=2),
        ),
    ),
)
EVIDENCE = EvidenceRegister(
    id="evidence",
    title=text("Evidence"),
    evidence=(
        Evidence(
            id="figures",
            kind="quantitative",
            title=text("Plans on time"),
            summary=text("Half of them."),
            on=Month(year=2025, month=6),
            source_body="Office",
            publishable=True,
            indicators=("rate", "none-such"),
        ),
        Evidence(
            id="survey",
            kind="survey",
            title=text("Survey"),
            publishable=True,
            expires_on=date(2025, 12, 31),
            stances=(Stance(claim="q1", side="against"),),
            population="families",
            sample=Sample(
                size=131,
                population=655,
                response_rate=0.2,
                how_selected="all were asked",
                self_selecting=True,
            ),
        ),
        Evidence(id="poll", kind="survey", title=text("Poll"), publishable=True),
        Evidence(
            id="visit",
            kind="observation",
            title=text("Visit"),
            publishable=True,
            sample=Sample(how_selected="nine schools"),
        ),
        Evidence(id="secret", kind="complaint-theme", title=text("Complaints")),
    ),
    voices=(
        Voice(
            id="parent",
            who="parent-carers",
            words=text("Nobody rang."),
            on=Month(year=2025, month=3),
            consent=CONSENT,
        ),
        Voice(id="forum", who="parent-carers", summary=text("They wait."), consent=CONSENT),
        Voice(id="silent", who="practitioners", words=text("Too much paper.")),
    ),
)
ACTIONS = ActionRegister(
    id="actions",
    title=text("Actions"),
    delivery_scale=RatingScale(
        id="delivery",
        title=text("Done?"),
        ordered=False,
        values=(ScaleValue(id="behind", name="Behind"),),
    ),
    actions=(
        Action(
            id="call",
            title=text("Call every family"),
            due=Month(year=2026, month=3),
            due_history=(
                DueChange(
                    due=Month(year=2025, month=5),
                    changed_on=date(2025, 3, 1),
                    reason=text("Too early."),
                ),
                DueChange(
                    due=Month(year=2025, month=9),
                    changed_on=date(2025, 8, 1),
                    reason=text("No staff."),
                ),
            ),
            delivery=Status(value="behind", on=Day(on=date(2025, 10, 1))),
            updates=(
                ActionUpdate(on=Day(on=date(2025, 10, 1)), role="manager", text=text("Half done.")),
            ),
        ),
        Action(id="open", title=text("Open a club")),
    ),
)
BOARD = Governance(
    id="governance",
    title=text("Who decides"),
    area=AREA,
    bodies=(Body(id="board", name="Partnership Board", kind="board"),),
)


def judgement(id_: str, value: str, **more: object) -> Judgement:
    """Return a judgement."""
    given = {"id": id_, "value": value, "by": "partnership", "on": date(2025, 11, 4)}
    return Judgement(**{**given, **more})


SPRING = SelfEvaluation(
    id="spring",
    title=text("Self-evaluation, spring 2025"),
    area=AREA,
    edition="spring 2025",
    criteria_sets=("questions",),
    data_cut_off=date(2025, 4, 30),
    contributors=(Contributor(sector="health", count=3),),
    entries=(
        CriterionEntry(
            id="s1",
            criterion="q1",
            working_well=(text("We have begun."),),
            evidence=("figures", "secret"),
            promises=(Promise(said=text("We said we would call."), became=text("Not yet.")),),
            judgement=judgement("j-s1", "low", on=date(2025, 5, 6), reason=text("It is early.")),
        ),
    ),
)
AUTUMN = SelfEvaluation(
    id="autumn",
    title=text("Self-evaluation"),
    note=text("Read it with care."),
    area=AREA,
    edition="autumn 2025",
    criteria_sets=("questions", "not-here"),
    cycle="twice-a-year",
    data_cut_off=date(2025, 10, 31),
    contributors=(Contributor(sector="health", count=5), Contributor(sector="schools")),
    steps=(
        Step(kind="drafted", by="partnership group", on=Day(on=date(2025, 11, 1))),
        Step(kind="forum-response", body="board", dissent=text("It is too kind.")),
        Step(kind="sent-round"),
    ),
    previous="spring",
    entries=(
        CriterionEntry(
            id="a1",
            criterion="q1",
            working_well=(
                Text(
                    default="We call more often.",
                    variants=FrozenMap({"young-people": Variant(text="We call you more.")}),
                ),
            ),
            changing=(text("A team of callers."),),
            difference=(DifferenceMade(text=text("Families know.")),),
            evidence=("figures", "survey", "poll", "visit", "secret", "parent", "forum", "silent"),
            answers=(
                EvidenceAnswer(evidence="survey", answer=text("We accept this.")),
                EvidenceAnswer(evidence="secret", answer=text("These are old.")),
                EvidenceAnswer(evidence="parent", answer=text("We are sorry.")),
            ),
            promises=(
                Promise(
                    said=text("We said we would call."),
                    became=text("Half done."),
                    actions=("call",),
                ),
                Promise(said=text("We said we would visit.")),
                Promise(
                    said=text("We said we would move."),
                    progress="cannot",
                    because=text("There is no money."),
                ),
            ),
            areas_for_development=(
                AreaForDevelopment(statement=text("Late calls."), actions=("call", "open")),
                AreaForDevelopment(statement=text("Lost letters.")),
            ),
            judgement=judgement(
                "j-a1",
                "high",
                reason=text("More calls."),
                previous="low",
                why_changed=text("The team began."),
                moderated_by="a neighbour",
            ),
        ),
        CriterionEntry(id="a2", criterion="q2", judgement=judgement("j-a2", "low")),
    ),
)
