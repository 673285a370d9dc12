"""What sendframe brings passes what is asked of everybody's plug-ins."""

import pytest

from sendframe.plugins import Catalogue
from sendframe.testing import conformance

pytestmark = pytest.mark.slow

CATALOGUE = Catalogue.discover(third_party=False)

TestOwnContributions = conformance("sendframe", wheel=False)


@pytest.mark.parametrize("rule", tuple(CATALOGUE.scoring_rules))
def test_own_rules_have_worked_examples(rule: str) -> None:
    """Each has more than one; that they come true is among what is asked of everybody's."""
    assert len(CATALOGUE.scoring_rules[rule].record.examples) > 1
