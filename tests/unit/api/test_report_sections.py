"""Sections of plug-ins in reports: which are imported, built, left out and named."""

import sys
from datetime import date
from pathlib import Path

import pytest

from sendframe.api import disclosed_evaluation, figures_for
from sendframe.api._report_model import report_models
from sendframe.errors import PluginFailure, UnknownName
from sendframe.evaluation import PluginIsolation
from sendframe.model import Portfolio, Profile, ProfileSection
from sendframe.plugins import Catalogue, ReportModel
from tests.unit.conftest import rate, small, text
from tests.unit.plugins.fake import install

SECTIONS = """
    from sendframe.plugins import Section, SectionKind, hookimpl

    def build(context, section, options):
        if section.id == "bad":
            raise ValueError("Ann, aged 9")
        return Section(section.id, ", ".join(context.beside))

    @hookimpl.sections
    def sections():
        return [SectionKind("kent.beside", "Beside", "Lists the reports.", build)]
"""


def with_sections(site: Path, monkeypatch: pytest.MonkeyPatch, source: str, name: str) -> Catalogue:
    """Return the catalogue of our own plug-ins and one that brings a kind of section."""
    points = f"[sendframe.sections]\nkent = {name}\n"
    install(site, "sendframe-kent", name, source, points)
    monkeypatch.syspath_prepend(str(site))
    own = Catalogue.discover(third_party=False)
    return Catalogue((*own.plugins, *Catalogue.discover([str(site)]).plugins))


def with_profiles(*kinds: str) -> Portfolio:
    """Return a portfolio that allows the plug-in, with two profiles of sections of some kinds."""
    sections = tuple(
        ProfileSection(id=f"s{number}" if number else "bad", kind=kind, title=text(kind))
        for number, kind in enumerate(kinds)
    )
    profiles = (
        Profile(id=id_, title=text(id_), audience="board", sections=chosen)
        for id_, chosen in (("own", sections), ("other", sections[1:]))
    )
    return small(rate(), documents=tuple(profiles), plugins=("kent",), as_at=date(2026, 1, 31))


def models_of(
    portfolio: Portfolio, catalogue: Catalogue
) -> tuple[tuple[ReportModel, ...], list[PluginFailure]]:
    """Return the reports of both profiles of a portfolio, and what failed in them."""
    allowed = catalogue.allowing(portfolio.manifest.plugins)
    figures = figures_for(portfolio)
    disclosed = disclosed_evaluation(portfolio, figures, catalogue=allowed)
    isolation = PluginIsolation()
    return report_models(disclosed, ("own", "other"), allowed, isolation), isolation.failures


def test_a_section_of_a_plug_in_is_built_and_one_that_fails_leaves_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It knows which reports are made together; a failure is reported, in the report as well."""
    catalogue = with_sections(tmp_path, monkeypatch, SECTIONS, "sendframe_kent_sections")
    portfolio = with_profiles("kent.beside", "kent.beside", "method")
    (own, other), failures = models_of(portfolio, catalogue)
    assert [part.title for part in own.sections] == ["own, other", "method", "Not scored"]
    assert [part.title for part in other.sections] == ["own, other", "method"]
    assert [(each.contribution, each.error_type) for each in failures] == [
        ("kent.beside", "ValueError")
    ]
    assert failures[0].origin == "sendframe_kent_sections.py:6"


def test_a_section_of_a_plug_in_that_cannot_be_imported_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every report names the plug-in; a kind that nobody gives is an error."""
    catalogue = with_sections(tmp_path, monkeypatch, "1/0", "sendframe_kent_broken")
    (own, other), failures = models_of(with_profiles("kent.beside", "method"), catalogue)
    assert [part.title for part in own.sections] == ["method", "Not scored"]
    assert [part.title for part in other.sections] == ["method", "Not scored"]
    assert [(each.phase, each.error_type) for each in failures] == [("import", "ZeroDivisionError")]
    with pytest.raises(UnknownName) as caught:
        models_of(with_profiles("surrey.plans", "method"), catalogue)
    assert caught.value.kind == "kind of section"
    assert "method" in caught.value.known


def test_only_plug_ins_that_may_give_a_section_are_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that no profile needs could fail, and harms nothing."""
    catalogue = with_sections(tmp_path, monkeypatch, "1/0", "sendframe_kent_unused")
    narrower = catalogue.offering("sections", ["method"])
    assert "method" in narrower.sections
    assert narrower.section_failures == ()
    assert "sendframe_kent_unused" not in sys.modules
    assert len(catalogue.section_failures) == 1
