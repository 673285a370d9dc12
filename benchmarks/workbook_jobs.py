"""Jobs on workbooks: a large plan as sheets, and back."""

import io
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from benchmarks.measure import Effort, command, in_turns, peak_of, processes
from benchmarks.rows import Row, milliseconds, row_of
from sendframe.workbook import read_grids

__all__ = ["large_plan", "workbook_rows"]

STARTER = Path(__file__).parents[1] / "src" / "sendframe" / "api" / "starter"
ACTIONS, UPDATES = 5_000, 2
MOST_SECONDS, MOST_BYTES = 10, 400_000_000
MOST_CALLS = 3


def large_plan(folder: Path, actions: int) -> Path:
    """Write a portfolio with so many actions, each with its updates, and return its folder."""
    shutil.copytree(STARTER, folder)
    path = folder / "actions.json"
    register = json.loads(path.read_text(encoding="utf-8"))
    (first,) = register["actions"]
    register["actions"] += [_action(first, number) for number in range(actions)]
    path.write_text(json.dumps(register, indent=2), encoding="utf-8")
    return folder


def _action(first: dict[str, Any], number: int) -> dict[str, Any]:
    made = json.loads(json.dumps(first))
    made["id"] = f"action-{number}"
    made["title"]["default"] = f"Action {number}: {first['title']['default']}"
    for criterion in made["success_criteria"]:
        criterion["id"] += f"-{number}"
    made["updates"] *= UPDATES
    return dict(made)


def workbook_rows(effort: Effort) -> Iterator[Row]:
    """Measure export and read of a large plan, and its sheets against python-calamine."""
    from python_calamine import CalamineWorkbook

    effort = attrs.evolve(effort, calls=min(effort.calls, MOST_CALLS))
    count = 50 if effort.calls == 1 else ACTIONS
    with tempfile.TemporaryDirectory() as name:
        folder = large_plan(Path(name, "plan"), count)
        workbook = Path(name, "plan.xlsx")
        export = [command("sendframe"), "workbook", "export", str(folder), "--out", str(workbook)]
        read = [command("sendframe"), "workbook", "read", str(workbook), "--into", str(folder)]
        validate = [command("sendframe"), "validate", str(folder)]
        for what, words in (("export", export), ("read", read)):
            pair = processes(words, validate, effort.long)
            yield Row(
                f"sendframe workbook {what}, 5,000 actions",
                "sendframe validate",
                milliseconds(pair.ours),
                milliseconds(pair.theirs),
                pair.ratio,
                f"≤ {MOST_SECONDS} s",
                pair.ours <= MOST_SECONDS,
            )
            peak = peak_of(words)
            yield Row(
                f"Memory of workbook {what}, peak of the process",
                "–",
                f"{peak / 1e6:.0f} MB",
                target=f"≤ {MOST_BYTES / 1e6:.0f} MB",
                met=peak <= MOST_BYTES,
            )
        data = workbook.read_bytes()

        def theirs() -> int:
            book = CalamineWorkbook.from_filelike(io.BytesIO(data))
            return sum(len(book.get_sheet_by_name(n).to_python()) for n in book.sheet_names)

        pair = in_turns(lambda: len(read_grids(data, "plan.xlsx")[0]), theirs, effort)
        yield row_of("Cells of a workbook, 5,000 actions", "python-calamine", pair)
