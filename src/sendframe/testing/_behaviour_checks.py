"""Conformance checks of calls: examples, errors, repeatability, purity and ranges."""

import math
from collections.abc import Callable, Iterator

from sendframe.errors import Diagnostic, SendframeError
from sendframe.model import Refusal, Score, full_text
from sendframe.reports import section_problem

from ._contribution_run import NOT_STATED, Call, CallResult, counted, result_text
from ._fresh_interpreter import run_in_fresh_interpreter
from ._plugin_under_test import PluginUnderTest
from ._side_effects import ForbiddenEffect
from ._test_call import call_results

__all__ = [
    "all_are_called",
    "arguments_are_unchanged",
    "calls_are_pure",
    "errors_are_sendframe_errors",
    "examples_match",
    "results_are_repeatable",
    "returned_types_are_right",
    "score_all_agrees",
    "values_are_in_range",
]

_RANGES = {"percent": (0.0, 100.0), "share": (0.0, 1.0), "count": (0.0, math.inf)}
_LONGEST = 300


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def examples_match(under_test: PluginUnderTest) -> Iterator[str]:
    """Each worked example returns the result that it states."""
    for contribution in under_test.contributions:
        if len(contribution.examples) != len(contribution.record.examples):
            yield f"{contribution} has an example of another type: write `Example(title, (given,), gives)`"
    for result in call_results(under_test):
        call = result.call
        if call.expected is NOT_STATED:
            continue
        if result.error is not None:
            place = under_test.place_of(result.error)
            yield f"{call} raises {type(result.error).__name__}{place}: correct it, or the call"
        elif result.returned != call.expected:
            returned = (full_text(value) for value in (result.returned, call.expected))
            actual, wanted = map(_shortened, returned)
            yield f"{call} returns {actual}, not {wanted} as the example says: correct one of them"


def all_are_called(under_test: PluginUnderTest) -> Iterator[str]:
    """Each contribution is called at least once."""
    called = {str(result.call.contribution) for result in call_results(under_test)}
    for contribution in under_test.contributions:
        if str(contribution) not in called:
            yield (
                f"{contribution} was never called, because no input that it needs could be made up: "
                f"give it an `Example`"
            )


@counted
def errors_are_sendframe_errors(under_test: PluginUnderTest) -> Iterator[tuple[Call, str]]:
    """Made-up input raises nothing but a SendframeError."""
    for result in call_results(under_test):
        error = result.error
        if result.call.expected is NOT_STATED and not isinstance(
            error, (SendframeError, type(None), ForbiddenEffect)
        ):
            raised = f"raises {type(error).__name__}{under_test.place_of(error)}"
            yield result.call, f"{raised}; return a refusal or a diagnostic instead"


def results_are_repeatable(under_test: PluginUnderTest) -> Iterator[str]:
    """The same call returns the same result, in one process and with two hash seeds."""
    for result in call_results(under_test):
        if not result.is_repeatable:
            yield (
                f"{result.call} returns another result the second time: keep nothing between "
                f"calls, and use no clock and no random number"
            )
    first, second = (
        run_in_fresh_interpreter(under_test, "digests", hash_seed=seed) for seed in ("0", "1")
    )
    here = [result.digest for result in call_results(under_test)]
    for result, *digests in zip(call_results(under_test), here, first, second, strict=True):
        if len({*digests}) > 1 and result.is_repeatable:
            yield (
                f"{result.call} returns another result in another process: sort what comes from "
                f"a set, and use no hash(), id(), clock or random number"
            )


@counted
def arguments_are_unchanged(under_test: PluginUnderTest) -> Iterator[tuple[Call, str]]:
    """A call does not change its arguments."""
    for result in call_results(under_test):
        if not result.is_unchanged:
            yield result.call, "changes its arguments; make a new value instead"


@counted
def calls_are_pure(under_test: PluginUnderTest) -> Iterator[tuple[Call, str]]:
    """A call uses no network, writes no file, runs no program and reads no environment variable."""
    for result in call_results(under_test):
        for effect in result.side_effects:
            advice = "its arguments hold everything it needs, and sendframe writes the files"
            yield result.call, f"{effect}; {advice} that it returns"


