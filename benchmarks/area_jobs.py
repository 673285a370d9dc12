"""Jobs of ``sendframe evaluate --all-areas`` beside the same figures worked out in data frames."""

import csv
import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.make_national import Country, make_country
from benchmarks.measure import Effort, in_turns, processes
from benchmarks.national_jobs import DAY
from benchmarks.peer_frames import PEERS
from benchmarks.rows import Row, compared, row_of
from sendframe.api import dump, evaluate_all_areas
from sendframe.documents import write_files
from sendframe.model import (
    AreaNeighbours,
    FrozenMap,
    IndicatorSet,
    Neighbour,
    NeighbourList,
    SymbolMeaning,
    Text,
    period_text,
)

__all__ = ["area_rows", "ours", "same_figures", "theirs", "write_country"]

EDITION = "made up"
SCRIPT = Path(__file__).with_name("area_process.py")
COLUMNS = {"area", "indicator", "numerator", "denominator"}
SHARED = {
    "standings.csv": ("value", "lower", "upper", "rank", "among"),
    "averages.csv": ("mean", "areas", "missing", "pooled"),
    "limits.csv": ("points", "mean", "mean_range", "lower", "upper"),
}
"""What ours and theirs both hold, by table."""

Tables = Mapping[str, bytes]


def area_rows(effort: Effort) -> Iterator[Row]:
    """Measure time and memory, from columns to tables and from files to files."""
    quick = effort.calls == 1
    country = make_country(years=2, indicators=4) if quick else make_country()
    mine = ours(country)
    jobs: dict[str, Callable[[], Tables]] = {name: partial(theirs, country, name) for name in PEERS}
    for peer, job in jobs.items():
        assert same_figures(mine, job()), peer
        pair = in_turns(partial(ours, country), job, effort)
        yield row_of("All areas, from columns to tables", peer, pair)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_country(country, folder)
        for peer in PEERS:
            commands = (_command("sendframe", folder), _command(peer, folder))
            pair = processes(*commands, effort.processes)
            yield row_of("All areas, from files to files", peer, pair)
        for peer in PEERS:
            pairs = [(_peak("sendframe", folder), _peak(peer, folder)) for _ in range(effort.long)]
            yield compared(
                "All areas, from files to files, peak memory",
                peer,
                _megabytes(median(one for one, _ in pairs)),
                _megabytes(median(two for _, two in pairs)),
                median(one / two for one, two in pairs),
            )


def ours(country: Country) -> Tables:
    """Look at every rule of the columns, evaluate all areas and write the tables as CSV."""
    documents = (_indicators(country), _neighbours(country))
    found = evaluate_all_areas(documents, country.table(), as_at=DAY, edition=EDITION)
    return found.tables.to_csv()


def theirs(country: Country, peer: str) -> Tables:
    """Make a frame of the columns, work the same figures out and write the tables as CSV."""
    columns = {name: each for name, each in country.columns.items() if name in COLUMNS}
    columns["year"] = [each.year for each in country.columns["period"]]
    return PEERS[peer](columns, _directions(country), country.neighbours)


def same_figures(mine: Tables, other: Tables) -> bool:
    """Say whether both found the same, but for the last digits of a sum."""
    return all(
        _alike(_read(mine[name], fields), _read(other[name], fields))
        for name, fields in SHARED.items()
    )


def _read(data: bytes, fields: tuple[str, ...]) -> dict[tuple[str, ...], list[str]]:
    found = {}
    for row in csv.DictReader(data.decode().splitlines()):
        last = row.get("last") or row.get("period") or row.get("year") or ""
        found[row["indicator"], row["area"], last] = [row[each] for each in fields]
    return found


def _alike(mine: dict[Any, list[str]], other: dict[Any, list[str]]) -> bool:
    return mine.keys() == other.keys() and all(
        one == two or math.isclose(float(one), float(two), rel_tol=1e-9)
        for key, row in mine.items()
        for one, two in zip(row, other[key], strict=True)
    )


def _indicators(country: Country) -> IndicatorSet:
    title = Text(default="Indicators")
    return IndicatorSet(id="indicators", title=title, indicators=country.indicators)


def _neighbours(country: Country) -> NeighbourList:
    return NeighbourList(
        id="near",
        title=Text(default="Neighbours"),
        edition=EDITION,
        areas=tuple(
            AreaNeighbours(code=code, neighbours=tuple(Neighbour(area=each) for each in near))
            for code, near in country.neighbours.items()
        ),
    )


def _directions(country: Country) -> dict[str, str]:
    return {each.id: each.direction for each in country.indicators}


def write_country(country: Country, folder: Path) -> None:
    """Write the figures as documents with a table, and what the peers are told besides."""
    figures = country.meta.changed(table="figures.csv", symbols=_symbols())
    header = "indicator,area,period_kind,period,value,numerator,denominator,release"
    lines = [header]
    for row in zip(*country.columns.values(), strict=True):
        indicator, area, period, value, symbol, top, bottom, release = row
        shown = symbol or repr(value)
        counts = ("", "") if top is None else (f"{top:.0f}", f"{bottom:.0f}")
        cells = (indicator, area, period.kind, period_text(period), shown, *counts, release)
        lines.append(",".join(cells))
    told = {"directions": _directions(country), "neighbours": country.neighbours}
    write_files(
        folder,
        {
            "figures.csv": "".join(f"{line}\n" for line in lines).encode(),
            "figures.json": dump(figures),
            "indicators.json": dump(_indicators(country)),
            "near.json": dump(_neighbours(country)),
            "told.json": json.dumps(told).encode(),
        },
    )


def _symbols() -> FrozenMap[SymbolMeaning]:
    return FrozenMap({"x": SymbolMeaning(kind="not_available", meaning="not available")})


def _command(who: str, folder: Path) -> tuple[str, ...]:
    return (sys.executable, str(SCRIPT), who, str(folder))


def _peak(who: str, folder: Path) -> int:
    """Return the most memory a process held, in bytes."""
    done = subprocess.run(_command(who, folder), capture_output=True, check=True, encoding="utf-8")
    return int(done.stderr.splitlines()[-1])


def _megabytes(size: float) -> str:
    return f"{size / 1_000_000:,.0f} MB"
