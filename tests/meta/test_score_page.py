"""The page on how scores are made names every rule, with what it needs, and leads to its manual."""

import re
from pathlib import Path

from sendframe.plugins import Catalogue, ScoringRule

DOCS = Path(__file__).parents[2] / "docs"
ROW = re.compile(r"\| \[`([a-z-]+)`\]\(\.\./reference/codes\.md#([a-z-]+)\) \| (.+?) \| (.*?) ?\|")
RULES = Catalogue.discover(third_party=False).scoring_rules


def rows() -> dict[str, tuple[str, str, str]]:
    """Return anchor, question and needs of each rule on the page."""
    page = (DOCS / "explanation" / "how-scores-are-made.md").read_text(encoding="utf-8")
    return {match[1]: (match[2], match[3], match[4]) for match in ROW.finditer(page)}


def test_every_rule_stands_on_the_page() -> None:
    """Each rule of sendframe has a row with a question, and no row is left over."""
    assert set(rows()) == set(RULES)
    assert all(question.endswith("?") for _, question, _ in rows().values())


def test_the_page_says_what_each_rule_declares() -> None:
    """What a rule needs is what its record says."""
    for id_, (_, _, needs) in rows().items():
        record = RULES[id_].record
        declared = record.needs if isinstance(record, ScoringRule) else None
        assert needs == ("; ".join(declared.requirements) if declared else ""), id_


def test_each_row_leads_to_the_manual_of_its_rule() -> None:
    """The anchor is that of the rule's heading among the codes."""
    codes = (DOCS / "reference" / "codes.md").read_text(encoding="utf-8")
    titles = re.findall(r"^### (`[a-z-]+`: .+)$", codes, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in titles}
    assert {anchor for anchor, _, _ in rows().values()} <= anchors
