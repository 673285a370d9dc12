"""Words of diagnostics: what was probably meant, and nothing of what people wrote."""

import json
from typing import Any

import pytest

from sendframe.documents._document import placed, read_raw
from sendframe.documents._fault import Fault
from sendframe.documents._wording import did_you_mean, key_name, plain, word
from sendframe.errors import Diagnostic, json_pointer
from sendframe.schemas import identifier

PLAN: dict[str, Any] = {
    "$schema": identifier("strategy"),
    "id": "plan",
    "title": {"default": "Plan"},
    "kind": "strategy",
    "area": "E06000019",
    "status": "draft",
}


def told(**changes: Any) -> tuple[Diagnostic, ...]:
    """Return what is told of a plan with members changed; None leaves a member out."""
    raw = {key: each for key, each in {**PLAN, **changes}.items() if each is not None}
    data = json.dumps(raw).encode()
    return placed(read_raw(data, "plan.json").diagnostics, {"plan.json": data})


def one(**changes: Any) -> Diagnostic:
    """Return the one thing that is told."""
    (found,) = told(**changes)
    return found


@pytest.mark.parametrize("key", ["titel", "Title", "titles", "title ", "TITLE"])
def test_a_misspelt_required_key_is_told_once(key: str) -> None:
    """A key that is unknown while another is missing was meant to be that one."""
    found = one(**{"title": None, key: {"default": "Plan"}})
    assert (found.code, found.location.pointer, found.suggestion) == ("SFR103", f"/{key}", "title")
    assert "'title'" in found.help


def test_a_misspelt_optional_key_is_told_with_its_near_one() -> None:
    """An unknown key that is like a known one is told with that one."""
    found = one(prioritys=[])
    assert (found.code, found.suggestion) == ("SFR103", "priorities")


def test_a_lone_unknown_key_is_the_lone_missing_one() -> None:
    """One unknown and one missing key belong together even where they are not alike."""
    found = one(status=None, zzz="draft")
    assert (found.code, found.suggestion) == ("SFR103", "status")


def test_keys_that_cannot_be_paired_are_told_each() -> None:
    """Two unknown keys and one missing, none alike, are three things to put right."""
    found = told(status=None, zzz=1, yyy=2)
    assert sorted(each.code for each in found) == ["SFR102", "SFR103", "SFR103"]


def test_several_misspelt_keys_are_each_paired() -> None:
    """Each unknown key is paired with the missing key it is like."""
    found = told(title=None, titel={"default": "P"}, status=None, statsu="draft")
    assert {each.suggestion for each in found} == {"title", "status"}


def test_an_unknown_key_that_is_like_nothing_gets_the_list() -> None:
    """Without a near key the help names the keys there are, and ``extensions``."""
    found = one(zzz=1)
    assert found.suggestion is None
    assert "'extensions'" in found.help
    assert "priorities" in found.help


@pytest.mark.parametrize(
    ("given", "meant"),
    [("Full", "full"), ("sumary", "summary"), ("complete", None), (["full"], None), ("", None)],
)
def test_a_value_of_a_list_is_suggested(given: Any, meant: str | None) -> None:
    """A value that is like an allowed one is told with it."""
    found = one(completeness=given)
    assert found.suggestion == meant
    assert found.code == ("SFR104" if isinstance(given, str) else "SFR101")


def test_a_kind_of_period_is_suggested() -> None:
    """The tag of an object of several kinds is suggested like any other value of a list."""
    found = one(extended_to={"kind": "moth", "year": 2026, "month": 1})
    assert (found.code, found.location.pointer) == ("SFR104", "/extended_to/kind")
    assert found.suggestion == "month"


