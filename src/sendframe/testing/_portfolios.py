"""Hypothesis strategy of whole portfolios with every kind of document and valid references."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from hypothesis import strategies as st

from sendframe.disclosure import POLICIES
from sendframe.model import (
    DOCUMENT_CLASSES,
    ActionRegister,
    CalendarYear,
    Document,
    FrozenMap,
    Indicator,
    IndicatorSet,
    Manifest,
    Observation,
    ObservationSet,
    ObservedArea,
    Portfolio,
    RatingScale,
    RuleChoice,
    ScaleSet,
    Status,
    Strategy,
    SymbolMeaning,
)
from sendframe.plugins import Catalogue
from sendframe.scoring import SubjectRule

from ._value_draft import DraftWriter, ValueBuilder, ValueDraft

__all__ = ["portfolios"]

_KINDS = tuple(kind for kind in DOCUMENT_CLASSES if kind not in ("evaluation", "portfolio"))
_EARLIEST, _LATEST = date(2021, 1, 1), date(2026, 12, 31)
_LONGEST_TAPE = 64
_FIRST_YEAR = 2018
_MOST_YEARS = 8
_AREAS = 3
_ONE_IN = 9  # one figure in so many is a symbol


@cache
def _rules() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids of the built-in rules: about an indicator, and about a priority."""
    rules = Catalogue.discover(third_party=False).scoring_rules
    about_subjects = [name for name in rules if isinstance(rules[name].record, SubjectRule)]
    return tuple(sorted(set(rules) - set(about_subjects))), tuple(sorted(about_subjects))


@st.composite
def portfolios(draw: st.DrawFn) -> Portfolio:
    """Return a strategy of whole portfolios that can be evaluated.

    Each contains every kind of document except an evaluation. References are valid, ids are
    unique within a kind, the manifest names a path for each document, area codes begin with ZZ,
    indicators have figures of some years for the area and others, and the manifest states the day
    of the evaluation. No table and no plug-in is named.

    Examples:
        ```python
        @given(sendframe.testing.portfolios())
        def test_it_never_fails(portfolio: Portfolio) -> None:
            sendframe.testing.run(CHECK, portfolio)
        ```
    """
    as_at = draw(st.dates(_EARLIEST, _LATEST))
    tape = tuple(draw(st.binary(min_size=1, max_size=_LONGEST_TAPE)))
    drafter = DraftWriter(tape, as_at, draw)
    head = drafter.draft(Manifest, 0)
    drafts = [drafter.draft(DOCUMENT_CLASSES[kind], 0) for kind in _kinds(drafter)]
    for draft in drafts:
        if draft.cls is ObservationSet:
            wanted = _AREAS - len(draft.fields.get("areas", ()))
            more = [drafter.draft(ObservedArea, 1) for _ in range(wanted)]
            draft.fields["areas"] = [*draft.fields.get("areas", ()), *more]
        elif draft.cls is IndicatorSet and not draft.fields.get("indicators"):
            draft.fields["indicators"] = [drafter.draft(Indicator, 1)]
    return _build(head, drafts, drafter)


def _kinds(drafter: DraftWriter) -> Iterator[str]:
    """Yield the kinds of document to draft, some of them twice."""
    for kind in _KINDS:
        yield kind
        if drafter.pick(5) == 1:
            yield kind


def _build(head: ValueDraft, drafts: list[ValueDraft], drafter: DraftWriter) -> Portfolio:
    builder = ValueBuilder(drafter)
    manifest: Manifest = builder.value(head)
    documents = _with_own_statuses([builder.value(draft) for draft in drafts])
    indicators = [
        indicator
        for document in documents
        if isinstance(document, IndicatorSet)
        for indicator in document.indicators
    ]
    place, figures = next(
        (at, document)
        for at, document in enumerate(documents)
        if isinstance(document, ObservationSet)
    )
    rows = tuple(_rows(indicators, manifest.area.code, figures, drafter))
    symbols = FrozenMap({"x": SymbolMeaning(kind="not_available", meaning="not available")})
    documents[place] = figures.changed(observations=rows, symbols=symbols)
    about_indicators, about_priorities = _rules()
    rules = tuple(
        RuleChoice(
            indicator=indicator.id, rule=about_indicators[drafter.pick(len(about_indicators))]
        )
        for indicator in indicators
        if drafter.pick(2)
    )
    rules += tuple(
        RuleChoice(about=priority.id, rule=about_priorities[drafter.pick(len(about_priorities))])
        for plan in documents
        if isinstance(plan, Strategy)
        for priority in plan.priorities
        if drafter.pick(2)
    )
    policy = sorted(POLICIES)[drafter.pick(len(POLICIES))]
    paths = tuple(f"{document.id}.json" for document in documents)
    return Portfolio(
        manifest=manifest.changed(
            as_at=drafter.as_at, rules=rules, disclosure_policy=policy, documents=paths
        ),
        documents=tuple(documents),
    )


def _with_own_statuses(documents: list[Document]) -> list[Document]:
    """Return the documents with statuses of actions on the scales that these are given on."""
    registers = [document for document in documents if isinstance(document, ActionRegister)]
    deliveries = _values(register.delivery_scale for register in registers)
    impacts = _values(register.impact_scale for register in registers)
    shared = _values(
        scale
        for document in documents
        if isinstance(document, ScaleSet)
        for scale in document.scales
    )
    changed: list[Document] = []
    for document in documents:
        if isinstance(document, ActionRegister):
            delivery = _values([document.delivery_scale]) or deliveries or shared
            impact = _values([document.impact_scale]) or impacts or shared
            actions = tuple(
                action.changed(
                    delivery=_on_scale(action.delivery, delivery),
                    impact=_on_scale(action.impact, impact),
                )
                for action in document.actions
            )
            changed.append(document.changed(actions=actions))
        else:
            changed.append(document)
    return changed


def _values(scales: Iterable[RatingScale | None]) -> list[str]:
    return [value.id for scale in scales if scale for value in scale.values]


def _on_scale(status: Status | None, values: list[str]) -> Status | None:
    """Return a status with a value of its scale; None where there is no scale."""
    if status is None or status.value in values:
        return status
    return status.changed(value=values[len(status.value) % len(values)]) if values else None


def _rows(
    indicators: list[Indicator], own: str, figures: ObservationSet, drafter: DraftWriter
) -> Iterator[Observation]:
    """Yield figures of each indicator, for the area and for others, some of them symbols."""
    others = [area.code for area in figures.areas if area.code != own][: _AREAS - 1]
    release = figures.releases[0].id if figures.releases else None
    for indicator in indicators:
        years = 1 + drafter.pick(_MOST_YEARS)
        for area in (own, *others):
            for year in range(_FIRST_YEAR, _FIRST_YEAR + years):
                row = Observation(
                    indicator=indicator.id,
                    area=area,
                    period=CalendarYear(year=year),
                    symbol="x",
                    release=release,
                )
                is_symbol = drafter.pick(_ONE_IN) == 1
                yield row if is_symbol else _counted(row, indicator, drafter)


def _counted(row: Observation, indicator: Indicator, drafter: DraftWriter) -> Observation:
    if indicator.factor is None:
        return row.changed(symbol=None, value=float(drafter.pick(60)))
    of = 1 + drafter.pick(200)
    counted = drafter.pick(of + 1)
    value = counted / of * indicator.factor
    return row.changed(symbol=None, value=value, numerator=counted, denominator=of)
