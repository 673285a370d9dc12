"""Kinds of report sections are collected and refused as all other contributions are."""

from pathlib import Path

import pytest

from sendframe.plugins import Catalogue
from tests.unit.plugins.fake import install

SOURCE = """
    from sendframe.plugins import Section, SectionKind, hookimpl

    def build(context, section, options):
        return None

    @hookimpl.sections
    def sections():
        return [SectionKind("kent.plans", "Plans", "Lists plans.", build)]
"""
POINTS = "[sendframe.sections]\nkent = {module}\n"


def test_a_kind_of_section_is_collected(site: Path, module: str) -> None:
    """It knows where it came from, and belongs to no other kind of contribution."""
    install(site, "sendframe-kent", module, SOURCE, POINTS.format(module=module))
    catalogue = Catalogue.discover([str(site)])
    assert list(catalogue.sections) == ["kent.plans"]
    assert catalogue.sections["kent.plans"].made_by == "kent (sendframe-kent 1.2.0)"
    assert catalogue.failures == catalogue.section_failures == ()


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"Plans", "Lists', '"", "Lists', "kent.plans has no title"),
        ("build)]", "'build')]", "kent.plans has a build that cannot be called"),
        ("build)]", "build, dict)]", "kent.plans has options that are no attrs class"),
        ("build)]", "build, examples=[])]", "kent.plans has examples that are no tuple"),
        ('"kent.plans"', '"method"', "ids without a dot, and SFR, belong to sendframe"),
        ("[SectionKind(", "[('kent', ", "returns a tuple, not a SectionKind"),
    ],
)
def test_a_record_that_is_wrong_is_refused(
    site: Path, module: str, old: str, new: str, reason: str
) -> None:
    """The failure says what is wrong, and the kind is not there."""
    assert old in SOURCE
    source = SOURCE.replace(old, new)
    install(site, "sendframe-kent", module, source, POINTS.format(module=module))
    catalogue = Catalogue.discover([str(site)])
    assert catalogue.sections == {}
    (failure,) = catalogue.section_failures
    assert reason in failure.error_type


def test_two_claims_to_one_kind_are_both_refused(site: Path, module: str) -> None:
    """Neither is used, and both are named."""
    other = f"{module}_other"
    install(site, "sendframe-kent", module, SOURCE, POINTS.format(module=module))
    install(site, "sendframe-kent-too", other, SOURCE, POINTS.format(module=other))
    catalogue = Catalogue.discover([str(site)])
    assert catalogue.sections == {}
    assert {failure.distribution for failure in catalogue.section_failures} == {
        "sendframe-kent",
        "sendframe-kent-too",
    }
