"""Mappings that say that the counts are right where the published figure differs from them."""

from typing import Any

import attrs
import pytest
from invented_tables import HEAD, MAPPING, problems, table_of
from reading import read_text, table

from sendframe.plugins import Import

(FILE,) = MAPPING.files
(SHARE,) = FILE.figures
COUNTED = attrs.evolve(
    MAPPING, files=(attrs.evolve(FILE, figures=(attrs.evolve(SHARE, rate_from="counts"),)),)
)


def shares(figures: str, columns: str = "share,top,bottom", mapping: Any = COUNTED) -> Import:
    """Return what the reader of any table makes of two rows: the given one and a sound one."""
    sound = ",".join(
        {"share": "50", "top": "5", "bottom": "10"}[name] for name in columns.split(",")
    )
    rows = [table_of(f"Total,{figures}"), table_of(f"Total,{sound}", "202324,Academic year")]
    return read_text(
        "dfe.table", "\n".join([f"{HEAD},phase,{columns}", *rows, ""]), mapping=mapping
    )


def test_the_rate_of_the_counts_is_the_figure_and_the_row_is_named() -> None:
    """71.0 is published for 66 of 110: the figure is 60, without a fault, and a note says so."""
    made = shares("71.0,66,110")
    one, __ = table(made)
    assert (one.value, one.numerator, one.denominator) == (60, 66, 110)
    (note,) = made.diagnostics
    assert (note.code, note.severity, note.location.line) == ("SFR414", "note", 2)
    assert note.message == "the counts give 60.00, and 71 is published (row 2, column 'share')"
    assert "rate_from" in note.help


def test_without_that_rule_the_published_figure_and_the_counts_are_kept() -> None:
    """The same row of a mapping that says nothing of it: a warning, and 71 for 66 of 110."""
    made = shares("71.0,66,110", mapping=MAPPING)
    one, __ = table(made)
    assert (one.value, one.numerator, one.denominator) == (71, 66, 110)
    assert [(each.code, each.severity) for each in made.diagnostics] == [("SFR414", "warning")]


@pytest.mark.parametrize(
    ("published", "named"), [("57.1", 0), ("57.2", 1), ("57.0", 1), ("57.14", 0)]
)
def test_what_agrees_but_for_rounding_is_not_named(published: str, named: int) -> None:
    """4 of 7 are 57.142857 per cent: 57.1 is that rounded, and 57.0 is another number."""
    made = shares(f"{published},4,7")
    one, __ = table(made)
    assert one.value == pytest.approx(400 / 7)
    assert [each.code for each in made.diagnostics] == ["SFR414"] * named


@pytest.mark.parametrize("figures", ["60,c,10", "60,6,c"])
def test_without_a_count_there_is_no_figure(figures: str) -> None:
    """The published figure is only compared, so that a symbol in a count is that of the figure."""
    one, __ = table(shares(figures))
    assert (one.value, one.symbol) == (None, "c")


def test_a_figure_that_is_suppressed_is_not_worked_out() -> None:
    """Its counts would disclose it."""
    one, __ = table(shares("c,6,10"))
    assert (one.value, one.symbol) == (None, "c")


def test_of_nothing_there_is_no_rate() -> None:
    """A published rate of 0 of 0 is left out and counted, as in any mapping."""
    (one,) = table(made := shares("60,0,0"))
    assert one.value == 50
    assert problems(made, "note") == [
        "1 rate is not read: the denominator is 0, first here (row 2, column 'share')"
    ]


def test_a_file_without_the_counts_has_no_figure() -> None:
    """The published figure does not stand in for the rate; the missing column is named."""
    made = shares("71.0,110", "share,bottom")
    assert made.table is None or len(made.table) == 0
    assert "the file has no column 'top', so share is not read" in problems(made, "note")[0]
