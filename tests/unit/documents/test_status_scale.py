"""Statuses of actions on scales of their own, and the order of priorities."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import attrs
import pytest

from sendframe.documents import portfolio_problems, read_raw, validate_path
from sendframe.errors import Diagnostic
from sendframe.jsontext import format_json
from sendframe.model import ActionRegister, Day, Portfolio, Status, Strategy
from tests.unit.documents.raw_folder import actions, brief, document, manifest, put

ON = {"on": {"kind": "day", "on": "2025-01-01"}}


def errors(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return those that are no notes, such as that on a document that a plug-in would bring."""
    return [diagnostic for diagnostic in diagnostics if diagnostic.severity != "note"]


def scale(id_: str, *values: str) -> dict[str, Any]:
    """Return a scale that has no order."""
    return {
        "id": id_,
        "title": {"default": id_},
        "ordered": False,
        "values": [{"id": value, "name": value} for value in values],
    }


DELIVERY = {"delivery_scale": scale("delivery", "done", "late")}
IMPACT = {"impact_scale": scale("impact", "better", "worse")}
CRITERIA = document(
    "criteria-set",
    "criteria",
    publisher="Us",
    version="1",
    criteria=[{"id": "c", "code": "1", "kind": "local", "wording": {"default": "Help"}}],
    rating_scale=scale("rating", "good"),
)
SHARED = document("scale-set", "shared", scales=[scale("any", "begun", "ended")])


def register(id_: str, scales: dict[str, Any], **statuses: str) -> dict[str, Any]:
    """Return a register with one action."""
    given = {name: {"value": value, **ON} for name, value in statuses.items()}
    return {**actions(f"{id_}-1", id_=id_, **given), **scales}


@pytest.mark.parametrize(
    ("status", "value", "other"),
    [
        ("delivery", "better", ("a.json", "/impact_scale/values/0/id")),
        ("impact", "late", ("a.json", "/delivery_scale/values/1/id")),
        ("delivery", "good", ("criteria.json", "/rating_scale/values/0/id")),
        ("impact", "begun", ("shared.json", "/scales/0/values/0/id")),
    ],
)
def test_a_status_of_another_scale_is_reported_once(
    status: str, value: str, other: tuple[str, str], tmp_path: Path
) -> None:
    """Both ends are named: the status, the value on the other scale, and the right scale."""
    a = register("a", DELIVERY | IMPACT, **{status: value})
    names = ["a.json", "criteria.json", "shared.json"]
    found = put(tmp_path, portfolio=manifest(*names), a=a, criteria=CRITERIA, shared=SHARED)
    assert brief(found) == [("SFR212", "a.json", f"/actions/0/{status}/value")]
    ends = [
        (Path(str(each.location.file)).name, each.location.pointer) for each in found[0].related
    ]
    assert ends == [other, ("a.json", f"/{status}_scale/values/0/id")]
    assert f"the {status} scale: " in found[0].help


def test_a_register_without_a_scale_uses_that_of_another(tmp_path: Path) -> None:
    """Where one register has the delivery scale, statuses of all are on it, shared scales or not."""
    names = ["a.json", "b.json", "shared.json"]
    a = register("a", DELIVERY, delivery="done")
    b = register("b", IMPACT, delivery="late", impact="better")
    files = {"portfolio": manifest(*names), "a": a, "shared": SHARED}
    assert put(tmp_path, **files, b=b) == ()
    b = register("b", IMPACT, delivery="begun")
    assert brief(put(tmp_path, **files, b=b)) == [("SFR212", "b.json", "/actions/0/delivery/value")]


def test_without_any_such_scale_those_of_a_scale_set_hold(tmp_path: Path) -> None:
    """A shared scale may be the delivery scale; the impact scale never is."""
    names = ["a.json", "shared.json"]
    a = register("a", IMPACT, delivery="ended", impact="worse")
    assert put(tmp_path, portfolio=manifest(*names), a=a, shared=SHARED) == ()
    a = register("a", IMPACT, delivery="worse")
    found = put(tmp_path, portfolio=manifest(*names), a=a, shared=SHARED)
    assert brief(found) == [("SFR212", "a.json", "/actions/0/delivery/value")]


def test_without_a_scale_any_other_value_is_accepted(tmp_path: Path) -> None:
    """Nothing says which scale it is where the portfolio has no scale for it."""
    a = register("a", IMPACT, delivery="worse")
    assert put(tmp_path, portfolio=manifest("a.json"), a=a) == ()


