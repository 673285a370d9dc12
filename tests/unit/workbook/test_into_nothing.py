"""A workbook read into an empty folder makes the documents, and names what it has no cell for."""

import json
from pathlib import Path
from typing import Any

import pytest

from sendframe.documents import read_documents, write_files
from sendframe.errors import InvalidDocument
from sendframe.workbook import Options, ReadWorkbook, exported_in, read_into
from tests.unit.workbook.plan import ACTION, Plan, book_of, contents, document, told

SCALE: Any = {
    "id": "standard",
    "title": {"default": "Delivery"},
    "ordered": False,
    "values": [{"id": "going-well", "name": "Going well"}],
}


def read_new(plan: Plan, folder: Path, begun: dict[str, bytes] | None = None) -> ReadWorkbook:
    """Read a workbook into a folder that is not there, and write what it makes."""
    result = read_into(
        folder,
        plan.grids(),
        plan.name,
        Options(),
        begun=exported_in(plan.grids()).frames if begun is None else begun,
        starts={"action-register": {"delivery_scale": SCALE}},
    )
    write_files(folder, result.files, new=True)
    return result


def manifest(folder: Path) -> dict[str, bytes]:
    """Return the portfolio of an area without documents."""
    value = document(folder, "portfolio.json")
    needed = {name: value[name] for name in ("$schema", "id", "title", "area")}
    return {"portfolio.json": json.dumps(needed).encode()}


def test_all_documents_come_back(folder: Path, tmp_path: Path) -> None:
    """With their scales, criteria and rows; what has no cell is named by document and sheet."""
    actions = document(folder, "actions.json")
    actions["actions"][0]["title"]["wording"] = "verbatim"
    actions["sources"] = [{"title": "Minutes"}]
    (folder / "actions.json").write_text(json.dumps(actions), encoding="utf-8")
    new = tmp_path / "new"
    result = read_new(Plan.of(folder), new)
    assert {diagnostic.code for diagnostic in result.diagnostics} <= {"SFR429"}
    assert {path.name for path in new.iterdir()} == set(result.begun) == set(result.files)
    assert read_documents(new).is_sound
    (note,) = (
        diagnostic
        for diagnostic in result.diagnostics
        if diagnostic.message.startswith("actions.json")
    )
    assert note.message == (
        "actions.json lacks what no cell holds, or not exactly: note, sources; "
        "on Actions: wording of title in 1 row"
    )
    made = document(new, "actions.json")
    assert made.pop("actions")[0]["title"] == {"default": ACTION}
    assert made["delivery_scale"] == actions["delivery_scale"]
    before = contents(new)
    again = Plan.of(new).read(new)
    assert (again.changes, again.diagnostics) == ((), ())
    assert contents(new) == before


def test_documents_without_a_sheet_are_named(folder: Path, tmp_path: Path) -> None:
    """A profile is not made, and the manifest of the new folder does not name it."""
    portfolio = document(folder, "portfolio.json")
    portfolio["documents"].append("short.json")
    (folder / "portfolio.json").write_text(json.dumps(portfolio), encoding="utf-8")
    profile = {
        "$schema": "https://sendframe.example/schemas/v1/profile.schema.json",
        "id": "short",
        "title": {"default": "Short"},
        "audience": "board",
        "sections": [{"id": "summary", "kind": "summary", "title": {"default": "S"}}],
    }
    (folder / "short.json").write_text(json.dumps(profile), encoding="utf-8")
    result = read_new(Plan.of(folder), tmp_path / "new")
    assert "the document short.json is not made: it has no sheet" in [
        diagnostic.message for diagnostic in result.diagnostics
    ]
    assert "short.json" not in document(tmp_path / "new", "portfolio.json")["documents"]


def test_a_list_that_may_be_empty(folder: Path, tmp_path: Path) -> None:
    """A reply that names no voice comes back, and the id of a judgement, which a claim names."""
    evidence = document(folder, "evidence.json")
    evidence["replies"][0]["voices"] = []
    (folder / "evidence.json").write_text(json.dumps(evidence), encoding="utf-8")
    assert {
        diagnostic.code for diagnostic in read_new(Plan.of(folder), tmp_path / "new").diagnostics
    } <= {"SFR429"}
    assert document(tmp_path / "new", "evidence.json")["replies"] == evidence["replies"]
    name = "self-evaluation-2025-spring.json"
    judgements = [
        document(path, name)["entries"][0]["judgement"]["id"] for path in (folder, tmp_path / "new")
    ]
    assert judgements[0] == judgements[1]


