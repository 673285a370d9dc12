"""A negative count, and what is no number, through each way into a portfolio: a diagnostic."""

import json
import math
from pathlib import Path
from typing import Any

import pytest

from sendframe.documents import load_figures
from sendframe.errors import InvalidDocument, InvalidValue
from sendframe.model import CalendarYear, Observation, Observations
from tests.unit.conftest import AREA

HEADER = "indicator,area,period_kind,period,value,numerator,denominator"


def written(folder: Path, *, table: str | None = None, **counts: float) -> Path:
    """Write an observation set with one figure, in the document or in a table beside it."""
    figure = {
        "indicator": "rate",
        "area": AREA,
        "period": {"kind": "calendar_year", "year": 2024},
        "value": 60.0,
        **counts,
    }
    document = {
        "$schema": "https://sendframe.example/schemas/v1/observations.schema.json",
        "id": "figures",
        "title": {"default": "Figures"},
        "areas": [{"code": AREA, "name": "Wyeford", "kind": "local-authority"}],
        **({"observations": [figure]} if table is None else {"table": "figures.csv"}),
    }
    if table is not None:
        (folder / "figures.csv").write_text(f"{HEADER}\n{table}\n", encoding="utf-8")
    path = folder / "figures.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("cells", "column"), [("60.0,-66,110", "numerator"), ("60.0,66,-110", "denominator")]
)
def test_a_negative_count_in_a_table(tmp_path: Path, cells: str, column: str) -> None:
    """Row and cell are named, and not the number."""
    path = written(tmp_path, table=f"rate,{AREA},calendar_year,2024,{cells}")
    with pytest.raises(InvalidDocument) as error:
        load_figures(path)
    (found,) = error.value.diagnostics
    place = f"rate,{AREA},calendar_year,2024,60.0,".count(",") + (column == "denominator")
    text = path.with_name("figures.csv").read_text(encoding="utf-8").splitlines()[1]
    before = ",".join(text.split(",")[:place])
    assert (found.code, found.location.line, found.location.column) == (
        "SFR403", 2, len(before) + 2,
    )  # fmt: skip
    assert "must lie between 0" in found.message
    assert "66" not in found.message


@pytest.mark.parametrize("column", ["numerator", "denominator"])
def test_a_negative_count_in_a_document(tmp_path: Path, column: str) -> None:
    """The path in the document is given."""
    with pytest.raises(InvalidDocument) as error:
        load_figures(written(tmp_path, **{column: -3}))
    (found,) = error.value.diagnostics
    assert found.location.pointer == f"/observations/0/{column}"


def test_the_smallest_denominator_is_read(tmp_path: Path) -> None:
    """1e-320 is above 0, so there is a figure; what is wrong with it is a fault of the figure."""
    path = written(tmp_path, table=f"rate,{AREA},calendar_year,2024,60.0,5,1e-320")
    assert list(load_figures(path).denominator) == [1e-320]


@pytest.mark.parametrize("field", ["value", "numerator", "denominator"])
@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf, True, "60"])
def test_what_is_no_number_from_python(field: str, number: Any) -> None:
    """The field is named, whether one figure is made or a column of them."""
    cell: dict[str, Any] = {"value": 60.0, field: number}
    with pytest.raises(InvalidValue) as error:
        Observation(indicator="rate", area=AREA, period=CalendarYear(year=2024), **cell)
    assert error.value.pointer == f"/{field}"
    columns: Any = {name: [value] for name, value in cell.items()}
    period = [CalendarYear(year=2024)]
    with pytest.raises(InvalidValue) as error:
        Observations.of_columns(indicator=["rate"], area=[AREA], period=period, **columns)
    assert error.value.pointer == f"/0/{field}"


def test_scalars_of_numpy_are_named() -> None:
    """They are no numbers of Python; the message says which type it is, and what is needed."""
    numpy = pytest.importorskip("numpy")
    for scalar in (numpy.float64(60), numpy.float32(60), numpy.int64(60), numpy.float64("nan")):
        with pytest.raises(InvalidValue, match=f"not {type(scalar).__name__}|must lie between"):
            Observation(indicator="rate", area=AREA, period=CalendarYear(year=2024), value=scalar)
