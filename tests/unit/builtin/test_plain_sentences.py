"""Sentences for children and young people: their length, ideas, figures and passives."""

import re

import pytest

from sendframe.model import EvidenceRegister, FrozenMap, SimplifiedFact, Variant, Voice
from sendframe.plugins import Catalogue
from tests.evaluating import evaluate
from tests.unit.builtin.craft_check import DAY, catalogue_of, diagnostics, plan
from tests.unit.builtin.plain_check import noticed, plan_for, worded
from tests.unit.conftest import EXAMPLES, rate, seen, small, text

LINTED = ("SFR602", "SFR603", "SFR606", "SFR607")
FIFTEEN = " ".join(["Word", *["word"] * 14])
CHECKS = Catalogue.discover(third_party=False).checks
WYEFORD = sorted(
    {
        words
        for path in (EXAMPLES / "wyeford").glob("*.json")
        for words in re.findall(r'"text": "([^"]+)"', path.read_text(encoding="utf-8"))
    }
)


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        (f"{FIFTEEN}.", []),
        (f"{FIFTEEN} more.", [(1, 16)]),
        (f"{FIFTEEN}. {FIFTEEN}.", []),
        (f"We act. {FIFTEEN} or-so.", [(2, 16)]),
        (f"{FIFTEEN}\n{FIFTEEN}", []),
        (f"{FIFTEEN}, e.g. more", [(1, 17)]),
        (f"{FIFTEEN} – ?!", []),
    ],
)
def test_fifteen_words_are_the_most(words: str, numbers: list[tuple[int, int]]) -> None:
    """The sixteenth is one too many; the sentence is named by its number and not repeated."""
    assert noticed("SFR602", words) == [
        f"sentence {number} of a text for 'young-people' has {count} words; 15 are the most"
        for number, count in numbers
    ]


def test_how_many_words_are_too_many_is_an_option() -> None:
    """So are the names of the variants."""
    assert len(noticed("SFR602", "We listen to you.", options={"words": 3})) == 1
    assert noticed("SFR602", "We listen to you.", options={"words": 4}) == []
    documents = plan_for(f"{FIFTEEN} more.", "easy")
    assert diagnostics("SFR602", documents) == ()
    (reported,) = diagnostics("SFR602", documents, variants=("easy",))
    assert "'easy'" in reported.message


def test_words_for_two_readers_are_reported_once_where_they_stand() -> None:
    """The position is that of the first variant, in the order of the option."""
    (reported,) = diagnostics("SFR602", plan_for(f"{FIFTEEN} more.", "friendly", "young-people"))
    assert "'young-people' and 'friendly'" in reported.message
    assert (reported.document, reported.pointer) == (
        "plan.json",
        "/introduction/variants/young-people",
    )
    assert reported.about == "plan"


@pytest.mark.parametrize(
    ("words", "ideas"),
    [
        ("We listen; we act.", ["a semicolon"]),
        ("We listen (in May).", ["brackets"]),
        ("We listen – and act.", ["a dash"]),
        ("We listen - and act.", ["a dash"]),
        ("We listen—and act.", ["a dash"]),
        ("We wait because it is full, but not long.", ["2 joining words"]),
        ("We wait because it is full (in May).", ["brackets"]),
        ("When you need more help to learn, or have a disability.", []),
        ("We wait because it is full.", []),
        ("It is a drop-in for 10-15 of you, 2024–25.", []),
        ("Better together: our plan for you", []),
        ("You can tell us if you are ill, tired and hungry, and we help.", []),
    ],
)
def test_what_shows_a_second_idea(words: str, ideas: list[str]) -> None:
    """Signs and two joining words do; hyphens, lists and a single "because" do not."""
    expected = f"it has {' and '.join(ideas)}" if ideas else None
    reported = noticed("SFR603", words)
    assert [message.endswith(expected or "") for message in reported] == [True] * bool(ideas)


@pytest.mark.parametrize("figure", ["67%", "66.8 %", "67 per cent", "67 Percent", "a percentage"])
def test_a_percentage_is_reported(figure: str) -> None:
    """As a sign or as a word, once a text."""
    reported = noticed("SFR606", f"It was {figure}. It is {figure}.")
    assert reported == ["a text for 'young-people' has a percentage"]


@pytest.mark.parametrize("words", ["67 out of 100.", "A perceptive person.", "Per centre, one."])
def test_what_is_no_percentage(words: str) -> None:
    """Out of 100, and words that begin alike."""
    assert noticed("SFR606", words) == []


