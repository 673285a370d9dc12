"""Comparing names every change that was made, and nothing else."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from sendframe.api import load
from sendframe.editions import Difference, diff_documents, diff_portfolios, sentence
from sendframe.model import Portfolio, SelfEvaluation
from tests.unit.editions.seeded import ALL, EDITION, PLANS, Seed, read, seeded, write


def told(found: tuple[Difference, ...]) -> Counter[tuple[str, str, str | None]]:
    """Return what identifies each difference."""
    return Counter((each.kind, each.id, each.field) for each in found)


def portfolio(folder: Path) -> Portfolio:
    """Return the portfolio of a folder."""
    found = load(folder)
    assert isinstance(found, Portfolio)
    return found


def editions(found: Portfolio) -> dict[str, SelfEvaluation]:
    """Return the editions of a portfolio by id."""
    return {each.id: each for each in found.of(SelfEvaluation)}


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Portfolio:
    """Return the portfolio before any change."""
    return portfolio(write(read(), tmp_path_factory.mktemp("old")))


def test_there_are_thirty_changes_of_twelve_kinds_or_more() -> None:
    """The seeds are many, and of most kinds of difference."""
    assert len(ALL) == 30
    assert len({each.kind for each in ALL}) >= 12


@pytest.mark.unmeasured
@pytest.mark.parametrize("seed", ALL, ids=lambda each: f"{each.kind} {each.id}")
def test_one_change_is_one_difference(old: Portfolio, seed: Seed, tmp_path: Path) -> None:
    """A single change is told once, as what it is."""
    new = portfolio(write(seeded([seed]), tmp_path / "new"))
    found = diff_portfolios(old, new)
    assert told(found) == Counter([seed.told])
    assert found[0].title in sentence(found[0]) or found[0].kind == "reworded"


def test_thirty_changes_at_once_are_thirty_differences(old: Portfolio, tmp_path: Path) -> None:
    """All changes together are told, each once, and nothing else is."""
    new = portfolio(write(seeded(ALL), tmp_path / "new"))
    differences = diff_portfolios(old, new)
    assert told(differences) == Counter(seed.told for seed in ALL)
    assert all(item.title in sentence(item) or item.kind == "reworded" for item in differences)


def test_changes_of_an_edition_add_to_what_two_editions_differ_in(
    old: Portfolio, tmp_path: Path
) -> None:
    """Spring and autumn differ in the same, and in what was changed in autumn."""
    unchanged = editions(old)
    changed = editions(portfolio(write(seeded(EDITION), tmp_path / "new")))
    spring, autumn = sorted(unchanged, key=lambda each: unchanged[each].data_cut_off or date.min)
    assert told(diff_documents(unchanged[autumn], changed[autumn])) == Counter(
        each.told for each in EDITION
    )
    before = set(diff_documents(unchanged[spring], unchanged[autumn]))
    after = set(diff_documents(unchanged[spring], changed[autumn]))
    assert before != after
    assert {each.id for each in before ^ after} <= {each.id for each in EDITION}


def test_what_is_the_same_has_no_difference(old: Portfolio, tmp_path: Path) -> None:
    """A portfolio does not differ from itself, whatever the order of its references."""
    documents = read()
    for each in documents["self-evaluation-2025-autumn.json"]["entries"]:
        each.get("evidence", []).reverse()
    two = portfolio(write(documents, tmp_path / "two"))
    assert diff_portfolios(old, old) == ()
    assert diff_portfolios(old, two) == ()


def test_what_changed_back_is_told_the_other_way_round(old: Portfolio, tmp_path: Path) -> None:
    """Added becomes removed, slipped becomes brought forward, when old and new change places."""
    new = portfolio(write(seeded(PLANS), tmp_path / "new"))
    opposite = {
        "added": "removed",
        "evidence_added": "evidence_removed",
        "linked": "unlinked",
        "slipped": "brought_forward",
    }
    opposite |= {two: one for one, two in opposite.items()}
    there = Counter(each.kind for each in diff_portfolios(old, new))
    back = Counter(each.kind for each in diff_portfolios(new, old))
    # An update that was reported is gone, and so is the history of a due date.
    there["added"] += there.pop("reported")
    assert back["removed"] == there["added"] + 1
    assert back["added"] == there["removed"]
    for kind in ("linked", "unlinked", "slipped", "brought_forward", "renamed", "moved"):
        assert back[opposite.get(kind, kind)] == there[kind]
