"""One call of one contribution, run twice while its side effects are recorded."""

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from itertools import islice
from typing import Any

import attrs

from sendframe.evaluation import suppress_output
from sendframe.model import full_text

from ._plugin_under_test import Contribution, PluginUnderTest
from ._run import source_of
from ._section_context import sample_section
from ._side_effects import record_side_effects

__all__ = [
    "NOT_STATED",
    "Call",
    "CallResult",
    "call_contribution",
    "counted",
    "digest_of",
    "example_calls",
    "result_text",
    "run_twice",
]

NOT_STATED: Any = object()
"""The expected result of a call whose result is not stated."""

_TITLES = 3  # of the calls with the same problem


def counted(
    check: Callable[[PluginUnderTest], Iterable[tuple["Call", str]]],
) -> Callable[[PluginUnderTest], Iterator[str]]:
    """Make the problems of calls sentences: the same problem of a contribution once, with its calls."""

    @wraps(check)
    def sentences(under_test: PluginUnderTest) -> Iterator[str]:
        calls: dict[tuple[str, str], dict[str, None]] = {}
        for call, problem in check(under_test):
            calls.setdefault((str(call.contribution), problem), {})[call.title] = None
        for (contribution, problem), titles in calls.items():
            more = len(titles) - _TITLES
            named = "; ".join(islice(titles, _TITLES)) + (f"; and {more} more" if more > 0 else "")
            yield f"{contribution}, {named}: {problem}"

    return sentences


@attrs.frozen(eq=False)
class Call:
    """A call of a contribution.

    Attributes:
        contribution: The contribution.
        title: What it is called with, in words.
        given: The arguments, as a worked example holds them.
        expected: The result that a worked example states; `NOT_STATED` for other calls.
    """

    contribution: Contribution
    title: str
    given: tuple[Any, ...]
    expected: Any = NOT_STATED

    def __str__(self) -> str:
        return f"{self.contribution}, {self.title}"


@attrs.frozen(eq=False)
class CallResult:
    """The result of a call.

    Attributes:
        call: The call.
        returned: What it returned; None if it raised.
        error: What it raised.
        side_effects: Its side effects, in words.
        is_unchanged: Whether its arguments are unchanged.
        is_repeatable: Whether it returned the same the second time.
    """

    call: Call
    returned: Any
    error: BaseException | None
    side_effects: tuple[str, ...]
    is_unchanged: bool
    is_repeatable: bool

    @property
    def digest(self) -> str:
        """The result as text that can be compared between processes."""
        return _digest(self.call, self.returned, self.error)


def call_contribution(contribution: Contribution, given: tuple[Any, ...]) -> Any:
    """Call a contribution and return its result, with generators read to the end."""
    record = contribution.record
    if contribution.hook == "sendframe_checks":
        return tuple(record.run(*given))
    if contribution.hook == "sendframe_indicators":
        return record.compute(*given)
    if contribution.hook == "sendframe_scoring_rules":
        return record.score(*given)
    first, *rest = given
    if contribution.hook == "sendframe_sections":
        section, *chosen = rest or [sample_section(record.id)]
        return record.build(first, section, chosen[0] if chosen else contribution.options)
    options = rest[0] if rest else contribution.options
    if contribution.hook == "sendframe_readers":
        return record.read(source_of(first), options)
    return tuple(record.render(first, options))


def result_text(returned: Any, error: BaseException | None) -> str:
    """Return the result of a call as text; the name of the exception if it raised."""
    return full_text(returned) if error is None else type(error).__name__


def _digest(call: Call, returned: Any, error: BaseException | None) -> str:
    return f"{call}: {result_text(returned, error)}"


def digest_of(call: Call) -> str:
    """Run a call once and return its result as `CallResult.digest` does."""
    returned, error, _ = _run_once(call)
    return _digest(call, returned, error)


def _run_once(call: Call) -> tuple[Any, BaseException | None, list[str]]:
    with suppress_output(), record_side_effects() as effects:
        try:
            return call_contribution(call.contribution, call.given), None, effects
        except KeyboardInterrupt:  # of the user
            raise
        except BaseException as error:  # noqa: BLE001  # whatever a plug-in raises
            return None, error, effects


def run_twice(call: Call) -> CallResult:
    """Run a call twice and return its result."""
    before = full_text(call.given)
    returned, error, effects = _run_once(call)
    first = result_text(returned, error)
    returned_again, error_again, _ = _run_once(call)
    return CallResult(
        call,
        returned,
        error,
        tuple(dict.fromkeys(effects)),
        full_text(call.given) == before,
        result_text(returned_again, error_again) == first,
    )


def example_calls(contribution: Contribution) -> Iterator[Call]:
    """Yield the worked examples of a contribution as calls."""
    for number, example in enumerate(contribution.examples, 1):
        title = f"example {number} ({example.title})"
        yield Call(contribution, title, example.given, example.gives)
