"""Measure sendframe against its peers and print a Markdown table; see README.md."""

import argparse
import platform
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.area_jobs import area_rows
from benchmarks.document_jobs import document_rows
from benchmarks.growth_jobs import growth_rows
from benchmarks.import_jobs import import_rows
from benchmarks.measure import Effort
from benchmarks.national_jobs import national_rows
from benchmarks.process_jobs import start_rows, validate_rows
from benchmarks.report_jobs import report_rows
from benchmarks.rows import Row, markdown
from benchmarks.workbook_jobs import workbook_rows

PEERS = (
    "attrs", "cattrs", "check-jsonschema", "jinja2", "jsonschema", "jsonschema-rs",
    "matplotlib", "openpyxl", "pandas", "polars", "pydantic", "python-calamine", "xlsxwriter",
)  # fmt: skip
PARTS: dict[str, tuple[Callable[[Effort], Iterator[Row]], ...]] = {
    "documents": (document_rows, validate_rows),
    "national": (national_rows,),
    "import": (import_rows,),
    "areas": (area_rows,),
    "reports": (report_rows,),
    "growth": (growth_rows,),
    "start": (start_rows,),
    "workbook": (workbook_rows,),
}
QUICK = Effort(calls=1, processes=1, long=1, seconds=0.0, documents=100, large_files=2)


def rows_of(what: str, effort: Effort) -> Iterator[Row]:
    """Measure and yield the rows of one of `PARTS`, or of ``all``."""
    for part, measures in PARTS.items():
        for measure in measures if what in (part, "all") else ():
            yield from measure(effort)


def report(what: str, effort: Effort) -> str:
    """Measure and return the whole result as Markdown."""
    found = []
    for row in rows_of(what, effort):
        found.append(row)
        print(f"{row.job}: {row.peer}", file=sys.stderr)
    versions = ", ".join(f"{name} {_version(name)}" for name in PEERS)
    run = (
        f"Python {platform.python_version()}; {versions}. Medians of {effort.calls} pairs of calls "
        f"and {effort.processes} pairs of processes ({effort.long} of many large files, "
        f"{effort.large_files} at a time); processes in seconds of CPU."
    )
    return f"{markdown(found)}\n\n{run}\n"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # a peer of a part that is not measured
        return "not installed"


def main() -> None:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="?", default="all", choices=(*PARTS, "all"))
    parser.add_argument("--quick", action="store_true", help="measure once: does it run at all?")
    parser.add_argument("--output", metavar="FILE.md", type=Path, help="write the table there too")
    given = parser.parse_args()
    text = report(given.what, QUICK if given.quick else Effort())
    print(text, end="")
    if given.output is not None:
        given.output.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
