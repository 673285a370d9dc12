"""Jobs as whole processes: what a user waits for, from the command line to the answer."""

import sys
import sysconfig
import tempfile
import venv
from collections.abc import Iterator
from pathlib import Path

import attrs

from benchmarks.make_documents import large_document, small_documents, to_bytes, write_portfolio
from benchmarks.measure import Effort, command, processes
from benchmarks.rows import Row, milliseconds, row_of
from sendframe import validation

__all__ = ["environment_with_plug_ins", "start_rows", "validate_rows"]

NOTHING = (sys.executable, "-c", "pass")
HELP_SECONDS = 0.10
VALIDATE_SECONDS = 0.16


def start_rows(effort: Effort) -> Iterator[Row]:
    """Measure how long it takes until a command answers that has nothing to do."""
    ours, count = command("sendframe"), effort.processes
    pair = processes((ours, "--version"), NOTHING, count)
    yield row_of("sendframe --version", "python -c pass", pair, 1.2)
    pair = processes((ours, "--help"), NOTHING, count)
    yield _within(row_of("sendframe --help", "python -c pass", pair), pair.ours, HELP_SECONDS)
    pair = processes((ours, "--help"), (command("check-jsonschema"), "--help"), count)
    yield row_of("sendframe --help", "check-jsonschema --help", pair, 0.5)
    with tempfile.TemporaryDirectory() as name:
        python = str(environment_with_plug_ins(Path(name)))
        pair = processes((python, "-c", LIST), (python, "-c", "import importlib.metadata"), count)
        yield row_of("plugins list, 20 plug-ins", "import importlib.metadata", pair, 2.0)


LIST = "import sys; sys.argv[1:] = ['plugins', 'list']; from sendframe.__main__ import main; main()"
PLUG_INS = 20


def environment_with_plug_ins(folder: Path) -> Path:
    """Make an environment beside this one with the metadata of 20 plug-ins; return its Python."""
    venv.create(folder, with_pip=False)
    (site,) = folder.glob("lib/python*/site-packages")
    parent = sysconfig.get_path("purelib")
    (site / "parent.pth").write_text(f"import site; site.addsitedir({parent!r})\n", "utf-8")
    for number in range(PLUG_INS):
        info = site / f"sendframe_area{number}-1.0.0.dist-info"
        info.mkdir()
        head = f"Metadata-Version: 2.1\nName: sendframe-area{number}\nVersion: 1.0.0\n"
        (info / "METADATA").write_text(f"{head}Requires-Dist: sendframe<1,>=0.1\n", "utf-8")
        points = f"[sendframe.checks]\narea{number} = sendframe_area{number}\n"
        (info / "entry_points.txt").write_text(points, "utf-8")
    return folder / "bin" / "python"


def validate_rows(effort: Effort) -> Iterator[Row]:
    """Measure ``sendframe validate`` against check-jsonschema, which knows schemas only."""
    schema = validation.schema_folder() / validation.CURRENT_VERSION / "strategy.schema.json"
    ours = (command("sendframe"), "validate")
    theirs = (command("check-jsonschema"), "--schemafile", str(schema))
    peer, count = "check-jsonschema", effort.processes
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        portfolio = folder / "many"
        small = [str(each) for each in write_portfolio(portfolio, small_documents())]
        large = folder / "large.json"
        large.write_bytes(to_bytes(large_document()))
        job = "validate one file of 27 KB, cold"
        pair = processes((*ours, small[0]), (*theirs, small[0]), count)
        yield row_of(job, peer, pair, 0.5)
        pair = processes((*ours, small[0]), NOTHING, count)
        yield _within(row_of(job, "python -c pass", pair), pair.ours, VALIDATE_SECONDS)
        pair = processes((*ours, str(large)), (*theirs, str(large)), count)
        yield row_of("validate one file of 500 KB, cold", peer, pair, 0.25)
        pair = processes((*ours, *small), (*theirs, *small), count)
        yield row_of("validate 100 files of 27 KB", peer, pair, 1.0)
        pair = processes((*ours, str(portfolio)), (*theirs, *small), count)
        yield row_of("validate a portfolio of 100 files", f"{peer}, no references", pair, 1.0)
        several = [str(large)] * effort.large_files
        pair = processes((*ours, *several), (*theirs, *several), effort.long)
        yield row_of("validate many files of 500 KB", peer, pair, 0.06)


def _within(row: Row, seconds: float, at_most: float) -> Row:
    """Return a row that is held against seconds instead of a ratio."""
    return attrs.evolve(row, target=f"≤ {milliseconds(at_most)}", met=seconds <= at_most)
