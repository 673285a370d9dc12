"""Read the publishers' tables, as they come: columns, symbols, totals, neighbours."""

from __future__ import annotations

import csv
import zipfile
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    Row = Mapping[str, str]

DFE_FOLDER = "dfe-ehc-plans-2025"
NEIGHBOURS_FILE = "geography/sn_may_2025.xlsx"

HEREFORDSHIRE = "884"
WEST_MIDLANDS = "E12000005"
ENGLAND = "E92000001"
NEIGHBOURS = 10
ROW = "row of the file"
"""Under this name the number of a row stands among its cells."""


# As the EHC plans guidance (x, z) and the notes of the tribunal table (..) give
# them; the rest are the Department's standard symbols, kept if they ever turn up.
SYMBOLS = frozenset({"x", "z", "c", "k", "low", "u", ":", ".."})

TIMELINESS = "timeliness_20_week.csv"
REQUESTS = "requests.csv"
ASSESSMENTS = "assessments.csv"
REVIEWS = "annual_reviews.csv"
CASELOAD = "caseload.csv"

TOTALS = {
    TIMELINESS: "All EHC plans issued",
    REQUESTS: "All requests for EHC needs assessments",
    ASSESSMENTS: "All EHC needs assessments",
    REVIEWS: "All annual reviews",
    CASELOAD: "All EHC plans",
}

SETTINGS = {
    "alternative-provision": "ap_pru_total",
    "early-years": "nm_early_years",
    "elsewhere": "ed_elsewhere",
    "further-education": "fe_total",
    "mainstream": "mainstream_total",
    "special": "special_total",
    "unknown": "placement_unknown",
}

# Groups that the files count in the total but in none of the seven settings: the
# first two until January 2022; "other types of placement" until January 2023, since
# when it is part of "educated elsewhere".
OUTSIDE_SETTINGS = ("await_prov_2022", "perm_ex_2022", "other_placement_settings")
OUTSIDE_UNTIL = "2023-01"


class Area(NamedTuple):
    """One of the thirteen areas, named as the Department's file names it."""

    code: str
    kind: str
    name: str
    dfe_code: str | None


def number(text: str) -> int | None:
    """Return a whole number, or None for a symbol.

    Raises:
        ValueError: *text* is neither a number nor one of the known symbols.
    """
    text = text.strip()
    return None if text in SYMBOLS else int(text.replace(",", ""))


def added(row: Row, columns: Sequence[str]) -> int | None:
    """Return the sum of the columns, or None if one of them holds a symbol."""
    numbers = [number(row[column]) for column in columns]
    known = [each for each in numbers if each is not None]
    return sum(known) if len(known) == len(numbers) else None


def symbol(row: Row, columns: Sequence[str]) -> str:
    """Return the first symbol that stands in the columns."""
    return next(row[column] for column in columns if number(row[column]) is None)


def written(value: int | None) -> str:
    """Return a count as text, empty for None."""
    return "" if value is None else str(value)


def read_rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a file of the Department, by column name, with the number of the row.

    Raises:
        ValueError: A column stands twice, and not with the same content.
    """
    with path.open(encoding="utf-8-sig", newline="") as stream:
        lines = csv.reader(stream)
        header = next(lines)
        for at, line in enumerate(lines, 2):  # as a spreadsheet counts, the header being row 1
            row: dict[str, str] = {ROW: str(at)}
            for column, cell in zip(header, line, strict=True):
                if row.setdefault(column, cell) != cell:
                    message = f"{path.name}: two columns {column} differ"
                    raise ValueError(message)
            yield row


def code_of(row: Row) -> str:
    """Return the GSS code of the row's area."""
    return row["new_la_code"] or row["region_code"] or row["country_code"]


def read_totals(path: Path) -> Iterator[dict[str, str]]:
    """Yield the totals rows of a file: all children and young people, no breakdown.

    Raises:
        ValueError: One area has two such rows for one year.
    """
    total = TOTALS[path.name]
    seen = set()
    for row in read_rows(path):
        if row["breakdown_topic"] != total or row["breakdown"] != total:
            continue
        key = (code_of(row), row["time_period"])
        if key in seen:
            message = f"{path.name}: two totals rows for {' '.join(key)}"
            raise ValueError(message)
        seen.add(key)
        yield row


def period_of(row: Row) -> tuple[str, str]:
    """Return kind and period: plans are counted in January of an academic year.

    Raises:
        ValueError: The row is of another kind of year.
    """
    year = row["time_period"]
    if row["time_identifier"] == "Calendar year":
        return "calendar_year", year
    if row["time_identifier"] == "Academic year":
        return "month", f"{int(year[:4]) + 1}-01"
    message = f"unknown kind of year: {row['time_identifier']}"
    raise ValueError(message)


def read_neighbours(path: Path, dfe_code: str) -> list[str]:
    """Return the DfE numbers of an area's ten statistical neighbours, nearest first.

    Raises:
        ValueError: The sheet has no such area, or not ten neighbours.
    """
    spaces = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(path) as book:
        shared = [
            "".join(item.itertext())
            for item in ET.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314 - a file of the Department's that the caller chose
        ]
        sheet = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - as above
    names: list[str] = []
    for line in sheet.iterfind("m:sheetData/m:row", spaces):
        cells = []
        for cell in line:
            text = cell.findtext("m:v", default="", namespaces=spaces)
            cells.append(shared[int(text)] if cell.get("t") == "s" else text)
        if cells[0] == "LA num":
            names = cells
        elif names and cells[0] == dfe_code:
            row = dict(zip(names, cells, strict=True))
            return [row[f"SN{rank}"] for rank in range(1, NEIGHBOURS + 1)]
    message = f"{path.name}: no neighbours of {dfe_code}"
    raise ValueError(message)


def read_areas(data: Path) -> dict[str, Area]:
    """Return Herefordshire, its neighbours, region and country, by GSS code.

    Raises:
        ValueError: One of them is not in the timeliness file.
    """
    wanted = {HEREFORDSHIRE, *read_neighbours(data / NEIGHBOURS_FILE, HEREFORDSHIRE)}
    areas: dict[str, Area] = {}
    for row in read_totals(data / DFE_FOLDER / TIMELINESS):
        code = code_of(row)
        if row["old_la_code"] in wanted:
            area = Area(code, "local_authority", row["la_name"], row["old_la_code"])
        elif code == WEST_MIDLANDS:
            area = Area(code, "region", row["region_name"], None)
        elif code == ENGLAND:
            area = Area(code, "country", row["country_name"], None)
        else:
            continue
        if areas.setdefault(code, area) != area:
            message = f"{code} has more than one name or DfE number"
            raise ValueError(message)
    if len(areas) != NEIGHBOURS + 3:
        message = f"expected {NEIGHBOURS + 3} areas, found {sorted(areas)}"
        raise ValueError(message)
    return dict(sorted(areas.items()))
