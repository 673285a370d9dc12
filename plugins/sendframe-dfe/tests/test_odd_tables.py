"""Rows, periods, cells and files as publishers and spreadsheets make them. Figures are invented."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import DATA, HEREFORDSHIRE, read, read_text, table
from sendframe_dfe.lait import COLUMNS as LAIT_COLUMNS

from sendframe.plugins import (
    FrozenMap,
    Import,
    MappedFigure,
    MappedFile,
    MappedFilter,
    Quantity,
    Release,
    ReleaseMapping,
    SymbolMeaning,
    Text,
)

HEAD = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,"
    "region_name,old_la_code,new_la_code,la_name"
)
COLUMNS = "phase,share,top,bottom"
ENGLAND = "National,E92000001,England,,,,,"
MAPPING = ReleaseMapping(
    id="mine",
    title=Text(default="A table"),
    release=Release(id="a-table", title="A table", publisher="A publisher"),
    symbols=FrozenMap({"c": SymbolMeaning(kind="suppressed", meaning="suppressed")}),
    files=(
        MappedFile(
            title="Shares",
            recognised_by=("share", "bottom"),
            filters=(MappedFilter(column=("phase",), whole=("Total",), dimension="phase"),),
            figures=(
                MappedFigure(
                    indicator="share",
                    value=Quantity(column=("share",)),
                    numerator=Quantity(column=("top",)),
                    denominator=Quantity(column=("bottom",)),
                    factor=100,
                ),
            ),
        ),
    ),
)


def shares(*rows: str, head: str = HEAD, columns: str = COLUMNS) -> Import:
    """Return what the reader of any table makes of rows."""
    text = "\n".join([f"{head},{columns}", *rows, ""])
    return read_text("dfe.table", text, mapping=MAPPING)


def local(area: str, figures: str = "Total,60,6,10", when: str = "202425,Academic year") -> str:
    """Return a row of a local authority: DfE code, GSS code and name, and its figures."""
    return f"{when},Local authority,E92000001,England,E12000005,West Midlands,{area},{figures}"


def whole(figures: str, when: str = "202425,Academic year") -> str:
    """Return a row of England."""
    return f"{when},{ENGLAND},{figures}"


def left_out(made: Import) -> list[str]:
    """Return why rows were left out."""
    assert made.account.is_complete
    return [group.reason for group in made.account.left_out]


def problems(made: Import, severity: str = "error") -> list[str]:
    """Return the messages of a severity."""
    return [problem.message for problem in made.diagnostics if problem.severity == severity]


HEREFORD = '884,E06000019,"Herefordshire, County of"'


@pytest.mark.parametrize(
    ("area", "named"),
    [
        ("z,z,Unknown", "Unknown (z)"),
        ("z,z,Not applicable", "Not applicable (z)"),
        ("z,z,Outside England", "Outside England (z)"),
        (
            "314 / 318,E09000021 / E09000027,Kingston upon Thames / Richmond upon Thames",
            "Kingston upon Thames / Richmond upon Thames (E09000021 / E09000027)",
        ),
        ("702,z,British Forces", "British Forces (z)"),
        ("999,E06000999,Nowhere", "Nowhere (E06000999)"),
        ("884,E06000999,Herefordshire", "Herefordshire (E06000999)"),
        ("660,W06000001,Isle of Anglesey", "Isle of Anglesey (W06000001)"),
        (",,", "no name ()"),
    ],
)
def test_areas_that_the_register_does_not_know_are_left_out_by_name(area: str, named: str) -> None:
    """The rest of the file is read, and the account names the area."""
    made = shares(local(HEREFORD), local(area))
    assert list(table(made).area) == [HEREFORDSHIRE]
    assert left_out(made) == [f"its area is none that the register knows: {named}"]


def test_regions_that_are_none_are_left_out_by_name() -> None:
    """A region without a code is named too."""
    row = "202425,Academic year,Regional,E92000001,England,z,Outside of England and unknown,,,,Total,60,6,10"
    made = shares(whole("Total,60,6,10"), row)
    assert list(table(made).area) == ["E92000001"]
    (reason,) = left_out(made)
    assert reason.endswith("Outside of England and unknown (z)")


@pytest.mark.parametrize(
    ("area", "message"),
    [
        (
            '884,E06000018,"Herefordshire, County of"',
            "the GSS code E06000018 is that of Nottingham, and the name is 'Herefordshire, County of'",
        ),
        (
            '892,E06000019,"Herefordshire, County of"',
            "the DfE code 892 that of Nottingham",
        ),
        ("884,E06000019,Nottingham", "and the name is 'Nottingham'"),
        ("999,E06000019,Herefordshire", "the DfE code 999 that of no known area"),
        ("884,Herefordshire,E06000019", "the GSS code stands as the name"),
        ("884,E12000005,West Midlands", "which is a region"),
    ],
)
def test_codes_and_name_of_a_row_must_agree(area: str, message: str) -> None:
    """Only then, columns may have been swapped: nothing is read."""
    made = shares(local(HEREFORD), local(area, when="202324,Academic year"))
    (told,) = problems(made)
    assert message in told
    assert "swapped" in str(made.diagnostics[0].help)


@pytest.mark.parametrize(
    ("code", "name", "is_read"),
    [
        ("E12000006", "East of England", True),
        ("E12000006", "East", True),
        ("E12000003", "Yorkshire and the Humber", True),
        ("E12000009", "South West", True),
        ("E12000009", "South East", False),
        ("E12000008", "East of England", False),
    ],
)
def test_names_of_regions_may_be_shorter_and_not_others(
    code: str, name: str, *, is_read: bool
) -> None:
    """Words such as "East" stand in several names: all of the shorter name must be in the other."""
    row = f"202425,Academic year,Regional,E92000001,England,{code},{name},,,,Total,60,6,10"
    made = shares(row)
    assert (made.table is not None) == is_read
    assert is_read or "may have been swapped" in str(made.diagnostics[0].help)


def test_codes_that_ended_in_2013_are_known() -> None:
    """Older files have Gateshead and Northumberland under the codes that they had until 2013."""
    made = shares(local("390,E08000020,Gateshead"), local("929,E06000048,Northumberland"))
    assert list(table(made).area) == ["E08000037", "E06000057"]


def test_many_unknown_areas_are_counted_together() -> None:
    """After a hundred names the others are counted without theirs: the account stays short."""
    rows = [local(f"z,z,Nowhere {number}") for number in range(150)]
    reasons = left_out(shares(local(HEREFORD), *rows))
    assert len(reasons) == 101
    assert reasons[-1] == "its area is none that the register knows: others"


@pytest.mark.parametrize(
    ("when", "period"),
    [
        ("202425,Academic year", "2024/25"),
        ("202425,Academic year Q1", "quarter 1 of 2024/25"),
        ("202425,Autumn term", "autumn term 2024/25"),
        ("202425,Autumn and spring term", "2024/25 to 30 April 2025"),
        ("202425,Spring term", "spring term 2024/25"),
        ("202425,Summer term", "summer term 2024/25"),
        ("2024,Calendar year", "2024"),
        ("2024,Calendar year Q4", "quarter 4 of 2024"),
        ("202425,Financial year", "2024-25"),
        ("202425,Financial year Q2", "quarter 2 of 2024-25"),
        ("202425,Part 1 (April to September)", "2024-25 to 30 September 2024"),
        ("2024,Reporting year", "reporting year 2024"),
        ("2024,January", "January 2024"),
        ("2024,December", "December 2024"),
        ("2024,Week 1", "week 1 of 2024"),
        ("2024,Week 52", "week 52 of 2024"),
    ],
)
def test_each_time_identifier_of_the_standard_is_read(when: str, period: str) -> None:
    """Years, terms, quarters, parts of years, months and weeks."""
    assert [str(one) for one in table(shares(whole("Total,60,6,10", when))).period] == [period]


@pytest.mark.parametrize(
    "identifier", ["Tax year", "Tax year Q3", "Part 2 (October to March)", "tax YEAR"]
)
def test_periods_that_no_figure_can_be_of_are_left_out_by_name(identifier: str) -> None:
    """A tax year begins on 6 April, and half a year is no period here: the rest is read."""
    made = shares(whole("Total,60,6,10"), whole("Total,60,6,10", f"202425,{identifier}"))
    assert len(table(made)) == 1
    assert left_out(made) == [f"no figure can be of this period yet: '{identifier}'"]


@pytest.mark.parametrize(
    ("when", "message"),
    [
        ("2024,Academic year", "is one year, and 'Academic year' needs two"),
        ("2024,Autumn and spring term", "is one year, and 'Autumn and spring term' needs two"),
        ("202425,Calendar year", "is two years, and 'Calendar year' needs one"),
        ("202426,Academic year", "names two years that do not follow each other"),
        ("24,Calendar year", "time_period '24' is no year"),
        ("2024,Week 53", "there is no 'Week 53' of 2024"),
        ("9999,Calendar year", "there is no 'Calendar year' of 9999"),
        ("2024,Moon year", "time_identifier 'Moon year' is none"),
        ("Calendar year,2024", "stand in each other's column"),
    ],
)
def test_a_period_that_is_none_is_refused_with_the_reason(when: str, message: str) -> None:
    """Only where the two cells stand in each other's column it is said that they may be swapped."""
    made = shares(whole("Total,60,6,10", when))
    assert message in problems(made)[0]
    assert ("swapped" in str(made.diagnostics[0].help)) == ("each other's" in message)


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
    rows = [whole(f"Total,{cell},6,10", f"{year},Calendar year") for year in range(2019, 2025)]
    made = shares(*rows)
    (message,) = problems(made)
    assert message == f"6 cells are written {way}, first here (row 2, column 'share')"
    assert "Write numbers as 60.5" in str(made.diagnostics[0].help)


