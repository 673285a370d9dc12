"""The wording of schema errors: suggestions, and no free text of the document."""

from typing import Any

import pytest

from sendframe.errors import Diagnostic
from sendframe.validation import (
    SchemaError,
    quote_key,
    quote_value,
    schema_diagnostics,
    schema_errors,
    schema_id,
)

PLAN: dict[str, Any] = {
    "$schema": schema_id("strategy"),
    "id": "plan",
    "title": {"default": "Plan"},
    "kind": "strategy",
    "area": "E06000019",
    "status": "draft",
}


def diagnostics(**changes: Any) -> list[Diagnostic]:
    """Return the diagnostics of a plan with members changed; None leaves a member out."""
    plan = {key: value for key, value in {**PLAN, **changes}.items() if value is not None}
    return schema_diagnostics(schema_errors(plan, "strategy"), plan, "plan.json")


def diagnostic(**changes: Any) -> Diagnostic:
    """Return the only diagnostic of a plan with members changed."""
    (only,) = diagnostics(**changes)
    return only


@pytest.mark.parametrize("key", ["titel", "Title", "titles", "title ", "TITLE"])
def test_a_misspelt_required_key_is_reported_once(key: str) -> None:
    """An unknown key that resembles a missing one is one problem, with that suggestion."""
    error = diagnostic(**{"title": None, key: {"default": "Plan"}})
    assert (error.code, error.location.pointer, error.suggestion) == ("SFR103", f"/{key}", "title")
    assert error.message == f"unknown key '{key}'"
    assert error.help == "Write 'title', or remove the key."


def test_a_misspelt_optional_key_gets_a_suggestion() -> None:
    """An unknown key that resembles a known one is reported with that one."""
    error = diagnostic(prioritys=[])
    assert (error.code, error.suggestion) == ("SFR103", "priorities")


def test_the_only_unknown_key_is_paired_with_the_only_missing_one() -> None:
    """One unknown and one missing key are one problem even where they are not alike."""
    error = diagnostic(status=None, zzz="draft")
    assert (error.code, error.suggestion) == ("SFR103", "status")


def test_keys_that_are_not_alike_are_reported_separately() -> None:
    """Two unknown keys and one missing key, none alike, are three problems."""
    errors = diagnostics(status=None, zzz=1, yyy=2)
    assert sorted(error.code for error in errors) == ["SFR102", "SFR103", "SFR103"]


def test_several_misspelt_keys_are_paired() -> None:
    """Each unknown key is paired with the missing key that it resembles."""
    errors = diagnostics(title=None, titel={"default": "P"}, status=None, statsu="draft")
    assert {error.suggestion for error in errors} == {"title", "status"}


def test_an_unknown_key_without_suggestion_lists_the_known_keys() -> None:
    """The help names the known keys, and ``extensions``."""
    error = diagnostic(zzz=1)
    assert error.suggestion is None
    assert "'extensions'" in error.help
    assert "priorities" in error.help


@pytest.mark.parametrize(
    ("given", "suggestion"),
    [("Full", "full"), ("sumary", "summary"), ("complete", None), (["full"], None), ("", None)],
)
def test_an_allowed_value_is_suggested(given: Any, suggestion: str | None) -> None:
    """A value that resembles an allowed one is reported with that one."""
    error = diagnostic(completeness=given)
    assert error.suggestion == suggestion
    assert error.code == ("SFR104" if isinstance(given, str) else "SFR101")


def test_a_kind_of_period_is_suggested() -> None:
    """The ``kind`` of an object gets a suggestion like any other value of a list."""
    error = diagnostic(extended_to={"kind": "moth", "year": 2026, "month": 1})
    assert (error.code, error.location.pointer) == ("SFR104", "/extended_to/kind")
    assert error.suggestion == "month"


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
    """Text that is neither id nor code may contain a child's name: no diagnostic repeats it."""
    errors = diagnostics(**changes)
    assert errors
    assert "Sam" not in "".join(f"{error}{error.help}{error.suggestion}" for error in errors)


