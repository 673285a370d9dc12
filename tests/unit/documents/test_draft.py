"""The verbs of a migration: what each does, tells and refuses."""

from collections.abc import Callable
from typing import Any

import pytest

from sendframe.documents import Change, Draft, replay
from sendframe.documents._draft import Misstep
from sendframe.model import FrozenMap

Step = Callable[[Draft], None]


def done(document: dict[str, Any], step: Step) -> tuple[dict[str, Any], list[str]]:
    """Return what a step makes of a document, and what is told of it."""
    draft = Draft(document)
    step(draft)
    made, changes = draft.plain(), draft.changes()
    assert replay(document, changes) == made
    return made, [str(each) for each in changes]


def test_a_document_nothing_is_done_to_is_the_same() -> None:
    """No change is told, and nothing is shared with what was given."""
    document = {"b": [1, {"c": None}], "a": "x"}
    made, told = done(document, lambda _: None)
    assert (made, told) == (document, [])
    assert list(made) == ["b", "a"]
    assert made["b"] is not document["b"]


def test_a_key_is_renamed_where_it_stands() -> None:
    """The order of keys is kept, and what is below moves with it untold."""
    made, told = done({"a": 1, "b": {"x": 2}, "c": 3}, lambda draft: draft.rename("/b", "d"))
    assert made == {"a": 1, "d": {"x": 2}, "c": 3}
    assert list(made) == ["a", "d", "c"]
    assert told == ["renamed /b → /d"]


def test_a_value_is_moved() -> None:
    """Into another object, and to the end of an array."""

    def step(draft: Draft) -> None:
        draft.move("/a", "/b/a")
        draft.move("/c", "/l/-")
        draft.move("/l/0", "/l/-")

    made, told = done({"a": 1, "b": {}, "c": 2, "l": [8, 9]}, step)
    assert made == {"b": {"a": 1}, "l": [9, 2, 8]}
    assert told == ["moved /a → /b/a", "moved /c → /l/1", "moved /l/0 → /l/2"]


def test_a_value_is_converted() -> None:
    """The new value is told with what it loses; one that stays the same is not told."""

    def step(draft: Draft) -> None:
        draft.convert("/when", lambda text: text[:4], loses="month and day")
        draft.convert("/same", lambda value: value)
        draft.convert("/flag", lambda flag: 1 if flag else 0)
        draft.convert("/l/0", lambda value: value + 1)

    draft = Draft({"when": "2026-01-31", "same": [1], "flag": True, "l": [1]})
    step(draft)
    assert draft.plain() == {"when": "2026", "same": [1], "flag": 1, "l": [2]}
    assert draft.changes() == (
        Change("converted", "/when", "/when", "2026", "month and day"),
        Change("converted", "/flag", "/flag", 1),
        Change("converted", "/l/0", "/l/0", 2),
    )
    assert str(draft.changes()[0]) == "converted /when → /when (lost: month and day)"


def test_a_value_is_split_and_values_are_joined() -> None:
    """Each new place is told with each old one."""

    def step(draft: Draft) -> None:
        draft.split("/name", {"/first": lambda n: n.split()[0], "/last": lambda n: n.split()[1]})
        draft.join(("/from", "/to", "/by"), "/span", lambda *parts: list(parts), loses="a word")
        draft.join(("/x", "/y"), "/z", lambda *parts: list(parts))
        draft.split("/x", {"/y": lambda value: value})

    made, told = done({"name": "Ann Example", "from": 1, "to": 2}, step)
    assert made == {"first": "Ann", "last": "Example", "span": [1, 2, None]}
    assert told == [
        "converted /name → /first",
        "converted /name → /last",
        "converted /from → /span (lost: a word)",
        "converted /to → /span (lost: a word)",
    ]


def test_what_is_dropped_is_lost_unless_there_is_nothing_in_it() -> None:
    """An object that was emptied before loses nothing more."""

    def step(draft: Draft) -> None:
        draft.move("/box/a", "/a")
        draft.drop("/box")
        draft.drop("/l/0")
        draft.drop("/nowhere")

    made, told = done({"box": {"a": 1}, "l": [1, 2]}, step)
    assert made == {"a": 1, "l": [2]}
    assert told == [
        "moved /box/a → /a",
        "dropped /box",
        "dropped /l/0 (lost: everything it said)",
    ]


def test_a_default_is_told_as_new() -> None:
    """It goes where nothing stands; what is put into it afterwards is told by itself."""

    def step(draft: Draft) -> None:
        draft.default("/a", 2)
        draft.default("/box", {"l": []})
        draft.default("/box/l/-", "x")
        draft.move("/b", "/box/b")
        draft.move("/c", "/box/l/-")

    draft = Draft({"a": 1, "b": 3, "c": 4})
    step(draft)
    assert draft.plain() == {"a": 1, "box": {"l": ["x", 4], "b": 3}}
    assert draft.changes() == (
        Change("defaulted", None, "/box", FrozenMap({"l": ("x",)})),
        Change("moved", "/c", "/box/l/1"),
        Change("moved", "/b", "/box/b"),
    )
    assert done({"a": 1, "b": 3, "c": 4}, step)[0] == draft.plain()


