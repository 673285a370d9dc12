"""The tables of the SEN2 person-level return, on a made-up sample."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from sendframe_records import RecordsProblem
from sendframe_records._evaluate import evaluate_table, explain_table
from sendframe_records._mapping import MAPPINGS, read_mapping

START = date(2024, 1, 8)


def text(day: date) -> str:
    """Return a day as exports of the return have it."""
    return f"{day:%Y-%b-%d} 00:00:00"


def write(folder: Path, name: str, header: str, rows: list[str]) -> Path:
    """Write a table of the return."""
    path = folder / name
    path.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    return path


def written(folder: Path) -> Path:
    """Write requests, assessments and named plans of 60 made-up requests."""
    requests, assessments, plans = [], [], []
    for number in range(60):
        day = START + timedelta(days=number)
        outcome = "YYYYN"[number % 5]
        decided = day + timedelta(days=42 if number % 2 else 43)
        flag = int(number % 6 == 0)
        requests.append(f"{number},P{number},{text(day)},{text(decided)},{outcome},{flag},0,")
        if outcome == "Y":
            ended = text(day + timedelta(days=112))
            assessments.append(
                f"A{number},{number},{'NYYY'[number % 4]},{ended},{int(number % 8 == 1)}"
            )
            if number % 4:
                started = text(day + timedelta(days=140 + number % 2))
                plans.append(f"N{number},A{number},{started},")
    write(
        folder,
        "assessment.csv",
        "assessmenttableid,requeststableid,assessmentoutcome,assessmentoutcomedate,week20",
        assessments,
    )
    write(folder, "namedplan.csv", "namedplantableid,assessmenttableid,startdate,ceasedate", plans)
    header = (
        "requeststableid,persontableid,receiveddate,requestoutcomedate,requestoutcome,"
        "requestmediation,requesttribunal,exported"
    )
    return write(folder, "requests.csv", header, requests)


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
    lines[1] = "A0,0,N,soon,0"
    lines[2] = "A1,1,Y,soon,0"
    other.write_text("\n".join(lines), encoding="utf-8")
    assert explain_table(str(table), mapping) == [
        ("with a value of 'assessmentoutcomedate' that is not understood", [1])
    ]


def test_reviews_of_active_plans(tmp_path: Path) -> None:
    """The last review of each plan, with its meeting and its decision."""
    rows = [f"{n},2024-May-01 00:00:00,2024-May-{29 + n % 2} 00:00:00" for n in range(40)]
    header = "activeplanstableid,reviewmeeting,lastreview"
    table = write(tmp_path, "activeplans.csv", header, rows)
    mapping = read_mapping(MAPPINGS / "sen2-reviews.json")
    made = evaluate_table(str(table), mapping, as_at=date(2024, 12, 31)).figures.table
    by_id = {row.indicator: row.value for row in made}
    assert by_id == {"ehc.review-meetings": 40, "ehc.review-decisions-within-4-weeks": 50}


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_active_plans(engine: str, tmp_path: Path) -> None:
    """Six tables are read as one; of the needs of a plan the one of rank 1 counts."""
    people, requests, assessments, named, active, needs = [], [], [], [], [], []
    for number in range(40):
        people.append(f"P{number},{2008 + number % 2 * 10}-Mar-31 00:00:00,Zebedee")
        requests.append(f"R{number},P{number}")
        assessments.append(f"A{number},R{number}")
        named.append(f"N{number},A{number},2021-Sep-0{1 + number % 9} 00:00:00")
        active.append(f"V{number},R{number},{'' if number % 4 else '2024-Apr-02 00:00:00'}")
        needs += [f"V{number},2,SLCN", f"V{number},1,{'DS' if number % 4 else 'ASD'}"]
    write(tmp_path, "person.csv", "persontableid,personbirthdate,surname", people)
    write(tmp_path, "requests.csv", "requeststableid,persontableid", requests)
    write(tmp_path, "assessment.csv", "assessmenttableid,requeststableid", assessments)
    write(tmp_path, "namedplan.csv", "namedplantableid,assessmenttableid,startdate", named)
    write(tmp_path, "senneed.csv", "activeplanstableid,sentyperank,sentype", needs)
    header = "activeplanstableid,requeststableid,lastreview"
    table = write(tmp_path, "activeplans.csv", header, active)
    mapping = read_mapping(MAPPINGS / "sen2-plans.json")
    made = evaluate_table(str(table), mapping, as_at=date(2025, 3, 31), engine=engine)
    assert made.account.lines() == ["40 rows read, 40 used"]
    by_group = {(row.indicator, *row.dimensions.values()): row.value for row in made.figures.table}
    assert by_group == {
        ("ehc.plans",): 40,
        ("ehc.plans", "ASD"): 10,
        ("ehc.plans", "DS"): 30,
        ("ehc.plans", "5-to-10"): 20,
        ("ehc.plans", "16-to-19"): 20,
        ("ehc.reviews-overdue",): 75,
    }
    (tmp_path / "senneed.csv").write_text("activeplanstableid,sentype\n", encoding="utf-8")
    with pytest.raises(RecordsProblem, match=r"senneed.csv has no column 'sentyperank'"):
        evaluate_table(str(table), mapping, as_at=date(2025, 3, 31), engine=engine)


def test_plans_that_ceased(tmp_path: Path) -> None:
    """Plans with a day on which they ceased count in its year; the others do not."""
    rows = [f"N{n},A{n},2021-Sep-01,{'' if n % 2 else '2024-Dec-31 00:00:00'}" for n in range(40)]
    header = "namedplantableid,assessmenttableid,startdate,ceasedate"
    table = write(tmp_path, "namedplan.csv", header, rows)
    mapping = read_mapping(MAPPINGS / "sen2-ceased-plans.json")
    made = evaluate_table(str(table), mapping, as_at=date(2024, 12, 31)).figures.table
    assert {row.indicator: row.value for row in made} == {"ehc.plans-ceased": 20}
