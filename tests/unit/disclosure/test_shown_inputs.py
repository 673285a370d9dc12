"""Hashes in reports are of what is shown: no hidden count can be guessed from them."""

from pathlib import Path

import pytest

from sendframe.api import disclosed_evaluation, figures_for, make_reports
from sendframe.disclosure import shown_inputs
from sendframe.documents import dump_portfolio, load_folder
from sendframe.figures import figures_of
from sendframe.model import CalendarYear, Input, Observations, Portfolio
from sendframe.plugins import Catalogue
from tests.unit.conftest import AREA, small
from tests.unit.disclosure.hiding import DAY, count, seen_count

CATALOGUE = Catalogue.discover(third_party=False)


def of_parts(folder: Path, young: int, older: int) -> Portfolio:
    """Return the portfolio of a folder with plans by age: a total and three parts."""
    rows = (
        seen_count("plans", 63),
        seen_count("plans", young, age="young"),
        seen_count("plans", older, age="older"),
        seen_count("plans", 40, age="oldest"),
    )
    dump_portfolio(small(count("plans"), *rows), folder)
    return load_folder(folder)


def inputs(portfolio: Portfolio) -> dict[str, Input]:
    """Return the input files that reports name, by path."""
    figures = figures_for(portfolio)
    evaluation = disclosed_evaluation(portfolio, figures, catalogue=CATALOGUE).evaluation
    return {file.path: file for file in evaluation.inputs}


def test_another_table_that_fits_has_the_same_hashes(tmp_path: Path) -> None:
    """3 and 20 are hidden; with 2 and 21 every byte of every report is the same."""
    one, other = of_parts(tmp_path / "one", 3, 20), of_parts(tmp_path / "other", 2, 21)
    assert one.inputs != other.inputs
    assert inputs(one) == inputs(other)
    pages = [
        [report.files(name) for report in make_reports(each, catalogue=CATALOGUE)]
        for each in (one, other)
        for name in ("html", "json")
    ]
    assert pages[:2] == pages[2:]


@pytest.mark.parametrize(("young", "older"), [(13, 10), (10, 13)])
def test_the_hash_is_of_what_is_shown(tmp_path: Path, young: int, older: int) -> None:
    """Where another figure is shown it is another one; documents without figures keep theirs."""
    before, after = of_parts(tmp_path / "a", 11, 12), of_parts(tmp_path / "b", young, older)
    old, new = inputs(before), inputs(after)
    changed = {path for path in old if old[path] != new[path]}
    assert changed == {path for path in old if old[path].form == "shown"} != set()
    whole = {file.path: file for file in before.inputs}
    assert all(file == whole[path] for path, file in old.items() if file.form != "shown")
    assert not {file.form for file in before.inputs} & {"shown"}


def test_figures_of_no_file_are_in_no_hash() -> None:
    """As those of a table that was made in Python."""
    year = CalendarYear(year=2024)
    table = Observations.of_columns(indicator=["plans"], area=[AREA], period=[year], value=[63.0])
    file = Input(path="a.json", sha256="0" * 64, form="rfc8785")
    assert shown_inputs([file], figures_of(table, [count("plans")], as_at=DAY)) == (file,)
