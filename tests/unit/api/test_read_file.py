"""Reading a published file with the reader of a plug-in."""

import os
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

import pytest

from sendframe.api import read_file
from sendframe.errors import InvalidDocument, UnknownName
from sendframe.model import FrozenMap
from sendframe.plugins import (
    Account,
    Catalogue,
    Import,
    LeftOut,
    Provided,
    Reader,
    ReaderSource,
)
from sendframe.plugins._collection import Collection


def catalogue(read: Callable[[ReaderSource, object], object]) -> Catalogue:
    """Return a catalogue with one reader."""
    reader = Reader("kent.table", "Table", "A manual.", read)  # type: ignore[arg-type]
    result = Catalogue.empty()
    provided = Provided(reader, "kent", "sendframe-kent", "1.0")
    records = MappingProxyType({"kent.table": provided})
    result._collections["sendframe_readers"] = Collection(records, (), ())
    return result


def lines(source: ReaderSource, options: object) -> Import:
    """Use every line but the first."""
    del options
    count = len(source.stream.read().splitlines())
    return Import(account=Account(count, count - 1, (LeftOut("heading", 1, 1),)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a small file."""
    path = tmp_path / "table.csv"
    path.write_text("a\nb\nc\n", encoding="utf-8")
    return path


def test_a_reader_is_handed_an_open_file_and_no_path(file: Path) -> None:
    """It learns name and size, and cannot write."""
    messages: list[tuple[str, int, bool]] = []

    def read(source: ReaderSource, options: object) -> Import:
        messages.append((source.name, source.size, source.stream.writable()))
        return lines(source, options)

    result = read_file(file, "kent.table", catalogue=catalogue(read))
    assert messages == [("table.csv", 6, False)]
    assert result.made is not None
    assert result.made.account.rows_used == 2
    assert result.made_by == "kent (sendframe-kent 1.0)"


@pytest.mark.parametrize(
    "read",
    [
        lambda _source, _options: 1 / 0,
        lambda _source, _options: "figures",
        lambda _source, _options: Import(account=Account(3, 2)),
    ],
    ids=["raises", "no import", "rows unaccounted for"],
)
def test_a_reader_that_fails_is_named(file: Path, read: Callable[..., object]) -> None:
    """Nothing of the file is used, and the failure is reported without its text."""
    result = read_file(file, "kent.table", catalogue=catalogue(read))
    assert result.made is None
    (failure,) = result.failures
    assert failure.contribution == "kent.table"
    assert failure.error_type in (
        "ZeroDivisionError",
        "it returns something else than an Import",
        "its account does not cover every row",
    )


def test_options_are_checked_against_the_reader(file: Path) -> None:
    """A reader without options takes none."""
    options = FrozenMap({"a": 1})
    result = read_file(file, "kent.table", options=options, catalogue=catalogue(lines))
    assert result.made is None
    assert result.failures[0].phase == "options"


def test_an_unknown_reader_is_reported_with_those_there_are(file: Path) -> None:
    """The names are in the message."""
    with pytest.raises(UnknownName, match=r"kent\.table"):
        read_file(file, "kent.tabel", catalogue=catalogue(lines))


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A folder, a missing file and a pipe are reported, and nothing waits."""
    for name in ("missing.csv", ""):
        with pytest.raises(InvalidDocument, match="SFR017"):
            read_file(tmp_path / name, "kent.table", catalogue=catalogue(lines))
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    with pytest.raises(InvalidDocument, match="it is a device or a pipe"):
        read_file(pipe, "kent.table", catalogue=catalogue(lines))


@pytest.mark.parametrize("title", ["", "Children with a plan\n\n"])
def test_no_reader_sees_a_list_of_children(file: Path, title: str) -> None:
    """It is refused by its columns, below a title too, and nothing but these is repeated."""
    file.write_text(f"{title}UPN,Surname,Value\nB801200005001,Reed,3\n", encoding="utf-8")

    def read(_source: ReaderSource, _options: object) -> Import:
        raise AssertionError

    with pytest.raises(InvalidDocument) as caught:
        read_file(file, "kent.table", catalogue=catalogue(read))
    (problem,) = caught.value.diagnostics
    assert problem.code == "SFR705"
    assert problem.location.line == title.count("\n") + 1
    assert "Reed" not in str(caught.value)
    assert "B801200005001" not in str(caught.value)


def test_a_column_of_children_far_below_is_left_to_the_reader(file: Path) -> None:
    """Ten lines are looked at; what a reader makes of more is its own affair."""
    file.write_text("a\n" * 10 + "UPN\n", encoding="utf-8")
    assert read_file(file, "kent.table", catalogue=catalogue(lines)).made is not None
