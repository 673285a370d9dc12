"""Made-up tables and mappings for the tests. Nobody in them exists."""

import csv
import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from sendframe_records._aggregate import Aggregate, aggregate
from sendframe_records._engine import open_engine
from sendframe_records._indicator import RecordIndicator
from sendframe_records._mapping import RecordsMapping, read_mapping
from sendframe_records._prepare import Prepared, prepare
from sendframe_records._rules import Account

SCHEMA = "https://sendframe.example/schemas/records/v1/records-mapping.schema.json"
AREA = "ZZ0000001"
AS_AT = date(2025, 3, 31)
SERVICES = {"SaLT": "speech", "EP": "psychology"}
COLUMNS: Mapping[str, Mapping[str, Any]] = {
    "request": {
        "requested_on": {},
        "decided_on": {},
        "outcome": {"codes": {code: code for code in "YNAWH"}},
        "refused_plan_on": {},
        "plan_issued_on": {},
        "ended_on": {},
        "exception": {
            "codes": {
                code: code for code in ("none", "closed", "circumstances", "absent", "recorded")
            }
        },
        "mediation": {"yes": ["1"], "no": ["0"]},
        "tribunal": {"yes": ["1"], "no": ["0"]},
    },
    "advice": {"asked_on": {}, "given_on": {}, "service": {"codes": SERVICES}},
    "review": {"met_on": {}, "decided_on": {}, "amended_on": {}},
    "transfer": {
        "transfer_on": {},
        "amended_on": {},
        "kind": {"codes": {"school": "school", "post-16": "post-16"}},
    },
    "plan": {
        "born_on": {},
        "issued_on": {},
        "reviewed_on": {},
        "ceased_on": {},
        "need": {"codes": {"ASD": "ASD", "SEMH": "SEMH", "SLCN": "SLCN"}},
        "setting": {"codes": {"mainstream": "mainstream", "special": "special"}},
    },
    "wait": {"referred_on": {}, "seen_on": {}, "ended_on": {}, "service": {"codes": SERVICES}},
}


def mapping_data(record: str) -> dict[str, Any]:
    """Return a mapping of a table whose columns have the names of the record's."""
    return {
        "$schema": SCHEMA,
        "id": f"made-up-{record}",
        "title": "Made-up records",
        "record": record,
        "publisher": "Wyeford Council",
        "areas": [{"code": AREA, "name": "Wyeford", "kind": "local-authority"}],
        "columns": {name: {"column": name, **rest} for name, rest in COLUMNS[record].items()},
    }


def written_mapping(folder: Path, record: str, changed: Mapping[str, Any]) -> Path:
    """Write a mapping with some members changed, and return its path."""
    path = folder / "mapping.json"
    path.write_text(json.dumps(mapping_data(record) | dict(changed)), encoding="utf-8")
    return path


def mapping_of(folder: Path, record: str, **changed: Any) -> RecordsMapping:
    """Return a mapping, read from a file."""
    return read_mapping(written_mapping(folder, record, changed))


def written_table(
    folder: Path, rows: Iterable[Mapping[str, object]], columns: Iterable[str] = ()
) -> Path:
    """Write rows as CSV, and return the path."""
    rows = list(rows)
    names = list(columns) or list(dict.fromkeys(name for row in rows for name in row))
    path = folder / "table.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, names, restval="")
        writer.writeheader()
        writer.writerows(
            {name: "" if value is None else value for name, value in row.items()} for row in rows
        )
    return path


def prepared_account(table: Path, mapping: RecordsMapping, engine: str = "duckdb") -> Account:
    """Return the account of a table."""
    with open_engine(engine) as opened:
        made: Prepared = prepare(opened, opened.scan(str(table)), mapping)
        return made.account


def computed(
    table: Path,
    mapping: RecordsMapping,
    indicators: Iterable[RecordIndicator],
    engine: str = "duckdb",
    as_at: date = AS_AT,
) -> list[Aggregate]:
    """Return the aggregates of a table, before disclosure control."""
    with open_engine(engine) as opened:
        made = prepare(opened, opened.scan(str(table)), mapping)
        return aggregate(opened, made.frame, list(indicators), as_at)


def total(made: Iterable[Aggregate], id_: str, year: int | None = None) -> tuple[int, int | None]:
    """Return the numerator and denominator of the total of an indicator; (0, 0) where it is absent."""
    for row in made:
        if row.indicator == id_ and row.dimension is None and row.year == year:
            return row.count, row.of
    return 0, 0
