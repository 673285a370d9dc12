"""Thirty changes of known kinds, made one by one in copies of Wyeford's documents."""

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs

WYEFORD = Path(__file__).parents[3] / "examples" / "wyeford"

Raw = dict[str, Any]


@attrs.frozen
class Seed:
    """A change that a test makes.

    Attributes:
        kind: The kind of difference it must be told as.
        id: Id of the thing it must be told of.
        field: The field it must be told of; None for the thing as a whole.
        make: Makes the change, given the documents by file name.
    """

    kind: str
    id: str
    field: str | None
    make: Callable[[dict[str, Raw]], None]

    @property
    def told(self) -> tuple[str, str, str | None]:
        """What identifies the difference."""
        return self.kind, self.id, self.field


def inside(value: Any) -> Iterator[Raw]:
    """Yield every object of a raw document."""
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from inside(each)
    elif isinstance(value, list):
        for each in value:
            yield from inside(each)


def thing(documents: dict[str, Raw], id_: str) -> Raw:
    """Return the one thing that has an id."""
    (found,) = [each for each in inside(documents) if each.get("id") == id_]
    return found


def holder(documents: dict[str, Raw], id_: str) -> list[Raw]:
    """Return the list that a thing stands in."""
    for each in inside(documents):
        for value in each.values():
            if isinstance(value, list) and any(
                isinstance(one, dict) and one.get("id") == id_ for one in value
            ):
                return value
    raise LookupError(id_)


def read() -> dict[str, Raw]:
    """Return the documents of Wyeford by file name."""
    return {each.name: json.loads(each.read_text("utf-8")) for each in WYEFORD.glob("*.json")}


def write(documents: dict[str, Raw], folder: Path) -> Path:
    """Write documents, and the tables beside them, as a portfolio."""
    folder.mkdir(parents=True, exist_ok=True)
    for each in WYEFORD.glob("*.csv"):
        (folder / each.name).write_bytes(each.read_bytes())
    for name, document in documents.items():
        (folder / name).write_text(json.dumps(document), encoding="utf-8")
    return folder


def seeded(seeds: list[Seed]) -> dict[str, Raw]:
    """Return Wyeford with some changes made."""
    documents = copy.deepcopy(read())
    for each in seeds:
        each.make(documents)
    return documents


def _set(id_: str, **members: Any) -> Callable[[dict[str, Raw]], None]:
    return lambda documents: thing(documents, id_).update(members)


def _text(id_: str, key: str, words: str) -> Callable[[dict[str, Raw]], None]:
    def make(documents: dict[str, Raw]) -> None:
        thing(documents, id_)[key]["default"] = words

    return make


def _append(id_: str, key: str, member: Any) -> Callable[[dict[str, Raw]], None]:
    return lambda documents: thing(documents, id_).setdefault(key, []).append(member)


def _remove(id_: str) -> Callable[[dict[str, Raw]], None]:
    def make(documents: dict[str, Raw]) -> None:
        found = holder(documents, id_)
        found[:] = [each for each in found if each.get("id") != id_]

    return make


def _unlist(id_: str, key: str, member: str) -> Callable[[dict[str, Raw]], None]:
    return lambda documents: thing(documents, id_)[key].remove(member)


def _move(id_: str, to: str, key: str) -> Callable[[dict[str, Raw]], None]:
    def make(documents: dict[str, Raw]) -> None:
        moved = thing(documents, id_)
        _remove(id_)(documents)
        thing(documents, to).setdefault(key, []).append(moved)

    return make


def _first(id_: str) -> Callable[[dict[str, Raw]], None]:
    def make(documents: dict[str, Raw]) -> None:
        found = holder(documents, id_)
        found.insert(0, found.pop(next(n for n, each in enumerate(found) if each["id"] == id_)))

    return make


def _rename(id_: str, to: str) -> Callable[[dict[str, Raw]], None]:
    def swap(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: swap(each) for key, each in value.items()}
        if isinstance(value, list):
            return [swap(each) for each in value]
        return to if value == id_ else value

    def make(documents: dict[str, Raw]) -> None:
        for name, document in documents.items():
            documents[name] = swap(document)

    return make


def _slip(id_: str, due: Raw, reason: str) -> Callable[[dict[str, Raw]], None]:
    def make(documents: dict[str, Raw]) -> None:
        action = thing(documents, id_)
        change = {
            "due": action["due"],
            "changed_on": "2026-01-30",
            "reason": {"default": reason},
        }
        action.setdefault("due_history", []).append(change)
        action["due"] = due

    return make


def _figure(value: float) -> Callable[[dict[str, Raw]], None]:
    def make(documents: dict[str, Raw]) -> None:
        for each in documents["observations.json"]["observations"]:
            if each["indicator"] == "wyeford-ehc-requests" and each["area"] == "ZZ0000001":
                each["value"] = value
                return

    return make


def _entry(criterion: str, edition: str = "self-evaluation-2025-autumn.json") -> str:
    """Return the id of an edition's entry about a criterion."""
    entries = read()[edition]["entries"]
    return next(each["id"] for each in entries if each["criterion"] == criterion)


EARLY, HELP = _entry("wyeford-q-early"), _entry("wyeford-q-help")

