"""Mappings: which columns of a council's own table are those of a kind of record."""

import json
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import attrs

from sendframe.plugins import ObservedArea

from ._column import CodeColumn, DayColumn, FlagColumn
from ._library import RECORDS
from ._problem import RecordsProblem
from ._record_type import Record

__all__ = ["MAPPINGS", "MappedColumn", "RecordsMapping", "TableJoin", "read_mapping"]

MAPPINGS = Path(__file__).parent / "mappings"
_SCHEMA = MAPPINGS / "records-mapping.schema.json"
_MOST_BYTES = 1_000_000
_LONGEST = 300


@attrs.frozen
class MappedColumn:
    """Where a column of the record is, and what its words mean.

    Attributes:
        column: Name of the column in the table.
        format: How days are written.
        codes: The code by what the column has.
        blank: The code where the column is empty.
        where: Another column; the value counts only where that has one of `texts`.
        texts: Texts of that column.
        yes: What means yes.
        no: What means no.
    """

    column: str
    format: str = "yyyy-mm-dd"
    codes: Mapping[str, str] = attrs.Factory(dict)
    blank: str | None = None
    where: str | None = None
    texts: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


@attrs.frozen
class TableJoin:
    """A further table.

    Attributes:
        file: Name of the file, or of the table of a database.
        on: The column that it is joined by.
        where: A column of it; only rows that have one of `texts` there are joined.
        texts: Texts of that column.
    """

    file: str
    on: str
    where: str | None = None
    texts: tuple[str, ...] = ()


@attrs.frozen
class RecordsMapping:
    """A mapping of a table.

    Attributes:
        id: Its id.
        title: What the table has.
        record: The kind of record.
        publisher: Who publishes the figures.
        areas: The areas.
        columns: Where each column of the record is.
        area_column: The column of the area of each record; None where there is one area.
        area_codes: Code of the area by what that column has.
        total_area: The area that all areas together are.
        key: Columns that tell records apart.
        as_at: The day on which the table was taken from its system.
        complete_from: The first calendar year that the table has in full.
        joins: Further tables.
        populations: People by population, and by area and year.
    """

    id: str
    title: str
    record: type[Record]
    publisher: str
    areas: tuple[ObservedArea, ...]
    columns: Mapping[str, MappedColumn]
    area_column: str | None = None
    area_codes: Mapping[str, str] = attrs.Factory(dict)
    total_area: ObservedArea | None = None
    key: tuple[str, ...] = ()
    as_at: date | None = None
    complete_from: int | None = None
    joins: tuple[TableJoin, ...] = ()
    populations: Mapping[str, Mapping[tuple[str, int], int]] = attrs.Factory(dict)


def read_mapping(path: str | Path) -> RecordsMapping:
    """Read a mapping.

    Raises:
        RecordsProblem: It cannot be read, or is no mapping of this kind of record. All problems of
            its form are listed, each with its place.
    """
    file = Path(path)
    data, twice = _json_of(file)
    schema = json.loads(_SCHEMA.read_bytes())
    own = schema["properties"]["$schema"]["const"]
    if not isinstance(data, dict) or data.get("$schema") != own:
        # Perhaps it has records, of which the messages below would quote values.
        message = f'{file}: is no mapping of records; a mapping begins with {{"$schema": "{own}", …'
        raise RecordsProblem(message)
    if twice:
        message = f"{file}: {twice[0]!r} is there twice in one object; keep one of them"
        raise RecordsProblem(message)
    wrong = [f"{file}: {error}" for error in _errors(data, schema)]
    if wrong:
        raise RecordsProblem("\n".join(wrong))
    try:
        mapping = _mapping_of(data, file)
    except ValueError:  # of a day; all else is as the schema describes
        message = f"{file}: $.as_at: there is no such day; write one such as 2026-03-31"
        raise RecordsProblem(message) from None
    problems = _broken_rules(mapping)
    if problems:
        raise RecordsProblem("\n".join(f"{file}: {problem}" for problem in problems))
    return mapping


def _errors(data: Any, schema: Any) -> list[str]:
    """Return what is wrong with the form of a mapping, each with its place."""
    with suppress(ImportError):  # it has no wheel for some machines
        import jsonschema_rs

        if jsonschema_rs.is_valid(schema, data):
            return []
    from jsonschema import Draft202012Validator  # which takes long to import, and words errors

    errors = sorted(
        Draft202012Validator(schema).iter_errors(data), key=lambda error: error.json_path
    )
    return [f"{error.json_path}: {error.message[:_LONGEST]}" for error in errors]


