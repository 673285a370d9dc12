"""A small fictional area, whose documents refer to each other."""

from datetime import date
from functools import cache

from sendframe.model import (
    Action,
    ActionRegister,
    AreaName,
    CalendarYear,
    Commitment,
    ComparatorSet,
    CriteriaSet,
    Criterion,
    CriterionEntry,
    Document,
    Evidence,
    EvidenceRegister,
    FrozenMap,
    Indicator,
    IndicatorSet,
    Judgement,
    LevelTarget,
    LocalArea,
    Manifest,
    Measure,
    Month,
    Observation,
    ObservationSet,
    ObservedArea,
    PlanPeriod,
    Portfolio,
    Priority,
    RatingScale,
    Release,
    Responsible,
    ScaleValue,
    SelfEvaluation,
    Stance,
    Strategy,
    SymbolMeaning,
    Text,
)

__all__ = ["AREA", "AS_AT", "COUNTRY", "OTHER", "YEARS", "small_portfolio", "words"]

AREA, OTHER, COUNTRY = "ZZ0000001", "ZZ0000002", "ZZC000001"
"""Codes that begin with ZZ belong to no real area."""

AS_AT = date(2026, 1, 31)
YEARS = range(2020, 2025)

_OWN = ((67, 120), (70, 125), (75, 123), (None, None), (90, 130))
_OTHERS = ((80, 140), (82, 150), (88, 149), (95, 152), (97, 160))


def words(text: str) -> Text:
    """Return a text without variants."""
    return Text(default=text)


def _indicators() -> IndicatorSet:
    rate = Indicator(
        id="plans-on-time",
        title=words("EHC plans issued within 20 weeks"),
        unit="percent",
        unit_text="%",
        factor=100,
        direction="higher",
        numerator="plans issued within 20 weeks",
        denominator="plans issued",
        shown_with=("plans-issued",),
    )
    count = Indicator(
        id="plans-issued",
        title=words("EHC plans issued"),
        unit="count",
        direction="neutral",
        decimals=0,
    )
    lower = Indicator(
        id="weeks-waited",
        title=words("Weeks waited for a first appointment"),
        unit="weeks",
        unit_text="weeks",
        direction="lower",
        caveats=(words("Made up."),),
    )
    indicators = (rate, count, lower)
    return IndicatorSet(id="indicators", title=words("Indicators"), indicators=indicators)


def _row(  # noqa: PLR0913  # a figure has this many parts
    indicator: str,
    area: str,
    year: int,
    value: float | None,
    counted: float | None = None,
    of: float | None = None,
) -> Observation:
    return Observation(
        indicator=indicator,
        area=area,
        period=CalendarYear(year=year),
        value=value,
        symbol="x" if value is None else None,
        numerator=counted,
        denominator=of,
        release="release",
    )


def _rows() -> list[Observation]:
    rows: list[Observation] = []
    for area, figures in ((AREA, _OWN), (OTHER, _OTHERS), (COUNTRY, _OTHERS)):
        for year, (counted, of) in zip(YEARS, figures, strict=True):
            if counted is None or of is None:
                rows.append(_row("plans-on-time", area, year, None))
                continue
            rows += [
                _row("plans-on-time", area, year, counted / of * 100, counted, of),
                _row("plans-issued", area, year, of),
                _row("weeks-waited", area, year, 40 - counted / 4),
            ]
    return rows


def _figures() -> ObservationSet:
    return ObservationSet(
        id="figures",
        title=words("Figures"),
        symbols=FrozenMap({"x": SymbolMeaning(kind="not_available", meaning="not available")}),
        areas=(
            ObservedArea(code=AREA, name="Wyeford", kind="local-authority"),
            ObservedArea(code=OTHER, name="Marlbeck", kind="local-authority"),
            ObservedArea(code=COUNTRY, name="Ardenia", kind="country"),
        ),
        releases=(
            Release(
                id="release",
                title="Made-up figures",
                publisher="Nobody",
                published_on=date(2025, 6, 1),
            ),
        ),
        observations=tuple(_rows()),
    )


def _strategy() -> Strategy:
    return Strategy(
        id="strategy",
        title=words("SEND strategy"),
        kind="send-strategy",
        area=AREA,
        status="adopted",
        period=PlanPeriod(starts=Month(year=2024, month=4), ends=Month(year=2027, month=3)),
        priorities=(
            Priority(
                id="early-help",
                order=1,
                statement=words("Help comes early."),
                criteria=("criterion-1",),
                commitments=(
                    Commitment(
                        id="on-time",
                        statement=words("Plans come on time."),
                        actions=("hire-staff",),
                    ),
                ),
            ),
        ),
        measures=(
            Measure(
                id="on-time-measure",
                statement=words("Plans issued within 20 weeks"),
                indicators=("plans-on-time",),
                target=LevelTarget(level=75, due=Month(year=2027, month=3)),
                serves=("early-help",),
            ),
        ),
    )


def _people() -> tuple[Document, ...]:
    scale = RatingScale(
        id="scale",
        title=words("Scale"),
        ordered=True,
        values=(
            ScaleValue(id="emerging", name="Emerging", order=1),
            ScaleValue(id="secure", name="Secure", order=2),
        ),
    )
    criterion = Criterion(
        id="criterion-1", code="1", wording=words("Needs are seen early."), kind="statement"
    )
    judgement = Judgement(id="judgement-1", value="secure", by="Board", on=date(2025, 11, 3))
    return (
        ActionRegister(
            id="actions",
            title=words("Actions"),
            actions=(
                Action(
                    id="hire-staff",
                    title=words("Hire two officers"),
                    action_leads=(Responsible(role="Head of SEND"),),
                    due=Month(year=2025, month=9),
                ),
                Action(id="train-staff", title=words("Train schools")),
            ),
        ),
        CriteriaSet(
            id="criteria",
            title=words("Criteria"),
            publisher="Nobody",
            version="1",
            criteria=(criterion,),
            rating_scale=scale,
        ),
        EvidenceRegister(
            id="evidence",
            title=words("Evidence"),
            evidence=(
                Evidence(
                    id="survey",
                    kind="survey",
                    title=words("Survey of parents"),
                    on=Month(year=2025, month=5),
                    stances=(Stance(claim="criterion-1", side="for"),),
                ),
            ),
        ),
        SelfEvaluation(
            id="edition-1",
            title=words("Self-evaluation"),
            area=AREA,
            edition="autumn 2025",
            criteria_sets=("criteria",),
            entries=(
                CriterionEntry(
                    id="entry-1",
                    criterion="criterion-1",
                    working_well=(words("Nurseries ask early."),),
                    evidence=("survey",),
                    judgement=judgement,
                ),
            ),
        ),
    )


@cache
def small_portfolio() -> Portfolio:
    """Return the portfolio of a small fictional area, with figures of five years.

    Every reference in it leads somewhere, and each figure says where it is from.
    """
    documents = (_strategy(), *_people(), _indicators(), _figures())
    return Portfolio(
        manifest=Manifest(
            id="wyeford",
            title=words("Wyeford"),
            documents=tuple(f"{document.id}.json" for document in documents),
            area=LocalArea(
                id="wyeford-area",
                code=AREA,
                names=(AreaName(source="nobody", name="Wyeford"),),
                fictional=True,
            ),
            as_at=AS_AT,
            comparator_sets=(
                ComparatorSet(
                    id="country",
                    title=words("Ardenia"),
                    kind="country",
                    areas=(COUNTRY,),
                    method="single",
                ),
            ),
        ),
        documents=documents,
    )
