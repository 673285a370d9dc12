"""Reports in another language: headings of the catalogue, and whose words are in which language."""

import pytest

from sendframe.language import Language, in_language, read_catalogue
from sendframe.model import DateInWords, FrozenMap, Profile, ProfileSection, Text, Variant
from sendframe.reports import Sentence
from sendframe.reports._author_language import (
    author_languages,
    variant_in_language,
    with_author_languages,
)
from sendframe.reports._entry_sentences import hidden_sentence
from sendframe.reports._evidence_sides import EvidenceSides
from sendframe.reports._phrase import by_when, fictional_note, translated
from sendframe.reports._profile_language import profile_in_language
from sendframe.reports._report_model import Mark
from tests.catalogues import compiled
from tests.unit.conftest import text
from tests.unit.reports.board_context import context
from tests.unit.reports.small_report import of, plan, report
from tests.unit.reports.walking import parts

POLISH = read_catalogue(
    "pl",
    compiled(
        {
            "Actions": "Działania",
            "the board": "rada",
            "For the board.": "Dla rady.",
            "None": "Nic",
            "How it began.": "Jak się zaczęło.",
            "behind": "opóźnione",
            (
                "{number} speaks for this judgement",
                "{number} speak for this judgement",
            ): (
                "{number} głos przemawia za tą oceną",
                "{number} głosy przemawiają za tą oceną",
                "{number} głosów przemawia za tą oceną",
            ),
        }
    ),
)
HELP = Text(
    default="Help is near.",
    variants=FrozenMap(
        {
            "polish": Variant(text="Pomoc jest blisko.", language="pl"),
            "young-people": Variant(text="We help."),
            "young-people-polish": Variant(text="Pomagamy.", language="pl"),
        }
    ),
)
PROFILE = Profile(
    id="own",
    title=text("Actions"),
    reader="the board",
    handling_mark=text("For the board."),
    audience="board",
    words=FrozenMap({"unknown": "None"}),
    sections=(
        ProfileSection(
            id="a", kind="actions", title=text("Actions"), introduction=text("How it began.")
        ),
        ProfileSection(id="b", kind="actions", title=HELP),
    ),
)


def test_headings_of_a_profile_are_messages() -> None:
    """Whatever the catalogue does not have, and all variants, stay; English changes nothing."""
    assert profile_in_language(PROFILE) is PROFILE
    with in_language(POLISH):
        made = profile_in_language(PROFILE)
        bare = profile_in_language(PROFILE.changed(reader=None, handling_mark=None))
    assert (str(made.title), made.reader) == ("Działania", "rada")
    assert str(made.handling_mark) == "Dla rady."
    assert made.words["unknown"] == "Nic"
    assert [str(section.title) for section in made.sections] == ["Działania", "Help is near."]
    assert str(made.sections[0].introduction) == "Jak się zaczęło."
    assert made.sections[1].title == HELP
    assert (bare.reader, bare.handling_mark) == (None, None)


@pytest.mark.parametrize(
    ("variant", "words"), [(None, "Pomoc jest blisko."), ("young-people", "Pomagamy.")]
)
def test_words_in_the_language_of_the_report_come_first(variant: str | None, words: str) -> None:
    """A region does not matter; words for some readers have the name of their variant in front."""
    with in_language(Language("pl-PL", POLISH.messages)):
        own = variant_in_language(HELP, variant)
        assert own is not None
        assert own.text == words
        assert variant_in_language(HELP, "friendly") is None
        assert context().words(HELP) == "Pomoc jest blisko."
    assert variant_in_language(HELP, variant) is None


def test_sentences_of_authors_state_their_language() -> None:
    """Those in the language of the report, and those that sendframe puts together, state none."""
    languages = author_languages([HELP])
    sentences = (
        Sentence("“Help is near.”", quoted=True),
        Sentence("Pomoc jest blisko."),
        Sentence("Termin: maj."),
        Sentence("Cymorth.", language="cy"),
    )
    with in_language(POLISH):
        made = with_author_languages(sentences, languages)
        assert with_author_languages(("a figure", None), languages) == ("a figure", None)
    assert [sentence.language for sentence in made] == ["en-GB", "", "", "cy"]


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "1 głos przemawia"), (3, "3 głosy przemawiają"), (5, "5 głosów przemawia")],
)
def test_polish_counts_in_three_forms(number: int, words: str) -> None:
    """Sentences with a number use the form of the language, not that of English."""
    sides = EvidenceSides(hidden_for=number, hidden_neither=1)
    with in_language(POLISH):
        assert hidden_sentence(sides).text.startswith(f"{words} za tą oceną")


def test_a_mark_of_a_table_is_translated_where_it_is_printed() -> None:
    """The table itself stays in English, so that marks can be compared."""
    mark = Mark("behind", "triangle", "worse")
    with in_language(POLISH):
        assert translated(mark) == Mark("opóźnione", "triangle", "worse")
        assert translated(None) is None
        assert fictional_note("Ożarów").startswith("Fictional area: Ożarów")
    assert translated(mark) == mark


def test_a_report_states_the_language_of_its_authors() -> None:
    """Its own tag is that of the language; what an author wrote in English is marked."""
    ours = plan(vision=text("We want all to be well."))
    with in_language(POLISH):
        made = report(of(ours), "vision", "actions")
    assert made.language == "pl"
    marked = [
        part
        for part in parts(made)
        if isinstance(part, Sentence) and part.text == "We want all to be well."
    ]
    assert [sentence.language for sentence in marked] == ["en-GB"]


@pytest.mark.parametrize(
    ("sides", "words"),
    [
        (EvidenceSides(hidden_against=3), "All speak against this judgement; none of them"),
        (EvidenceSides(hidden_for=3), "All speak for this judgement."),
        (EvidenceSides(hidden_for=1), "It speaks for this judgement."),
        (EvidenceSides(hidden_for=2), "Both speak for this judgement."),
        (EvidenceSides(hidden_neither=1), "It takes no side."),
        (EvidenceSides(hidden_neither=2), "Both take no side."),
        (EvidenceSides(hidden_neither=3), "All take no side."),
        (EvidenceSides(hidden_neither=1, hidden_for=2), "2 speak for this judgement; 1 takes no"),
        (EvidenceSides(hidden_against=1, hidden_for=1), "1 speaks against this judgement; it"),
    ],
)
def test_hidden_pieces_are_counted_on_each_side(sides: EvidenceSides, words: str) -> None:
    """All of them need no number, and one is no more than one."""
    assert hidden_sentence(sides).text.startswith(words)


def test_a_date_in_words_may_name_two_ends() -> None:
    """As its author wrote it."""
    assert by_when(DateInWords(text="May to July 2026")) == "Between May and July 2026"
    assert by_when(DateInWords(text="the holidays")) == "By the end of the holidays"
    assert by_when(DateInWords(text="Easter")) == "By Easter"
