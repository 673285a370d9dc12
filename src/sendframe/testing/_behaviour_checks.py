"""What is held of every call of a contribution, whichever kind it is."""

import math
from collections.abc import Callable, Iterator

from sendframe.errors import Diagnostic, SendframeError
from sendframe.model import Refusal, Score

from ._ask import ask
from ._sampling import outcomes
from ._subject import Subject
from ._trial import NOTHING, Outcome, shown
from ._watch import Forbidden

__all__ = [
    "answers_are_its_own",
    "calls_are_pure",
    "errors_are_clear",
    "examples_come_true",
    "given_is_unchanged",
    "results_are_the_same",
    "score_all_agrees",
    "values_are_in_range",
]

_RANGES = {"percent": (0.0, 100.0), "share": (0.0, 1.0), "count": (0.0, math.inf)}
_LONGEST = 300


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def examples_come_true(subject: Subject) -> Iterator[str]:
    """Each worked example of a contribution gives what it says."""
    for each in subject.contributions:
        if len(each.examples) != len(each.record.examples):
            yield f"{each} has an example that is none: write `Example(title, (given,), gives)`"
    for outcome in outcomes(subject):
        trial = outcome.trial
        if trial.expected is NOTHING:
            continue
        if outcome.error is not None:
            place = subject.place_of(outcome.error)
            yield f"{trial} raises {type(outcome.error).__name__}{place}: correct it, or the call"
        elif outcome.result != trial.expected:
            found, wanted = _short(repr(outcome.result)), _short(repr(trial.expected))
            yield f"{trial} gives {found}, where it says {wanted}: correct the one that is wrong"


def errors_are_clear(subject: Subject) -> Iterator[str]:
    """Nothing but a SendframeError is raised on what sendframe makes up."""
    for outcome in outcomes(subject):
        error = outcome.error
        if outcome.trial.expected is NOTHING and not isinstance(
            error, (SendframeError, type(None), Forbidden)
        ):
            yield (
                f"{outcome.trial}: raises {type(error).__name__}{subject.place_of(error)}; "
                f"refuse, or say in a diagnostic what cannot be used, and raise nothing"
            )


def results_are_the_same(subject: Subject) -> Iterator[str]:
    """The same call gives the same, in one process and under two hash seeds."""
    for outcome in outcomes(subject):
        if not outcome.is_same:
            yield (
                f"{outcome.trial} gives another result the second time: keep nothing between "
                f"calls, and use no clock and no random number"
            )
    zero, one = (ask(subject, "digests", hash_seed=seed) for seed in ("0", "1"))
    here = [each.digest for each in outcomes(subject)]
    for outcome, *found in zip(outcomes(subject), here, zero, one, strict=True):
        if len({*found}) > 1 and outcome.is_same:
            yield (
                f"{outcome.trial} gives something else in another process: sort what comes from "
                f"a set, and use no hash(), id(), clock or random number"
            )


def given_is_unchanged(subject: Subject) -> Iterator[str]:
    """What a contribution is given is the same after the call."""
    for outcome in outcomes(subject):
        if not outcome.is_unchanged:
            yield f"{outcome.trial} changes what it is given: make a new value instead"


def calls_are_pure(subject: Subject) -> Iterator[str]:
    """While it runs it uses no network, writes no file, runs no program, reads no environment."""
    for outcome in outcomes(subject):
        for each in outcome.touched:
            yield (
                f"{outcome.trial}: {each}; it is told everything it needs, and its host writes "
                f"what it gives"
            )


def answers_are_its_own(subject: Subject) -> Iterator[str]:
    """A contribution answers with what its kind gives, under its own id."""
    for outcome in outcomes(subject):
        if outcome.error is None:
            wrong = _wrong_answer(outcome)
            if wrong is not None:
                yield f"{outcome.trial}: {wrong}"


def _wrong_answer(outcome: Outcome) -> str | None:
    of_kind = _WRONG_ANSWERS.get(outcome.trial.contribution.hook)
    return None if of_kind is None else of_kind(outcome)


def _wrong_diagnostic(outcome: Outcome) -> str | None:
    code = outcome.trial.contribution.record.id
    for each in outcome.result:
        if not isinstance(each, Diagnostic):
            return f"yields a {type(each).__name__}: use `context.found(…)`"
        if each.code != code:
            return f"speaks under the code {each.code}, not {code}: use `context.found(…)`"
    return None


def _wrong_score(outcome: Outcome) -> str | None:
    result, told = outcome.result, outcome.trial.given[0]
    if not isinstance(result, (Score, Refusal)):
        return f"gives a {type(result).__name__}: give `context.score(…)` or `.refuse(…)`"
    asked = (told.rule, told.about, told.made_by)
    if (result.rule, result.about, result.made_by) != asked:
        return "answers for another rule or indicator: use `context.score(…)` or `.refuse(…)`"
    return None


def _wrong_value(outcome: Outcome) -> str | None:
    result, told = outcome.result, outcome.trial.given[0]
    if isinstance(result, Refusal):
        if (result.rule, result.about) != (told.indicator.id, told.indicator.id):
            return "refuses for another indicator: use `facts.refuse(…)`"
    elif not _is_number(result):
        return f"gives a {type(result).__name__}: give a number or `facts.refuse(…)`"
    return None


_WRONG_ANSWERS: dict[str, Callable[[Outcome], str | None]] = {
    "sendframe_checks": _wrong_diagnostic,
    "sendframe_indicators": _wrong_value,
    "sendframe_scoring_rules": _wrong_score,
}


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def values_are_in_range(subject: Subject) -> Iterator[str]:
    """A derived value is finite and inside the range of its unit."""
    for outcome in outcomes(subject):
        if outcome.trial.contribution.hook != "sendframe_indicators":
            continue
        if not _is_number(outcome.result):
            continue
        unit = outcome.trial.given[0].indicator.unit
        low, high = _RANGES.get(unit, (-math.inf, math.inf))
        if not math.isfinite(outcome.result) or not low <= outcome.result <= high:
            yield (
                f"{outcome.trial} gives {outcome.result!r}, which is no {unit}: refuse where the "
                f"figures do not go together"
            )


def score_all_agrees(subject: Subject) -> Iterator[str]:
    """The form of a rule for many at once gives what it gives one by one."""
    for each in subject.contributions:
        if getattr(each.record, "score_all", None) is None:
            continue
        found = [
            outcome
            for outcome in outcomes(subject)
            if outcome.trial.contribution is each and outcome.error is None
        ]
        for count in sorted({0, 1, len(found)}):
            contexts = tuple(outcome.trial.given[0] for outcome in found[:count])
            wanted = [shown(outcome.result, None) for outcome in found[:count]]
            try:
                said = [shown(one, None) for one in each.record.score_all(contexts)]
            except Exception as error:  # noqa: BLE001  # whatever a plug-in raises
                place = subject.place_of(error)
                yield f"score_all of {each} raises {type(error).__name__}{place} for {count}"
                continue
            if said != wanted:
                yield (
                    f"score_all of {each} gives something else for {count} than score gives one "
                    f"by one: correct it, or leave it out"
                )
