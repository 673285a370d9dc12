"""Measure sendframe-records against the same indicators written by hand in SQL, or natively in Spark.

    python benchmarks/records.py                    # 1 and 10 million rows on DuckDB and Polars
    python benchmarks/records.py --millions 50      # needs 1.5 GB of disk, and some minutes
    python benchmarks/records.py --engine spark --millions 1
    python benchmarks/records.py --country          # the whole command, for England

Each side is a process of its own, alternately; CPU seconds and peak memory are those of the process.
Both compute the same from one Parquet file of synthetic requests of 153 areas: 18 indicators by area
and year, two quantiles among them, and how many rows break each rule. The results are compared.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

AS_AT = "2025-03-31"
AREAS = 153
MOST_POLARS = 10
RULES = (
    *("decided_on < requested_on", "plan_issued_on < requested_on", "ended_on < requested_on"),
    *("refused_plan_on < requested_on", "plan_issued_on < decided_on"),
    "refused_plan_on < decided_on",
)
LEFT_OUT = " OR ".join(RULES)
CODES = ("closed", "circumstances", "absent", "recorded")
WITHIN = "plan_issued_on <= requested_on + 140"
EXCEPTED = f"exception IN {CODES}"
UNKNOWN = f"exception NOT IN {(*CODES, 'none')}", "outcome NOT IN ('Y', 'N', 'A', 'W')"
BY_HAND = {
    "account": (  # by area, so that unknown areas are totals without looking up each row
        f"SELECT area, count(*), count_if({LEFT_OUT}), "
        + ", ".join(f"count_if({rule})" for rule in (*RULES, *UNKNOWN))
        + " FROM records GROUP BY ALL"
    ),
    "requested_on": (
        "SELECT area, year(requested_on), count(*), count_if(mediation), count_if(tribunal) "
        f"FROM good WHERE requested_on <= DATE '{AS_AT}' GROUP BY ALL"
    ),
    "decided_on": (
        "SELECT area, year(decided_on), count_if(outcome IN ('Y', 'N')), "
        "count_if(outcome IN ('Y', 'N') AND decided_on <= requested_on + 42), "
        "count_if(outcome = 'N'), count_if(outcome = 'Y') "
        f"FROM good WHERE decided_on <= DATE '{AS_AT}' GROUP BY ALL"
    ),
    "refused_plan_on": (
        "SELECT area, year(refused_plan_on), count(*), "
        "count_if(refused_plan_on <= requested_on + 112) "
        f"FROM good WHERE refused_plan_on <= DATE '{AS_AT}' GROUP BY ALL"
    ),
    "plan_issued_on": (
        f"SELECT area, year(plan_issued_on), count(*), count_if({WITHIN}), "
        f"count_if(NOT ({WITHIN})), count_if(NOT ({EXCEPTED})), "
        f"count_if({WITHIN} AND NOT ({EXCEPTED})), "
        "quantile_cont(plan_issued_on - requested_on, 0.5), "
        "quantile_cont(plan_issued_on - requested_on, 0.95) "
        f"FROM good WHERE plan_issued_on <= DATE '{AS_AT}' GROUP BY ALL"
    ),
    "open": (
        f"SELECT area, count(*), count_if(requested_on + 140 < DATE '{AS_AT}') FROM good "
        f"WHERE requested_on <= DATE '{AS_AT}' AND plan_issued_on IS NULL "
        "AND refused_plan_on IS NULL AND ended_on IS NULL AND outcome NOT IN ('N', 'W') GROUP BY ALL"
    ),
}
COUNTS = ("ehc.plans-issued", "ehc.plans-within-20-weeks", "ehc.decisions-within-6-weeks")


def england(folder: Path) -> Path:
    """Return the synthetic requests of one year, after writing them if need be."""
    from sendframe_records.population import write_population

    path = folder / "england.parquet"
    if not path.exists():
        write_population(path, "request", areas=AREAS)
    return path


def make_table(path: Path, millions: int) -> None:
    """Write about so many million synthetic requests: copies of one population of England."""
    import duckdb

    base = england(path.parent)
    with duckdb.connect() as connection:
        connection.execute("SET preserve_insertion_order = false")  # and so no need to spill
        ((rows,),) = connection.sql(f"SELECT count(*) FROM '{base}'").fetchall()
        copies = round(millions * 1_000_000 / rows)
        connection.execute(
            f"COPY (SELECT england.* FROM '{base}' AS england, range({copies})) "
            f"TO '{path}' (FORMAT parquet)"
        )


def mapping(folder: Path) -> Any:
    """Return the mapping of the table."""
    from sendframe_records._mapping import read_mapping
    from sendframe_records.population import RECORDS

    areas = [
        {"code": f"ZZ{number:07d}", "name": f"Area {number}", "kind": "local-authority"}
        for number in range(1, AREAS + 1)
    ]
    columns: dict[str, Any] = {
        column.split()[0]: {"column": column.split()[0]}
        for column in RECORDS["request"].split(", ")
    }
    columns["outcome"]["codes"] = {code: code for code in "YNAW"}
    codes = ("none", "closed", "circumstances", "absent", "recorded")
    columns["exception"]["codes"] = {code: code for code in codes}
    for name in ("mediation", "tribunal"):
        columns[name] |= {"yes": ["true"], "no": ["false"]}
    path = folder / "mapping.json"
    data = {
        "$schema": "https://sendframe.example/schemas/records/v1/records-mapping.schema.json",
        "id": "benchmark",
        "title": "Synthetic requests",
        "record": "request",
        "publisher": "Nobody",
        "areas": areas,
        "area": {"column": "area"},
        "columns": columns,
    }
    path.write_text(json.dumps(data), encoding="utf-8")
    return read_mapping(path)


def ours(table: Path, engine: str) -> dict[str, list[int]]:
    """Compute the aggregates with the plug-in, before disclosure control, as by hand."""
    from datetime import date

    from sendframe_records import INDICATORS
    from sendframe_records._aggregate import aggregate
    from sendframe_records._computable import computable
    from sendframe_records._engine import open_engine
    from sendframe_records._prepare import prepare

    described = mapping(table.parent)
    usable, _ = computable(described, INDICATORS)
    with open_engine(engine) as opened:
        made = prepare(opened, opened.scan(str(table)), described)
        rows = aggregate(opened, made.frame, usable, date.fromisoformat(AS_AT))
    sums: dict[str, list[int]] = {name: [0, 0] for name in COUNTS}
    for row in rows:
        if row.indicator in sums:
            sums[row.indicator][0] += row.count
            sums[row.indicator][1] += row.of or 0
    return sums


def sums_of(totals: dict[str, list[Any]]) -> dict[str, list[int]]:
    """Return the sums that are compared, of the results of `BY_HAND`."""
    issued, decided = totals["plan_issued_on"], totals["decided_on"]
    plans = sum(row[2] for row in issued)
    return {
        "ehc.plans-issued": [plans, 0],
        "ehc.plans-within-20-weeks": [sum(row[3] for row in issued), plans],
        "ehc.decisions-within-6-weeks": [
            sum(row[3] for row in decided),
            sum(row[2] for row in decided),
        ],
    }


def by_hand(table: Path) -> dict[str, list[int]]:
    """Compute the same with SQL."""
    import duckdb

    with duckdb.connect(
        config={"memory_limit": "4000MB", "temp_directory": str(table.parent)}
    ) as c:
        c.execute("SET enable_progress_bar = false")
        c.execute(f"CREATE VIEW records AS FROM '{table}'")
        c.execute(f"CREATE VIEW good AS FROM records WHERE coalesce(NOT ({LEFT_OUT}), true)")
        totals = {name: c.sql(query).fetchall() for name, query in BY_HAND.items()}
    return sums_of(totals)


def spark_native(table: Path) -> dict[str, list[int]]:
    """Compute the same with the native frames of Spark."""
    from sendframe_records._engine import open_engine

    with open_engine("spark") as opened:
        session = opened.session  # type: ignore[attr-defined]  # only that of Spark has one
        session.read.parquet(str(table)).createOrReplaceTempView("records")
        good = f"SELECT * FROM records WHERE coalesce(NOT ({LEFT_OUT}), true)"
        session.sql(good).createOrReplaceTempView("good")
        totals = {
            name: session.sql(
                query.replace(
                    "GROUP BY ALL", "GROUP BY 1" if name in ("open", "account") else "GROUP BY 1, 2"
                )
                .replace("quantile_cont(", "percentile(")
                .replace("plan_issued_on - requested_on", "datediff(plan_issued_on, requested_on)")
            ).collect()
            for name, query in BY_HAND.items()
        }
    return sums_of(totals)


SIDES = {
    "by hand": by_hand,
    "duckdb": lambda table: ours(table, "duckdb"),
    "polars": lambda table: ours(table, "polars"),
    "spark": lambda table: ours(table, "spark"),
    "spark native": spark_native,
}


def make_country(path: Path) -> None:
    """Write 3 million requests over 15 years, of areas that are small and large."""
    import duckdb

    base = england(path.parent)
    days = ("requested_on", "decided_on", "refused_plan_on", "plan_issued_on", "ended_on")
    moved = ", ".join(f"({day} - (365 * y)::INTEGER)::DATE AS {day}" for day in days)
    # The n-th area has n times the requests of the first.
    area = f"1 + floor({AREAS} * sqrt((hash(ref) % 1000003) / 1000003.0))"
    with duckdb.connect() as connection:
        connection.execute(
            f"COPY (SELECT * REPLACE ({moved}, "
            f"'ZZ' || lpad(({area})::INTEGER::VARCHAR, 7, '0') AS area) "
            f"FROM '{base}', range(15) AS years(y)) TO '{path}' (FORMAT parquet)"
        )


def country(folder: Path) -> None:
    """Measure the command on a country, for its last year and for all."""
    table = folder / "country.parquet"
    if not table.exists():
        make_country(table)
    mapping(folder)
    data = json.loads((folder / "mapping.json").read_bytes())
    data["total_area"] = {"code": "ZZ9999999", "name": "All", "kind": "country"}
    for years, first in (("one year", 2024), ("all years", 2010)):
        described = folder / "country.json"
        described.write_text(json.dumps(data | {"complete_from": first}), encoding="utf-8")
        program = (
            "import json, resource, sys\n"
            "from sendframe_records._command import records\n"
            "records(sys.argv[1:], standalone_mode=False)\n"
            "used = resource.getrusage(resource.RUSAGE_SELF)\n"
            "status = open('/proc/self/status').read()\n"
            "peak = int(status.partition('VmHWM:')[2].split()[0]) // 1024\n"
            "print(json.dumps([used.ru_utime + used.ru_stime, peak]))"
        )
        options = ("--mapping", described, "--as-at", "2024-12-31", "--force")
        made = subprocess.run(
            [
                sys.executable,
                "-c",
                program,
                "evaluate",
                table,
                *options,
                "--out",
                folder / "out.csv",
            ],
            check=True,
            capture_output=True,
            text=True,
        )
        cpu, megabytes = json.loads(made.stdout.splitlines()[-1])
        rows = sum(1 for _ in (folder / "out.csv").open(encoding="utf-8")) - 1
        hidden = next(line for line in made.stderr.splitlines() if "hidden" in line)
        print(f"| {years} | {rows:,} figures, {hidden} | {cpu:.1f} CPU s | {megabytes} MB |")


def run_side(side: str, table: Path) -> dict[str, Any]:
    """Run one side in a process of its own, and return what it took."""
    begun = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, __file__, "--side", side, "--table", table],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    output, _ = process.communicate()
    if process.returncode:
        raise SystemExit(f"{side} failed")
    measured: dict[str, Any] = json.loads(output)
    return measured | {"wall": time.monotonic() - begun}


def measured_side(side: str, table: Path) -> None:
    """Run one side in this process, and print what it came to and what it took."""
    sums = SIDES[side](table)
    own = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    times = (own.ru_utime, own.ru_stime, children.ru_utime, children.ru_stime)
    # Not ru_maxrss, which begins with that of the process that started this one.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = int(status.partition("VmHWM:")[2].split()[0]) // 1024
    print(json.dumps({"sums": sums, "cpu": sum(times), "megabytes": peak}))


def compare(millions: int, sides: tuple[str, ...], repeats: int, folder: Path) -> None:
    """Measure sides alternately on one table, and print a row of the result for each."""
    table = folder / f"requests-{millions}.parquet"
    if not table.exists():
        make_table(table, millions)
    taken: dict[str, list[dict[str, Any]]] = {side: [] for side in sides}
    for _ in range(repeats):
        for side in sides:
            taken[side].append(run_side(side, table))
    first = sides[0]
    for side in sides:
        if taken[side][0]["sums"] != taken[first][0]["sums"]:
            raise SystemExit(f"{side} and {first} differ")
        cpu = statistics.median(one["cpu"] for one in taken[side])
        wall = statistics.median(one["wall"] for one in taken[side])
        key = "wall" if "spark" in first else "cpu"
        ratio = statistics.median(
            one[key] / other[key] for one, other in zip(taken[side], taken[first], strict=True)
        )
        peak = max(one["megabytes"] for one in taken[side])
        print(
            f"| {millions} M | {side} | {cpu:.2f} | {wall:.2f} | {peak} | {ratio:.2f} |", flush=True
        )


def main() -> None:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--millions", type=int, nargs="+", default=[1, 10])
    parser.add_argument("--engine", choices=("duckdb", "spark"), default="duckdb")
    parser.add_argument("--country", action="store_true")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="keep tables here between runs")
    parser.add_argument("--side", choices=tuple(SIDES), help=argparse.SUPPRESS)
    parser.add_argument("--table", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.side:
        measured_side(given.side, given.table)
        return
    if given.country:
        with tempfile.TemporaryDirectory() as temporary:
            country(given.folder or Path(temporary))
        return
    spark = given.engine == "spark"
    sides = ("spark native", "spark") if spark else ("by hand", "duckdb", "polars")
    print("| rows | side | CPU s | wall s | MB | ratio to the first |")
    print("| --- | --- | --- | --- | --- | --- |", flush=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for millions in given.millions:
            # Polars takes 160 MB for a million rows here.
            fitting = tuple(side for side in sides if side != "polars" or millions <= MOST_POLARS)
            compare(millions, fitting, given.repeats, folder)


if __name__ == "__main__":
    main()
