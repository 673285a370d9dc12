"""Which diagnostics are shown."""

import click
import pytest

from sendframe.cli._code_selection import Selection, selection_of
from sendframe.errors import MANUALS

KNOWN = (*MANUALS, "SFR301", "SFR302", "KENT1", "KENT10", "kent.one")


def taken(select: str = "", ignore: str = "", *codes: str) -> list[str]:
    """Return which of some codes are shown; all that there are unless given."""
    made = selection_of(select.split(), ignore.split(), KNOWN)
    return [code for code in codes or KNOWN if made.includes(code)]


def test_nothing_is_left_out_unless_asked() -> None:
    """Without a word every code is shown."""
    assert all(Selection().includes(code) for code in KNOWN)
    assert taken() == [*KNOWN]


def test_codes_and_families() -> None:
    """A code matches itself, the beginning of codes for all that begin so, in small letters too."""
    assert taken("SFR101 SFR301") == ["SFR101", "SFR301"]
    assert taken("sfr30") == ["SFR301", "SFR302"]
    assert taken("", "SFR", "SFR101", "kent.one") == ["kent.one"]
    assert taken("Kent.") == ["kent.one"]


def test_a_code_is_itself_though_others_begin_so() -> None:
    """Where a word is a code, longer codes are not meant."""
    assert taken("KENT1") == ["KENT1"]
    assert taken("KENT") == ["KENT1", "KENT10", "kent.one"]


def test_ignore_goes_before_select() -> None:
    """What is to be left out is left out, whatever else is asked for."""
    assert taken("SFR30", "SFR301") == ["SFR302"]
    assert taken("SFR301", "SFR3") == []


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("SFR119", "no code is, or begins with, 'SFR119'. Similar codes: "),
        ("SFR301x", "Similar codes: SFR301, "),
        ("SFR8", "Similar codes: SFR"),
        ("KEMT1", "Similar codes: KENT1"),
        ("spelling", "Families: SFR0, SFR1, SFR2, SFR3, SFR4, SFR7, SFR9."),
        ("\u202e", "'\\u202e'"),
    ],
)
def test_an_unknown_word_is_refused(word: str, text: str) -> None:
    """Near codes and families are named, or all families where none is near."""
    for select, ignore, option in (([word], [], "--select"), ([], ["SFR1", word], "--ignore")):
        with pytest.raises(click.BadParameter) as raised:
            selection_of(select, ignore, KNOWN, hint="Look there.")
        messages = raised.value.format_message()
        assert f"'{option}'" in messages
        assert text in messages
        assert messages.endswith("Look there.")


def test_codes_of_plug_ins_that_are_not_in_use_are_no_mistake() -> None:
    """What such a plug-in could find may be named, more or less exactly."""
    for word in ("surrey", "SURREY.one", "sur"):
        made = selection_of([], [word], KNOWN, roots=("surrey",))
        assert made.includes("SFR101")
        assert not made.includes("surrey.one") or word == "SURREY.one"
    with pytest.raises(click.BadParameter):
        selection_of([], ["surre.one"], KNOWN, roots=("surrey",))
