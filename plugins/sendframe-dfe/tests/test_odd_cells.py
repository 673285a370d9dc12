"""Numbers, separators and files as spreadsheets write them, and cells of any kind."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_tables import (
    COLUMNS,
    ENGLAND,
    HEAD,
    HEREFORD,
    MAPPING,
    left_out,
    local,
    problems,
    shares,
    table_of,
)
from reading import DATA, read, read_text, table
from sendframe_dfe.lait import COLUMNS as LAIT_COLUMNS


@pytest.mark.parametrize(
    ("cell", "way"),
    [
        ("60.0%", "with a per cent sign"),
        ("60 %", "with a per cent sign"),
        ('"60,0"', "with a comma before decimals"),
        ('"1,060.5"', "with commas between thousands"),
        ("+60", "with a sign before them"),
    ],
)
def test_numbers_as_spreadsheets_write_them_are_told_once(cell: str, way: str) -> None:
    """One message for a column says how many cells there are, the first row, and what to change."""
    rows = [table_of(f"Total,{cell},6,10", f"{year},Calendar year") for year in range(2019, 2025)]
    made = shares(*rows)
    (message,) = problems(made)
    assert message == f"6 cells are written {way}, first here (row 2, column 'share')"
    assert "Write numbers as 60.5" in str(made.diagnostics[0].help)


@pytest.mark.parametrize(
    ("separator", "named"), [(";", "semicolons"), ("\t", "tabs"), ("|", "vertical bars")]
)
def test_other_separators_are_named(separator: str, named: str) -> None:
    """A table that is not separated by commas is refused with what to change."""
    text = f"{HEAD},{COLUMNS}\n{table_of('Total,60,6,10')}\n".replace(",", separator)
    made = read_text("dfe.table", text, mapping=MAPPING)
    (message,) = problems(made)
    assert message == f"the columns are separated by {named}, not by commas"
    assert made.diagnostics[0].location is not None
    assert made.diagnostics[0].location.line == 1


@pytest.mark.parametrize("first", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"])
def test_workbooks_are_refused_with_what_to_do(first: bytes) -> None:
    """A workbook of today and one of before 2007: save the sheet as CSV."""
    made = read("dfe.ehc-plans", "plans.xlsx", first + b" and so on")
    (message,) = problems(made)
    assert message == "the file is a workbook, not a table in CSV"
    assert "CSV UTF-8" in str(made.diagnostics[0].help)


def test_blanks_and_empty_cells_at_the_end_change_nothing() -> None:
    """Blanks around cells, empty columns at the end, and rows without them are read as others."""
    plain = table(shares(table_of("Total,60,6,10"), local(HEREFORD)))
    padded = shares(
        table_of(" Total , 60 ,6, 10,,"),
        local(HEREFORD),
        local(HEREFORD, "Total,60,6,10,,,,", "202324,Academic year"),
        columns=f" {COLUMNS},,",
    )
    assert list(plain.value) == list(table(padded).value)[:2]
    assert padded.account.rows_used == 3
    assert padded.account.columns_not_read == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            f'{HEAD},{COLUMNS}\n{table_of("Total,60,6,10")}\n202324,"Academic year,{ENGLAND}\n1\n2\n',
            3,
        ),
        (f'{HEAD},{COLUMNS}\n"{table_of("Total,60,6,10")}\n{local(HEREFORD)}\n', 2),
    ],
    ids=["to the end", "to another"],
)
def test_an_unclosed_quotation_mark_is_named_where_it_opens(text: str, line: int) -> None:
    """The row in which it opens is named, not the end of the file."""
    made = read_text("dfe.table", text, mapping=MAPPING)
    (problem,) = made.diagnostics
    assert "a quotation mark that is opened in this row is not closed" in problem.message
    assert problem.location is not None
    assert problem.location.line == line


def test_nothing_of_nothing_is_accounted_for() -> None:
    """0 of 0 is no rate: it is not read, and the account says how often and where first."""
    made = shares(table_of("Total,60,6,10"), table_of("Total,0,0,0", "202324,Academic year"))
    assert len(table(made)) == 1
    assert problems(made, "note") == [
        "1 rate is not read: the denominator is 0, first here (row 3, column 'share')"
    ]


@pytest.mark.parametrize(
    ("figures", "message"),
    [
        ("60,6,1e-320", "is no count (row 2, column 'bottom')"),
        ("60,6,-10", "-10 is no count (row 2, column 'bottom')"),
        ("60,-6,10", "-6 is no count (row 2, column 'top')"),
        ("60,6,1e400", "inf is no count (row 2, column 'bottom')"),
        ("1e308,6,10", "1e+308 is no figure (row 2, column 'share')"),
        ("NaN,6,10", "the cell is no number and no symbol (row 2, column 'share')"),
        ("60,inf,10", "the cell is no number and no symbol (row 2, column 'top')"),
        (",6,10", "the cell is empty (row 2, column 'share')"),
    ],
)
def test_numbers_that_can_be_none_are_told(figures: str, message: str) -> None:
    """A count below 0 or nearly 0, and a number beyond all figures, is an error with its cell."""
    (only,) = problems(shares(table_of(f"Total,{figures}")))
    assert message in only


def test_a_figure_below_0_is_told_and_read() -> None:
    """Some figures are below 0, no share is: it is a warning, once a column."""
    made = shares(table_of("Total,-60,c,10"), table_of("Total,-6,c,10", "202324,Academic year"))
    assert table(made)
    assert problems(made, "warning") == [
        "2 figures are below 0, first here (row 2, column 'share')"
    ]


def test_a_rate_beyond_all_figures_is_told() -> None:
    """Counts that give no rate at all are compared with what is published; both are kept."""
    (one,) = table(made := shares(table_of("Total,60,9e15,0.00001")))
    assert (one.value, one.numerator) == (60, 9e15)
    assert [problem.code for problem in made.diagnostics] == ["SFR414"]


@pytest.mark.parametrize("value", ["1e308", "nan", "-1e400"])
def test_the_interactive_tool_has_no_such_numbers_either(value: str) -> None:
    """A value of LAIT that is no figure is refused by row and column."""
    text = (DATA / "lait_send_subset.csv").read_text(encoding="utf-8-sig")
    head = text.splitlines()[0].split(",")
    row = dict.fromkeys(head, "x") | dict(
        zip(LAIT_COLUMNS, ("SENFinance", "2016-17", "Herefordshire", value, "884"), strict=True)
    )
    made = read_text("dfe.lait", f"{','.join(head)}\n{','.join(row[name] for name in head)}\n")
    assert [problem.code for problem in made.diagnostics] == ["dfe.cell"]


def test_a_number_of_400_digits_in_the_tribunal_table() -> None:
    """It is no count, and no traceback."""
    name = "tribunal_appeal_rate_2014_2024.csv"
    text = (DATA / name).read_text(encoding="utf-8-sig")
    made = read("dfe.tribunal", name, text.replace(",30,", f",{'9' * 400},").encode())
    assert {problem.code for problem in made.diagnostics if problem.severity == "error"} == {
        "dfe.cell"
    }


def test_a_row_that_does_not_say_what_it_is_about() -> None:
    """An empty cell in a column of parts is left out by name, whatever parts are asked for."""
    rows = (table_of("Total,60,6,10"), table_of(",50,5,10"), table_of("Special,40,4,10"))
    text = "\n".join([f"{HEAD},{COLUMNS}", *rows, ""])
    made = read_text("dfe.table", text, mapping=MAPPING, breakdowns=("all",))
    assert [dict(parts) for parts in table(made).dimensions] == [{}, {"phase": "Special"}]
    assert left_out(made) == ["it does not say what it is about: an empty cell in 'phase'"]


def test_a_column_of_parts_that_the_mapping_does_not_name() -> None:
    """Rows that differ in words of a column that is not read are one error that names it."""
    (file,) = MAPPING.files
    mapping = MAPPING.changed(files=(file.changed(filters=()),))
    rows = [
        table_of(f"{phase},{share},6,10") for phase, share in (("Primary", 60), ("Special", 61))
    ]
    text = "\n".join([f"{HEAD},{COLUMNS}", *rows, ""])
    made = read_text("dfe.table", text, mapping=mapping)
    of_column = [problem for problem in made.diagnostics if problem.code == "dfe.column"]
    assert "as row 2, and has other figures" in of_column[0].message
    assert "'phase' (row 3)" in of_column[0].message


ODD_CELLS = st.sampled_from(
    ["", "z", "-1", "1e-320", "1e308", "NaN", "1e400", "0", '"', "é", "\0", ";", "60%", "E06000019",
     "Total", "202425", "Tax year", "a" * 500, "\t", "2024", "9" * 400, "E99999999", "National"]
)  # fmt: skip
READERS = {
    "timeliness_20_week.csv": "dfe.ehc-plans",
    "sen_needs_all_plans.csv": "dfe.ehc-plans",
    "sen2_mi.csv": "dfe.ehc-plans",
    "tribunal_appeal_rate_2014_2024.csv": "dfe.tribunal",
    "lait_send_subset.csv": "dfe.lait",
    "sen_la.csv": "dfe.children-in-need",
}


@given(st.sampled_from(sorted(READERS)), st.randoms(use_true_random=False), ODD_CELLS)
@settings(max_examples=60)
def test_whatever_a_cell_holds_rows_are_accounted_for(name: str, random: Random, cell: str) -> None:
    """One cell is replaced, a row is cut, another row comes twice: no reader fails."""
    lines = (DATA / name).read_text(encoding="utf-8-sig").splitlines()
    place = random.randrange(len(lines))
    cells = lines[place].split(",")
    cells[random.randrange(len(cells))] = cell
    lines[place] = ",".join(cells)
    lines[-1] = lines[-1][: random.randrange(len(lines[-1]) + 1)]
    lines.insert(random.randrange(len(lines)), random.choice(lines))
    made = read(READERS[name], name, "\n".join(lines).encode())
    assert made.account.is_complete
    assert (made.table is None) == any(each.severity == "error" for each in made.diagnostics)
