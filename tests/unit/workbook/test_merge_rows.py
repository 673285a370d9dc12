"""Rows of a workbook that are gone, copied, moved or linked by their words."""

import json
from pathlib import Path

from tests.unit.workbook.plan import (
    ACTION,
    Plan,
    document,
    told,
)


def test_rows_by_their_title(folder: Path) -> None:
    """Without an id a row is found by its words among its siblings; a row of parts is not doubled."""
    plan = Plan.of(folder, record=False)
    for sheet in ("Actions", "Updates", "Commitments", "Self-evaluation"):
        for row in range(1, len(plan.sheets[sheet])):
            plan.set(sheet, row, "Row" if sheet == "Updates" else "Id", None)
    del plan.sheets["Self-evaluation"]
    plan.set("Actions", 1, "Due", "2028")
    result = plan.read(folder)
    assert [change.heading for change in result.changes] == ["Due"]
    plan.set("Commitments", 1, "Priority", "Priority 1")
    assert plan.read(folder).changes == ()
    plan.set("Commitments", 1, "Priority", "Priority 7")
    assert told(plan.read(folder))[0] == ("error", "SFR201", "Commitments!B2")


def test_rows_without_a_title_are_not_doubled(folder: Path) -> None:
    """Bodies, meetings and what bodies check are added once, however often the workbook is read."""
    plan = Plan.empty("Bodies", "Meetings", "Agenda", "Checked by bodies", "Releases")
    plan.add("Bodies", {"Name": "A new board", "Kind": "board", "Purpose": "It decides."})
    plan.add("Meetings", {"Body": "A new board", "On": "4/3/26"})
    plan.add(
        "Checked by bodies",
        {"Body": "A new board", "Kind": "audit", "Checked": "Plans", "On": "1/2/26"},
    )
    first = plan.read(folder)
    assert [problem for problem in told(first) if problem[0] == "error"] == []
    assert len(first.changes) > 5
    assert plan.read(folder).changes == ()


def test_a_copied_row(folder: Path) -> None:
    """Two rows with one id are an error that names both."""
    plan = Plan.of(folder)
    plan.sheets["Actions"].append(list(plan.sheets["Actions"][1]))
    result = plan.read(folder)
    assert told(result) == [("error", "SFR202", "Actions!U3")]
    assert str(result.diagnostics[0].related[0].location) == "plan.xlsx[Actions]!U2"


def test_rows_that_are_gone(folder: Path) -> None:
    """They are kept and named; --remove removes them, and references are checked."""
    plan = Plan.of(folder)
    del plan.sheets["Updates"][1]
    del plan.sheets["Calendar"]
    result = plan.read(folder)
    assert [each.code for each in result.diagnostics] == ["SFR422", "SFR422"]
    assert "the sheet 'Calendar' is gone, with 1 row: it is kept" in [
        each.message for each in result.diagnostics
    ]
    result = plan.read(folder, remove=True)
    (change,) = result.changes
    assert (change.heading, change.before[:12], change.after) == ("", "Say what was", "")
    assert "updates" not in document(folder, "actions.json")["actions"][0]
    plan = Plan.of(folder)
    del plan.sheets["Evidence"][1:]
    for except_faulty in (False, True):
        faulty = plan.read(folder, remove=True, except_faulty=except_faulty)
        assert {each.code for each in faulty.diagnostics if each.severity == "error"} == {"SFR201"}
        assert dict(faulty.files) == {}
    plan = Plan.of(folder)
    del plan.sheets["Self-evaluations"][1]
    assert plan.read(folder, remove=True).diagnostics[0].code == "SFR422"


def test_columns_that_are_gone(folder: Path) -> None:
    """They are named once a sheet, and their values are kept; a sheet that is gone has none."""
    plan = Plan.of(folder, "Calendar", "Bodies", "Risks")
    plan.sheets["Calendar"] = [row[1:] for row in plan.sheets["Calendar"]]
    plan.sheets["Bodies"] = [row[:3] + row[12:] for row in plan.sheets["Bodies"]]
    del plan.sheets["Risks"]
    result = plan.read(folder)
    assert [(each.code, each.message) for each in result.diagnostics] == [
        ("SFR422", "9 columns are gone, 'Purpose' first: their values are kept"),
        ("SFR422", "the column 'Title' is gone: its values are kept"),
    ]
    assert result.changes == ()


def test_long_cells_in_messages(folder: Path) -> None:
    """A message quotes the beginning of a cell only."""
    plan = Plan.of(folder)
    plan.set("Actions", 1, "Due", "7 " * 2000)
    (problem,) = plan.read(folder).diagnostics
    assert len(problem.message) == 300