@pytest.mark.parametrize(
    ("changes", "message", "help_"),
    [
        ({"title": {"default": ""}}, "the text is empty", "Write the text"),
        ({"id": ""}, "the text is empty", "Write the text"),
        ({"id": "a" * 101}, "the text is too long", "at most 100 characters"),
        ({"note": "x"}, "expected an object { }, found text", "Write an object"),
        ({"sources": {}}, "expected an array [ ], found an object", "Write an array"),
        ({"sources": [None]}, "expected an object { }, found null", "Leave the key out"),
        ({"area": "Hereford"}, "'Hereford' is not an area code", "such as E06000019"),
        (
            {"priorities": [{"id": "p", "order": 0, "statement": {"default": "x"}}]},
            "the number is too small",
            "at least 1",
        ),
        (
            {"priorities": [{"id": "p", "order": 2.5, "statement": {"default": "x"}}]},
            "expected a whole number, found a number",
            "Write a whole number",
        ),
    ],
)
def test_the_message_names_the_problem_and_the_help_the_remedy(
    changes: Any, message: str, help_: str
) -> None:
    """Each keyword has a message, and a help that says what to write."""
    error = diagnostic(**changes)
    assert message in error.message
    assert help_ in error.help


def test_a_missing_key_is_described() -> None:
    """The help of a missing key contains the description of the key."""
    error = diagnostic(area=None)
    assert (error.code, error.location.pointer) == ("SFR102", "")
    assert error.help == "Add 'area': Code of the local area."


def test_keys_are_shortened_and_only_ids_and_codes_are_quoted() -> None:
    """Control characters become question marks, and a value with spaces is not repeated."""
    assert quote_key("a\x1bb") == "'a?b'"
    assert len(quote_key("k" * 500)) == 42
    assert quote_value("E06000019") == "'E06000019'"
    assert quote_value("two words") is None
    assert quote_value(5) is None


def test_a_keyword_without_its_own_wording_is_named() -> None:
    """A keyword that sendframe's schemas do not use is reported by its name, as SFR109."""
    errors = [SchemaError("multipleOf", ("size",), {"multipleOf": 5})]
    (error,) = schema_diagnostics(errors, {"size": 7}, "a.json")
    assert (error.code, error.location.pointer) == ("SFR109", "/size")
    assert error.message == "the rule 'multipleOf' of the schema is broken"


def test_only_the_most_telling_error_of_a_value_is_reported() -> None:
    """An empty text that must be an id is reported once, as empty, in whichever order."""
    schema = {"minLength": 1, "pattern": "^[A-Za-z0-9]$"}
    errors = [SchemaError("pattern", ("id",), schema), SchemaError("minLength", ("id",), schema)]
    for ordered in (errors, errors[::-1]):
        (error,) = schema_diagnostics(ordered, {"id": ""}, "a.json")
        assert (error.code, error.message) == ("SFR106", "the text is empty")


@pytest.mark.parametrize(
    ("schema", "help_"),
    [({"const": "v1"}, "Write 'v1'."), ({"enum": [1, 2]}, "Write one of 1, 2.")],
)
def test_the_help_lists_the_allowed_values(schema: dict[str, Any], help_: str) -> None:
    """A value that is not allowed is SFR104, and the help names the one or all that are."""
    (keyword,) = schema
    errors = [SchemaError(keyword, ("x",), schema)]
    (error,) = schema_diagnostics(errors, {"x": "two words"}, "a.json")
    assert (error.code, error.help) == ("SFR104", help_)
    assert error.message == "text is not allowed here"


@pytest.mark.parametrize(
    ("keyword", "message", "help_"),
    [
        ("minItems", "too few entries", "Give at least 2."),
        ("maxItems", "too many entries", "Give at most 2."),
    ],
)
def test_a_list_of_the_wrong_length_is_reported(keyword: str, message: str, help_: str) -> None:
    """Too few and too many entries are SFR108, and the help gives the bound."""
    errors = [SchemaError(keyword, ("x",), {keyword: 2})]
    (error,) = schema_diagnostics(errors, {"x": []}, "a.json")
    assert (error.code, error.message, error.help) == ("SFR108", message, help_)
