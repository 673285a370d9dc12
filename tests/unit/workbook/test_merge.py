"""A workbook is merged cell by cell: what was changed is taken in, and nothing else moves."""

import itertools
import json
from pathlib import Path
from typing import Any

import pytest

from sendframe.errors import InvalidDocument
from sendframe.workbook import CellError, CellValue
from tests.unit.workbook.plan import STARTER, Plan, copy_of, told

ACTION = "Set up one team that writes all new EHC plans"
MEASURE = {"Measure": "Fewer complaints.", "Target in words": "Fewer each year"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a small portfolio."""
    return copy_of(STARTER, tmp_path / "plan")


def document(folder: Path, name: str) -> Any:
    """Return a document of a folder."""
    return json.loads((folder / name).read_text(encoding="utf-8"))


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_an_untouched_workbook_changes_nothing(folder: Path) -> None:
    """Every byte stays, and nothing is told."""
    before = contents(folder)
    result = Plan.of(folder).read(folder)
    assert (result.changes, result.diagnostics, dict(result.files)) == ((), (), {})
    assert contents(folder) == before


def test_a_cell_changes_its_line(folder: Path) -> None:
    """One cell is one change, in one line of one file."""
    plan = Plan.of(folder)
    plan.set("Actions", 1, "Title", "Set up one team")
    before = (folder / "actions.json").read_text(encoding="utf-8").split("\n")
    result = plan.read(folder)
    (change,) = result.changes
    assert (str(change.location), change.file, change.row, change.heading) == (
        "plan.xlsx[Actions]!A2", "actions.json", "one-team", "Title",
    )  # fmt: skip
    assert (change.before, change.after, change.read_as) == (ACTION, "Set up one team", "")
    after = (folder / "actions.json").read_text(encoding="utf-8").split("\n")
    assert [b for a, b in zip(before, after, strict=True) if a != b] == [
        '      "title": { "default": "Set up one team" },'
    ]
    assert plan.read(folder).changes == ()


def test_dates_say_how_they_were_read(folder: Path) -> None:
    """A date that was typed in other words is taken in, and one that says the same is no change."""
    plan = Plan.of(folder)
    plan.set("Actions", 1, "Due", "Sep-26")
    assert plan.read(folder).changes == ()
    plan.set("Actions", 1, "Due", "Dec 26")
    (change,) = plan.read(folder).changes
    assert (change.after, change.read_as) == ("Dec 26", "December 2026")
    assert document(folder, "actions.json")["actions"][0]["due"] == {
        "kind": "month", "year": 2026, "month": 12,
    }  # fmt: skip


def test_a_cell_is_emptied(folder: Path) -> None:
    """What was there is removed; where nobody knows what was exported, it is kept."""
    plan = Plan.of(folder)
    plan.set("Actions", 1, "Impact on", None)
    plan.set("Actions", 1, "Impact", None)
    plan.set("Actions", 1, "Start", None)
    plan.read(folder)
    assert {"impact", "start"}.isdisjoint(document(folder, "actions.json")["actions"][0])
    plan = Plan.of(folder, record=False)
    plan.set("Actions", 1, "Due", None)
    assert plan.read(folder).changes == ()


def test_a_required_cell_is_not_emptied(folder: Path) -> None:
    """It is an error at the cell, and nothing is written."""
    plan = Plan.of(folder)
    plan.set("Actions", 1, "Title", None)
    plan.set("Actions", 1, "Start", None)
    result = plan.read(folder)
    assert told(result) == [("error", "SFR102", "Actions!A2")]
    assert dict(result.files) == {}


def test_both_were_changed(folder: Path) -> None:
    """Different changes clash, and a side can be chosen; equal ones do not."""
    first, second = Plan.of(folder), Plan.of(folder)
    first.set("Actions", 1, "Due", "November 2026")
    first.read(folder)
    second.set("Actions", 1, "Due", "Nov 26")
    assert second.read(folder).diagnostics == ()
    second.set("Actions", 1, "Due", "Dec 26")
    clash = second.read(folder)
    assert told(clash)[0] == ("error", "SFR423", "Actions!H2")
    assert "there 'November 2026', here 'Dec 26'" in clash.diagnostics[0].message
    assert second.read(folder, take="files").changes == ()
    assert len(second.read(folder, take="workbook").changes) == 1
    second.set("Actions", 1, "Description", "New")
    first = Plan.of(folder)
    first.set("Actions", 1, "Start", None)
    first.read(folder)
    second.set("Actions", 1, "Start", "2020")
    assert "there nothing, here '2020'" in second.read(folder).diagnostics[-1].message
    first = Plan.of(folder)
    first.set("Actions", 1, "Due", "January 2027")
    first.read(folder)
    second.set("Actions", 1, "Due", None)
    assert any("here nothing" in each.message for each in second.read(folder).diagnostics)


def test_copies_come_back_in_any_order(tmp_path: Path) -> None:
    """Three leads change their own cells and add rows: whoever comes first, the result is the same."""
    start = copy_of(STARTER, tmp_path / "start")
    copies = [Plan.of(start) for _ in range(3)]
    copies[0].set("Actions", 1, "Due", "December 2026")
    copies[0].add("Updates", {"Text": "A", "Action": ACTION, "On": "3/2/26"})
    copies[1].set("Priorities", 1, "Why it matters", "Because.")
    copies[1].add("Updates", {"Text": "B", "Action": ACTION, "On": "1/2/26"})
    copies[2].set("Measures", 1, "Target", 75)
    copies[2].add("Updates", {"Text": "C", "Action": ACTION, "On": "2/2/26"})
    results = set()
    for number, order in enumerate(itertools.permutations(copies)):
        folder = copy_of(start, tmp_path / str(number))
        for plan in order:
            assert not [d for d in plan.read(folder).diagnostics if d.severity == "error"]
        results.add(tuple(contents(folder).items()))
    assert len(results) == 1
    texts = [
        u["text"]["default"] for u in document(folder, "actions.json")["actions"][0]["updates"]
    ]
    assert texts[1:] == ["B", "C", "A"]


def test_a_new_row_gets_its_id(folder: Path) -> None:
    """From its words; rows of other sheets may name it by them, and reading twice adds nothing."""
    plan = Plan.of(folder)
    plan.add(
        "Actions", {"Title": "Open a hub", "Due": "2027", "Belongs to": "Priority 1\nstrategy.json"}
    )
    plan.sheets["Actions"][2][1] = "Priority 1\nsend-strategy"
    plan.add("Updates", {"Text": "Found a room.", "Action": "Open a hub", "On": "1 Feb 2026"})
    result = plan.read(folder)
    assert result.diagnostics == ()
    action = document(folder, "actions.json")["actions"][1]
    assert list(action) == ["id", "title", "due", "updates"]
    assert action["id"] == "open-a-hub"
    strategy = document(folder, "strategy.json")
    assert strategy["actions"] == ["open-a-hub"]
    assert strategy["priorities"][0]["actions"] == ["open-a-hub"]
    assert plan.read(folder).changes == ()
    plan = Plan.of(folder)
    plan.set("Actions", 2, "Belongs to", None)
    plan.read(folder)
    assert "actions" not in document(folder, "strategy.json")


def test_new_rows_of_many_kinds(folder: Path) -> None:
    """Parts of rows, rows without a title of their own, and judgements with an id made for them."""
    plan = Plan.of(
        folder, "Self-evaluation", "Views of partners", "Meetings", "Voices", "Measures", "Steps"
    )
    plan.add("Self-evaluation", {
        "Criterion": "Do children and young people get the right help at the right time?",
        "Self-evaluation": "Self-evaluation, autumn 2025", "Judgement": "Getting there",
        "Judged by": "SEND partnership group", "Judged on": "19/11/25", "Wanted": "One\nTwo",
    })  # fmt: skip
    plan.add(
        "Views of partners", {"Entry or step": "spring-help", "Who": "forum", "View": "agrees"}
    )
    plan.add("Meetings", {"Body": "Sampleford SEND Board", "On": "4 March 2026"})
    plan.add("Voices", {"Who": "parents", "Words": "We were heard."})
    plan.add("Measures", MEASURE)
    result = plan.read(folder)
    assert result.diagnostics == ()
    autumn = document(folder, "self-evaluation-2025-autumn.json")["entries"][1]
    assert autumn["id"] == "do-children-and-young-people-get-the-right-help"
    assert list(autumn["judgement"])[:2] == ["id", "value"]
    spring = document(folder, "self-evaluation-2025-spring.json")["entries"][0]
    assert spring["judgement"]["views"] == [{"who": "forum", "view": "agrees"}]
    assert document(folder, "governance.json")["meetings"][0]["id"] == (
        "sampleford-send-board-4-march-2026"
    )
    measure = document(folder, "strategy.json")["measures"][1]
    assert measure["target"] == {"kind": "words", "statement": {"default": "Fewer each year"}}


def test_what_an_action_belongs_to(folder: Path) -> None:
    """A new priority may be named; what is no longer named is left, and other actions stay."""
    plan = Plan.of(folder)
    plan.add("Priorities", {"Title": "Belonging", "Order": 2, "Plan": "send-strategy"})
    plan.add("Actions", {"Title": "Open a hub", "Belongs to": "on-time"})
    plan.set("Actions", 1, "Belongs to", "Belonging\nWe will write EHC plans in time.")
    assert plan.read(folder).diagnostics == ()
    _, belonging = document(folder, "strategy.json")["priorities"]
    assert belonging["actions"] == ["one-team"]
    plan = Plan.of(folder)
    plan.set("Actions", 1, "Belongs to", "Belonging")
    plan.read(folder)
    first, _ = document(folder, "strategy.json")["priorities"]
    assert first["commitments"][0]["actions"] == ["open-a-hub"]


def test_rows_of_two_documents(folder: Path) -> None:
    """Two documents may have rows with one id: File tells them apart; some have no parent to show."""
    manifest = document(folder, "portfolio.json")
    manifest["documents"] += ["more.json", "words.json"]
    (folder / "portfolio.json").write_text(json.dumps(manifest), encoding="utf-8")
    schema = "https://sendframe.example/schemas/v1/{}.schema.json"
    entry = {"id": "next-board", "kind": "board", "title": {"default": "Another board"}}
    term = {"id": "sef", "term": "SEF", "meaning": {"default": "Self-evaluation"}}
    for name, kind, rest in (
        ("more", "governance", {"calendar": [entry]}),
        ("words", "glossary", {"terms": [term]}),
    ):
        made = {"$schema": schema.format(kind), "id": name, "title": {"default": name}, **rest}
        (folder / f"{name}.json").write_text(json.dumps(made), encoding="utf-8")
    plan = Plan.of(folder)
    assert plan.get("Glossary", 1, "Plan") is None
    plan.set("Calendar", 2, "Title", "Changed")
    assert [change.file for change in plan.read(folder).changes] == ["more.json"]
    plan.set("Calendar", 2, "File", None)
    assert ("error", "SFR202", "Calendar!F3") in told(plan.read(folder))


def test_updates_without_a_day_come_first(folder: Path) -> None:
    """New updates are put in order by the last day of their dates; steps of others have owners too."""
    plan = Plan.of(folder, "Updates", "Views of partners")
    plan.add("Updates", {"Text": "At some time", "Action": ACTION})
    plan.add("Updates", {"Text": "Before", "Action": ACTION, "On": "2025"})
    plan.add("Views of partners", {"Entry or step": "drafted", "Who": "forum", "View": "partly"})
    assert plan.read(folder).diagnostics == ()
    texts = [
        u["text"]["default"] for u in document(folder, "actions.json")["actions"][0]["updates"]
    ]
    assert [text[:6] for text in texts] == ["At som", "Before", "Say wh"]
    steps = document(folder, "self-evaluation-2025-autumn.json")["steps"]
    assert steps[0]["views"] == [{"who": "forum", "view": "partly"}]


def test_a_row_that_cannot_be_placed(folder: Path) -> None:
    """It says what is missing: what it is part of, the file, the document."""
    plan = Plan.of(
        folder,
        "Updates",
        "Self-evaluations",
        "Figures",
        "Evidence",
        "Reviews",
        "Findings",
        "Self-evaluation",
    )
    plan.add("Updates", {"Text": "Alone"})
    plan.add("Updates", {"Text": "Lost", "Action": "Open the moon"})
    plan.add("Updates", {"Action": ACTION})
    plan.add("Self-evaluations", {"Title": "New", "Edition": "x", "Criteria sets": "Our questions"})
    plan.add("Findings", {"Statement": "F", "Kind": "strength"})
    result = plan.read(folder)
    assert told(result) == [
        ("error", "SFR102", "Updates!B3"),
        ("error", "SFR201", "Updates!B4"),
        ("error", "SFR102", "Updates!A5"),
        ("error", "SFR428", "Self-evaluations!L4"),
        ("error", "SFR102", "Findings!B2"),
    ]
    assert all(each.help for each in result.diagnostics)


def test_several_documents_may_hold_a_row(folder: Path) -> None:
    """Then File says which; nobody guesses."""
    other = document(folder, "actions.json")
    other.update(id="more-actions", actions=[], delivery_scale=None, impact_scale=None)
    other = {key: value for key, value in other.items() if value is not None}
    (folder / "more.json").write_text(json.dumps(other), encoding="utf-8")
    manifest = document(folder, "portfolio.json")
    manifest["documents"].append("more.json")
    (folder / "portfolio.json").write_text(json.dumps(manifest), encoding="utf-8")
    plan = Plan.of(folder)
    row = plan.add("Actions", {"Title": "Open a hub"})
    result = plan.read(folder)
    assert told(result) == [("error", "SFR428", "Actions!V3")]
    assert "actions.json, more.json" in result.diagnostics[0].message
    plan.set("Actions", row, "File", "more.json")
    plan.set("Actions", row, "Delivery", "On track")
    plan.set("Actions", row, "Delivery on", "1/1/26")
    assert plan.read(folder).diagnostics == ()
    assert document(folder, "more.json")["actions"][0]["delivery"]["value"] == "on-track"


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


def test_rows_are_not_moved_by_a_cell(folder: Path) -> None:
    """Neither to another file nor to another owner: both are errors."""
    plan = Plan.of(folder)
    plan.set("Updates", 1, "Action", "another")
    plan.set("Contributors", 1, "Self-evaluation", "Self-evaluation, spring 2025")
    plan.set("Told back", 1, "Reply", None)
    plan.set("Actions", 1, "File", "evidence.json")
    assert told(plan.read(folder)) == [
        ("error", "SFR428", "Actions!V2"),
        ("error", "SFR201", "Updates!B2"),
        ("error", "SFR428", "Contributors!A2"),
        ("error", "SFR428", "Told back!A2"),
    ]
    plan = Plan.of(folder)
    plan.set("Actions", 1, "File", None)
    assert plan.read(folder).diagnostics == ()


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


def test_faults_of_the_documents_stand_at_their_cells(folder: Path) -> None:
    """Rules between fields, missing parts of a part, and forms of text: with the codes of JSON."""
    plan = Plan.of(folder)
    plan.set("Actions", 1, "Start", "1/1/2030")
    plan.set("Actions", 1, "Closed on", "1/1/2026")
    plan.set(
        "Publications" if "Publications" in plan.sheets else "Releases", 1, "Link", "somewhere"
    )
    plan.set("Measures", 1, "Target due", None)
    plan.set("Indicators", 1, "Decimals", 9)
    found = {
        (code, cell) for severity, code, cell in told(plan.read(folder)) if severity == "error"
    }
    assert {
        ("SFR105", "Releases!E2"),
        ("SFR102", "Measures!J2"),
        ("SFR107", "Indicators!AN2"),
    } <= found
    assert ("SFR102", "Actions!Q2") in found
    plan = Plan.of(folder)
    plan.set("Actions", 1, "Start", "1/1/2030")
    assert told(plan.read(folder)) == [("error", "SFR110", "Actions!H2")]


def test_everything_but_what_is_faulty(folder: Path) -> None:
    """Faulty cells keep what the files have, new rows with one are left out, the rest is written."""
    plan = Plan.of(folder)
    plan.set("Actions", 1, "Start", "1/1/2030")
    plan.set("Actions", 1, "Description", "Kept only with its row.")
    plan.set("Priorities", 1, "Why it matters", "Because.")
    plan.set("Measures", 1, "Target", "lots")
    plan.add("Calendar", {"Title": "T", "Kind": "not a code!"})
    plan.add("Calendar", {"Title": "U", "Kind": "board"})
    plan.add("Updates", {"Text": "Lost", "Action": "Open the moon"})
    result = plan.read(folder, except_faulty=True)
    assert {(severity, code) for severity, code, _ in told(result)} == {
        ("warning", "SFR110"), ("warning", "SFR403"), ("warning", "SFR105"), ("warning", "SFR201"),
    }  # fmt: skip
    assert [change.after for change in result.changes] == ["Because.", "U", "board"]
    assert list(result.files) == ["strategy.json", "governance.json"]


def test_a_fault_that_no_cell_makes_good(folder: Path) -> None:
    """A row that is removed although it is named elsewhere stays an error."""
    plan = Plan.of(folder)
    plan.sheets = {
        name: rows for name, rows in plan.sheets.items() if name in ("Evidence", "_sendframe")
    }
    del plan.sheets["Evidence"][1]
    result = plan.read(folder, remove=True, except_faulty=True)
    assert any(each.severity == "error" for each in result.diagnostics)
    assert dict(result.files) == {}


def test_the_folder_must_be_sound_before(folder: Path) -> None:
    """Otherwise its own problems are reported, not those of the workbook."""
    plan = Plan.of(folder)
    (folder / "evidence.json").write_text("{}", encoding="utf-8")
    with pytest.raises(InvalidDocument):
        plan.read(folder)


def test_a_workbook_of_another_portfolio(folder: Path) -> None:
    """It is refused: ids would meet by chance."""
    plan = Plan.of(folder)
    plan.sheets["_sendframe"][0][2] = "elsewhere"
    assert [each.code for each in plan.read(folder).diagnostics] == ["SFR428"]


def test_whose_words_new_texts_are(folder: Path) -> None:
    """Start here says it once; a document that says so itself is not repeated."""
    plan = Plan.of(folder)
    plan.sheets["Start here"] = [
        ["Title"], [], ["Years written 2024/25 are", "financial"], ["New words are", "verbatim"],
    ]  # fmt: skip
    plan.set("Actions", 1, "Description", "As in the plan.")
    plan.set("Actions", 1, "Due", "2026/27")
    plan.read(folder)
    action = document(folder, "actions.json")["actions"][0]
    assert action["description"] == {"default": "As in the plan.", "wording": "verbatim"}
    assert action["due"] == {"kind": "financial_year", "start_year": 2026}
    plan.sheets["Start here"][2][1] = "calender"
    assert told(plan.read(folder))[-1] == ("error", "SFR403", "Start here!B3")


def test_sheets_and_columns_that_are_not_known(folder: Path) -> None:
    """They are named with the number of cells, and one of one's own may be kept."""
    plan = Plan.of(folder)
    plan.sheets["Action"] = [["x", None], ["y"]]
    plan.sheets["actions "] = [["x"]]
    plan.sheets["Nothing"] = []
    rows = plan.sheets["Actions"]
    rows[0] += ["Budget code", None]
    rows[1] += ["B-7", "note", "beyond"]
    warnings = [(each.message, each.suggestion) for each in plan.read(folder).diagnostics]
    assert warnings == [
        ("the column 'Budget code' is not known: 1 cell was not read", None),
        ("a column has no heading: 1 cell was not read", None),
        ("a column has no heading: 1 cell was not read", None),
        ("the sheet 'Action' is not known: 2 cells were not read", "Actions"),
        ("the sheet 'actions ' is not known: 1 cell was not read", "Actions"),
    ]
    result = plan.read(folder, keep=("Budget code",))
    assert [change.heading for change in result.changes] == ["Budget code"]
    assert document(folder, "actions.json")["actions"][0]["extensions"] == {
        "workbook": {"Budget code": "B-7"}
    }
    again = Plan.of(folder)
    assert again.get("Actions", 1, "Budget code") == "B-7"
    assert again.read(folder).changes == ()


def test_one_sheet_with_few_columns_and_rows_above(folder: Path) -> None:
    """Titles above the headings, other columns, no hidden sheet: what is there is read."""
    plan = Plan({
        "Actions": [
            ["SEND plan of Sampleford"],
            [None, "as at January"],
            ["Id", "title ", "Due", "Title (friendly)", "Nothing (friendly)"],
            ["one-team", None, "March 2027", "One team"],
            [],
        ],
        "Voices": [["only"], ["words"]],
    })  # fmt: skip
    result = plan.read(folder)
    assert [(each.code, each.location.sheet) for each in result.diagnostics] == [
        ("SFR427", "Actions"), ("SFR421", "Voices"),
    ]  # fmt: skip
    assert [change.heading for change in result.changes] == ["Due", "Title (friendly)"]


def test_a_heading_that_was_renamed_since(folder: Path) -> None:
    """A workbook of an older release names its columns by what they were, and is read."""
    plan = Plan.of(folder)
    place = plan.place("Actions", "Due")
    plan.sheets["Actions"][0][place] = "By when"
    for row in plan.sheets["_sendframe"]:
        if row[:3] == ["column", "Actions", "due"]:
            row[3] = "By when"
    plan.sheets["_sendframe"] += [
        ["something", "new"],
        ["column", "Actions", "gone.default", "Gone"],
    ]
    plan.sheets["Actions"][0].append("Gone")
    plan.sheets["Actions"][1][place] = "2027"
    assert [change.heading for change in plan.read(folder).changes] == ["Due"]


def test_a_record_that_is_not_ours(folder: Path) -> None:
    """A hidden sheet of that name with something else in it is no record."""
    plan = Plan.of(folder)
    plan.sheets["_sendframe"] = [["something else"]]
    plan.set("Actions", 1, "Due", None)
    assert plan.read(folder).changes == ()


@pytest.mark.parametrize("cell", [CellError("#REF!"), "=A1"])
def test_what_excel_could_not_compute(folder: Path, cell: CellValue) -> None:
    """An error of Excel is one of its cell; a text that looks like a formula is a text."""
    plan = Plan.of(folder)
    plan.set("Actions", 1, "Description", cell)
    codes = [each.code for each in plan.read(folder).diagnostics]
    assert codes == (["SFR403"] if isinstance(cell, CellError) else [])


def test_a_list_cell_keeps_its_items(folder: Path) -> None:
    """Items whose line is there stay as they are; a line that is new is a new item."""
    plan = Plan.of(folder)
    place = plan.get("Self-evaluation", 2, "Working well")
    plan.set("Self-evaluation", 2, "Working well", f"New.\n{place}")
    plan.set("Self-evaluation", 2, "Difference it made", None)
    plan.set("Measures", 1, "Serves", None)
    plan.read(folder)
    entry = document(folder, "self-evaluation-2025-autumn.json")["entries"][0]
    assert [each["default"] for each in entry["working_well"]] == ["New.", place]
    assert "difference" not in entry
    assert "serves" not in document(folder, "strategy.json")["measures"][0]
