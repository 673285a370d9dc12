"""One number, wherever it stands: in a chart, a table, a sentence and the evaluation."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

import pytest

from sendframe.disclosure import DisclosedEvaluation
from sendframe.model import Evaluation, IndicatorResult, Portfolio
from sendframe.plugins import Catalogue
from sendframe.reports import (
    ChartPoint,
    ColumnChart,
    Dot,
    PeersChart,
    ReferenceLine,
    ReportModel,
    TrendChart,
    charts,
)
from sendframe.statistics import rounded
from tests.evaluating import as_published
from tests.unit.reports.small_report import built
from tests.unit.reports.walking import parts, texts

EXAMPLES = ("herefordshire", "wyeford")
PROFILES = ("board", "annex", "sef-update", "strategy")
CATALOGUE = Catalogue.discover(third_party=False)
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
DECIMAL = re.compile(r"\d+\.\d+")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module", params=EXAMPLES)
def disclosed(request: pytest.FixtureRequest) -> DisclosedEvaluation:
    """Return what may be shown of an example."""
    portfolio: Portfolio = request.getfixturevalue(request.param)
    return as_published(portfolio, CATALOGUE)


@pytest.fixture(scope="module")
def models(disclosed: DisclosedEvaluation) -> list[ReportModel]:
    """Return the reports of an example."""
    return [built(disclosed, CATALOGUE.profiles[profile].record) for profile in PROFILES]


def numbers(text: str) -> set[float]:
    """Return the numbers in a text, without their signs."""
    return {float(number.replace(",", "")) for number in NUMBER.findall(text)}


def printed(value: float | None) -> set[float]:
    """Return a number as it may be printed, with none to two decimals, without its sign."""
    if value is None or value in (float("inf"), -float("inf")):
        return set()
    return {float(abs(rounded(value, decimals))) for decimals in range(3)}


class Known:
    """The numbers of an evaluation, by the fact that a report names for them."""

    def __init__(self, evaluation: Evaluation) -> None:
        self._facts = {fact.id: fact for fact in evaluation.facts}
        self._more: dict[str, set[float]] = defaultdict(set)
        for result in evaluation.indicators:
            self._add(result)

    def _add(self, result: IndicatorResult) -> None:
        for comparison in result.comparisons:
            for point in comparison.points:
                areas = range(1, len(point.members) + 2)  # the area itself is one more
                self._more[point.fact] |= {float(area) for area in areas}
                for member in point.members:
                    self._more[point.fact] |= printed(member.value)
        for target in result.targets:
            self._more[target.fact] |= printed(target.low) | printed(target.high)
        for item in (*result.scores, *result.refusals):
            if item.limits is not None:
                for point in result.points:
                    for limit in (item.limits.lower, item.limits.mean, item.limits.upper):
                        self._more[point.fact] |= printed(limit)

    def of(self, facts: Iterable[str]) -> set[float]:
        """Return the numbers of facts, and of those that they were derived from."""
        found: set[float] = set()
        for fact in self._with_origins(facts):
            found |= numbers(self._facts[fact].statement)
            found |= printed(self._facts[fact].value) | self._more[fact]
        return found

    def _with_origins(self, facts: Iterable[str]) -> set[str]:
        seen: set[str] = set()
        left = list(facts)
        while left:
            fact = left.pop()
            if fact not in seen and fact in self._facts:
                seen.add(fact)
                left += self._facts[fact].derived_from
        return seen


def texts_of(evaluation: Evaluation) -> Iterator[str]:
    """Yield the sentences of rules and questions, which reports print as they are."""
    for result in evaluation.indicators:
        yield from (score.statement for score in result.scores)
        yield from (refusal.reason for refusal in result.refusals)
    yield from (discrepancy.question for discrepancy in evaluation.discrepancies)


def test_every_decimal_that_names_facts_is_a_number_of_these_facts(
    disclosed: DisclosedEvaluation, models: list[ReportModel]
) -> None:
    """Rounded once, or a sentence of a rule or of a question, as the evaluation has it."""
    known = Known(disclosed.evaluation)
    worked_out = " ".join(texts_of(disclosed.evaluation))
    wrong = []
    count = 0
    for part in parts(tuple(models)):
        facts, text = getattr(part, "facts", ()), getattr(part, "text", "")
        if facts and isinstance(text, str) and DECIMAL.search(text):
            count += 1
            decimals = {float(number) for number in DECIMAL.findall(text)}
            if decimals - known.of(facts) and text not in worked_out:
                wrong.append((text, facts))
    assert wrong == []
    assert count > 100


def test_what_is_drawn_of_an_indicator_is_at_its_printed_place(models: list[ReportModel]) -> None:
    """The number that places a mark is, rounded, the number printed at it."""
    marks = [
        part
        for part in parts(tuple(models))
        if isinstance(part, ChartPoint | Dot | ReferenceLine) and part.value is not None
    ]
    assert len(marks) > 100
    assert [
        (mark.value, mark.text)
        for mark in marks
        if numbers(mark.text) and not numbers(mark.text) & printed(mark.value)
    ] == []


def drawn(chart: TrendChart | PeersChart | ColumnChart) -> Iterator[str]:
    """Yield the texts in both drawings of a chart, but for its name and description."""
    for width in ("wide", "narrow"):
        picture = ET.fromstring(charts.svg(chart, width=width))
        for element in picture.iter(f"{SVG}text"):
            yield "".join(element.itertext())


def test_a_chart_and_its_table_have_the_same_numbers(models: list[ReportModel]) -> None:
    """Each decimal in a drawing stands in the table of the chart, which has those of its marks."""
    drawings = [
        part
        for part in parts(tuple(models))
        if isinstance(part, TrendChart | PeersChart | ColumnChart)
    ]
    assert len(drawings) > 20
    for chart in drawings:
        table = charts.table(chart)
        cells = " ".join(texts((table.columns, table.rows)))
        in_table = set(DECIMAL.findall(cells))
        in_picture = {number for text in drawn(chart) for number in DECIMAL.findall(text)}
        assert in_picture <= in_table, chart.title
        of_marks = {
            number
            for part in parts(chart)
            if isinstance(part, ChartPoint | Dot | ReferenceLine)
            for number in DECIMAL.findall(part.text)
        }
        assert of_marks <= in_table, chart.title


def test_those_compared_with_have_one_role_in_all_charts(models: list[ReportModel]) -> None:
    """So each has one colour, dash and marker in every chart of every report."""
    roles: dict[str, set[str]] = defaultdict(set)
    for part in parts(tuple(models)):
        if (isinstance(part, ReferenceLine) and part.kind == "benchmark") or isinstance(part, Dot):
            roles[part.label].add(part.role)
    assert len(roles) > 3
    assert {name: found for name, found in roles.items() if len(found) > 1} == {}
