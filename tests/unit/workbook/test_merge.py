"""A workbook is merged cell by cell: what was changed is taken in, and nothing else moves."""

import json
from pathlib import Path

from tests.unit.workbook.plan import (
    ACTION,
    MEASURE,
    STARTER,
    Plan,
    contents,
    copy_of,
    document,
    read_in_each_order,
    told,
)


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
    folder = read_in_each_order(copies, start, tmp_path)
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
        ("error", "SFR428", "Findings!F2"),
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
