"""What the tests of evaluations share."""

import pytest

from sendframe.statistics import EngineName

ENGINES: list[EngineName] = ["python", "numpy"]


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> EngineName:
    """Return the name of each engine."""
    if request.param == "numpy":
        pytest.importorskip("numpy", reason="numpy is not installed")
    return request.param
