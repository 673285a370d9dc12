"""Figures are written as a Frictionless Data Package and read again; a bad one is refused."""

import csv
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendframe.documents import dump_package, load_package
from sendframe.errors import Diagnostic, InvalidDocument
from sendframe.jsontext import ParseLimits
from sendframe.model import (
    CalendarYear,
    FrozenMap,
    Month,
    Observation,
    Observations,
    ObservationSet,
    ObservedArea,
    Origin,
    Release,
    SymbolMeaning,
    Text,
)

SUPPRESSED = SymbolMeaning(kind="suppressed", meaning="few people")
ABSENT = SymbolMeaning(kind="not_available", meaning="not collected")
SETS = [
    ObservationSet(
        id="set",
        title=Text(default="Figures"),
        symbols=FrozenMap({"c": SUPPRESSED, "r2 c": ABSENT, "x": ABSENT}),
        areas=(
            ObservedArea(
                code="ZZ0000001", name="Wyeford", kind="local-authority", basis="resident"
            ),
            ObservedArea(code="ZZ0000002", name="Marlbeck", kind="local-authority"),
        ),
        releases=(
            Release(id="r1", title="First", publisher="Council", link="https://example.org/1"),
            Release(id="r2", title="Second", publisher="Council", link="mailto:a@example.org"),
        ),
    )
]
ROWS: list[dict[str, Any]] = [
    {"value": 71.5, "numerator": 143.0, "denominator": 200.0, "release": "r1", "source_row": 7},
    {"symbol": "c", "release": "r1", "dimensions": FrozenMap({"need": 'a, "b"\nc'})},
    {"symbol": "c", "release": "r2", "period": Month(year=2025, month=1)},
    {"symbol": "x", "area": "ZZ0000002", "status": "provisional", "source_file": "a.csv"},
    {"value": 73.0, "indicator": "in.time"},
]


def table_of(rows: list[dict[str, Any]], sets: list[ObservationSet]) -> Observations:
    """Return a table of figures that differ from one figure as said."""
    usual = {"indicator": "late", "area": "ZZ0000001", "period": CalendarYear(year=2024)}
    return Observations.of([(Observation(**(usual | row)), Origin()) for row in rows], sets)


