"""The tables of the SEN2 person-level return, on a made-up sample."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from sendframe_records._evaluate import evaluate_table, explain_table
from sendframe_records._mapping import MAPPINGS, read_mapping

START = date(2024, 1, 8)


def written(folder: Path) -> Path:
    """Write requests, assessments and named plans of 60 made-up requests."""
    requests, assessments, plans = [], [], []
    for number in range(60):
        day = START + timedelta(days=number)
        outcome = "YYYYN"[number % 5]
        decided = day + timedelta(days=42 if number % 2 else 43)
        flag = int(number % 6 == 0)
        requests.append(f"{number},P{number},{day},{decided},{outcome},{flag},0,")
        if outcome == "Y":
            ended = day + timedelta(days=112)
            assessments.append(f"{number},{'NYYY'[number % 4]},{ended},{int(number % 8 == 1)}")
            if number % 4:
                plans.append(f"{number},{day + timedelta(days=140 + number % 2)}")
    tables = {
        "requests.csv": (
            (
                "requeststableid,persontableid,receiveddate,requestoutcomedate,requestoutcome,"
                "requestmediation,requesttribunal,exported"
            ),
            requests,
        ),
        "assessment.csv": (
            "requeststableid,assessmentoutcome,assessmentoutcomedate,week20",
            assessments,
        ),
        "named_plan.csv": ("requeststableid,startdate", plans),
    }
    for name, (header, rows) in tables.items():
        (folder / name).write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    return folder / "requests.csv"


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_requests_assessments_and_plans_are_read_together(engine: str, tmp_path: Path) -> None:
    """The packaged mapping joins the tables; the day of an assessment counts by its outcome."""
    mapping = read_mapping(MAPPINGS / "sen2-requests.json")
    table = written(tmp_path)
    made = evaluate_table(str(table), mapping, as_at=date(2024, 12, 31), engine=engine)
    assert made.account.lines() == ["60 rows read, 60 used"]
    by_id = {
        row.indicator: (row.value, row.numerator, row.denominator) for row in made.figures.table
    }
    assert by_id["ehc.requests"][0] == 60
    assert by_id["ehc.mediations"][0] == 10
    assert by_id["ehc.decisions-within-6-weeks"] == (50, 30, 60)
    assert by_id["ehc.requests-refused"] == (20, 12, 60)
    assert by_id["ehc.no-plan-within-16-weeks"] == (100, 12, 12)
    assert by_id["ehc.plans-issued"][0] == 36
    assert by_id["ehc.plans-within-20-weeks"] == (pytest.approx(100 / 3), 12, 36)
    assert by_id["ehc.plans-within-20-weeks-excluding-exceptions"][2] == 30
    assert by_id["ehc.open-cases"][0] == 0


def test_a_value_that_does_not_count_need_not_be_understood(tmp_path: Path) -> None:
    """The day of an assessment that ended otherwise is no problem of the day of a refusal."""
    mapping = read_mapping(MAPPINGS / "sen2-requests.json")
    table = written(tmp_path)
    other = tmp_path / "assessment.csv"
    lines = other.read_text(encoding="utf-8").splitlines()
    lines[1] = "0,N,soon,0"
    lines[2] = "1,Y,soon,0"
    other.write_text("\n".join(lines), encoding="utf-8")
    assert explain_table(str(table), mapping) == [
        ("with a value of 'assessmentoutcomedate' that is not understood", [1])
    ]


def test_reviews_of_active_plans(tmp_path: Path) -> None:
    """The last review of each plan, with its meeting and its decision."""
    rows = [f"{n},2024-05-01,2024-05-{29 + n % 2}" for n in range(40)]
    table = tmp_path / "active_plans.csv"
    table.write_text("\n".join(["requeststableid,reviewmeeting,lastreview", *rows]), "utf-8")
    mapping = read_mapping(MAPPINGS / "sen2-reviews.json")
    made = evaluate_table(str(table), mapping, as_at=date(2024, 12, 31)).figures.table
    by_id = {row.indicator: row.value for row in made}
    assert by_id == {"ehc.review-meetings": 40, "ehc.review-decisions-within-4-weeks": 50}
