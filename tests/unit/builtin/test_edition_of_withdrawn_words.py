"""Published editions that quoted somebody whose consent has ended are named, to be taken down."""

from datetime import date, timedelta

import pytest

from sendframe.model import Consent, EvidenceRegister, ShownEdition, ShownRecord, Voice
from tests.unit.builtin.craft_check import DAY, diagnostics
from tests.unit.conftest import text

WORDS = text("They never told us when.")


@pytest.mark.parametrize(
    ("as_at", "reported"),
    [(DAY - timedelta(days=1), 0), (DAY, 0), (DAY + timedelta(days=1), 1)],
)
def test_an_edition_is_named_once_consent_has_run_out(as_at: date, reported: int) -> None:
    """With its day, its reports and the voice; what was said is not repeated."""
    consent = Consent(given_by="the parent", profiles=("board",), until=DAY)
    kept = Consent(given_by="the parent", profiles=("board",))
    voices = (
        Voice(id="a", who="parents-and-carers", words=WORDS, consent=consent),
        Voice(id="b", who="parents-and-carers", words=WORDS, consent=kept),
    )
    record = ShownRecord(
        id="shown",
        title=text("Shown"),
        editions=(
            ShownEdition(
                as_at=date(2025, 10, 31),
                policy="cautious",
                profiles=("annex", "board"),
                voices=("a", "b", "gone"),
            ),
            ShownEdition(as_at=date(2025, 11, 30), policy="cautious", voices=("b",)),
        ),
    )
    register = EvidenceRegister(id="e", title=text("E"), voices=voices)
    found = diagnostics("SFR621", register, record, as_at=as_at)
    assert len(found) == reported
    for notice in found:
        assert notice.about == "a"
        assert notice.severity == "warning"
        assert "2025-10-31, annex, board" in notice.message
        assert "told us" not in f"{notice.message} {notice.help} {notice.related}"
