"""One call of one contribution, run twice under watch."""

from collections.abc import Iterator
from typing import Any

import attrs

from sendframe.evaluation import quiet

from ._run import source_of
from ._subject import Contribution
from ._watch import watched

__all__ = ["NOTHING", "Outcome", "Trial", "call", "examples_of", "outcome_of", "shown"]

NOTHING: Any = object()
"""Stands for what nobody expects."""


@attrs.frozen(eq=False)
class Trial:
    """One call.

    Attributes:
        contribution: What is called.
        title: With what, in words.
        given: The arguments, as a worked example holds them.
        expected: What it is to give; `NOTHING` where nobody says.
    """

    contribution: Contribution
    title: str
    given: tuple[Any, ...]
    expected: Any = NOTHING

    def __str__(self) -> str:
        return f"{self.contribution}, {self.title}"


@attrs.frozen(eq=False)
class Outcome:
    """What became of a call.

    Attributes:
        trial: The call.
        result: What it gave; None where it raised.
        error: What it raised.
        touched: What it did besides answering, in words.
        is_unchanged: Whether its arguments are as they were.
        is_same: Whether it gave the same the second time.
    """

    trial: Trial
    result: Any
    error: BaseException | None
    touched: tuple[str, ...]
    is_unchanged: bool
    is_same: bool

    @property
    def digest(self) -> str:
        """What it gave, in a form that can be compared between processes."""
        return f"{self.trial}: {shown(self.result, self.error)}"


def call(contribution: Contribution, given: tuple[Any, ...]) -> Any:
    """Return what a contribution gives, whole: nothing of it is left to be worked out."""
    record = contribution.record
    if contribution.hook == "sendframe_checks":
        return tuple(record.run(*given))
    if contribution.hook == "sendframe_indicators":
        return record.compute(*given)
    if contribution.hook == "sendframe_scoring_rules":
        return record.score(*given)
    first, *rest = given
    options = rest[0] if rest else contribution.options
    if contribution.hook == "sendframe_readers":
        return record.read(source_of(first), options)
    return tuple(record.render(first, options))


def shown(result: Any, error: BaseException | None) -> str:
    """Return what a call gave, or the name of what it raised, as text."""
    return repr(result) if error is None else type(error).__name__


def _once(trial: Trial) -> tuple[Any, BaseException | None, list[str]]:
    with quiet(), watched() as touched:
        try:
            return call(trial.contribution, trial.given), None, touched
        except (Exception, SystemExit) as error:  # noqa: BLE001  # whatever a plug-in raises
            return None, error, touched


def outcome_of(trial: Trial) -> Outcome:
    """Run a call twice, and say what became of it."""
    before = repr(trial.given)
    result, error, touched = _once(trial)
    first = shown(result, error)
    again, other, _ = _once(trial)
    return Outcome(
        trial,
        result,
        error,
        tuple(dict.fromkeys(touched)),
        repr(trial.given) == before,
        shown(again, other) == first,
    )


def examples_of(contribution: Contribution) -> Iterator[Trial]:
    """Yield the worked examples of a contribution as calls."""
    for number, each in enumerate(contribution.examples, 1):
        title = f"example {number} ({each.title})"
        yield Trial(contribution, title, each.given, each.gives)
