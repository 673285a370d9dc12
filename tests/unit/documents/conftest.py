"""The examples as this layer loads them: without what plug-ins and sendframe itself bring."""

import pytest

from sendframe.documents import load_folder
from sendframe.model import Portfolio
from tests.unit.conftest import EXAMPLES


@pytest.fixture(scope="session")
def herefordshire() -> Portfolio:
    """Return the real example."""
    return load_folder(EXAMPLES / "herefordshire")


@pytest.fixture(scope="session")
def wyeford() -> Portfolio:
    """Return the fictional example."""
    return load_folder(EXAMPLES / "wyeford")
