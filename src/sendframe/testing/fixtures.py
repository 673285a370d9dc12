"""Pytest fixtures for tests of plug-ins: import those that a test file uses.

``from sendframe.testing.fixtures import small_portfolio`` makes it a fixture of that file. There
is no pytest plug-in, since it would be loaded in the tests of every project.
"""

import pytest

from sendframe.model import Portfolio
from sendframe.plugins import Catalogue
from sendframe.reports import ReportModel

from . import _sample_area, _sample_report

__all__ = ["empty_catalogue", "empty_report", "huge_report", "small_portfolio", "small_report"]


@pytest.fixture(scope="session")
def small_portfolio() -> Portfolio:
    """Return the portfolio of a small fictional area; see `sendframe.testing.small_portfolio`."""
    return _sample_area.small_portfolio()


@pytest.fixture(scope="session")
def small_report() -> ReportModel:
    """Return a report with a block of every kind, and text that needs escaping."""
    return _sample_report.small_report()


@pytest.fixture(scope="session")
def empty_report() -> ReportModel:
    """Return a report without sections."""
    return _sample_report.empty_report()


@pytest.fixture(scope="session")
def huge_report() -> ReportModel:
    """Return a report with a table of thousands of rows and many sections."""
    return _sample_report.huge_report()


@pytest.fixture(scope="session")
def empty_catalogue() -> Catalogue:
    """Return a catalogue without plug-ins."""
    return Catalogue.empty()
