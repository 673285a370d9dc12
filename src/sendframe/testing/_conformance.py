"""Everything that a plug-in is held to: a list of checks, and the ways to run it."""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import attrs

from ._behaviour_checks import (
    answers_are_its_own,
    calls_are_pure,
    errors_are_clear,
    examples_come_true,
    given_is_unchanged,
    results_are_the_same,
    score_all_agrees,
    values_are_in_range,
)
from ._file_checks import files_are_what_they_say, readers_account_for_all
from ._metadata_checks import (
    data_is_valid,
    hooks_are_typed,
    ids_are_its_own,
    imports_are_light,
    is_found,
    is_quiet_at_discovery,
    is_typed,
    manuals_have_substance,
    options_are_known,
)
from ._subject import CannotTry, Subject, subject_named
from ._wheel import wheel_is_whole

__all__ = ["CONFORMANCE", "CheckResult", "check_plugin", "check_subject", "conformance"]

_WHEEL = "wheel"


@attrs.frozen
class CheckResult:
    """What one check of the kit found.

    Attributes:
        id: Its id, such as ``examples``.
        title: What it holds, as one sentence.
        problems: What is wrong, where, and what to do about it, a sentence each.
        skipped_reason: Why it could not be tried here; None where it was.
    """

    id: str
    title: str
    problems: tuple[str, ...] = ()
    skipped_reason: str | None = None


def portfolios_are_survived(subject: Subject) -> Iterator[str]:
    """Whatever portfolio Hypothesis makes up, nothing but a SendframeError is raised."""
    try:
        from ._portfolio_check import problems_of  # needs sendframe[testing]
    except ModuleNotFoundError as error:
        raise CannotTry("it needs Hypothesis: `python -m pip install hypothesis`") from error
    yield from problems_of(subject)


CONFORMANCE: dict[str, Callable[[Subject], Iterable[str]]] = {
    "found": is_found,
    "discovery": is_quiet_at_discovery,
    "imports": imports_are_light,
    "ids": ids_are_its_own,
    "hooks": hooks_are_typed,
    "manuals": manuals_have_substance,
    "options": options_are_known,
    "types": is_typed,
    "data": data_is_valid,
    "examples": examples_come_true,
    "errors": errors_are_clear,
    "answers": answers_are_its_own,
    "ranges": values_are_in_range,
    "score-all": score_all_agrees,
    "readers": readers_account_for_all,
    "files": files_are_what_they_say,
    "same-results": results_are_the_same,
    "unchanged": given_is_unchanged,
    "pure": calls_are_pure,
    "portfolios": portfolios_are_survived,
    _WHEEL: wheel_is_whole,
}
"""The checks by id, in the order they run. Each yields problems, and its docstring is its title."""


_OF_ONE_HOOK = {
    "files": "sendframe_renderers",
    "ranges": "sendframe_indicators",
    "readers": "sendframe_readers",
    "score-all": "sendframe_scoring_rules",
}
_OF_ANY_HOOK = frozenset(
    [
        "answers",
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


def _nothing_to_look_at(id_: str, subject: Subject) -> str | None:
    """Say why a check would look at nothing, as it does where a plug-in failed; else None."""
    if id_ in _OF_CODE and not subject.is_importable:
        return "no module of it can be imported: put that right first"
    if id_ in _OF_ANY_HOOK and subject.lacks():
        return "it gives nothing that could be looked at: put that right first"
    if id_ in _OF_ONE_HOOK and subject.lacks(_OF_ONE_HOOK[id_]):
        return f"nothing it gives for {_OF_ONE_HOOK[id_]} could be looked at: put that right first"
    return None


def _title(find: Callable[..., object]) -> str:
    return (find.__doc__ or "").partition("\n")[0]


def _result(id_: str, subject: Subject) -> CheckResult:
    find = CONFORMANCE[id_]
    reason = _nothing_to_look_at(id_, subject)
    if reason is not None:
        return CheckResult(id_, _title(find), skipped_reason=reason)
    try:
        return CheckResult(id_, _title(find), tuple(find(subject)))
    except CannotTry as error:
        return CheckResult(id_, _title(find), skipped_reason=str(error))


def check_subject(subject: Subject, *, wheel: bool) -> tuple[CheckResult, ...]:
    """Return what every check finds in a plug-in."""
    return tuple(_result(each, subject) for each in CONFORMANCE if wheel or each != _WHEEL)


def check_plugin(
    name: str,
    *,
    wheel: bool = False,
    paths: Iterable[str | os.PathLike[str]] | None = None,
) -> tuple[CheckResult, ...]:
    """Hold an installed plug-in to everything that `conformance` does, without pytest.

    Args:
        name: Name of an entry point, the first part of several, or the distribution.
        wheel: Whether its wheel is built and held to the same; it takes some seconds.
        paths: Folders to search for it instead of those of this installation.

    Returns:
        A result for each check, in a decided order.

    Raises:
        UnknownName: Nothing of that name is installed.
    """
    return check_subject(subject_named(name, paths), wheel=wheel)


def conformance(
    name: str,
    *,
    wheel: bool = True,
    paths: Iterable[str | os.PathLike[str]] | None = None,
) -> type:
    """Return a test class that holds an installed plug-in to everything a plug-in is held to.

    Args:
        name: Name of an entry point, the first part of several, or the distribution.
        wheel: Whether its wheel is built and held to the same.
        paths: Folders to search for it instead of those of this installation.

    Returns:
        A class for pytest, with one test method a check. Nothing is looked at before the first
        of them runs.

    Examples:
        The whole test file of a plug-in:

        ```python
        from sendframe.testing import conformance

        TestPlugin = conformance("kent")
        ```
    """
    folders = None if paths is None else tuple(paths)

    @cache
    def subject() -> Subject:
        return subject_named(name, folders)

    methods = {
        f"test_{each.replace('-', '_')}": _method(each, subject)
        for each in CONFORMANCE
        if wheel or each != _WHEEL
    }
    told = {"__doc__": f"The plug-in {name} is what sendframe asks of a plug-in."}
    return type("TestPlugin", (), {**methods, **told, "__test__": True})


def _method(id_: str, subject: Callable[[], Subject]) -> Callable[[Any], None]:
    def test(self: Any) -> None:
        import pytest  # only where tests run

        del self
        result = _result(id_, subject())
        if result.skipped_reason is not None:
            pytest.skip(result.skipped_reason)
        if result.problems:
            pytest.fail("\n".join(result.problems), pytrace=False)

    test.__name__ = f"test_{id_.replace('-', '_')}"
    test.__doc__ = _title(CONFORMANCE[id_])
    return test
