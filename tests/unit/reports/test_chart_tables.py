"""Tables of charts: what stands in them, and that they say what the drawings show."""

import itertools

import attrs

from sendframe.reports import (
    ChartEvent,
    TrendChart,
    charts,
)
from tests.unit.reports import chart_samples as samples
from tests.unit.reports.chart_samples import SAMPLES


def test_the_table_of_a_trend_has_a_column_for_each_series() -> None:
    """Levels are rows below the periods; the break and the event are in the note."""
    table = charts.table(samples.IN_TIME)
    assert table.columns == (
        "Period or level",
        "Herefordshire (%)",
        "England",
        "West Midlands",
        "Areas like it (mean)",
    )
    assert [cell.text for cell in table.rows[0]] == ["2019", "90.1%", "60.4%", "61.4%", "65.4%"]
    assert table.rows[-1][1].facts == ("fact/t",)
    assert table.note == (
        "2023 is not comparable with 2022: new way of counting. "
        "Before 2021: a new team writes plans."
    )


def test_the_table_of_a_trend_with_limits_names_the_signals() -> None:
    """What markers show by shape and colour is there in words."""
    table = charts.table(samples.WAITS)
    assert table.columns[-1] == "Signal"
    assert table.rows[0][-1].text == "worse, outside the limits"
    assert table.rows[7][-1].text == "none"
    assert table.note == "Before September 2025: two drop-ins open, 15 Sept."
    neutral = attrs.evolve(samples.WAITS.points[0], signal="neutral")
    table = charts.table(attrs.evolve(samples.WAITS, points=(neutral,)))
    assert table.rows[0][-1].text == "neither better nor worse, outside the limits"
    assert table.note.endswith(
        "Each figure is a signal, so the limits describe no period as it was."
    )


def test_a_trend_without_levels_has_a_plain_table() -> None:
    """An event after the last period, and a figure missing between, are named all the same."""
    last = attrs.evolve(samples.points([1.0, 2.0])[1], follows=False)
    chart = TrendChart(
        *samples.HEAD,
        "",
        (samples.points([1.0])[0], last),
        events=(ChartEvent(7, "it rained"),),
    )
    table = charts.table(chart)
    assert table.columns == ("Period", "Figure")
    assert table.note == "There is no figure between 2019 and 2020. it rained."


def test_a_shorter_past_leaves_cells_without_a_figure() -> None:
    """A comparator that ends early has a dash."""
    line = samples.past("England", "country", [1.0])
    chart = TrendChart(*samples.HEAD, "%", samples.points([1.0, 2.0]), (line,))
    assert charts.table(chart).rows[1][2].text == "–"


def test_every_kind_of_chart_has_a_table() -> None:
    """The columns are named for what the chart shows."""
    columns = {
        name: charts.table(chart).columns for name, chart in itertools.islice(SAMPLES.items(), 10)
    }
    assert columns["peers"] == ("Area", "Figure (%)", "Kind")
    assert columns["columns"] == ("Period", "requests", "refused", "withdrawn")
    assert columns["bars"] == ("What is counted", "Figure")
    assert columns["timeline"] == ("What is due", "Due", "State", "Times moved")
    assert columns["ladder"] == ("Step", "Judged")
    assert columns["pips"] == ("Shape", "Pieces")
    assert columns["pictogram"] == ("How many", "Of how many")
    assert columns["path"] == ("Place on the way", "Figure")


def test_tables_say_what_drawings_show() -> None:
    """Parts, moved dates, the step before and hollow shapes are told in words."""
    assert charts.table(samples.BARS).rows[1][0].text == "of these, refused"
    assert charts.table(samples.TIMELINE).rows[1][3].text == "1"
    assert [row[1].text for row in charts.table(samples.LADDER).rows] == ["–", "before", "–", "now"]
    same = attrs.evolve(samples.LADDER, before=3)
    assert charts.table(same).rows[3][1].text == "now, as before"
    assert charts.table(samples.PIPS).rows[1][0].text == "hollow square"
