"""Acronyms and words of the field that no glossary explains to children and young people."""

import pytest

from sendframe.model import Document, Glossary, GlossaryTerm, Notice
from sendframe.plugins import send_terms, words_in
from tests.unit.builtin.craft_check import diagnostics, plan
from tests.unit.builtin.plain_check import plan_for, worded
from tests.unit.conftest import text

READER = "young-people"


def term(word: str, *readers: str) -> GlossaryTerm:
    """Return a term that is explained to adults, and to some readers."""
    meaning = worded("In plain words.", *readers) if readers else text("For adults.")
    return GlossaryTerm(id=f"t-{len(word)}", term=word, meaning=meaning)


def reported(*documents: Document, **options: object) -> list[tuple[str, str]]:
    """Return severity and message of what is reported."""
    notices = diagnostics("SFR604", *documents, **options)
    assert all(isinstance(item, Notice) for item in notices)
    return [(item.severity, item.message) for item in notices if isinstance(item, Notice)]


def words(text_for_readers: str, *documents: Document, **options: object) -> list[str]:
    """Return the words that are reported."""
    messages = (
        message for _, message in reported(plan_for(text_for_readers), *documents, **options)
    )
    return [message.split("'")[1] for message in messages]


@pytest.mark.parametrize(
    ("sentence", "reported"),
    [
        ("Ask the XYZ.", ["XYZ"]),
        ("The XYZs' and the XYZ’s list.", ["XYZ"]),
        ("Ask your SENCO or SENDIASS.", ["SENCO", "SENDIASS"]),
        ("You have an EHC plan, or two EHC plans.", ["EHC plan"]),
        ("Your Annual Review is soon.", ["annual review"]),
        ("We help with PfA, from the DfE.", ["DfE", "PfA"]),
        ("Send it to ap and la. We send help.", []),
        ("I am OK. The NHS, a GP, TV and PE.", []),
        ("We do NOT close. YOU and WE.", []),
        ("PART II", []),
        ("Part II of Henry VIII.", []),
        ("WE LISTEN TO YOU", []),
        ("McDonald plays with LEGO.", ["LEGO"]),
        ("A B C", []),
    ],
)
def test_what_a_reader_may_not_know(sentence: str, reported: list[str]) -> None:
    """Acronyms, and words of the packaged glossary; each once, in any number."""
    assert words(sentence) == reported


def test_a_word_is_explained_in_a_variant_for_the_same_readers() -> None:
    """In the plan, or in a glossary of the portfolio, of a plug-in or its own."""
    for_others = Glossary(id="g", title=text("G"), terms=(term("XYZ", "friendly"),))
    for_them = Glossary(id="h", title=text("H"), terms=(term("XYZ", READER),))
    assert words("Ask the XYZ.", for_others) == ["XYZ"]
    assert words("Ask the XYZ.", for_others, for_them) == []
    assert reported(plan_for("Ask the XYZ.", glossary=(term("XYZ", READER),))) == []
    assert reported(plan_for("Ask the XYZ.", glossary=(term("XYZ"),))) == [
        (
            "warning",
            "'XYZ' is in a text for 'young-people', and its meaning is not written for them",
        )
    ]


def test_a_plan_explains_words_everywhere_until_it_has_ended() -> None:
    """The glossary of a superseded plan explains the words of that plan alone."""
    user = plan("user", introduction=worded("Ask the XYZ."))
    other = plan("other", glossary=(term("XYZ", READER),))
    assert reported(user, other) == []
    ended = other.changed(status="superseded", introduction=worded("Ask the XYZ."))
    ((_, message),) = reported(user, ended)
    assert "a text" in message
    assert reported(ended) == []


def test_a_word_is_reported_once_with_the_number_of_its_texts() -> None:
    """With all its readers, at the first text; the same words of one text are one text."""
    documents = [
        plan("a", introduction=worded("Ask the XYZ. The XYZ helps.", READER, "friendly")),
        plan("b", introduction=worded("The XYZ.\nSo it is.")),
    ]
    (notice,) = diagnostics("SFR604", *documents)
    assert isinstance(notice, Notice)
    assert notice.message == (
        "'XYZ' is in 2 texts for 'young-people' and 'friendly', and no glossary explains it"
    )
    assert (notice.document, notice.pointer) == (
        "a.json",
        f"/introduction/variants/{READER}",
    )


def test_each_reader_has_a_glossary_of_their_own() -> None:
    """What is explained to some is reported for the others."""
    glossary = Glossary(id="g", title=text("G"), terms=(term("XYZ", READER),))
    assert reported(plan_for("Ask the XYZ.", READER, "friendly"), glossary) == [
        ("warning", "'XYZ' is in a text for 'friendly', and its meaning is not written for them")
    ]


def test_what_only_the_packaged_glossary_explains_is_a_note_with_its_meaning() -> None:
    """A portfolio that uses the packaged glossary has no words for children by that."""
    for documents in ((), (send_terms(),)):
        (notice,) = diagnostics("SFR604", plan_for("Ask the ICB."), *documents)
        assert isinstance(notice, Notice)
        assert notice.severity == "note"
        assert notice.help is not None
        assert "It may mean: Integrated care board" in notice.help


def test_which_acronyms_everybody_knows_is_an_option() -> None:
    """The option takes the place of the list."""
    assert words("The NHS and the XYZ.", known=("XYZ",)) == ["NHS"]


def test_a_term_of_many_words_is_not_searched_for() -> None:
    """More than six words in a row are a sentence; so are signs alone no word."""
    glossary = Glossary(
        id="g", title=text("G"), terms=(term("one two three four five six seven"), term("??"))
    )
    assert words("One two three four five six seven.", glossary) == []


def test_the_packaged_glossary_is_in_order() -> None:
    """Terms are sorted, each once, and each acronym is written out in its meaning."""
    terms = [item.term for item in send_terms().terms]
    assert terms == sorted(terms, key=lambda word: (word.lower(), word))
    assert len(set(terms)) == len(terms) > 25
    for item in send_terms().terms:
        if item.term.isupper() and item.term not in ("SEND", "SEN"):
            letters = [word[0].casefold() for word in words_in(item.meaning.default)]
            assert letters[0] in item.term.casefold(), item.term
