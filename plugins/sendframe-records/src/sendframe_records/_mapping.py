"""Mappings: which columns of a council's own table are those of a kind of record."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import attrs

from sendframe.plugins import ObservedArea

from ._column import CodeColumn, DayColumn, FlagColumn, NumberColumn
from ._engine import BLANKS
from ._library import RECORDS
from ._problem import RecordsProblem
from ._record_type import Record

__all__ = ["MAPPINGS", "MappedColumn", "RecordsMapping", "TableJoin", "read_mapping"]

MAPPINGS = Path(__file__).parent / "mappings"
_SCHEMA = MAPPINGS / "records-mapping.schema.json"
_MOST_BYTES = 1_000_000
_LONGEST = 300
_ISO = "yyyy-mm-dd"
_MOST_PEOPLE = 1_000_000_000


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
    format: str = _ISO
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
        population_files: The files that they were read from.
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
    population_files: tuple[Path, ...] = ()


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
    files = {name: file.parent / table for name, table in data.get("populations", {}).items()}
    return RecordsMapping(
        id=data["id"],
        title=data["title"],
        record=RECORDS[data["record"]],
        publisher=data["publisher"],
        areas=tuple(
            ObservedArea(**named, within=total["code"] if total else None)
            for named in data["areas"]
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
        populations={name: _population(table) for name, table in files.items()},
        population_files=tuple(files.values()),
    )


def _only_where(data: Mapping[str, Any]) -> tuple[str | None, tuple[str, ...]]:
    where = data.get("only_where", {})
    return where.get("column"), tuple(where.get("is", ()))


def _column_of(data: Mapping[str, Any]) -> MappedColumn:
    where, texts = _only_where(data)
    return MappedColumn(
        column=data["column"],
        format=data.get("format", _ISO),
        codes=data.get("codes", {}),
        blank=data.get("blank"),
        where=where,
        texts=texts,
        yes=tuple(data.get("yes", ())),
        no=tuple(data.get("no", ())),
    )


def _population(file: Path) -> dict[tuple[str, int], int]:
    import csv  # only where there is a table of people

    people: dict[tuple[str, int], int] = {}
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            for number, row in enumerate(csv.DictReader(stream), start=1):
                key = row["area"], int(row["year"])
                if key in people or not 0 < int(row["people"]) <= _MOST_PEOPLE:
                    what = "is there twice" if key in people else "needs a number above 0"
                    message = f"{file}: row {number}: the people of an area and year {what}"
                    raise RecordsProblem(message)
                people[key] = int(row["people"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"{file}: needs the columns area, year and people ({type(error).__name__})"
        raise RecordsProblem(message) from None
    return people


def _texts(mapping: RecordsMapping) -> Iterator[tuple[str, str]]:
    """Yield the texts that are looked for in the table, each with its place."""
    for text in mapping.area_codes:
        yield "area.codes", text
    for join in mapping.joins:
        for text in join.texts:
            yield "joins", text
    for name, mapped in mapping.columns.items():
        # An empty text among yes or no is an empty cell.
        for text in (*mapped.codes, *mapped.texts, *filter(None, (*mapped.yes, *mapped.no))):
            yield f"columns.{name}", text


def _broken_rules(mapping: RecordsMapping) -> list[str]:
    """Return what is wrong between the members of a mapping."""
    problems = []
    if len(mapping.areas) > 1 and mapping.area_column is None:
        problems.append("area: several areas need the column that has the area of each record")
    codes = {area.code for area in mapping.areas}
    if len(codes) < len(mapping.areas):
        problems.append("areas: a code is there twice; each area has its own")
    if mapping.total_area is not None and mapping.total_area.code in codes:
        problems.append("total_area: it is one of the areas; all together have a code of their own")
    problems += [
        f"area.codes.{text}: {code} is none of the areas"
        for text, code in mapping.area_codes.items()
        if code not in codes
    ]
    problems += [
        f"joins: {join.file} has a folder in its name; put the file beside the first"
        for join in mapping.joins
        if "/" in join.file or "\\" in join.file
    ]
    problems += [
        f"{place}: {text!r} is empty or has blanks around it, which are cut off in the table; cut "
        "them off here too, and use blank for empty cells"
        for place, text in _texts(mapping)
        if text != text.strip(BLANKS) or not text
    ]
    for name, mapped in mapping.columns.items():
        problems += [f"columns.{name}: {problem}" for problem in _of_column(name, mapped, mapping)]
    return problems


def _of_column(name: str, mapped: MappedColumn, mapping: RecordsMapping) -> Iterator[str]:
    """Yield what is wrong with the mapping of a column."""
    column = mapping.record.columns.get(name)
    if column is None:
        known = ", ".join(sorted(mapping.record.columns))
        yield f"the record has no such column; it has {known}"
        return
    what, allowed = _MEMBERS[type(column)]
    for member in ("format", "codes", "blank", "yes", "no"):
        if member not in allowed and getattr(mapped, member) != getattr(_PLAIN, member):
            yield f"a column of {what} has no {member}; it has {' and '.join(allowed)}"
    for member in ("codes", "yes", "no"):
        if member in allowed and not getattr(mapped, member):
            yield f"{member} needed: say which texts of the table mean what"
    for text in sorted({*mapped.yes} & {*mapped.no}):
        yield f"{text!r} means yes and no; keep one"
    if isinstance(column, CodeColumn) and column.codes:
        given = {*mapped.codes.values(), *filter(None, [mapped.blank])}
        for code in sorted(given - column.codes.keys()):
            yield f"{code} is no code of it; they are {', '.join(column.codes)}"


_PLAIN = MappedColumn("")
_MEMBERS = {
    CodeColumn: ("codes", ("column", "codes", "blank")),
    DayColumn: ("days", ("column", "format")),
    FlagColumn: ("yes and no", ("column", "yes", "no")),
    NumberColumn: ("numbers", ("column",)),
}
"""What a column has, and which members of a mapping are for it."""
