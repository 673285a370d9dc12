"""The files that figures are written to: a table with its document, or one document."""

import json
from pathlib import Path

from sendframe.documents import figure_files, load_figures
from sendframe.model import CalendarYear, Observations, ObservationSet, ObservedArea, Text

KNOWN = ObservationSet(
    id="set",
    title=Text(default="Set"),
    areas=(ObservedArea(code="ZZ0000001", name="Wyeford", kind="local-authority"),),
)
FIGURES = Observations.of_columns(
    indicator=["waits"], area=["ZZ0000001"], period=[CalendarYear(year=2024)], value=[3.0]
)


def values(folder: Path, files: dict[str, bytes], document: str) -> list[float | None]:
    """Write files, and return the figures that are read from the document."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [figure.value for figure in load_figures(folder / document)]


def test_a_table_has_its_document_beside_it(tmp_path: Path) -> None:
    """A name that ends with .csv is the table; the document names it without its folder."""
    files = dict(figure_files(KNOWN, FIGURES, "figures.csv"))
    assert sorted(files) == ["figures.csv", "figures.json"]
    assert json.loads(files["figures.json"])["table"] == "figures.csv"
    assert values(tmp_path, files, "figures.json") == [3.0]
    below = figure_files(KNOWN, FIGURES, "out/figures.csv")
    assert below == {f"out/{name}": data for name, data in files.items()}


def test_another_name_is_one_document(tmp_path: Path) -> None:
    """The figures stand in it."""
    files = dict(figure_files(KNOWN, FIGURES, "figures.json"))
    assert list(files) == ["figures.json"]
    assert "table" not in json.loads(files["figures.json"])
    assert values(tmp_path, files, "figures.json") == [3.0]
