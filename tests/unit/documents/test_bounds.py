"""Hostile documents: the number of diagnostics and the work are limited."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sendframe.documents import load_document, validate_path
from sendframe.documents._cell import Cells
from sendframe.documents._diagnostic_list import MAX_DIAGNOSTICS, DiagnosticList
from sendframe.documents._raw_document import read_raw
from sendframe.documents._table import read_table
from sendframe.documents._table_header import MOST_COLUMNS
from sendframe.documents._table_problems import MOST_COUNTED
from sendframe.documents._table_problems import MOST_TOLD as MOST_OF_TABLE
from sendframe.errors import Diagnostic, InvalidDocument
from sendframe.errors._pointer import MAX_KEY_LENGTH
from sendframe.jsontext import ParseLimits
from sendframe.jsontext._position import Lines
from sendframe.model import FrozenMap, ObservationSet, SymbolMeaning, Text
from tests.unit.documents.test_folder import actions, document, manifest, put

MANY = MAX_DIAGNOSTICS + 500


def text(value: str) -> dict[str, str]:
    """Return a raw text."""
    return {"default": value}


def action(id_: str, **more: Any) -> dict[str, Any]:
    """Return a raw action."""
    return {"id": id_, "title": text("x"), **more}


WRONG: dict[str, Callable[[], dict[str, Any]]] = {
    "entries of a wrong type": lambda: {"actions": [1] * MANY},
    "entries that lack members": lambda: {"actions": [{}] * MANY},
    "unknown keys of one object": lambda: {f"actions-{n}": 1 for n in range(MANY)},
    "unknown keys of many objects": lambda: {
        "actions": [action(f"a{n}", titel=1) for n in range(MANY)]
    },
    "ids given twice": lambda: {"actions": [action("same")] * (MANY + 1)},
    "rules broken": lambda: {
        "actions": [
            action(f"a{n}", start={"kind": "day", "on": "2026-02-01"}, depends_on=[f"a{n}"])
            for n in range(MANY)
        ]
    },
    "keys that look like places": lambda: {
        "extensions": {"1": 1}, "actions": [1] * MANY,
    },
}  # fmt: skip


@pytest.mark.unmeasured
@pytest.mark.parametrize("name", WRONG)
def test_a_thousand_problems_of_a_document_are_reported(tmp_path: Path, name: str) -> None:
    """The first thousand are reported with their positions, and a last one says that there are more."""
    path = tmp_path / "a.json"
    raw = document("action-register", "register", **WRONG[name]())
    path.write_text(json.dumps(raw), encoding="utf-8")
    diagnostics = validate_path(path)
    assert len(diagnostics) == MAX_DIAGNOSTICS + 1
    (more,) = (diagnostic for diagnostic in diagnostics if diagnostic.code == "SFR021")
    assert more.location.file == path.as_posix()
    assert "1,000" in more.message
    assert all(diagnostic.location.line for diagnostic in diagnostics)
    with pytest.raises(InvalidDocument) as raised:
        load_document(path)
    assert raised.value.diagnostics == diagnostics


def test_exactly_a_thousand_problems_are_all_reported() -> None:
    """No diagnostic says that there are more."""
    raw = document("action-register", "register", actions=[1] * MAX_DIAGNOSTICS)
    diagnostics = read_raw(json.dumps(raw).encode(), "a.json").diagnostics
    assert [diagnostic.code for diagnostic in diagnostics] == ["SFR101"] * MAX_DIAGNOSTICS


def test_the_search_stops_after_one_problem_more() -> None:
    """Each iterator of problems is consumed by one more, and no further."""
    made = 0

    def problems() -> Any:
        nonlocal made
        while True:
            made += 1
            yield Diagnostic("SFR101", "wrong")

    findings = DiagnosticList()
    for _ in range(3):
        findings.add(problems())
    assert len(findings.all()) == MAX_DIAGNOSTICS + 1
    assert made == MAX_DIAGNOSTICS + 3


def test_a_thousand_problems_of_a_folder_are_reported(tmp_path: Path) -> None:
    """The documents of a folder share the thousand, and no file is read after them."""
    names = [f"d{number}" for number in range(4)]
    files = {name: actions(id_=name) | {"actions": [1] * 600} for name in names}
    diagnostics = put(tmp_path, portfolio=manifest(*(f"{item}.json" for item in names)), **files)
    assert len(diagnostics) == MAX_DIAGNOSTICS + 1
    assert [item.code for item in diagnostics].count("SFR021") == 1
    assert {Path(str(item.location.file)).name for item in diagnostics} == {"d0.json", "d1.json"}


def test_references_to_nothing_are_told_a_thousand_times(tmp_path: Path) -> None:
    """Five thousand references and as many ids are checked without comparing each pair."""
    count = 5000
    risks = [
        {"id": f"r{n}", "statement": text("x"), "actions": [f"aktion-{n}"]} for n in range(count)
    ]
    plan = document("strategy", "s", kind="x", area="ZZ0000001", status="d", risks=risks)
    register = actions(*(f"action-{n}" for n in range(count)))
    diagnostics = put(tmp_path, portfolio=manifest("a.json", "b.json"), a=register, b=plan)
    assert len(diagnostics) == MAX_DIAGNOSTICS + 1
    dangling = [diagnostic for diagnostic in diagnostics if diagnostic.code == "SFR201"]
    assert len(dangling) == MAX_DIAGNOSTICS
    assert dangling[0].suggestion == "action-0"
    assert dangling[-1].suggestion is None


def test_references_are_not_checked_where_a_report_is_cut(tmp_path: Path) -> None:
    """Ids that were not read are not reported as missing."""
    risk = {"id": "r", "statement": text("x"), "actions": ["nobody"]}
    plan = document("strategy", "s", kind="x", area="ZZ0000001", status="d", risks=[risk])
    many = document("evidence", "e", **{f"z{n}": 1 for n in range(MAX_DIAGNOSTICS + 1)})
    diagnostics = put(tmp_path, portfolio=manifest("a.json", "b.json"), a=plan, b=many)
    assert {diagnostic.code for diagnostic in diagnostics} == {"SFR103", "SFR021"}


def test_an_id_that_may_be_free_text_is_not_suggested(tmp_path: Path) -> None:
    """Only an id or a code is suggested."""
    risk = {"id": "r", "statement": text("x"), "actions": ["Sam-Example-is-8"]}
    plan = document("strategy", "s", kind="x", area="ZZ0000001", status="d", risks=[risk])
    diagnostics = put(
        tmp_path, portfolio=manifest("a.json", "b.json"), a=plan, b=actions("Sam Example is 9")
    )
    assert {diagnostic.code for diagnostic in diagnostics} >= {"SFR105"}
    assert not any(
        "Sam Example" in f"{diagnostic}{diagnostic.help}{diagnostic.suggestion}"
        for diagnostic in diagnostics
    )


LONG = "k" * 100_000


@pytest.mark.parametrize(
    "data",
    [
        json.dumps(document("observations", "o", symbols={LONG: {f"x{n}": 1 for n in range(99)}})),
        json.dumps(document("evidence", "e", **{LONG: 1})),
        '{"' + LONG + '": {' + '"a": 1, ' * 90 + '"b": 1}}',
    ],
    ids=["schema", "unknown key", "text"],
)
def test_a_long_key_is_not_repeated(data: str) -> None:
    """A problem below a long key is reported at the object that contains the key."""
    diagnostics = read_raw(data.encode(), "a.json").diagnostics
    assert diagnostics
    messages = [
        f"{diagnostic}{diagnostic.help}{diagnostic.suggestion}{diagnostic.location.path}"
        for diagnostic in diagnostics
    ]
    assert max(map(len, messages)) < MAX_KEY_LENGTH
    assert all(not diagnostic.location.pointer.startswith("/k") for diagnostic in diagnostics)


def test_a_long_name_of_a_document_is_refused_unread(tmp_path: Path) -> None:
    """Links are not followed along a million folders."""
    (diagnostic,) = put(tmp_path, portfolio=manifest("a/" * 500_000 + "b.json"))
    assert (diagnostic.code, diagnostic.location.pointer) == ("SFR015", "/documents/0")


def test_a_folder_has_a_largest_size(tmp_path: Path) -> None:
    """Ten times the largest document: one large file under many names does not fill memory."""
    names = [f"d{number}.json" for number in range(12)]
    (tmp_path / names[0]).write_text(
        json.dumps(document("evidence", "e", note=text("x" * 4000))), encoding="utf-8"
    )
    for name in names[1:]:
        os.link(tmp_path / names[0], tmp_path / name)
    path = tmp_path / "portfolio.json"
    path.write_text(json.dumps(manifest(*names)), encoding="utf-8")
    diagnostics = validate_path(tmp_path, ParseLimits(bytes=4200))
    large = [item for item in diagnostics if item.code == "SFR011"]
    assert [item.location.pointer for item in large] == ["/documents/10", "/documents/11"]
    assert "all documents together are larger than 42,000 bytes" in large[0].message


def test_lines_of_a_document_take_little_room() -> None:
    """A line break takes four bytes, not forty."""
    lines = Lines("\n" * 100_000)
    assert lines.position(100_000) == (100_001, 1)
    assert lines._starts.itemsize == 4


META = ObservationSet(
    id="figures",
    title=Text(default="Figures"),
    symbols=FrozenMap(
        {f"s{number:03d}": SymbolMeaning(kind="other", meaning="x") for number in range(500)}
    ),
)
HEAD = "indicator,area,period_kind,period,value"


def test_a_table_of_too_many_columns_is_told_once() -> None:
    """Its columns are not checked one by one."""
    header = ",".join([HEAD, *(f"c{number}" for number in range(100_000))])
    _, (diagnostic,) = read_table(header.encode(), "t.csv", META)
    assert (diagnostic.code, diagnostic.location.line) == ("SFR402", 1)
    assert "100,005 columns" in diagnostic.message
    assert f"{MOST_COLUMNS:,}" in diagnostic.help


@pytest.mark.parametrize("more", [MOST_COUNTED, MOST_COUNTED + 1, MOST_COUNTED * 3])
def test_a_table_of_nothing_but_problems_is_not_read_to_its_end(more: int) -> None:
    """So many more problems are counted, and then no more rows are read."""
    data = f"{HEAD}\n" + "x\n" * (MOST_OF_TABLE + more)
    table, diagnostics = read_table(data.encode(), "t.csv", META)
    assert len(table) == 0
    assert len(diagnostics) == MOST_OF_TABLE + 1
    count = "10000 more" if more == MOST_COUNTED else "more than 10,000 more"
    assert diagnostics[-1].message == f"{count} problems in this table are not shown"
    assert diagnostics[-1].location.line == MOST_OF_TABLE + min(more, MOST_COUNTED + 1) + 2


def test_places_of_cells_take_little_room() -> None:
    """A line of a table takes four bytes, beside the text itself."""
    cells = Cells("a,b\n" + "1,2\n" * 50_000)
    assert cells.place(50_001, "b") == (50_001, 3)
    assert cells._starts.itemsize == 4


def test_symbols_are_not_all_listed() -> None:
    """A message names the first symbols of a set and counts the others."""
    _, (diagnostic,) = read_table(f"{HEAD}\ni,A1,calendar_year,2024,?\n".encode(), "t.csv", META)
    assert diagnostic.code == "SFR404"
    assert "s000, s001" in diagnostic.help
    assert "and 480 more" in diagnostic.help


def test_unknown_areas_of_a_table_are_looked_up_within_bounds() -> None:
    """Only the first rows are compared with known areas, and have a suggestion."""
    areas = [{"code": f"ZZ{n:07d}", "name": "x", "kind": "la"} for n in range(3000)]
    raw = document("observations", "o", areas=areas, table="t.csv")
    rows = [f"i,ZZ{n:07d},calendar_year,2024,1" for n in range(5000, 9000)]
    from sendframe.documents._raw_document import build_document

    meta, _ = build_document(read_raw(json.dumps(raw).encode(), "o.json"))
    assert isinstance(meta, ObservationSet)
    _, diagnostics = read_table("\n".join([HEAD, *rows]).encode(), "t.csv", meta)
    assert len(diagnostics) == 101
    assert diagnostics[0].suggestion is not None
    assert diagnostics[99].suggestion is None


def test_unknown_indicators_of_a_table_are_told_a_thousand_times(tmp_path: Path) -> None:
    """One diagnostic an indicator, up to the bound of a folder."""
    rows = [f"i{n},ZZ0000001,calendar_year,2024,1" for n in range(MAX_DIAGNOSTICS + 5)]
    areas = [{"code": "ZZ0000001", "name": "x", "kind": "la"}]
    figures = document("observations", "o", areas=areas, table="t.csv")
    diagnostics = put(
        tmp_path, portfolio=manifest("a.json"), a=figures, t="\n".join([HEAD, *rows]) + "\n"
    )
    assert [diagnostic.code for diagnostic in diagnostics].count("SFR201") == MAX_DIAGNOSTICS
    assert [diagnostic.code for diagnostic in diagnostics].count("SFR021") == 1
