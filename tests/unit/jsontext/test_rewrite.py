"""Values of a text are changed, and all else keeps its bytes."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendframe.jsontext import is_same, parse, rewrite

TEXT = """\
{
  "id": "a",
  "title": { "default": "One",   "wording": "verbatim" },
  "numbers": [1,2, 3],
  "actions": [
    {
      "id": "x", "due": 1.50
    },

    { "id": "y" }
  ],
  "empty": []
}
"""


def lines_changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """Return the lines that are only in the one and only in the other text."""
    old, new = before.split("\n"), after.split("\n")
    return [line for line in old if line not in new], [line for line in new if line not in old]


def rewritten(change: Any, text: str = TEXT) -> str:
    """Return the text after a change of a copy of its value."""
    before, _ = parse(text.encode())
    after = copy.deepcopy(before)
    change(after)
    new = rewrite(text.encode(), before, after)
    assert is_same(parse(new)[0], after)
    return new.decode()


def test_one_word_changes_one_line() -> None:
    """The blanks within that line stay as well."""
    new = rewritten(lambda d: d["title"].update(default="Two"))
    assert lines_changed(TEXT, new) == (
        ['  "title": { "default": "One",   "wording": "verbatim" },'],
        ['  "title": { "default": "Two",   "wording": "verbatim" },'],
    )


def test_a_member_is_added_behind_the_one_it_follows() -> None:
    """In the style of its container: on its line, or on lines of their own."""
    new = rewritten(lambda d: d["actions"][1].update(title={"default": "New"}))
    assert '    { "id": "y", "title": { "default": "New" } }\n' in new
    new = rewritten(lambda d: d["actions"][0].update(title={"default": "New"}))
    assert '      "id": "x", "due": 1.50,\n      "title": { "default": "New" }\n    },\n' in new


def test_an_item_is_added_and_removed() -> None:
    """The items around it keep their bytes, whichever place it has."""
    new = rewritten(lambda d: d["actions"].insert(1, {"id": "z", "of": ["a"]}))
    assert (
        '      "id": "x", "due": 1.50\n    },\n    { "id": "z", "of": ["a"] },\n    { "id": "y" }'
        in new
    )
    new = rewritten(lambda d: d["actions"].pop(0))
    assert '  "actions": [\n    { "id": "y" }\n  ],' in new
    new = rewritten(lambda d: d["numbers"].remove(2))
    assert '"numbers": [1, 3],' in new


def test_members_are_removed_and_put_first() -> None:
    """A new member that follows none stands first."""
    new = rewritten(lambda d: d.pop("id"))
    assert new.startswith('{\n  "title"')
    before, _ = parse(TEXT.encode())
    assert isinstance(before, dict)
    after = {"$schema": "s", **before}
    assert rewrite(TEXT.encode(), before, after).startswith(b'{\n  "$schema": "s",\n  "id": "a"')


def test_a_container_that_becomes_long_is_written_on_lines() -> None:
    """What does not fit on its line any more is laid out anew."""
    new = rewritten(lambda d: d["actions"][1].update(words="long " * 30))
    assert '    {\n      "id": "y",\n      "words": "long ' in new
    assert '      "id": "x", "due": 1.50\n' in new


def test_another_kind_of_value_is_laid_out() -> None:
    """An empty array that is filled, and a number that becomes an object."""
    new = rewritten(lambda d: d["empty"].append({"a": {"b": {"c": 1}}}))
    assert '"empty": [\n    { "a": { "b": { "c": 1 } } }\n  ]' not in new
    assert '"empty": [\n    {\n      "a": { "b": { "c": 1 } }\n    }\n  ]' in new
    assert '"due": { "a": [] }' in rewritten(lambda d: d["actions"][0].update(due={"a": []}))


def test_the_style_of_a_text_without_short_objects() -> None:
    """A text as `dump` writes it gets no objects on one line; other line breaks stay."""
    text = '\ufeff{\r\n\t"a": [\r\n\t\t1\r\n\t]\r\n}\r\n'
    new = rewritten(lambda d: d["a"].append({"b": 1}), text)
    assert new == '\ufeff{\r\n\t"a": [\r\n\t\t1,\r\n\t\t{\r\n\t\t\t"b": 1\r\n\t\t}\r\n\t]\r\n}\r\n'
    assert rewritten(lambda d: d.append({"b": 1}), '[{"a":1}]') == '[{"a":1}, {"b": 1}]'


SCALARS = st.none() | st.booleans() | st.integers(-9, 9) | st.floats(-2, 2) | st.text(max_size=3)
JSON = st.recursive(
    SCALARS | st.fixed_dictionaries({"id": st.sampled_from("abc"), "v": SCALARS}),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["id", "a", "b", 'c"']), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(JSON, JSON, st.sampled_from([None, 1, "\t"]))
def test_any_value_becomes_any_other(before: Any, after: Any, indent: Any) -> None:
    """Law: the new text has the new value, and the same value keeps every byte."""
    text = json.dumps(before, indent=indent, ensure_ascii=False).encode()
    assert is_same(json.loads(rewrite(text, before, after)), after)
    assert rewrite(text, before, copy.deepcopy(before)) == text


@pytest.mark.parametrize(
    ("one", "other"), [(1, True), ([0], [False]), ({"a": 1}, {"b": 1}), ([], {})]
)
def test_what_differs(one: Any, other: Any) -> None:
    """Numbers and booleans differ, also where Python says that they are equal."""
    assert not is_same(one, other)
