"""Make the context that a builder of a report section gets, for examples and tests."""

from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from typing import Any

import attrs

from sendframe.disclosure import DisclosedEvaluation, disclose, policy_by_name
from sendframe.evaluation import evaluate_portfolio
from sendframe.figures import figures_of
from sendframe.model import Observations, Portfolio, Profile, ProfileSection, Text, Value
from sendframe.plugins import Catalogue
from sendframe.reports import BuildContext

from ._sample_area import AS_AT, small_portfolio

__all__ = [
    "bare_portfolio",
    "disclosed_of",
    "hostile_portfolio",
    "own_catalogue",
    "sample_section",
    "section_context",
]

_HOSTILE = "<script>alert('x')</script> &amp; | *not bold* [no](link)"


@cache
def own_catalogue() -> Catalogue:
    """Return the catalogue of sendframe's own plug-ins."""
    return Catalogue.discover(third_party=False)


@lru_cache(maxsize=8)  # many sections are tried on the same few areas
def disclosed_of(portfolio: Portfolio, as_at: date) -> DisclosedEvaluation:
    """Return what may be shown of a portfolio, with sendframe's own rules and checks only."""
    figures = figures_of(portfolio.observations, portfolio.indicators().values(), as_at=as_at)
    shown = disclose(figures, policy_by_name(portfolio.manifest.disclosure_policy))
    evaluation = evaluate_portfolio(portfolio, shown, catalogue=own_catalogue())
    return DisclosedEvaluation(evaluation, portfolio, shown)


def section_context(
    portfolio: Portfolio | None = None,
    *,
    as_at: date | None = None,
    public: bool = False,
    beside: Iterable[str] = (),
) -> BuildContext:
    """Return the context of a builder of report sections.

    Args:
        portfolio: The documents of an area with their figures; a small fictional area unless given.
        as_at: The day of the evaluation; the portfolio's own unless given.
        public: Whether the report may be published, so that it holds only publishable evidence.
        beside: Ids of the profiles whose reports are made together with this one.

    Examples:
        >>> context = section_context()
        >>> context.area.name, len(context.plans)
        ('Wyeford', 1)
    """
    chosen = small_portfolio() if portfolio is None else portfolio
    day = as_at or chosen.manifest.as_at or AS_AT
    profile = Profile(
        id="sample",
        title=Text(default="Sample"),
        audience="board",
        public=public,
        sections=(sample_section("sample"),),
    )
    return BuildContext(disclosed_of(chosen, day), profile, "sendframe", tuple(beside)).quotable


def sample_section(kind: str) -> ProfileSection:
    """Return a section of a profile, of some kind."""
    return ProfileSection(id="sample", kind=kind, title=Text(default="Sample"))


@cache
def bare_portfolio() -> Portfolio:
    """Return the portfolio of a fictional area without documents and figures."""
    portfolio = small_portfolio()
    return attrs.evolve(
        portfolio,
        manifest=portfolio.manifest.changed(documents=()),
        documents=(),
        observations=Observations.of((), ()),
    )


@cache
def hostile_portfolio() -> Portfolio:
    """Return the small fictional area with text that needs escaping in all its texts."""
    portfolio = small_portfolio()
    return attrs.evolve(
        portfolio,
        manifest=_hostile(portfolio.manifest),
        documents=tuple(_hostile(document) for document in portfolio.documents),
    )


def _hostile(value: Any) -> Any:
    """Return a value with text that needs escaping in each `Text` within it."""
    if isinstance(value, Text):
        return Text(default=f"{value.default} {_HOSTILE}")
    if isinstance(value, tuple):
        return tuple(_hostile(item) for item in value)
    if isinstance(value, Value):
        fields = {field.name: getattr(value, field.name) for field in attrs.fields(type(value))}
        return value.changed(**{name: _hostile(field) for name, field in fields.items()})
    return value