@counted
def returned_types_are_right(under_test: PluginUnderTest) -> Iterator[tuple[Call, str]]:
    """A contribution returns the types of its hook, under its own id."""
    for result in call_results(under_test):
        if result.error is None:
            wrong = _type_problem(result)
            if wrong is not None:
                yield result.call, wrong


def _type_problem(result: CallResult) -> str | None:
    check = _TYPE_CHECKS.get(result.call.contribution.hook)
    return None if check is None else check(result)


def _wrong_diagnostic(result: CallResult) -> str | None:
    code = result.call.contribution.record.id
    for diagnostic in result.returned:
        if not isinstance(diagnostic, Diagnostic):
            return f"yields a {type(diagnostic).__name__}: use `context.diagnostic(…)`"
        if diagnostic.code != code:
            return f"yields the code {diagnostic.code}, not {code}: use `context.diagnostic(…)`"
    return None


def _wrong_score(result: CallResult) -> str | None:
    result, context = result.returned, result.call.given[0]
    if not isinstance(result, (Score, Refusal)):
        return f"returns a {type(result).__name__}: return `context.score(…)` or `.refuse(…)`"
    expected = (context.rule, context.about, context.made_by)
    if (result.rule, result.about, result.made_by) != expected:
        return (
            "returns a result for another rule or indicator: use `context.score(…)` or `.refuse(…)`"
        )
    return None


def _wrong_value(result: CallResult) -> str | None:
    result, context = result.returned, result.call.given[0]
    if isinstance(result, Refusal):
        if (result.rule, result.about) != (context.indicator.id, context.indicator.id):
            return "returns a refusal for another indicator: use `facts.refuse(…)`"
    elif not _is_number(result):
        return f"returns a {type(result).__name__}: return a number or `facts.refuse(…)`"
    return None


def _wrong_section(result: CallResult) -> str | None:
    problem = None if result.returned is None else section_problem(result.returned)
    return None if problem is None else f"returns {problem}: return a `Section`, or None for none"


_TYPE_CHECKS: dict[str, Callable[[CallResult], str | None]] = {
    "sendframe_checks": _wrong_diagnostic,
    "sendframe_indicators": _wrong_value,
    "sendframe_scoring_rules": _wrong_score,
    "sendframe_sections": _wrong_section,
}


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


@counted
def values_are_in_range(under_test: PluginUnderTest) -> Iterator[tuple[Call, str]]:
    """A derived value is finite and within the range of its unit."""
    for result in call_results(under_test):
        if result.call.contribution.hook != "sendframe_indicators":
            continue
        if not _is_number(result.returned):
            continue
        unit = result.call.given[0].indicator.unit
        low, high = _RANGES.get(unit, (-math.inf, math.inf))
        if not math.isfinite(result.returned) or not low <= result.returned <= high:
            outside = f"returns {result.returned!r}, which is outside the range of {unit}"
            yield result.call, f"{outside}; refuse where the figures contradict each other"


def score_all_agrees(under_test: PluginUnderTest) -> Iterator[str]:
    """score_all returns the same as score for each context."""
    for contribution in under_test.contributions:
        if getattr(contribution.record, "score_all", None) is None:
            continue
        results = [
            result
            for result in call_results(under_test)
            if result.call.contribution is contribution and result.error is None
        ]
        for count in sorted({0, 1, len(results)}):
            contexts = tuple(result.call.given[0] for result in results[:count])
            wanted = [result_text(result.returned, None) for result in results[:count]]
            try:
                together = [
                    result_text(result, None) for result in contribution.record.score_all(contexts)
                ]
            except Exception as error:  # noqa: BLE001  # whatever a plug-in raises
                place = under_test.place_of(error)
                yield f"score_all of {contribution} raises {type(error).__name__}{place} for {count}"
                continue
            if together != wanted:
                yield (
                    f"score_all of {contribution} returns another result for {count} contexts than "
                    f"score does: correct it, or remove it"
                )
