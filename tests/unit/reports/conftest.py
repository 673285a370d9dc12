"""Contexts of reports of the two examples."""

from datetime import date

import pytest

from sendframe.disclosure import POLICIES
from sendframe.model import Portfolio
from sendframe.plugins import Catalogue
from sendframe.reports._context import BuildContext
from tests.evaluating import disclosed

CATALOGUE = Catalogue.discover(third_party=False)
DAY = date(2026, 1, 31)


def context_of(portfolio: Portfolio) -> BuildContext:
    """Return what a report of published figures is built from."""
    shown = disclosed(portfolio, POLICIES["published-figures"], as_at=DAY, catalogue=CATALOGUE)
    return BuildContext(shown, CATALOGUE.profiles["board"].record)


@pytest.fixture(scope="module")
def wye(wyeford: Portfolio) -> BuildContext:
    """Return the fictional example."""
    return context_of(wyeford)


@pytest.fixture(scope="module")
def here(herefordshire: Portfolio) -> BuildContext:
    """Return the real example."""
    return context_of(herefordshire)
