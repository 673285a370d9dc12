"""Messages are looked up when they are used, in the language of the block, and keep their values."""

import struct
from threading import Thread

import pytest

from sendframe.language import (
    ENGLISH,
    N_,
    Language,
    current_language,
    direction,
    gettext,
    in_language,
    joined,
    ngettext,
    ordinal,
    pgettext,
    read_catalogue,
)
from tests.catalogues import compiled

ACTIONS = ("{number} action", "{number} actions")
POLISH = read_catalogue(
    "pl",
    compiled(
        {
            "Closed:": "Zamknięte:",
            "Due {when}.": "Termin: {when}.",
            "{first} and {last}": "{first} i {last}",
            "{number}th": "{number}.",
            ACTIONS: ("{number} działanie", "{number} działania", "{number} działań"),
        }
    ),
)


def test_without_a_language_messages_are_english() -> None:
    """The clock, the locale and the environment of the machine are never asked."""
    assert current_language() is ENGLISH
    assert gettext("Closed:") == "Closed:"
    assert gettext("Due {when}.", when="today") == "Due today."
    assert pgettext("month", "{month} {year}", month="May", year=2026) == "May 2026"
    assert pgettext("month", "May") == "May"
    assert ngettext(*ACTIONS, 1) == "1 action"


def test_a_language_holds_until_its_block_ends() -> None:
    """What is marked for a catalogue is looked up where it is used."""
    marked = N_("Closed:")
    with in_language(POLISH):
        assert gettext(marked) == "Zamknięte:"
    assert gettext(marked) == "Closed:"


def test_a_language_holds_in_its_thread_only() -> None:
    """Two reports may be made at once, each in its language."""
    heard: list[str] = []
    with in_language(POLISH):
        thread = Thread(target=lambda: heard.append(gettext("Closed:")))
        thread.start()
        thread.join()
    assert heard == ["Closed:"]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0 działań"),
        (1, "1 działanie"),
        (2, "2 działania"),
        (4, "4 działania"),
        (5, "5 działań"),
        (12, "12 działań"),
        (21, "21 działań"),
        (22, "22 działania"),
        (25, "25 działań"),
        (102, "102 działania"),
        (112, "112 działań"),
    ],
)
def test_polish_has_three_forms_of_a_number(number: int, text: str) -> None:
    """One, few and many are those of CLDR, on both sides of each boundary."""
    with in_language(POLISH):
        assert ngettext(*ACTIONS, number) == text


def test_what_a_catalogue_lacks_is_printed_in_english() -> None:
    """A report in a language that is half translated has no gaps."""
    with in_language(POLISH):
        assert gettext("Begins:") == "Begins:"
        assert gettext("") == ""
        assert ngettext("{number} day", "{number} days", 2) == "2 days"


def test_a_value_is_printed_as_it_is() -> None:
    """Braces in the words of an author are no names of values."""
    with in_language(POLISH):
        assert gettext("Due {when}.", when="{number} {}") == "Termin: {number} {}."


def test_lists_and_places_follow_the_language() -> None:
    """The joints of a list, and what follows a number, are messages."""
    assert [joined(words) for words in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]
    with in_language(POLISH):
        assert joined("abc") == "a, b i c"
        assert ordinal(4) == "4."


@pytest.mark.parametrize(("tag", "expected"), [("ar", "rtl"), ("UR-PK", "rtl"), ("pl", "ltr")])
def test_a_tag_has_a_direction(tag: str, expected: str) -> None:
    """The first part of a tag is the language, whatever its letters."""
    assert direction(tag) == expected
    assert Language(tag, ENGLISH.messages).direction == expected


@pytest.mark.parametrize(
    ("id_", "text"),
    [
        ("Due {when}.", "Termin."),
        ("Due {when}.", "Termin: {kiedy}."),
        ("Due {when}.", "Termin: {when} {who}."),
        ("Due {when}.", "Termin: {when.year}."),
        ("Due {when}.", "Termin: {when:>99}."),
        ("Due {when}.", "Termin: {when!r}."),
        ("Due {when}.", "Termin: {when"),
        ("Closed:", "Zamknięte {when}:"),
        (("{number} of {total}", "{number} of {total}"), ("{number}", "{number}", "{number}")),
    ],
)
def test_a_message_that_changes_its_values_is_refused(
    id_: str | tuple[str, str], text: str | tuple[str, ...]
) -> None:
    """A translation cannot lose a figure, nor print something else in its place."""
    with pytest.raises(ValueError, match="names in braces"):
        read_catalogue("pl", compiled({id_: text}))


def test_a_plural_form_may_say_its_number_in_words() -> None:
    """As "one action" does."""
    forms = ("jedno działanie", "{number} działania", "{number} działań")
    with in_language(read_catalogue("pl", compiled({ACTIONS: forms}))):
        assert ngettext(*ACTIONS, 1) == "jedno działanie"


def test_a_catalogue_of_other_programs_is_no_harm() -> None:
    """Braces are ordinary characters in messages that are not sendframe's."""
    with in_language(read_catalogue("pl", compiled({"a { b": "c { d"}))):
        assert gettext("a { b") == "c { d"


def test_a_missing_plural_form_is_refused() -> None:
    """Numbers would be printed in English in the middle of a translated page."""
    whole = compiled({ACTIONS: ("{number} a", "{number} b", "{number} c")})
    other = whole.replace(b"? 1 : 2;", b"? 1 : 3;")  # which there is no message for
    with pytest.raises(ValueError, match="fewer plural forms"):
        read_catalogue("pl", other)


@pytest.mark.parametrize("data", [b"", b"no catalogue", b"\xde\x12\x04\x95" + bytes(4)])
def test_what_is_no_catalogue_is_refused(data: bytes) -> None:
    """The reason names no content of the file."""
    with pytest.raises(ValueError, match=r"^it is no compiled catalogue \("):
        read_catalogue("pl", data)


@pytest.mark.parametrize("order", "<>")
def test_a_file_cannot_be_larger_when_it_is_read(order: str) -> None:
    """Tables that point to one long text many times would fill the memory."""
    count, text = 1_000, b"x" * 10_000
    start = 28
    entry = struct.pack(f"{order}2I", len(text), start + 16 * count)
    head = struct.pack(f"{order}7I", 0x950412DE, 0, count, start, start + 8 * count, 0, 0)
    with pytest.raises(ValueError, match="no compiled catalogue"):
        read_catalogue("pl", head + entry * count * 2 + text + b"\0")
