"""Write the packaged areas and neighbours anew: `python geography/generate.py`.

Everything comes from `published/`, except what none of those files holds: the days of
reorganisations, and the codes that came after the files. These stand below, with the law.
"""

import csv
import json
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
PUBLISHED = HERE / "published"
PACKAGED = HERE.parent / "src" / "sendframe_data"
SCHEMA = "https://sendframe.example/schemas/v1/{}.schema.json"
LICENCE = "Open Government Licence v3.0"
EDITION = "2025"
ENGLAND = "E92000001"


class CodeChange(NamedTuple):
    """A GSS code that took the place of another, while the area kept its DfE number.

    Its law is None where the source is the list of codes of the data screener.
    """

    dfe_code: str
    before: str
    after: str
    changed_on: str
    law: str | None


class Reorganisation(NamedTuple):
    """Which areas went into which new ones on a day, by DfE number."""

    went_into: tuple[tuple[str, str], ...]
    changed_on: str
    law: str


CODE_CHANGES = (
    CodeChange(
        "825",
        "E10000002",
        "E06000060",
        "2020-04-01",
        "The Buckinghamshire (Structural Changes) Order 2019 (SI 2019/957)",
    ),
    CodeChange(
        "815",
        "E10000023",
        "E06000065",
        "2023-04-01",
        "The North Yorkshire (Structural Changes) Order 2022 (SI 2022/328)",
    ),
    CodeChange(
        "933",
        "E10000027",
        "E06000066",
        "2023-04-01",
        "The Somerset (Structural Changes) Order 2022 (SI 2022/329)",
    ),
    CodeChange(
        "370",
        "E08000016",
        "E08000038",
        "2025-04-01",
        "The Barnsley and Sheffield (Boundary Change) Order 2024 (SI 2024/1328)",
    ),
    CodeChange(
        "373",
        "E08000019",
        "E08000039",
        "2025-04-01",
        "The Barnsley and Sheffield (Boundary Change) Order 2024 (SI 2024/1328)",
    ),
    CodeChange("390", "E08000020", "E08000037", "2013-04-01", law=None),
    CodeChange("929", "E06000048", "E06000057", "2013-04-01", law=None),
)
REORGANISATIONS = (
    Reorganisation(
        # Of the county of Dorset the borough of Christchurch went into 839, the rest into 838.
        (("835", "838"), ("835", "839"), ("836", "839"), ("837", "839")),
        "2019-04-01",
        "The Bournemouth, Dorset and Poole (Structural Changes) Order 2018 (SI 2018/648)",
    ),
    Reorganisation(
        (("928", "940"), ("928", "941")),
        "2021-04-01",
        "The Northamptonshire (Structural Changes) Order 2020 (SI 2020/156)",
    ),
    Reorganisation(
        (("909", "942"), ("909", "943")),
        "2023-04-01",
        "The Cumbria (Structural Changes) Order 2022 (SI 2022/331)",
    ),
)
TYPES = {  # Register of Geographic Codes (ONS): what the first three characters stand for
    "E06": "unitary-authority",
    "E08": "metropolitan-district",
    "E09": "london-borough",
    "E10": "county",
}
LATEST_FIRST = (
    "neet/UD_NEETNK_LA_dashboard_final.csv",
    "dfe-ehc-plans-2025/caseload.csv",
    "dfe-ehc-plans-2025/timeliness_20_week.csv",
    "dfe-suppressed/sen_la.csv",
    "dfe-ehc-plans-2022/sen2_mi.csv",
)
DFE = "Department for Education"
SOURCES = (
    {
        "title": "Participation in education, training and NEET of 16 and 17 year olds with SEND",
        "publisher": DFE,
        "licence": LICENCE,
        "locator": LATEST_FIRST[0],
    },
    {
        "title": "Education, health and care plans, reporting year 2025",
        "publisher": DFE,
        "published_on": "2025-06-26",
        "licence": LICENCE,
        "locator": "caseload.csv, timeliness_20_week.csv",
    },
    {
        "title": "Special educational needs of children in need",
        "publisher": DFE,
        "licence": LICENCE,
        "locator": "sen_la.csv, for the parts of London",
    },
    {
        "title": "Education, health and care plans, reporting year 2022",
        "publisher": DFE,
        "licence": LICENCE,
        "locator": "sen2_mi.csv",
    },
    {
        "title": "List of local authorities and their numbers",
        "publisher": DFE,
        "licence": LICENCE,
        "locator": "la_code_list.xlsx",
    },
    {
        "title": "Codes of local authorities in the data screener (dfe-published-data-qa)",
        "publisher": DFE,
        "licence": "MIT",
        "locator": "data/las.csv, for codes that ended in 2013",
    },
)


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of a published file."""
    with (PUBLISHED / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def written_so() -> Iterator[dict[str, str]]:
    """Yield how releases write areas, the latest release first."""
    rows = table("areas_in_releases.csv")
    for file in LATEST_FIRST:
        of_file = (row for row in rows if row["file"] == file)
        yield from sorted(of_file, key=lambda row: row["last_period"], reverse=True)


def authorities() -> Iterator[dict[str, Any]]:
    """Yield every local authority of the releases, by DfE number."""
    rows = [row for row in written_so() if row["geographic_level"] == "Local authority"]
    listed = {row["LA Number"]: row for row in table("la_code_list.csv")}
    parts = {part: code for code, part in _names_of("E13").items()}
    changes = {each.dfe_code: each for each in CODE_CHANGES}
    spans = _spans()
    for number in sorted({row["old_la_code"] for row in rows}):
        mine = [row for row in rows if row["old_la_code"] == number]
        change = changes.get(number)
        codes = {row["new_la_code"] for row in mine}
        if not codes <= ({change.before, change.after} if change else {min(codes)}):
            sys.exit(f"{number} has the codes {sorted(codes)}: write the change into {__file__}")
        code = change.after if change else min(codes)
        in_list = listed[number]
        names = {"DfE": mine[0]["la_name"], "DfE code list": in_list["LA Name"]}
        area: dict[str, Any] = {
            "code": code,
            "dfe_code": number,
            "names": [{"source": by, "name": name} for by, name in names.items()],
            "kind": "local-authority",
            "type": TYPES[code[:3]],
            "region": _only(row["region_code"] for row in mine if row["region_code"][:3] == "E12"),
        }
        if in_list["Region"] in parts:
            area["part_of_region"] = parts[in_list["Region"]]
        if change:
            area["former_codes"] = [{"code": change.before, "valid_to": eve(change.changed_on)}]
        yield area | spans.get(number, {})


def larger() -> Iterator[dict[str, Any]]:
    """Yield England, its regions and the parts of London."""
    numbers = {
        _words(row["LA Name"]): row["LA Number"]
        for row in table("la_code_list.csv")
        if row["Region"] == "NA" and len(row["LA Number"]) == 3  # noqa: PLR2004  # discontinued: 1000
    }
    kinds = {"E92": "country", "E12": "region", "E13": "part-of-region"}
    for prefix, kind in kinds.items():
        for code, name in sorted(_names_of(prefix).items()):
            area = {
                "code": code,
                "dfe_code": numbers[_words(name)],
                "names": [{"source": "DfE", "name": name}],
                "kind": kind,
            }
            yield area | ({"region": _code_of("London")} if prefix == "E13" else {})


def _names_of(prefix: str) -> dict[str, str]:
    """Return the names of the areas whose codes begin so, by code."""
    found: dict[str, str] = {}
    for row in written_so():
        for level in ("country", "region"):
            if row[f"{level}_code"].startswith(prefix):
                found.setdefault(row[f"{level}_code"], row[f"{level}_name"])
    return found


def _code_of(region: str) -> str:
    return next(code for code, name in _names_of("E12").items() if name == region)


def _words(name: str) -> tuple[str, ...]:
    """Return the words of a name, since the list has "London (Inner)" for "Inner London"."""
    return tuple(sorted(name.lower().replace("(", "").replace(")", "").split()))


def _only(values: Iterator[str]) -> str:
    """Return the one value there is."""
    (found,) = set(values)
    return found


def _spans() -> dict[str, dict[str, Any]]:
    """Return when areas began and ended, and what became of them, by DfE number."""
    rows = {row["old_la_code"]: row for row in reversed(list(written_so()))}
    found: dict[str, dict[str, Any]] = {}

    def add(number: str, field: str, other: str, changed_on: str) -> None:
        change = {
            "area": rows[other]["new_la_code"],
            "changed_on": changed_on,
            "name": rows[other]["la_name"],
        }
        found[number].setdefault(field, []).append(change)

    for each in REORGANISATIONS:
        for before, after in each.went_into:
            found.setdefault(before, {})["valid_to"] = eve(each.changed_on)
            found.setdefault(after, {})["valid_from"] = each.changed_on
            add(before, "successors", after, each.changed_on)
            add(after, "predecessors", before, each.changed_on)
    return found


def eve(day: str) -> str:
    """Return the day before a day."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def register() -> dict[str, Any]:
    """Return the register of areas."""
    changes = (*CODE_CHANGES, *REORGANISATIONS)
    laws = dict.fromkeys(each.law for each in changes if each.law)
    return {
        "$schema": SCHEMA.format("area-register"),
        "id": "areas",
        "title": {"default": "Local authorities and regions of England"},
        "edition": EDITION,
        "sources": [*SOURCES, *({"title": law, "licence": LICENCE} for law in laws)],
        "note": {
            "default": "An area that has one number of the Department for Education is one area, "
            "however its GSS code changed. Areas that ended before 2014 are not here."
        },
        "areas": [*larger(), *authorities()],
    }


