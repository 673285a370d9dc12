"""Messages of checks as reports print them: with names and days in words."""

from datetime import date

from sendframe.model import AcceptedException, Consent, EvidenceRegister, Voice
from tests.unit.conftest import rate, seen, small, text
from tests.unit.reports.board_context import context_of


def test_a_message_has_names_in_place_of_ids() -> None:
    """Figures have the name of their indicator and their period; exceptions and voices have theirs."""
    exception = AcceptedException(
        id="old-survey",
        code="SFR306",
        owner_role="manager",
        reason=text("The survey stays in use."),
        expires_on=date(2026, 5, 1),
    )
    voice = Voice(
        id="v-1",
        who="parent-carers",
        consent=Consent(given_by="A parent"),
        summary=text("It is late."),
    )
    register = EvidenceRegister(id="evidence", title=text("E"), voices=(voice,))
    figures = seen(2023, 20, 40), seen(2024, 30, 40)
    portfolio = small(rate(), *figures, documents=(register,), accepted_exceptions=(exception,))
    found = context_of(portfolio)
    assert found.readable("'old-survey' ended on 2025-09-30") == (
        "“The survey stays in use” ended on 30 September 2025"
    )
    assert found.readable("no reply to 'v-1'") == "no reply to “what parent carers said”"
    fact = found.results["rate"].points[0].fact
    assert found.readable(f"'{fact}' was 50.0%") == "“Plans on time” in 2023 was 50.0%"
    assert found.readable("no figure 'indicator/rate/1999'") == "no figure “Plans on time”"
    assert found.readable("'nobody-knows'") == "“nobody-knows”"
