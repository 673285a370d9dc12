"""Frames of each library are made of columns, and read as plain values."""

import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal, get_args

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from sendframe.errors import LibraryMissing, UnknownName
from sendframe.frames import (
    UNREADABLE,
    ColumnKind,
    FrameLibrary,
    column_kind,
    is_missing,
    make_frame,
    read_frame,
)

CLASSES = {"pandas": pd.DataFrame, "polars": pl.DataFrame, "pyarrow": pa.Table}


@pytest.mark.parametrize("library", CLASSES)
def test_a_frame_is_of_the_library_asked_for_and_read_as_it_was(library: FrameLibrary) -> None:
    """Text, numbers, whole numbers, true and false come back; None is a missing value."""
    columns: dict[str, tuple[ColumnKind, list[Any]]] = {
        "text": ("text", ["a", None, "é"]),
        "number": ("number", [1.5, None, 0.0]),
        "whole": ("whole", [1, 2, 2**53]),
        "some": ("whole", [1, None, 3]),
        "truth": ("truth", [True, False, True]),
    }
    frame = make_frame(columns, library)
    assert type(frame) is CLASSES[library]
    assert read_frame(frame) == [(name, values) for name, (_, values) in columns.items()]


@pytest.mark.parametrize("library", CLASSES)
def test_a_frame_without_rows_has_its_columns(library: FrameLibrary) -> None:
    """Nothing is guessed from rows, so that there may be none."""
    frame = make_frame({"text": ("text", []), "whole": ("whole", [])}, library)
    assert read_frame(frame) == [("text", []), ("whole", [])]


def test_another_library_is_refused_by_name() -> None:
    """The message lists the three."""
    with pytest.raises(UnknownName, match="there are: pandas, polars, pyarrow"):
        make_frame({}, "dask")  # type: ignore[arg-type]  # a mistake on purpose


@pytest.mark.parametrize(
    ("absent", "message"),
    [
        ("narwhals.stable.v2", r"narwhals is not installed: .* 'sendframe\[frames\]'"),
        ("polars", "polars is not installed: python -m pip install 'polars'"),
    ],
)
def test_a_library_that_is_missing_is_named_with_its_command(
    absent: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An ImportError says what to install."""
    monkeypatch.setitem(sys.modules, absent, None)
    with pytest.raises(LibraryMissing, match=message):
        make_frame({"text": ("text", ["a"])}, "polars")


def test_values_of_other_types_become_plain_ones() -> None:
    """Scalars of numpy, decimals, timestamps at midnight and categories; nothing else."""
    now = datetime(2024, 1, 31, 10, 5, tzinfo=UTC)
    cells = [np.int64(3), np.float64(1.5), np.str_("x"), np.bool_(True), np.array(4), None]
    strange = [np.array([1, 2]), now, now.replace(tzinfo=None), [1], pd.Timestamp("2024-01-31")]
    numbers = [Decimal("1.50"), Decimal("NaN"), 2, float("nan"), date(2024, 1, 31), True]
    frame = pd.DataFrame(
        {"a": pd.Series(cells, dtype=object), "b": pd.Categorical(["k", None] * 3)}
    )
    frame["c"] = pd.Series([*strange, None], dtype=object)
    frame["d"] = pd.Series(numbers, dtype=object)
    columns = dict(read_frame(frame))
    assert columns["a"] == [3, 1.5, "x", True, 4, None]
    assert {type(cell) for cell in columns["a"][:4]} == {int, float, str, bool}
    assert columns["b"] == ["k", None] * 3
    assert columns["c"] == [*[UNREADABLE] * 4, date(2024, 1, 31), None]
    assert columns["d"] == [1.5, None, 2, None, date(2024, 1, 31), True]
    assert repr(UNREADABLE) == "UNREADABLE"


def test_nan_is_no_null_in_polars_and_stays() -> None:
    """Whoever reads it decides; `is_missing` takes both, and an empty text, for nothing."""
    ((_, cells),) = read_frame(pl.DataFrame({"a": [1.0, float("nan"), None]}))
    assert list(map(is_missing, cells)) == [False, True, True]
    assert [is_missing(cell) for cell in ("", "x", 0, False, UNREADABLE)] == [True, *[False] * 4]


def test_a_decimal_that_is_no_number_is_missing() -> None:
    """A signalling NaN raises nothing."""
    frame = pl.DataFrame({"a": pl.Series([Decimal("sNaN"), Decimal(1)], dtype=pl.Object)})
    ((_, cells),) = read_frame(frame)
    assert [is_missing(cell) for cell in cells] == [True, False]


def test_names_that_are_no_text_are_kept() -> None:
    """Whoever reads them says what is wrong."""
    assert read_frame(pd.DataFrame([[1, "x"]])) == [(0, [1]), (1, ["x"])]


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (pl.LazyFrame({"a": [1]}), r"give frame\.collect\(\)"),
        ({"a": [1]}, "a data frame is needed, not dict"),
        (pl.Series([1]), "a data frame is needed, not Series"),
        (None, "a data frame is needed, not NoneType"),
    ],
)
def test_what_is_no_eager_frame_is_refused(frame: object, message: str) -> None:
    """A lazy frame has no rows yet; anything else is none."""
    with pytest.raises(TypeError, match=message):
        read_frame(frame)


def test_two_columns_of_one_name_are_refused() -> None:
    """Nobody could say which of them counts."""
    with pytest.raises(ValueError, match="two columns of the frame have one name"):
        read_frame(pd.DataFrame([[1, 2]], columns=["a", "a"]))


@pytest.mark.parametrize(
    ("hint", "kind"),
    [
        (str, "text"),
        (float | None, "number"),
        (Annotated[int, "from 0"], "whole"),
        (bool, "truth"),
        (Literal["a", "b"], "text"),
        (int | str, "text"),
        (tuple[str, ...], "text"),
    ],
)
def test_the_kind_of_a_column_is_that_of_its_field(hint: Any, kind: ColumnKind) -> None:
    """What is no number, and neither true nor false, is text."""
    assert column_kind(hint) == kind
    assert kind in get_args(ColumnKind)
