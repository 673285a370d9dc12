"""Raw documents mutated at random, mostly near to what is sound."""

import copy
from typing import Any

from hypothesis import strategies as st

import sendframe.testing
from sendframe.documents import plain_data
from sendframe.model import DOCUMENT_CLASSES

__all__ = ["mutated_documents"]

ODDITIES: st.SearchStrategy[Any] = st.sampled_from(
    [
        None,
        True,
        False,
        0,
        1,
        -1,
        1.0,
        0.07,
        2.5,
        13,
        54,
        2**53 - 1,
        1e16,
        -1e16,
        1e300,
        -0.0,
        "",
        " ",
        "a",
        "A",
        "ab\n",
        "a\n",
        "a b",
        "é",
        "١",
        "²",
        "a" * 101,
        "E06000019",
        "E06000019\n",
        "ZZ0000001",
        "884",
        "884\n",
        "88४",
        "Z01",
        "#1d70b8",
        "#1D70B8",
        "2026-01-31",
        "2026-02-29",
        "2024-02-29",
        "1900-02-29",
        "2000-02-29",
        "2100-02-29",
        "0000-01-01",
        "1899-12-31",
        "2200-01-01",
        "2026-W01-1",
        "20260131",
        "2026-01-31\n",
        "２026-01-31",
        "https://a.example",
        "https://",
        "http://a b",
        "mailto:a",
        "ftp://a",
        "https://a\u2028b",
        "HTTPS://a",
        "https://\ue000",
        "day",
        "month",
        "level",
        "words",
        "full",
        [],
        {},
        [[]],
        [{}],
        {"kind": "day"},
        {"kind": "month", "year": 2025, "month": 13},
        {"kind": "week", "year": 2025, "week": 53},
        {"kind": "day", "on": "2026-01-31"},
        {"default": "x"},
        {"kind": ["day"]},
        {"kind": {}},
        {"a": None},
    ]
)


def _places(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        inner = [(key, each) for key, each in value.items() if (path or key != "$schema")]
    elif isinstance(value, list):
        inner = list(enumerate(value))
    return [place for key, each in inner for place in [(*path, key), *_places(each, (*path, key))]]


@st.composite
def mutated_documents(draw: st.DrawFn, kind: str | None = None) -> tuple[str, Any]:
    """Draw a kind, and a raw document of it with up to three random mutations."""
    kind = kind or draw(st.sampled_from(sorted(DOCUMENT_CLASSES)))
    full = draw(st.booleans())
    raw: Any = copy.deepcopy(plain_data(draw(sendframe.testing.documents(kind, full=full))))
    for _ in range(draw(st.integers(0, 3))):
        places = _places(raw)
        if not places:
            break  # the mutations so far took everything away
        path = places[draw(st.integers(0, len(places) - 1))]
        holder = raw
        for step in path[:-1]:
            holder = holder[step]
        _mutate(draw, holder, path[-1])
    return kind, raw


def _mutate(draw: st.DrawFn, holder: Any, step: str | int) -> None:
    actions = ["replace", "replace", "odd", "odd", "odd", "remove", "add", "swap"]
    action = draw(st.sampled_from(actions))
    if action == "replace":
        holder[step] = draw(sendframe.testing.json_values())
    elif action == "odd":
        holder[step] = copy.deepcopy(draw(ODDITIES))
    elif action == "remove":
        del holder[step]
    elif isinstance(holder, list):
        holder.append(copy.deepcopy(holder[0]))
    elif action == "add":
        key = draw(
            st.sampled_from(["kind", "on", "titel", "id", "x", "a/b~c", "é", "", "2025", "01"])
        )
        holder.setdefault(key, copy.deepcopy(draw(ODDITIES)))
    else:  # what stood under one key stands under another
        other = draw(st.sampled_from([*holder, f"{step}x", str(step)[1:] or "y"]))
        if other != "$schema":
            holder[other] = holder.pop(step)
