"""Changes documents as documents: a value, a key, an entry, and not only bytes."""

import copy
import json
import random
from collections.abc import Callable
from typing import Any, TypeAlias

from sendframe.validation import schema_id, schema_kinds
from tests.fuzz.target import DIVIDER

__all__ = ["mutated", "reworded"]

Holder: TypeAlias = "dict[str, Any] | list[Any]"

ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 1.0, -0.0, 2.5, 1e300, 2**53 - 1, 2**53, -(2**53)),
    *("", " ", "a", "a b", "A" * 101, "é", "\u2028", "\x00", "\ud83d\ude00", "a\n", "../x", "/etc"),
    *("2026-01-31", "2026-02-30", "2026-W01-1", "20260131", "0000-01-01", "9999-12-31"),
    *("E06000019", "ZZ0000001", "https://a.example", "mailto:x", "#1d70b8", "t.csv", "d0.json"),
    *([], {}, [[]], [{}], {"kind": "day"}, {"kind": "level"}, {"default": "x"}, {"": 1}),
    *({"kind": "month", "year": 2025, "month": 13}, {"kind": "week", "year": 2025, "week": 53}),
    *({"kind": "day", "on": "2026-01-31"}, {"kind": "academic_year", "year": 2024}),
)
KEYS = (
    *("id", "kind", "title", "default", "on", "x", "", "0", "01", "a/b", "~", "$schema", "$ref"),
    *("extensions", "period", "target", "table", "documents", "code", "supports", "__class__"),
)
CELLS = (
    *("", '"', '""', "1", "-1", "1e5", "nan", "x", "é", "\x00", "ZZ0000001", "2024", "2024/25"),
    *("calendar_year", "academic_year", "week", "2024-W53", "0", "a,b", '"a,b"', "\n", "\r"),
)
MOST_PLACES = 3000
NUMBERS = (0, 1, 2, 3, 7, 10, 49.5, 50, 99.9, 100, 101, 1000, 2023, 2025, 10**9, 1e-9, -1)
WORDS = (
    *(
        "A",
        "Łódź ½ ≥ ⅓ 👩🏽‍🦽",
        "<b>&amp;</b> {{ 7 }} | *x* _y_ [z](w) `q`",
        "a " * 400,
        "\u202eabc",
    ),
    *(
        "x" * 3000,
        "1. a\n2. b\n\n# c",
        "77% of 12, and 3 of 4",
        "n/a",
        "'\"; --",
        "https://a.example/?q=1",
    ),
)


def mutated(data: bytes, seed: int) -> bytes | None:
    """Return bytes with one to four changes in one part; None where that part is no JSON.

    Args:
        data: Bytes as `fuzz` takes them.
        seed: Decides which changes; the same seed makes the same.
    """
    chance = random.Random(seed)
    parts = data.split(DIVIDER)
    turn = chance.randrange(len(parts))
    if len(parts) > 1 and turn == len(parts) - 1:
        parts[turn] = _table(parts[turn], chance)
        return DIVIDER.join(parts)
    try:
        raw = json.loads(parts[turn])
        for _ in range(chance.randint(1, 4)):
            raw = _changed(raw, chance)
        parts[turn] = json.dumps(raw, ensure_ascii=chance.random() < 0.2).encode()
    except (ValueError, RecursionError):
        return None
    return DIVIDER.join(parts)


def reworded(data: bytes, seed: int) -> bytes:
    """Return a sound folder with other words, numbers and figures, which mostly is sound too.

    Args:
        data: A sound folder, as `fuzz` takes it.
        seed: Decides which changes; the same seed makes the same.
    """
    chance = random.Random(seed)
    *documents, table = data.split(DIVIDER)
    for _ in range(chance.randint(1, 3)):
        turn = chance.randrange(len(documents))
        raw = json.loads(documents[turn])
        places = [place for place in _places(raw) if _is_free(*place)]
        if places:
            holder, key = chance.choice(places)
            old = holder[key]
            holder[key] = chance.choice(WORDS) if isinstance(old, str) else chance.choice(NUMBERS)
            documents[turn] = json.dumps(raw, ensure_ascii=False).encode()
    rows = [line.split(",") for line in table.decode().split("\n")]
    for _ in range(chance.randint(0, 3)):
        row = chance.choice(rows[1:])
        numbers = [
            at
            for at, (column, cell) in enumerate(zip(rows[0], row, strict=False))
            if column != "period" and cell.replace(".", "").isdigit()
        ]
        if numbers:
            row[chance.choice(numbers)] = str(chance.choice(NUMBERS))
    return DIVIDER.join([*documents, "\n".join(map(",".join, rows)).encode()])


