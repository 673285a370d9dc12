"""Values become cells that people can read, and cells become the same values again."""

from datetime import date
from typing import Any

import pytest

from sendframe.workbook import SHEETS, CellError, Column, columns_of
from sendframe.workbook._cells import TOO_LONG, Context, canonical, column_at, read_cell, shown_cell
from sendframe.workbook._edit import made_id, remove_value, set_value
from sendframe.workbook._names import CellProblem, Names, scope_of, short_codes, words_of


def column(sheet: str, heading: str) -> Column:
    """Return a column of a sheet."""
    (cls,) = (each.cls for each in SHEETS if each.name == sheet)
    return next(each for each in columns_of(cls) if each.heading == heading)


def names() -> Names:
    """Return a few things."""
    made = Names()
    made.add("body", "council", "Wyeford Council")
    made.add("body", "board", "SEND Board")
    made.add("body", "board-2", "SEND  board")
    made.add("action", "open", "Open the hub; and run it")
    made.add("action", "long", "A title that goes on " * 10)
    made.add("scale-value", "d-on-track", "On track", ["green"])
    made.add("scale-value", "i-on-track", "On track")
    made.add("scale-value", "plain", "")
    return made


HERE = Context(names())
ROUND = [
    ("Actions", "Title", "Open the hub"),
    ("Actions", "Due", {"kind": "month", "year": 2026, "month": 3}),
    ("Actions", "Leads", [{"role": "head of SEND", "body": "council"}, {"role": "lead @ school"}, {"role": "lead"}]),
    ("Actions", "Depends on", ["open", "long"]),
    ("Actions", "Delivery", "d-on-track"),
    ("Moved dates", "Changed on", "2025-12-10"),
    ("Measures", "Baseline", 55.140186915887845),
    ("Measures", "Baseline", 12),
    ("Measures", "Baseline period", {"kind": "academic_year", "start_year": 2024}),
    ("Measures", "Intended direction", "higher"),
    ("Bodies", "Chair is independent", True),
    ("Bodies", "Chair is independent", False),
    ("Voices", "Consent profiles", ["board", "sef-update"]),
    ("Contributors", "Count", 0),
    ("Self-evaluation", "Wanted", [{"default": "One"}, {"default": "Two\nlines", "wording": "verbatim"}]),
    ("Self-evaluation", "Difference it made", [{"text": {"default": "A"}}, {"none_yet": {"default": "B"}}]),
]  # fmt: skip


@pytest.mark.parametrize(("sheet", "heading", "value"), ROUND)
def test_a_value_comes_back(sheet: str, heading: str, value: Any) -> None:
    """What is written is read as the same value; items of lists stay as they are."""
    cell = shown_cell(column(sheet, heading), value, HERE)
    assert read_cell(column(sheet, heading), cell, HERE, value) == value


def test_how_values_look() -> None:
    """People see words, days and numbers, and never ids where words will do."""
    assert shown_cell(column("Actions", "Leads"), ROUND[2][2], HERE) == (
        "head of SEND @ Wyeford Council\nlead @ school @ \nlead"
    )
    assert shown_cell(column("Moved dates", "Changed on"), "2025-12-10", HERE) == date(2025, 12, 10)
    assert shown_cell(column("Actions", "Delivery"), "d-on-track", HERE) == "On track [d-on-track]"
    assert shown_cell(column("Actions", "Delivery"), "plain", HERE) == "plain"
    assert shown_cell(column("Actions", "Delivery"), "gone", HERE) == "gone"
    assert shown_cell(column("Actions", "Title"), None, HERE) is None
    assert shown_cell(column("Actions", "Depends on"), [], HERE) is None
    long = shown_cell(column("Actions", "Depends on"), ["long"], HERE)
    assert isinstance(long, str)
    assert len(long) <= 70
    assert long.endswith("…")


def test_a_text_that_does_not_fit() -> None:
    """A cell says so, and its words are not taken for the text."""
    title = column("Actions", "Title")
    assert shown_cell(title, "x" * 32_768, HERE) == TOO_LONG
    assert shown_cell(title, "x" * 32_767, HERE) == "x" * 32_767
    with pytest.raises(CellProblem) as caught:
        read_cell(title, TOO_LONG, HERE)
    assert "too long" in caught.value.problem


