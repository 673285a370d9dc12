"""Rows are moved by what they are part of, and several copies give the same order."""

import json
from pathlib import Path

import pytest

from tests.unit.workbook.plan import (
    ACTION,
    STARTER,
    Plan,
    copy_of,
    document,
    read_in_each_order,
    told,
)


def two_priorities(folder: Path) -> Path:
    """Add a second priority, two commitments and a second register of actions to a portfolio."""
    plan = Plan.of(folder)
    plan.add("Priorities", {"Title": "Belonging", "Order": 2, "Plan": "send-strategy"})
    for words in ("We welcome.", "We listen."):
        plan.add("Commitments", {"Statement": words, "Priority": "Priority 1"})
    plan.add("Actions", {"Title": "Open a hub"})
    plan.add("Updates", {"Text": "A hall.", "Action": "Open a hub", "On": "1/2/26"})
    assert plan.read(folder).diagnostics == ()
    more = document(folder, "actions.json")
    more = {name: more[name] for name in ("$schema", "title")}
    more["id"] = "more-actions"
    (folder / "more.json").write_text(json.dumps(more), encoding="utf-8")
    manifest = document(folder, "portfolio.json")
    manifest["documents"].append("more.json")
    (folder / "portfolio.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


def commitments(folder: Path) -> list[list[str]]:
    """Return the ids of the commitments of the plan, and of each of its priorities."""
    plan = document(folder, "strategy.json")
    return [
        [commitment["id"] for commitment in p.get("commitments", ())]
        for p in (plan, *plan["priorities"])
    ]


def test_a_row_is_moved_to_another_owner(folder: Path) -> None:
    """With its id and its parts; where an owner may be empty, the plan itself is the owner."""
    two_priorities(folder)
    first = commitments(folder)[1]
    plan = Plan.of(folder)
    plan.set("Commitments", 1, "Priority", "Belonging")
    plan.set("Commitments", 2, "Priority", None)
    moved = document(folder, "strategy.json")["priorities"][0]["commitments"][0]
    result = plan.read(folder)
    assert [(change.heading, change.after) for change in result.changes] == [
        ("Priority", "Belonging"), ("Priority", ""),
    ]  # fmt: skip
    assert result.diagnostics == ()
    assert commitments(folder) == [[first[1]], [first[2]], [first[0]]]
    assert document(folder, "strategy.json")["priorities"][1]["commitments"][0] == moved
    assert plan.read(folder).changes == ()
    plan = Plan.of(folder)
    plan.set("Commitments", 1, "Priority", "Belonging")
    plan.read(folder)
    assert "commitments" not in document(folder, "strategy.json")["priorities"][0]


def test_a_row_without_id_is_moved(folder: Path) -> None:
    """It is put in order among the others; a copy of the workbook as it was changes nothing."""
    two_priorities(folder)
    copy = Plan.of(folder)
    plan = Plan.of(folder)
    plan.set("Updates", 1, "Action", "Open a hub")
    assert plan.read(folder).diagnostics == ()
    one, hub = document(folder, "actions.json")["actions"]
    assert "updates" not in one
    assert [update["text"]["default"][:6] for update in hub["updates"]] == ["Say wh", "A hall"]
    for workbook in (plan, copy):
        again = workbook.read(folder)
        assert (again.changes, again.diagnostics) == ((), ())
    copy.set("Updates", 1, "Role", "hub manager")
    copy.set("Updates", 2, "Role", "head of SEND")
    assert len(copy.read(folder).changes) == 2
    _, hub = document(folder, "actions.json")["actions"]
    assert [update["role"] for update in hub["updates"]] == ["hub manager", "head of SEND"]


def test_a_row_is_moved_to_another_file(folder: Path) -> None:
    """By its File; its parts go with it, and a cell of it in the same workbook is taken in."""
    two_priorities(folder)
    plan = Plan.of(folder)
    plan.set("Actions", 1, "File", "more.json")
    plan.set("Actions", 1, "Due", "2028")
    result = plan.read(folder)
    assert [diagnostic.severity for diagnostic in result.diagnostics] == ["warning"]
    assert [action["id"] for action in document(folder, "actions.json")["actions"]] == [
        "open-a-hub"
    ]
    (action,) = document(folder, "more.json")["actions"]
    assert (action["id"], action["due"]) == ("one-team", {"kind": "calendar_year", "year": 2028})
    assert action["updates"]
    assert plan.read(folder).changes == ()


def test_both_were_moved(folder: Path) -> None:
    """To two owners is a clash, unless a side is taken; to one owner is none."""
    two_priorities(folder)
    copies = [Plan.of(folder) for _ in range(3)]
    copies[0].set("Commitments", 1, "Priority", "Belonging")
    copies[1].set("Commitments", 1, "Priority", "Priority 2")
    copies[2].set("Commitments", 1, "Priority", None)
    copies[0].read(folder)
    assert told(copies[1].read(folder)) == []
    clash = copies[2].read(folder)
    assert told(clash) == [("error", "SFR423", "Commitments!B2")]
    assert "there 'Belonging', here nothing" in clash.diagnostics[0].message
    assert copies[2].read(folder, take="files").changes == ()
    assert len(copies[2].read(folder, take="workbook").changes) == 1


def test_a_row_that_cannot_be_moved(folder: Path) -> None:
    """To nothing of that name, to a document that cannot hold it, or away from its owner's file."""
    two_priorities(folder)
    plan = Plan.of(folder)
    plan.set("Updates", 1, "Action", "another")
    plan.set("Updates", 2, "File", "more.json")
    plan.set("Told back", 1, "Reply", None)
    plan.set("Actions", 1, "File", "mor.json")
    plan.set("Plans", 1, "File", "plan.json")
    result = plan.read(folder)
    assert told(result) == [
        ("error", "SFR428", "Plans!L2"),
        ("error", "SFR428", "Actions!V2"),
        ("error", "SFR201", "Updates!B2"),
        ("error", "SFR428", "Updates!J3"),
        ("error", "SFR102", "Told back!A2"),
    ]
    assert result.diagnostics[1].suggestion == "more.json"
    assert all(diagnostic.help for diagnostic in result.diagnostics)
    plan = Plan.of(folder)
    plan.set("Actions", 1, "File", None)
    assert plan.read(folder).diagnostics == ()


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a portfolio with two priorities."""
    return two_priorities(copy_of(STARTER, tmp_path_factory.mktemp("move") / "start"))


def test_copies_that_move_and_add_in_any_order(start: Path, tmp_path: Path) -> None:
    """Three leads move rows to one owner, and add rows with and without days: one result."""
    copies = [Plan.of(start) for _ in range(3)]
    for number, (plan, name) in enumerate(zip(copies, ("Zebra", "Apple", "Mango"), strict=True)):
        plan.set("Commitments", number + 1, "Priority", "Belonging")
        plan.add("Actions", {"Title": name, "File": "actions.json", "Belongs to": "Belonging"})
        plan.add("Actions", {"Title": f"{name} two", "File": "more.json"})
        plan.add("Updates", {"Text": name, "Action": ACTION, "On": "3/2/26"})
    copies[0].set("Actions", 1, "Belongs to", "Belonging")
    copies[1].set("Updates", 1, "Action", "Open a hub")
    copies[2].set("Actions", 2, "Belongs to", "Belonging")
    folder = read_in_each_order(copies, start, tmp_path)
    belonging = document(folder, "strategy.json")["priorities"][1]
    assert belonging["actions"] == ["apple", "mango", "one-team", "open-a-hub", "zebra"]
    ids = [action["id"] for action in document(folder, "actions.json")["actions"]]
    assert ids == ["one-team", "open-a-hub", "apple", "mango", "zebra"]


def test_one_workbook_keeps_its_order(folder: Path) -> None:
    """What one person typed stays in the order of the rows."""
    plan = Plan.of(folder)
    for title in ("Zebra", "Apple"):
        plan.add("Actions", {"Title": title, "Belongs to": "send-strategy"})
    plan.read(folder)
    assert document(folder, "strategy.json")["actions"][-2:] == ["zebra", "apple"]
