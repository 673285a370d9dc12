"""The 20-week figures of all areas as published, for tests."""

import csv
from functools import cache
from pathlib import Path

from sendframe.model import (
    CalendarYear,
    FrozenMap,
    Indicator,
    IndicatorSet,
    Observation,
    Observations,
    ObservationSet,
    ObservedArea,
    Release,
    SymbolMeaning,
)
from tests.unit.conftest import rate, text

__all__ = ["COUNTED", "INDICATORS", "PUBLISHED", "figures", "observation_set"]

EXTRACT = Path(__file__).parents[2] / "data" / "dfe-timeliness-areas" / "timeliness.csv"
COUNTED, PUBLISHED = "rate", "published-rate"
"""The rate computed from its counts, and as published, to one decimal place."""

INDICATORS = IndicatorSet(
    id="indicators",
    title=text("Indicators"),
    indicators=(rate(), rate().changed(id=PUBLISHED, factor=None)),
)
KINDS = {"National": "country", "Local authority": "local-authority"}
RELEASE = Release(id="r1", title="EHC plans 2025", publisher="Department for Education")


@cache
def observation_set() -> ObservationSet:
    """Return the figures of all areas, 2019 to 2024, under the codes that the release writes."""
    with EXTRACT.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    areas = {}
    result = []
    for row in rows:
        code = row["new_la_code"] or "E92000001"
        name, kind = row["la_name"] or "England", KINDS[row["geographic_level"]]
        areas[code] = ObservedArea(code=code, name=name, kind=kind)
        common = {
            "area": code,
            "period": CalendarYear(year=int(row["time_period"])),
            "release": RELEASE.id,
        }
        shown = row["PC_plans_issued_20_weeks_ex"]
        top, bottom = row["plans_issued_20_weeks_ex"], row["plans_issued_den_ex"]
        if shown.replace(".", "", 1).isdigit():
            counts = {"numerator": float(top), "denominator": float(bottom)}
            exact = {"value": float(top) / float(bottom) * 100, **counts}
            result.append(Observation(indicator=COUNTED, **exact, **common))
            result.append(Observation(indicator=PUBLISHED, value=float(shown), **common))
        else:
            result += [
                Observation(indicator=item, symbol=shown, **common) for item in (COUNTED, PUBLISHED)
            ]
    return ObservationSet(
        id="figures",
        title=text("Figures"),
        symbols=FrozenMap(
            {
                "x": SymbolMeaning(kind="not_available", meaning="unavailable"),
                "z": SymbolMeaning(kind="not_applicable", meaning="not applicable"),
            }
        ),
        areas=tuple(areas.values()),
        releases=(RELEASE,),
        observations=tuple(result),
    )


@cache
def figures() -> Observations:
    """Return them as a table."""
    from sendframe.model import Origin

    made = observation_set()
    return Observations.of(((row, Origin()) for row in made.observations), (made,))


def indicator(id_: str) -> Indicator:
    """Return one of the two indicators."""
    return next(indicator for indicator in INDICATORS.indicators if indicator.id == id_)
