"""The tribunal's appeal rates: read as published, never derived."""

import pytest
from reading import DATA, HEREFORDSHIRE, figure, read, table

NAME = "tribunal_appeal_rate_2014_2024.csv"


def test_both_series_are_read_as_published() -> None:
    """Of 2024 there are two rates; neither is worked out from its counts."""
    found = table(read("dfe.tribunal", NAME))
    rate = figure(found, "tribunal-appeal-rate", HEREFORDSHIRE, "2024")
    other = figure(found, "tribunal-appeal-rate-in-development", HEREFORDSHIRE, "2024")
    assert (rate.value, rate.numerator, rate.denominator) == (1.6, None, 1_846)
    assert (other.value, other.numerator, other.denominator) == (2.6, None, 1_139)
    assert figure(found, "tribunal-appeals", HEREFORDSHIRE, "2024").value == 30
    assert figure(found, "tribunal-appeal-rate", "E92000001", "2014").value == 1.6


def test_every_row_is_accounted_for() -> None:
    """Titles, headings, footnotes and areas without a number are left out by name."""
    made = read("dfe.tribunal", NAME)
    assert table(made)
    reasons = {each.reason for each in made.account.left_out}
    assert "it is a note below the table" in reasons
    assert "it has no DfE number: England total excluding suppressed" in reasons


def test_a_number_of_another_area_is_told() -> None:
    """The table gives Northamptonshire the number of Nottingham: the row is left out."""
    made = read("dfe.tribunal", NAME)
    (told,) = [each for each in made.diagnostics if each.severity == "warning"]
    assert "Nottingham" in told.message
    assert "E06000018" not in table(made).area


def test_symbols_and_dashes() -> None:
    """A dash is no appeal; what is not available or not explained stays a symbol."""
    found = table(read("dfe.tribunal", NAME))
    assert figure(found, "tribunal-appeals", "E06000009", "2024").value == 21
    blackpool = figure(found, "tribunal-appeal-rate-in-development", "E06000009", "2024")
    assert (blackpool.value, blackpool.symbol) == (None, "x")
    assert figure(found, "tribunal-appeals", "E06000063", "2014").symbol == ".."
    assert figure(found, "tribunal-appeals", "E09000001", "2024").value == 0


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Appeals registered4", "Something else", "dfe.column"),
        ("Herefordshire,884", "Herefordshire,999", "dfe.area"),
        ("1.60%", "1.60", "dfe.cell"),
        ("Herefordshire,884,", "Herefordshire,884,,", "dfe.row"),
        ("Local Authority,LA code", "Area,Number", "dfe.file"),
    ],
)
def test_what_is_not_understood_is_told(old: str, new: str, code: str) -> None:
    """Another layout, an unknown area, a cell that is no figure: nothing is used."""
    text = (DATA / NAME).read_text(encoding="utf-8-sig")
    assert old in text
    made = read("dfe.tribunal", NAME, text.replace(old, new).encode())
    assert made.table is None
    assert code in {each.code for each in made.diagnostics if each.severity == "error"}


def test_only_areas_asked_for() -> None:
    """An option names the areas."""
    found = table(read("dfe.tribunal", NAME, areas=("884",)))
    assert set(found.area) == {HEREFORDSHIRE}


def test_rows_may_lack_empty_cells_at_their_end() -> None:
    """A spreadsheet leaves them out: the row is read as if they were there."""
    lines = (DATA / NAME).read_text(encoding="utf-8-sig").split("\n")
    cut = [line.rstrip(",") if line.startswith("Herefordshire") else line for line in lines]
    header = next(line for line in lines if line.startswith("Local Authority"))
    longer = [f"{line},,," if line == header else line for line in cut]
    found = table(read("dfe.tribunal", NAME, "\n".join(longer).encode(), areas=("884",)))
    assert figure(found, "tribunal-appeals", HEREFORDSHIRE, "2024").value == 30