EDITION = [
    Seed(
        "added",
        EARLY,
        "working_well",
        _append(EARLY, "working_well", {"default": "Schools ask sooner than before."}),
    ),
    Seed(
        "added",
        HELP,
        "changing",
        _append(HELP, "changing", {"default": "A second quiet room is being built."}),
    ),
    Seed(
        "evidence_added", HELP, "evidence", _append(HELP, "evidence", "wyeford-ev-dip-sample-2025")
    ),
    Seed(
        "evidence_removed", EARLY, "evidence", _unlist(EARLY, "evidence", "wyeford-ev-survey-2022")
    ),
    Seed(
        "judgement_changed",
        "wyeford-j-autumn-early",
        "value",
        _set(
            "wyeford-j-autumn-early",
            value="wyeford-working-everywhere",
            why_changed={"default": "The last three schools have joined."},
        ),
    ),
    Seed(
        "confirmed", "wyeford-j-autumn-help", "on", _set("wyeford-j-autumn-help", on="2025-11-05")
    ),
    Seed(
        "reworded",
        "wyeford-j-autumn-help",
        "reason",
        _text("wyeford-j-autumn-help", "reason", "Waits are falling, from a high level."),
    ),
]
"""Changes of the autumn edition."""

PLANS = [
    Seed(
        "added",
        "seed-commitment",
        None,
        _append(
            "wyeford-p-early",
            "commitments",
            {
                "id": "seed-commitment",
                "statement": {"default": "We will answer each call in a day."},
            },
        ),
    ),
    Seed(
        "added",
        "seed-risk",
        None,
        _append(
            "wyeford-send-strategy",
            "risks",
            {"id": "seed-risk", "statement": {"default": "Prices go up."}},
        ),
    ),
    Seed("removed", "wyeford-principle-plain", None, _remove("wyeford-principle-plain")),
    Seed("removed", "wyeford-ms-standards", None, _remove("wyeford-ms-standards")),
    Seed(
        "moved", "wyeford-c-clubs", None, _move("wyeford-c-clubs", "wyeford-p-help", "commitments")
    ),
    Seed("moved", "wyeford-m-know", "measures", _first("wyeford-m-know")),
    Seed("renamed", "seed-contact", "id", _rename("wyeford-c-named-contact", "seed-contact")),
    Seed("renamed", "seed-term", "id", _rename("wyeford-term-send", "seed-term")),
    Seed("renumbered", "wyeford-p-belong", "order", _set("wyeford-p-belong", order=4)),
    Seed("renumbered", "wyeford-q-next-steps", "code", _set("wyeford-q-next-steps", code="2b")),
    Seed(
        "reworded",
        "wyeford-p-help",
        "statement",
        _text("wyeford-p-help", "statement", "We give the right help, at once."),
    ),
    Seed(
        "reworded",
        "wyeford-c-20-weeks",
        "where_we_are",
        _text("wyeford-c-20-weeks", "where_we_are", "In 2024 about 67 of 100 plans came on time."),
    ),
    Seed(
        "retargeted",
        "wyeford-m-20-weeks",
        "target",
        lambda documents: thing(documents, "wyeford-m-20-weeks")["target"].update(level=80),
    ),
    Seed(
        "retargeted",
        "wyeford-m-therapy",
        "tolerance",
        _set("wyeford-m-therapy", tolerance={"amount": 3, "kind": "points"}),
    ),
    Seed(
        "slipped",
        "wyeford-a-planning-team",
        "due",
        _slip(
            "wyeford-a-planning-team",
            {"kind": "month", "year": 2026, "month": 12},
            "The sixth writer starts later.",
        ),
    ),
    Seed(
        "brought_forward",
        "wyeford-a-therapy-drop-in",
        "due",
        _set("wyeford-a-therapy-drop-in", due={"kind": "month", "year": 2026, "month": 5}),
    ),
    Seed(
        "status_changed",
        "wyeford-a-advice-rota",
        "delivery",
        _set(
            "wyeford-a-advice-rota",
            delivery={
                "value": "wyeford-on-track",
                "on": {"kind": "day", "on": "2026-01-29"},
                "reason": {"default": "A third service has agreed."},
            },
        ),
    ),
    Seed(
        "status_changed",
        "wyeford-sc-time",
        "state",
        _set("wyeford-sc-time", state="not_met", decided_on={"kind": "day", "on": "2026-01-29"}),
    ),
    Seed(
        "reported",
        "wyeford-a-advice-rota",
        "updates",
        _append(
            "wyeford-a-advice-rota",
            "updates",
            {
                "on": {"kind": "day", "on": "2026-01-29"},
                "role": "designated clinical officer",
                "text": {"default": "A third service has agreed."},
            },
        ),
    ),
    Seed(
        "linked",
        "wyeford-w-planning",
        "serves",
        _append("wyeford-w-planning", "serves", "wyeford-p-belong"),
    ),
    Seed(
        "unlinked",
        "wyeford-r-near-home",
        "criteria",
        _unlist("wyeford-r-near-home", "criteria", "wyeford-q-belong"),
    ),
    Seed("restated", "wyeford-ehc-requests", "value", _figure(222)),
    Seed(
        "reworded",
        "wyeford-send-improvement-board",
        "cadence",
        _set("wyeford-send-improvement-board", cadence="every six weeks"),
    ),
]
"""Changes of plans, actions, criteria, figures and bodies."""

ALL = [*EDITION, *PLANS]