def test_an_unknown_status_is_a_dangling_reference(tmp_path: Path) -> None:
    """What is a value of no scale is reported as such, once."""
    a = register("a", DELIVERY, delivery="dne")
    (found,) = put(tmp_path, portfolio=manifest("a.json"), a=a)
    assert (found.code, found.suggestion) == ("SFR201", "done")


def test_statuses_are_not_compared_with_a_scale_that_could_not_be_read(tmp_path: Path) -> None:
    """A problem of a scale is reported there, and not at every status."""
    broken = {"delivery_scale": {**DELIVERY["delivery_scale"], "values": [{"name": "Done"}]}}
    a = register("a", broken | IMPACT, delivery="better")
    found = put(tmp_path, portfolio=manifest("a.json"), a=a)
    assert {each.code for each in found} == {"SFR102"}


def test_many_values_are_not_all_listed(tmp_path: Path) -> None:
    """Help names the first ten values of the scale."""
    values = [f"v{number:02d}" for number in range(12)]
    a = register("a", IMPACT | {"delivery_scale": scale("d", *values)}, delivery="better")
    (found,) = put(tmp_path, portfolio=manifest("a.json"), a=a)
    assert found.help.endswith("'v09', and others.")


def test_statuses_made_in_python_are_checked(wyeford: Portfolio) -> None:
    """A portfolio made in Python has the same rule, with the same places."""
    paths = wyeford.manifest.documents
    at, one = next(
        (at, each)
        for at, each in enumerate(wyeford.documents)
        if isinstance(each, ActionRegister) and each.impact_scale
    )
    assert one.impact_scale
    value = one.impact_scale.values[0].id
    action = one.actions[0].changed(delivery=Status(value=value, on=Day(on=wyeford.manifest.as_at)))
    changed = one.changed(actions=(action, *one.actions[1:]))
    documents = (*wyeford.documents[:at], changed, *wyeford.documents[at + 1 :])
    (found,) = errors(portfolio_problems(attrs.evolve(wyeford, documents=documents)))
    assert (found.code, found.location.file) == ("SFR212", paths[at])
    assert found.location.pointer == "/actions/0/delivery/value"


def plan(*priorities: Any) -> dict[str, Any]:
    """Return a plan with these priorities."""
    return document(
        "strategy", "plan", kind="strategy", area="ZZ0000001", status="draft", priorities=priorities
    )


def priority(id_: str, order: object) -> dict[str, Any]:
    """Return a priority."""
    return {"id": id_, "order": order, "statement": {"default": id_}}


def test_two_priorities_with_one_order_are_reported(tmp_path: Path) -> None:
    """Each that repeats an order is reported with the first; 2.0 is the number 2."""
    three = plan(*(priority(id_, order) for id_, order in [("a", 2), ("b", 1), ("c", 2.0)]))
    found = put(tmp_path, portfolio=manifest("plan.json"), plan=three)
    assert brief(found) == [("SFR213", "plan.json", "/priorities/2/order")]
    (other,) = found[0].related
    assert other.location.pointer == "/priorities/0/order"
    assert [each.code for each in validate_path(tmp_path / "plan.json")] == ["SFR213"]


def test_a_priority_that_was_copied_is_a_duplicate_id_only(tmp_path: Path) -> None:
    """One fault is reported once."""
    found = put(
        tmp_path,
        portfolio=manifest("plan.json"),
        plan=plan(priority("a", 1), priority("a", 1)),
    )
    assert brief(found) == [("SFR202", "plan.json", "/priorities/1/id")]


@pytest.mark.parametrize("priorities", [{"order": 1}, [1, 1], [{"order": "1"}, {"order": True}]])
def test_an_order_that_is_no_number_is_left_to_the_schema(priorities: Any) -> None:
    """Where the schema fails, orders are compared as far as there are any."""
    raw = {**plan(), "priorities": priorities}
    codes = {each.code for each in read_raw(format_json(raw), "plan.json").diagnostics}
    assert "SFR213" not in codes
    assert codes


def test_orders_made_in_python_are_compared(wyeford: Portfolio) -> None:
    """Two plans may have the same orders, and one plan may not."""
    at, one = next(
        (at, each) for at, each in enumerate(wyeford.documents) if isinstance(each, Strategy)
    )
    first, second, *rest = one.priorities
    changed = one.changed(priorities=(first, second.changed(order=first.order), *rest))
    documents = (*wyeford.documents[:at], changed, *wyeford.documents[at + 1 :])
    (found,) = errors(portfolio_problems(attrs.evolve(wyeford, documents=documents)))
    assert (found.code, found.location.pointer) == ("SFR213", "/priorities/1/order")
