"""Checks of judgements and voices: one-sided evidence, claims without any, and unanswered people."""

from datetime import date, timedelta

import pytest

from sendframe.model import (
    Consent,
    CriteriaSet,
    Criterion,
    CriterionEntry,
    Day,
    DifferenceMade,
    Document,
    Evidence,
    EvidenceRegister,
    Judgement,
    Month,
    Priority,
    RatingScale,
    Reply,
    ScaleValue,
    SelfEvaluation,
    Stance,
    ToldBack,
    Voice,
)
from tests.unit.builtin.craft_check import DAY, around, diagnostics, plan
from tests.unit.conftest import AREA, text

SAID = Day(on=date(2025, 10, 31))
"""92 days before the day of the evaluation."""
LONG_AGO = Month(year=2025, month=2)
YOUNG = "children-and-young-people"


def voice(id_: str = "v", **fields: object) -> Voice:
    """Return a voice."""
    return Voice(**{"id": id_, "who": YOUNG, "summary": text("Clubs"), "on": LONG_AGO, **fields})


def reply(*voices: str, id_: str = "r", **fields: object) -> Reply:
    """Return a reply."""
    return Reply(**{"id": id_, "voices": voices, "state": "not_yet", **fields})


def register(id_: str = "register", **fields: object) -> EvidenceRegister:
    """Return a register of evidence."""
    return EvidenceRegister(id=id_, title=text("Register"), **fields)


# Voices without a reply, by SFR812


def test_a_voice_is_reported_after_three_months_without_a_reply() -> None:
    """The days count from the last day of its date."""
    assert around("SFR812", register(voices=(voice(on=SAID),)), last=DAY) == [0, 0, 1]
    month = Month(year=2025, month=10)
    assert around("SFR812", register(voices=(voice(on=month),)), last=DAY) == [0, 0, 1]
    (notice,) = diagnostics("SFR812", register(voices=(voice(),)))
    assert notice.message == (
        "one thing that people said has had no reply for more than 92 days: 'v'"
    )
    two = register(voices=(voice(), voice("w", who="parent-carers")))
    (notice,) = diagnostics("SFR812", two)
    assert notice.message.startswith("2 things that people said have had no reply")


def test_an_area_may_set_its_own_days_for_a_reply() -> None:
    """Some promise an answer within a month."""
    late = register(voices=(voice(on=SAID),))
    assert around("SFR812", late, last=SAID.on + timedelta(days=30), days=30) == [0, 0, 1]


@pytest.mark.parametrize(
    "documents",
    [
        (register(voices=(voice(),), replies=(reply("v"),)),),
        (register(voices=(voice(),)), register("other", replies=(reply("v"),))),
        (register(voices=(voice(on=None),)),),
        (
            register(
                voices=(voice(consent=Consent(given_by="a parent", withdrawn_on=date(2025, 5, 1))),)
            ),
        ),
        (register(),),
    ],
)
def test_a_reply_no_date_or_withdrawn_consent_is_not_reported(documents) -> None:
    """The reply may be in another register, and say "not yet"."""
    assert diagnostics("SFR812", *documents) == ()


def test_a_voice_with_consent_is_reported_like_any_other() -> None:
    """Consent is about using the words; a reply is due in any case."""
    consenting = voice(consent=Consent(given_by="a parent"))
    assert len(diagnostics("SFR812", register(voices=(consenting,)))) == 1


# Replies that nobody was told, by SFR813


def told(on: date) -> dict[str, object]:
    """Return the day on which people were told."""
    return {"told_back": (ToldBack(on=on, channel="youth forum"),)}


def test_a_reply_is_reported_until_people_are_told() -> None:
    """From the day on which they were told it is not."""
    document = register(replies=(reply("v", **told(DAY)),))
    assert around("SFR813", document, last=DAY) == [1, 0, 0]
    (notice,) = diagnostics("SFR813", register(replies=(reply("v"),)))
    assert notice.message == "one reply has not been told back to those who asked: 'r'"
    two = register(replies=(reply("v"), reply("w", id_="s"), reply("x", id_="t", **told(DAY))))
    (notice,) = diagnostics("SFR813", two)
    assert notice.message == "2 replies have not been told back to those who asked: 'r' and 's'"


# Judgements


def scale() -> RatingScale:
    """Return a scale with a value that is no judgement."""
    return RatingScale(
        id="scale",
        title=text("Scale"),
        ordered=True,
        values=(
            ScaleValue(id="secure", name="Secure", order=1),
            ScaleValue(id="unknown", name="Not judged", stands_for="unknown"),
        ),
    )


