"""Tables of figures: what is read, what is refused and where."""

import re
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sendframe.testing
from sendframe.documents import _table_columns
from sendframe.documents._table import read_table
from sendframe.documents._table_columns import read_columns
from sendframe.documents._table_problems import MOST_TOLD
from sendframe.documents._table_text import written_table
from sendframe.model import (
    FrozenMap,
    Observation,
    Observations,
    ObservationSet,
    ObservedArea,
    Origin,
    Release,
    SymbolMeaning,
    Text,
)

META = ObservationSet(
    id="figures",
    title=Text(default="Figures"),
    symbols=FrozenMap(
        {
            "c": SymbolMeaning(kind="suppressed", meaning="hidden"),
            "r1 x": SymbolMeaning(kind="not_available", meaning="not available"),
        }
    ),
    areas=(
        ObservedArea(code="E06000019", name="Herefordshire", kind="local-authority"),
        ObservedArea(code="E92000001", name="England", kind="country"),
    ),
    releases=(Release(id="r1", title="Release", publisher="DfE"),),
)
HEAD = "indicator,area,period_kind,period,value,retrieved_on,release,denominator,dimension.need\n"
GOOD = "late,E06000019,calendar_year,2024,67.6,2026-01-31,r1,333,\n"


def problems_of(data: str | bytes) -> list[tuple[str, int | None, int | None]]:
    """Return code, line and column of each problem of a table; each has a help."""
    raw = data.encode() if isinstance(data, str) else data
    _, problems = read_table(raw, "figures.csv", META)
    assert all(problem.help and problem.location.file == "figures.csv" for problem in problems)
    return [(problem.code, problem.location.line, problem.location.column) for problem in problems]


def test_a_sound_table_has_no_problem() -> None:
    """A row is a figure with the line it was read from; empty cells are absent."""
    table, problems = read_table((HEAD + GOOD).encode(), "figures.csv", META)
    assert problems == []
    (row,) = table
    assert table.origin(0) == Origin("figures.csv", 2)
    assert (row.value, row.denominator, row.numerator) == (67.6, 333.0, None)
    assert row.dimensions == FrozenMap()


def test_byte_order_mark_blank_lines_and_crlf_do_not_matter() -> None:
    """What spreadsheets write is read, and lines are counted as the editor counts them."""
    data = b"\xef\xbb\xbf" + (HEAD + "\n\n" + GOOD).replace("\n", "\r\n").encode()
    table, problems = read_table(data, "figures.csv", META)
    assert problems == []
    assert list(table.origin_line) == [4]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"indicator\xff", ("SFR401", 1, 1)),
        (b"PK\x03\x04 and what else is in a workbook", ("SFR401", 1, 1)),
        ((HEAD + GOOD).encode() + b"\xff", ("SFR401", 3, 1)),
        (HEAD + "a\0b\n", ("SFR401", 2, 1)),
        (HEAD + GOOD + '"open\n', ("SFR401", 3, 1)),
        (HEAD + 'a"b"c,"d"e\n', ("SFR401", 2, 1)),
        ("", ("SFR402", 1, 1)),
        (HEAD.replace("release", "UPN") + "no row is read", ("SFR705", 1, 1)),
        ("Forename;Surname;Date of birth\nRowan;Reed;3/5/2011", ("SFR705", 1, 1)),
        (HEAD.replace("value", "valeu"), ("SFR402", 1, 1)),
        (HEAD.replace("value,", ""), ("SFR402", 1, 1)),
        (HEAD.replace("release", "value"), ("SFR402", 1, 1)),
        (HEAD.replace("dimension.need", "dimension. need"), ("SFR402", 1, 1)),
        (HEAD + GOOD.replace(",333", ",333,1"), ("SFR403", 2, 1)),
        (HEAD + GOOD.replace("calendar_year", "year"), ("SFR403", 2, 16)),
        (HEAD + GOOD.replace("2024", "2024/25"), ("SFR403", 2, 30)),
        (HEAD + GOOD.replace("2026-01-31", "2026-W05-6"), ("SFR403", 2, 40)),
        (HEAD + GOOD.replace("2026-01-31", "20260131"), ("SFR403", 2, 40)),
        (HEAD + GOOD.replace("2026-01-31", "2026-02-30"), ("SFR403", 2, 40)),
        (HEAD + GOOD.replace("2026-01-31", "1826-01-31"), ("SFR403", 2, 40)),
        (HEAD + GOOD.replace("333", "many"), ("SFR403", 2, 54)),
        (HEAD + GOOD.replace("333", "-1"), ("SFR403", 2, 54)),
        (HEAD + GOOD.replace("late", "not an id"), ("SFR403", 2, 1)),
        (HEAD + GOOD.replace("67.6", "z"), ("SFR404", 2, 35)),
        (HEAD + GOOD.replace("67.6", ""), ("SFR404", 2, 35)),
        (HEAD + GOOD.replace("67.6", "nan"), ("SFR404", 2, 35)),
        (HEAD + GOOD.replace("67.6", "1,5"), ("SFR403", 2, 1)),
        (HEAD + GOOD + "\n" + GOOD, ("SFR405", 4, 1)),
        (HEAD + GOOD.replace("333", "0"), ("SFR406", 2, 35)),
        (HEAD + GOOD.replace("67.6", "1e300"), ("SFR406", 2, 35)),
        (HEAD + GOOD.replace("E06000019", "E06000018"), ("SFR201", 2, 6)),
        (HEAD + GOOD.replace("r1", "r2"), ("SFR201", 2, 51)),
    ],
)
def test_each_problem_has_its_place(data: str | bytes, place: tuple[str, int, int]) -> None:
    """One mistake is one problem, with code, line and column of the cell."""
    assert problems_of(data) == [place]


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        *(
            (
                (HEAD + GOOD).replace(",", sign),
                ("SFR402", 1, 1),
                f"separated by {name}, not by commas",
            )
            for sign, name in ((";", "semicolons"), ("\t", "tabs"), ("|", "vertical bars"))
        ),
        ((HEAD + GOOD).replace("\n", ",,\n"), ("SFR402", 1, 1), "2 columns have no name"),
        ((HEAD + GOOD).replace("\n", ", \n"), ("SFR402", 1, 1), "a column has no name"),
        (HEAD + GOOD.replace("late", '"late') + GOOD, ("SFR401", 2, 1), "the table is not CSV"),
        *(
            (HEAD + GOOD.replace("67.6", number), ("SFR404", 2, 35), "as tables write it")
            for number in (
                "60.0%",
                '"50,0"',
                " 50",
                "1 234",
                "+5",
                "\u22125",
                "£12",
                '"1,234.5"',
                "5 %",
            )
        ),
        (HEAD + GOOD.replace("333", '"1,333"'), ("SFR403", 2, 54), "not a number"),
    ],
)
def test_the_habits_of_spreadsheets_have_one_message(
    data: str, place: tuple[str, int, int], words: str
) -> None:
    """It says what to change; a quotation mark that is never closed has the line where it opens."""
    _, (problem,) = read_table(data.encode(), "figures.csv", META)
    assert words in problem.message
    assert (problem.code, problem.location.line, problem.location.column) == place
    assert "not a number" not in problem.message or "digits alone" in (problem.help or "")


