"""Values in words, short enough for a sentence."""

from collections.abc import Callable
from datetime import date
from typing import Any

import attrs

from sendframe.model import (
    BenchmarkTarget,
    Closing,
    Contributor,
    Day,
    DueChange,
    EvidenceAnswer,
    FrozenMap,
    LevelTarget,
    MeasureMilestone,
    Promise,
    RangeTarget,
    Responsible,
    Step,
    Text,
    Tolerance,
    Value,
    WordsTarget,
)
from sendframe.statistics import amount

from ._member import reference_kinds
from ._node import Names, called, words_of

__all__ = ["field_words", "shown"]

_FIELDS = {
    "working_well": "what is working well",
    "changing": "what is changing",
    "difference": "the difference it made",
    "evidence": "how we know",
    "promises": "what we said we would do",
    "answers": "evidence against it, answered",
    "areas_for_development": "areas for development",
    "action_leads": "who leads it",
    "senior_responsible_owners": "who answers for it",
    "why_it_matters": "why it matters",
    "what_we_want": "what we want",
    "where_we_are": "where we are",
    "what_we_will_see": "what we will see",
    "said": "what we said",
    "became": "what became of it",
    "serves": "what it serves",
    "due": "when it is due",
}
_MOST_DECIMALS = 6
_BODY = ("body",)
_EVIDENCE = ("evidence", "voice")


def field_words(name: str) -> str:
    """Return what a reader calls a field.

    Examples:
        >>> field_words("where_we_are"), field_words("monitoring_approach")
        ('where we are', 'monitoring approach')
    """
    return _FIELDS.get(name, name.replace("_", " "))


def _number(value: float) -> str:
    """Write a number as people do, with as many decimals as it has (at most six)."""
    decimals = next(
        (places for places in range(_MOST_DECIMALS) if round(value, places) == value),
        _MOST_DECIMALS,
    )
    return amount(value, decimals)


def shown(value: object, names: Names, kinds: tuple[str, ...] = ()) -> str:
    """Return a value in words.

    Args:
        value: Anything a field may hold.
        names: What a reader calls the things that ids stand for.
        kinds: Of which kinds the field holds ids; empty where texts and codes are no ids.
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float | int):
        return _number(float(value))
    if isinstance(value, date):
        return str(Day(on=value))
    if isinstance(value, str):
        return called(names, kinds, value)
    if isinstance(value, Text):
        return value.default
    if isinstance(value, tuple):
        return "; ".join(shown(each, names, kinds) for each in value)
    if isinstance(value, FrozenMap):
        return "; ".join(f"{key}: {shown(each, names)}" for key, each in value.items())
    return _value(value, names) if isinstance(value, Value) else str(value)


def _value(value: Value, names: Names) -> str:
    if hasattr(value, "last_day"):
        return str(value)  # a period or a date that carries its precision
    teller = _TELLERS.get(type(value))
    return teller(value, names) if teller else words_of(value) or _members(value, names)


def _words_target(target: WordsTarget, _names: Names) -> str:
    return f"{target.statement}" + (f" (by {target.due})" if target.due else "")


def _tolerance(tolerance: Tolerance, _names: Names) -> str:
    of = " per cent of the target" if tolerance.kind == "relative" else " either way"
    return f"{_number(tolerance.amount)}{of}"


def _milestone(milestone: MeasureMilestone, _names: Names) -> str:
    said = [_number(milestone.level)] if milestone.level is not None else []
    said += [str(milestone.statement)] if milestone.statement else []
    return f"{', '.join(said)} by {milestone.due}"


def _contributor(one: Contributor, _names: Names) -> str:
    return one.sector if one.count is None else f"{one.count} from {one.sector}"


def _responsible(one: Responsible, names: Names) -> str:
    return f"{one.role}, {called(names, _BODY, one.body)}" if one.body else one.role


def _step(step: Step, names: Names) -> str:
    by = called(names, _BODY, step.body) if step.body else step.by
    said = step.kind.replace("-", " ") + (f": {by}" if by else "")
    said += f", {step.on}" if step.on else ""
    return f"{said}. Not agreed: {step.dissent}" if step.dissent else said


def _members(value: Value, names: Names) -> str:
    """Say what a part without words of its own holds, member by member."""
    said = [
        f"{field_words(field.name)}: {shown(held, names, reference_kinds(field.type))}"
        for field in attrs.fields(type(value))
        if (held := getattr(value, field.name)) not in (field.default, None, ())
    ]
    return ", ".join(said)


_TELLERS: dict[type[Value], Callable[[Any, Names], str]] = {
    BenchmarkTarget: lambda one, _: f"{one.statement} ({one.period}), by {one.due}",
    Closing: lambda one, _: f"{one.did} {one.difference}",
    Contributor: _contributor,
    DueChange: lambda one, _: f"from {one.due}, on {Day(on=one.changed_on)}",
    EvidenceAnswer: lambda one, names: f"{one.answer} ({called(names, _EVIDENCE, one.evidence)})",
    LevelTarget: lambda one, _: f"{_number(one.level)} by {one.due}",
    MeasureMilestone: _milestone,
    Promise: lambda one, _: f"{one.said} {one.became}",
    RangeTarget: lambda one, _: f"{_number(one.low)} to {_number(one.high)} from {one.due} on",
    Responsible: _responsible,
    Step: _step,
    Tolerance: _tolerance,
    WordsTarget: _words_target,
}