def criteria(*codes: str) -> CriteriaSet:
    """Return criteria, each with its code as its id."""
    return CriteriaSet(
        id="criteria",
        title=text("Criteria"),
        publisher="The area",
        version="1",
        criteria=tuple(
            Criterion(id=f"q{code}", code=code, wording=text("How well?"), kind="impact")
            for code in codes
        ),
        rating_scale=scale(),
    )


def entry(code: str = "1", value: str | None = "secure", **fields: object) -> CriterionEntry:
    """Return an entry with a judgement."""
    judgement = value and Judgement(
        id=f"j{code}", value=value, by="the group", on=date(2025, 11, 4)
    )
    return CriterionEntry(
        **{"id": f"e{code}", "criterion": f"q{code}", "judgement": judgement, **fields}
    )


def edition(*entries: CriterionEntry, **fields: object) -> SelfEvaluation:
    """Return an edition of a self-evaluation."""
    return SelfEvaluation(
        **{
            "id": "edition",
            "title": text("Self-evaluation"),
            "area": AREA,
            "edition": "autumn 2025",
            "criteria_sets": ("criteria",),
            "entries": entries,
            **fields,
        }
    )


def evidence(id_: str, kind: str = "quantitative", *supports: str) -> Evidence:
    """Return a piece of evidence."""
    return Evidence(
        id=id_,
        kind=kind,
        title=text("Evidence"),
        on=Day(on=date(2025, 9, 1)),
        stances=tuple(Stance(claim=each, side="for") for each in supports),
    )


def questions(code: str, *documents: Document) -> list[str]:
    """Return the questions of a check."""
    return [item.question for item in diagnostics(code, *documents)]


# Evidence of one kind, by SFR817


def test_criteria_judged_on_evidence_of_one_kind_are_asked_about_together() -> None:
    """One question for an edition, with the kind of each."""
    documents = (
        criteria("1", "2", "3"),
        edition(entry("1"), entry("2"), entry("3", value=None)),
        register(
            evidence=(
                evidence("a", "quantitative", "q1"),
                evidence("b", "quantitative", "q1"),
                evidence("c", "survey", "q2"),
                evidence("d", "survey", "q3"),
            )
        ),
    )
    (question,) = diagnostics("SFR817", *documents)
    assert question.question == (
        "Criteria 1 (quantitative), 2 (survey) were judged in autumn 2025 on evidence of one kind "
        "only. What does evidence of another kind say?"
    )
    assert (question.about, len(question.facts)) == ("edition", 2)


def test_a_single_criterion_is_named_alone() -> None:
    """The sentence is in the singular."""
    found = questions(
        "SFR817", criteria("1"), edition(entry()), register(evidence=(evidence("a", "x", "q1"),))
    )
    assert found[0].startswith("Criterion 1 (x) was judged in autumn 2025")


@pytest.mark.parametrize(
    ("document", "pieces"),
    [
        (edition(entry()), (evidence("a", "quantitative", "q1"), evidence("b", "survey", "q1"))),
        (edition(entry(value="unknown")), (evidence("a", "quantitative", "q1"),)),
        (edition(entry(value=None)), (evidence("a", "quantitative", "q1"),)),
        (edition(entry()), ()),
    ],
)
def test_two_kinds_no_judgement_or_no_evidence_are_not_asked_about(document, pieces) -> None:
    """That there is no evidence at all is the matter of another check."""
    assert questions("SFR817", criteria("1"), document, register(evidence=pieces)) == []


def test_only_the_newest_judgement_is_asked_about() -> None:
    """What an earlier edition rested on is past."""
    judgement = Judgement(id="js", value="secure", by="the group", on=date(2025, 4, 1))
    spring = edition(
        entry(judgement=judgement).changed(id="es"),
        id="spring",
        edition="spring 2025",
        data_cut_off=date(2025, 3, 31),
    )
    (question,) = diagnostics(
        "SFR817",
        criteria("1"),
        spring,
        edition(entry(), data_cut_off=date(2025, 10, 31)),
        register(evidence=(evidence("a", "survey", "q1"),)),
    )
    assert question.about == "edition"


# No young voice, by SFR818