@pytest.mark.parametrize("sign", ["\u2028", "\x0b", "\x0c", "\x85", "\x1c", '""'])
def test_only_line_breaks_count_as_lines(sign: str) -> None:
    """Signs that Python's splitlines breaks at do not shift the lines below."""
    data = HEAD + GOOD.replace(",\n", f',"a{sign}b"\n') + GOOD.replace("67.6", "z")
    assert problems_of(data) == [("SFR404", 3, 35)]


def test_lines_may_end_with_a_carriage_return() -> None:
    """A table whose lines end with CR alone is read, and its problems have their line."""
    data = (HEAD + GOOD + GOOD.replace("67.6", "z")).replace("\n", "\r")
    assert problems_of(data) == [("SFR404", 3, 35)]


def test_cells_of_several_lines_have_their_place() -> None:
    """A row with a line break in a cell is reported at the beginning of the cell."""
    head = "dimension.need,indicator,area,period_kind,period,value\n"
    row = '"one, ""two""\nthree",late,E06000019,calendar_year,2024,z\n'
    assert problems_of(head + row) == [("SFR404", 3, 42)]
    table, problems = read_table((head + row.replace("z", "1")).encode(), "figures.csv", META)
    assert problems == []
    assert list(table.origin_line) == [2]


CELLS = st.lists(st.sampled_from(["x", ",", '""', "\n", "\r\n", "\r"]), max_size=4)


@given(
    st.lists(st.tuples(CELLS, st.sampled_from(["", "\n", "\r\n\r\n"])), min_size=1, max_size=9),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.integers(1, 4),
)
def test_each_row_has_the_line_in_which_it_begins(
    rows: list[tuple[list[str], str]], end: str, at_a_time: int
) -> None:
    """Whatever line breaks its cells have, and blank lines: as if lines were counted one by one."""
    text, lines = f"dimension.need,indicator,area,period_kind,period,value{end}", []
    for number, (cell, blank) in enumerate(rows):
        text += blank
        lines.append(len(re.findall("\r\n|\r|\n", text)) + 1)
        text += f'"{"".join(cell)}{number}",late,E06000019,calendar_year,2024,1{end}'
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_table_columns, "ROWS_AT_A_TIME", at_a_time)
        table = read_columns(text.encode(), "figures.csv", META)
    assert table is not None
    assert list(table.origin_line) == lines


def test_many_problems_are_counted() -> None:
    """After a hundred problems the rest are counted in one more."""
    data = HEAD + GOOD.replace("67.6", "z") * (MOST_TOLD + 7)
    _, problems = read_table(data.encode(), "figures.csv", META)
    assert len(problems) == MOST_TOLD + 1
    assert "7 more problems" in problems[-1].message


