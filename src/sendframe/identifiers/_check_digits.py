"""Numbers that stand for one child or young person, and the digits that check them."""

import re

__all__ = ["is_nhs_number", "is_uln", "is_upn"]

_UPN = re.compile(r"[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]", re.ASCII)

_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_DIGITS = 10


def is_upn(text: str) -> bool:
    """Say whether a text is a unique pupil number, a temporary one included.

    Its letter stands for the sum of the twelve places behind it, each times its place from 2,
    modulo 23.

    Source: Department for Education, *Unique pupil numbers: a guide for schools and local
    authorities*. Local authority numbers are not looked up: new councils have new ones.

    Examples:
        >>> is_upn("B801200005001"), is_upn("J88420002501A"), is_upn("A801200005001")
        (True, True, False)
    """
    if not _UPN.fullmatch(text):
        return False
    last = int(text[-1]) if text[-1].isdigit() else ord(text[-1]) - ord("A")  # of a temporary one
    values = [*map(int, text[1:-1]), last]
    total = sum(place * value for place, value in enumerate(values, 2))
    return _UPN_LETTERS[total % len(_UPN_LETTERS)] == text[0]


def is_nhs_number(digits: str) -> bool:
    """Say whether ten digits are an NHS number.

    The first nine count ten times, nine times and so on to twice; 11 less the sum modulo 11 is the
    last one, 0 for 11. Ten is no digit, and no number.

    Source: NHS Data Model and Dictionary, *NHS number*.

    Examples:
        >>> is_nhs_number("9434765870"), is_nhs_number("9434765871")
        (True, False)
    """
    if not _is_ten_digits(digits):
        return False
    total = sum(
        weight * int(digit) for weight, digit in zip(range(10, 1, -1), digits, strict=False)
    )
    return (11 - total % 11) % 11 == int(digits[-1])


def is_uln(digits: str) -> bool:
    """Say whether ten digits are a unique learner number.

    Its first digit is no 0; the digits count ten times, nine times and so on to once, and the sum
    is 10 modulo 11. No number is this and an NHS number.

    Source: Learning Records Service, *Unique learner numbers: validation*.

    Examples:
        >>> is_uln("9276308686"), is_uln("9434765870")
        (True, False)
    """
    if not _is_ten_digits(digits) or digits[0] == "0":
        return False
    total = sum(weight * int(digit) for weight, digit in zip(range(10, 0, -1), digits, strict=True))
    return total % 11 == _DIGITS


def _is_ten_digits(text: str) -> bool:
    return len(text) == _DIGITS and text.isascii() and text.isdigit()
