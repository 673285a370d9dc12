"""Write values of documents as text that is short enough for a sentence."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import attrs

from sendframe.model import (
    BenchmarkTarget,
    Closing,
    Contributor,
    Day,
    DifferenceMade,
    DueChange,
    EvidenceAnswer,
    FrozenMap,
    LevelTarget,
    MeasureActual,
    MeasureMilestone,
    PartnerView,
    Promise,
    RangeTarget,
    Responsible,
    Step,
    Text,
    Tolerance,
    Value,
    When,
    WordsTarget,
)
from sendframe.statistics import amount

from ._document_tree import Titles, own_words, title_by_id
from ._list_members import reference_kinds

__all__ = ["field_label", "value_text"]

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
    "wanted": "what we wanted",
    "did": "what we did",
    "because": "why not",
    "used": "the evidence it rests on",
    "not_used": "evidence that was left aside",
    "views": "who agrees with it",
    "due": "when it is due",
    "actual": "where it stands",
    "leads": "who leads it",
}
_MOST_DECIMALS = 6
_WORD_OF_A_LIST = re.compile("[a-z]+(_[a-z]+)+")
"""Such as ``not_begun``, which is "not begun" for readers."""

_BODY = ("body",)
_EVIDENCE = ("evidence", "voice")


def field_label(name: str) -> str:
    """Return the label of a field for readers.

    Examples:
        >>> field_label("where_we_are"), field_label("monitoring_approach")
        ('where we are', 'monitoring approach')
    """
    return _FIELDS.get(name, name.replace("_", " "))


def _number_text(value: float) -> str:
    """Return a number with as many decimals as it has, at most six."""
    decimals = next(
        (places for places in range(_MOST_DECIMALS) if round(value, places) == value),
        _MOST_DECIMALS,
    )
    return amount(value, decimals)


def value_text(value: object, titles: Titles, kinds: tuple[str, ...] = ()) -> str:
    """Return the text of a value.

    Args:
        value: Any value of a field.
        titles: Titles of things by their kinds and ids.
        kinds: Kinds of things that the field's ids refer to; empty where it has no ids.
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float | int):
        return _number_text(float(value))
    if isinstance(value, date):
        return str(Day(on=value))
    if isinstance(value, str):
        is_word = not kinds and _WORD_OF_A_LIST.fullmatch(value)
        return value.replace("_", " ") if is_word else title_by_id(titles, kinds, value)
    if isinstance(value, Text):
        return value.default
    if isinstance(value, tuple):
        return "; ".join(value_text(item, titles, kinds) for item in value)
    if isinstance(value, FrozenMap):
        return "; ".join(f"{key}: {value_text(item, titles)}" for key, item in value.items())
    return _model_value_text(value, titles) if isinstance(value, Value) else str(value)


def _model_value_text(value: Value, titles: Titles) -> str:
    if hasattr(value, "last_day"):
        return str(value)  # a period, or a date with its precision
    formatter = _FORMATTERS.get(type(value))
    return formatter(value, titles) if formatter else own_words(value) or _part_text(value, titles)


def _by(due: When) -> str:
    """Return a due date with its preposition; words stand by themselves."""
    return f"by {due}" if due.is_dated else str(due)


def _level_text(text: str, due: When) -> str:
    """Return a level or a statement with the date that it is due by."""
    return f"{text} by {due}" if due.is_dated else f"{text} ({due})"


def _range_text(target: RangeTarget, _names: Titles) -> str:
    text = f"{_number_text(target.low)} to {_number_text(target.high)}"
    return f"{text} from {target.due} on" if target.due.is_dated else f"{text} ({target.due})"


def _words_target_text(target: WordsTarget, _names: Titles) -> str:
    return f"{target.statement}" + (f" ({_by(target.due)})" if target.due else "")


def _tolerance_text(tolerance: Tolerance, _names: Titles) -> str:
    of = " per cent of the target" if tolerance.kind == "relative" else " either way"
    return f"{_number_text(tolerance.amount)}{of}"


def _milestone_text(milestone: MeasureMilestone, _names: Titles) -> str:
    parts = [_number_text(milestone.level)] if milestone.level is not None else []
    parts += [str(milestone.statement)] if milestone.statement else []
    return _level_text(", ".join(parts), milestone.due)


def _actual_text(actual: MeasureActual, _names: Titles) -> str:
    return f"{actual.statement}" + (f" ({actual.on})" if actual.on else "")


def _contributor_text(contributor: Contributor, _names: Titles) -> str:
    return (
        contributor.sector
        if contributor.count is None
        else f"{contributor.count} from {contributor.sector}"
    )


def _responsible_text(responsible: Responsible, titles: Titles) -> str:
    return (
        f"{responsible.role}, {title_by_id(titles, _BODY, responsible.body)}"
        if responsible.body
        else responsible.role
    )


def _step_text(step: Step, titles: Titles) -> str:
    body_text = title_by_id(titles, _BODY, step.body) if step.body else step.by
    text = step.kind.replace("-", " ") + (f": {body_text}" if body_text else "")
    text += f", {step.on}" if step.on else ""
    return f"{text}. Not agreed: {step.dissent}" if step.dissent else text


def _view_text(view: PartnerView, _names: Titles) -> str:
    text = f"{view.who}: {view.view.replace('_', ' ')}"
    return f"{text}. {view.statement}" if view.statement else text


def _part_text(value: Value, titles: Titles) -> str:
    """Return the fields of a part that has no text of its own, with their labels."""
    parts = [
        f"{field_label(field.name)}: {value_text(content, titles, reference_kinds(field.type))}"
        for field in attrs.fields(type(value))
        if (content := getattr(value, field.name)) not in (field.default, None, ())
    ]
    return ", ".join(parts)


_FORMATTERS: dict[type[Value], Callable[[Any, Titles], str]] = {
    BenchmarkTarget: lambda value, _: f"{value.statement} ({value.period}), {_by(value.due)}",
    Closing: lambda value, _: f"{value.did} {value.difference}",
    Contributor: _contributor_text,
    DueChange: lambda value, _: f"from {value.due}, on {Day(on=value.changed_on)}",
    DifferenceMade: lambda value, _: str(value),
    EvidenceAnswer: lambda value, titles: (
        f"{value.answer} ({title_by_id(titles, _EVIDENCE, value.evidence)})"
    ),
    LevelTarget: lambda value, _: _level_text(_number_text(value.level), value.due),
    MeasureActual: _actual_text,
    MeasureMilestone: _milestone_text,
    PartnerView: _view_text,
    Promise: lambda value, _: f"{value.said} {value.became or ''}".rstrip(),
    RangeTarget: _range_text,
    Responsible: _responsible_text,
    Step: _step_text,
    Tolerance: _tolerance_text,
    WordsTarget: _words_target_text,
}
