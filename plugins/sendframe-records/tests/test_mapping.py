"""Mappings: what they say of tables, and what is refused."""

import json
from pathlib import Path

import pytest
from made_up import AREA, AS_AT, SCHEMA, mapping_of, written_mapping, written_table
from sendframe_records import RecordsProblem
from sendframe_records._evaluate import evaluate_table
from sendframe_records._mapping import MAPPINGS, read_mapping

NAMED = {"code": AREA, "name": "Wyeford", "kind": "local-authority"}


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"record": "child"}, r"\$\.record"),
        ({"colour": 1}, "colour"),
        ({"id": "Wye ford"}, r"\$\.id"),
        ({"areas": []}, r"\$\.areas"),
        ({"columns": {"shoe_size": {"column": "x"}}}, "the record has no such column"),
        ({"columns": {"outcome": {"column": "x"}}}, "codes needed: say which texts"),
        ({"columns": {"outcome": {"column": "x", "codes": {"a": "Q"}}}}, "Q is no code of it"),
        ({"columns": {"mediation": {"column": "x"}}}, "yes needed: say which texts"),
        (
            {"columns": {"decided_on": {"column": "x", "yes": ["1"]}}},
            "a column of days has no yes; it has column and format",
        ),
        ({"area": {"column": "x", "codes": {"A": "ZZ0000003"}}}, "none of the areas"),
        ({"area": {"column": "x", "codes": {" A": AREA}}}, "blanks around it"),
        ({"areas": [NAMED, NAMED], "area": {"column": "x"}}, "a code is there twice"),
        ({"total_area": NAMED}, "it is one of the areas"),
        ({"joins": [{"file": "../plans.csv", "on": "id"}]}, "has a folder in its name"),
        ({"columns": {"outcome": {"column": "x", "codes": {"": "Y"}}}}, "use blank for empty"),
        (
            {"columns": {"outcome": {"column": "x", "codes": {"1": "Y"}, "yes": ["1"]}}},
            "a column of codes has no yes",
        ),
        (
            {"columns": {"outcome": {"column": "x", "codes": {"1": "Y"}, "format": "yyyymmdd"}}},
            "a column of codes has no format",
        ),
        (
            {"columns": {"mediation": {"column": "x", "yes": ["1"], "no": ["1"]}}},
            "'1' means yes and no; keep one",
        ),
        (
            {"columns": {"mediation": {"column": "x", "yes": ["1"], "no": ["0"], "blank": "none"}}},
            "a column of yes and no has no blank",
        ),
        (
            {"populations": {"aged-0-to-25": "missing.csv"}},
            "needs the columns area, year and people",
        ),
    ],
)
def test_a_mapping_that_is_wrong_is_refused(
    changed: dict[str, object], words: str, tmp_path: Path
) -> None:
    """The message says where in the mapping, and what to do."""
    with pytest.raises(RecordsProblem, match=words):
        read_mapping(written_mapping(tmp_path, "request", changed))


def test_several_areas_need_a_column(tmp_path: Path) -> None:
    """Otherwise nobody could say which records are whose."""
    with pytest.raises(RecordsProblem, match="several areas need the column"):
        mapping_of(tmp_path, "request", areas=[NAMED, NAMED | {"code": "ZZ0000002"}])


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (f"{AREA},2024,0", "row 1: the people of an area and year needs a number above 0"),
        (f"{AREA},2024,1{'0' * 20}", "needs a number above 0"),
        (f"{AREA},2024,5\n{AREA},2024,6", "row 2: the people of an area and year is there twice"),
        (f"{AREA},2024,many", "needs the columns area, year and people"),
    ],
)
def test_people_must_be_a_number_once(rows: str, words: str, tmp_path: Path) -> None:
    """The message has the row; a rate for nobody, or for either of two numbers, is none."""
    (tmp_path / "people.csv").write_text(f"area,year,people\n{rows}\n", encoding="utf-8")
    with pytest.raises(RecordsProblem, match=words):
        mapping_of(tmp_path, "request", populations={"aged-0-to-25": "people.csv"})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            '{\n  "id" 1}',
            r"mapping.json:2:8: no JSON from here on .*; correct it, or begin with one",
        ),
        (f'{{"$schema": "{SCHEMA}", "id": 1, "id": 2}}', "'id' is there twice in one object; keep"),
        ("[" * 100_000, "are too long; begin with one"),
        ("9" * 5_000, "are too long; begin with one"),
        (" " * 1_000_001, "is a file of at most 1,000,000 bytes"),
        (b'{"id": "\xff"}', "byte 8 is not UTF-8; save it as UTF-8"),
    ],
)
def test_a_mapping_that_is_no_json_is_refused(
    text: str | bytes, words: str, tmp_path: Path
) -> None:
    """The message says where in the file, and what to do; deep nesting is no crash."""
    file = tmp_path / "mapping.json"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(RecordsProblem, match=words):
        read_mapping(file)
    with pytest.raises(RecordsProblem, match="No such file"):
        read_mapping(tmp_path / "none.json")
    with pytest.raises(RecordsProblem, match="Is a directory"):
        read_mapping(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        '[{"name": "Zebedee", "upn": "A123456789012"}]',
        '{"Zebedee": 1, "Zebedee": 2}',
        '"Zebedee"',
        "name,upn\nZebedee,A123456789012\n",
    ],
)
def test_records_in_place_of_a_mapping_are_not_quoted(text: str, tmp_path: Path) -> None:
    """A table given as mapping is refused, and nothing of it is in the message."""
    file = tmp_path / "children.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RecordsProblem, match=r"is no mapping of records|no JSON from here") as made:
        read_mapping(file)
    assert "Zebedee" not in str(made.value)
    assert made.value.__suppress_context__ or made.value.__context__ is None


