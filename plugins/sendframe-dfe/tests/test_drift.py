"""What changes from year to year in published files, and files that are broken."""

import csv
from io import StringIO
from typing import Any

import pytest
from reading import DATA, figure, read, table
from sendframe_dfe.hooks import readers

from sendframe.plugins import Import, ReaderSource, Release, SymbolMeaning

NAME = "timeliness_20_week.csv"
LATER = Release(id="later", title="A later release", publisher="Department for Education")


def text() -> str:
    """Return an extract as text, without its byte order mark."""
    return (DATA / NAME).read_text(encoding="utf-8-sig")


def changed(*pairs: tuple[str, str]) -> bytes:
    """Return the extract with some words changed."""
    found = text()
    for old, new in pairs:
        assert old in found
        found = found.replace(old, new)
    return found.encode()


def written(rows: list[list[str]]) -> bytes:
    """Return rows as a file."""
    out = StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def told(made: Import) -> list[str]:
    """Return the codes of the errors."""
    assert made.table is None
    return [each.code for each in made.diagnostics if each.severity == "error"]


@pytest.mark.parametrize(
    "data",
    [
        changed(("PC_plans_issued_20_weeks_ex", "pc_plans_issued_20_weeks_ex")),
        changed(("plans_issued_den_ex", "Plans_Issued_DEN_EX")),
        changed(("All EHC plans issued", "All EHC plans")),
        changed(("All EHC plans issued", "all ehc plans issued ")),
        text().encode(),
        text().replace("\n", "\r\n").encode(),
        b"A title,,\n,,\n" + text().encode() + b"1. A footnote.\n\n",
    ],
    ids=["lower", "upper", "renamed", "spaces", "no mark", "CRLF", "title and footnote"],
)
def test_drift_changes_no_figure(data: bytes) -> None:
    """Case, renamed labels, byte order mark, line ends, titles and footnotes change nothing."""
    plain = table(read("dfe.ehc-plans", NAME))
    found = table(read("dfe.ehc-plans", NAME, data))
    said = [(each.indicator, each.area, each.period, each.value, each.symbol) for each in plain]
    assert said == [
        (each.indicator, each.area, each.period, each.value, each.symbol) for each in found
    ]


def test_a_misspelt_column_is_suggested() -> None:
    """A column that is nearly there is named with the figure that is not read for it."""
    data = changed(("pc_plans_issued_gt_1_year,", "pc_plans_isued_gt_1_year,"))
    data = data.replace(b"plans_issued_gt_1_year,", b"plans_issued_gt_1_years,", 1)
    made = read("dfe.ehc-plans", NAME, data)
    notes = {each.suggestion for each in made.diagnostics if each.severity == "note"}
    assert "pc_plans_isued_gt_1_year" in notes


def test_a_column_that_stands_twice_must_agree() -> None:
    """Cells of a column that is read and stands twice are held against each other."""
    rows = list(csv.reader(StringIO(text())))
    twice = [[*row, row[13]] for row in rows]
    assert table(read("dfe.ehc-plans", NAME, written(twice)))
    twice[3][-1] += "9"
    assert told(read("dfe.ehc-plans", NAME, written(twice))) == ["dfe.cell"]


def test_a_later_release_must_be_named() -> None:
    """A file with newer figures is not taken for a release that is known."""
    data = changed(("2024,", "2026,"))
    assert told(read("dfe.ehc-plans", NAME, data)) == ["dfe.release"]
    found = table(read("dfe.ehc-plans", NAME, data, release=LATER, status="provisional"))
    assert (set(found.release), set(found.status)) == ({"later"}, {"provisional"})


def test_unknown_symbols_are_told_and_can_be_explained() -> None:
    """A symbol that the release does not explain is told by row and column; an option explains."""
    data = changed((",x,x,x,x,x,x,x,x", ",:,x,x,x,x,x,x,x"))
    made = read("dfe.ehc-plans", NAME, data)
    assert set(told(made)) == {"dfe.cell"}
    assert "row 2, column 'plans_issued_gt20weeks_ltYear'" in made.diagnostics[-1].message or any(
        "row 2, column 'plans_issued_gt20weeks_ltYear'" in each.message for each in made.diagnostics
    )
    known: Any = {":": SymbolMeaning(kind="not_available", meaning="not available")}
    assert table(read("dfe.ehc-plans", NAME, data, symbols=known))


