"""Codes that are no longer used: SFR210, and the table of their replacements."""

from datetime import date

from sendframe.errors import MANUALS, RETIRED_CODES
from sendframe.evaluation import NoCatalogue
from sendframe.model import AcceptedException, FrozenMap, Notice, Portfolio
from sendframe.plugins import Catalogue
from tests.evaluating import evaluate
from tests.unit.conftest import rate, small, text

CHECKS = Catalogue.discover(third_party=False).checks


def notices(portfolio: Portfolio) -> tuple[Notice, ...]:
    """Return what the check reports of a portfolio."""
    catalogue = NoCatalogue(checks={"SFR210": CHECKS["SFR210"]})
    return evaluate(portfolio, as_at=date(2026, 1, 31), catalogue=catalogue).notices


def accepted(code: str) -> AcceptedException:
    """Return an accepted exception of one code."""
    return AcceptedException(
        id="accepted",
        code=code,
        owner_role="lead",
        reason=text("It is known."),
        expires_on=date(2027, 1, 1),
    )


def test_every_retired_code_leads_to_a_code_in_use() -> None:
    """No retired code is in use, and each replacement has a manual."""
    in_use = {*MANUALS, *CHECKS}
    assert RETIRED_CODES
    assert not in_use & set(RETIRED_CODES)
    assert in_use >= set(RETIRED_CODES.values())


def test_an_exception_for_a_retired_code_is_reported() -> None:
    """It accepts nothing; the notice says at the exception which code to write."""
    (notice,) = notices(small(rate(), accepted_exceptions=(accepted("SFR307"),)))
    assert notice.message == "the exception 'accepted' names the code SFR307, which is now SFR407"
    assert (notice.severity, notice.help) == ("warning", "Write SFR407.")
    assert (notice.document, notice.pointer) == ("portfolio.json", "/accepted_exceptions/0")
    assert notices(small(rate(), accepted_exceptions=(accepted("SFR407"),))) == ()


def test_options_for_a_retired_code_are_reported() -> None:
    """They change nothing; the notice says at the key which code to write."""
    options = FrozenMap({"SFR506": FrozenMap(), "SFR505": FrozenMap()})
    (notice,) = notices(small(rate(), options=options))
    assert notice.message == "there are options for the code SFR506, which is now SFR801"
    assert (notice.document, notice.pointer) == ("portfolio.json", "/options/SFR506")
