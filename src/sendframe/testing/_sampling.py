"""What each contribution is tried with: its own examples, and what sendframe makes up."""

from collections.abc import Iterator
from typing import Any

import attrs

from sendframe.model import (
    CalendarYear,
    Indicator,
    IndicatorSet,
    Observation,
    Observations,
    ObservationSet,
    Origin,
    Portfolio,
)
from sendframe.scoring import (
    DerivedContext,
    DerivedIndicator,
    ScoringContext,
    SubjectContext,
    SubjectRule,
    scoring_context,
    subject_context,
)

from ._context import check_contexts, derived_contexts, scoring_contexts, subject_contexts
from ._run import report_of
from ._sample_area import AREA, AS_AT, YEARS, small_portfolio, words
from ._sample_report import empty_report, huge_report, small_report
from ._subject import CannotTry, Contribution, Subject, is_example
from ._trial import Outcome, Trial, examples_of, outcome_of

__all__ = ["UNKNOWN_UNIT", "can_be_tried", "outcomes", "portfolio_with", "sample_bytes", "trials"]

UNKNOWN_UNIT = "number"
"""Unit of indicators that are made up because nothing defines them."""

_FIGURES = (12, 20, 25, 0, 40)  # one a year; the nothing is there to be divided by
_LONG = 200_000  # more than the csv module takes for one cell
_TABLE = b"area,period,value\nZZ0000001,2024,58.2\nZZ0000002,2024,x\n"


def portfolio_with(
    record: DerivedIndicator, portfolio: Portfolio, known: dict[str, Indicator]
) -> Portfolio:
    """Return a portfolio in which a derived indicator and what it needs are defined.

    Args:
        record: The derived indicator.
        portfolio: The portfolio; what it has already stays.
        known: Indicators that are defined as data; any other is made up.
    """
    there = portfolio.indicators()
    given = (each.given[0] for each in record.examples if is_example(each))
    told = {each.indicator.id: each.indicator for each in given if type(each) is DerivedContext}
    wanted = [each for each in dict.fromkeys((record.id, *record.needs)) if each not in there]
    made = [known.get(each) or told.get(each) or _made_up(each) for each in wanted]
    area = portfolio.manifest.area.code
    rows = tuple(
        Observation(indicator=id_, area=area, period=CalendarYear(year=year), value=value)
        for id_ in wanted
        if id_ != record.id
        for year, value in zip(YEARS, _FIGURES, strict=True)
    )
    defined = IndicatorSet(id="needed", title=words("Needed"), indicators=tuple(made))
    figures = ObservationSet(id="needed-figures", title=words("Needed"), observations=rows)
    added = Observations.of((row, Origin("needed.json", at)) for at, row in enumerate(rows, 1))
    sets = (*portfolio.of(ObservationSet), figures)
    return attrs.evolve(
        portfolio,
        documents=(*portfolio.documents, defined, figures),
        observations=Observations.joined([portfolio.observations, added], sets),
    )


def _made_up(id_: str) -> Indicator:
    return Indicator(id=id_, title=words(id_), unit=UNKNOWN_UNIT, direction="neutral")


def can_be_tried(contribution: Contribution) -> bool:
    """Say whether it is known with which options a contribution can be called."""
    try:
        contribution.options  # noqa: B018  # making them is what is tried
    except CannotTry:
        return False
    return True


def _series(contribution: Contribution) -> Iterator[tuple[str, ScoringContext]]:
    told: dict[str, dict[str, Any]] = {
        "no figure at all": {"values": ()},
        "nothing but symbols": {"values": (None, None)},
        "one figure": {"values": (58.2,)},
        "a symbol in the latest year": {"values": (58.2, 61.4, None), "target": 60.0},
        "figures that never change": {"values": (50.0,) * 12, "benchmark": 50.0},
        "nothing counted": {"values": (0.0, 0.0), "denominator": 0.0, "benchmark": 0.0},
        "all counted": {"values": (100.0, 100.0), "denominator": 40.0, "target": 100.0},
        "less is better": {"values": (40.0, 30.0), "direction": "lower", "target": 20.0},
        "neither is better": {"values": (40.0, 30.0), "direction": "neutral", "unit": "count"},
    }
    for title, given in told.items():
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
    told: dict[str, dict[str, Any]] = {
        "nothing is known": {},
        "everything is known, and nothing is against it": {
            "evidence": {"quantitative": 3, "voice": 2, "inspection": 1},
            "heard": ("told", "told"),
            "delivery": {"complete": 2},
            "complete": 2,
            "commitments": 2,
        },
        "evidence without a date": {"evidence": {"survey": 1}, "newest": None},
        "much is against it": {"evidence": {"voice": 3}, "against": 3, "unanswered": 2},
        "much is late": {"delivery": {"late": 3}, "commitments": 4, "overdue": 3},
        "nobody answers": {"heard": ("waiting", "waiting", "answered"), "expired": 0},
    }
    for title, given in told.items():
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
    """Return a small file for a reader: that of its first example, or a table."""
    for each in contribution.examples:
        if isinstance(each.given[0], bytes):
            return each.given[0]
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


def _samples(contribution: Contribution, subject: Subject) -> Iterator[tuple[str, Any]]:
    """Yield what is made up for a contribution, with a title each."""
    provided, portfolio = contribution.provided, small_portfolio()
    options = contribution.options
    if contribution.hook == "sendframe_checks":
        for told in check_contexts(provided, portfolio, AS_AT, options):
            yield f"the made-up area {AREA}", told
    elif isinstance(contribution.record, SubjectRule):
        for about in subject_contexts(provided, portfolio, AS_AT, options):
            yield f"the made-up {about.subject.kind} '{about.about}'", about
        yield from _subjects(contribution)
    elif contribution.hook == "sendframe_scoring_rules":
        for asked in scoring_contexts(provided, portfolio, AS_AT, options):
            yield f"the made-up indicator '{asked.indicator.id}'", asked
        yield from _series(contribution)
    elif contribution.hook == "sendframe_indicators":
        whole = portfolio_with(contribution.record, portfolio, subject.indicators)
        for each in derived_contexts(provided, whole, AS_AT, options):
            yield f"made-up figures of {each.period}", each
    elif contribution.hook == "sendframe_readers":
        yield from _files(contribution)
    else:
        yield "an empty report", empty_report()
        yield "a small report", small_report()
        yield "a huge report", huge_report()
        yield f"the report of the made-up area {AREA}", report_of(portfolio, AS_AT)


def trials(subject: Subject) -> Iterator[Trial]:
    """Yield every call that a plug-in is tried with, in a decided order."""
    for contribution in subject.contributions:
        yield from examples_of(contribution)
        if not can_be_tried(contribution):
            continue  # told by a check of its own
        for title, given in _samples(contribution, subject):
            yield Trial(contribution, title, (given,))


def outcomes(subject: Subject) -> tuple[Outcome, ...]:
    """Return what became of every call; they run once a plug-in, whoever asks."""
    if "outcomes" not in subject.kept:
        subject.kept["outcomes"] = tuple(outcome_of(each) for each in trials(subject))
    found: tuple[Outcome, ...] = subject.kept["outcomes"]
    return found
