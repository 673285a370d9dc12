"""Change fields that were drawn one by one so that the rules between them hold."""

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
    DifferenceMade,
    Evidence,
    ExtensionSchema,
    FinancialYear,
    LocalArea,
    MappedFigure,
    MappedFilter,
    NeighbourList,
    Observation,
    Picture,
    PlanPeriod,
    Priority,
    Profile,
    Promise,
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
    Strategy,
    TableColumn,
    Tally,
    Term,
    TermToDate,
    Text,
    Value,
    Voice,
    Week,
    WorkbookMapping,
    YearToDate,
    freeze,
)

__all__ = ["apply_rules"]

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
_RULES: dict[type[Value], Callable[[_Fields, st.DrawFn], None]] = {}


def apply_rules(cls: type[Value], fields: _Fields, draw: st.DrawFn) -> None:
    """Change drawn fields as little as the rules of their class need."""
    if cls in _RULES:
        _RULES[cls](fields, draw)


def _rule_for(
    cls: type[Value],
) -> Callable[[Callable[[_Fields, st.DrawFn], None]], Callable[[_Fields, st.DrawFn], None]]:
    def register(
        function: Callable[[_Fields, st.DrawFn], None],
    ) -> Callable[[_Fields, st.DrawFn], None]:
        _RULES[cls] = function
        return function

    return register


def _sort_pair(fields: _Fields, first: str, second: str) -> None:
    """Swap two bounds that are in the wrong order."""
    one_bound, other_bound = fields.get(first), fields.get(second)
    if one_bound is None or other_bound is None:
        return
    if hasattr(other_bound, "last_day"):
        is_wrong = other_bound.last_day < one_bound.first_day
    else:
        is_wrong = other_bound < one_bound
    if is_wrong:
        fields[first], fields[second] = other_bound, one_bound


def _in_order(cls: type[Value], first: str, second: str) -> None:
    _RULES[cls] = lambda fields, _: _sort_pair(fields, first, second)


_in_order(PlanPeriod, "starts", "ends")
_in_order(Consultation, "opened_on", "closed_on")
_in_order(CriteriaSet, "valid_from", "valid_to")
_in_order(Challenge, "raised_on", "answered_on")
_in_order(Sample, "size", "population")
_in_order(RangeTarget, "low", "high")
_in_order(Span, "months_from", "months_to")
_in_order(Tally, "done", "total")


@_rule_for(Action)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    _sort_pair(fields, "start", "due")
    history = sorted(fields.get("due_history", ()), key=attrgetter("changed_on"))
    updates = sorted(
        fields.get("updates", ()), key=lambda item: item.on.first_day if item.on else date.min
    )
    fields |= {"due_history": tuple(history), "updates": tuple(updates)}
    others = [action for action in fields.get("depends_on", ()) if action != fields["id"]]
    fields["depends_on"] = tuple(others)


@_rule_for(LocalArea)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    fields["fictional"] = fields["code"].startswith("ZZ")


@_rule_for(ComparatorSet)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    areas = tuple(dict.fromkeys(fields["areas"]))
    fields["areas"] = areas[:1] if fields["method"] == "single" else areas


@_rule_for(RegisteredArea)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    _sort_pair(fields, "valid_from", "valid_to")
    former = sorted(fields.get("former_codes", ()), key=attrgetter("valid_to"))
    by_day = {code.valid_to: code for code in former}
    fields["former_codes"] = tuple(by_day.values())


@_rule_for(AreaRegister)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    taken = {area.code for area in fields["areas"]}
    taken |= {area.dfe_code for area in fields["areas"]}
    fields["areas"] = tuple(
        _with_unique_former_codes(area, taken) for area in _unique_areas(fields["areas"])
    )


def _unique_areas(areas: tuple[RegisteredArea, ...]) -> list[RegisteredArea]:
    """Return the areas without repeated codes or DfE numbers."""
    areas_by_code: dict[str, RegisteredArea] = {}
    numbers = set[str | None]()
    for area in areas:
        again = area.dfe_code in numbers or area.dfe_code == area.code
        areas_by_code.setdefault(area.code, area.changed(dfe_code=None) if again else area)
        numbers.add(area.dfe_code)
    return list(areas_by_code.values())


def _with_unique_former_codes(area: RegisteredArea, taken: set[str | None]) -> RegisteredArea:
    """Return an area whose former codes no other area has, and add them to *taken*."""
    former = []
    for former_code in area.former_codes:
        code, number = former_code.code, 1
        while code in taken:
            number += 1
            code = f"ZZF{number}"
        taken.add(code)
        former.append(former_code.changed(code=code))
    return area.changed(former_codes=tuple(former))


@_rule_for(AreaNeighbours)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    near = {neighbour.area: neighbour for neighbour in fields["neighbours"]}
    first = fields["neighbours"][0]
    others = [neighbour for code, neighbour in near.items() if code != fields["code"]]
    fields["neighbours"] = tuple(others) or (first.changed(area=f"{fields['code'][:18]}-9"),)


@_rule_for(NeighbourList)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    fields["areas"] = tuple({area.code: area for area in fields["areas"]}.values())


@_rule_for(Profile)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    ids = tuple(dict.fromkeys(section.id for section in fields["sections"]))
    fields["needs_one_of"] = ids[: len(fields.get("needs_one_of", ()))]


