"""Write values of documents as text that is short enough for a sentence."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import attrs

from sendframe.language import N_
from sendframe.language import gettext as _
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
    "working_well": N_("what is working well"),
    "changing": N_("what is changing"),
    "difference": N_("the difference it made"),
    "evidence": N_("how we know"),
    "promises": N_("what we said we would do"),
    "answers": N_("evidence against it, answered"),
    "areas_for_development": N_("areas for development"),
    "action_leads": N_("who leads it"),
    "senior_responsible_owners": N_("who answers for it"),
    "why_it_matters": N_("why it matters"),
    "what_we_want": N_("what we want"),
    "where_we_are": N_("where we are"),
    "what_we_will_see": N_("what we will see"),
    "said": N_("what we said"),
    "became": N_("what became of it"),
    "serves": N_("what it serves"),
    "wanted": N_("what we wanted"),
    "did": N_("what we did"),
    "because": N_("why not"),
    "used": N_("the evidence it rests on"),
    "not_used": N_("evidence that was left aside"),
    "views": N_("who agrees with it"),
    "due": N_("when it is due"),
    "actual": N_("where it stands"),
    "leads": N_("who leads it"),
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
    return _(_FIELDS.get(name, name.replace("_", " ")))


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
        return _("yes") if value else _("no")
    if isinstance(value, float | int):
        return _number_text(float(value))
    if isinstance(value, date):
        return str(Day(on=value))
    if isinstance(value, str):
        is_word = not kinds and _WORD_OF_A_LIST.fullmatch(value)
        return _(value.replace("_", " ")) if is_word else title_by_id(titles, kinds, value)
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
    return _("by {when}", when=due) if due.is_dated else str(due)


def _level_text(text: str, due: When) -> str:
    """Return a level or a statement with the date that it is due by."""
    return _("{text} by {when}", text=text, when=due) if due.is_dated else f"{text} ({due})"


def _range_text(target: RangeTarget, _names: Titles) -> str:
    low, high, when = _number_text(target.low), _number_text(target.high), target.due
    if when.is_dated:
        return _("{low} to {high} from {when} on", low=low, high=high, when=when)
    return _("{low} to {high} ({when})", low=low, high=high, when=when)


def _words_target_text(target: WordsTarget, _names: Titles) -> str:
    return f"{target.statement}" + (f" ({_by(target.due)})" if target.due else "")


def _tolerance_text(tolerance: Tolerance, _names: Titles) -> str:
    number = _number_text(tolerance.amount)
    if tolerance.kind == "relative":
        return _("{number} per cent of the target", number=number)
    return _("{number} either way", number=number)


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
        else _("{number} from {sector}", number=contributor.count, sector=contributor.sector)
    )


def _responsible_text(responsible: Responsible, titles: Titles) -> str:
    return (
        f"{responsible.role}, {title_by_id(titles, _BODY, responsible.body)}"
        if responsible.body
        else responsible.role
    )


def _step_text(step: Step, titles: Titles) -> str:
    body_text = title_by_id(titles, _BODY, step.body) if step.body else step.by
    text = _(step.kind.replace("-", " ")) + (f": {body_text}" if body_text else "")
    text += f", {step.on}" if step.on else ""
    return _("{text}. Not agreed: {why}", text=text, why=step.dissent) if step.dissent else text


def _view_text(view: PartnerView, _names: Titles) -> str:
    text = f"{view.who}: {_(view.view.replace('_', ' '))}"
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
    BenchmarkTarget: lambda value, __: f"{value.statement} ({value.period}), {_by(value.due)}",
    Closing: lambda value, __: f"{value.did} {value.difference}",
    Contributor: _contributor_text,
    DueChange: lambda value, __: _(
        "from {due}, on {day}", due=value.due, day=Day(on=value.changed_on)
    ),
    DifferenceMade: lambda value, __: str(value),
    EvidenceAnswer: lambda value, titles: (
        f"{value.answer} ({title_by_id(titles, _EVIDENCE, value.evidence)})"
    ),
    LevelTarget: lambda value, __: _level_text(_number_text(value.level), value.due),
    MeasureActual: _actual_text,
    MeasureMilestone: _milestone_text,
    PartnerView: _view_text,
    Promise: lambda value, __: f"{value.said} {value.became or ''}".rstrip(),
    RangeTarget: _range_text,
    Responsible: _responsible_text,
    Step: _step_text,
    Tolerance: _tolerance_text,
    WordsTarget: _words_target_text,
}
