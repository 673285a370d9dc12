"""Options of rules, checks and so on that do not exist: reported, with the nearest."""

from pathlib import Path
from typing import Any

import pytest

from sendframe.documents import no_library, validate_path
from tests.unit.documents.raw_folder import actions, brief, manifest, put
from tests.unit.documents.test_extension import Shelf


class Ours(Shelf):
    """A library that knows the options of a rule, and of a check that has none."""

    def option_names(self, id: str, *, is_rule: bool) -> tuple[str, ...] | None:  # noqa: A002
        """Return the options of a contribution."""
        return {("funnel", True): ("comparator", "overdispersion"), ("SFR301", False): ()}.get(
            (id, is_rule)
        )


def rule(**options: Any) -> dict[str, Any]:
    """Return the choice of a rule with options."""
    return {"indicator": "a", "rule": "funnel", "options": options}


def problems(folder: Path, **more: Any) -> list[tuple[str, str, str]]:
    """Return what is reported of options in a portfolio."""
    put(folder, portfolio=manifest("a.json", **more), a=actions("one"))
    return [item for item in brief(validate_path(folder, library=Ours)) if item[0] != "SFR201"]


def test_an_option_that_does_not_exist_is_reported_with_the_nearest(tmp_path: Path) -> None:
    """Of a rule where it is chosen, of anything else under `options`."""
    put(
        tmp_path,
        portfolio=manifest(
            "a.json",
            rules=[rule(comparator="x"), rule(comparatr="x", x=1)],
            options={"SFR301": {"months": 3}, "kent.one": {"x": 1}},
        ),
        a=actions("one"),
    )
    found = [d for d in validate_path(tmp_path, library=Ours) if d.code == "SFR103"]
    assert [(d.location.pointer, d.suggestion, d.help) for d in found] == [
        ("/rules/1/options/comparatr", "comparator", "Write 'comparator', or remove it."),
        ("/rules/1/options/x", None, "There are: comparator, overdispersion."),
        ("/options/SFR301/months", None, "It has none."),
    ]
    assert found[0].message == "the rule 'funnel' has no option 'comparatr'"
    assert found[2].message == "'SFR301' has no option 'months'"
    assert all(d.location.line for d in found)


def test_options_that_exist_or_are_of_others_are_valid(tmp_path: Path) -> None:
    """Of a rule that nobody knows here too: `check` says that it is missing."""
    other = rule(x=1) | {"rule": "kent.rule"}
    assert problems(tmp_path, rules=[rule(comparator="x"), other], options={"kent": {"x": 1}}) == []


@pytest.mark.parametrize(
    ("key", "wrong"),
    [("rules", 7), ("rules", [3, {"rule": 3}]), ("options", 3), ("options", {"SFR301": 3})],
)
def test_what_the_schema_refuses_is_reported_once(tmp_path: Path, key: str, wrong: Any) -> None:
    """Nothing is said of options in it."""
    assert {code for code, _, _ in problems(tmp_path, **{key: wrong})} <= {"SFR101", "SFR102"}


def test_the_library_is_called_once_for_all_options(tmp_path: Path) -> None:
    """Beside the call for the reference to an indicator that is nowhere."""
    calls: list[int] = []

    def library() -> Ours:
        calls.append(1)
        return Ours()

    for rules, times in (([rule()] * 3, 1), ([rule(comparator="x")] * 3, 2)):
        put(tmp_path, portfolio=manifest("a.json", rules=rules), a=actions("one"))
        calls.clear()
        validate_path(tmp_path, library=library)
        assert len(calls) == times
    assert no_library().option_names("funnel", is_rule=True) is None
