"""All that is done with a portfolio, stage by stage: each function is one stage."""

from functools import cache
from pathlib import Path

from sendframe.api import disclosed_evaluation, figures_for
from sendframe.disclosure import DisclosedEvaluation
from sendframe.documents import load_folder
from sendframe.evaluation import PluginIsolation
from sendframe.figures import Figures
from sendframe.model import Portfolio
from sendframe.plugins import Catalogue, RenderedFile
from sendframe.reports import ReportModel, build

__all__ = ["built", "catalogue", "chosen", "disclosed", "rendered", "whole"]


@cache
def catalogue() -> Catalogue:
    """Return what sendframe itself brings; plug-ins of others would be measured with it."""
    return Catalogue.discover(third_party=False)


def chosen(portfolio: Portfolio) -> Figures:
    """Choose the figures that count at the portfolio's own day."""
    return figures_for(portfolio)


def disclosed(portfolio: Portfolio, figures: Figures) -> DisclosedEvaluation:
    """Hide what the policy of the portfolio hides, and evaluate the rest."""
    return disclosed_evaluation(portfolio, figures, catalogue=catalogue())


def built(shown: DisclosedEvaluation, profile: str, *, is_cut: bool = True) -> ReportModel:
    """Build the report of a profile, as long as its budget allows or of any length."""
    known = catalogue()
    record = known.profiles[profile].record
    record = record if is_cut else record.changed(budget=None)
    return build(shown, record, known.sections, isolation=PluginIsolation())


def rendered(model: ReportModel, format_: str) -> tuple[RenderedFile, ...]:
    """Render a report in one format."""
    renderer = catalogue().renderers[format_].record
    return tuple(renderer.render(model, renderer.options()))


def whole(folder: Path) -> int:
    """Do everything: load, evaluate, and make every report in every format; return their bytes."""
    portfolio = load_folder(folder)
    shown = disclosed(portfolio, chosen(portfolio))
    return sum(
        len(file.data)
        for profile in catalogue().profiles
        for format_ in catalogue().renderers
        for file in rendered(built(shown, profile), format_)
    )