def test_what_was_moved_into_something_is_told_when_that_is_made_anew() -> None:
    """A value made of others is told with where each of them stood, and what each had lost."""

    def step(draft: Draft) -> None:
        draft.convert("/a", lambda _: 0, loses="its number")
        draft.move("/a", "/box/a")
        draft.rename("/box/b", "c")
        draft.convert("/box", lambda box: [box])

    made, told = done({"a": 1, "box": {"b": 2}}, step)
    assert made == {"box": [{"c": 2, "a": 0}]}
    assert told == [
        "converted /box → /box (lost: its number)",
        "converted /a → /box (lost: its number)",
    ]


def test_what_was_moved_into_something_is_told_when_that_is_dropped() -> None:
    """Both are lost."""

    def step(draft: Draft) -> None:
        draft.move("/a", "/box/a")
        draft.drop("/box")

    lost = "(lost: everything it said)"
    made, told = done({"a": 1, "box": {"b": 2}}, step)
    assert (made, told) == ({}, [f"dropped /box {lost}", f"dropped /a {lost}"])


def test_a_part_of_a_made_value_is_part_of_what_is_told() -> None:
    """What is done inside a value that was made is told with that value, losses included."""

    def step(draft: Draft) -> None:
        draft.convert("/a", lambda value: {"is": value, "l": [1, 2]})
        draft.convert("/a/is", lambda _: "less", loses="most of it")
        draft.convert("/a/l/1", lambda value: value * 10)

    made, told = done({"a": "more"}, step)
    assert made == {"a": {"is": "less", "l": [1, 20]}}
    assert told == ["converted /a → /a (lost: most of it)"]


def test_a_step_can_look_at_the_draft() -> None:
    """Values are copies; pointers of members are those of now; nothing is found below a number."""
    draft = Draft({"a/b": [1, {"x": 2}], "n": 5})
    copy = draft.value("/a~1b")
    copy.append(3)
    assert draft.value("/a~1b") == [1, {"x": 2}]
    assert list(draft.each("")) == ["/a~1b", "/n"]
    assert list(draft.each("/a~1b")) == ["/a~1b/0", "/a~1b/1"]
    assert list(draft.each("/n")) == list(draft.each("/nowhere")) == []
    assert draft.has("/a~1b/1/x")
    for nowhere in ("/a~1b/2", "/a~1b/x", "/a~1b/01", "/n/x", "/x/y"):
        assert not draft.has(nowhere)
        assert draft.value(nowhere) is None


REFUSED: dict[str, Step] = {
    "rename to a key that is taken": lambda draft: draft.rename("/a", "b"),
    "rename an entry of an array": lambda draft: draft.rename("/l/0", "b"),
    "rename the whole": lambda draft: draft.rename("", "b"),
    "move to a place that is taken": lambda draft: draft.move("/a", "/b"),
    "move below nothing": lambda draft: draft.move("/a", "/x/y"),
    "move into the middle": lambda draft: draft.move("/a", "/l/0"),
    "move below a number": lambda draft: draft.move("/l", "/a/x"),
    "drop the whole": lambda draft: draft.drop(""),
    "convert the whole": lambda draft: draft.convert("", lambda _: {}),
    "make a set": lambda draft: draft.convert("/a", lambda _: {1, 2}),
    "make no number": lambda draft: draft.convert("/a", lambda _: float("nan")),
    "make half a letter": lambda draft: draft.default("/x", "\ud800"),
    "make a key that is no text": lambda draft: draft.default("/x", {1: 2}),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_overwrite_or_is_not_json_is_refused(name: str) -> None:
    """A verb that cannot be done says where, and never overwrites."""
    with pytest.raises(Misstep):
        REFUSED[name](Draft({"a": 1, "b": 2, "l": [1]}))


def test_everything_can_be_traced_back() -> None:
    """What was renamed, moved, converted or made is placed where it, or its object, stood."""
    draft = Draft({"a": {"x": [1, 2]}, "b": {"y": 3}, "c": {"z": {}}, "l": [{"d": 1}, {"d": 2}]})
    draft.rename("/a", "A")
    draft.move("/b/y", "/c/z/y")
    draft.convert("/A/x/1", lambda value: {"is": [value]})
    draft.default("/c/new", {"in": 1})
    draft.drop("/l/0")
    wanted = {
        "": "",
        "/A": "/a",
        "/A/x/0": "/a/x/0",
        "/A/x/1/is/0": "/a/x/1",
        "/c/z/y": "/b/y",
        "/c/new/in": "/c",
        "/l/0/d": "/l/1/d",
        "/l/0/none": "/l/0/none",
        "/nowhere": "",
        "/A/x/7": "/a/x",
    }
    found = {pointer: draft.origin(pointer) for pointer in wanted}
    assert found == wanted | {"/l/0/none": "/l/1/none"}
