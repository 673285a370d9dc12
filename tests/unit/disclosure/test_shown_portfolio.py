"""What plug-ins read of a portfolio whose report is public has no figure that is hidden."""

from sendframe.disclosure import disclose, shown_portfolio
from sendframe.figures import figures_of
from sendframe.model import IndicatorSet, Observations, ObservationSet, Portfolio
from tests.unit.conftest import rate, seen, small, text
from tests.unit.disclosure.hiding import CAUTIOUS, DAY

THINGS = IndicatorSet(
    id="more",
    title=text("More"),
    indicators=(rate(id="schools", unit="count", factor=None, counts_of="things"),),
)
ROWS = (
    seen(2021, 35, 57),
    seen(2022, 4, 8, release="r1"),
    seen(2022, 3, 7, release="r2"),
    seen(2022, 2, None, indicator="schools", value=2.0),
    seen(2023, None, None, symbol="x"),
    seen(2024, 2, 9, indicator="unknown"),
)


def public(portfolio: Portfolio, table: Observations | None = None) -> Portfolio:
    """Return what is shown of a portfolio, whose figures are those of a table."""
    figures = figures_of(
        portfolio.observations if table is None else table,
        portfolio.indicators().values(),
        as_at=DAY,
    )
    return shown_portfolio(portfolio, disclose(figures, CAUTIOUS))


def numbers(portfolio: Portfolio) -> list[tuple[object, ...]]:
    """Return the numbers of each figure of the table; those of the documents must be the same."""
    (document,) = portfolio.of(ObservationSet)
    by_table, by_document = (
        [(row.value, row.symbol, row.numerator, row.denominator) for row in rows]
        for rows in (portfolio.observations, document.observations)
    )
    assert by_table == by_document
    return by_table


def test_a_hidden_figure_has_no_number_and_no_release_of_it_has() -> None:
    """4 of 8 was an earlier release of 3 of 7; figures of things and what is shown stay."""
    hidden = (None, "c", None, None)
    shown = public(small(rate(), *ROWS, documents=(THINGS,)))
    assert numbers(shown) == [
        (35 / 57 * 100, None, 35.0, 57.0),
        hidden,
        hidden,
        (2.0, None, 2.0, None),
        (None, "x", None, None),
        hidden,
    ]
    (document,) = shown.of(ObservationSet)
    assert document.symbols["c"].kind == "suppressed"
    assert document.symbols["x"].meaning == "not available"


def test_where_nothing_is_hidden_nothing_changes() -> None:
    """The documents are the same values, so that places in files stay known."""
    portfolio = small(rate(), seen(2021, 35, 57))
    shown = public(portfolio)
    assert shown == portfolio
    assert all(map(lambda one, other: one is other, shown.documents, portfolio.documents))
    assert not shown.is_valid
    portfolio.mark_valid()
    assert public(portfolio).is_valid


def test_of_figures_that_were_not_disclosed_nothing_is_shown() -> None:
    """Those of the documents, where others were evaluated in their place."""
    portfolio = small(rate(), *ROWS[:1])
    others = small(rate(), seen(2020, 30, 60)).observations
    assert numbers(public(portfolio, others)) == [(None, "c", None, None)]
    empty = small(rate())
    assert numbers(public(empty)) == []
