"""Every number that stands for a person is found, whatever stands around it; messages hide it."""

from hypothesis import given
from hypothesis import strategies as st

from sendframe.errors import Diagnostic
from sendframe.identifiers import identifiers_in, is_nhs_number, is_uln, is_upn

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
WORDS = st.text(st.characters(exclude_categories=["Cs", "N", "L", "P", "S"]), max_size=3).map(
    lambda space: f"{space} "
)


def digits(size: int, first: str = "0123456789") -> st.SearchStrategy[str]:
    """Return a strategy of so many digits."""
    rest = st.text("0123456789", min_size=size - 1, max_size=size - 1)
    return st.builds(str.__add__, st.sampled_from(first), rest)


@st.composite
def pupils(draw: st.DrawFn) -> str:
    """Draw a unique pupil number, a temporary one at times."""
    middle = draw(digits(11))
    last = draw(st.sampled_from([*"0123456789", *LETTERS]))
    return next(one for letter in LETTERS if is_upn(one := f"{letter}{middle}{last}"))


LAST = digits(1, "123456789")  # round numbers are sums
PATIENTS = st.builds("{}{}".format, digits(9, "4679"), LAST).filter(is_nhs_number)
LEARNERS = st.builds("{}{}".format, digits(9, "123456789"), LAST).filter(is_uln)
SPACED = PATIENTS.map(lambda ten: f"{ten[:3]} {ten[3:6]} {ten[6:]}")
NAMES = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)
MAIL = st.builds("{}.{}@{}.gov.uk".format, NAMES, NAMES, NAMES)
AREAS = st.sampled_from(["0{}", "+44 {}", "+44 (0){}", "0044 {}"])
TELEPHONES = st.builds(
    lambda form, code, rest: form.format(f"{code} {rest}"), AREAS, digits(4, "12"), digits(6)
)
POSTCODES = st.builds(
    "{}{} {}{}{}".format,
    st.sampled_from(["HR", "B", "SW", "LS", "M"]),
    st.integers(1, 99),
    st.integers(0, 9),
    st.sampled_from("ABDEFGHJLNPQRSTUWXYZ"),
    st.sampled_from("ABDEFGHJLNPQRSTUWXYZ"),
)


@given(
    st.one_of(
        st.tuples(st.just("UPN"), pupils()),
        st.tuples(st.just("NHS number"), PATIENTS | SPACED),
        st.tuples(st.just("ULN"), LEARNERS),
        st.tuples(st.just("e-mail"), MAIL),
        st.tuples(st.just("telephone"), TELEPHONES),
        st.tuples(st.just("postcode"), POSTCODES),
    ),
    WORDS,
    WORDS,
)
def test_all_are_found_and_hidden(what: tuple[str, str], before: str, after: str) -> None:
    """Each format that the manuals list is found with its kind, and no message repeats it."""
    kind, written = what
    text = f"{before}{written}{after}"
    assert [each.kind for each in identifiers_in(text)] == [kind]
    assert written not in Diagnostic("SFR103", text, help=text).message
    assert written not in Diagnostic("SFR103", text, help=text).help


@given(st.text(max_size=80))
def test_what_is_found_is_apart_and_inside(text: str) -> None:
    """In any text, each lies within it and begins after the one before has ended."""
    found = identifiers_in(text)
    ends = [0, *(each.end for each in found)]
    assert all(end <= each.start < each.end for end, each in zip(ends, found, strict=False))
    assert ends[-1] <= len(text)
