"""The Local Authority Interactive Tool in long form."""

import pytest
from reading import DATA, HEREFORDSHIRE, figure, read, table

NAME = "lait_send_subset.csv"
ON_TIME = "lait.sen-ehc-excpt-20wks"


def test_every_row_is_used() -> None:
    """Each row is a figure of an indicator of the library, under the area's present code."""
    found = table(made := read("dfe.lait", NAME))
    assert made.account.rows_used == made.account.rows_read == len(found)
    assert {HEREFORDSHIRE, "E92000001", "E06000066"} <= set(found.area)


def test_published_figures() -> None:
    """Herefordshire's rate of plans within 20 weeks is that of the release it was taken from."""
    found = table(read("dfe.lait", NAME))
    assert round(figure(found, ON_TIME, HEREFORDSHIRE, "2024").value, 1) == 67.6
    assert round(figure(found, ON_TIME, "E92000001", "2023").value, 1) == 50.3


def test_what_excel_makes_of_decimals_is_undone() -> None:
    """Fifteen significant figures are what Excel keeps."""
    found = table(read("dfe.lait", NAME))
    values = [each for each in found.value if each is not None]
    assert all(
        len(repr(each).replace(".", "").replace("-", "").lstrip("0")) <= 15 for each in values
    )
    text = (DATA / NAME).read_text(encoding="utf-8")
    assert "000000000" in text


def test_missing_figures_stay_symbols() -> None:
    """A dash stands for a figure that the tool does not have."""
    found = table(read("dfe.lait", NAME))
    places = [at for at, each in enumerate(found.symbol) if each]
    assert places
    assert {found.meaning(at) for at in places} == {"no figure in LAIT"}


def test_years_are_read_by_the_type_of_the_measure() -> None:
    """Two years, outturns, years by which a measure names itself, and provisional ones."""
    found = table(read("dfe.lait", NAME))
    said = {(each.indicator, each.period.kind, each.status) for each in found}
    assert ("dfe.lait.senfinance", "financial_year", "final") in said
    assert ("dfe.lait.totfixedex", "academic_year", "final") in said
    assert ("dfe.lait.ks1p-ehcp", "reporting_year", "provisional") in said
    assert (f"dfe.{ON_TIME}", "calendar_year", "final") in said


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (",884.0,", ",999.0,", "dfe.area"),
        (",2024,", ",2024/25,", "dfe.period"),
        (",2024,", ",next year,", "dfe.period"),
        (",2016-17 (OT),", ",2016-18 (OT),", "dfe.period"),
        (",-,", ",n/a,", "dfe.cell"),
        (",-,", ",-,,", "dfe.row"),
        ("Short Desc,", "Code,", "dfe.file"),
    ],
)
def test_what_is_not_understood_is_told(old: str, new: str, code: str) -> None:
    """An unknown area or year, a value that is none: told, and nothing is used."""
    text = (DATA / NAME).read_text(encoding="utf-8")
    assert old in text
    made = read("dfe.lait", NAME, text.replace(old, new).encode())
    assert made.table is None
    assert code in {each.code for each in made.diagnostics}


def test_measures_that_are_not_known_are_left_out() -> None:
    """The plug-in knows the measures of special educational needs; others are named as left out."""
    text = (DATA / NAME).read_text(encoding="utf-8")
    made = read("dfe.lait", NAME, text.replace("SENFinance,", "Anything,").encode())
    assert table(made)
    (left_out,) = made.account.left_out
    assert left_out.reason == "its measure is not among those of the plug-in"


def test_options_choose() -> None:
    """Areas and indicators that were not asked for are left out by name."""
    made = read("dfe.lait", NAME, areas=("884",), indicators=(f"dfe.{ON_TIME}",))
    found = table(made)
    assert (set(found.area), set(found.indicator)) == ({HEREFORDSHIRE}, {f"dfe.{ON_TIME}"})
    assert {each.reason for each in made.account.left_out} == {
        "its indicator was not asked for",
        "its area was not asked for",
    }
