"""What holds for every test: how many examples are tried, and that no network is touched."""

import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parents[1]))  # for tests.property.mutation and the like

settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile("ci", max_examples=100, deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")

MARKERS = {
    "network": "needs a package registry",
    "node": "needs Node.js",
    "browser": "needs a browser",
}


def pytest_configure(config: pytest.Config) -> None:
    """Register the markers of tests that need something beyond Python."""
    for name, meaning in MARKERS.items():
        config.addinivalue_line("markers", f"{name}: {meaning}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Iterator[pytest.TestReport]:
    """Let a skipped test fail in CI: what it needs must be there."""
    report: pytest.TestReport = yield
    if os.environ.get("CI") and report.skipped and call.excinfo is not None:
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {item.nodeid}: {call.excinfo.value}"
    return report


@pytest.fixture(autouse=True)
def _no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every connection fail, except within the machine's own kernel (AF_UNIX)."""
    if any(request.node.get_closest_marker(name) for name in MARKERS):
        return

    def guard(name: str) -> None:
        real = getattr(socket.socket, name)

        def connect(self: socket.socket, address: Any) -> Any:
            if self.family != getattr(socket, "AF_UNIX", None):
                pytest.fail(f"a test tried to reach the network: {address!r}")
            return real(self, address)

        monkeypatch.setattr(socket.socket, name, connect)

    guard("connect")
    guard("connect_ex")
