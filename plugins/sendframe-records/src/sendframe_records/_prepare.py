"""A council's table as records: words become days and codes, and rows that cannot be are left out."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs
import narwhals as nw

from ._as_given import codes_as_given, codes_changed, given_name
from ._cell_value import codes_of, record_value, trimmed
from ._column import CodeColumn, Column, FlagColumn, NumberColumn
from ._engine import Engine, Frame
from ._mapping import MappedColumn, RecordsMapping, TableJoin
from ._problem import RecordsProblem
from ._rules import Account, Broken, Rule
from ._table_name import CSV_HINT, beside, refuse_repeated

__all__ = ["Prepared", "broken_rows", "joined", "prepare", "scanned"]


@attrs.frozen(eq=False)
class Prepared:
    """Records that figures can be computed from.

    Attributes:
        frame: The records, with the column ``area`` and those of the kind of record.
        account: What became of the rows.
    """

    frame: Frame
    account: Account


def prepare(engine: Engine, table: Frame, mapping: RecordsMapping) -> Prepared:
    """Return the records of a table, with the account of its rows.

    Args:
        engine: The engine of the table.
        table: The table as it is.
        mapping: What its columns are.

    Raises:
        RecordsProblem: A column is missing, has another type, or the engine fails.
    """
    frame, rules, changed = _typed(engine, table, mapping)
    counts = [_number(rule.broken).alias(f"_rule_{number}") for number, rule in enumerate(rules)]
    counts += [_number(is_other).alias(f"_changed_{name}") for name, is_other in changed.items()]
    ((read, *counted),) = engine.rows(frame.select(nw.len().alias("_read"), *counts))
    numbers, changes = counted[: len(rules)], counted[len(rules) :]
    broken = [(rule, int(number)) for rule, number in zip(rules, numbers, strict=True) if number]
    # Where every value is that of the table, the next passes need not make it once more.
    as_given = [
        nw.col(given_name(name)).alias(name)
        for name, rows in zip(changed, changes, strict=True)
        if not rows
    ]
    frame = frame.with_columns(*as_given) if as_given else frame
    # Nor need they look at rules that no row breaks.
    kept = [~rule.broken.fill_null(value=False) for rule, _ in broken if rule.leaves_out]
    records = frame.filter(*kept) if kept else frame
    names = ["area", *mapping.record.columns]
    account = Account(
        int(read),
        int(read),
        broken=[Broken(rule.text, rows, rule.leaves_out) for rule, rows in broken],
    )
    if mapping.key:
        return _each_once(engine, records, names, mapping, account)
    if kept:
        ((used,),) = engine.rows(records.select(nw.len().alias("_used")))
        account = attrs.evolve(account, rows_used=int(used))
    return Prepared(records.select(names), account)


def broken_rows(
    engine: Engine, table: Frame, mapping: RecordsMapping, *, most: int = 100
) -> Iterator[tuple[str, list[int]]]:
    """Yield each rule that rows break, with the numbers of the first such rows.

    The table has them in its column ``_row``.

    Raises:
        RecordsProblem: A column is missing, or the engine fails.
    """
    frame, rules, _ = _typed(engine, table, mapping, numbered=True)
    for rule in rules:
        broken = frame.filter(rule.broken).select("_row").sort("_row").head(most)
        if rows := [int(row) for (row,) in engine.rows(broken)]:
            yield rule.text, rows
    if mapping.key:
        keys = _key_names(mapping)
        copies = frame.group_by(keys, drop_null_keys=True).agg(nw.len().alias("_copies"))
        broken = (
            frame.join(copies.filter(nw.col("_copies") > 1), on=keys, how="inner")
            .select("_row")
            .sort("_row")
            .head(most)
        )
        if rows := [int(row) for (row,) in engine.rows(broken)]:
            yield "one key for several rows", rows


def scanned(engine: Engine, table: str, mapping: RecordsMapping) -> Frame:
    """Return a table by its name.

    Raises:
        RecordsProblem: It cannot be read, or a column that is used is in it twice.
    """
    refuse_repeated(table, _used_names(mapping))
    return engine.scan(table)


def _used_names(mapping: RecordsMapping) -> frozenset[str]:
    """Return the names of the columns of the table that a mapping uses."""
    names = [mapping.area_column, *mapping.key, *(join.on for join in mapping.joins)]
    names += [name for column in mapping.columns.values() for name in (column.column, column.where)]
    return frozenset(name for name in names if name is not None)


def joined(engine: Engine, table: str, frame: Frame, mapping: RecordsMapping) -> Frame:
    """Return a table with the columns of its further tables.

    Args:
        engine: The engine of the table.
        table: The name of the table.
        frame: The table.
        mapping: What its columns are, and which further tables there are.

    Raises:
        RecordsProblem: A table cannot be read, a column is missing, or a table has two rows for
            one of the first.
    """
    used = _used_names(mapping)
    for join in mapping.joins:
        further_table = beside(table, join.file)
        refuse_repeated(further_table, (*used, *_of_join(join)))
        other = engine.scan(further_table)
        present = frame.collect_schema().names()
        further = other.collect_schema().names()
        for names, which, needed in (
            (present, "the table", [join.on]),
            (further, join.file, _of_join(join)),
        ):
            missing = [name for name in needed if name not in names]
            if missing:
                message = f"{which} has no column {missing[0]!r}, which the mapping joins by"
                raise RecordsProblem(message)
        if join.where is not None:
            text = nw.col(join.where).cast(nw.String).str.strip_chars(engine.stripped)
            other = other.filter(text.is_in(join.texts))
        new = [name for name in further if name in used and name not in present]
        per_key = other.filter(~nw.col(join.on).is_null()).group_by(join.on)
        ((most,),) = engine.rows(per_key.agg(nw.len().alias("_n")).select(nw.col("_n").max()))
        if (most or 0) > 1:
            message = f"{join.file} has several rows for one row of the table"
            raise RecordsProblem(message)
        frame = frame.join(other.select(join.on, *new), on=join.on, how="left")
    return frame


def _of_join(join: TableJoin) -> list[str]:
    return [join.on] if join.where is None else [join.on, join.where]


def _each_once(
    engine: Engine, records: Frame, names: list[str], mapping: RecordsMapping, account: Account
) -> Prepared:
    """Return records without copies and without keys of several, with the account of them."""
    keys = _key_names(mapping)
    copies = records.group_by([*keys, *names]).agg(nw.len().alias("_copies"))
    distinct = engine.kept(copies)
    per_key = distinct.group_by(keys).agg(
        nw.len().alias("_contents"), nw.col("_copies").sum().alias("_copies")
    )
    several = nw.col("_contents") > 1
    ((with_copies, contents, differing),) = engine.rows(
        per_key.select(
            nw.col("_copies").sum().alias("_all"),
            nw.col("_contents").sum().alias("_rows"),
            nw.when(several).then(nw.col("_contents")).otherwise(nw.lit(0)).sum().alias("_differ"),
        )
    )
    broken = list(account.broken)
    if differing:
        distinct = distinct.join(per_key.filter(several).select(keys), on=keys, how="anti")
        text = "one key for records that differ"
        broken.append(Broken(text, int(differing), leaves_out=True))
    rows = int(contents or 0)
    account = attrs.evolve(
        account,
        rows_used=rows - int(differing or 0),
        copies=int(with_copies or 0) - rows,
        broken=broken,
    )
    return Prepared(distinct.select(names), account)


def _typed(
    engine: Engine, table: Frame, mapping: RecordsMapping, *, numbered: bool = False
) -> tuple[Frame, list[Rule], dict[str, nw.Expr]]:
    """Return the columns of the record with their types, the rules of its rows, and what changed.

    Columns that may have the very values of the table are in the last, by name: whether the value
    of a row is another one.
    """
    source = _sources(table, mapping)
    rows = [nw.col("_row")] if numbered else []
    frame = table.select(
        *(nw.col(name).alias(f"_{key}") for key, name in source.items()),
        *(nw.col(name).alias(given_name(key)) for key, name in source.items()),
        *rows,
    )
    schema = dict(frame.collect_schema())
    types = {key: schema[f"_{key}"] for key in source}
    texts = [key for key in source if _is_text(key, schema, mapping)]
    schema |= {f"_{key}": nw.String() for key in texts}
    frame = frame.with_columns(
        *(trimmed(f"_{key}", engine.stripped) for key in texts),
        nw.lit(mapping.areas[0].code).alias("_no_area"),
    )
    coded = _codes(mapping, schema)
    same_codes = codes_as_given(coded, types, mapping.columns) if engine.is_exact else {}
    frame = engine.with_codes(frame, {**coded, **same_codes})
    changed = codes_changed(same_codes)
    made: list[nw.Expr] = []
    dates: list[str] = []
    rules: list[Rule] = []
    for name, column in mapping.record.columns.items():
        mapped = mapping.columns.get(name)
        value = record_value(column, mapped, schema, name, dates)
        if mapped is not None and mapped.where is not None:
            value = nw.when(nw.col(f"_where_{name}").is_in(mapped.texts)).then(value)
        made.append(value.alias(name))
        if mapped is not None and _is_converted(column, schema[f"_{name}"]):
            rules.append(_not_understood(name, mapped))
            if types[name] == nw.Date and mapped.where is None:
                changed[name] = rules[-1].broken
    made.append(nw.col("_code_area" if "_code_area" in coded else "_no_area").alias("area"))
    frame = engine.with_dates(frame.with_columns(*made), dates)
    rules.insert(0, Rule("without a known area", nw.col("area").is_null(), leaves_out=True))
    rules += [
        Rule(f"{key} is missing from the key", nw.col(name).is_null(), leaves_out=True)
        for key, name in zip(mapping.key, _key_names(mapping), strict=True)
    ]
    for first, last in mapping.record.order:
        if first.name in mapping.columns and last.name in mapping.columns:
            after = nw.col(first.name) > nw.col(last.name)
            text = f"with {last.name} before {first.name}"
            rules.append(Rule(text, after, leaves_out=True))
    return frame, rules, changed


def _sources(table: Frame, mapping: RecordsMapping) -> dict[str, str]:
    """Return the column of the table by the name it is read under."""
    source = {name: mapped.column for name, mapped in mapping.columns.items()}
    if mapping.area_column is not None:
        source["area"] = mapping.area_column
    source |= {
        f"where_{name}": mapped.where
        for name, mapped in mapping.columns.items()
        if mapped.where is not None
    }
    source |= {f"key_{number}": name for number, name in enumerate(mapping.key)}
    present = frozenset(table.collect_schema().names())
    missing = sorted({name for name in source.values() if name not in present})
    if missing:
        names = ", ".join(map(repr, missing))
        message = f"the table has no column {names}, which the mapping names. {CSV_HINT}"
        raise RecordsProblem(message)
    return source


def _is_text(key: str, schema: Any, mapping: RecordsMapping) -> bool:
    """Say whether a column is read as text: it is, or it has codes, the area or the key."""
    column = mapping.record.columns.get(key)
    kind = schema[f"_{key}"]
    has_codes = key == "area" or isinstance(column, CodeColumn)
    # Unknown are columns without any value, and enumerations of PostgreSQL.
    is_like_text = kind in (nw.String, nw.Categorical, nw.Enum, nw.Unknown)
    is_coded = has_codes and kind.is_integer()
    return is_like_text or is_coded or key.startswith(("key_", "where_"))


def _codes(mapping: RecordsMapping, schema: Any) -> dict[str, tuple[str, Mapping[str, str]]]:
    """Return the columns of codes that engines look up."""
    coded: dict[str, tuple[str, Mapping[str, str]]] = {}
    for name, mapped in mapping.columns.items():
        if isinstance(mapping.record.columns[name], CodeColumn):
            coded |= codes_of(name, mapped, schema)
    if mapping.area_column is not None:
        codes = mapping.area_codes or {area.code: area.code for area in mapping.areas}
        coded |= codes_of("area", MappedColumn("", codes=codes), schema)
    return coded


def _key_names(mapping: RecordsMapping) -> list[str]:
    return [f"_key_{number}" for number in range(len(mapping.key))]


def _is_converted(column: Column, kind: Any) -> bool:
    """Say whether values of a column become others, so that some may not be understood."""
    if isinstance(column, NumberColumn):
        return bool(kind == nw.String)
    return not (isinstance(column, FlagColumn) and kind == nw.Boolean)


def _not_understood(name: str, mapped: MappedColumn) -> Rule:
    """Return the rule that what stands in a column is understood."""
    understood = nw.col(name).is_null() & ~nw.col(f"_{name}").is_null()
    if mapped.where is not None:
        is_meant = nw.col(f"_where_{name}").is_in(mapped.texts)
        understood = nw.when(is_meant).then(understood).otherwise(nw.lit(value=False))
    what = f"with a value of {mapped.column!r} that is not understood"
    return Rule(what, understood, leaves_out=False)


def _number(condition: nw.Expr) -> nw.Expr:
    return condition.cast(nw.Int32).sum()
