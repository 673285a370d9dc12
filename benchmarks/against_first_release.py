"""Compare this version with the first release in one run, as whole processes; see README.md.

Both are unpacked from git, installed into environments of their own in the same way, and run
alternately. What cannot be measured is printed with the reason.
"""

import argparse
import csv
import hashlib
import os
import platform
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from statistics import median
from typing import TypeAlias

import attrs

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.area_jobs import EDITION, write_country
from benchmarks.import_jobs import FILES, READER
from benchmarks.make_national import make_country
from benchmarks.national_jobs import DAY
from benchmarks.versions import (
    FIRST_RELEASE,
    NotMeasured,
    Run,
    Version,
    alternately,
    has_changes,
    installed,
    run_once,
)

__all__ = ["Account", "Comparison", "account_of", "markdown", "tables_compared"]

EVERYTHING = ("--option", 'breakdowns=["all"]')
WYEFORD = "examples/wyeford"
CHECKED = (0, 1)
"""A check ends with 1 where it found something."""

IMPORT_TARGET, ALL_AREAS_TARGET, CHECK_TARGET = 0.3, 0.35, 0.6
REVISIONS_TARGET = 0.15
TIMELINESS = "timeliness_20_week.csv"
REVISED_ROWS = 10
"""Of so many rows of the revised file one has another count."""

SHORT = 4
"""A process of about a second runs so many times as often as one of many seconds."""

HEAD = (
    "Process", "Runs", "First release", "This version", "Ratio", "Of medians", "By the clock",
    "Target", "Met",
)  # fmt: skip


@attrs.frozen
class Account:
    """What became of the rows of a file, as ``sendframe import`` prints it.

    Attributes:
        file: The name of the file.
        read: The number of rows.
        used: The number of rows that became figures.
        left_out: For each reason, the number of rows and the first of them.
    """

    file: str
    read: int
    used: int
    left_out: tuple[tuple[int, int], ...] = ()


@attrs.frozen
class Comparison:
    """The runs of a process of both versions.

    Attributes:
        process: What ran.
        pairs: The runs of the first release and of this version, in pairs.
        target: The largest ratio that is a goal; None for no goal.
    """

    process: str
    pairs: Sequence[tuple[Run, Run]]
    target: float | None = None

    def cells(self) -> tuple[str, ...]:
        """Return the cells of its row; ratios are of CPU seconds unless the column says more."""
        old, new = ([run.cpu for run in runs] for runs in zip(*self.pairs, strict=True))
        clocks = [min(run.clock for run in runs) for runs in zip(*self.pairs, strict=True)]
        ratio = min(new) / min(old)
        met = "–" if self.target is None else "yes" if ratio <= self.target else "no"
        return (
            self.process,
            str(len(old)),
            f"{min(old):.2f} s ({median(old):.2f} s)",
            f"{min(new):.2f} s ({median(new):.2f} s)",
            f"{ratio:.3f} ×",
            f"{median(new) / median(old):.3f} ×",
            f"{clocks[1] / clocks[0]:.3f} ×",
            "–" if self.target is None else f"≤ {self.target:g} ×",
            met,
        )


Measured: TypeAlias = Iterator[Comparison | str]


def import_comparisons(old: Version, new: Version, data: Path | None, runs: int) -> Measured:
    """Yield the import of the seven files of a release, with and without breakdowns."""
    if data is None:
        raise NotMeasured("the import needs --data FOLDER with the seven files")
    if missing := [name for name in FILES if not (data / name).is_file()]:
        raise NotMeasured(f"the folder of --data has no {', '.join(missing)}")
    files = [str((data / name).resolve()) for name in FILES]
    for what, options, target in (
        ("every breakdown", EVERYTHING, IMPORT_TARGET),
        ("totals", (), None),
    ):
        with tempfile.TemporaryDirectory() as name:
            folders = [Path(name) / side for side in ("old", "new")]
            words = ("import", *files, "--reader", READER, *options, "--out", "figures.csv")
            pairs = alternately((old, new), (*words, "--force"), folders, runs)
            account, *others = {account_of(run.errors) for pair in pairs for run in pair}
            assert not others, f"{what}: the rows differ: {account} and {others}"
            yield Comparison(f"`import`, seven files, {what}", pairs, target)
            yield f"Rows of both, {what}: {_sum(account)}"
            yield _tables_compared(folders, ["figures.csv"])
            yield f"Diagnostics of both, {what}: {_found_compared(pairs[0])}"


