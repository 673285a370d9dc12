"""A portfolio folder in which every kind of document stands and every reference leads somewhere."""

import copy
from pathlib import Path
from typing import Any

from sendframe import validation
from sendframe.model import DOCUMENT_CLASSES
from tests.property.mutation import Path as Steps
from tests.property.mutation import bases, sites
from tests.property.recording import Recorder, recorded

__all__ = ["names_given", "names_used", "portfolio", "value_at", "write"]

AREAS = {"area": "ZZ", "observed-area": "E", "registered-area": "R"}
"""How the codes of each kind of area begin; all other things are named by an id."""

TWICE = ("action-register", "criteria-set", "evidence")  # they hold what refers to its own kind


def value_at(raw: Any, path: Steps) -> Any:
    """Return what stands at a path."""
    for step in path:
        raw = raw[step]
    return raw


def put(raw: Any, path: Steps, value: Any) -> None:
    """Put something at a path."""
    value_at(raw, path[:-1])[path[-1]] = value


def names_given(raw: Any, kind: str) -> dict[Steps, str]:
    """Return the kind of thing of each id that stands in a document, by where it stands."""
    found: dict[Steps, str] = {}
    root = validation.read_schema(kind)
    if root.get("x-is-a"):
        found[("id",)] = root["x-is-a"]
    for site in sites(raw, kind):
        if "x-is-a" in site.owner and site.key == site.owner.get("x-named-by", "id"):
            found[site.place] = site.owner["x-is-a"]
    return found


def names_used(raw: Any, kind: str) -> dict[Steps, tuple[tuple[str, ...], str]]:
    """Return the kinds each reference may lead to and its field, by where it stands."""
    found: dict[Steps, tuple[tuple[str, ...], str]] = {}
    for site in sites(raw, kind):
        field = f"{site.definition or kind}.{site.key}"
        if "x-refers-to" in site.schema:
            found[site.place] = tuple(site.schema["x-refers-to"]), field
        elif "x-refers-to" in site.schema.get("items", {}):
            kinds = tuple(site.schema["items"]["x-refers-to"])
            for index in range(len(site.value)):
                found[(*site.place, index)] = kinds, field
    return found


def portfolio() -> dict[str, tuple[str, Any]]:
    """Return a sound portfolio: kind and raw JSON of each document by file name."""
    files: dict[str, tuple[str, Any]] = {}
    # Every kind of period and target that holds a reference stands in some of the documents.
    for kind in sorted(DOCUMENT_CLASSES):
        several = bases(kind) if kind in ("strategy", *TWICE) else bases(kind)[:1]
        for number, (raw, _) in enumerate(several):
            name = "portfolio.json" if kind == "portfolio" else f"parts/{kind}-{number}.json"
            files[name] = kind, copy.deepcopy(raw)
    files["portfolio.json"][1]["documents"] = [name for name in files if name != "portfolio.json"]
    files["portfolio.json"][1]["rules"] = [  # about an indicator, and about something else
        {"indicator": "i", "rule": "rank"},
        {"about": "p", "rule": "voice"},
    ]
    given: dict[str, list[str]] = {}
    for name, (kind, raw) in files.items():
        raw.pop("table", None)  # tables have tests of their own
        for number, (path, thing) in enumerate(names_given(raw, kind).items()):
            if thing in AREAS:
                earlier = len(given.get(thing, []))
                text = "ZZ0000001" if thing == "area" else f"{AREAS[thing]}{earlier:08d}"
            else:
                text = f"{thing}-{_letters(name)}-{number}"
            put(raw, path, text)
            if thing == "area":
                value_at(raw, path[:-1])["fictional"] = True
            given.setdefault(thing, []).append(text)
    turn = 0
    for kind, raw in files.values():
        for path, (kinds, _) in names_used(raw, kind).items():
            options = [each for thing in kinds for each in given.get(thing, [])]
            options = _values_of_status(files, raw, path) or options
            own = value_at(raw, path[:-1] if isinstance(path[-1], str) else path[:-2])
            turn += 1
            choice = options[turn % len(options)]
            if choice == own.get("id"):
                choice = options[(turn + 1) % len(options)]
            put(raw, path, choice)
        _tell_apart(raw)
    return files


def _values_of_status(files: dict[str, tuple[str, Any]], raw: Any, path: Steps) -> list[str]:
    """Return the values that a status of an action may have; none for any other reference."""
    if path[-1] != "value" or path[-2] not in ("delivery", "impact"):
        return []
    member = f"{path[-2]}_scale"
    registers = [raw] if member in raw else [each for _, each in files.values()]
    scales = [each[member] for each in registers if member in each]
    return [value["id"] for scale in scales for value in scale["values"]]


def _letters(name: str) -> str:
    return "".join(each for each in name.removesuffix(".json") if each.isalnum())


def _tell_apart(raw: Any) -> None:
    """Let each piece of evidence take one stance on a claim."""
    for holder in (*raw.get("evidence", ()), *raw.get("voices", ())):
        if isinstance(holder, dict):
            seen: set[Any] = set()
            stances = holder.get("stances", [])
            kept = [
                each for each in stances if not (each["claim"] in seen or seen.add(each["claim"]))
            ]
            holder["stances"] = kept


def write(folder: Path, files: dict[str, tuple[str, Any]]) -> dict[str, Recorder]:
    """Write the documents of a portfolio; return where everything stands, by file name."""
    written = {}
    for name, (_, raw) in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        written[name] = recorded(raw)
        path.write_bytes(written[name].text.encode())
    return written