@pytest.mark.parametrize(
    ("words", "passives"),
    [
        ("It will be looked at.", ["looked"]),
        ("Your bus is being considered.", ["considered"]),
        ("This has been agreed.", ["agreed"]),
        ("It has not been fully agreed.", ["agreed"]),
        ("This was agreed by December.", ["agreed"]),
        ("It will be done by the end of May.", ["done"]),
        ("It will be done by the council.", []),
        ("It was agreed by the board and will be reviewed.", ["reviewed"]),
        ("It was agreed and will be reviewed by the board.", ["agreed"]),
        ("You will be able to drop in.", []),
        ("We said holiday clubs would be open to everyone.", []),
        ("You have been worried. You might be scared.", []),
        ("The person who was to write it is not here now.", []),
        ("28 out of 30 families were told in two days.", []),
        ("We are interested. It is needed.", []),
        ("Plans that were ready on time", []),
    ],
)
def test_a_passive_without_anybody_who_acts(words: str, passives: list[str]) -> None:
    """It is named by its last word; "by" and a body say who, "by" and a time say when."""
    assert [message.rpartition(" ")[2] for message in noticed("SFR607", words)] == [
        f"“{word}”" for word in passives
    ]


@pytest.mark.parametrize("code", LINTED)
def test_the_sentence_of_the_manual_is_reported(code: str) -> None:
    """The example of each manual is what its check reports."""
    example = re.search(r'Example:\n +"(.+?)"', CHECKS[code].record.manual, re.DOTALL)
    assert example is not None
    assert len(noticed(code, " ".join(example[1].split()))) == 1


@pytest.mark.parametrize("code", LINTED)
def test_words_of_the_example_are_not_reported(code: str) -> None:
    """Those of Wyeford were written for young people, and tried with them."""
    assert len(WYEFORD) > 100
    assert [words for words in WYEFORD if noticed(code, words)] == []


@pytest.mark.parametrize("code", LINTED)
def test_what_people_said_is_never_linted(code: str) -> None:
    """Neither a voice nor a text that is quoted word by word."""
    bad = f"{FIFTEEN} more (67%) will be looked at."
    voice = Voice(id="v", who="parent-carers", words=worded(bad), summary=worded(bad))
    register = EvidenceRegister(id="e", title=text("E"), voices=(voice,))
    quoted = plan(introduction=worded(bad).changed(wording="verbatim"))
    assert diagnostics(code, register, quoted) == ()
    assert diagnostics(code, register, plan_for(bad + " ")) != ()


FACTS = ("indicator/rate/2023", "indicator/rate/2024")


@pytest.mark.parametrize(
    ("words", "values", "hides"),
    [
        ("3 out of 10 of you wait.", ("34.0%", "28.4%"), True),
        ("3 in ten of you wait.", ("34.0%", "28.4%"), True),
        ("Of you 34 out of 100 wait. It was 28 out of 100.", ("34.0%", "28.4%"), False),
        ("4 out of 10 of you wait. It was 3 out of 10.", ("35.0%", "34.9%"), False),
        ("3 out of 10 of you wait.", ("34.0%", "34.0%"), False),
        ("3 out of 10 of you wait.", ("34 children", "28 children"), False),
        ("3 out of 10 of you wait.", ("34.0%",), False),
    ],
)
def test_a_number_out_of_ten_that_hides_a_change(
    words: str, values: tuple[str, ...], hides: bool
) -> None:
    """Both figures are the same number out of 10, and the words say it out of 10."""
    facts = [
        SimplifiedFact(fact=fact, value=value) for fact, value in zip(FACTS, values, strict=False)
    ]
    gone = SimplifiedFact(fact="indicator/gone/2023", value="33.0%")
    document = plan(introduction=worded(words, simplifies=(*facts, gone)))
    area = small(rate(), seen(2023, 34, 100), seen(2024, 28, 100), documents=(document,))
    reported = evaluate(
        area, area.observations, as_at=DAY, catalogue=catalogue_of("SFR605")
    ).notices
    assert [notice.message.split(" are ")[0] for notice in reported] == ["34.0% and 28.4%"] * hides


def test_variants_of_one_text_are_set_beside_each_other_by_their_own_words_alone() -> None:
    """Two variants with other words and one figure each hide nothing."""
    parts = {
        name: Variant(text=f"{name}: 3 out of 10", simplifies=(SimplifiedFact(fact=f, value=v),))
        for name, f, v in zip(("young-people", "friendly"), FACTS, ("34.0%", "28.4%"), strict=True)
    }
    document = plan(introduction=text("A").changed(variants=FrozenMap(parts)))
    area = small(rate(), seen(2023, 34, 100), seen(2024, 28, 100), documents=(document,))
    assert (
        evaluate(area, area.observations, as_at=DAY, catalogue=catalogue_of("SFR605")).notices == ()
    )
