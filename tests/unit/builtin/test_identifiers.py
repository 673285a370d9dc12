"""Checks of what identifies a person: what is reported, as what, and that nothing is repeated."""

import pytest

from sendframe.model import AcceptedException, Contact, EvidenceRegister, Notice, Voice
from tests.evaluating import evaluate
from tests.unit.builtin.craft_check import DAY, catalogue_of, diagnostics, plan
from tests.unit.conftest import rate, small, text

CODES = ("SFR701", "SFR702", "SFR703", "SFR704")


def reported(words: str, **contact: str) -> dict[str, list[str]]:
    """Return what each check says of a plan with some words, and with a contact."""
    made = Contact(**{"id": "team", "service": "SEND team", "what_for": text("Help."), **contact})
    document = plan(introduction=text(words), contacts=(made,))
    found: dict[str, list[str]] = {}
    for code in CODES:
        for item in diagnostics(code, document):
            assert isinstance(item, Notice)
            assert item.severity == ("error" if code == "SFR701" else "warning")
            found.setdefault(code, []).append(item.message)
    return found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("B801200005001 waits.", {"SFR701": ["a text identifies a person: UPN"]}),
        ("She was born on 3 May 2011.", {"SFR701": ["a text identifies a person: date of birth"]}),
        ("See 9434765870.", {"SFR702": ["a text may identify a person: NHS number"]}),
        ("We are in HR1 2AB.", {"SFR702": ["a text may identify a person: postcode"]}),
        ("Call 07700 900123.", {"SFR701": ["a text identifies a person: telephone"]}),
        (
            "Write to send.team@wyeford.example.",
            {"SFR702": ["a text may identify a person: e-mail"]},
        ),
        ("The family lives in HR1 2AB.", {"SFR701": ["a text identifies a person: postcode"]}),
        ("My son Rowan waits.", {"SFR701": ["a text identifies a person: name"]}),
        (
            "My son Rowan is with Child A, aged 9. Child B, aged 8, waits.",
            {
                "SFR701": ["a text identifies a person: name"],
                "SFR704": ["2 names stand beside what happened to a child"],
            },
        ),
        (
            "Child A, aged 9, waits.",
            {"SFR704": ["1 name stands beside what happened to a child"]},
        ),
        ("225 of 333 plans came in time in 2024.", {}),
    ],
)
def test_words_are_reported_once(words: str, found: dict[str, list[str]]) -> None:
    """As what it certainly is, as what it may be, or not at all; no message repeats it."""
    assert reported(words) == found


def test_every_name_that_somebody_said_is_certain() -> None:
    """Nobody but the person who said it knows of whom it is."""
    voice = Voice(id="v", who="parents", summary=text("We and Child A, aged 9, wait."))
    register = EvidenceRegister(id="e", title=text("Voices"), voices=(voice,))
    (name,) = diagnostics("SFR701", register)
    assert name.message == "a text identifies a person: name"
    assert diagnostics("SFR704", register) == ()


def test_an_accepted_name_makes_no_draft() -> None:
    """Somebody says that it was made up, and until when that holds."""
    portfolio = small(
        rate(),
        documents=(plan(introduction=text("My son Rowan waits.")),),
        accepted_exceptions=(
            AcceptedException(
                id="made-up",
                code="SFR701",
                owner_role="Head of SEND",
                reason=text("The name was made up."),
                expires_on=DAY,
            ),
        ),
    )
    (notice,) = evaluate(
        portfolio, portfolio.observations, as_at=DAY, catalogue=catalogue_of("SFR701")
    ).notices
    assert notice.severity == "error"
    assert notice.accepted == "The name was made up. (Head of SEND, until 2026-01-31)"


def test_a_contact_may_be_reached() -> None:
    """A team's mailbox and number are fine; those of one person are asked about."""
    assert (
        reported("Plain words.", email="send.team@wyeford.example", telephone="01632 960001") == {}
    )
    assert reported(
        "Plain words.", email="jo.bloggs@wyeford.example", telephone="07700 900123"
    ) == {
        "SFR703": [
            "a contact gives what belongs to one person: e-mail",
            "a contact gives what belongs to one person: telephone",
        ]
    }
