"""The conformance checks of a plug-in, and the functions that run them."""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import attrs

from ._behaviour_checks import (
    all_are_called,
    arguments_are_unchanged,
    calls_are_pure,
    errors_are_sendframe_errors,
    examples_match,
    results_are_repeatable,
    returned_types_are_right,
    score_all_agrees,
    values_are_in_range,
)
from ._fact_checks import scores_name_their_facts
from ._file_checks import files_are_what_they_say, readers_account_for_all
from ._metadata_checks import (
    data_is_valid,
    hooks_are_typed,
    ids_are_its_own,
    imports_are_light,
    is_found,
    is_not_imported_at_discovery,
    is_typed,
    manuals_are_long_enough,
    options_are_known,
)
from ._not_tried import calls_not_tried
from ._plugin_under_test import CannotRun, PluginUnderTest, plugin_under_test
from ._section_checks import sections_are_sound
from ._wheel_check import wheel_is_complete

__all__ = ["CONFORMANCE", "CheckResult", "check_plugin", "check_unpacked_wheel", "conformance"]

_WHEEL = "wheel"


@attrs.frozen
class CheckResult:
    """The result of one conformance check.

    Attributes:
        id: Its id, such as ``examples``.
        title: What it checks, as one sentence.
        problems: The problems: what is wrong, where, and how to correct it, a sentence each.
        skipped_reason: Why it did not run; None if it ran.
        not_tried: What it left out: contributions, and input that was made up for them. None of
            it is a problem.
    """

    id: str
    title: str
    problems: tuple[str, ...] = ()
    skipped_reason: str | None = None
    not_tried: tuple[str, ...] = ()


def generated_portfolios_pass(under_test: PluginUnderTest) -> Iterator[str]:
    """A portfolio that Hypothesis generates raises nothing but a SendframeError."""
    try:
        from ._portfolio_check import problems_of  # needs sendframe[testing]
    except ModuleNotFoundError as error:
        raise CannotRun("Hypothesis is missing: `python -m pip install hypothesis`") from error
    yield from problems_of(under_test)


def _situations_not_tried(under_test: PluginUnderTest) -> Iterator[str]:
    from ._portfolio_check import situations_not_tried  # needs sendframe[testing]

    return situations_not_tried(under_test)


CONFORMANCE: dict[str, Callable[[PluginUnderTest], Iterable[str]]] = {
    "found": is_found,
    "discovery": is_not_imported_at_discovery,
    "imports": imports_are_light,
    "ids": ids_are_its_own,
    "hooks": hooks_are_typed,
    "manuals": manuals_are_long_enough,
    "options": options_are_known,
    "types": is_typed,
    "data": data_is_valid,
    "examples": examples_match,
    "called": all_are_called,
    "errors": errors_are_sendframe_errors,
    "answers": returned_types_are_right,
    "ranges": values_are_in_range,
    "score-all": score_all_agrees,
    "facts": scores_name_their_facts,
    "readers": readers_account_for_all,
    "files": files_are_what_they_say,
    "sections": sections_are_sound,
    "same-results": results_are_repeatable,
    "unchanged": arguments_are_unchanged,
    "pure": calls_are_pure,
    "portfolios": generated_portfolios_pass,
    _WHEEL: wheel_is_complete,
}
"""The checks by id, in the order they run. Each yields problems; its docstring is its title."""

_NOT_TRIED: dict[str, Callable[[PluginUnderTest], Iterable[str]]] = {
    "called": calls_not_tried,
    "portfolios": _situations_not_tried,
}

_ALIKE_IN_A_WHEEL = frozenset(["portfolios", "same-results"])
"""Checks of what code does, which take longest: files that a wheel lacks show in the others."""


_OF_ONE_HOOK = {
    "facts": "sendframe_scoring_rules",
    "files": "sendframe_renderers",
    "ranges": "sendframe_indicators",
    "readers": "sendframe_readers",
    "score-all": "sendframe_scoring_rules",
    "sections": "sendframe_sections",
}
_OF_ANY_HOOK = frozenset(
    [
        "answers",
        "called",
        "errors",
        "examples",
        "manuals",
        "options",
        "portfolios",
        "pure",
        "same-results",
        "unchanged",
        *_OF_ONE_HOOK,
    ]
)
_OF_CODE = frozenset(["hooks", "imports"])


