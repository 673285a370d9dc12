"""The threat model names the tests of each defence, and what is named is there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
HEAD = "| threat | defence | tests |"
TEST = re.compile(r"`((?:plugins/[\w-]+/)?tests/[\w/]+\.py)`")


def threats() -> dict[str, list[list[str]]]:
    """Return the rows of the table of threats in each section that has one."""
    found: dict[str, list[list[str]]] = {}
    for section in TEXT.split("\n## ")[1:]:
        if HEAD in section:
            rows = section.partition(HEAD)[2].strip().splitlines()[1:]
            rows = rows[: rows.index("")] if "" in rows else rows
            cells = [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows]
            found[section.partition("\n")[0]] = cells
    return found


def test_each_threat_has_a_test_that_is_there() -> None:
    """Each row has a threat, a defence and at least one file of tests of the repository."""
    found = threats()
    assert len(found) == 5
    for title, rows in found.items():
        assert len(rows) >= 3, title
        for row in rows:
            assert len(row) == 3, row
            named = TEST.findall(row[2])
            assert named, f"{title}: no test of {row[0]!r}"
            assert not [each for each in named if not (ROOT / each).is_file()], row


def test_nothing_else_is_named_in_the_column_of_tests() -> None:
    """The column contains files of tests and nothing else, so that none is passed over."""
    for rows in threats().values():
        for row in rows:
            assert not TEST.sub("", row[2]).strip(" ,"), row


def test_what_is_not_defended_is_said() -> None:
    """The page lists what is not defended, and explains how to report a weakness."""
    assert "## What is not defended" in TEXT
    assert TEXT.partition("## What is not defended")[2].count("\n- **") >= 5
    assert "## How to report a weakness" in TEXT
