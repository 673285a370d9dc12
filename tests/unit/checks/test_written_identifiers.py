"""What may identify a person in a portfolio, and whether it is that of a service."""

from sendframe.checks import WrittenIdentifier
from sendframe.model import Contact, EvidenceRegister, Voice
from tests.unit.builtin.craft_check import plan
from tests.unit.checks.test_written_texts import context
from tests.unit.conftest import text


def contact(**fields: str) -> Contact:
    """Return a contact."""
    return Contact(**{"id": "team", "service": "SEND team", "what_for": text("Help."), **fields})


def of_person(each: WrittenIdentifier) -> tuple[str, bool, bool]:
    """Return the kind, and whether it is of a person or of a service."""
    return each.identifier.kind, each.is_of_person, each.is_of_service


def test_addresses_of_contacts_are_of_services() -> None:
    """Their telephone, e-mail and address are; what their texts say besides is not."""
    made = contact(
        telephone="01632 960001",
        email="jo.bloggs@wyeford.example",
        address="1 High Street, HR1 2AB",
        what_for=text("Write to jo.reed@wyeford.example, NHS 943 476 5870."),
    )
    found = sorted(map(of_person, context(plan(contacts=(made,))).identifiers))
    assert found == [
        ("NHS number", True, False),
        ("e-mail", False, True),
        ("e-mail", True, False),
        ("postcode", False, True),
        ("telephone", False, True),
    ]


def test_what_somebody_said_is_of_a_person() -> None:
    """A postcode in a title asks; in the words of a voice it identifies."""
    voice = Voice(id="v", who="parents", summary=text("We live in HR1 2AB."))
    register = EvidenceRegister(id="e", title=text("Voices from HR1 3DD"), voices=(voice,))
    found = [(each.owner.id, each.is_of_person) for each in context(register).identifiers]
    assert found == [("e", False), ("v", True)]


def test_names_beside_a_story_are_counted() -> None:
    """In a title those that leave little doubt are certain; in the words of a voice all are."""
    voice = Voice(id="v", who="parents", summary=text("My son Rowan is with Child A, aged 9."))
    register = EvidenceRegister(id="e", title=text("Rowan (aged 9) waits."), voices=(voice,))
    found = [(owner.id, certain, others) for owner, _, certain, others in context(register).names]
    assert found == [("e", 0, 1), ("v", 2, 0)]
