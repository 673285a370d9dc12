"""The fictional example uses all there is: every class, every field, every word of a fixed list.

Who writes documents copies from it, so nothing of the model may be missing there. What cannot
be there stands in ``NOT_POSSIBLE`` with its reason, and nowhere else.
"""

from collections import defaultdict
from typing import Any, Literal, get_args, get_origin

import attrs
import pytest

from sendframe.model import (
    Action,
    ActionRegister,
    Budget,
    Document,
    Evaluation,
    Period,
    Profile,
    ProfileSection,
    Target,
    Value,
    When,
)
from tests.meta.wyeford_walk import everything, example, parts, spots
from tests.property.model_classes import classes

NOT_POSSIBLE = {
    ("Strategy", "completeness"): (
        "a plan that is a summary makes reports say of the whole area that what no document holds "
        "is not public"
    ),
    ("SelfEvaluation", "completeness"): (
        "the two editions are there to be compared, and a summary leaves out what could be"
    ),
    ("Manifest", "plugins"): "the example needs none, and is the same wherever it is rendered",
    ("LocalArea", "fictional", False): "then it would be a real area",
}
"""Fields, and words of fields, that no fictional example can hold, each with the reason."""


def _wanted() -> list[type[Value]]:
    """Return every class that people write: all but what an evaluation and a profile hold."""
    made = {Budget, Evaluation, Profile, ProfileSection}
    results = {
        f"sendframe.model.{name}"
        for name in ("_evaluation", "_reading", "_result", "_subject_view")
    }
    written = [each for each in classes() if each not in made and each.__module__ not in results]
    inputs = {"Input", "Maker"}  # parts of an evaluation that stand with it
    return [each for each in written if each.__name__ not in inputs]


WANTED = _wanted()
FIELDS = [
    pytest.param(each, field, id=f"{each.__name__}.{field.name}")
    for each in WANTED
    for field in attrs.fields(each)
]


@pytest.mark.parametrize("cls", WANTED, ids=lambda each: each.__name__)
def test_every_class_has_an_instance(cls: type[Value]) -> None:
    """Each class that documents may hold is there at least once."""
    assert cls in {type(value) for value, _ in everything()}


@pytest.mark.parametrize(("cls", "field"), FIELDS)
def test_every_field_is_used(cls: type[Value], field: "attrs.Attribute[Any]") -> None:
    """Each field of each class has, somewhere, another value than the one it has unsaid.

    The wording of a document need not be said in each kind of document.
    """
    if get_origin(field.type) is Literal and len(get_args(field.type)) == 1:
        return  # the name of a kind: it can be nothing else
    in_any = issubclass(cls, Document) and field.name == "wording" and field.inherited
    found = [
        getattr(value, field.name)
        for value, _ in everything()
        if type(value) is cls or (in_any and isinstance(value, Document))
    ]
    used = any(each != field.default for each in found)
    assert used or (cls.__name__, field.name) in NOT_POSSIBLE


LISTS = {
    get_args(part)
    for cls in WANTED
    for field in attrs.fields(cls)
    for part in parts(field.type)
    if get_origin(part) is Literal
}


@pytest.mark.parametrize("words", sorted(LISTS), ids=",".join)
def test_every_word_of_a_fixed_list_is_used(words: tuple[str, ...]) -> None:
    """Each word that a list of the model allows stands somewhere in the example."""
    found = {each.held for each in spots() if Literal[words] in set(parts(each.hint))}
    assert set(words) <= found


@pytest.mark.parametrize(
    ("owner", "field", "truth"),
    [
        (cls.__name__, field.name, truth)
        for cls in WANTED
        for field in attrs.fields(cls)
        if bool in set(parts(field.type))
        for truth in (True, False)
    ],
)
def test_yes_and_no_are_both_said(owner: str, field: str, truth: bool) -> None:
    """Where the model asks whether something is so, it is so in one place, and not in another."""
    found = {
        each.held
        for each in spots()
        if type(each.owner).__name__ == owner and each.field.name == field
    }
    assert truth in found or (owner, field, truth) in NOT_POSSIBLE


@pytest.mark.parametrize("union", [When, Period, Target], ids=["when", "period", "target"])
def test_every_kind_of_date_period_and_target_is_used(union: Any) -> None:
    """A date is given as exactly as it is known, a figure by its period, a target as it is set."""
    wanted = set(get_args(union))
    found = {type(each.held) for each in spots() if wanted <= set(parts(each.hint))}
    assert found - {type(None)} == wanted


def _status(action: Action, which: str) -> str | None:
    status = action.delivery if which == "delivery" else action.impact
    return status.value if status else None


def test_actions_have_every_pair_of_statuses() -> None:
    """Done is not the same as helpful: each pair of delivery and impact is there, and none."""
    registers = list(example().of(ActionRegister))
    scales = defaultdict(set)
    for each in registers:
        for which in ("delivery", "impact"):
            scale = getattr(each, f"{which}_scale")
            scales[which] |= {value.id for value in scale.values} if scale else set()
    wanted = {(one, two) for one in scales["delivery"] for two in scales["impact"]}
    actions = example().actions().values()
    found = {(_status(each, "delivery"), _status(each, "impact")) for each in actions}
    assert len(wanted) == 20
    assert wanted <= found
    assert (None, None) in found


def test_no_reason_stands_for_what_is_there() -> None:
    """What is excepted is really not there; else the exception goes."""
    for key in NOT_POSSIBLE:
        owner, field, *word = key
        found = {
            each.held
            for each in spots()
            if type(each.owner).__name__ == owner and each.field.name == field
        }
        missing = found <= {(), "full"} if not word else word[0] not in found
        assert missing, key