def test_what_cells_do_not_hold_exactly(folder: Path, tmp_path: Path) -> None:
    """Words for readers, blanks at the end, figures by dimension, and parts of a sheet left out."""
    strategy = document(folder, "strategy.json")
    young = {"text": "Simply.", "checks": [
        {"checked_by": "participation lead", "readers": "forum", "checked_on": "2026-01-01"},
    ]}  # fmt: skip
    strategy["vision"]["variants"] = {"young-people": young}
    strategy["monitoring_approach"] = {"default": "We look at it.  "}
    (folder / "strategy.json").write_text(json.dumps(strategy), encoding="utf-8")
    result = read_new(Plan.of(folder), tmp_path / "new")
    left = {(lack.file, lack.sheet, lack.path) for lack in result.without}
    assert ("strategy.json", "", "vision.variants.young-people.checks") in left
    assert ("strategy.json", "", "monitoring_approach.default") in left
    (note,) = (
        diagnostic
        for diagnostic in result.diagnostics
        if diagnostic.message.startswith("strategy.json")
    )
    assert "checks of vision (young-people)" in note.message
    made = document(tmp_path / "new", "strategy.json")
    assert made["monitoring_approach"] == {"default": "We look at it."}
    part = Plan.of(folder, "Plans")
    told_of_part = read_new(part, tmp_path / "part")
    left = {(lack.file, lack.path) for lack in told_of_part.without}
    assert {("strategy.json", "priorities"), ("actions.json", "")} & left == {
        ("strategy.json", "priorities")
    }


def test_figures_by_dimension_are_not_made(folder: Path, tmp_path: Path) -> None:
    """Without their dimensions they would be other figures: they are named as rows."""
    figures = document(folder, "figures.json")
    row = {
        "indicator": "plans-issued",
        "area": "ZZ0000100",
        "period": {"kind": "calendar_year", "year": 2019},
        "value": 41.123456789012345678,
    }
    parts = [{**row, "dimensions": {"sex": sex}} for sex in ("female", "male")]
    figures["observations"] = [row, *parts]
    (folder / "figures.json").write_text(json.dumps(figures), encoding="utf-8")
    result = read_new(Plan.of(folder), tmp_path / "new")
    assert ("figures.json", "Figures", "", 2) in [
        (lack.file, lack.sheet, lack.path, lack.count) for lack in result.without
    ]
    (note,) = (
        diagnostic for diagnostic in result.diagnostics if diagnostic.message.startswith("figures")
    )
    assert "on Figures: 2 rows" in note.message
    (made,) = document(tmp_path / "new", "figures.json")["observations"]
    assert made == {**row, "value": 41.1234567890123}


def test_a_text_that_is_too_long_is_named(folder: Path, tmp_path: Path) -> None:
    """What no cell can hold is left out of the new document, and named."""
    strategy = document(folder, "strategy.json")
    strategy["monitoring_approach"] = {"default": "x" * 40_000}
    (folder / "strategy.json").write_text(json.dumps(strategy), encoding="utf-8")
    spring = document(folder, "self-evaluation-2025-spring.json")
    spring["entries"][0]["working_well"] = [{"default": "x" * 40_000}]
    (folder / "self-evaluation-2025-spring.json").write_text(json.dumps(spring), encoding="utf-8")
    result = read_new(Plan.of(folder), tmp_path / "new")
    left = {lack.path for lack in result.without}
    assert {"monitoring_approach.default", "working_well"} <= left
    assert "monitoring_approach" not in document(tmp_path / "new", "strategy.json")


def test_typed_from_nothing(folder: Path, tmp_path: Path) -> None:
    """Without a record the documents that the rows need are made, with the usual scale."""
    plan = Plan.empty("Plans", "Priorities", "Actions", "Meetings", "Bodies", "Glossary")
    plan.add("Plans", {"Title": "Our plan", "Kind": "strategy", "Status": "draft"})
    plan.add("Priorities", {"Title": "Help early", "Order": 1})
    plan.add("Actions", {
        "Title": "Hire", "Belongs to": "Help early", "Delivery": "Going well",
        "Delivery on": "1/9/25",
    })  # fmt: skip
    plan.add("Bodies", {"Name": "The board", "Kind": "board", "Purpose": "It decides."})
    plan.add("Meetings", {"Body": "The board", "On": "4/3/26"})
    plan.add("Glossary", {"Term": "EHC plan", "Meaning": "A plan."})
    new = tmp_path / "new"
    result = read_new(plan, new, manifest(folder))
    assert told(result) == []
    assert list(document(new, "portfolio.json")["documents"]) == [
        "our-plan.json", "action-register.json", "governance.json",
    ]  # fmt: skip
    made = document(new, "our-plan.json")
    assert made["area"] == document(folder, "portfolio.json")["area"]["code"]
    assert made["priorities"][0]["actions"] == ["hire"]
    assert document(new, "action-register.json")["delivery_scale"] == SCALE
    assert made["glossary"][0]["term"] == "EHC plan"
    assert plan.read(new).changes == ()


