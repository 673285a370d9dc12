"""How fields that were drawn one by one are made to obey the rules only code can hold."""

from collections.abc import Callable
from datetime import date, timedelta
from operator import attrgetter
from typing import Any, TypeAlias

import attrs
from hypothesis import strategies as st

from sendframe.model import (
    AcademicYear,
    Action,
    AreaNeighbours,
    AreaRegister,
    CalendarYear,
    Challenge,
    ComparatorSet,
    Consultation,
    CriteriaSet,
    Criterion,
    Evidence,
    ExtensionSchema,
    FinancialYear,
    LocalArea,
    MappedFigure,
    MappedFilter,
    NeighbourList,
    Observation,
    PlanPeriod,
    Quantity,
    RangeTarget,
    RatingScale,
    RegisteredArea,
    Relation,
    Reply,
    Review,
    RuleChoice,
    Sample,
    Span,
    Term,
    TermToDate,
    Text,
    Value,
    Voice,
    Week,
    YearToDate,
    freeze,
)

__all__ = ["mend"]

_Fields: TypeAlias = dict[str, Any]
_LAST_DAY = date(2199, 12, 31)
_SCHEMAS = (
    freeze({"type": "object"}),
    freeze({"type": "array", "items": {"type": "string", "pattern": "^[a-z]+$", "maxLength": 9}}),
    freeze(
        {
            "type": "object",
            "properties": {"near": {"$ref": "#/$defs/place"}},
            "additionalProperties": False,
            "$defs": {"place": {"type": "integer", "minimum": 0}},
        }
    ),
)
_MENDERS: dict[type[Value], Callable[[_Fields, st.DrawFn], None]] = {}


def mend(cls: type[Value], fields: _Fields, draw: st.DrawFn) -> None:
    """Change drawn fields as little as is needed for the rules of their class to hold."""
    if cls in _MENDERS:
        _MENDERS[cls](fields, draw)


def _mends(
    cls: type[Value],
) -> Callable[[Callable[[_Fields, st.DrawFn], None]], Callable[[_Fields, st.DrawFn], None]]:
    def register(
        function: Callable[[_Fields, st.DrawFn], None],
    ) -> Callable[[_Fields, st.DrawFn], None]:
        _MENDERS[cls] = function
        return function

    return register


def _swap(fields: _Fields, first: str, second: str) -> None:
    """Put two bounds in order, where both are given."""
    one, two = fields.get(first), fields.get(second)
    if one is None or two is None:
        return
    wrong = two.last_day < one.first_day if hasattr(two, "last_day") else two < one
    if wrong:
        fields[first], fields[second] = two, one


def _in_order(cls: type[Value], first: str, second: str) -> None:
    _MENDERS[cls] = lambda fields, _: _swap(fields, first, second)


_in_order(PlanPeriod, "starts", "ends")
_in_order(Consultation, "opened_on", "closed_on")
_in_order(CriteriaSet, "valid_from", "valid_to")
_in_order(Challenge, "raised_on", "answered_on")
_in_order(Sample, "size", "population")
_in_order(RangeTarget, "low", "high")
_in_order(Span, "months_from", "months_to")


@_mends(Action)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    _swap(fields, "start", "due")
    for name, key in (("due_history", "changed_on"), ("updates", "on")):
        fields[name] = tuple(sorted(fields.get(name, ()), key=attrgetter(key)))
    others = [each for each in fields.get("depends_on", ()) if each != fields["id"]]
    fields["depends_on"] = tuple(others)


@_mends(LocalArea)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    fields["fictional"] = fields["code"].startswith("ZZ")


@_mends(ComparatorSet)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    areas = tuple(dict.fromkeys(fields["areas"]))
    fields["areas"] = areas[:1] if fields["method"] == "single" else areas


@_mends(RegisteredArea)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    _swap(fields, "valid_from", "valid_to")
    former = sorted(fields.get("former_codes", ()), key=attrgetter("valid_to"))
    by_day = {each.valid_to: each for each in former}
    fields["former_codes"] = tuple(by_day.values())


@_mends(AreaRegister)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    taken = {each.code for each in fields["areas"]}
    taken |= {each.dfe_code for each in fields["areas"]}
    fields["areas"] = tuple(_of_its_own(each, taken) for each in _first_of_each(fields["areas"]))


def _first_of_each(areas: tuple[RegisteredArea, ...]) -> list[RegisteredArea]:
    """Return areas of which no two have one code, or one number of the Department."""
    found: dict[str, RegisteredArea] = {}
    numbers = set[str | None]()
    for each in areas:
        again = each.dfe_code in numbers or each.dfe_code == each.code
        found.setdefault(each.code, each.changed(dfe_code=None) if again else each)
        numbers.add(each.dfe_code)
    return list(found.values())


