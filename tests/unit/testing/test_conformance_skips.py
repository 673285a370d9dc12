"""Checks that do not run are skipped with their reason; what checks do not try is listed."""

from pathlib import Path

import pytest

from sendframe.model import Indicator, Text
from sendframe.testing import check_plugin, conformance
from sendframe.testing._conformance import CONFORMANCE, _result
from sendframe.testing._not_tried import calls_not_tried
from sendframe.testing._plugin_under_test import PluginUnderTest, plugin_under_test
from sendframe.testing._test_call import call_results
from tests.unit.testing.made_up import put, source

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("warm")]

SKIPPED = {
    "answers",
    "called",
    "errors",
    "examples",
    "facts",
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


@pytest.mark.parametrize(
    ("unit", "factor"), [("share", None), ("share", 1.0), ("percent", 100.0), ("rate", 10_000.0)]
)
def test_figures_have_the_unit_of_their_indicators(
    site: Path, module: str, monkeypatch: pytest.MonkeyPatch, unit: str, factor: float | None
) -> None:
    """None of them contradicts itself, so that a formula is called in each of the five periods."""
    put(site, module, DATED.replace('raise KeyError("Ann")', "return 1.0"), "indicator")
    seen = Indicator(
        id="kent.seen", title=Text(default="Seen"), unit=unit, factor=factor, direction="neutral"
    )
    monkeypatch.setattr(PluginUnderTest, "indicators", {"kent.seen": seen})
    under_test = plugin_under_test("kent", [str(site)])
    assert len(call_results(under_test)) == 5
    assert list(calls_not_tried(under_test)) == []


SILENT = """
from sendframe.plugins import (Account, Check, CheckContext, DerivedContext, DerivedIndicator, Import, NoOptions, Reader, ReaderSource, Refusal, ReportModel, RenderedFile, Renderer, ScoringContext, ScoringRule, Section, SectionKind, hookimpl)

def run(context: CheckContext) -> list:
    return []

def compute(facts: DerivedContext) -> Refusal:
    return facts.refuse("It never computes anything.")

def read(source: ReaderSource, options: object) -> Import:
    return Import(account=Account(0, 0, ()))

def score(context: ScoringContext) -> Refusal:
    return context.refuse("It never scores anything.")

def build(context: object, section: object, options: object) -> None:
    return None

@hookimpl.checks
def checks() -> list[Check]:
    return [Check("kent.one", "One", "A manual.", run)]

@hookimpl.indicators
def indicators() -> list[DerivedIndicator]:
    return [DerivedIndicator("kent.same", "Two", "A manual.", compute, ("kent.high",))]

@hookimpl.readers
def readers() -> list[Reader]:
    return [Reader("kent.same", "Three", "A manual.", read)]

@hookimpl.scoring_rules
def scoring_rules() -> list[ScoringRule]:
    return [ScoringRule("kent.rule", "Four", "A manual.", score)]

@hookimpl.sections
def sections() -> list[SectionKind]:
    return [SectionKind("kent.kind", "Five", "A manual.", build)]
"""


def _results(not_tried: tuple[str, ...]) -> list[str]:
    """Return what is listed as results that never came, without the words that are always there."""
    before, after = "results of ", "; an `Example` tries them"
    listed = (text for text in not_tried if text.startswith(before) and text.endswith(after))
    return [text.removeprefix(before).removesuffix(after) for text in listed]


def test_what_no_call_tried_is_listed(
    site: Path,
    module: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Contributions that never have a result, and input that none got, each by name.

    Of the figures of the indicator only that of nobody is no share above 100 per cent.
    """
    put(site, module, SILENT, "check", "indicator", "reader", "rule", "section")
    high = Indicator(
        id="kent.high", title=Text(default="High"), unit="percent", factor=1000, direction="neutral"
    )
    monkeypatch.setattr(PluginUnderTest, "indicators", {"kent.high": high})
    under_test = plugin_under_test("kent", [str(site)])
    results = {id_: _result(id_, under_test) for id_ in ("called", "portfolios")}
    assert results["called"].problems == ()
    periods, *without = results["called"].not_tried[1], *_results(results["called"].not_tried)
    assert periods == (
        "4 of 5 periods with made-up figures for derived indicator 'kent.same': "
        "not all that it needs has a figure in them"
    )
    assert without == [
        "check 'kent.one': it reported nothing in all calls (1)",
        "derived indicator 'kent.same': it refused in all calls (1)",
        "reader 'kent.same': it read nothing in all calls (8)",
        "scoring rule 'kent.rule': it refused in all calls (12)",
        "kind of section 'kent.kind': it returned None in all calls (4)",
    ]
    assert (
        "generated input for reader 'kent.same': no files are generated"
        in results["portfolios"].not_tried
    )
    conformance("kent", paths=[site])().test_portfolios()
    assert "not tried: generated input for reader 'kent.same'" in capsys.readouterr().out
