"""The section of the districts, on a copy of Wyeford that uses the plug-in."""

from pathlib import Path

import attrs
from sendframe_council_example import districts
from sendframe_council_example.districts import Options

import sendframe
from sendframe.plugins import FrozenMap, Portfolio, Section, Strategy, Table
from sendframe.testing import run

(KIND,) = districts.sections()


def _loaded(folder: Path) -> Portfolio:
    portfolio = sendframe.load(folder)
    assert isinstance(portfolio, Portfolio)
    return portfolio


def _rows(section: Section | None) -> list[list[str]]:
    assert section is not None
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    return [[cell.text for cell in row] for row in table.rows]


def _with_extension(portfolio: Portfolio, extension: FrozenMap[str]) -> Portfolio:
    """Return a portfolio whose first priority has another extension."""
    documents = []
    for document in portfolio.documents:
        changed = document
        if isinstance(document, Strategy) and document.priorities:
            first, *others = document.priorities
            extensions = FrozenMap({"marlbeck": extension})
            first = first.changed(extensions=extensions)
            changed = document.changed(priorities=(first, *others))
        documents.append(changed)
    return attrs.evolve(portfolio, documents=tuple(documents))


def test_priorities_stand_under_their_districts(wyeford: Path) -> None:
    """Those of the whole area come first; a district has its board paper."""
    rows = _rows(run(KIND, _loaded(wyeford)))
    places = [row[0] for row in rows]
    assert places == sorted(places, key=lambda place: (place != "Whole area", place))
    (middle,) = (row for row in rows if row[0] == "Middle Vale")
    assert middle[3] == "7/2025"


def test_the_figure_is_left_out_where_it_is_not_wanted(wyeford: Path) -> None:
    """The option leaves out the figure, and without the indicator there is none."""
    section = run(KIND, _loaded(wyeford), options=Options(show_figure=False))
    assert section is not None
    assert [type(block) for block in section.blocks] == [Table]


def test_an_extension_that_cannot_be_read_is_named(wyeford: Path) -> None:
    """A value made in Python is not dropped."""
    broken = _with_extension(_loaded(wyeford), FrozenMap({"wards": "all"}))
    assert "District not readable" in {row[0] for row in _rows(run(KIND, broken))}


def test_no_priority_is_no_section(wyeford: Path) -> None:
    """Without a plan the section is left out."""
    portfolio = _loaded(wyeford)
    kept = tuple(item for item in portfolio.documents if not isinstance(item, Strategy))
    assert run(KIND, attrs.evolve(portfolio, documents=kept)) is None
