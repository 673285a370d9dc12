"""Try whether the tests notice mistakes: `python tests/mutation/run.py`.

In a copy of the project one operator, constant or condition of a module is changed at a time, and
the unit tests that run through its line are run. A mutant that none of them notices has survived:
either a test is missing, or the change makes no difference, which `equivalent.toml` then says with
the reason. Ends with 1 if another one survived.

It needs what `.ci/requirements.txt` and `tests/mutation/requirements.txt` name, and takes about
half an hour for 400 mutants on two processors.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue

import attrs
from coverage import CoverageData

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.conftest import ABOVE  # noqa: E402
from tests.mutation.mutants import Mutant, mutant_at, places_of  # noqa: E402  # after the path

PACKAGES = ("disclosure", "editions", "evaluation", "figures", "scoring", "statistics")
MODULES = ("model/_day.py",)
SLOWEST = 300  # seconds for the tests of one mutant; one that hangs is noticed
COPIED = ("docs", "examples", "plugins", "schemas", "src", "tests", "benchmarks")
COPIED_FILES = ("pyproject.toml", "README.md", "CHANGELOG.md")


@attrs.frozen
class Equivalent:
    """A change that makes no difference.

    Attributes:
        file: The module.
        before: Its line.
        after: The line of the mutant.
        reason: Why nothing can notice it.
    """

    file: str
    before: str
    after: str
    reason: str


def modules() -> list[Path]:
    """Return the modules that are changed."""
    source = ROOT / "src" / "sendframe"
    inside = [path for each in PACKAGES for path in (source / each).glob("*.py")]
    return sorted([*inside, *(source / each for each in MODULES)])


def equivalent() -> list[Equivalent]:
    """Return the changes that make no difference."""
    text = (Path(__file__).parent / "equivalent.toml").read_text("utf-8")
    return [Equivalent(**each) for each in tomllib.loads(text)["mutant"]]


def copied(folder: Path) -> Path:
    """Copy what the tests need into a folder, and return it."""
    for name in COPIED:
        ignored = shutil.ignore_patterns("__pycache__", ".hypothesis")
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    for name in COPIED_FILES:
        shutil.copy(ROOT / name, folder)
    return folder


def pytest_in(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run pytest in a copy, with the source of that copy."""
    source = os.pathsep.join([str(folder / "src"), str(folder)])
    environment = os.environ | {"PYTHONPATH": source}
    quiet = ("-q", "-x", "-p", "no:cacheprovider", "-n0", "--no-header", "--tb=no")
    return subprocess.run(
        [sys.executable, "-m", "pytest", *quiet, *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=False,
        text=True,
        timeout=SLOWEST if "--cov" not in words else None,
    )


def tests_of_lines(folder: Path) -> dict[tuple[str, int], list[str]]:
    """Return, for each line of a module, the unit tests that run through it; import does not count.

    Raises:
        SystemExit: A test fails as it is.
    """
    unit = [
        str(path.relative_to(folder))
        for path in sorted((folder / "tests" / "unit").iterdir())
        if path.is_dir() and path.name not in (*ABOVE, "__pycache__")
    ]
    done = pytest_in(folder, *unit, "--cov", "--cov-context=test", "--cov-report=")
    if done.returncode:
        sys.exit(done.stdout)
    data = CoverageData(str(folder / ".coverage"))
    data.read()
    found = {}
    for path in modules():
        file = path.relative_to(ROOT).as_posix()
        lines = data.contexts_by_lineno(str(folder / file))
        for line, contexts in lines.items():
            tests = {each.partition("|")[0] for each in contexts if each}
            own = f"tests/unit/{path.parent.name}/"
            found[file, line] = sorted(tests, key=lambda each: (not each.startswith(own), each))
    return found


def is_noticed(mutant: Mutant, folder: Path, tests: list[str]) -> bool:
    """Say whether a test fails, or does not end, with a mutant."""
    path = folder / mutant.file
    before, times = path.read_text("utf-8"), path.stat()
    own = f"tests/unit/{path.parent.name}"
    (folder / "tests.txt").write_text("\n".join(tests or [own]), "utf-8")
    path.write_text(mutant.source, "utf-8")
    try:
        return pytest_in(folder, f"@{folder / 'tests.txt'}").returncode != 0
    except subprocess.TimeoutExpired:
        return True
    finally:
        path.write_text(before, "utf-8")
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))  # compiled mutants are older


def main() -> int:
    """Make mutants, run tests, and print those that survived."""
    parser = argparse.ArgumentParser(description="Try whether the tests notice mistakes.")
    parser.add_argument("--number", type=int, default=400, help="of mutants; 400 unless given")
    parser.add_argument("--seed", type=int, default=1, help="of chance; 1 unless given")
    parser.add_argument("--only", default="", help="modules whose path contains this")
    parser.add_argument("--operator", default="", help="operators whose class is named so")
    given = parser.parse_args()
    listed = {(each.file, each.before, each.after) for each in equivalent()}
    places = [
        place
        for path in modules()
        if given.only in str(path)
        for place in places_of(path)
        if given.operator in type(place.operator).__name__
    ]
    random.Random(given.seed).shuffle(places)
    results: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(os.cpu_count()) as pool:
        folders: Queue[Path] = Queue()
        for number in range(os.cpu_count() or 1):
            folders.put(copied(Path(name) / str(number)))
        tests = tests_of_lines(folders.queue[0])

        def tried(mutant: Mutant) -> tuple[Mutant, bool]:
            folder = folders.get()
            try:
                return mutant, is_noticed(mutant, folder, tests.get((mutant.file, mutant.line), []))
            finally:
                folders.put(folder)

        made = (mutant_at(place, ROOT) for place in places)
        chosen = [each for each, _ in zip(filter(None, made), range(given.number), strict=False)]
        for mutant, noticed in pool.map(tried, chosen):
            known = (mutant.file, mutant.before, mutant.after) in listed
            result = "noticed" if noticed else "equivalent" if known else "survived"
            results[result] += 1
            if result == "survived":
                print(f"{mutant.file}:{mutant.line}\n  - {mutant.before}\n  + {mutant.after}")
                sys.stdout.flush()
    print(f"{results.total()} mutants of {len(places)}: {dict(sorted(results.items()))}")
    return 1 if results["survived"] else 0


if __name__ == "__main__":
    sys.exit(main())
