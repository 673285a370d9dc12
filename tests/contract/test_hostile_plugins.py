"""With any hostile plug-in present, all that others make is the same, byte by byte."""

import json
import os
import subprocess
import sys
import threading
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sendframe.plugins import Catalogue
from sendframe.plugins._discovery import _own_folder
from tests.contract.hostile_plugins import CHILD, HOSTILE, install_good, write

pytestmark = pytest.mark.slow

WORKER = Path(__file__).with_name("hostile_worker.py")
SEEDS, MORE_SEEDS = (0, 1), (2, 3, 4)
CONFLICT = {"id-conflict"}  # it takes the good one's id, and then neither has it


@pytest.fixture(scope="module")
def outcomes(
    pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory
) -> dict[int, dict[str, Any]]:
    """Return what came out under each hash seed and order of discovery."""
    folder = tmp_path_factory.mktemp("plugins")
    install_good(folder / "good")
    for key in HOSTILE:
        write(folder / key, key)
    found = {}
    thorough = pytestconfig.getoption("thorough")
    area = "wyeford" if thorough else "small"
    for seed in SEEDS + (MORE_SEEDS if thorough else ()):
        here = tmp_path_factory.mktemp(f"run-{seed}")
        done = subprocess.run(
            [sys.executable, str(WORKER), str(folder), str(seed), area],
            cwd=here,
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stderr
        assert CHILD not in done.stdout + done.stderr
        found[seed] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("key", sorted(HOSTILE))
def test_everything_else_stays_the_same(outcomes: dict[int, dict[str, Any]], key: str) -> None:
    """Evaluation and every report of every other renderer equal those of a run without it."""
    if key in CONFLICT:
        digests = {found[key]["digest"] for found in outcomes.values()}
        assert len(digests) == 1
        return
    alone = outcomes[SEEDS[0]][""]
    for found in outcomes.values():
        assert found[key]["digest"] == alone["digest"]
        assert found[key]["files"] == alone["files"]


@pytest.mark.parametrize("key", sorted(HOSTILE))
def test_the_failure_names_its_plug_in(outcomes: dict[int, dict[str, Any]], key: str) -> None:
    """Plug-in, distribution, version and what is wrong stand in it; nothing else is blamed."""
    reason = HOSTILE[key].reason
    for found in outcomes.values():
        told = found[key]["failures"]
        if not reason:
            assert told == []
            continue
        assert any(reason in each for each in told), told
        for each in told:
            assert "sendframe-evil 6.6.6" in each or key in CONFLICT
            assert CHILD not in each


def test_the_good_one_alone_fails_nowhere(outcomes: dict[int, dict[str, Any]]) -> None:
    """Without any hostile plug-in nothing fails, whatever the seed and the order."""
    assert {json.dumps(found[""]) for found in outcomes.values()} == {
        json.dumps(outcomes[SEEDS[0]][""])
    }
    assert outcomes[SEEDS[0]][""]["failures"] == []
    assert "board-kent.txt" in outcomes[SEEDS[0]][""]["files"]


SLOW = """
import time
time.sleep(0.3)
from sendframe.plugins import Catalogue, Check, hookimpl
Catalogue.discover().checks

def run(context):
    return ()

@hookimpl.checks
def checks():
    return [Check("slow.one", "One", "Says so.", run)]
"""


def test_sixteen_threads_do_not_wait_for_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They collect from one catalogue while another imports a plug-in that itself collects."""
    info = tmp_path / "sendframe_slow-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: sendframe-slow\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[sendframe.checks]\nslow = sendframe_slow_one\n")
    (tmp_path / "sendframe_slow_one.py").write_text(SLOW)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "sendframe_slow_one", raising=False)
    catalogue = Catalogue.discover([_own_folder(), str(tmp_path)])
    found: list[frozenset[str]] = []

    def collect() -> None:
        found.append(frozenset(catalogue.checks))

    def take() -> None:
        __import__("sendframe_slow_one")

    threads = [threading.Thread(target=each, daemon=True) for each in (take, *[collect] * 16)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(timeout=30)
    assert not any(each.is_alive() for each in threads)
    assert len(found) == 16
    assert all("slow.one" in each for each in found)


@cache
def _ran(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


@pytest.fixture
def trapped(tmp_path: Path) -> Path:
    """Return a working directory with hostile metadata and modules in it."""
    folder = tmp_path / "trap"
    folder.mkdir()
    trap = f"open({str(tmp_path / 'ran')!r}, 'w').close()\n"
    for name in ("pluggy", "attrs", "attr", "evil_here", "sendframe_plain"):
        (folder / f"{name}.py").write_text(trap, encoding="utf-8")
    info = folder / "sendframe_here-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: sendframe-here\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[sendframe.checks]\nhere = evil_here\n")
    return folder


@pytest.mark.parametrize("way", ["console", "module"])
@pytest.mark.parametrize("words", ["plugins list", "plugins doctor", "explain SFR301"])
def test_nothing_in_the_working_directory_is_listed_or_run(
    trapped: Path, way: str, words: str
) -> None:
    """Under the console script and under ``python -m sendframe``."""
    script = str(Path(sys.executable).with_name("sendframe"))
    start = (script,) if way == "console" else ("-m", "sendframe")
    done = _ran(*start, *words.split(), cwd=trapped)
    assert done.returncode == 0, done.stderr
    assert "here" not in done.stdout.split()
    assert not (trapped.parent / "ran").exists()


def test_metadata_on_pythonpath_is_not_listed(trapped: Path, tmp_path: Path) -> None:
    """PYTHONPATH is for importing; a plug-in that lies there is not found."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for each in ("pluggy", "attrs", "attr", "sendframe_plain"):
        (trapped / f"{each}.py").unlink()
    script = str(Path(sys.executable).with_name("sendframe"))
    done = _ran(script, "plugins", "list", cwd=elsewhere, PYTHONPATH=str(trapped))
    assert done.returncode == 0, done.stderr
    assert "sendframe-here" not in done.stdout
