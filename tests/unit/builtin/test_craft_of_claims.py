"""Checks of claims: judgements better than their steps, and sentences that claim too much."""

from datetime import date

import pytest

from sendframe.model import (
    Action,
    ActionRegister,
    ActionUpdate,
    CriteriaSet,
    Criterion,
    CriterionEntry,
    DifferenceMade,
    Document,
    Evidence,
    EvidenceRegister,
    FrozenMap,
    Glossary,
    GlossaryTerm,
    Judgement,
    Promise,
    RatingScale,
    Reply,
    ScaleValue,
    SelfEvaluation,
    SimplifiedFact,
    SuccessCriterion,
    Text,
    Variant,
    Voice,
)
from tests.evaluating import evaluate
from tests.unit.builtin.craft_check import DAY, action, catalogue_of, diagnostics
from tests.unit.conftest import AREA, rate, seen, small, text

JUDGED = date(2025, 11, 4)


def criteria(*, ordered: bool = True) -> CriteriaSet:
    """Return one criterion with a scale of three values, and one that is none."""
    values = [
        ScaleValue(id=name, name=name, order=order)
        for order, name in enumerate(("low", "middle", "top"))
    ]
    unknown = ScaleValue(id="unknown", name="not judged", stands_for="unknown")
    scale = RatingScale(id="scale", title=text("Scale"), ordered=ordered, values=(*values, unknown))
    return CriteriaSet(
        id="criteria",
        title=text("Criteria"),
        publisher="The area",
        criteria=(Criterion(id="q", code="1", wording=text("How well?")),),
        rating_scale=scale,
    )


def entry(id_: str = "e", **fields: object) -> CriterionEntry:
    """Return an entry for the criterion."""
    return CriterionEntry(**{"id": id_, "criterion": "q", **fields})


def judgement(value: str, previous: str | None = None, **fields: object) -> Judgement:
    """Return a judgement of the group."""
    given = {"id": "j", "value": value, "by": "the group", "on": JUDGED, "previous": previous}
    return Judgement(**{**given, **fields})


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


def promise(progress: str | None = None, **fields: object) -> Promise:
    """Return a promise that came to something or not."""
    because = {"because": text("No money.")} if progress == "cannot" else {}
    return Promise(said=text("We will open clubs."), progress=progress, **because, **fields)


def actions(*members: Action) -> ActionRegister:
    """Return a register of actions."""
    return ActionRegister(id="actions", title=text("Actions"), actions=members)


def with_criterion(state: str | None) -> ActionRegister:
    """Return an action with one success criterion."""
    criterion = SuccessCriterion(id="s", statement=text("Ten clubs."), state=state)
    return actions(action("a", success_criteria=(criterion,)))


# Judgements better than their steps, by SFR823

NOT_BEGUN = promise("not_begun")


def asked(*documents: Document, as_at: date = DAY) -> list[str]:
    """Return the questions about judgements."""
    return [item.question for item in diagnostics("SFR823", *documents, as_at=as_at)]


def test_a_judgement_that_rose_while_nothing_was_done_is_asked_about() -> None:
    """Those of one edition are one question."""
    first = entry(promises=(NOT_BEGUN, promise("cannot")), judgement=judgement("middle", "low"))
    (question,) = asked(criteria(), edition(first))
    assert question == (
        "The judgement 'j' of autumn 2025 is better than before, and nothing that was promised has "
        "been done. What does it rest on?"
    )
    second = entry("f", promises=(NOT_BEGUN,), judgement=judgement("top", id="k"))
    (question,) = asked(criteria(), edition(first, second))
    assert question.startswith(
        "Each of the judgements 'j' and 'k' of autumn 2025 is better than before or the best there"
    )
    (question,) = asked(criteria(), edition(second))
    assert question.startswith("The judgement 'k' of autumn 2025 is the best there is, and nothing")


@pytest.mark.parametrize(
    ("value", "previous", "is_asked"),
    [
        ("middle", "low", True),
        ("middle", "middle", False),
        ("middle", "top", False),
        ("middle", None, False),
        ("middle", "unknown", False),
        ("top", None, True),
        ("top", "top", True),
        ("unknown", "low", False),
    ],
)
def test_only_a_better_or_the_best_value_is_asked_about(
    value: str, previous: str | None, is_asked: bool
) -> None:
    """The same value, a worse one, and one after no judgement claim nothing new."""
    made = edition(entry(promises=(NOT_BEGUN,), judgement=judgement(value, previous)))
    assert bool(asked(criteria(), made)) == is_asked