@_rule_for(Strategy)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    priorities = fields.get("priorities", ())
    if len({priority.order for priority in priorities}) < len(priorities):
        fields["priorities"] = tuple(
            priority.changed(order=place) for place, priority in enumerate(priorities, 1)
        )


@_rule_for(RatingScale)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    if fields["ordered"]:
        fields["values"] = tuple(
            attrs.evolve(value, order=place) for place, value in enumerate(fields["values"])
        )


@_rule_for(Criterion)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    if fields.get("parent") == fields["id"]:
        del fields["parent"]


def _take_one_stance(fields: _Fields) -> None:
    by_claim = {stance.claim: stance for stance in fields.get("stances", ())}
    fields["stances"] = tuple(by_claim.values())


@_rule_for(Evidence)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    _take_one_stance(fields)


@_rule_for(ExtensionSchema)
def _(fields: _Fields, draw: st.DrawFn) -> None:
    fields["schema"] = draw(st.sampled_from(_SCHEMAS))


@_rule_for(Voice)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    if "words" not in fields and "summary" not in fields:
        fields["words"] = Text(default="We want to be asked.")
    _take_one_stance(fields)


@_rule_for(Reply)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    if fields["state"] == "cannot" and "because" not in fields:
        fields["because"] = Text(default="It is not ours to decide.")


@_rule_for(Relation)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    if "strategy" not in fields and "title" not in fields:
        fields["title"] = "Council plan"


def _exactly_one(cls: type[Value], one: str, other: str, filler: object) -> None:
    """Let exactly one of two fields be given."""

    def rule(fields: _Fields, draw: st.DrawFn) -> None:
        if (one in fields) == (other in fields):
            for name in (one, other):
                fields.pop(name, None)
            fields[draw(st.sampled_from([one, other]))] = filler

    _RULES[cls] = rule


_exactly_one(RuleChoice, "indicator", "about", "plans-on-time")
_exactly_one(Picture, "icon", "file", "lamp")
_exactly_one(DifferenceMade, "text", "none_yet", Text(default="More time."))


@_rule_for(Priority)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    if "title" not in fields:
        fields.setdefault("statement", Text(default="We listen."))


@_rule_for(Promise)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    if fields.get("progress") == "cannot":
        fields.setdefault("because", Text(default="There is no money."))


@_rule_for(Review)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    given = [name for name in ("starts_on", "ends_on", "published_on") if name in fields]
    ordered = sorted((fields[name] for name in given), key=attrgetter("first_day"))
    fields.update(zip(given, ordered, strict=True))


@_rule_for(Observation)
def _(fields: _Fields, draw: st.DrawFn) -> None:
    if ("value" in fields) == ("symbol" in fields):
        fields.pop("value", None)
        fields.pop("symbol", None)
        fields |= draw(st.sampled_from([{"value": 84.8}, {"symbol": "c"}]))
    if "value" in fields and fields.get("denominator") == 0:
        del fields["denominator"]


@_rule_for(Quantity)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    if not fields.get("column") and not fields.get("sum_of"):
        fields["column"] = ("plans_issued",)


@_rule_for(MappedFigure)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    if not {"numerator", "denominator", "factor"} <= set(fields):
        fields.setdefault("value", Quantity(column=("rate",)))


@_rule_for(TableColumn)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    heading = fields["heading"].replace("{when}", "") or "KPI"
    is_dated = fields["holds"] in ("milestone", "figure")
    fields["heading"] = f"{{when}} / {heading}" if is_dated else heading


@_rule_for(WorkbookMapping)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    refused = {"measure"} if fields.get("figures") else {"measure", "figure"}
    others = (column for column in fields["columns"] if column.holds not in refused)
    fields["columns"] = (TableColumn(heading="KPI", holds="measure"), *others)


@_rule_for(MappedFilter)
def _(fields: _Fields, draw: st.DrawFn) -> None:
    if ("topic" in fields) == ("dimension" in fields):
        fields.pop("topic", None)
        fields.pop("dimension", None)
        fields |= draw(st.sampled_from([{"topic": "breakdown_topic"}, {"dimension": "age"}]))


@_rule_for(Week)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    last = date(fields["year"], 12, 28).isocalendar().week
    fields["week"] = min(fields["week"], last)


@_rule_for(YearToDate)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    start = fields["year"]
    year = {
        "calendar": CalendarYear(year=start),
        "academic": AcademicYear(start_year=start),
        "financial": FinancialYear(start_year=start),
    }[fields["year_kind"]]
    fields["until"] = _within(fields["until"], year.first_day, year.last_day)


@_rule_for(TermToDate)
def _(fields: _Fields, _draw: st.DrawFn) -> None:
    # The spring and summer of 2199/00 lie beyond the last year that a date may have.
    fields["academic_year"] = min(fields["academic_year"], _LAST_DAY.year - 1)
    term = Term(academic_year=fields["academic_year"], term=fields["term"])
    fields["until"] = _within(fields["until"], term.first_day, term.last_day)


def _within(day: date, first: date, last: date) -> date:
    """Return a day between two, derived from *day*."""
    end = min(last, _LAST_DAY)
    return first + timedelta(days=day.toordinal() % ((end - first).days + 1))