def _is_free(holder: Holder, key: Any) -> bool:
    """Return whether a value is words, or a number that is no day or rank, that may be others."""
    if type(holder[key]) in (int, float):
        return key not in ("year", "month", "order", "decimals")
    return key in ("default", "name", "reason")


def _places(value: Any) -> list[tuple[Holder, Any]]:
    """Return holder and key of everything in a value."""
    found: list[tuple[Holder, Any]] = []
    todo = [value]
    while todo and len(found) < MOST_PLACES:
        here = todo.pop()
        if isinstance(here, dict):
            found += [(here, key) for key in here]
            todo += here.values()
        elif isinstance(here, list):
            found += [(here, index) for index in range(len(here))]
            todo += here
    return found


def _changed(raw: Any, chance: random.Random) -> Any:
    places = _places(raw)
    if not places or chance.random() < 0.01:
        return copy.deepcopy(chance.choice(ODD))
    holder, key = chance.choice(places)
    verb = chance.choice(VERBS)
    verb(holder, key, raw, chance)
    return raw


def _replace(holder: Holder, key: Any, _: Any, chance: random.Random) -> None:
    holder[key] = copy.deepcopy(chance.choice(ODD))


def _remove(holder: Holder, key: Any, _: Any, __: random.Random) -> None:
    del holder[key]


def _copy(holder: Holder, key: Any, raw: Any, chance: random.Random) -> None:
    other, there = chance.choice(_places(raw))
    holder[key] = copy.deepcopy(other[there])


def _double(holder: Holder, key: Any, _: Any, chance: random.Random) -> None:
    value = copy.deepcopy(holder[key])
    if isinstance(holder, list):
        holder.extend([value] * chance.choice((1, 2, 30)))
    else:
        holder[chance.choice((*KEYS, f"{key}x", str(key)[1:]))] = value


def _rename(holder: Holder, key: Any, _: Any, chance: random.Random) -> None:
    if isinstance(holder, dict):
        holder[chance.choice((*KEYS, *holder))] = holder.pop(key)


def _nest(holder: Holder, key: Any, _: Any, chance: random.Random) -> None:
    value = holder[key]
    for _ in range(chance.choice((1, 2, 99, 150))):
        value = [value] if chance.random() < 0.5 else {"a": value}
    holder[key] = value


def _nudge(holder: Holder, key: Any, _: Any, chance: random.Random) -> None:
    value = holder[key]
    if isinstance(value, str) and value:
        at = chance.randrange(len(value))
        sign = chance.choice((*"aZ0-._/ é\n", ""))
        holder[key] = value[:at] + sign + value[at + chance.choice((0, 1)) :]
    elif type(value) in (int, float):
        holder[key] = chance.choice((value + 1, value - 1, -value, value * 1000, float(value)))


def _kind(_: Holder, __: Any, raw: Any, chance: random.Random) -> None:
    if isinstance(raw, dict):
        raw["$schema"] = schema_id(
            chance.choice(schema_kinds()), chance.choice(("v1",) * 9 + ("v0", "v2"))
        )


VERBS: tuple[Callable[[Holder, Any, Any, random.Random], None], ...] = (
    *(_replace, _replace, _remove, _copy, _copy, _double, _rename, _nudge, _nudge, _nest, _kind),
)


def _table(data: bytes, chance: random.Random) -> bytes:
    """Return a table with some cells, rows or signs changed."""
    text = data.decode("utf-8", "replace")
    rows = [line.split(",") for line in text.split("\n")]
    for _ in range(chance.randint(1, 4)):
        row = chance.choice(rows)
        at = chance.randrange(len(row))
        turn = chance.randrange(6)
        if turn == 0:
            rows.append(list(row))
        elif turn == 1:
            row.insert(at, chance.choice(CELLS))
        elif turn == 2 and len(row) > 1:
            del row[at]
        elif turn == 3:
            row[at] = chance.choice(chance.choice(rows))
        else:
            row[at] = chance.choice(CELLS)
    return "\n".join(",".join(row) for row in rows).encode()