TABLE = table_of(ROWS, SETS)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Write a package and return its folder."""
    folder = tmp_path / "package"
    dump_package(TABLE, folder, id_="Package", title="Figures")
    return folder


def changed(folder: Path, change: Callable[[Any], object]) -> Path:
    """Change the descriptor of a package."""
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_bytes())
    result = change(descriptor)
    path.write_text(json.dumps(descriptor if result is None else result), encoding="utf-8")
    return folder


def problems_of(folder: Path, limits: ParseLimits | None = None) -> list[Diagnostic]:
    """Return why a package is refused."""
    with pytest.raises(InvalidDocument) as caught:
        load_package(folder, limits or ParseLimits())
    assert all(problem.help for problem in caught.value.diagnostics)
    return list(caught.value.diagnostics)


def test_figures_come_back_from_a_package(package: Path) -> None:
    """Rows, their order, counts, parts, releases, areas and meanings are kept."""
    again = load_package(package)
    for name in (*Observations.columns, "releases", "areas", "kinds", "bases"):
        assert getattr(again, name) == getattr(TABLE, name), name
    rows = range(len(TABLE))
    assert [again.meaning(row) for row in rows] == [TABLE.meaning(row) for row in rows]
    assert again.origin(0) == Origin("figures.csv", 2)


def test_the_same_figures_give_the_same_bytes(package: Path, tmp_path: Path) -> None:
    """A package that was read is written as it was."""
    dump_package(load_package(package), tmp_path / "again", id_="Package", title="Figures")
    for file in package.iterdir():
        assert (tmp_path / "again" / file.name).read_bytes() == file.read_bytes()


def test_the_descriptor_is_what_the_specification_asks_for(package: Path) -> None:
    """Names, paths, sizes, hashes and a field for each column of the table, in their order."""
    descriptor = json.loads((package / "datapackage.json").read_bytes())
    assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert (descriptor["name"], descriptor["title"]) == ("package", "Figures")
    for resource in descriptor["resources"]:
        data = (package / resource["path"]).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{sha256(data).hexdigest()}"
        assert resource["encoding"] == "utf-8"
    figures = descriptor["resources"][0]
    fields = figures["schema"]["fields"]
    with (package / "figures.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert [field["name"] for field in fields] == header
    assert figures["type"] == "table"
    assert figures["sources"] == [
        {"title": "Council, First", "path": "https://example.org/1"},
        {"title": "Council, Second"},
    ]
    for place, field in enumerate(fields):
        absent = field.get("missingValues", figures["schema"]["missingValues"])
        cells = [row[place] for row in rows if row[place] not in absent]
        needed = field.get("constraints", {}).get("required", False)
        assert not needed or len(cells) == len(rows)
        if field["type"] in ("number", "integer"):
            assert all(float(cell) == float(cell) for cell in cells)
        assert field["description"]
    assert fields[4]["missingValues"] == ["", "c", "x"]


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (73.0, None, 0),
        (73.2, None, 1),
        (73.0, 1, 1),
        (1e-7, None, 7),
        (1 / 3e9, 2, 25),
        (5.0, 99, 20),
    ],
)
def test_a_figure_is_never_written_as_more_exact_than_it_is(
    value: float, decimals: int | None, written: int, tmp_path: Path
) -> None:
    """Where no decimals are known the fewest are written; those that are known are kept."""
    table = Observations.of_columns(
        indicator=["late"],
        area=["ZZ0000001"],
        period=[CalendarYear(year=2024)],
        value=[value],
        decimals=[decimals],
        sets=SETS,
    )
    dump_package(table, tmp_path, id_="p", title="P")
    again = load_package(tmp_path)
    assert (list(again.value), list(again.decimals)) == ([value], [written])


@given(st.lists(st.none() | st.floats(-(2.0**53) + 1, 2.0**53 - 1), max_size=8))
def test_every_number_comes_back(tmp_path_factory: Any, values: list[float | None]) -> None:
    """However small or long a number is."""
    rows = [
        {"indicator": f"i{place}"} | ({"symbol": "x"} if value is None else {"value": value})
        for place, value in enumerate(values)
    ]
    folder = tmp_path_factory.mktemp("numbers")
    dump_package(table_of(rows, SETS), folder, id_="p", title="P")
    assert list(load_package(folder).value) == [None if v is None else v + 0.0 for v in values]


def test_figures_without_areas_or_meanings_are_not_written(tmp_path: Path) -> None:
    """Nobody could read them: every problem is named, and no file is there."""
    with pytest.raises(InvalidDocument) as caught:
        dump_package(table_of(ROWS, []), tmp_path / "no", id_="p", title="P")
    codes = {problem.code for problem in caught.value.diagnostics}
    assert codes == {"SFR201", "SFR404"}
    assert not (tmp_path / "no").exists()


def test_a_symbol_that_is_a_number_is_not_written(tmp_path: Path) -> None:
    """It would be read as a figure."""
    sets = [SETS[0].changed(symbols=FrozenMap({"5": SUPPRESSED}))]
    with pytest.raises(InvalidDocument, match="would not be read again as they are"):
        dump_package(table_of([{"symbol": "5"}], sets), tmp_path / "no", id_="p", title="P")


def test_no_figures_make_a_package_of_none(tmp_path: Path) -> None:
    """It has a header, no symbols and no sources."""
    dump_package(Observations(), tmp_path, id_="p", title="P")
    assert len(load_package(tmp_path)) == 0
    descriptor = json.loads((tmp_path / "datapackage.json").read_bytes())
    assert "sources" not in descriptor["resources"][0]


PATHS = [
    ("https://example.org/figures.csv", "it is a URL, and nothing is fetched"),
    ("file:///etc/passwd", "it is a URL, and nothing is fetched"),
    ("/etc/passwd", "the name is absolute"),
    ("../figures.csv", "the name leads upwards with '..'"),
    ("a/../../figures.csv", "the name leads upwards with '..'"),
    ("c:figures.csv", "the name contains a colon"),
]


@pytest.mark.parametrize(("path", "reason"), PATHS)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_paths_out_of_the_folder_are_refused(
    package: Path, path: str, reason: str, place: int
) -> None:
    """Also those of resources that are not read, and one of several paths."""

    def lead_out(descriptor: Any) -> None:
        descriptor["resources"].append({"name": "more", "path": ["more.csv", "more.csv"]})
        if place == 2:
            descriptor["resources"][2]["path"][1] = path
        else:
            descriptor["resources"][place]["path"] = path

    (problem,) = problems_of(changed(package, lead_out))
    assert problem.code == "SFR015"
    assert reason in problem.message
    assert problem.location.pointer == f"/resources/{place}/path"
    assert problem.location.line is not None


def test_a_link_out_of_the_folder_is_refused(package: Path, tmp_path: Path) -> None:
    """A symbolic link is followed only inside the folder."""
    outside = tmp_path / "outside.csv"
    (package / "figures.csv").rename(outside)
    (package / "figures.csv").symlink_to(outside)
    assert {problem.code for problem in problems_of(package)} == {"SFR015"}


def test_a_file_that_is_too_large_is_refused(package: Path) -> None:
    """The limit is that of documents, for the descriptor and for the table."""
    size = (package / "datapackage.json").stat().st_size
    assert [problem.code for problem in problems_of(package, ParseLimits(bytes=size - 1))] == [
        "SFR011"
    ]
    with (package / "figures.csv").open("ab") as file:
        file.write(b"\n" * size)
    assert {problem.code for problem in problems_of(package, ParseLimits(bytes=size))} == {"SFR011"}


@pytest.mark.parametrize(
    ("change", "message", "pointer"),
    [
        (lambda _: [], "this is no descriptor", ""),
        (lambda d: d.pop("resources") and None, "this is no descriptor", ""),
        (lambda d: d["resources"].append("x"), "this is no descriptor", ""),
        (
            lambda d: d["resources"].pop() and None,
            "no resource called 'observations'",
            "/resources",
        ),
        (lambda d: d["resources"][0].pop("path") and None, "'figures' has no path", "/resources/0"),
        (
            lambda d: d["resources"][0].update(path=["figures.csv"]),
            "'figures' has no",
            "/resources/0",
        ),
        (
            lambda d: d["resources"][0].update(encoding="latin-1"),
            "not in UTF-8",
            "/resources/0/encoding",
        ),
        (
            lambda d: d["resources"][0].update(dialect={"delimiter": ";"}),
            "another delimiter",
            "/resources/0/dialect",
        ),
        (
            lambda d: d["resources"][0].update(dialect="d.json"),
            "another dialect",
            "/resources/0/dialect",
        ),
        (
            lambda d: d["resources"][0].update(hash="sha256:00"),
            "its hash is another",
            "/resources/0/path",
        ),
        (
            lambda d: d["resources"][0].update(path="b.csv", hash=""),
            "has other figures",
            "/resources/0/path",
        ),
    ],
)
def test_a_descriptor_that_is_not_of_figures_is_refused(
    package: Path, change: Callable[[Any], object], message: str, pointer: str
) -> None:
    """Each problem has its place and says what to do."""
    (problem,) = problems_of(changed(package, change))
    assert problem.code == "SFR413"
    assert message in problem.message
    assert problem.location.pointer == pointer


def test_what_a_descriptor_may_say_besides_is_ignored(package: Path) -> None:
    """A dialect that is the usual one, no hash, a hash of another kind, and more resources."""

    def add(descriptor: Any) -> None:
        first, second = descriptor["resources"]
        first |= {"dialect": {"delimiter": ",", "commentChar": "#"}, "hash": "d41d8cd98f00b204"}
        first.pop("encoding")
        second.pop("hash")
        descriptor["resources"].append({"name": "inline", "data": [1]})

    assert load_package(changed(package, add)).value == TABLE.value


def test_a_descriptor_that_is_missing_or_no_json_is_named(package: Path) -> None:
    """With the codes of any other document."""
    (package / "datapackage.json").write_text('{"resources": [}', encoding="utf-8")
    assert [problem.code for problem in problems_of(package)] == ["SFR002"]
    (package / "datapackage.json").unlink()
    assert [problem.code for problem in problems_of(package)] == ["SFR017"]


def test_a_file_of_the_package_that_is_missing_is_named_where_it_is_described(
    package: Path,
) -> None:
    """The place is that of its path in the descriptor."""
    (package / "observations.json").unlink()
    (problem,) = problems_of(package)
    assert (problem.code, problem.location.pointer) == ("SFR017", "/resources/1/path")


def test_marks_are_tables_of_their_own(tmp_path: Path) -> None:
    """With the row from 1, and the fields that each schema describes; none give a header."""
    odd = 'it is, or may be, "odd"'
    marks = {"faults": [(0, "odd", "odd"), (2, "impossible", odd)], "doubts": [(1, "SFR407", odd)]}
    dump_package(TABLE, tmp_path / "some", id_="p", title="P", marks=marks)
    descriptor = json.loads((tmp_path / "some" / "datapackage.json").read_bytes())
    for at, (name, expected) in enumerate(marks.items(), 2):
        with (tmp_path / "some" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        assert rows == [[str(row + 1), *mark] for row, *mark in expected]
        resource = descriptor["resources"][at]
        assert (resource["name"], resource["path"]) == (name, f"{name}.csv")
        assert [field["name"] for field in resource["schema"]["fields"]] == header
    assert load_package(tmp_path / "some").value == TABLE.value
    dump_package(TABLE, tmp_path / "none", id_="p", title="P", marks={"faults": (), "doubts": ()})
    assert (tmp_path / "none" / "faults.csv").read_text("utf-8") == "row,fault,meaning\n"
    assert (tmp_path / "none" / "doubts.csv").read_text("utf-8") == "row,doubt,meaning\n"
