"""Take from the publishers' files what `generate.py` needs: `python geography/extract.py FOLDER`.

The workbooks of the Department for Education become CSV, cell by cell: as files they also hold
the names of people who saved them. Of the statistical releases only the areas are kept, each
with the first and the last period in which a release writes it so.
"""

import csv
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

PUBLISHED = Path(__file__).parent / "published"
WORKBOOKS = {
    "geography/la_code_list.xlsx": "la_code_list.csv",
    "geography/sn_april_2021.xlsx": "sn_april_2021.csv",
    "geography/sn_may_2025.xlsx": "sn_may_2025.csv",
}
RELEASES = (
    "dfe-ehc-plans-2025/caseload.csv",
    "dfe-ehc-plans-2025/timeliness_20_week.csv",
    "dfe-ehc-plans-2022/sen2_mi.csv",
    "dfe-suppressed/sen_la.csv",
    "neet/UD_NEETNK_LA_dashboard_final.csv",
)
WRITTEN_SO = (
    "geographic_level",
    "country_code",
    "country_name",
    "region_code",
    "region_name",
    "old_la_code",
    "new_la_code",
    "la_name",
)
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def cells_of(workbook: Path) -> Iterator[list[str]]:
    """Yield the rows of the first sheet of a workbook, as text."""
    with zipfile.ZipFile(workbook) as parts:
        shared = [
            "".join(run.text or "" for run in item.iter(f"{_SHEET}t"))
            for item in ET.fromstring(parts.read("xl/sharedStrings.xml"))
        ]
        sheet = ET.fromstring(parts.read("xl/worksheets/sheet1.xml"))
    for row in sheet.iter(f"{_SHEET}row"):
        texts: dict[int, str] = {}
        for cell in row:
            value = cell.find(f"{_SHEET}v")
            text = "" if value is None else value.text or ""
            texts[_column(cell.get("r", ""))] = (
                shared[int(text)] if cell.get("t") == "s" and text else text
            )
        yield [texts.get(number, "") for number in range(max(texts, default=-1) + 1)]


def _column(place: str) -> int:
    """Return the number of a column, from 0, of a cell such as ``AB12``."""
    number = 0
    for letter in re.match("[A-Z]*", place).group():  # type: ignore[union-attr]
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def areas_of(release: Path, shown: str) -> Iterator[list[str]]:
    """Yield each way a release writes an area, with its first and last period."""
    periods: dict[tuple[str, ...], list[str]] = {}
    with release.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            key = tuple(row[each] for each in WRITTEN_SO)
            periods.setdefault(key, []).append(row["time_period"])
    for key, times in sorted(periods.items()):
        yield [shown, *key, min(times), max(times)]


def write(name: str, rows: list[list[str]]) -> None:
    """Write a CSV of plain lines."""
    with (PUBLISHED / name).open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines, lineterminator="\n").writerows(rows)


def main(folder: Path) -> None:
    """Write what is taken from the files of a folder."""
    for source, name in WORKBOOKS.items():
        rows = [[text.strip() for text in row] for row in cells_of(folder / source)]
        used = max(number for row in rows for number, text in enumerate(row, 1) if text)
        write(name, [row[:used] for row in rows if any(row)])
    header = ["file", *WRITTEN_SO, "first_period", "last_period"]
    rows = [row for each in RELEASES for row in areas_of(folder / each, each)]
    write("areas_in_releases.csv", [header, *rows])


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004  # the program and one folder
        sys.exit("usage: python geography/extract.py FOLDER")
    main(Path(sys.argv[1]))