READ = [
    ("Measures", "Baseline", "70%", 70),
    ("Measures", "Baseline", "1,234.5", 1234.5),
    ("Measures", "Baseline", 70.0, 70),
    ("Actions", "Title", date(2025, 1, 2), "2 January 2025"),
    ("Actions", "Title", 7, "7"),
    ("Bodies", "Chair is independent", "Y", True),
    ("Bodies", "Chair is independent", False, False),
    ("Measures", "Intended direction", " Higher ", "higher"),
    ("Actions", "Depends on", "open; long", ["open", "long"]),
    ("Actions", "Depends on", "Open the hub; and run it", ["open"]),
    ("Actions", "Depends on", "open;", ["open"]),
    ("Actions", "Delivery", "GREEN", "d-on-track"),
    ("Actions", "Delivery", "whatever [i-on-track]", "i-on-track"),
    ("Actions", "Leads", "head of SEND @ council", [{"role": "head of SEND", "body": "council"}]),
    ("Actions", "Leads", "head @ ", [{"role": "head"}]),
    ("Actions", "Leads", "head", [{"role": "head"}]),
    ("Voices", "Consent profiles", "a\n\n b ", ["a", "b"]),
    ("Self-evaluation", "Difference it made", "none yet: C", [{"none_yet": {"default": "C"}}]),
]  # fmt: skip


@pytest.mark.parametrize(("sheet", "heading", "cell", "wanted"), READ)
def test_what_people_type_is_read(sheet: str, heading: str, cell: Any, wanted: Any) -> None:
    """Per cent signs, thousands, other cases, ids and short names are understood."""
    assert read_cell(column(sheet, heading), cell, HERE) == wanted


REFUSED = [
    ("Measures", "Baseline", "lots", "SFR403", "'lots' is not a number"),
    ("Measures", "Baseline", float("inf"), "SFR403", "'inf' is not a number"),
    ("Measures", "Baseline", True, "SFR403", "'yes' is not a number"),
    ("Contributors", "Count", 2.5, "SFR403", "'2.5' is not a whole number"),
    ("Contributors", "Count", CellError("#N/A"), "SFR403", "the cell holds the error #N/A"),
    ("Bodies", "Chair is independent", "perhaps", "SFR403", "neither yes nor no"),
    ("Measures", "Intended direction", "highr", "SFR104", "none of the words"),
    ("Actions", "Due", "12/31/2026", "SFR403", "there is no day 12/31/2026"),
    ("Actions", "Delivery", "On track", "SFR201", "several of the kind scale value"),
    ("Actions", "Leads", "head @ Wyford Council", "SFR201", "there is no body called 'Wyford Council'"),
    ("Actions", "Leads", "head @ SEND board", "SFR201", "board, board-2"),
]  # fmt: skip


@pytest.mark.parametrize(("sheet", "heading", "cell", "code", "words"), REFUSED)
def test_what_cannot_be_read(sheet: str, heading: str, cell: Any, code: str, words: str) -> None:
    """Each is refused with the code of the same fault in JSON, and says what to write."""
    with pytest.raises(CellProblem) as caught:
        read_cell(column(sheet, heading), cell, HERE)
    assert caught.value.code == code
    assert words in caught.value.problem
    assert caught.value.help


def test_suggestions() -> None:
    """The nearest words are named."""
    with pytest.raises(CellProblem) as caught:
        read_cell(column("Actions", "Leads"), "head @ Wyford Council", HERE)
    assert caught.value.suggestion == "Wyeford Council"


def test_a_number_keeps_its_digits() -> None:
    """A number that Excel cut to 15 digits is the one that was there."""
    value = 55.140186915887845
    read = read_cell(column("Measures", "Baseline"), 55.1401869158878, HERE, value)
    assert repr(read) == repr(value)


def test_words_within_a_scope() -> None:
    """Words that two scales have are those of the register's own scale."""
    here = Context(names(), scope_of(["i-on-track"]))
    delivery = column("Actions", "Delivery")
    assert read_cell(delivery, "On track", here) == "i-on-track"
    assert shown_cell(delivery, "i-on-track", here) == "On track"
    assert shown_cell(delivery, "d-on-track", here) == "On track [d-on-track]"
    assert read_cell(delivery, "green", here) == "d-on-track"
    assert here.names.of_kind(["scale-value"], here.scope) == ["On track"]
    assert scope_of([]) is None


