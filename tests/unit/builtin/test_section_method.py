"""What a report says of how it was made."""

from sendframe.disclosure import POLICIES
from sendframe.model import (
    Portfolio,
    Profile,
    ProfileSection,
)
from tests.evaluating import disclosed
from tests.unit.conftest import rate, small, text
from tests.unit.reports.small_report import (
    DAY,
    NOTHING,
    built,
    of,
    report,
)
from tests.unit.reports.walking import column, said, tables


def test_the_method_names_policy_programs_and_files(herefordshire: Portfolio) -> None:
    """Documents made in Python have no files to name; those of a folder have their hashes."""
    made = report(of(), "method")
    assert "Disclosure policy 'published-figures'" in said(made)
    assert [each.caption for each in tables(made)] == ["Made by"]
    _, files = tables(report(herefordshire, "method"))
    assert "strategy.json" in column(files, "File")
    assert all(len(each) == 64 for each in column(files, "SHA-256"))


def test_a_report_names_where_its_profile_comes_from() -> None:
    """Kind of report, plug-in, distribution and version stand in the section on method."""
    area = small(rate())
    section_ = ProfileSection(id="method", kind="method", title=text("Method"))
    profile = Profile(id="kent.r", title=text("r"), audience="board", sections=(section_,))
    shown = disclosed(area, POLICIES["published-figures"], as_at=DAY, catalogue=NOTHING)
    model = built(shown, profile, "kent (sendframe-kent 1.0)")
    assert "Kind of report: 'kent.r' of kent (sendframe-kent 1.0)." in said(model)
    assert model.made_by == "kent (sendframe-kent 1.0)"
