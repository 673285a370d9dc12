"""The statutory clocks, case by case: the last day in time, the day after, and the exceptions."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from made_up import computed, mapping_of, total, written_table
from sendframe_records import INDICATORS
from sendframe_records._indicator import RecordIndicator

BY_ID: dict[str, RecordIndicator] = {indicator.id: indicator for indicator in INDICATORS}
START = date(2024, 1, 31)


def after(days: int) -> date:
    """Return the day so many days after 31 January 2024; 29 February is day 29."""
    return START + timedelta(days=days)


# Each case: what happened, then whether it was in time, and how many count.
IN_SIX_WEEKS = [
    # Regulation 5(3): within six weeks of receiving the request.
    ({"decided_on": after(0), "outcome": "Y"}, (1, 1)),
    ({"decided_on": after(41), "outcome": "N"}, (1, 1)),
    ({"decided_on": after(42), "outcome": "Y"}, (1, 1)),
    ({"decided_on": after(43), "outcome": "N"}, (0, 1)),
    ({"decided_on": after(43), "outcome": "Y", "exception": "closed"}, (0, 1)),
    ({"decided_on": after(42), "outcome": "W"}, (0, 0)),
    ({"outcome": "A"}, (0, 0)),
]
IN_SIXTEEN_WEEKS = [
    # Regulation 10(1): within sixteen weeks of receiving the request.
    ({"refused_plan_on": after(111)}, (1, 1)),
    ({"refused_plan_on": after(112)}, (1, 1)),
    ({"refused_plan_on": after(113)}, (0, 1)),
    ({"refused_plan_on": after(113), "exception": "absent"}, (0, 1)),
    ({}, (0, 0)),
]
IN_TWENTY_WEEKS = [
    # Regulation 13(2): within twenty weeks of receiving the request; exceptions included.
    ({"plan_issued_on": after(139)}, (1, 1)),
    ({"plan_issued_on": after(140)}, (1, 1)),
    ({"plan_issued_on": after(141)}, (0, 1)),
    ({"plan_issued_on": after(141), "exception": "circumstances"}, (0, 1)),
    ({"plan_issued_on": after(140), "exception": "closed"}, (1, 1)),
    ({}, (0, 0)),
]
WITHOUT_EXCEPTIONS = [
    # Regulations 13(3) and 10(4)(a) to (d): a permitted exception takes a plan out of both counts.
    ({"plan_issued_on": after(140), "exception": "none"}, (1, 1)),
    ({"plan_issued_on": after(140)}, (1, 1)),
    ({"plan_issued_on": after(141), "exception": "none"}, (0, 1)),
    ({"plan_issued_on": after(141)}, (0, 1)),
    *(
        ({"plan_issued_on": after(day), "exception": exception}, (0, 0))
        for exception in ("closed", "circumstances", "absent", "recorded")
        for day in (140, 141)
    ),
]


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
@pytest.mark.parametrize(
    ("id_", "cases"),
    [
        ("ehc.decisions-within-6-weeks", IN_SIX_WEEKS),
        ("ehc.no-plan-within-16-weeks", IN_SIXTEEN_WEEKS),
        ("ehc.plans-within-20-weeks", IN_TWENTY_WEEKS),
        ("ehc.plans-within-20-weeks-excluding-exceptions", WITHOUT_EXCEPTIONS),
    ],
)
def test_clocks_of_requests(
    id_: str, cases: list[tuple[dict[str, object], tuple[int, int]]], engine: str, tmp_path: Path
) -> None:
    """Six, sixteen and twenty weeks end on day 42, 112 and 140; exceptions as the law has them."""
    areas = [f"ZZ{number:07d}" for number in range(len(cases))]
    mapping = mapping_of(
        tmp_path,
        "request",
        areas=[{"code": area, "name": area, "kind": "case"} for area in areas],
        area={"column": "case"},
    )
    rows = [
        {"case": area, "requested_on": START, **case}
        for area, (case, _) in zip(areas, cases, strict=True)
    ]
    columns = ["case", *mapping.columns]
    made = computed(
        written_table(tmp_path, rows, columns), mapping, [BY_ID[id_]], engine, date(2024, 12, 31)
    )
    by_area = {row.area: (row.count, row.of) for row in made}
    assert [by_area.get(area, (0, 0)) for area in areas] == [expected for _, expected in cases]


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
@pytest.mark.parametrize(
    ("record", "id_", "start", "stop", "limit"),
    [
        # Regulation 8: six weeks from being asked.
        ("advice", "ehc.advice-within-6-weeks", "asked_on", "given_on", 42),
        # R (L) v Devon [2022] EWHC 493 (Admin): four weeks from the meeting.
        ("review", "ehc.review-decisions-within-4-weeks", "met_on", "decided_on", 28),
        # Regulation 22(3) with the same case: twelve weeks from the meeting.
        ("review", "ehc.amended-plans-within-12-weeks", "met_on", "amended_on", 84),
    ],
)
def test_clocks_of_advice_and_reviews(  # noqa: PLR0913  # one parameter a column
    record: str, id_: str, start: str, stop: str, limit: int, engine: str, tmp_path: Path
) -> None:
    """The last day is in time, the day after is not."""
    mapping = mapping_of(tmp_path, record)
    for day, expected in ((limit - 1, 1), (limit, 1), (limit + 1, 0)):
        rows = [{start: START, stop: after(day)}]
        table = written_table(tmp_path, rows, mapping.columns)
        made = computed(table, mapping, [BY_ID[id_]], engine, date(2024, 12, 31))
        assert total(made, id_, 2024) == (expected, 1)


def test_advice_that_was_never_given_is_late_once_it_is_due(tmp_path: Path) -> None:
    """On the day before it is due it does not count; from that day on it counts as late."""
    mapping = mapping_of(tmp_path, "advice")
    table = written_table(tmp_path, [{"asked_on": START}], mapping.columns)
    id_ = "ehc.advice-within-6-weeks"
    for as_at, expected in ((after(41), (0, 0)), (after(42), (0, 1)), (after(43), (0, 1))):
        assert total(computed(table, mapping, [BY_ID[id_]], as_at=as_at), id_, 2024) == expected


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
@pytest.mark.parametrize(
    ("kind", "id_", "amended", "expected"),
    [
        # Regulation 18: before 15 February; before 31 March for post-16 institutions.
        ("school", "ehc.transfers-before-15-february", date(2024, 2, 14), (1, 1)),
        ("school", "ehc.transfers-before-15-february", date(2024, 2, 15), (0, 1)),
        ("school", "ehc.transfers-before-15-february", date(2024, 2, 16), (0, 1)),
        ("school", "ehc.transfers-before-15-february", date(2023, 11, 3), (1, 1)),
        ("school", "ehc.transfers-before-15-february", None, (0, 1)),
        ("post-16", "ehc.transfers-before-15-february", date(2024, 2, 14), (0, 0)),
        ("post-16", "ehc.transfers-before-31-march", date(2024, 3, 30), (1, 1)),
        ("post-16", "ehc.transfers-before-31-march", date(2024, 3, 31), (0, 1)),
        ("post-16", "ehc.transfers-before-31-march", date(2024, 4, 1), (0, 1)),
        ("post-16", "ehc.transfers-before-31-march", None, (0, 1)),
        ("school", "ehc.transfers-before-31-march", date(2024, 3, 30), (0, 0)),
    ],
)
def test_phase_transfers(  # noqa: PLR0913  # one parameter a column
    kind: str, id_: str, amended: date | None, expected: object, engine: str, tmp_path: Path
) -> None:
    """Plans are amended before the day that the law names: on that day it is too late."""
    mapping = mapping_of(tmp_path, "transfer")
    rows = [{"transfer_on": date(2024, 9, 1), "amended_on": amended, "kind": kind}]
    table = written_table(tmp_path, rows, mapping.columns)
    made = computed(table, mapping, [BY_ID[id_]], engine, date(2024, 12, 31))
    assert total(made, id_, 2024) == expected


def test_transfers_count_from_the_day_that_the_law_names(tmp_path: Path) -> None:
    """Before 15 February nobody is late; on that day whoever has no amended plan is."""
    mapping = mapping_of(tmp_path, "transfer")
    rows = [{"transfer_on": date(2024, 9, 1), "kind": "school"}]
    table = written_table(tmp_path, rows, mapping.columns)
    id_ = "ehc.transfers-before-15-february"
    for day, expected in ((14, (0, 0)), (15, (0, 1)), (16, (0, 1))):
        made = computed(table, mapping, [BY_ID[id_]], as_at=date(2024, 2, day))
        assert total(made, id_, 2024) == expected


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_open_cases_as_at_a_day(engine: str, tmp_path: Path) -> None:
    """Open is what began by the day and did not end by it; it is late from day 141 on."""
    mapping = mapping_of(tmp_path, "request")
    rows = [
        {"requested_on": START},
        {"requested_on": START, "plan_issued_on": after(140)},
        {"requested_on": START, "plan_issued_on": after(141)},
        {"requested_on": START, "plan_issued_on": after(142)},
        {"requested_on": START, "ended_on": after(100)},
        {"requested_on": START, "decided_on": after(30), "outcome": "N"},
        {"requested_on": START, "decided_on": after(200), "outcome": "N"},
        {"requested_on": START, "outcome": "W"},
        {"requested_on": START, "refused_plan_on": after(141)},
        {"requested_on": after(142)},
    ]
    table = written_table(tmp_path, rows, mapping.columns)
    id_ = "ehc.open-cases-over-20-weeks"
    for day, expected in ((140, (0, 5)), (141, (3, 3)), (142, (2, 3))):
        made = computed(table, mapping, [BY_ID[id_]], engine, after(day))
        assert total(made, id_) == expected


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_reviews_overdue(engine: str, tmp_path: Path) -> None:
    """Section 44(1): the twelve months start with the day itself, so the anniversary is too late."""
    mapping = mapping_of(tmp_path, "plan")
    rows = [
        {"issued_on": date(2024, 2, 29)},
        {"issued_on": date(2020, 1, 1), "reviewed_on": date(2024, 3, 1)},
        {"issued_on": date(2020, 1, 1), "reviewed_on": date(2025, 6, 1)},
        {"issued_on": date(2020, 1, 1), "ceased_on": date(2025, 2, 28)},
    ]
    table = written_table(tmp_path, rows, mapping.columns)
    id_ = "ehc.reviews-overdue"
    for day, expected in (
        (date(2025, 2, 27), (2, 4)),
        (date(2025, 2, 28), (2, 3)),
        (date(2025, 3, 1), (3, 3)),
        (date(2025, 6, 1), (2, 3)),
    ):
        assert total(computed(table, mapping, [BY_ID[id_]], engine, day), id_) == expected
