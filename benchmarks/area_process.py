"""One evaluation of all areas as a process of its own, which prints the most memory it held.

``python benchmarks/area_process.py WHO FOLDER``: WHO is ``sendframe``, ``polars`` or ``pandas``;
FOLDER holds what `area_jobs.write_country` wrote. From the files of figures to three tables in
FOLDER/out.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

KILOBYTE = 1024


def peak() -> int:
    """Return the most memory this process held, in bytes.

    On Linux from its own account: what `getrusage` says holds also that of the process it came from.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="ascii").splitlines()
        return next(int(each.split()[1]) for each in lines if each.startswith("VmHWM")) * KILOBYTE
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main(who: str, folder: Path) -> None:
    """Evaluate, write the tables and print the peak."""
    if who == "sendframe":
        from sendframe.cli import run

        sources = [str(folder / each) for each in ("figures.json", "indicators.json", "near.json")]
        words = [
            "evaluate",
            "--all-areas",
            *sources,
            "--as-at",
            "2026-01-31",
            "--edition",
            "made up",
        ]
        code = run([*words, "--out", str(folder / "out")])
        assert code == 0
    else:
        tables = _frames(who, folder)
        (folder / "out").mkdir(exist_ok=True)
        for name, data in tables.items():
            (folder / "out" / name).write_bytes(data)
    print(peak(), file=sys.stderr)


def _frames(who: str, folder: Path) -> dict[str, bytes]:
    from benchmarks.peer_frames import PEERS

    told = json.loads((folder / "told.json").read_text(encoding="utf-8"))
    file = folder / "figures.csv"
    names = {"period": "year"}
    wanted = ["indicator", "area", "period", "numerator", "denominator"]
    if who == "polars":
        import polars as pl

        frame = pl.read_csv(file, columns=wanted).rename(names)
        columns = {each: frame[each] for each in frame.columns}
    else:
        import pandas as pd

        table = pd.read_csv(file, usecols=wanted).rename(columns=names)
        columns = {each: table[each] for each in table.columns}
    return PEERS[who](columns, told["directions"], told["neighbours"])


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
