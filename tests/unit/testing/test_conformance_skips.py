"""Checks that do not run are skipped with their reason, and no others are."""

from pathlib import Path

import pytest

from sendframe.model import Indicator, Text
from sendframe.testing import check_plugin, conformance
from sendframe.testing._conformance import CONFORMANCE
from sendframe.testing._plugin_under_test import PluginUnderTest, plugin_under_test
from tests.unit.testing.made_up import put, source

pytestmark = pytest.mark.usefixtures("warm")

SKIPPED = {
    "answers",
    "called",
    "errors",
    "examples",
    "files",
    "manuals",
    "options",
    "portfolios",
    "pure",
    "ranges",
    "readers",
    "same-results",
    "score-all",
    "sections",
    "unchanged",
}


@pytest.mark.parametrize(
    ("text", "also", "advice"),
    [
        (
            source("check", more="import no_such_thing\n"),
            {"hooks", "imports"},
            "python -c 'import ",
        ),
        (source("check", ("[Check(", "[1/0, Check(")), set(), "`@hookimpl` return"),
        (source("check", ("[Check(", "[] and [Check(")), set(), "return one"),
    ],
)
def test_checks_without_contributions_are_skipped(
    site: Path, module: str, text: str, also: set[str], advice: str
) -> None:
    """If a plug-in has no contribution, the checks of contributions are skipped, not passed."""
    put(site, module, text, "check")
    results = check_plugin("kent", paths=[site])
    assert {result.id for result in results if result.skipped_reason} == SKIPPED | also
    (result,) = (result.problems for result in results if result.id == "found")
    assert advice in "".join(result)
    assert "--debug" not in "".join(result)
    with pytest.raises(pytest.skip.Exception, match="correct that first"):
        conformance("kent", paths=[site])().test_examples()


def test_only_the_checks_of_a_failed_kind_are_skipped(site: Path, module: str) -> None:
    """The other contributions of the plug-in are checked."""
    put(site, module, source("check"), "check", "reader")
    results = check_plugin("kent", paths=[site])
    assert {result.id for result in results if result.skipped_reason} == {"readers"}


DATED = """
from sendframe.plugins import DerivedContext, DerivedIndicator, hookimpl


def compute(facts: DerivedContext) -> float:
    raise KeyError("Ann")


@hookimpl.indicators
def indicators() -> list[DerivedIndicator]:
    return [DerivedIndicator("kent.twice", "Twice", "A manual.", compute, ("kent.seen",))]
"""


@pytest.mark.parametrize(
    "period_type",
    ["month", "quarter", "snapshot", "academic_year", "financial_year", "reporting_year", "rolling_year", "calendar_year"],
)  # fmt: skip
def test_figures_have_the_type_of_period_of_their_indicators(
    site: Path, module: str, monkeypatch: pytest.MonkeyPatch, period_type: str
) -> None:
    """A formula that always fails is called with them, and so cannot pass."""
    put(site, module, DATED, "indicator")
    seen = Indicator(
        id="kent.seen",
        title=Text(default="Seen"),
        unit="number",
        direction="neutral",
        period_type=period_type,
        series_status="management_information",
    )
    monkeypatch.setattr(PluginUnderTest, "indicators", {"kent.seen": seen})
    under_test = plugin_under_test("kent", [str(site)])
    assert any("KeyError" in text for text in CONFORMANCE["errors"](under_test))
    assert list(CONFORMANCE["called"](under_test)) == []
