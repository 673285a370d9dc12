"""Running one check of strategy craft alone, on documents that a test makes."""

from datetime import date, timedelta
from functools import cache

from sendframe.evaluation import NoCatalogue
from sendframe.model import Action, Discrepancy, Document, FrozenMap, Indicator, Notice, Strategy
from sendframe.plugins import Catalogue
from tests.evaluating import evaluate
from tests.unit.conftest import AREA, rate, small, text

__all__ = ["AROUND", "DAY", "action", "around", "diagnostics", "plan"]

DAY = date(2026, 1, 31)
"""The day of the evaluation, unless a test gives another."""

AROUND = (-1, 0, 1)
"""Steps in days to the day before a boundary, to the boundary and to the day after."""


@cache
def catalogue_of(code: str) -> NoCatalogue:
    """Return a catalogue with one check."""
    return NoCatalogue(checks={code: Catalogue.discover(third_party=False).checks[code]})


def diagnostics(
    code: str,
    *documents: Document,
    as_at: date = DAY,
    indicator: Indicator | None = None,
    **options: object,
) -> tuple[Notice | Discrepancy, ...]:
    """Return what one check reports of a small area with some documents."""
    chosen = FrozenMap({code: FrozenMap(options)}) if options else FrozenMap()
    portfolio = small(
        indicator or rate(), documents=documents, **({"options": chosen} if options else {})
    )
    evaluation = evaluate(
        portfolio, portfolio.observations, as_at=as_at, catalogue=catalogue_of(code)
    )
    assert not evaluation.failures
    assert all(notice.help for notice in evaluation.notices)
    assert all(item.question.endswith("?") for item in evaluation.discrepancies)
    return (*evaluation.notices, *evaluation.discrepancies)


def around(code: str, *documents: Document, last: date, **options: object) -> list[int]:
    """Return how many diagnostics there are on the day before *last*, on it and on the day after."""
    days = [last + timedelta(days=step) for step in AROUND]
    return [len(diagnostics(code, *documents, as_at=day, **options)) for day in days]


def plan(id_: str = "plan", **fields: object) -> Strategy:
    """Return an adopted plan."""
    return Strategy(
        **{
            "id": id_,
            "title": text("Plan"),
            "kind": "strategy",
            "area": AREA,
            "status": "adopted",
            **fields,
        }
    )


def action(id_: str = "a", **fields: object) -> Action:
    """Return an action."""
    return Action(**{"id": id_, "title": text("Do it"), **fields})