@pytest.mark.parametrize(
    ("promises", "is_asked"),
    [
        ((NOT_BEGUN, promise("partly")), False),
        ((NOT_BEGUN, promise("kept")), False),
        ((promise(),), False),
        ((promise(), NOT_BEGUN), True),
        ((), False),
    ],
)
def test_one_step_that_was_taken_in_part_is_enough(
    promises: tuple[Promise, ...], is_asked: bool
) -> None:
    """And without any step that somebody decided about there is nothing to ask."""
    made = edition(entry(promises=promises, judgement=judgement("top")))
    assert bool(asked(criteria(), made)) == is_asked


@pytest.mark.parametrize(
    ("state", "is_asked"), [("not_met", True), ("partly", False), ("met", False), (None, False)]
)
def test_success_criteria_stand_for_a_promise_without_progress(
    state: str | None, is_asked: bool
) -> None:
    """Of its actions; one whose progress is given needs none."""
    made = edition(entry(promises=(promise(actions=("a",)),), judgement=judgement("top")))
    assert bool(asked(criteria(), with_criterion(state), made)) == is_asked
    kept = edition(entry(promises=(promise("kept", actions=("a",)),), judgement=judgement("top")))
    assert asked(criteria(), with_criterion("not_met"), kept) == []


def test_an_earlier_edition_an_unordered_scale_or_no_judgement_is_not_asked_about() -> None:
    """Nor a judgement before the day on which it is given."""
    claim = entry(promises=(NOT_BEGUN,), judgement=judgement("top"))
    later = edition(id="next", edition="spring 2026", previous="edition")
    assert asked(criteria(), edition(claim), later) == []
    assert asked(criteria(ordered=False), edition(claim)) == []
    assert asked(criteria(), edition(entry(promises=(NOT_BEGUN,)))) == []
    days = [JUDGED.replace(day=day) for day in (3, 4, 5)]
    assert [len(asked(criteria(), edition(claim), as_at=day)) for day in days] == [0, 1, 1]


# Sentences that claim more than a figure, by SFR824

FACT = "indicator/rate/2024"


def of_figure(words: str, *counts: float | None, fact: str = FACT, **fields: object) -> list[str]:
    """Return what is reported of words for young people that simplify a figure of 2024."""
    variant = Variant(text=words, simplifies=(SimplifiedFact(fact=fact, value="then"),))
    term = GlossaryTerm(
        id="t",
        term="term",
        meaning=Text(default="It.", variants=FrozenMap({"young-people": variant})),
    )
    glossary = Glossary(id="g", title=text("Words"), terms=(term,))
    symbol = "x" if None in counts else None
    portfolio = small(rate(**fields), seen(2024, *counts, symbol=symbol), documents=(glossary,))
    found = evaluate(portfolio, portfolio.observations, as_at=DAY, catalogue=catalogue_of("SFR824"))
    assert not found.failures
    return [item.message for item in found.notices]


@pytest.mark.parametrize("word", ["Every", "Each", "All", "Everyone", "Everybody"])
def test_every_of_a_figure_below_the_whole_is_reported_about(word: str) -> None:
    """With the word and the figure."""
    (message,) = of_figure(f"{word} of you is heard.", 225, 333)
    assert message == (
        f"“{word} of you is heard.” says “{word}”, and the figure that it puts in simple words is "
        "67.6%"
    )


@pytest.mark.parametrize(
    ("top", "is_reported"), [(998, True), (999.4, True), (999.6, False), (1000, False)]
)
def test_the_whole_is_what_is_printed_as_the_whole(top: float, is_reported: bool) -> None:
    """99.9% is not all; what is printed as 100.0% is."""
    assert bool(of_figure("Every plan is in time.", top, 1000)) == is_reported


@pytest.mark.parametrize(
    "words",
    [
        "68 of 100 plans are in time. We check each plan.",
        "Most plans are in time. We check each plan.",
        "Not every plan is in time.",
        "Nearly all plans are in time.",
        "We want every plan to be in time.",
        "Every plan will be in time.",
        "You are heard after all.",
        "We look at it each year.",
        "You help each other.",
        "Plans are in time.",
    ],
)
def test_an_amount_a_wish_or_a_manner_of_speaking_claims_nothing(words: str) -> None:
    """A number says how many; "not", "nearly" and "will" do not say all; "after all" is no claim."""
    assert of_figure(words, 225, 333) == []