def _of_its_own(area: RegisteredArea, taken: set[str | None]) -> RegisteredArea:
    """Return an area whose former codes are those of no other area, and note them as taken."""
    former = []
    for each in area.former_codes:
        code, number = each.code, 1
        while code in taken:
            number += 1
            code = f"ZZF{number}"
        taken.add(code)
        former.append(each.changed(code=code))
    return area.changed(former_codes=tuple(former))


@_mends(AreaNeighbours)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    near = {each.area: each for each in fields["neighbours"]}
    first = fields["neighbours"][0]
    others = [each for code, each in near.items() if code != fields["code"]]
    fields["neighbours"] = tuple(others) or (first.changed(area=f"{fields['code'][:18]}-9"),)


@_mends(NeighbourList)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    fields["areas"] = tuple({each.code: each for each in fields["areas"]}.values())


@_mends(RatingScale)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    if fields["ordered"]:
        fields["values"] = tuple(
            attrs.evolve(each, order=place) for place, each in enumerate(fields["values"])
        )


@_mends(Criterion)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    if fields.get("parent") == fields["id"]:
        del fields["parent"]


@_mends(Evidence)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    known = fields.get("supports", ())
    fields["contradicts"] = tuple(
        each for each in fields.get("contradicts", ()) if each not in known
    )


@_mends(ExtensionSchema)
def _(fields: _Fields, draw: st.DrawFn) -> None:
    fields["schema"] = draw(st.sampled_from(_SCHEMAS))


@_mends(Voice)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    if "words" not in fields and "summary" not in fields:
        fields["words"] = Text(default="We want to be asked.")


@_mends(Reply)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    if fields["state"] == "cannot" and "because" not in fields:
        fields["because"] = Text(default="It is not ours to decide.")


@_mends(Relation)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    if "strategy" not in fields and "title" not in fields:
        fields["title"] = "Council plan"


@_mends(RuleChoice)
def _(fields: _Fields, draw: st.DrawFn) -> None:
    if "indicator" in fields and "about" in fields:
        del fields[draw(st.sampled_from(["indicator", "about"]))]
    elif "indicator" not in fields and "about" not in fields:
        fields[draw(st.sampled_from(["indicator", "about"]))] = "plans-on-time"


@_mends(Review)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    given = [each for each in ("starts_on", "ends_on", "published_on") if each in fields]
    fields.update(zip(given, sorted(fields[each] for each in given), strict=True))


@_mends(Observation)
def _(fields: _Fields, draw: st.DrawFn) -> None:
    if ("value" in fields) == ("symbol" in fields):
        fields.pop("value", None)
        fields.pop("symbol", None)
        fields |= draw(st.sampled_from([{"value": 84.8}, {"symbol": "c"}]))
    if "value" in fields and fields.get("denominator") == 0:
        del fields["denominator"]


@_mends(Quantity)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    if not fields.get("column") and not fields.get("sum_of"):
        fields["column"] = ("plans_issued",)


@_mends(MappedFigure)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    if not {"numerator", "denominator", "factor"} <= set(fields):
        fields.setdefault("value", Quantity(column=("rate",)))


@_mends(MappedFilter)
def _(fields: _Fields, draw: st.DrawFn) -> None:
    if ("topic" in fields) == ("dimension" in fields):
        fields.pop("topic", None)
        fields.pop("dimension", None)
        fields |= draw(st.sampled_from([{"topic": "breakdown_topic"}, {"dimension": "age"}]))


@_mends(Week)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    last = date(fields["year"], 12, 28).isocalendar().week
    fields["week"] = min(fields["week"], last)


@_mends(YearToDate)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    start = fields["year"]
    year = {
        "calendar": CalendarYear(year=start),
        "academic": AcademicYear(start_year=start),
        "financial": FinancialYear(start_year=start),
    }[fields["year_kind"]]
    fields["until"] = _within(fields["until"], year.first_day, year.last_day)


@_mends(TermToDate)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    # The spring and summer of 2199/00 lie beyond the last year that a date may have.
    fields["academic_year"] = min(fields["academic_year"], _LAST_DAY.year - 1)
    term = Term(academic_year=fields["academic_year"], term=fields["term"])
    fields["until"] = _within(fields["until"], term.first_day, term.last_day)


def _within(day: date, first: date, last: date) -> date:
    """Return a day that lies between two, decided by *day*."""
    end = min(last, _LAST_DAY)
    return first + timedelta(days=day.toordinal() % ((end - first).days + 1))
