"""Which words, voices and reviews a report may quote."""

from datetime import date

import pytest

from sendframe.model import (
    Consent,
    Evidence,
    EvidenceRegister,
    Profile,
    ProfileSection,
    Review,
    Voice,
)
from tests.unit.conftest import AREA, rate, small, text
from tests.unit.disclosure.test_disclosure import shown


def profile(id_: str = "board", *, public: bool = False) -> Profile:
    """Return a profile."""
    return Profile(
        id=id_,
        title=text("Report"),
        audience="board",
        public=public,
        sections=(ProfileSection(id="s", kind="summary", title=text("S")),),
    )


CONSENTS = [
    (None, False),
    (Consent(given_by="young person", profiles=("board",)), True),
    (Consent(given_by="young person", profiles=("other",)), False),
    (Consent(given_by="young person", profiles=("board",), until=date(2026, 1, 30)), False),
    (Consent(given_by="young person", profiles=("board",), withdrawn_on=date(2026, 1, 31)), False),
    (Consent(given_by="young person", profiles=("board",), given_on=date(2026, 2, 1)), False),
]


@pytest.mark.parametrize(("consent", "stands"), CONSENTS)
def test_words_stand_only_with_consent(consent: Consent | None, stands: bool) -> None:
    """Somebody's words reach a report only with their consent to it, on its day."""
    voice = Voice(id="v", who="children-and-young-people", words=text("Hello"), consent=consent)
    register = EvidenceRegister(id="e", title=text("Evidence"), voices=(voice,))
    found = shown(small(rate(), documents=(register,))).for_profile(profile())
    (kept,) = found.of(EvidenceRegister)
    assert bool(kept.voices) == stands


def test_public_reports_leave_out_what_is_not_publishable() -> None:
    """Evidence and reviews that are not publishable stand in no public report."""
    evidence = Evidence(id="x", kind="document", title=text("Paper"))
    register = EvidenceRegister(id="e", title=text("Evidence"), evidence=(evidence,))
    review = Review(id="r", title=text("Review"), area=AREA, kind="peer-review")
    found = shown(small(rate(), documents=(register, review)))
    public = found.for_profile(profile(public=True))
    internal = found.for_profile(profile())
    assert [list(each.evidence) for each in public.of(EvidenceRegister)] == [[]]
    assert not list(public.of(Review))
    assert list(internal.of(Review)) == [review]
