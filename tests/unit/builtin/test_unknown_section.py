"""Profiles of a portfolio with sections of an unknown kind: SFR214."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from sendframe.api import report, texts_in_no_report
from sendframe.errors import UnknownName
from sendframe.evaluation import NoCatalogue, Provided
from sendframe.model import Notice, Portfolio, Profile, ProfileSection
from sendframe.plugins import Catalogue
from tests.evaluating import evaluate
from tests.unit.conftest import rate, small, text

CATALOGUE = Catalogue.discover(third_party=False)
DAY = date(2026, 1, 31)


def with_profile(*kinds: str, id_: str = "parents-evening") -> Portfolio:
    """Return a portfolio with a profile that has a section of each kind."""
    sections = tuple(
        ProfileSection(id=kind, kind=kind, title=text(f"Part {kind}")) for kind in kinds
    )
    profile = Profile(
        id=id_, title=text("Parents' evening"), audience="families", sections=sections
    )
    return small(rate(), documents=(profile,), as_at=DAY)


def notices(
    portfolio: Portfolio, sections: Mapping[str, Provided[Any]] = CATALOGUE.sections
) -> tuple[Notice, ...]:
    """Return what the check reports of a portfolio where there are some kinds of sections."""
    checks = {"SFR214": CATALOGUE.checks["SFR214"]}
    catalogue = NoCatalogue(checks=checks, sections=sections)
    return evaluate(portfolio, as_at=DAY, catalogue=catalogue).notices


def test_a_section_of_an_unknown_kind_is_an_error() -> None:
    """The notice is at the section, and its help lists the kinds that exist."""
    (notice,) = notices(with_profile("summary", "kpi-table"))
    assert notice.severity == "error"
    assert "'kpi-table'" in notice.message
    assert "'parents-evening'" in notice.message
    assert notice.pointer == "/sections/1"
    assert notice.help == f"There are: {', '.join(CATALOGUE.sections)}."
    assert notices(with_profile(*CATALOGUE.sections)) == ()


def test_the_kinds_of_an_allowed_plug_in_are_known() -> None:
    """Which kinds exist is what the catalogue has; without any, every kind is unknown."""
    theirs = {**CATALOGUE.sections, "kent.plans": CATALOGUE.sections["strategies"]}
    assert notices(with_profile("kent.plans"), theirs) == ()
    assert len(notices(with_profile("kent.plans"))) == 1
    (notice,) = notices(with_profile("method"), {})
    assert notice.help == "There are: none."


def test_a_report_with_an_unknown_section_is_refused(tmp_path: object) -> None:
    """The error names the kinds that exist, and nothing is written."""
    with pytest.raises(UnknownName) as caught:
        report(with_profile("kpi-table"), f"{tmp_path}/out", profiles=["parents-evening"])
    assert "summary" in str(caught.value)


def test_the_profile_of_a_portfolio_is_used(tmp_path: object) -> None:
    """Its report has its sections; it takes precedence over a profile of ours with its id."""
    for id_ in ("parents-evening", "board"):
        portfolio = with_profile("indicators", "method", id_=id_)
        written = report(portfolio, f"{tmp_path}/{id_}", profiles=[id_], formats=["markdown"])
        path, _ = written.files
        printed = path.read_text(encoding="utf-8")
        assert "Part method" in printed
        assert f"Kind of report: '{id_}' of the portfolio." in printed


def test_what_the_profile_of_a_portfolio_prints_counts() -> None:
    """A profile with an unknown section is skipped; all others are built."""
    faulty, sound = with_profile("kpi-table"), with_profile("indicators")
    evaluations = [evaluate(each, as_at=DAY, catalogue=NoCatalogue()) for each in (faulty, sound)]
    counts = [
        len(texts_in_no_report(portfolio, evaluation, CATALOGUE).unprinted)
        for portfolio, evaluation in zip((faulty, sound), evaluations, strict=True)
    ]
    assert counts[0] >= counts[1]
