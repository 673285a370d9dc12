"""The scoring rules that sendframe brings pass what is asked of everybody's."""

import pytest

from sendframe.plugins import Catalogue
from sendframe.testing import check_plugin

RULES = tuple(Catalogue.discover(third_party=False).scoring_rules)


@pytest.mark.parametrize("rule", RULES)
def test_own_rules_pass_the_kit(rule: str) -> None:
    """Each has a manual and worked examples that come true, and is pure."""
    record = Catalogue.discover(third_party=False).scoring_rules[rule].record
    assert len(record.examples) > 1
    problems = [each for result in check_plugin(rule) for each in result.problems]
    assert problems == []
