"""What holds of every migration, whatever its steps do."""

import copy
import json
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from sendframe.documents import Draft, replay
from sendframe.documents._draft import Misstep
from sendframe.documents._pointer import tokens_of

KEYS = st.sampled_from(["a", "b", "c", "a/b", "~", "0", ""])
LEAVES = st.none() | st.booleans() | st.integers(-3, 3) | st.sampled_from(["x", "y", 1.5, 1.0])
JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
DOCUMENTS = st.dictionaries(KEYS, JSON, min_size=1, max_size=5)


def below(pointer: str, key: str) -> str:
    """Return the pointer to a member."""
    return f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}"


def pointers(value: Any, at: str = "") -> list[str]:
    """Return the pointer of everything in a value, the value itself left out."""
    pairs: list[tuple[str, Any]] = []
    if isinstance(value, dict):
        pairs = list(value.items())
    elif isinstance(value, list):
        pairs = [(str(index), each) for index, each in enumerate(value)]
    found = []
    for key, each in pairs:
        found += [below(at, key), *pointers(each, below(at, key))]
    return found


def at(value: Any, pointer: str) -> Any:
    """Return what stands at a pointer."""
    for token in tokens_of(pointer):
        value = value[int(token) if isinstance(value, list) else token]
    return value


def same(one: Any, two: Any) -> bool:
    """Say whether two values are the same JSON, true told from 1 and 1 from 1.0."""
    return json.dumps(one, sort_keys=True) == json.dumps(two, sort_keys=True)


@attrs.frozen
class Verb:
    """One thing a step may do, at places chosen when it is done.

    Attributes:
        name: What is done.
        one: Chooses what it is done to.
        two: Chooses where something is put.
        key: Under which key; ``-`` for the end of an array.
        value: What is made.
    """

    name: str
    one: int
    two: int
    key: str
    value: Any

    def do(self, draft: Draft) -> None:
        """Do it."""
        places = pointers(draft.plain())
        if not places:
            return
        here, there = places[self.one % len(places)], ["", *places][self.two % (len(places) + 1)]
        target = below(there, self.key)
        if self.name == "rename":
            draft.rename(here, self.key)
        elif self.name == "move":
            draft.move(here, target)
        elif self.name == "wrap":
            draft.convert(here, lambda old: [old])
        elif self.name == "convert":
            draft.convert(here, lambda _: self.value, loses="what it was")
        elif self.name == "split":
            draft.split(here, {target: lambda old: old, target + "2": lambda _: self.value})
        elif self.name == "join":
            draft.join((here, there), target, lambda *parts: list(parts))
        elif self.name == "default":
            draft.default(target, self.value)
        else:
            draft.drop(here)


NAMES = ["rename", "move", "wrap", "convert", "split", "join", "default", "drop"]
VERBS = st.builds(
    Verb, st.sampled_from(NAMES), st.integers(0, 30), st.integers(0, 30), KEYS | st.just("-"), JSON
)
STEPS = st.lists(VERBS, max_size=6)


def drafted(document: dict[str, Any], wanted: list[Verb]) -> Draft:
    """Do what can be done of a list of verbs; a draft at which one failed is left behind."""
    done: list[Verb] = []
    draft = Draft(document)
    for verb in wanted:
        try:
            verb.do(draft)
            done.append(verb)
        except Misstep:
            draft = Draft(document)
            for each in done:
                each.do(draft)
    return draft


@given(DOCUMENTS, STEPS)
def test_the_changes_told_are_the_changes_done(
    document: dict[str, Any], wanted: list[Verb]
) -> None:
    """Doing what was told to the old document gives the new one, and the old one stays as it is."""
    before = copy.deepcopy(document)
    draft = drafted(document, wanted)
    made, changes = draft.plain(), draft.changes()
    assert same(replay(document, changes), made)
    assert same(document, before)


@given(DOCUMENTS, STEPS)
def test_what_no_change_names_is_carried_over(document: dict[str, Any], wanted: list[Verb]) -> None:
    """Each leaf of the old document is told of, or stands unchanged in the new one."""
    draft = drafted(document, wanted)
    made, changes = draft.plain(), draft.changes()
    gone = [each.old for each in changes if each.action in ("converted", "dropped")]
    came: dict[str, list[str]] = {}
    for pointer in pointers(made):
        came.setdefault(draft.origin(pointer), []).append(pointer)
    for pointer in pointers(document):
        value = at(document, pointer)
        if isinstance(value, (dict, list)):
            continue  # something may have been put into it
        if any(f"{pointer}/".startswith(f"{old}/") for old in gone):
            continue
        assert any(same(at(made, new), value) for new in came.get(pointer, [])), pointer


@given(DOCUMENTS, STEPS)
def test_what_is_dropped_is_told_as_lost(document: dict[str, Any], wanted: list[Verb]) -> None:
    """A change without a new place loses something, unless there was nothing left to lose."""
    draft = drafted(document, wanted)
    for each in draft.changes():
        assert (each.new is None) == (each.action == "dropped")
        assert (each.old is None) == (each.action == "defaulted")
        if each.action in ("renamed", "moved"):
            assert each.loss is None


@given(DOCUMENTS, STEPS)
def test_every_place_has_an_origin(document: dict[str, Any], wanted: list[Verb]) -> None:
    """The place a value is traced back to is one of the old document, in which it can be shown."""
    draft = drafted(document, wanted)
    known = {"", *pointers(document)}
    assert draft.origin("") == ""
    for pointer in pointers(draft.plain()):
        assert draft.origin(pointer) in known


@given(DOCUMENTS, st.permutations(["a", "b", "c", "0", "~"]), st.sampled_from(["x", "y"]))
def test_a_lossless_step_comes_back_through_its_inverse(
    document: dict[str, Any], names: list[str], mark: str
) -> None:
    """Renaming, moving and converting without loss, and then the other way, changes nothing."""
    one, two, three = names[:3]

    def there(draft: Draft) -> None:
        draft.rename(below("", one), "new")
        draft.default("/box", {})
        draft.move(below("", two), "/box/in")
        draft.convert(below("", three), lambda old: {mark: old})

    def back(draft: Draft) -> None:
        draft.convert(below("", three), lambda old: old[mark])
        draft.move("/box/in", below("", two))
        draft.drop("/box")
        draft.rename("/new", one)

    forth = Draft(document)
    there(forth)
    assert not any(each.loss for each in forth.changes())
    returned = Draft(forth.plain())
    back(returned)
    assert not any(each.loss for each in returned.changes())
    assert same(returned.plain(), document)
    whole = Draft(document)
    there(whole)
    back(whole)
    assert same(whole.plain(), document)
    assert same(replay(document, whole.changes()), document)
