"""What the reader makes of published files equals an independent reading with pandas."""

import pandas as pd
import pytest
from reading import DATA, read, table
from sendframe_dfe.releases import mapping_named

from sendframe.plugins import MappedFigure, MappedFile, Observation, Quantity

FILES = (
    "timeliness_20_week",
    "requests",
    "assessments",
    "annual_reviews",
    "ceased_plans",
    "caseload",
    "sen_needs_all_plans",
    "sen2_mi",
)


def frame_of(name: str) -> pd.DataFrame:
    """Return the rows of an extract as text, with the names of columns in small letters."""
    frame = pd.read_csv(DATA / f"{name}.csv", dtype=str, encoding="utf-8-sig")
    return frame.rename(columns=str.lower)


def file_of(frame: pd.DataFrame) -> MappedFile:
    """Return the file of a mapping whose columns a frame has."""
    names = ("ehc-plans-2025", "ehc-plans-2022")
    files = [file for name in names for file in mapping_named(name).files]
    known = set(frame.columns)
    (file,) = (one for one in files if {name.lower() for name in one.recognised_by} <= known)
    return file


def total(frame: pd.DataFrame, quantity: Quantity | None) -> float:
    """Return the sum of what a quantity names, in rows where all of it is a number."""
    if quantity is None:
        return 0.0
    names = [name.lower() for name in quantity.column if name.lower() in frame.columns][:1]
    numbers = frame[names or [name.lower() for name in quantity.sum_of]]
    return float(numbers.apply(pd.to_numeric, errors="coerce").sum(axis=1, skipna=False).sum())


def agrees(one: Observation, figure: MappedFigure) -> bool:
    """Say whether a rate is the one of its counts, as far as it has both."""
    if one.value is None or one.numerator is None or not one.denominator:
        return True
    rate = one.numerator / one.denominator * (figure.factor or 1)
    return one.value == pytest.approx(rate, abs=1e-9)


def plain(figure: MappedFigure) -> bool:
    """Say whether a figure is a count: rates are compared elsewhere, one by one."""
    return figure.factor is None and figure.value is not None


@pytest.mark.parametrize("name", FILES)
def test_totals_and_rows_equal_those_of_pandas(name: str) -> None:
    """Of each count the sum over all areas and years is the same, and so is the number of rows."""
    made = read("dfe.ehc-plans", f"{name}.csv")
    figures, frame = table(made), frame_of(name)
    file = file_of(frame)
    assert made.account.rows_read == len(frame)
    for mapped in file.filters:
        labels = frame[mapped.column[0]].str.lower()
        frame = frame[labels.isin([label.lower() for label in mapped.whole])]
    assert made.account.rows_used == len(frame)
    compared = 0
    for figure in filter(plain, file.figures):
        values = (
            one.value
            for one in figures
            if (one.indicator, one.dimensions) == (figure.indicator, figure.dimensions)
            and one.value is not None
        )
        assert sum(values) == total(frame, figure.value)
        compared += 1
    apart: list[Observation] = []
    counted = {figure.indicator for figure in file.figures} - {
        figure.indicator for figure in filter(plain, file.figures)
    }
    for figure in file.figures:
        if figure.indicator not in counted or figure.denominator is None:
            continue
        rates = [
            one
            for one in figures
            if (one.indicator, one.dimensions) == (figure.indicator, figure.dimensions)
        ]
        assert len(rates) <= len(frame)
        apart += [one for one in rates if not agrees(one, figure)]
        compared += len(rates)
    assert compared > 0
    reported_rows = {
        problem.location.line
        for problem in made.diagnostics
        if problem.code == "SFR414" and problem.location is not None
    }
    assert {one.source_row for one in apart} == reported_rows


@pytest.mark.parametrize("name", FILES)
def test_every_column_is_read_or_named_as_not_read(name: str) -> None:
    """Columns that are used and columns that the account names are all columns of the file."""
    made = read("dfe.ehc-plans", f"{name}.csv")
    header = (DATA / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines()[0].split(",")
    unread = set(made.account.columns_not_read)
    quantities = [
        quantity
        for figure in file_of(frame_of(name)).figures
        for quantity in (figure.value, figure.numerator, figure.denominator)
        if quantity is not None
    ]
    named = {
        column.lower() for quantity in quantities for column in (*quantity.column, *quantity.sum_of)
    }
    keys = {"time_period", "time_identifier", "geographic_level", "country_code", "country_name",
            "region_code", "region_name", "old_la_code", "new_la_code", "la_name",
            "breakdown_topic", "breakdown"}  # fmt: skip
    assert unread == {column for column in header if column.lower() not in named | keys}