def test_new_documents_in_a_folder(folder: Path) -> None:
    """A row on Plans is a new plan with a file of its own; no file that is there is replaced."""
    (folder / "reform.json").write_text("{}", encoding="utf-8")
    plan = Plan.of(folder)
    plan.add("Plans", {"Title": "Reform", "Kind": "reform-plan", "Status": "draft"})
    plan.add("Priorities", {"Title": "One", "Order": 1, "Plan": "Reform"})
    result = plan.read(folder)
    assert (told(result), result.begun) == ([], ("reform-2.json",))
    assert document(folder, "reform-2.json")["priorities"][0]["title"] == {"default": "One"}
    assert document(folder, "portfolio.json")["documents"][-1] == "reform-2.json"
    assert (folder / "reform.json").read_text(encoding="utf-8") == "{}"
    assert plan.read(folder).changes == ()


@pytest.mark.parametrize("name", ["strategy.json", "reform.json"])
def test_a_file_that_is_there_is_no_new_document(folder: Path, name: str) -> None:
    """A new row that names it in File is an error, whether the portfolio names the file or not."""
    (folder / "reform.json").write_text("{}", encoding="utf-8")
    plan = Plan.of(folder)
    plan.add("Plans", {"Title": "Reform", "Kind": "reform-plan", "Status": "draft", "File": name})
    result = plan.read(folder)
    assert [diagnostic.code for diagnostic in result.diagnostics] == ["SFR428"]
    assert name in result.diagnostics[0].message


def test_a_row_before_its_plan(folder: Path, tmp_path: Path) -> None:
    """Where there is no plan, a priority says that a row on Plans comes first."""
    plan = Plan.empty("Priorities")
    plan.add("Priorities", {"Title": "One", "Order": 1})
    result = read_new(plan, tmp_path / "new", manifest(folder))
    assert [(diagnostic.code, diagnostic.help) for diagnostic in result.diagnostics] == [
        ("SFR428", "Add a row on Plans first.")
    ]


def test_the_usual_scale_is_made_once(folder: Path, tmp_path: Path) -> None:
    """Where another document has its values, a new register has no scale of its own."""
    strategy = Plan.of(folder, "Plans")
    scales = {
        "$schema": "https://sendframe.example/schemas/v1/scale-set.schema.json",
        "id": "scales",
        "title": {"default": "Scales"},
        "scales": [{**SCALE, "id": "other"}],
    }
    begun = manifest(folder)
    value = json.loads(begun["portfolio.json"])
    value["documents"] = ["scales.json"]
    begun = {
        "portfolio.json": json.dumps(value).encode(),
        "scales.json": json.dumps(scales).encode(),
    }
    plan = Plan.empty("Actions")
    plan.add("Actions", {"Title": "Hire", "Delivery": "Going well", "Delivery on": "1/9/25"})
    assert told(read_new(plan, tmp_path / "new", begun)) == []
    assert "delivery_scale" not in document(tmp_path / "new", "action-register.json")
    assert strategy.sheets["Plans"]


def test_a_file_that_no_document_has(folder: Path) -> None:
    """A slip in File is an error with the nearest name, and makes no document."""
    plan = Plan.of(folder)
    plan.add("Actions", {"Title": "Hire", "File": "action.json"})
    (problem,) = plan.read(folder).diagnostics
    assert (problem.code, problem.suggestion) == ("SFR428", "actions.json")
    assert "there is no document action.json" in problem.message


def test_the_order_of_actions(folder: Path, tmp_path: Path) -> None:
    """What an action belongs to is on its row: another order of the actions is named."""
    plan = Plan.of(folder)
    plan.add("Actions", {"Title": "Second", "Belongs to": "send-strategy"})
    plan.read(folder)
    strategy = document(folder, "strategy.json")
    strategy["actions"] = ["second", "one-team"]
    (folder / "strategy.json").write_text(json.dumps(strategy), encoding="utf-8")
    result = read_new(Plan.of(folder), tmp_path / "new")
    assert ("strategy.json", "actions") in [(lack.file, lack.path) for lack in result.without]
    (note,) = (
        diagnostic
        for diagnostic in result.diagnostics
        if diagnostic.message.startswith("strategy.json")
    )
    assert "order of actions" in note.message
    assert document(tmp_path / "new", "strategy.json")["actions"] == ["one-team", "second"]
    assert not book_of(folder).is_in_order(["nothing"])


@pytest.mark.parametrize("text", ["{", "[]", "{}", None, "../x"])
def test_a_damaged_record(folder: Path, tmp_path: Path, text: str | None) -> None:
    """What the workbook remembers is checked before it is used, and no path leads out of the folder."""
    plan = Plan.of(folder)
    frames = dict(exported_in(plan.grids()).frames)
    if text is None:
        del frames["portfolio.json"]
    elif text == "../x":
        frames["portfolio.json"] = frames["portfolio.json"].replace(b"actions.json", b"../x.json")
    else:
        frames["strategy.json"] = text.encode()
    with pytest.raises(InvalidDocument, match="damaged"):
        read_new(plan, tmp_path / "new", frames)
    assert not (tmp_path / "new").exists()
