"""The calls that test a contribution: its worked examples, and calls with made-up input."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs

from sendframe.model import (
    AcademicYear,
    CalendarYear,
    FinancialYear,
    Indicator,
    IndicatorSet,
    Month,
    Observation,
    Observations,
    ObservationSet,
    Origin,
    Period,
    Portfolio,
    Quarter,
    ReportingYear,
    RollingYear,
    Snapshot,
)
from sendframe.scoring import (
    DerivedContext,
    DerivedIndicator,
    ScoringContext,
    SubjectContext,
    SubjectRule,
)

from ._captured_context import check_contexts, derived_contexts, scoring_contexts, subject_contexts
from ._contribution_run import Call, CallResult, example_calls, run_twice
from ._plugin_under_test import CannotRun, Contribution, PluginUnderTest, is_example
from ._run import report_of
from ._sample_area import AREA, AS_AT, YEARS, small_portfolio, words
from ._sample_context import scoring_context
from ._sample_report import empty_report, huge_report, small_report
from ._sample_subject_context import subject_context
from ._section_context import bare_portfolio, hostile_portfolio, section_context

__all__ = [
    "UNKNOWN_UNIT",
    "call_results",
    "calls",
    "can_be_called",
    "portfolio_with",
    "sample_bytes",
]

UNKNOWN_UNIT = "number"
"""Unit of indicators that are made up because nothing defines them."""

_FIGURES = (12, 20, 25, 0, 40)  # one for each year; zero finds divisions by zero
_OF = 100  # what they are counted among, where there is such a number
_STATUS = {"management_information": "management-information"}
_LONG = 200_000  # more than the csv module accepts in one cell
_TABLE = b"area,period,value\nZZ0000001,2024,58.2\nZZ0000002,2024,x\n"


def portfolio_with(
    record: DerivedIndicator, portfolio: Portfolio, known: dict[str, Indicator]
) -> Portfolio:
    """Return a portfolio in which a derived indicator and what it needs are defined.

    Args:
        record: The derived indicator.
        portfolio: The portfolio; indicators that it defines already are kept.
        known: Indicators that are defined as data; others are made up.
    """
    there = portfolio.indicators()
    given = (example.given[0] for example in record.examples if is_example(example))
    defined_in_examples = {
        context.indicator.id: context.indicator
        for context in given
        if type(context) is DerivedContext
    }
    wanted = [id_ for id_ in dict.fromkeys((record.id, *record.needs)) if id_ not in there]
    made = [known.get(id_) or defined_in_examples.get(id_) or _made_up(id_) for id_ in wanted]
    area = portfolio.manifest.area.code
    rows = tuple(
        Observation(
            indicator=indicator.id,
            area=area,
            period=_period(indicator, year),
            value=_value(indicator, counted),
            numerator=None if indicator.factor is None else counted,
            denominator=None if indicator.factor is None else _OF,
            status=_STATUS.get(indicator.series_status or "", "final"),
        )
        for indicator in made
        if indicator.id != record.id
        for year, counted in zip(YEARS, _FIGURES, strict=True)
    )
    defined = IndicatorSet(id="needed", title=words("Needed"), indicators=tuple(made))
    figures = ObservationSet(id="needed-figures", title=words("Needed"), observations=rows)
    paths = ("needed.json", "needed-figures.json")
    given_rows = ((row, Origin(paths[1], entry=at)) for at, row in enumerate(rows, 1))
    manifest = portfolio.manifest
    return attrs.evolve(
        portfolio,
        manifest=manifest.changed(documents=(*manifest.documents, *paths)),
        documents=(*portfolio.documents, defined, figures),
        observations=portfolio.observations + Observations.of(given_rows, (figures,)),
    )


def _value(indicator: Indicator, counted: int) -> float:
    """Return a figure in the unit of an indicator."""
    if indicator.factor is not None:
        return counted / _OF * indicator.factor
    return counted / _OF if indicator.unit == "share" else counted


def _period(indicator: Indicator, year: int) -> Period:
    """Return a period of the type that an indicator has."""
    match indicator.period_type:
        case "academic_year":
            return AcademicYear(start_year=year)
        case "financial_year":
            return FinancialYear(start_year=year)
        case "reporting_year":
            return ReportingYear(year=year)
        case "rolling_year":
            return RollingYear(year=year, month=12)
        case "month":
            return Month(year=year, month=12)
        case "quarter":
            return Quarter(year_kind="calendar", year=year, quarter=4)
        case "snapshot":
            return Snapshot(on=date(year, 12, 31))
        case _:
            return CalendarYear(year=year)


def _made_up(id_: str) -> Indicator:
    return Indicator(id=id_, title=words(id_), unit=UNKNOWN_UNIT, direction="neutral")


def can_be_called(contribution: Contribution) -> bool:
    """Return whether a contribution has options that it can be called with."""
    try:
        contribution.options  # noqa: B018  # raises where there are none
    except CannotRun:
        return False
    return True


def _series(contribution: Contribution) -> Iterator[tuple[str, ScoringContext]]:
    cases: dict[str, dict[str, Any]] = {
        "no figure at all": {"values": ()},
        "only symbols": {"values": (None, None)},
        "one figure": {"values": (58.2,)},
        "a symbol in the latest year": {"values": (58.2, 61.4, None), "target": 60.0},
        "figures that never change": {"values": (50.0,) * 12, "benchmark": 50.0},
        "nothing counted": {"values": (0.0, 0.0), "denominator": 0.0, "benchmark": 0.0},
        "all counted": {"values": (100.0, 100.0), "denominator": 40.0, "target": 100.0},
        "less is better": {"values": (40.0, 30.0), "direction": "lower", "target": 20.0},
        "neither is better": {"values": (40.0, 30.0), "direction": "neutral", "unit": "count"},
    }
    for title, given in cases.items():
        values = given.pop("values")
        yield (
            title,
            scoring_context(
                values,
                rule=contribution.record.id,
                options=contribution.options,
                made_by=contribution.provided.made_by,
                as_at=AS_AT,
                **given,
            ),
        )


def _subjects(contribution: Contribution) -> Iterator[tuple[str, SubjectContext]]:
    cases: dict[str, dict[str, Any]] = {
        "nothing is known": {},
        "everything is known, and nothing contradicts it": {
            "evidence": {"quantitative": 3, "voice": 2, "inspection": 1},
            "voices": ("told_back", "told_back"),
            "delivery": {"complete": 2},
            "complete": 2,
            "commitments": 2,
        },
        "evidence without a date": {"evidence": {"survey": 1}, "newest": None},
        "much contradicts it": {"evidence": {"voice": 3}, "against": 3, "unanswered": 2},
        "much is late": {"delivery": {"late": 3}, "commitments": 4, "overdue": 3},
        "nobody answers": {"voices": ("waiting", "waiting", "answered"), "expired": 0},
    }
    for title, given in cases.items():
        yield (
            title,
            subject_context(
                rule=contribution.record.id,
                options=contribution.options,
                made_by=contribution.provided.made_by,
                as_at=AS_AT,
                **given,
            ),
        )


def sample_bytes(contribution: Contribution) -> bytes:
    """Return a small file for a reader: the one in its first example, or else a table."""
    for example in contribution.examples:
        if isinstance(example.given[0], bytes):
            return example.given[0]
    return _TABLE


def _files(contribution: Contribution) -> Iterator[tuple[str, bytes]]:
    data = sample_bytes(contribution)
    yield "an empty file", b""
    yield "a file that breaks off in the middle", data[: len(data) // 2]
    yield "a file that breaks off at the end", data[: max(len(data) - 2, 0)]
    yield "a file in Latin-1", data + "Größe,Zürich\n".encode("latin-1")
    yield "a file with a byte order mark", b"\xef\xbb\xbf" + data
    yield "a file of zeros", bytes(64)
    yield "a long file of zeros", bytes(_LONG)
    yield "a file with a very long cell", data + b"x" * _LONG + b"\n"


def _samples(contribution: Contribution, under_test: PluginUnderTest) -> Iterator[tuple[str, Any]]:
    """Yield made-up input for a contribution, each with a title."""
    provided, portfolio = contribution.provided, small_portfolio()
    options = contribution.options
    if contribution.hook == "sendframe_checks":
        for context in check_contexts(provided, portfolio, AS_AT, options):
            yield f"the made-up area {AREA}", context
    elif isinstance(contribution.record, SubjectRule):
        for subject_context_ in subject_contexts(provided, portfolio, AS_AT, options):
            yield (
                f"the made-up {subject_context_.subject.kind} '{subject_context_.about}'",
                subject_context_,
            )
        yield from _subjects(contribution)
    elif contribution.hook == "sendframe_scoring_rules":
        for rule_context in scoring_contexts(provided, portfolio, AS_AT, options):
            yield f"the made-up indicator '{rule_context.indicator.id}'", rule_context
        yield from _series(contribution)
    elif contribution.hook == "sendframe_indicators":
        extended = portfolio_with(contribution.record, portfolio, under_test.indicators)
        for figure_context in derived_contexts(provided, extended, AS_AT, options):
            yield f"made-up figures of {figure_context.period}", figure_context
    else:
        yield from _samples_of_reports(contribution)


def _samples_of_reports(contribution: Contribution) -> Iterator[tuple[str, Any]]:
    """Yield files for a reader, contexts for a kind of section, and reports for a renderer."""
    portfolio = small_portfolio()
    if contribution.hook == "sendframe_readers":
        yield from _files(contribution)
    elif contribution.hook == "sendframe_sections":
        yield "an area without documents", section_context(bare_portfolio())
        yield f"the made-up area {AREA}", section_context(portfolio)
        yield f"a public report of the made-up area {AREA}", section_context(public=True)
        yield "texts that need escaping", section_context(hostile_portfolio())
    else:
        yield "an empty report", empty_report()
        yield "a small report", small_report()
        yield "a huge report", huge_report()
        yield f"the report of the made-up area {AREA}", report_of(portfolio, AS_AT)


def calls(under_test: PluginUnderTest) -> Iterator[Call]:
    """Yield every call that tests a plug-in, in a fixed order."""
    for contribution in under_test.contributions:
        yield from example_calls(contribution)
        if not can_be_called(contribution):
            continue  # another check reports it
        for title, given in _samples(contribution, under_test):
            yield Call(contribution, title, (given,))


def call_results(under_test: PluginUnderTest) -> tuple[CallResult, ...]:
    """Return the result of every call; the calls run once for each plug-in."""
    if "call_results" not in under_test.cache:
        under_test.cache["call_results"] = tuple(run_twice(call) for call in calls(under_test))
    results: tuple[CallResult, ...] = under_test.cache["call_results"]
    return results