def test_a_figure_that_is_no_share_or_not_there_is_not_reported() -> None:
    """Of a count there is no whole, and a fact that is gone is for SFR601."""
    words = "Every plan is in time."
    count = {"unit": "count", "unit_text": None, "factor": None}
    assert of_figure(words, 225, 333, **count) == []
    assert of_figure(words, 225, 333, fact="indicator/rate/2020") == []
    assert of_figure(words, None, None) == []


# Sentences that claim more than voices, by SFR824

OWN = Voice(id="v", who="parent-carers", words=text("We were heard."))
SUMMED = OWN.changed(id="w", words=None, summary=text("They were heard."))
SURVEY = Evidence(id="s", kind="survey", title=text("Survey"))


def difference(words: str) -> DifferenceMade:
    """Return a difference in words."""
    return DifferenceMade(text=text(words))


def of_voices(words: str, *ids: str) -> list[str]:
    """Return what is reported of the difference of an entry that names some evidence."""
    known = EvidenceRegister(
        id="r",
        title=text("Register"),
        evidence=(SURVEY,),
        voices=(OWN, OWN.changed(id="x"), SUMMED),
    )
    made = edition(entry(difference=(difference(words),), evidence=ids))
    return [item.message for item in diagnostics("SFR824", criteria(), known, made)]


def test_families_say_on_one_voice_is_reported_about() -> None:
    """In the words of the sentence; the voice itself is not repeated."""
    assert of_voices("Families tell us that they are heard.", "v") == [
        "the entry 'e' says “Families tell”, and names one voice"
    ]
    assert of_voices("Families tell us that they are heard.", "v", "x") == []
    assert of_voices("A parent told us that she is heard.", "v") == []
    assert of_voices("Families tell us that they are heard.", "w") == [], "it may sum up many"


@pytest.mark.parametrize("ids", [("v",), ("v", "x"), ("w",), ("v", "w")])
def test_no_number_of_voices_shows_what_every_family_says(ids: tuple[str, ...]) -> None:
    """Whether they are quoted or summed up."""
    (message,) = of_voices("Every family knows whom to call.", *ids)
    assert message.startswith("the entry 'e' says “Every family”, and names ")


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ("Three families were helped.", "Three families"),
        ("3 parents were helped.", "3 parents"),
        ("Two families and 12 carers were helped.", "12 carers"),
        ("Two families were helped.", None),
        ("Three schools were helped.", None),
    ],
)
def test_a_number_of_people_needs_as_many_voices(words: str, phrase: str | None) -> None:
    """Two voices show what two families say; of schools no voice is expected."""
    messages = of_voices(words, "v", "x")
    assert [f"“{phrase}”" in message for message in messages] == [True] * bool(phrase)


@pytest.mark.parametrize("ids", [(), ("s",), ("v", "s")])
def test_other_evidence_or_none_is_not_reported(ids: tuple[str, ...]) -> None:
    """A survey may show it; a difference without evidence is for SFR819."""
    assert of_voices("Every family knows whom to call.", *ids) == []


def test_judgements_updates_and_replies_are_joined_to_voices_too() -> None:
    """In every wording, and without words there is nothing to report."""
    claim = Text(
        default="It helps.", variants=FrozenMap({"friendly": Variant(text="You say it helps.")})
    )
    rated = entry(judgement=judgement("middle", reason=claim, used=("v",)))
    bare = entry("f", judgement=judgement("middle", id="k", used=("v",)))
    reported = action("a", updates=(ActionUpdate(text=claim, evidence=("v",)),))
    replies = (
        Reply(id="p", voices=("v",), state="done", difference=DifferenceMade(text=claim)),
        Reply(id="n", voices=("v",), state="done", difference=DifferenceMade(none_yet=claim)),
        Reply(id="o", voices=("v",), state="done", statement=claim),
    )
    known = EvidenceRegister(id="r", title=text("Register"), voices=(OWN,), replies=replies)
    found = diagnostics("SFR824", criteria(), known, edition(rated, bare), actions(reported))
    assert {item.message.split(" says ")[0] for item in found} == {
        "the judgement 'j'",
        "the action 'a'",
        "the reply 'p'",
    }
    assert len(found) == 3
