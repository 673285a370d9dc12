"""The examples as portfolios, and a small fictional area that tests can vary."""

import itertools
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sendframe import load
from sendframe.model import (
    AreaName,
    CalendarYear,
    ComparatorSet,
    FrozenMap,
    Indicator,
    IndicatorSet,
    LocalArea,
    Manifest,
    Observation,
    Observations,
    ObservationSet,
    ObservedArea,
    Origin,
    Portfolio,
    Release,
    SymbolMeaning,
    Text,
)

NUMBER = itertools.count()
EXAMPLES = Path(__file__).parents[2] / "examples"
AREA, OTHER, COUNTRY = "ZZ0000001", "ZZ0000002", "ZZC000001"


@pytest.fixture(scope="session")
def herefordshire() -> Portfolio:
    """Return the real example."""
    return load(EXAMPLES / "herefordshire")


@pytest.fixture(scope="session")
def wyeford() -> Portfolio:
    """Return the fictional example."""
    return load(EXAMPLES / "wyeford")


def text(words: str) -> Text:
    """Return a text."""
    return Text(default=words)


def rate(direction: str | None = "higher", **more: object) -> Indicator:
    """Return an indicator that is a percentage."""
    return Indicator(
        **{
            "id": "rate",
            "title": text("Plans on time"),
            "unit": "percent",
            "unit_text": "%",
            "factor": 100.0,
            "direction": direction,
            "numerator": "plans on time",
            "denominator": "plans issued",
            **more,
        }
    )


def seen(
    year: int,
    top: float | None,
    bottom: float | None,
    *,
    area: str = AREA,
    symbol: str | None = None,
    **more: object,
) -> Observation:
    """Return one figure of the rate."""
    value = top / bottom * 100 if symbol is None and top is not None and bottom else None
    return Observation(
        **{
            "indicator": "rate",
            "area": area,
            "period": CalendarYear(year=year),
            "value": value,
            "symbol": symbol if value is None else None,
            "numerator": top,
            "denominator": bottom,
            "release": "r1",
            **more,
        }
    )


def small(indicator: Indicator, *rows: Observation, documents=(), **manifest) -> Portfolio:
    """Return a small fictional portfolio with one indicator."""
    figures = ObservationSet(
        id="figures",
        title=text("Figures"),
        symbols=FrozenMap({"x": SymbolMeaning(kind="not_available", meaning="not available")}),
        areas=(
            ObservedArea(code=AREA, name="Wyeford", kind="local-authority"),
            ObservedArea(code=OTHER, name="Marlbeck", kind="local-authority"),
            ObservedArea(code=COUNTRY, name="Ardenia", kind="country"),
        ),
        releases=(
            Release(id="r1", title="First", publisher="Office", published_on=date(2025, 1, 1)),
            Release(id="r2", title="Second", publisher="Office", published_on=date(2025, 6, 1)),
        ),
        observations=rows,
    )
    indicators = IndicatorSet(id="indicators", title=text("Indicators"), indicators=(indicator,))
    area = LocalArea(
        id="wyeford",
        code=AREA,
        names=(AreaName(source="nobody", name="Wyeford"),),
        fictional=True,
    )
    comparators = (
        ComparatorSet(
            id="country", title=text("Ardenia"), kind="country", areas=(COUNTRY,), method="single"
        ),
    )
    everything = (indicators, figures, *documents)
    return Portfolio(
        manifest=Manifest(
            **{
                "id": "wyeford",
                "documents": tuple(f"{document.id}.json" for document in everything),
                "title": text("Wyeford"),
                "area": area,
                "as_at": date(2026, 1, 31),
                "comparator_sets": comparators,
                **manifest,
            }
        ),
        documents=everything,
        observations=Observations.of(
            ((row, Origin("figures.json", entry=n)) for n, row in enumerate(rows, 1)), (figures,)
        ),
    )


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that stands for site-packages: importable, and searched for plug-ins."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    return folder


@pytest.fixture
def module() -> Iterator[str]:
    """Return the name of a module that nobody has imported yet."""
    name = f"made_up_kent_{next(NUMBER)}"
    yield name
    for each in [each for each in sys.modules if each.partition(".")[0].startswith(name)]:
        del sys.modules[each]