def test_criteria_judged_without_a_young_voice_are_asked_about_together() -> None:
    """Figures and a parent's words are no words of children and young people."""
    documents = (
        criteria("1", "2", "3"),
        edition(entry("1"), entry("2"), entry("3")),
        register(
            evidence=(evidence("a", "quantitative", "q1"), evidence("b", "quantitative", "q2")),
            voices=(
                voice("p", who="parent-carers", stances=(Stance(claim="q2", side="for"),)),
                voice("y", stances=(Stance(claim="q3", side="for"),)),
            ),
        ),
    )
    (question,) = questions("SFR818", *documents)
    assert question == (
        "Criteria 1, 2 were judged in autumn 2025 without anything that children and young people "
        "said. What do they say?"
    )


def asked(entries: tuple[CriterionEntry, ...], **pieces: object) -> list[str]:
    """Return the questions about the voice of children and young people."""
    return questions("SFR818", criteria("1"), edition(*entries), register(**pieces))


FIGURES = evidence("a", "quantitative", "q1")


def test_a_single_criterion_without_a_young_voice_is_named_alone() -> None:
    """The sentence is in the singular."""
    (question,) = asked((entry(),), evidence=(FIGURES,))
    assert question.startswith("Criterion 1 was judged")


@pytest.mark.parametrize(
    ("entries", "pieces"),
    [
        (
            (entry(),),
            {"evidence": (FIGURES,), "voices": (voice(stances=(Stance(claim="q1", side="for"),)),)},
        ),
        (
            (entry(),),
            {
                "evidence": (FIGURES,),
                "voices": (voice(stances=(Stance(claim="q1", side="against"),)),),
            },
        ),
        ((entry(evidence=("v",)),), {"evidence": (FIGURES,), "voices": (voice(),)}),
        ((entry(),), {"evidence": (FIGURES, evidence("f", "voice", "q1"))}),
        (
            (entry(evidence=("p",)),),
            {
                "evidence": (evidence("f", "voice", "q1"),),
                "voices": (voice("p", who="parent-carers"),),
            },
        ),
        ((entry(value="unknown"),), {"evidence": (FIGURES,)}),
        ((entry(value=None),), {"evidence": (FIGURES,)}),
        ((entry(),), {}),
    ],
)
def test_a_young_voice_wherever_it_is_named_is_one(entries, pieces) -> None:
    """For, against or in the entry; evidence of the kind "voice" counts as well."""
    assert asked(entries, **pieces) == []


@pytest.mark.parametrize(("who", "count"), [(YOUNG, 0), ("parent-carers", 1)])
def test_what_a_priority_of_the_criterion_quotes_counts(who: str, count: int) -> None:
    """A quote of a young person is heard, a quote of a parent is not theirs."""
    of_priority = Priority(id="p", order=1, statement=text("Help"), criteria=("q1",), quotes=("v",))
    documents = (
        criteria("1"),
        plan(priorities=(of_priority,)),
        edition(entry()),
        register(evidence=(FIGURES,), voices=(voice(who=who),)),
    )
    assert len(questions("SFR818", *documents)) == count


# Differences without evidence, by SFR819


CLAIM = {"difference": (DifferenceMade(text=text("Families feel more confident.")),)}


def test_a_difference_without_evidence_is_reported() -> None:
    """One diagnostic for an edition counts the entries."""
    (notice,) = diagnostics("SFR819", criteria("1"), edition(entry(**CLAIM)))
    assert notice.message == ("one entry states a difference without evidence in autumn 2025: 'e1'")
    assert notice.pointer == "/entries/0"
    two = edition(entry("1", **CLAIM), entry("2", value=None, **CLAIM))
    (notice,) = diagnostics("SFR819", criteria("1", "2"), two)
    assert notice.message.startswith("2 entries state a difference without evidence")


@pytest.mark.parametrize(
    "documents",
    [
        (edition(entry(evidence=("a",), **CLAIM)), register(evidence=(evidence("a"),))),
        (edition(entry(**CLAIM)), register(evidence=(evidence("a", "survey", "q1"),))),
        (edition(entry()),),
        (edition(entry(difference=(DifferenceMade(none_yet=text("It has just begun.")),))),),
        (edition(entry(**CLAIM)), edition(id="next", edition="spring 2026", previous="edition")),
    ],
)
def test_evidence_no_claim_or_a_later_edition_is_not_reported(documents) -> None:
    """What an edition that was followed by another one claimed is past."""
    assert diagnostics("SFR819", criteria("1"), *documents) == ()