@pytest.mark.parametrize(
    "changes",
    [
        {"title": {"default": 5, "wording": "Sam Example is seven"}},
        {"note": {"default": "x", "wording": "Sam Example is seven"}},
        {"id": "Sam Example is seven"},
        {"status": "Sam Example is seven"},
        {"relations": [{"kind": "Sam Example is seven", "title": "x"}]},
        {"extended_to": {"kind": "Sam Example is seven"}},
        {"sources": "Sam Example is seven"},
        {"consultations": [{"id": "c", "link": "Sam Example is seven"}]},
        {"risks": [{"id": "r", "statement": {"default": "x"}, "actions": ["Sam Example is 7"]}]},
    ],
)
def test_no_free_text_is_repeated(changes: dict[str, Any]) -> None:
    """Text that is no id or code may hold a child's name: no diagnostic shows it."""
    found = told(**changes)
    assert found
    assert "Sam" not in "".join(f"{each}{each.help}{each.suggestion}" for each in found)


@pytest.mark.parametrize(
    ("changes", "message", "help_"),
    [
        ({"title": {"default": ""}}, "the text is empty", "Write the text"),
        ({"id": ""}, "the text is empty", "Write the text"),
        ({"id": "a" * 101}, "the text is too long", "at most 100 characters"),
        ({"note": "x"}, "an object { } is needed, not text", "Write an object"),
        ({"sources": {}}, "an array [ ] is needed, not an object", "Write an array"),
        ({"sources": [None]}, "an object { } is needed, not null", "Leave the key out"),
        ({"area": "Hereford"}, "'Hereford' is not an area code", "such as E06000019"),
        (
            {"priorities": [{"id": "p", "order": 0, "statement": {"default": "x"}}]},
            "the number is too small",
            "at least 1",
        ),
        (
            {"priorities": [{"id": "p", "order": 2.5, "statement": {"default": "x"}}]},
            "a whole number is needed, not a number",
            "Write a whole number",
        ),
    ],
)
def test_the_sentence_says_what_and_how(changes: Any, message: str, help_: str) -> None:
    """The message says what is wrong, the help what to do."""
    found = one(**changes)
    assert message in found.message
    assert help_ in found.help


def test_a_missing_key_is_explained() -> None:
    """The help of a missing key says what the key is for."""
    found = one(area=None)
    assert (found.code, found.location.pointer) == ("SFR102", "")
    assert found.help == "Add 'area': Code of the local area."


def test_pieces() -> None:
    """Pointers are escaped, keys shortened and cleaned, and only ids and codes repeated."""
    assert json_pointer(["a/b", "c~d", 0, ""]) == "/a~1b/c~0d/0/"
    assert key_name("a\x1bb") == "'a?b'"
    assert len(key_name("k" * 500)) == 42
    assert plain("E06000019") == "'E06000019'"
    assert plain("two words") is None
    assert plain(5) is None
    assert did_you_mean(5, ["a"]) is None
    assert did_you_mean("a" * 101, ["a" * 101]) is None
    assert did_you_mean("STATUS", ["status", "Status"]) == "status"


def test_a_keyword_without_words_of_its_own_is_still_told() -> None:
    """A rule that sendframe's schemas do not use is told by its name: SFR109, at its place."""
    fault = Fault("multipleOf", ("size",), {"multipleOf": 5})
    (found,) = word([fault], {"size": 7}, "a.json")
    assert (found.code, found.location.pointer) == ("SFR109", "/size")
    assert found.message == "the rule 'multipleOf' of the schema does not hold"


def test_of_several_faults_of_a_value_the_most_telling_is_told() -> None:
    """A text that is too short and no id is told once, as too short, in whichever order."""
    schema = {"minLength": 1, "pattern": "^[A-Za-z0-9]$"}
    both = [Fault("pattern", ("id",), schema), Fault("minLength", ("id",), schema)]
    for faults in (both, both[::-1]):
        (found,) = word(faults, {"id": ""}, "a.json")
        assert (found.code, found.message) == ("SFR106", "the text is empty")


@pytest.mark.parametrize(
    ("keyword", "message"),
    [("minItems", "too few entries"), ("maxItems", "too many entries")],
)
def test_the_length_of_a_list_is_told(keyword: str, message: str) -> None:
    """Too few and too many entries are SFR108, with the bound to keep."""
    (found,) = word([Fault(keyword, ("x",), {keyword: 2})], {"x": []}, "a.json")
    assert (found.code, found.message) == ("SFR108", message)
    assert found.help == f"Give {'at least' if keyword == 'minItems' else 'at most'} 2."
