"""What a text says of the health or employment of one postholder, and what is said of services."""

import pytest

from sendframe.model import Notice
from tests.unit.builtin.craft_check import diagnostics, plan
from tests.unit.conftest import text


@pytest.mark.parametrize(
    "words",
    [
        "Delayed: the designated clinical officer is on long-term sick leave.",
        "The educational psychologist was off sick until May.",
        "Our only speech therapist for early years is still on maternity leave.",
        "The head of inclusion resigned in spring.",
        "Late because of the manager\u2019s illness.",
        "After the resignation of our lead therapist the clinics closed.",
        "The SENCO has been suspended.",
    ],
)
def test_a_reason_about_one_postholder_is_asked_about(words: str) -> None:
    """It is a warning, and repeats nothing."""
    (notice,) = diagnostics("SFR706", plan(introduction=text(words)))
    assert isinstance(notice, Notice)
    assert notice.severity == "warning"
    assert notice.message == "a text tells of the health or employment of one postholder"


@pytest.mark.parametrize(
    "words",
    [
        "One post was not filled from March to May.",
        "Officers on maternity leave are replaced.",
        "The specialist nurse supports children with a long-term illness.",
        "The teacher adviser works with schools to prevent suspension.",
        "Teachers are trained in bereavement. Leave is granted.",
        "The officer is in post. Sickness of staff is 4%.",
        "The illness of a child keeps it from school.",
    ],
)
def test_services_are_no_postholders(words: str) -> None:
    """Posts in general, vacancies, and the health of children are not meant."""
    assert diagnostics("SFR706", plan(introduction=text(words))) == ()
