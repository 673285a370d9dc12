"""Numbers of pupils, patients and learners are told from others by their check digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendframe.identifiers import is_nhs_number, is_uln, is_upn

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


@pytest.mark.parametrize(
    "text", ["B801200005001", "K884200025001", "J88420002501A", "P207000016049"]
)
def test_a_pupil_number_is_known(text: str) -> None:
    """Published and synthetic ones, a temporary one too."""
    assert is_upn(text)


@pytest.mark.parametrize(
    "text",
    [
        *("A801200005001", "Q207000016049", "B80120000500", "B8012000050011", "b801200005001"),
        *("I801200005001", "J88420002501O", "B80120000500é", "B801200005OO1", "", "UN1"),
    ],
)
def test_another_text_is_no_pupil_number(text: str) -> None:
    """A wrong letter, one example that was published wrongly, other lengths, letters not in use."""
    assert not is_upn(text)


@given(st.text("0123456789", min_size=12, max_size=12), st.integers(0, 22))
def test_one_letter_of_23_fits(digits: str, other: int) -> None:
    """Whatever the digits are, exactly one letter makes them a pupil number."""
    assert [is_upn(letter + digits) for letter in LETTERS].count(True) == 1
    assert is_upn(LETTERS[other] + digits) == (
        sum(place * int(digit) for place, digit in enumerate(digits, 2)) % 23 == other
    )


def test_ten_digits_are_checked() -> None:
    """Published numbers pass, their neighbours do not, and neither do other texts."""
    assert is_nhs_number("9434765919")
    assert not is_nhs_number("9434765871")
    assert not is_nhs_number("943476587")
    assert not is_nhs_number("943476587x")
    assert is_uln("9276308686")
    assert not is_uln("9276308687")
    assert not is_uln("0276308686")
    assert not is_uln("٩276308686")


@given(st.text("0123456789", min_size=9, max_size=9))
def test_a_check_digit_is_at_most_one(digits: str) -> None:
    """Nine digits have one last digit or none, and no number is both."""
    ten = [f"{digits}{last}" for last in range(10)]
    assert sum(map(is_nhs_number, ten)) <= 1
    assert sum(map(is_uln, ten)) <= 1
    assert not any(is_nhs_number(each) and is_uln(each) for each in ten)