def _reason_to_skip(id_: str, under_test: PluginUnderTest) -> str | None:
    """Return why a check has nothing to check, such as after a failed import; None if it has."""
    if id_ in _OF_CODE and not under_test.is_importable:
        return "no module of it can be imported: correct that first"
    if id_ in _OF_ANY_HOOK and under_test.lacks():
        return "it has no contribution that could be checked: correct that first"
    if id_ in _OF_ONE_HOOK and under_test.lacks(_OF_ONE_HOOK[id_]):
        return f"it has no contribution for {_OF_ONE_HOOK[id_]} that could be checked: correct that first"
    return None


def _title(check: Callable[..., object]) -> str:
    return (check.__doc__ or "").partition("\n")[0]


def _result(id_: str, under_test: PluginUnderTest) -> CheckResult:
    check = CONFORMANCE[id_]
    reason = _reason_to_skip(id_, under_test)
    if reason is not None:
        return CheckResult(id_, _title(check), skipped_reason=reason)
    try:
        problems = tuple(check(under_test))
    except CannotRun as error:
        return CheckResult(id_, _title(check), skipped_reason=str(error))
    left_out = _NOT_TRIED[id_](under_test) if id_ in _NOT_TRIED else ()
    return CheckResult(id_, _title(check), problems, not_tried=tuple(left_out))


def check_unpacked_wheel(under_test: PluginUnderTest) -> tuple[CheckResult, ...]:
    """Run the checks on a plug-in that is imported from its wheel, and return the results."""
    left_out = {_WHEEL, *_ALIKE_IN_A_WHEEL}
    return tuple(_result(id_, under_test) for id_ in CONFORMANCE if id_ not in left_out)


def check_plugin(
    name: str,
    *,
    wheel: bool = False,
    paths: Iterable[str | os.PathLike[str]] | None = None,
) -> tuple[CheckResult, ...]:
    """Run the checks of `conformance` on an installed plug-in, without pytest.

    Args:
        name: Name of an entry point, the first part of several, or the distribution.
        wheel: Whether its wheel is built and checked too; it takes some seconds.
        paths: Folders to search for it instead of those of this installation.

    Returns:
        A result for each check, in a fixed order.

    Raises:
        UnknownName: Nothing of that name is installed.
    """
    under_test = plugin_under_test(name, paths)
    return tuple(_result(id_, under_test) for id_ in CONFORMANCE if wheel or id_ != _WHEEL)


def conformance(
    name: str,
    *,
    wheel: bool = True,
    paths: Iterable[str | os.PathLike[str]] | None = None,
) -> type:
    """Return a test class that runs every conformance check on an installed plug-in.

    Args:
        name: Name of an entry point, the first part of several, or the distribution.
        wheel: Whether its wheel is built and checked too.
        paths: Folders to search for it instead of those of this installation.

    Returns:
        A class for pytest, with one test method for each check. The plug-in is loaded when the
        first test runs.

    Examples:
        The whole test file of a plug-in:

        ```python
        from sendframe.testing import conformance

        TestPlugin = conformance("kent")
        ```
    """
    folders = None if paths is None else tuple(paths)

    @cache
    def under_test() -> PluginUnderTest:
        return plugin_under_test(name, folders)

    methods = {
        f"test_{id_.replace('-', '_')}": _method(id_, under_test)
        for id_ in CONFORMANCE
        if wheel or id_ != _WHEEL
    }
    attributes = {"__doc__": f"The plug-in {name} passes the conformance checks."}
    return type("TestPlugin", (), {**methods, **attributes, "__test__": True})


def _method(id_: str, under_test: Callable[[], PluginUnderTest]) -> Callable[[Any], None]:
    def test(self: Any) -> None:
        import pytest  # only where tests run

        del self
        result = _result(id_, under_test())
        if result.skipped_reason is not None:
            pytest.skip(result.skipped_reason)
        for left_out in result.not_tried:
            print(f"not tried: {left_out}")  # noqa: T201  # pytest shows it with -rP
        if result.problems:
            pytest.fail("\n".join(result.problems), pytrace=False)

    test.__name__ = f"test_{id_.replace('-', '_')}"
    test.__doc__ = _title(CONFORMANCE[id_])
    return test
