"""The published counts of all areas: plans on time and issued, 2024, exceptions excluded."""

import csv
from functools import cache
from pathlib import Path

EXTRACT = Path(__file__).parents[2] / "data" / "dfe-timeliness-2024-areas" / "timeliness.csv"
TOP, BOTTOM = "plans_issued_20_weeks_ex", "plans_issued_den_ex"
HEREFORDSHIRE = "E06000019"


@cache
def counts() -> dict[str, tuple[int, int]]:
    """Return plans on time and plans issued of each area with a rate, by its code."""
    with EXTRACT.open(encoding="utf-8-sig", newline="") as stream:
        rows = [each for each in csv.DictReader(stream) if each["new_la_code"]]
    known = [each for each in rows if each[BOTTOM] not in ("0", "x")]
    return {each["new_la_code"]: (int(each[TOP]), int(each[BOTTOM])) for each in known}


@cache
def rates() -> dict[str, float]:
    """Return the rates of those areas as they are published, to one place."""
    with EXTRACT.open(encoding="utf-8-sig", newline="") as stream:
        rows = [each for each in csv.DictReader(stream) if each["new_la_code"] in counts()]
    return {each["new_la_code"]: float(each["PC_plans_issued_20_weeks_ex"]) for each in rows}
