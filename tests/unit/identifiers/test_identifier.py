"""What may identify a person is found in texts, and nothing else is."""

from itertools import pairwise

import pytest

from sendframe.identifiers import identifiers_in, is_personal_mailbox, masked


@pytest.mark.parametrize(
    ("text", "kind", "is_certain"),
    [
        ("B801200005001", "UPN", True),
        ("P 207 0000 16 049", "UPN", True),
        ("UPN A801200005001", "UPN", False),
        ("pupil number: A801200005001", "UPN", False),
        ("943 476 5870", "NHS number", True),
        ("943-476-5870", "NHS number", True),
        ("NHS no. 9434765870", "NHS number", True),
        ("9434765870", "NHS number", False),
        ("NHS: 9434765871", "NHS number", False),
        ("ULN 9276308686", "ULN", True),
        ("ULN 1000000000", "ULN", True),
        ("unique learner number 9276308686", "ULN", True),
        ("9276308686", "ULN", False),
        ("born on 3 May 2011", "date of birth", True),
        ("DOB: 03/05/2011", "date of birth", True),
        ("d.o.b. 3.5.11", "date of birth", True),
        ("date of birth is 2011-05-03", "date of birth", True),
        ("birthday: May 3, 2011", "date of birth", True),
        ("HR1 2AB", "postcode", False),
        ("HR12AB", "postcode", False),
        ("SW1A 1AA", "postcode", False),
        ("W1A 0AX", "postcode", False),
        ("GIR 0AA", "postcode", False),
        ("01632 960001", "telephone", False),
        ("(01632) 960001", "telephone", False),
        ("020 7946 0958", "telephone", False),
        ("+44 1632 960001", "telephone", False),
        ("+44 (0)1632 960001", "telephone", False),
        ("0044 1632 960001", "telephone", False),
        ("0800 123 456", "telephone", False),
        ("07700 900123", "telephone", True),
        ("+44 7700 900 123", "telephone", True),
        ("jo.bloggs@wyeford.gov.uk", "e-mail", True),
        ("jo99@wyeford.example", "e-mail", True),
        ("family@gmail.com", "e-mail", True),
        ("send.team@wyeford.gov.uk", "e-mail", False),
        ("enquiries@wyeford.gov.uk", "e-mail", False),
        ("case number 12345", "case number", False),
        ("EHCP ref: HFD/2231", "case number", False),
    ],
)
def test_it_is_found_between_other_words(text: str, kind: str, is_certain: bool) -> None:
    """Alone and in a sentence it is found as what it is, once, and masked."""
    for around in ("{}", "She wrote to us ({}) in spring.", "Late: {}."):
        (found,) = identifiers_in(around.format(text))
        assert (found.kind, found.is_certain) == (kind, is_certain)
        assert f"[{kind}]" in masked(around.format(text))


@pytest.mark.parametrize("before", [
    *("She lives at", "The family lives in", "his home address is", "My own number:"),
    *("her phone is", "Mum's number:", "the mother’s e-mail", "You can call her on", "Ring him at"),
    *("Dad moved to", "The boy lives in", "a parent's home postcode is"),
])  # fmt: skip
@pytest.mark.parametrize(
    "written", ["HR1 2AB", "01632 960001", "send.team@wyeford.gov.uk", "case number 12345"]
)
def test_words_before_it_say_whose_it_is(before: str, written: str) -> None:
    """What would be that of an office is where one family can be reached."""
    (found,) = identifiers_in(f"{before} {written}.")
    assert found.is_certain
    (next_line,) = identifiers_in(f"{before} nothing.\n{written}")
    assert not next_line.is_certain


@pytest.mark.parametrize("before", [
    *("Families can call us on", "Our office is at", "Contact the team on", "If your child needs help:"),
    *("My son was helped by the team:", "Parents write to", "The carers' centre is at"),
    *("Children who live in Wyeford:", "The family hub in Kenton is at", "Their home is Kenton:"),
])  # fmt: skip
@pytest.mark.parametrize(
    "written", ["HR1 2AB", "01632 960001", "send.team@wyeford.gov.uk", "case number 12345"]
)
def test_offices_are_no_families(before: str, written: str) -> None:
    """They are published everywhere, also beside words about children and families."""
    (found,) = identifiers_in(f"{before} {written}.")
    assert not found.is_certain


@pytest.mark.parametrize(
    "text",
    [
        *("A801200005001", "9434765871", "E06000019", "2024-25", "1,234,567,890", "10.12345678901"),
        *("https://wyeford.example/9434765870", "0800 1111", "version 1.2.3.4", "a@b", "@wyeford"),
        *(
            "01/02/2024 to 31/03/2025",
            "children born on or after 1 September 2020",
            "plan number 3",
        ),
        *("hr1 2ab", "Q3 of 2025", "Year 10 and 11", "225 of 333", "0118 999 881 999 119 7253", ""),
        *(
            "Regulation 5(1)",
            "SEND Code of Practice 9.40",
            "12 345 678 in all",
            "ISBN 9434765870123",
        ),
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    """Codes, years, counts, addresses of pages, helplines and groups of children are nobody."""
    assert identifiers_in(f"See {text} there.") == ()
    assert masked(text) == text


def test_a_word_counts_in_its_own_line_only() -> None:
    """A number of the next line is not named by it, nor one that stands far behind."""
    assert not identifiers_in("NHS\n9434765871")
    assert not identifiers_in("NHS services in Wyeford and in all other places: 9434765871")


def test_several_are_found_in_order() -> None:
    """Each character belongs to one of them, and masking twice changes nothing."""
    text = "NHS 943 476 5870 or 01632 960001, jo.bloggs@wyeford.example, born 3/5/2011, HR1 2AB"
    found = identifiers_in(text)
    kinds = ["NHS number", "telephone", "e-mail", "date of birth", "postcode"]
    assert [each.kind for each in found] == kinds
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert masked(masked(text)) == masked(text)


def test_what_is_certain_comes_first() -> None:
    """A number with its name is that, also where it is called a case number; else the longer one."""
    (patient,) = identifiers_in("case number 943 476 5870")
    assert (patient.kind, patient.is_certain) == ("NHS number", True)
    (case,) = identifiers_in("case number 9434765870")
    assert (case.kind, case.start) == ("case number", 0)


def test_mailboxes_of_services_are_no_persons() -> None:
    """A word for a team decides, and one name alone says nothing."""
    assert is_personal_mailbox("j.bloggs2@wyeford.example")
    assert is_personal_mailbox("anything@hotmail.co.uk")
    assert not is_personal_mailbox("send-strategy@wyeford.example")
    assert not is_personal_mailbox("bloggs@wyeford.example")