def revisions_comparisons(old: Version, new: Version, data: Path | None) -> Measured:
    """Yield the revisions between two files with every breakdown; one pair, for it takes minutes."""
    if data is None or not (data / TIMELINESS).is_file():
        raise NotMeasured(f"the revisions need --data FOLDER with {TIMELINESS}")
    with tempfile.TemporaryDirectory() as name:
        folders = [Path(name) / side for side in ("old", "new")]
        for version, folder in zip((old, new), folders, strict=True):
            folder.mkdir()
            _write_revised(data / TIMELINESS, folder / "revised-source.csv")
            for source, target in (
                (str((data / TIMELINESS).resolve()), "first"),
                ("revised-source.csv", "revised"),
            ):
                words = ("import", source, "--reader", READER, *EVERYTHING)
                run_once(version.words(*words, "--out", f"{target}.csv"), folder)
        words = ("revisions", "first.json", "revised.json")
        yield Comparison(
            "`revisions`, timeliness, every breakdown",
            alternately((old, new), words, folders, 1),
            REVISIONS_TARGET,
        )


def _write_revised(source: Path, target: Path) -> None:
    """Write a file in which some rows have one plan more."""
    with source.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows[::REVISED_ROWS]:
        if row["plans_issued_den"].isdigit():
            row["plans_issued_den"] = str(int(row["plans_issued_den"]) + 1)
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def all_areas_comparisons(
    old: Version, new: Version, with_numpy: Version | NotMeasured, runs: int
) -> Measured:
    """Yield the evaluation of all areas of a made-up country."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_country(make_country(), folder)
        documents = (str(folder / f"{each}.json") for each in ("figures", "indicators", "near"))
        words = ("evaluate", "--all-areas", *documents, "--as-at", DAY.isoformat())
        words += ("--edition", EDITION, "--out", "out")
        folders = [folder / side for side in ("old", "new")]
        pairs = alternately((old, new), words, folders, runs)
        yield Comparison("`evaluate --all-areas`, 91,800 figures", pairs, ALL_AREAS_TARGET)
        outs = [each / "out" for each in folders]
        yield _tables_compared(outs, sorted(path.name for path in outs[0].iterdir()))
        if isinstance(with_numpy, NotMeasured):
            yield f"Not measured: the first release with numpy: {with_numpy}"
            return
        pairs = alternately((with_numpy, new), words, folders, runs)
        yield Comparison("The same, the first release with numpy", pairs)


def check_comparisons(old: Version, new: Version, runs: int) -> Measured:
    """Yield the check of Wyeford: each version its own, and both that of the first release."""
    words, runs = ("check", WYEFORD), SHORT * runs
    folders = [old.source, new.source]
    pairs = alternately((old, new), words, folders, runs, CHECKED)
    yield Comparison(f"`check {WYEFORD}`, each its own", pairs, CHECK_TARGET)
    yield f"Diagnostics of each one's own Wyeford: {_found_compared(pairs[0])}"
    found = _found(run_once(old.words(*words), new.source))
    yield f"The first release on the Wyeford of this version: {found}"
    found = _found(run_once(new.words(*words), old.source))
    yield f"This version on the Wyeford of the first release: {found}"
    if "error" not in found:
        pairs = alternately((old, new), words, [old.source] * 2, runs, CHECKED)
        yield Comparison(f"`check {WYEFORD}`, that of the first release", pairs)


def account_of(output: str) -> tuple[Account, ...]:
    """Return what became of the rows of each file, from the messages of ``sendframe import``.

    Raises:
        AssertionError: A row is in no part of the account, or there is no account.
    """
    found: list[Account] = []
    for line in output.splitlines():
        if read := re.fullmatch(r"(?:(.+): )?([\d,]+) rows read, ([\d,]+) used", line):
            file = Path(read[1] or "").name
            found.append(Account(file, _number(read[2]), _number(read[3])))
        elif left := re.match(r"([\d,]+) left out, the first in row ([\d,]+): ", line):
            reason = (_number(left[1]), _number(left[2]))
            found[-1] = attrs.evolve(found[-1], left_out=(*found[-1].left_out, reason))
    for account in found:
        assert account.read == account.used + sum(count for count, _ in account.left_out), account
    assert found, "no account of rows was printed"
    return tuple(found)


def tables_compared(old: Path, new: Path) -> str:
    """State in words whether two tables are equal, or equal in the columns of the older one."""
    digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (old, new)]
    if digests[0] == digests[1]:
        return f"{new.name}: the same bytes in both, SHA-256 {digests[0][:12]}"
    with (
        old.open(newline="", encoding="utf-8") as one,
        new.open(newline="", encoding="utf-8") as two,
    ):
        rows, others = csv.reader(one), csv.reader(two)
        columns, more = next(rows, []), next(others, [])
        added = [name for name in more if name not in columns]
        if not set(columns) <= set(more):
            return f"{new.name}: the tables differ in their columns"
        places = [more.index(name) for name in columns]
        picked = ([row[place] for place in places] for row in others)
        same = all(row == other for row, other in zip_longest(rows, picked))
    words = "the same values in all columns of the first release" if same else "the values differ"
    return f"{new.name}: {words}; added: {', '.join(added) or 'none'}"


def markdown(comparisons: Iterable[Comparison]) -> str:
    """Return comparisons as a Markdown table."""
    rows = [HEAD, ("---",) * len(HEAD), *(each.cells() for each in comparisons)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def report(old: Version, new: Version, measures: Iterable[Measured]) -> str:
    """Measure and return the table and its notes as Markdown."""
    comparisons, notes = [], list(_notes_on(old, new))
    for measure in measures:
        try:
            for found in measure:
                if isinstance(found, Comparison):
                    comparisons.append(found)
                    print(" ".join(found.cells()), file=sys.stderr)
                else:
                    notes.append(found)
        except NotMeasured as reason:
            notes.append(f"Not measured: {reason}")
    return f"{markdown(comparisons)}\n" + "".join(f"- {note}\n" for note in notes)


def _notes_on(old: Version, new: Version) -> Iterator[str]:
    commits = f"First release {old.commit[:7]}, this version {new.commit[:7]}"
    machine = f"Python {platform.python_version()}, {os.cpu_count()} processors"
    yield f"{commits}, both installed from wheels, with compiled modules. {machine}."
    differing = sorted(old.libraries() ^ new.libraries())
    yield f"Libraries that differ: {', '.join(differing) or 'none'}."
    if new.commit != "." and has_changes():
        yield "The checkout has changes that are not committed; they are not measured."


def _sum(accounts: Sequence[Account]) -> str:
    read, used = (sum(getattr(each, name) for each in accounts) for name in ("read", "used"))
    return f"{read:,} read, {used:,} used, {read - used:,} left out, in {len(accounts)} files"


def _tables_compared(folders: Sequence[Path], names: Sequence[str]) -> str:
    return "; ".join(tables_compared(*(folder / name for folder in folders)) for name in names)


def _found_compared(pair: tuple[Run, Run]) -> str:
    old, new = map(_found, pair)
    return old if old == new else f"{old} in the first release, {new} here"


def _found(run: Run) -> str:
    """Return the line that counts the diagnostics."""
    lines = run.output.splitlines() + run.errors.splitlines()
    counts = [line for line in lines if line.startswith(("Found ", "No problems"))]
    return counts[0].rstrip(".") if counts else "no count of diagnostics"


def _number(text: str) -> int:
    return int(text.replace(",", ""))


def main() -> None:
    """Read the command line, install, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "what", nargs="?", default="all", choices=("import", "revisions", "areas", "check", "all")
    )
    parser.add_argument("--data", metavar="FOLDER", type=Path, help="the seven files of a release")
    parser.add_argument("--runs", metavar="N", type=int, default=5, help="5 unless given")
    parser.add_argument("--keep", metavar="FOLDER", type=Path, help="keep the environments there")
    parser.add_argument(
        "--new",
        metavar="COMMIT",
        default="HEAD",
        help="HEAD unless given; a dot: the files as they are",
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(given.keep or folder).resolve()
        work.mkdir(parents=True, exist_ok=True)
        try:
            old, new = installed(FIRST_RELEASE, 0, work), installed(given.new, 1, work)
        except NotMeasured as reason:
            sys.exit(f"Not measured: {reason}")
        measures: dict[str, Callable[[], Measured]] = {
            "import": lambda: import_comparisons(old, new, given.data, given.runs),
            "revisions": lambda: revisions_comparisons(old, new, given.data),
            "areas": lambda: all_areas_comparisons(old, new, _with_numpy(work), given.runs),
            "check": lambda: check_comparisons(old, new, given.runs),
        }
        chosen = [measure() for what, measure in measures.items() if given.what in (what, "all")]
        print(report(old, new, chosen), end="")


def _with_numpy(work: Path) -> Version | NotMeasured:
    """Return the first release with its extra for numpy, or why it cannot be had."""
    try:
        return installed(FIRST_RELEASE, 0, work, "[fast]")
    except NotMeasured as reason:
        return reason


if __name__ == "__main__":
    main()