def _json_of(file: Path) -> tuple[Any, list[str]]:
    """Return what a file has, and the names that occur twice in one object."""
    twice: list[str] = []

    def members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) != len(pairs):
            times = Counter(name for name, _ in pairs)
            twice.extend(name for name in made if times[name] > 1)
        return made

    try:
        if file.stat().st_size > _MOST_BYTES or not (file.is_file() or file.is_dir()):
            message = f"{file}: a mapping is a file of at most {_MOST_BYTES:,} bytes"
            raise RecordsProblem(message)
        return json.loads(file.read_bytes(), object_pairs_hook=members), twice
    except OSError as error:
        message = f"{file}: {error.strerror}"
        raise RecordsProblem(message) from None
    except json.JSONDecodeError as error:
        place = f"{file}:{error.lineno}:{error.colno}"
        message = f"{place}: no JSON from here on ({error.msg}); correct it, or {_START}"
        raise RecordsProblem(message) from None
    except UnicodeDecodeError as error:
        message = f"{file}: byte {error.start:,} is not UTF-8; save it as UTF-8, or {_START}"
        raise RecordsProblem(message) from None
    except (ValueError, RecursionError):
        message = f"{file}: lists or numbers in it are too long; {_START}"
        raise RecordsProblem(message) from None


_START = "begin with one of the mappings that come with the plug-in"


def _mapping_of(data: Mapping[str, Any], file: Path) -> RecordsMapping:
    area = data.get("area", {})
    total = data.get("total_area")
    return RecordsMapping(
        id=data["id"],
        title=data["title"],
        record=RECORDS[data["record"]],
        publisher=data["publisher"],
        areas=tuple(
            ObservedArea(**each, within=total["code"] if total else None) for each in data["areas"]
        ),
        columns={name: _column_of(column) for name, column in data["columns"].items()},
        area_column=area.get("column"),
        area_codes=area.get("codes", {}),
        total_area=ObservedArea(**total) if total else None,
        key=tuple(data.get("key", ())),
        as_at=date.fromisoformat(data["as_at"]) if "as_at" in data else None,
        complete_from=data.get("complete_from"),
        joins=tuple(
            TableJoin(join["file"], join["on"], *_only_where(join))
            for join in data.get("joins", ())
        ),
        populations={
            name: _population(file.parent / table)
            for name, table in data.get("populations", {}).items()
        },
    )


def _only_where(data: Mapping[str, Any]) -> tuple[str | None, tuple[str, ...]]:
    where = data.get("only_where", {})
    return where.get("column"), tuple(where.get("is", ()))


def _column_of(data: Mapping[str, Any]) -> MappedColumn:
    where, texts = _only_where(data)
    return MappedColumn(
        column=data["column"],
        format=data.get("format", "yyyy-mm-dd"),
        codes=data.get("codes", {}),
        blank=data.get("blank"),
        where=where,
        texts=texts,
        yes=tuple(data.get("yes", ())),
        no=tuple(data.get("no", ())),
    )


def _population(file: Path) -> dict[tuple[str, int], int]:
    import csv  # only where there is a table of people

    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            return {
                (row["area"], int(row["year"])): int(row["people"])
                for row in csv.DictReader(stream)
            }
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"{file}: needs the columns area, year and people ({type(error).__name__})"
        raise RecordsProblem(message) from None


def _broken_rules(mapping: RecordsMapping) -> list[str]:
    """Return what is wrong between the members of a mapping."""
    problems = []
    if len(mapping.areas) > 1 and mapping.area_column is None:
        problems.append("area: several areas need the column that has the area of each record")
    codes = {area.code for area in mapping.areas}
    problems += [
        f"area.codes.{text}: {code} is none of the areas"
        for text, code in mapping.area_codes.items()
        if code not in codes
    ]
    for name, mapped in mapping.columns.items():
        column = mapping.record.columns.get(name)
        if column is None:
            known = ", ".join(sorted(mapping.record.columns))
            problems.append(f"columns.{name}: the record has no such column; it has {known}")
        elif isinstance(column, CodeColumn):
            if not mapped.codes:
                problems.append(f"columns.{name}: codes are needed")
            given = {*mapped.codes.values(), *filter(None, [mapped.blank])}
            problems += [
                f"columns.{name}: {code} is no code of it; they are {', '.join(column.codes)}"
                for code in sorted(given)
                if column.codes and code not in column.codes
            ]
        elif isinstance(column, FlagColumn) and not (mapped.yes and mapped.no):
            problems.append(f"columns.{name}: say what means yes and what means no")
        elif isinstance(column, DayColumn) and (mapped.codes or mapped.yes or mapped.no):
            problems.append(f"columns.{name}: a column of days has a format, no codes")
    return problems
