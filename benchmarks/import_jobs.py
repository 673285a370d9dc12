"""Jobs on published files: from the download to figures that name their rows."""

import csv
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from io import StringIO
from operator import itemgetter
from pathlib import Path

import attrs

from benchmarks.measure import Effort, command, in_turns, peak_of, processes
from benchmarks.rows import Row, compared, row_of
from sendframe.api import ImportedFile, read_file
from sendframe.model import FrozenMap, Json, freeze
from sendframe.plugins import Catalogue

__all__ = ["grown", "import_rows", "imported"]

ROOT = Path(__file__).parents[1]
EXTRACTS = ROOT / "plugins" / "sendframe-dfe" / "tests" / "data"
READER = "dfe.ehc-plans"
FILES = (
    "annual_reviews.csv",
    "assessments.csv",
    "caseload.csv",
    "ceased_plans.csv",
    "requests.csv",
    "sen_needs_all_plans.csv",
    "timeliness_20_week.csv",
)
ROWS = 13_000
"""About as many rows has a file of the release."""

MOST_CALLS = 5
"""Pairs of calls: each takes many seconds."""

EVERYTHING: FrozenMap[Json] = FrozenMap({"breakdowns": freeze(["all"])})
NOTHING: FrozenMap[Json] = FrozenMap()


def import_rows(effort: Effort) -> Iterator[Row]:
    """Measure the reader of *Education, health and care plans* against readers of any CSV.

    The files are those of the folder that ``SENDFRAME_RELEASES`` names, where it is given: the
    whole release as it was published. Otherwise they are made from extracts of it, as large.
    """
    effort = attrs.evolve(effort, calls=min(effort.calls, MOST_CALLS))
    given = os.environ.get("SENDFRAME_RELEASES")
    with tempfile.TemporaryDirectory() as folder:
        if given is None:
            rows = 200 if effort.calls == 1 else ROWS
            files = [grown(EXTRACTS / name, Path(folder), rows) for name in FILES]
        else:
            files = [Path(given) / name for name in FILES]
        catalogue = Catalogue.discover()
        for name, peer in (("polars", _polars), ("pandas", _pandas)):
            for what, options in (("totals", NOTHING), ("every breakdown", EVERYTHING)):
                ours = partial(_all, files, partial(imported, options=options, catalogue=catalogue))
                pair = in_turns(ours, partial(_all, files, peer), effort)
                yield row_of(f"Import of seven files, {what}", f"{name}, reading them", pair)
        out = Path(folder) / "figures.csv"
        words = [command("sendframe"), "import", *map(str, files), "--reader", READER]
        words += ["--out", str(out), "--force"]
        for name in ("polars", "pandas"):
            theirs = [sys.executable, "-c", _script(name, files)]
            pair = processes(words, theirs, effort.long)
            yield row_of("sendframe import, as a process", f"{name}, as a process", pair)
            kept = [peak_of(each) for each in (words, theirs)]
            mine, other = (f"{each / 1e6:.0f} MB" for each in kept)
            yield compared(
                "Memory of the import, peak of the process",
                f"{name}, as a process",
                mine,
                other,
                kept[0] / kept[1],
                None,
            )


def imported(path: Path, *, options: FrozenMap[Json], catalogue: Catalogue) -> ImportedFile:
    """Read a file with the reader."""
    return read_file(path, READER, options=options, catalogue=catalogue)


def grown(extract: Path, folder: Path, rows: int) -> Path:
    """Write a file with about as many rows as one of the release, and return its path.

    Rows about a part of the whole are nineteen of twenty, as in the release; every row about the
    whole has an area of its own.
    """
    header, *lines = csv.reader(StringIO(extract.read_text(encoding="utf-8-sig")))
    level, code = header.index("geographic_level"), header.index("new_la_code")
    breakdown = header.index("breakdown")
    local = [each for each in lines if each[level] == "Local authority"]
    totals = [each for each in local if each[breakdown].startswith("All")]
    whole = max(totals, key=itemgetter(header.index("time_period")))
    part = next(each for each in local if not each[breakdown].startswith("All"))
    made = [header]
    for number in range(rows):
        row = list(part if number % 20 else whole)
        row[code] = f"ZZ{number // 20:07}"
        if number % 20:
            row[breakdown] = f"part {number % 20}"
        made.append(row)
    path = folder / extract.name
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(made)
    return path


def _all(files: Sequence[Path], read: Callable[[Path], object]) -> list[object]:
    return [read(each) for each in files]


def _polars(path: Path) -> object:
    import polars as pl

    return pl.read_csv(path, infer_schema_length=None)


def _pandas(path: Path) -> object:
    import pandas as pd

    return pd.read_csv(path, low_memory=False)


def _script(name: str, files: Sequence[Path]) -> str:
    """Return a program that reads the files and writes one table, as the command does."""
    paths = [str(each) for each in files]
    if name == "polars":
        read = f"[polars.read_csv(path, infer_schema_length=None) for path in {paths!r}]"
        return f"import polars\nfor each in {read}: each.write_csv('/dev/null')"
    read = f"[pandas.read_csv(path, low_memory=False) for path in {paths!r}]"
    return f"import pandas\nfor each in {read}: each.to_csv('/dev/null')"
