"""All that is done with a portfolio, stage by stage: each function is one stage."""

from functools import cache
from pathlib import Path

from sendframe.disclosure import Disclosed, apply, policy_named
from sendframe.documents import load_folder
from sendframe.evaluation import evaluate
from sendframe.model import Evaluation, Portfolio
from sendframe.plugins import Catalogue, RenderedFile
from sendframe.reports import ReportModel, build

__all__ = ["built", "catalogue", "disclosed", "evaluated", "rendered", "whole"]


@cache
def catalogue() -> Catalogue:
    """Return what sendframe itself brings; plug-ins of others would be measured with it."""
    return Catalogue.discover(third_party=False)


def evaluated(portfolio: Portfolio) -> Evaluation:
    """Evaluate a portfolio at its own day."""
    day = portfolio.manifest.as_at
    assert day is not None
    return evaluate(portfolio, portfolio.observations, as_at=day, catalogue=catalogue())


def disclosed(portfolio: Portfolio, evaluation: Evaluation) -> Disclosed:
    """Apply the policy that the portfolio names."""
    return apply(evaluation, portfolio, policy_named(portfolio.manifest.disclosure_policy))


def built(shown: Disclosed, profile: str) -> ReportModel:
    """Build the report of a profile."""
    return build(shown, catalogue().profiles[profile].record)


def rendered(model: ReportModel, format_: str) -> tuple[RenderedFile, ...]:
    """Render a report in one format."""
    renderer = catalogue().renderers[format_].record
    return tuple(renderer.render(model, renderer.options()))


def whole(folder: Path) -> int:
    """Do everything: load, evaluate, and make every report in every format; return their bytes."""
    portfolio = load_folder(folder)
    shown = disclosed(portfolio, evaluated(portfolio))
    return sum(
        len(file.data)
        for profile in catalogue().profiles
        for format_ in catalogue().renderers
        for file in rendered(built(shown, profile), format_)
    )
