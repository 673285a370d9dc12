"""Portfolios: what is read, what is never read, and figures in tables."""

from pathlib import Path
from typing import Any

import pytest

from sendframe.documents import load_folder, validate_path
from sendframe.errors import Diagnostic, InvalidDocument
from tests.unit.documents.raw_folder import actions, brief, document, manifest, put

CSV = "indicator,area,period_kind,period,value\n"


def test_a_folder_without_a_manifest(tmp_path: Path) -> None:
    """Without portfolio.json a folder is no portfolio: SFR016."""
    (diagnostic,) = validate_path(tmp_path)
    assert diagnostic.code == "SFR016"
    assert "is not a portfolio" in diagnostic.message
    with pytest.raises(InvalidDocument):
        load_folder(tmp_path)


def test_a_manifest_must_be_one(tmp_path: Path) -> None:
    """Another kind of document in its place, or a value that is not an object, is reported once."""
    assert brief(put(tmp_path, portfolio=actions("a"))) == [
        ("SFR013", "portfolio.json", "/$schema")
    ]
    assert brief(put(tmp_path, portfolio=[])) == [("SFR101", "portfolio.json", "")]


def test_a_sound_portfolio_is_loaded(tmp_path: Path) -> None:
    """Documents keep the manifest's order, and each file has its hash."""
    (tmp_path / "plans").mkdir()
    put(tmp_path / "plans", a=document("strategy", "s", kind="x", area="ZZ0000001", status="d"))
    assert put(tmp_path, portfolio=manifest("plans/a.json", "b.json"), b=actions("a")) == ()
    portfolio = load_folder(tmp_path)
    assert [item.id for item in portfolio.documents] == ["s", "actions"]
    assert [item.path for item in portfolio.inputs] == ["b.json", "plans/a.json", "portfolio.json"]


@pytest.mark.parametrize(
    "name",
    [
        "../a.json",
        "plans/../../a.json",
        "/etc/passwd",
        "./a.json",
        "a//b.json",
        "C:/a.json",
        "a\\b.json",
        "~/../a.json",
        "a\x00.json",
        "..",
    ],
)
def test_names_that_lead_outside_are_not_read(tmp_path: Path, name: str) -> None:
    """A name with .., an absolute path or a drive is SFR015 at the name, and nothing is read."""
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "a.json").write_text("{", encoding="utf-8")
    assert brief(put(folder, portfolio=manifest(name))) == [
        ("SFR015", "portfolio.json", "/documents/0")
    ]


def test_a_link_outside_is_not_followed(tmp_path: Path) -> None:
    """A symbolic link that leads out of the folder is SFR015; one that stays inside is read."""
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "secret.json").write_text("{", encoding="utf-8")
    (folder / "out.json").symlink_to(tmp_path / "secret.json")
    (folder / "dir").symlink_to(tmp_path)
    (folder / "inside.json").symlink_to("b.json")
    names = ("out.json", "dir/secret.json", "inside.json")
    assert brief(put(folder, portfolio=manifest(*names), b=actions("a"))) == [
        ("SFR015", "portfolio.json", "/documents/0"),
        ("SFR015", "portfolio.json", "/documents/1"),
    ]


def test_a_document_named_twice(tmp_path: Path) -> None:
    """The second naming, or naming the manifest itself, is SFR202; ids are not reported twice."""
    result = put(tmp_path, portfolio=manifest("b.json", "b.json", "portfolio.json"), b=actions("a"))
    assert brief(result) == [
        ("SFR202", "portfolio.json", "/documents/1"),
        ("SFR202", "portfolio.json", "/documents/2"),
    ]


def test_a_document_that_is_not_there(tmp_path: Path) -> None:
    """A missing file is reported where it is named; references to its ids are not reported."""
    result = put(
        tmp_path, portfolio=manifest("none.json", "b.json"), b=actions("a", depends_on=["z"])
    )
    assert brief(result) == [("SFR017", "portfolio.json", "/documents/0")]


def test_a_folder_in_place_of_a_document(tmp_path: Path) -> None:
    """A folder that is named as a document is reported where it is named."""
    (tmp_path / "plans").mkdir()
    result = put(tmp_path, portfolio=manifest("plans"))
    assert brief(result) == [("SFR017", "portfolio.json", "/documents/0")]


