"""The indicators in a portfolio, with the figures of the published files."""

import json
from pathlib import Path
from typing import Any

import pytest
from reading import HEREFORDSHIRE, read

import sendframe
from sendframe.api import dump
from sendframe.plugins import Catalogue
from sendframe.plugins.commands import figure_files

SETS = sorted(
    each
    for each in Catalogue.discover().library.ids()
    if each.startswith("dfe.") and not each.startswith("dfe.mapping.")
)


def _portfolio(folder: Path, *uses: str, documents: tuple[str, ...] = ()) -> Path:
    manifest: dict[str, Any] = {
        "$schema": "https://sendframe.example/schemas/v1/portfolio.schema.json",
        "id": "herefordshire",
        "title": {"default": "Published figures of Herefordshire"},
        "area": {
            "id": "herefordshire",
            "code": HEREFORDSHIRE,
            "names": [{"source": "ONS", "name": "Herefordshire"}],
        },
        "as_at": "2025-12-31",
        "documents": list(documents),
        "plugins": ["dfe"],
        "uses": list(uses),
    }
    (folder / "portfolio.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


@pytest.mark.parametrize("id_", SETS)
def test_a_set_can_be_taken_in_alone(tmp_path: Path, id_: str) -> None:
    """Nothing of a set refers to what is not in it, and without figures it shows nothing."""
    evaluation = sendframe.evaluate(sendframe.load(_portfolio(tmp_path, id_)))
    assert evaluation.indicators == ()
    assert evaluation.failures == ()


def test_the_20_week_rate_comes_with_its_counts(tmp_path: Path) -> None:
    """Herefordshire 2024: 225 of 333, beside 333 issued, 225 on time and 108 over 20 weeks."""
    made = read("dfe.ehc-plans", "timeliness_20_week.csv", areas=(HEREFORDSHIRE,))
    assert made.observations is not None
    for name, data in figure_files(made.observations, made.table, "figures.csv").items():
        (tmp_path / name).write_bytes(data)
    folder = _portfolio(tmp_path, "dfe.sen2-timeliness", documents=("figures.json",))
    evaluation = sendframe.evaluate(sendframe.load(folder))
    found = {each.indicator.removeprefix("dfe."): each for each in evaluation.indicators}
    rate = found["plans-within-20-weeks-excluding-exceptions"]
    assert rate.latest is not None
    assert (rate.latest.numerator, rate.latest.denominator) == (225, 333)
    beside = [found.get(each.removeprefix("dfe.")) for each in rate.shown_with]
    values = [each.latest.value for each in beside if each is not None and each.latest is not None]
    assert values == [225, 333, 108]
    assert beside[3] is None  # cases still open: nobody supplied them
    assert rate.change is not None
    assert (str(rate.change.before), str(rate.change.after)) == ("2023", "2024")
    assert rate.trend is None  # two years on one footing say nothing about a direction


def test_a_figure_before_the_break_is_not_compared(tmp_path: Path) -> None:
    """Up to 2022 there is no change to tell: it would cross from totals to persons."""
    made = read(
        "dfe.ehc-plans",
        "requests.csv",
        areas=(HEREFORDSHIRE,),
        indicators=("dfe.requests-received",),
    )
    assert made.observations is not None
    assert made.table is not None
    early = [each for each in made.table if str(each.period) in {"2020", "2021", "2022"}]
    known = made.observations.changed(observations=tuple(early))
    (tmp_path / "figures.json").write_bytes(dump(known))
    folder = _portfolio(tmp_path, "dfe.sen2-requests", documents=("figures.json",))
    (found,) = sendframe.evaluate(sendframe.load(folder)).indicators
    assert len(found.points) == 3
    assert found.change is None
    assert found.trend is None