def neighbours(edition: str, month: str, file: str, codes: dict[str, str]) -> dict[str, Any]:
    """Return one edition of the statistical neighbours.

    Args:
        edition: Its year.
        month: When it was published, in words.
        file: The sheet as CSV; its third line is the header that counts.
        codes: GSS codes by DfE number.
    """
    with (PUBLISHED / file).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))[3:]
    areas = []
    for row in rows:
        if row[0] not in codes:
            continue  # a heading within the sheet
        near = [
            {"area": codes[number], "closeness": closeness.capitalize()}
            for number, closeness in zip(row[5:25:2], row[6:25:2], strict=True)
            if number in codes
        ]
        if near:  # areas newer than the edition have "-" ten times
            areas.append({"code": codes[row[0]], "neighbours": near})
    return {
        "$schema": SCHEMA.format("neighbour-list"),
        "id": f"neighbours-{edition}",
        "title": {"default": f"Statistical neighbours, {month} {edition}"},
        "edition": edition,
        "sources": [
            {
                "title": f"Statistical neighbours, {month} {edition}",
                "publisher": DFE,
                "licence": LICENCE,
                "locator": file.replace(".csv", ".xlsx"),
            }
        ],
        "areas": sorted(areas, key=lambda area: str(area["code"])),
    }


def text_of(document: dict[str, Any]) -> bytes:
    """Return a document as JSON with one area a line, so that changes can be read."""
    parts = []
    for key, value in document.items():
        if isinstance(value, list):
            lines = ",\n".join("    " + json.dumps(each, ensure_ascii=False) for each in value)
            parts.append(f'  "{key}": [\n{lines}\n  ]')
        else:
            parts.append(f'  "{key}": {json.dumps(value, ensure_ascii=False)}')
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def documents() -> dict[str, bytes]:
    """Return what is packaged, by name of file."""
    areas = register()
    codes = {each["dfe_code"]: each["code"] for each in areas["areas"]}
    made = {
        "areas.json": areas,
        "neighbours-2021.json": neighbours("2021", "April", "sn_april_2021.csv", codes),
        "neighbours-2025.json": neighbours("2025", "May", "sn_may_2025.csv", codes),
    }
    return {name: text_of(document) for name, document in made.items()}


if __name__ == "__main__":
    for name, data in documents().items():
        if not (PACKAGED / name).exists() or (PACKAGED / name).read_bytes() != data:
            (PACKAGED / name).write_bytes(data)
            sys.stdout.write(f"wrote {name}\n")
