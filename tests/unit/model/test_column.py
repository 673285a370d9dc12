"""Columns of a table of figures, and the numbers that stand in one as text."""

import gc
import pickle
from math import isnan
from typing import Any

import pytest

from sendframe.errors import InvalidValue
from sendframe.model import (
    CalendarYear,
    Coded,
    CodedBuilder,
    Integers,
    NumberParser,
    Numbers,
    Observations,
    is_number_text,
    paused_garbage_collection,
)


def test_columns_of_different_kinds_differ() -> None:
    """A column equals no list and no column of another kind."""
    assert Numbers([1.0]) != Integers([1])
    assert Numbers([1.0]) != [1.0]
    assert repr(Coded(["a", "b"])) == "Coded(of 2 rows)"


COLUMNS = [
    pytest.param(Coded, ["a", None, "b", "a"], id="coded"),
    pytest.param(Numbers, [1.5, None, 0.0, -7.0], id="numbers"),
    pytest.param(Integers, [7, None, 0, 9], id="integers"),
]


@pytest.mark.parametrize(("kind", "rows"), COLUMNS)
def test_a_part_of_a_column_is_a_column(kind: type[Any], rows: list[object]) -> None:
    """A slice gives the rows that a list would, and equals the column made of them."""
    column = kind(rows)
    for part in (slice(1, 3), slice(None, None, -2), slice(2, None), slice(9, None)):
        assert list(column[part]) == rows[part]
        assert column[part] == kind(rows[part])


@pytest.mark.parametrize(("kind", "rows"), COLUMNS)
def test_equal_columns_stand_for_one_another(kind: type[Any], rows: list[object]) -> None:
    """A column made of equal rows, and one that was pickled, is equal and has the same hash."""
    column = kind(rows)
    copies = [kind(tuple(rows)), pickle.loads(pickle.dumps(column))]  # our own bytes
    assert {column, *copies} == {column}
    assert list(copies[1]) == rows


@pytest.mark.parametrize(("kind", "rows"), COLUMNS)
def test_nothing_in_a_column_can_change(kind: type[Any], rows: list[object]) -> None:
    """Its attributes cannot be set or deleted, nor its numbers written through the buffer."""
    column = kind(rows)
    with pytest.raises(AttributeError, match="a column cannot be changed: _array"):
        column._array = column[:1]._array
    with pytest.raises(AttributeError, match="a column cannot be changed: _array"):
        del column._array
    with pytest.raises(TypeError):
        column.buffer[0] = column.buffer[1]
    assert list(column) == rows


def test_values_that_no_row_holds_are_left_out() -> None:
    """Of the values given to a coded column those that occur are kept, in the order of rows."""
    column = Coded.of_codes(("a", "b", "c"), [2, 0, 2])
    assert (column.values, list(column)) == (("c", "a"), ["c", "a", "c"])


@pytest.mark.parametrize("decimals", [[-1], [1.0], ["1"]])
def test_decimals_are_whole_numbers(decimals: list[object]) -> None:
    """Decimals that nothing can be printed with are refused by name."""
    year = CalendarYear(year=2024)
    with pytest.raises(InvalidValue, match="whole numbers from 0") as caught:
        Observations.of_columns(
            indicator=["rate"], area=["E06000019"], period=[year], value=[1.0],
            decimals=decimals,  # type: ignore[arg-type]  # what it must refuse
        )  # fmt: skip
    assert caught.value.pointer == "/decimals"


NUMBERS = ["71.0", "71", "-0.50", "1e3", "1.25E+1", "5e-05"]
OTHERS = ["", "nan", "inf", "1_000", "+1", ".5", "5.", " 1", "1\n2", "٣", "1" * 17, "c", "1e"]


@pytest.mark.parametrize("times", [1, 20])
def test_only_digits_make_a_number(times: int) -> None:
    """What Python takes for a number beyond digits, point and exponent is none in a table."""
    cells = [*NUMBERS, *OTHERS] * times
    numbers = NumberParser().numbers(cells)
    assert (
        list(NumberParser().numbers(NUMBERS * times)) == [float(cell) for cell in NUMBERS] * times
    )
    assert [isnan(number) for number in numbers] == [cell in OTHERS for cell in cells]
    assert [is_number_text(cell) for cell in cells] == [cell in NUMBERS for cell in cells]
    decimals = [1, 0, 2, 0, 1, 5, *[-1] * len(OTHERS)] * times
    assert list(NumberParser().decimals(cells)) == decimals


def test_no_cells_hold_no_numbers() -> None:
    """An empty column is read as one."""
    assert len(NumberParser().numbers([])) == len(NumberParser().decimals([])) == 0


def test_more_texts_than_are_remembered_are_still_read() -> None:
    """A file of very many different numbers is read like any other."""
    parser = NumberParser()
    many = [f"{number}.5" for number in range(20_000)]
    for cells in (many, ["7.25", *many[:3]]):
        assert list(parser.numbers(cells)) == list(map(float, cells))
    assert list(parser.decimals(many)) == [1] * len(many)
    assert list(parser.decimals(["7.25", many[0]])) == [2, 1]


def test_codes_are_given_before_rows_are_added() -> None:
    """A reader may look up the code of a cell first, and add its rows later."""
    builder = CodedBuilder(float)
    codes = builder.codes_of(["71", "8"])
    assert list(builder.column()) == []
    builder.extend_codes(codes)
    assert list(builder.column()) == [71.0, 8.0]


def test_collection_that_was_off_stays_off() -> None:
    """Pausing within a pause does not end the outer one."""
    with paused_garbage_collection():
        with paused_garbage_collection():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
