"""What holds for every test: examples tried, workers, coverage, and no network."""

import gc
import os
import secrets
import socket
import sys
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # for tests.property.mutation and the like

# Programs that tests start, and workers, shall compile each module once and not every time.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Tests keep many objects for long: looking for garbage among them so often is a tenth of the time.
gc.set_threshold(100_000, 50, 100)

os.fsync = lambda _: None  # nothing that tests write has to outlive a power cut

settings.register_profile(
    "fixed",
    max_examples=50,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],  # a busy machine is no fault of a property
)
settings.register_profile(
    "thorough",
    settings.get_profile("fixed"),
    max_examples=200,
    derandomize=False,
    print_blob=True,
)
settings.load_profile("fixed")

collect_ignore = ["fuzz/run.py", "mutation/mutants.py", "mutation/run.py"]
"""What is run by itself, with what it needs: it instruments imports, or makes mutants."""

MARKERS = ("browser", "network", "node", "office")
ABOVE = ("api", "builtin", "cli", "plugins", "testing")
"""The packages whose coverage is not measured: those above the layers that pyproject.toml names."""
FIRST = tuple(
    f"tests/{name}.py"
    for name in ("contract/test_new_plugins", "contract/test_site", "unit/testing/test_conformance")
)
"""Files with the longest tests: they begin before others, so that both workers end together."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `--thorough` ask for what only runs before a release."""
    meaning = "examples of properties by chance, and more hash seeds for hostile plug-ins"
    parser.addoption("--thorough", action="store_true", help=meaning)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print the seed of examples that came by chance; with it they come again."""
    if config.getoption("thorough"):
        terminalreporter.write_line(f"--hypothesis-seed={config.option.hypothesis_seed}")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Run all tests in two workers, each file in one of them; a named path runs in this process.

    Files begin in the order of `pytest_collection_modifyitems`.
    """
    everything = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    is_worker, debugs = hasattr(config, "workerinput"), config.getoption("usepdb", default=False)
    chosen = config.getoption("numprocesses", default=0)  # 0 without pytest-xdist
    if everything and chosen is None and not is_worker and not debugs:
        config.option.numprocesses = 2
        config.option.dist = "loadfile"
        config.option.loadscopereorder = False
    if config.getoption("thorough"):
        settings.load_profile("thorough")
        if config.option.hypothesis_seed is None:  # workers are given that of their parent
            config.option.hypothesis_seed = str(secrets.randbelow(2**32))


def is_measured(item: pytest.Item) -> bool:
    """Say whether coverage is measured in a test: in the unit tests of the measured layers."""
    unmeasured = tuple(f"tests/unit/{package}/" for package in ABOVE)
    measured = ("tests/unit/", "src/", "tests/meta/test_schemas.py")
    return (
        item.nodeid.startswith(measured)
        and not item.nodeid.startswith(unmeasured)
        and item.get_closest_marker("unmeasured") is None
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let the measured tests go first: what is computed once in a process is computed in them.

    Tests that are marked as thorough are left out unless they are asked for.
    """
    if not config.getoption("thorough"):
        items[:] = [item for item in items if item.get_closest_marker("thorough") is None]
    # Otherwise the order of files is kept.
    items.sort(key=lambda item: (not is_measured(item), not item.nodeid.startswith(FIRST)))


class _Coverage:
    """The measurements of coverage, while tests run that are not measured.

    A worker of pytest-xdist has two: where the inner one stops, the outer one goes on.
    """

    stopped: ClassVar[list[Any]] = []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[object]:
    """Let the measured tests alone reach full coverage; for others it does not run, nor delay them.

    What they set up is left out as well.
    """
    measured, coverage = is_measured(item), sys.modules.get("coverage")
    if measured:
        while _Coverage.stopped:
            _Coverage.stopped.pop().start()
    elif coverage is not None:
        while (running := coverage.Coverage.current()) is not None:
            running.stop()
            _Coverage.stopped.append(running)
    return (yield)


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


class _Network:
    """Whether the test that runs may reach the network."""

    allowed = False


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let every connection of other tests fail, except within the machine's own kernel (AF_UNIX)."""
    _Network.allowed = any(item.get_closest_marker(name) for name in MARKERS)


def _guarded(connect: Callable[[socket.socket, Any], Any]) -> Callable[[socket.socket, Any], Any]:
    @wraps(connect)
    def guarded(self: socket.socket, address: Any) -> Any:
        if not _Network.allowed and self.family != getattr(socket, "AF_UNIX", None):
            pytest.fail(f"a test tried to reach the network: {address!r}")
        return connect(self, address)

    return guarded


for name in ("connect", "connect_ex"):
    setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