def test_what_is_compared() -> None:
    """A cell is compared by its content, whoever saved it."""
    assert canonical(None) == ""
    assert canonical(True) == "yes"
    assert canonical(CellError("#N/A")) == "#N/A"
    assert canonical("a\r\nb") == "a\nb"


def test_words_of_things() -> None:
    """A thing is known by its title or statement, an area by its first name."""
    assert words_of({"names": [{"name": "Wyeford"}], "code": "E1"}) == "Wyeford"
    assert words_of({"id": "a", "title": {"default": " "}, "summary": "S"}) == "S"
    assert words_of({"id": "a", "names": []}) == ""
    priority = {"id": "a", "order": 2, "short_title": {"default": "Early"}}
    assert list(short_codes(priority)) == ["priority 2", "Early"]


def test_other_words_are_added() -> None:
    """A thing keeps the words that it had when it gets others."""
    made = Names()
    made.add("action", "a", "Old")
    made.add("action", "b", "Other")
    assert made.read(("action",), "Old") == "a"
    made.add("action", "a", "Old")
    made.add("action", "a", "New")
    assert made.read(("action",), "New") == made.read(("action",), "Old") == "a"


def test_ids_are_made_from_words() -> None:
    """They are short, plain and taken once; words without letters give one too."""
    taken: set[str] = set()
    long = made_id("Agree a rota so that health and care advice arrives within six weeks", taken)
    assert long == "agree-a-rota-so-that-health-and-care-advice"
    assert made_id("x" * 60, taken) == "x" * 48
    assert made_id("…", taken) == "row"
    assert made_id("…", taken) == "row-2"


def test_parts_are_made_and_removed() -> None:
    """A part is there as long as one of its cells holds something."""
    row: dict[str, Any] = {"id": "a"}
    reason = column("Actions", "Delivery reason")
    value = column("Actions", "Delivery")
    set_value(row, value, "on-track", None)
    set_value(row, reason, "Because", "verbatim")
    assert row["delivery"] == {
        "value": "on-track",
        "reason": {"default": "Because", "wording": "verbatim"},
    }
    friendly = reason.of_variant("friendly")
    set_value(row, friendly, "As", None)
    assert row["delivery"]["reason"]["variants"] == {"friendly": {"text": "As"}}
    remove_value(row, friendly)
    assert "variants" not in row["delivery"]["reason"]
    remove_value(row, reason)
    remove_value(row, reason)
    assert row == {"id": "a", "delivery": {"value": "on-track"}}
    remove_value(row, value)
    assert row == {"id": "a"}


def test_new_items_of_lists_have_their_wording() -> None:
    """Texts that are there keep theirs."""
    row: dict[str, Any] = {}
    set_value(row, column("Self-evaluation", "Wanted"), [{"default": "A"}], "paraphrased")
    assert row == {"wanted": [{"default": "A", "wording": "paraphrased"}]}
    items = [{"none_yet": {"default": "B"}}, {"text": {"default": "C", "wording": "verbatim"}}]
    set_value(row, column("Self-evaluation", "Difference it made"), items, "paraphrased")
    assert [next(iter(item.values()))["wording"] for item in row["difference"]] == [
        "paraphrased",
        "verbatim",
    ]


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ({"Target": 5}, "level"),
        ({"Target from": 5, "Target to": 6}, "range"),
        ({"Target in words": "Fewer"}, "words"),
        ({"Target in words": "As England", "Target period": {"kind": "calendar_year", "year": 2024}}, "pinned_benchmark"),
    ],
)  # fmt: skip
def test_the_kind_of_a_target_is_inferred(cells: dict[str, Any], kind: str) -> None:
    """Nobody types it: it follows from the columns that are filled in."""
    row: dict[str, Any] = {}
    for heading, value in cells.items():
        set_value(row, column("Measures", heading), value, None)
    assert row["target"]["kind"] == kind
    assert next(iter(row["target"])) == "kind"
    for heading in cells:
        remove_value(row, column("Measures", heading))
    assert row == {}


def test_pointers_lead_to_columns() -> None:
    """The nearest column is named first; a pointer to nothing has none."""
    (cls,) = (each.cls for each in SHEETS if each.name == "Actions")
    columns = columns_of(cls)
    assert next(column_at(columns, "/delivery/reason/default")).heading == "Delivery reason"
    assert next(column_at(columns, "/delivery")).heading == "Delivery"
    assert next(column_at(columns, "/action_leads/1/role")).heading == "Leads"
    assert list(column_at(columns, "/nothing")) == []