def test_swapped_columns_are_noticed() -> None:
    """Numerator and denominator under each other's name give rates that nobody published."""
    header, rest = text().split("\n", 1)
    names = header.split(",")
    one, two = names.index("plans_issued_den_ex"), names.index("plans_issued_20_weeks_ex")
    names[one], names[two] = names[two], names[one]
    made = read("dfe.ehc-plans", NAME, f"{','.join(names)}\n{rest}".encode())
    assert "dfe.swapped" in told(made)
    names = header.split(",")
    one, two = names.index("new_la_code"), names.index("la_name")
    names[one], names[two] = names[two], names[one]
    made = read("dfe.ehc-plans", NAME, f"{','.join(names)}\n{rest}".encode())
    assert set(told(made)) == {"dfe.area"}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "the file is empty"),
        (b"\n\n\n", "the file is empty"),
        (b"a,b\n1,2\n", "no row of the first 50"),
        (text()[: len(text()) // 2].encode(), "the row has"),
        (text().encode("utf-16"), "not UTF-8"),
        (text().encode("utf-16-le"), "NUL character"),
        (text().replace("Herefordshire", "Herefordshiré").encode("latin-1"), "not UTF-8"),
        (text().encode() + b'"unclosed', "not CSV"),
        (b"x" * 2_000_000, "a line has more than"),
        (b"PK\x03\x04 and so on", "the file is a workbook"),
        (text().replace("2019,Calendar", "2019,Moon").encode(), "'Moon year' is none of explore"),
        (text().split("\n")[0].encode(), "no row of the file is used"),
    ],
    ids=[
        "empty", "blank", "other", "cut off", "UTF-16", "UTF-16 without mark", "Latin-1",
        "quote", "long", "workbook", "period", "header alone",
    ],
)  # fmt: skip
def test_broken_files_are_refused(data: bytes, words: str) -> None:
    """A file that cannot be read is told in words, with the line where there is one."""
    made = read("dfe.ehc-plans", NAME, data)
    assert made.table is None
    assert any(words in each.message for each in made.diagnostics)
    assert made.account.is_complete


def test_the_file_of_another_release() -> None:
    """What is lacking is said of the table that comes nearest."""
    made = read("dfe.neet", NAME)
    assert "no row of the first 50" in made.diagnostics[0].message
    assert "lacks" in made.diagnostics[0].message


class Endless:
    """A file that claims to be two gigabytes, and must not be read."""

    def read(self, size: int = -1) -> bytes:
        """Fail."""
        raise AssertionError(size)

    readline = readinto = read


def test_a_file_of_two_gigabytes_is_refused_unread() -> None:
    """The size decides before anything is read."""
    (reader,) = (each for each in readers() if each.id == "dfe.ehc-plans")
    stream: Any = Endless()
    source = ReaderSource("huge.csv", 2_000_000_000, stream)
    made = reader.read(source, reader.options())
    assert "1,000,000,000 are read at most" in made.diagnostics[0].message


def test_problems_are_counted_not_listed_without_end() -> None:
    """Of one kind of problem a hundred are told, and the rest are counted."""
    lines = text().splitlines()
    broken = [line.replace(",Calendar year", ",Moon") for line in lines[1:]] * 5
    made = read("dfe.ehc-plans", NAME, "\n".join([lines[0], *broken]).encode())
    periods = [each for each in made.diagnostics if each.code == "dfe.period"]
    assert len(periods) == 101
    assert "more problems of this kind" in periods[-1].message


def test_an_area_that_nobody_knows_is_told() -> None:
    """An option that names no area is an error; a code that the file has need not be known."""
    assert told(read("dfe.ehc-plans", NAME, areas=("999",))) == ["dfe.area"]
    data = changed(("E06000019", "ZZ0000001"))
    assert set(table(read("dfe.ehc-plans", NAME, data, areas=("ZZ0000001",))).area) == {"ZZ0000001"}


def test_options_that_match_nothing_are_told() -> None:
    """A breakdown or an indicator that the file does not have is named, with those there are."""
    made = read("dfe.ehc-plans", NAME, breakdowns=("gender",), indicators=("dfe.plans-issued", "x"))
    assert table(made)
    warned = [each for each in made.diagnostics if each.code == "dfe.option"]
    assert ["'x'" in warned[0].message, "'gender'" in warned[1].message] == [True, True]
    assert warned[1].help == "There are: sex."


def test_figures_have_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with more figures than any release has is refused before memory runs out."""
    monkeypatch.setattr("sendframe_dfe.mapped_file.MOST_FIGURES", 10)
    made = read("dfe.ehc-plans", NAME)
    assert "more than 10 figures" in made.diagnostics[-1].message


def test_levels_that_are_not_read() -> None:
    """Rows about other kinds of areas are left out by name."""
    data = changed(("Regional", "Opportunity area"))
    made = read("dfe.ehc-plans", NAME, data)
    assert table(made)
    reasons = {each.reason for each in made.account.left_out}
    assert "its geographic level is not read: Opportunity area" in reasons


def test_areas_without_a_known_code_are_kept() -> None:
    """The code of a fictional area, which no register holds, stands as it is."""
    data = changed(("E06000019", "ZZ0000001"))
    found = table(read("dfe.ehc-plans", NAME, data))
    assert figure(found, "plans-issued", "ZZ0000001", "2024").value > 0
