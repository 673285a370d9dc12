"""The figures of one observation set are read without the portfolio it belongs to."""

import json
from pathlib import Path

import pytest

from sendframe.documents import load_figures
from sendframe.errors import InvalidDocument
from sendframe.jsontext import ParseLimits

EXAMPLES = Path(__file__).parents[3] / "examples"


def test_a_set_is_read_with_its_table() -> None:
    """Figures in the document come first, then those of the table, each with its place."""
    result = load_figures(EXAMPLES / "wyeford" / "observations.json")
    origins = [str(result.origin(row)) for row in range(len(result))]
    assert origins[0] == "observations.json, entry 1"
    assert origins[-1].startswith("local-figures.csv, line ")
    assert "wyeford-made-up-2024" in result.releases


def written(folder: Path, **more: object) -> Path:
    """Write a small set, and return its file."""
    path = folder / "set.json"
    data = {
        "$schema": "https://sendframe.example/schemas/v1/observations.schema.json",
        "id": "set",
        "title": {"default": "Set"},
        "areas": [{"code": "ZZ0000001", "name": "Wyeford", "kind": "local-authority"}],
        **more,
    }
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def test_an_indicator_may_be_defined_elsewhere(tmp_path: Path) -> None:
    """A table is read although no document defines its indicator."""
    head = "indicator,area,period_kind,period,value\n"
    (tmp_path / "t.csv").write_text(f"{head}any,ZZ0000001,calendar_year,2024,3\n", encoding="utf-8")
    result = load_figures(written(tmp_path, table="t.csv"))
    assert [(item.indicator, item.value) for item in result] == [("any", 3.0)]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"table": "nowhere.csv"}, "SFR017"),
        ({"titel": "x"}, "SFR103"),
        (
            {
                "observations": [
                    {
                        "indicator": "a",
                        "area": "ZZ0000001",
                        "period": {"kind": "calendar_year", "year": 2024},
                        "symbol": "?",
                    }
                ]
            },
            "SFR404",
        ),
    ],
)
def test_every_problem_is_reported(tmp_path: Path, more: dict[str, object], code: str) -> None:
    """Faults of the document and of its table come as those of a portfolio do."""
    with pytest.raises(InvalidDocument) as caught:
        load_figures(written(tmp_path, **more))
    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == [code]


@pytest.mark.parametrize(
    ("file", "code"), [("strategy.json", "SFR013"), ("nowhere.json", "SFR017")]
)
def test_another_kind_of_document_is_refused(file: str, code: str) -> None:
    """A strategy has no figures, and a missing file is not a document."""
    with pytest.raises(InvalidDocument) as caught:
        load_figures(EXAMPLES / "wyeford" / file, ParseLimits())
    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == [code]