@pytest.mark.parametrize("day", ["2025-02-29", "2025-13-01", "1925-01-01", "29/01/2025"])
def test_the_day_of_a_mapping_must_exist(day: str, tmp_path: Path) -> None:
    """The message names the member."""
    with pytest.raises(RecordsProblem, match=r"\$\.as_at"):
        mapping_of(tmp_path, "request", as_at=day)


def test_what_a_mapping_lacks_is_left_out_by_name(tmp_path: Path) -> None:
    """Indicators without their columns are named; without any indicator the mapping is refused."""
    columns = {"requested_on": {"column": "requested_on"}}
    mapping = mapping_of(tmp_path, "request", columns=columns)
    table = written_table(tmp_path, [{"requested_on": "2024-01-01"}] * 20)
    made = evaluate_table(str(table), mapping, as_at=AS_AT)
    assert made.left_out["ehc.plans-issued"] == ("plan_issued_on",)
    assert {row.indicator for row in made.figures.table} == {"ehc.requests"}
    mapping = mapping_of(tmp_path, "request", columns={"ended_on": {"column": "requested_on"}})
    with pytest.raises(RecordsProblem, match="no indicator can be computed; the mapping lacks"):
        evaluate_table(str(table), mapping, as_at=AS_AT)


def test_rates_take_the_people_of_their_year(tmp_path: Path) -> None:
    """A year without people has no rate; the year to date has its own period."""
    (tmp_path / "people.csv").write_text(f"area,year,people\n{AREA},2024,5000\n", encoding="utf-8")
    columns = {"requested_on": {"column": "requested_on"}}
    mapping = mapping_of(
        tmp_path, "request", columns=columns, populations={"aged-0-to-25": "people.csv"}
    )
    rows = [{"requested_on": day} for day in ["2024-06-01"] * 20 + ["2025-01-02"] * 10]
    table = written_table(tmp_path, rows)
    made = [
        row
        for row in evaluate_table(str(table), mapping, as_at=AS_AT).figures.table
        if row.indicator == "ehc.requests-per-10000"
    ]
    assert [(row.value, str(row.period)) for row in made] == [(40.0, "2024")]


def test_years_that_are_not_complete_are_left_out(tmp_path: Path) -> None:
    """Figures begin with the year from which the table has every record."""
    columns = {"requested_on": {"column": "requested_on"}}
    mapping = mapping_of(tmp_path, "request", columns=columns, complete_from=2024)
    rows = [{"requested_on": f"{year}-06-01"} for year in (2022, 2023, 2024) for _ in range(9)]
    made = evaluate_table(str(written_table(tmp_path, rows)), mapping, as_at=AS_AT)
    assert [str(row.period) for row in made.figures.table] == ["2024"]


def test_the_schema_describes_every_member() -> None:
    """Each member of a mapping has a description, for editors that show it."""
    schema = json.loads((MAPPINGS / "records-mapping.schema.json").read_bytes())
    for name, member in schema["properties"].items():
        assert name == "$schema" or member.get("description") or "$ref" in member