def test_a_symbol_in_a_table_with_a_problem_is_no_problem() -> None:
    """Where another row is wrong, a row with a symbol of the set is still sound."""
    wrong = GOOD.replace("2024", "2023").replace("67.6", "z")
    assert problems_of(HEAD + GOOD.replace("67.6", "c") + wrong) == [("SFR404", 3, 35)]


def test_the_row_of_a_published_file() -> None:
    """It is a number from 1; all else is reported at its cell."""
    head = "indicator,area,period_kind,period,value,source_file,source_row\n"
    row = "late,E06000019,calendar_year,2024,7,plans.csv,"
    ((figure,), problems) = read_table(f"{head}{row}12\n".encode(), None, META)
    assert (figure.source_file, figure.source_row, problems) == ("plans.csv", 12, [])
    for wrong in ("0", "-1", "x", "1.5", "9999999999"):
        _, (problem,) = read_table(f"{head}{row}{wrong}\n".encode(), None, META)
        assert (problem.code, "source_row" in problem.message) == ("SFR403", True)


def test_suggestions() -> None:
    """A column, a kind of period and an area that are nearly right are suggested."""
    for data, wanted in (
        (HEAD.replace("period_kind", "period kind"), "period_kind"),
        (HEAD + GOOD.replace("calendar_year", "calender_year"), "calendar_year"),
        (HEAD + GOOD.replace("E06000019", "E06000091"), "E06000019"),
    ):
        _, (problem,) = read_table(data.encode(), None, META)
        assert problem.suggestion == wanted


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=6)


@st.composite
def tables(draw: st.DrawFn) -> list[Observation]:
    """Draw figures for one table."""
    rows: dict[Any, Observation] = {}
    for row in draw(st.lists(sendframe.testing.values(Observation), max_size=6)):
        parts = draw(st.dictionaries(st.sampled_from(["need", "age"]), WORDS))
        new = row.changed(
            area=draw(st.sampled_from([area.code for area in META.areas])),
            symbol=None if row.symbol is None else draw(st.sampled_from(["c", "x"])),
            release=draw(st.sampled_from([None, "r1"])),
            source_file=None if row.source_file is None else draw(WORDS),
            dimensions=FrozenMap(parts),
        )
        rows[new.indicator, new.area, new.period, new.dimensions, new.release] = new
    return list(rows.values())


def test_rows_are_written_in_the_order_of_their_keys() -> None:
    """By indicator first, then by area, period and part; the order they came in does not matter."""
    rows = [
        "early,E06000019,calendar_year,2024,1.0,final\n",
        "late,E06000019,calendar_year,2023,2.0,final\n",
        "late,E06000019,calendar_year,2024,3.0,final\n",
        "late,E92000001,calendar_year,2023,4.0,final\n",
    ]
    head = "indicator,area,period_kind,period,value,status\n"
    for order in (rows, rows[::-1], rows[2:] + rows[:2]):
        table, problems = read_table((head + "".join(order)).encode(), "figures.csv", META)
        assert problems == []
        assert written_table(table).decode() == head + "".join(rows)


@given(tables(), st.randoms())
def test_a_table_comes_back_the_same(rows: list[Observation], random: Random) -> None:
    """What is written as a table is read back as equal figures, in whichever order they came."""
    kept = [item.changed(retrieved_on=None) for item in rows]
    data = written_table(Observations.of((item, Origin()) for item in kept))
    again, problems = read_table(data, "figures.csv", META)
    assert problems == []
    assert set(again) == set(kept)
    random.shuffle(kept)
    assert written_table(Observations.of((item, Origin()) for item in kept)) == data


def test_an_empty_last_cell_is_told_where_it_would_stand() -> None:
    """The place of an empty cell at the end of a row is just behind its last comma."""
    head = "indicator,area,period_kind,period,value\n"
    row = "late,E06000019,calendar_year,2024,"
    for end in ("\n", ""):
        assert problems_of(head + row + end) == [("SFR404", 2, len(row) + 1)]


@pytest.mark.parametrize(
    ("first", "places"),
    [
        ("rate,ZZ0000001,calendar_year,2024,3,7", "column 4, 5, 6"),
        ("rate,ZZ0000001,calendar_year,year,3", "column 5"),
        ("rate,(1),<2,3,~4", "column 2, 3, 4, ..."),
    ],
)
def test_a_table_without_a_header_is_told_by_its_numbers(first: str, places: str) -> None:
    """Their columns are named, the first three; the numbers, which may be small counts, are not."""
    _, problems = read_table(f"{first}\n".encode(), "t.csv", META)
    message = problems[0].message
    assert message == f"the first line has numbers in place of names, in {places}"
    assert not any(f"'{name}'" in problem.message for problem in problems for name in "1234567")


@pytest.mark.parametrize(
    ("cell", "shown"), [("3p", "this text"), ("z", "'z'"), ("<5", "this text")]
)
def test_a_count_with_a_mark_is_not_repeated(cell: str, shown: str) -> None:
    """A symbol that the set does not explain is."""
    row = GOOD.replace("67.6", cell)
    assert row != GOOD
    _, problems = read_table((HEAD + row).encode(), "t.csv", META)
    assert problems[0].message.startswith(f"{shown} is neither a number nor a symbol")