def test_rows_that_others_removed(folder: Path) -> None:
    """A thing that is gone from the files since is not made again; parts are found by their cells."""
    plan = Plan.of(folder)
    plan.add(
        "Contributors", {"Self-evaluation": "Self-evaluation, autumn 2025", "Sector": "police"}
    )
    plan.read(folder)
    late = Plan.of(folder)
    plan = Plan.of(folder)
    del plan.sheets["Contributors"][1]
    del plan.sheets["Calendar"][1]
    plan.read(folder, remove=True)
    late.set("Calendar", 1, "Title", "Changed")
    assert told(late.read(folder)) == [("error", "SFR423", "Calendar!A2")]
    late.set("Calendar", 1, "Title", "SEND Board")
    late.set("Contributors", 4, "Count", 3)
    assert told(late.read(folder)) == [("note", "SFR422", "Calendar!A2")]
    people = document(folder, "self-evaluation-2025-autumn.json")["contributors"]
    assert [(each["sector"], each.get("count")) for each in people] == [
        ("children and young people", 9), ("education", None), ("health", 3), ("police", None),
    ]  # fmt: skip
    assert "calendar" not in document(folder, "governance.json")


def test_a_new_row_with_an_id_of_its_own(folder: Path) -> None:
    """An id that somebody typed is kept."""
    plan = Plan.of(folder)
    plan.add(
        "Risks" if "Risks" in plan.sheets else "Calendar",
        {"Title": "T", "Kind": "board", "Id": "my-id"},
    )
    plan.read(folder)
    assert document(folder, "governance.json")["calendar"][1]["id"] == "my-id"


def test_links_by_a_new_title(folder: Path) -> None:
    """A thing that is renamed is found by both names while the workbook is read."""
    plan = Plan.of(folder)
    plan.set("Actions", 1, "Title", "One team")
    plan.add("Updates", {"Text": "A", "Action": "One team", "On": "1/3/26"})
    plan.add("Updates", {"Text": "B", "Action": ACTION, "On": "1/3/26"})
    codes = {each.code for each in plan.read(folder).diagnostics}
    assert codes == {"SFR201"}  # rows are placed before titles change
    plan.sheets["Updates"].pop(2)
    assert plan.read(folder).diagnostics == ()
    plan = Plan.of(folder)
    plan.set("Actions", 1, "Title", "Our team")
    plan.add("Challenges", {
        "Statement": "Why?", "Body": "board", "Raised by": "chair", "Raised on": "2026", "About": "Our team",
    })  # fmt: skip
    assert plan.read(folder).diagnostics == ()


def test_what_is_left_behind_is_asked(folder: Path) -> None:
    """Words with variants, a status without its reason, and a date moved in silence."""
    plan = Plan.of(folder)
    plan.set("Actions", 1, "Delivery reason", "As planned.")
    plan.read(folder)
    plan = Plan.of(folder)
    plan.set("Actions", 1, "Delivery", "Behind")
    plan.set("Actions", 1, "Due", "2027")
    plan.set("Priorities", 1, "Statement", "Other words.")
    assert told(plan.read(folder, write=False)) == [
        ("warning", "SFR425", "Priorities!E2"),
        ("warning", "SFR427", "Actions!H2"),
        ("warning", "SFR426", "Actions!I2"),
    ]
    plan.set("Actions", 1, "Delivery reason", "Two are ill.")
    place = plan.place("Priorities", "Statement (young-people)")
    shorter = [[*row[:place], *row[place + 1 :]] for row in plan.sheets["Priorities"]]
    whole, plan.sheets["Priorities"] = plan.sheets["Priorities"], shorter
    assert ("warning", "SFR425", "Priorities!E2") in told(plan.read(folder, write=False))
    plan.sheets["Priorities"] = whole
    plan.set("Priorities", 1, "Statement (young-people)", "Simple words.")
    plan.add("Moved dates", {
        "Action": ACTION, "Due": "September 2026", "Changed on": "2/2/26", "Reason": "Illness.",
    })  # fmt: skip
    assert plan.read(folder).diagnostics == ()


def test_words_that_readers_checked(folder: Path) -> None:
    """They were checked before, and that is said when they change."""
    strategy = document(folder, "strategy.json")
    check = {
        "checked_by": "participation lead",
        "readers": "youth forum",
        "checked_on": "2026-01-01",
    }
    strategy["vision"]["checks"] = [check]
    (folder / "strategy.json").write_text(json.dumps(strategy), encoding="utf-8")
    plan = Plan.of(folder, "Plans")
    plan.set("Plans", 1, "Vision", "Other words.")
    (warning,) = plan.read(folder).diagnostics
    assert "the readers who checked it" in warning.message
