"""What the calls of a plug-in did not try, in sentences."""

from collections.abc import Callable, Iterator
from typing import Any

from sendframe.model import Refusal
from sendframe.scoring import DerivedIndicator

from ._contribution_run import NOT_STATED
from ._plugin_under_test import Contribution, PluginUnderTest
from ._sample_area import YEARS
from ._test_call import call_results, can_be_called

__all__ = ["calls_not_tried"]

_NO_RESULT: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "sendframe_checks": ("reported nothing", lambda returned: not returned),
    "sendframe_indicators": ("refused", lambda returned: isinstance(returned, Refusal)),
    "sendframe_readers": (
        "read nothing",
        lambda made: made.observations is None and not made.evidence and not made.reviews,
    ),
    "sendframe_scoring_rules": ("refused", lambda returned: isinstance(returned, Refusal)),
    "sendframe_sections": ("returned None", lambda returned: returned is None),
}


def calls_not_tried(under_test: PluginUnderTest) -> Iterator[str]:
    """Yield what no call tried: made-up input that could not be passed, results that never came."""
    for contribution in under_test.contributions:
        if not can_be_called(contribution):
            yield f"made-up input for {contribution}: its options have no default"
        else:
            yield from _without_input(contribution, under_test)
        yield from _without_result(contribution, under_test)


def _without_input(contribution: Contribution, under_test: PluginUnderTest) -> Iterator[str]:
    """Yield the periods of made-up figures for which a formula was not called."""
    if not isinstance(contribution.record, DerivedIndicator):
        return
    results = (
        result for result in call_results(under_test) if result.call.contribution is contribution
    )
    tried = sum(result.call.expected is NOT_STATED for result in results)
    if tried < len(YEARS):
        yield (
            f"{len(YEARS) - tried} of {len(YEARS)} periods with made-up figures for {contribution}: "
            f"not all that it needs has a figure in them"
        )


def _without_result(contribution: Contribution, under_test: PluginUnderTest) -> Iterator[str]:
    """Say where all calls ended alike, so that most of the code may not have run."""
    words, is_none = _NO_RESULT.get(contribution.hook, ("", None))
    results = [
        result
        for result in call_results(under_test)
        if result.call.contribution is contribution and result.error is None
    ]
    if is_none is None or not results:
        return
    if all(is_none(result.returned) for result in results):
        yield (
            f"results of {contribution}: it {words} in all calls ({len(results)}); "
            f"an `Example` tries them"
        )
