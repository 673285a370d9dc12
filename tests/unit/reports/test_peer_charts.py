"""Titles of charts, charts of peers, charts of columns, and small charts."""

import attrs
import pytest

from sendframe.reports._chart_data import (
    column_chart,
    peers_chart,
    spark,
)
from sendframe.reports._chart_model import Dot
from sendframe.reports._chart_title import peers_title, trend_title
from sendframe.reports._context import BuildContext
from sendframe.reports._phrase import figure_text
from tests.unit.reports.chart_context import in_time


def test_titles_say_level_and_below(wye: BuildContext) -> None:
    """Figures that are printed the same are level, and a change of nothing is none."""
    result = in_time(wye)
    (first, *_) = result.comparisons
    assert result.change is not None
    assert result.latest is not None
    for value, words in ((result.latest.value, "level with Ardenia"), (99.0, "below Ardenia")):
        latest = first.points[-1].changed(value=value)
        compared = {"country": first.changed(points=(latest,))}
        assert trend_title(result, compared).endswith(words)  # type: ignore[arg-type]  # a word of the parameters
    still = result.changed(change=result.change.changed(amount=0.01))
    assert trend_title(still, {}) == "Stayed at 66.8% in 2024"
    fell = result.changed(change=result.change.changed(amount=-3.0))
    assert trend_title(fell, {}) == "Fell to 66.8% in 2024"
    alone = result.changed(change=None)
    assert trend_title(alone, {}) == "66.8% in 2024"
    without = first.changed(points=(first.points[-1].changed(value=None),))
    assert trend_title(alone, {"country": without}) == "66.8% in 2024"


def test_peers_have_the_roles_that_lines_have(here: BuildContext) -> None:
    """England, the region and the neighbours, the highest first."""
    chart = peers_chart(here, in_time(here))
    assert chart is not None
    roles = {dot.label: dot.role for dot in chart.dots}
    assert (roles["England"], roles["West Midlands"]) == ("country", "region")
    assert roles["Herefordshire"] == "area"
    assert sum(role == "near" for role in roles.values()) == 10
    values = [dot.value or 0.0 for dot in chart.dots]
    assert values == sorted(values, reverse=True)
    assert chart.title == "3 of 10 areas like it have a better figure in 2024"
    assert not chart.lower_is_better


def test_no_peers_without_a_better_side_or_others(here: BuildContext) -> None:
    """A neutral rate, a figure that is missing and an area alone have no such chart."""
    result = in_time(here)
    assert peers_chart(here, result.changed(direction="neutral")) is None
    assert peers_chart(here, result.changed(latest=None)) is None
    assert peers_chart(here, result.changed(comparisons=())) is None
    single = tuple(item for item in result.comparisons if item.method == "single")
    assert peers_chart(here, result.changed(comparisons=single)) is None
    group = next(item for item in result.comparisons if item.method == "mean")
    point = group.points[-1]
    two = group.changed(points=(point.changed(members=point.members[:2]),))
    assert peers_chart(here, result.changed(comparisons=(two,))) is None
    assert peers_chart(here, result.changed(comparisons=(two, *single))) is not None


@pytest.mark.parametrize(
    ("direction", "others", "words"),
    [
        ("higher", [70.0, 60.0], "1 of 2 areas like it has a better figure in 2024"),
        ("lower", [70.0, 80.0], "None of 2 areas like it has a better figure in 2024"),
        ("lower", [30.0, 20.0, None], "All of 2 areas like it have a better figure in 2024"),
    ],
)
def test_the_title_of_peers_counts_those_that_do_better(
    wye: BuildContext, direction: str, others: list[float | None], words: str
) -> None:
    """Better is higher or lower, as the indicator has it."""
    result = in_time(wye)
    assert result.latest is not None
    changed = result.changed(direction=direction)
    members = [Dot("Overdale", value, "", "near") for value in others]
    assert peers_title(changed, 66.8, members, result.latest.period) == words
    elsewhere = [attrs.evolve(dot, role="other") for dot in members]
    title = peers_title(changed, 66.8, elsewhere, result.latest.period)
    assert title == words.replace("areas like it", "other areas")


def test_counts_are_columns_with_their_parts(here: BuildContext) -> None:
    """A part has the periods of the whole, and a dash of words where it has no figure."""
    whole = next(
        result for result in here.evaluation.indicators if result.is_count and result.points
    )
    part = whole.changed(points=whole.points[1:], numerator="of them late")
    chart = column_chart(here, whole, part)
    assert [len(series.points) for series in chart.series] == [len(whole.points)] * 2
    assert chart.series[1].label == "of them late"
    assert (chart.series[1].points[0].text, chart.series[1].points[0].facts) == ("no figure", ())
    assert chart.series[1].points[1].value == whole.points[1].value


def test_a_spark_does_not_repeat_the_figures_beside_it(wye: BuildContext) -> None:
    """Neither the latest figure nor the one before, which stand beside it, are in its description."""
    result = in_time(wye)
    first, before, latest = (figure_text(result, result.points[at]) for at in (0, -2, -1))
    described = spark(wye, result).description
    assert first in described
    assert before not in described
    assert latest not in described
    two = result.changed(points=result.points[-2:])
    assert spark(wye, two).description == f"{result.title}, Wyeford: 2023 to 2024."
    one = result.changed(points=result.points[-1:], change=None)
    assert spark(wye, one).description == f"{result.title}, Wyeford: 2024."
    assert (
        spark(wye, result.changed(points=())).description == f"{result.title}, Wyeford: no figure."
    )