def test_a_file_that_vanishes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that goes away between looking and reading is SFR017, not a traceback."""
    from sendframe.documents import _folder_reader  # the place where it is used

    real = _folder_reader.resolve_inside

    def vanish(folder: Path, relative: str, **more: Any) -> Any:
        result = real(folder, relative, **more)
        if relative == "b.json":
            (folder / relative).unlink()
        return result

    put(tmp_path, portfolio=manifest("b.json"), b=actions("a"))
    monkeypatch.setattr(_folder_reader, "resolve_inside", vanish)
    assert brief(validate_path(tmp_path)) == [("SFR017", "portfolio.json", "/documents/0")]


def test_a_portfolio_in_a_portfolio(tmp_path: Path) -> None:
    """A second manifest among the documents is refused at its name."""
    inner = manifest(id="q")
    inner["area"] |= {"id": "other", "code": "ZZ0000002"}
    result = put(tmp_path, portfolio=manifest("b.json"), b={**inner, "id": "q"})
    assert brief(result) == [("SFR013", "portfolio.json", "/documents/0")]


def table(tmp_path: Path, rows: str, **more: Any) -> tuple[Diagnostic, ...]:
    """Return what is reported of a portfolio with one table."""
    indicator = {"id": "late", "title": {"default": "l"}, "unit": "percent", "direction": "lower"}
    area = {"code": "ZZ0000001", "name": "Wyeford", "kind": "local-authority"}
    figures = document("observations", "f", areas=[area], table="t.csv", **more)
    return put(
        tmp_path,
        portfolio=manifest("indicators.json", "figures.json"),
        indicators=document("indicator-set", "i", indicators=[indicator]),
        figures=figures,
        t=rows,
    )


@pytest.mark.parametrize(
    ("rows", "code", "line", "column"),
    [
        ('"', "SFR401", 1, 1),
        ("", "SFR402", 1, 1),
        (CSV + "late,ZZ0000001,calendar_year,24,1\n", "SFR403", 2, 30),
        (CSV + "late,ZZ0000001,calendar_year,2024,c\n", "SFR404", 2, 35),
        (CSV + "late,ZZ0000001,calendar_year,2024,1\n" * 2, "SFR405", 3, 1),
        (CSV + "late,ZZ0000001,calendar_year,2024,1e99\n", "SFR406", 2, 35),
        (CSV + "late,ZZ0000002,calendar_year,2024,1\n", "SFR201", 2, 6),
        (CSV + "lat,ZZ0000001,calendar_year,2024,1\n" * 1, "SFR201", 2, 1),
    ],
)
def test_problems_of_a_table_have_line_and_column(
    tmp_path: Path, rows: str, code: str, line: int, column: int
) -> None:
    """Each problem of a table is reported in the table."""
    (diagnostic,) = table(tmp_path, rows)
    where = diagnostic.location
    assert (diagnostic.code, where.line, where.column) == (code, line, column)
    assert str(where.file).endswith("/t.csv")


def test_an_unknown_indicator_of_a_table_is_told_with_both_ends(tmp_path: Path) -> None:
    """SFR201 is reported at the cell, once for each indicator, with the nearest or the first one."""
    head = "area,indicator,period_kind,period,value\n"
    row = "ZZ0000001,{},calendar_year,{},1\n"
    rows = [row.format("lat", 2023), row.format("lat", 2024), row.format("quite-another", 2024)]
    near, far = table(tmp_path, head + "".join(rows))
    for diagnostics, line, suggestion in ((near, 2, "late"), (far, 4, None)):
        assert (diagnostics.code, diagnostics.location.line, diagnostics.location.column) == (
            "SFR201",
            line,
            11,
        )
        assert diagnostics.suggestion == suggestion
        (end,) = diagnostics.related
        assert str(end.location.file).endswith("/indicators.json")
        assert (end.location.pointer, end.location.line) == ("/indicators/0/id", 9)
        assert end.location.column == 10


def test_an_unknown_area_or_release_of_a_table_is_told_with_both_ends(tmp_path: Path) -> None:
    """SFR201 names the nearest or first one of the set, or the set where it has none."""
    head = "indicator,area,period_kind,period,value,release\n"
    near, far, release = table(
        tmp_path,
        head
        + "late,ZZ0000002,calendar_year,2023,1,\n"
        + "late,E06000019,calendar_year,2023,1,\n"
        + "late,ZZ0000001,calendar_year,2023,1,r1\n",
    )
    for diagnostics, pointer in ((near, "/areas/0/code"), (far, "/areas/0/code"), (release, "")):
        assert diagnostics.code == "SFR201"
        (end,) = diagnostics.related
        assert str(end.location.file).endswith("/figures.json")
        assert (end.location.pointer, bool(end.location.line)) == (pointer, True)
    assert "releases belong into this document" in release.related[0].message


def test_a_figure_given_twice_in_a_table_is_told_with_both_places(tmp_path: Path) -> None:
    """SFR405 names the cell of the earlier row."""
    row = "late,ZZ0000001,calendar_year,2024,1\n"
    (diagnostic,) = table(tmp_path, CSV + row + "\n" + row)
    (end,) = diagnostic.related
    assert (diagnostic.location.line, end.location.line, end.location.column) == (4, 2, 1)
    assert "2" not in diagnostic.message


def test_figures_of_a_table_are_read(tmp_path: Path) -> None:
    """Figures of a table are loaded with those of the document, with file and line."""
    assert table(tmp_path, CSV + "late,ZZ0000001,calendar_year,2024,1\n") == ()
    portfolio = load_folder(tmp_path)
    assert len(portfolio.observations) == 1
    assert str(portfolio.observations.origin(0)) == "t.csv, line 2"
    assert [item.form for item in portfolio.inputs if item.path == "t.csv"] == ["raw"]


def test_a_table_outside_is_not_read(tmp_path: Path) -> None:
    """A table must be in the folder, as documents must."""
    put(tmp_path, portfolio=manifest("f.json"), f=document("observations", "f", table="../t.csv"))
    assert brief(validate_path(tmp_path)) == [("SFR015", "f.json", "/table")]


def test_a_rule_only_code_can_hold_is_told_in_its_document(tmp_path: Path) -> None:
    """Where schemas and references are valid, SFR110 reports broken rules."""
    result = put(tmp_path, portfolio=manifest("b.json"), b=actions("a", depends_on=["a"]))
    assert brief(result) == [("SFR110", "b.json", "/actions/0/depends_on/0")]
    with pytest.raises(InvalidDocument) as raised:
        load_folder(tmp_path)
    assert raised.value.diagnostics == result


def test_a_misspelt_list_of_documents_is_told_once(tmp_path: Path) -> None:
    """Where what belongs to a portfolio is not known, no reference is missed."""
    raw = manifest("b.json", rules=[{"indicator": "late", "rule": "r"}])
    raw["document"] = raw.pop("documents")
    assert brief(put(tmp_path, portfolio=raw)) == [("SFR103", "portfolio.json", "/document")]


def figures(*rows: dict[str, Any]) -> dict[str, Any]:
    """Return an observation set with figures in the document itself."""
    wanted = {"indicator": "late", "area": "ZZ0000001"}
    return document(
        "observations",
        "f",
        symbols={"r1 c": {"kind": "suppressed", "meaning": "hidden"}},
        areas=[{"code": "ZZ0000001", "name": "Wyeford", "kind": "local-authority"}],
        releases=[{"id": "r1", "title": "First", "publisher": "Office"}],
        observations=[
            wanted | {"period": {"kind": "calendar_year", "year": 2024}} | row for row in rows
        ],
    )


LATE = document(
    "indicator-set",
    "i",
    indicators=[
        {"id": "late", "title": {"default": "Late"}, "unit": "count", "direction": "lower"}
    ],
)


def test_a_symbol_in_a_document_must_be_explained(tmp_path: Path) -> None:
    """A symbol that its set does not explain is SFR404; one explained for a release is known."""
    result = put(
        tmp_path,
        portfolio=manifest("i.json", "f.json"),
        i=LATE,
        f=figures({"symbol": "c", "release": "r1"}, {"symbol": "z"}),
    )
    assert brief(result) == [("SFR404", "f.json", "/observations/1/symbol")]


def test_a_duplicate_figure_in_a_document_is_reported(tmp_path: Path) -> None:
    """The same figure again is SFR405, with the position of the first; another release is another figure."""
    diagnostics = put(
        tmp_path,
        portfolio=manifest("i.json", "f.json"),
        i=LATE,
        f=figures({"value": 4}, {"value": 4, "release": "r1"}, {"value": 5}),
    )
    assert brief(diagnostics) == [("SFR405", "f.json", "/observations/2")]
    assert [item.location.pointer for item in diagnostics[0].related] == ["/observations/0"]


@pytest.mark.parametrize(
    ("name", "code"), [(7, "SFR101"), (None, "SFR101"), ([], "SFR101"), ("", "SFR106")]
)
def test_a_name_that_is_no_text_is_told_once(tmp_path: Path, name: object, code: str) -> None:
    """Only the schema error is reported."""
    assert brief(put(tmp_path, portfolio=manifest("b.json", name), b=actions("a"))) == [
        (code, "portfolio.json", "/documents/1")
    ]
