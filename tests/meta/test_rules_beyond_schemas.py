"""The page of rules beyond the schemas lists exactly the classes that have one, each once."""

import re
from pathlib import Path

from sendframe.model import Value
from tests.property.model_classes import classes

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "rules-beyond-schemas.md"
ROW = re.compile(r"\| `([A-Z][A-Za-z]+)` \| (.+) \| (.+) \|")


def rows() -> dict[str, tuple[str, str]]:
    """Return rule and justification by class."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    found = [match for match in map(ROW.fullmatch, lines) if match and "SFR" not in match[1]]
    by_class = {match[1]: (match[2], match[3]) for match in found}
    assert len(by_class) == len(found), "a class has two rows"
    return by_class


def test_every_class_with_such_a_rule_is_listed() -> None:
    """Each class that overrides broken_rules has a row, and no row is left over."""
    having = {each.__name__ for each in classes() if each.broken_rules is not Value.broken_rules}
    assert set(rows()) == having


def test_each_row_says_what_and_why() -> None:
    """Rule and justification are sentences; the rows stand in order."""
    for name, said in rows().items():
        assert all(each.endswith(".") and len(each) > 10 for each in said), name
    assert list(rows()) == sorted(rows())