@pytest.mark.parametrize(
    ("separator", "named"), [(";", "semicolons"), ("\t", "tabs"), ("|", "vertical bars")]
)
def test_other_separators_are_named(separator: str, named: str) -> None:
    """A table that is not separated by commas is refused with what to change."""
    text = f"{HEAD},{COLUMNS}\n{whole('Total,60,6,10')}\n".replace(",", separator)
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
    plain = table(shares(whole("Total,60,6,10"), local(HEREFORD)))
    padded = shares(
        whole(" Total , 60 ,6, 10,,"),
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
        (f'{HEAD},{COLUMNS}\n{whole("Total,60,6,10")}\n202324,"Academic year,{ENGLAND}\n1\n2\n', 3),
        (f'{HEAD},{COLUMNS}\n"{whole("Total,60,6,10")}\n{local(HEREFORD)}\n', 2),
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
    made = shares(whole("Total,60,6,10"), whole("Total,0,0,0", "202324,Academic year"))
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
    (told,) = problems(shares(whole(f"Total,{figures}")))
    assert message in told


def test_a_figure_below_0_is_told_and_read() -> None:
    """Some figures are below 0, no share is: it is a warning, once a column."""
    made = shares(whole("Total,-60,c,10"), whole("Total,-6,c,10", "202324,Academic year"))
    assert table(made)
    assert problems(made, "warning") == [
        "2 figures are below 0, first here (row 2, column 'share')"
    ]


def test_a_rate_beyond_all_figures_is_told() -> None:
    """Counts that give no rate at all are compared with what is published; both are kept."""
    (one,) = table(made := shares(whole("Total,60,9e15,0.00001")))
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
    rows = (whole("Total,60,6,10"), whole(",50,5,10"), whole("Special,40,4,10"))
    text = "\n".join([f"{HEAD},{COLUMNS}", *rows, ""])
    made = read_text("dfe.table", text, mapping=MAPPING, breakdowns=("all",))
    assert [dict(parts) for parts in table(made).dimensions] == [{}, {"phase": "Special"}]
    assert left_out(made) == ["it does not say what it is about: an empty cell in 'phase'"]


def test_a_column_of_parts_that_the_mapping_does_not_name() -> None:
    """Rows that differ in words of a column that is not read are one error that names it."""
    (file,) = MAPPING.files
    mapping = MAPPING.changed(files=(file.changed(filters=()),))
    rows = [whole(f"{phase},{share},6,10") for phase, share in (("Primary", 60), ("Special", 61))]
    text = "\n".join([f"{HEAD},{COLUMNS}", *rows, ""])
    made = read_text("dfe.table", text, mapping=mapping)
    told = [problem for problem in made.diagnostics if problem.code == "dfe.column"]
    assert "as row 2, and has other figures" in told[0].message
    assert "'phase' (row 3)" in told[0].message


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
