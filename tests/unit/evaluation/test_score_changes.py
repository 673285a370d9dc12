"""What another release makes of an area's scores, and that the old result can be had again."""

from datetime import date
from pathlib import Path

import pytest

from sendframe import api
from sendframe.documents import dump
from sendframe.evaluation import replace_figures, score_changes
from sendframe.model import (
    CalendarYear,
    Evaluation,
    FrozenMap,
    Observation,
    Observations,
    Portfolio,
    Refusal,
    RuleChoice,
)
from sendframe.plugins import Catalogue
from tests.evaluating import evaluate
from tests.unit.conftest import AREA, COUNTRY, rate, seen, small

CATALOGUE = Catalogue.discover(third_party=False)
RULES = (
    RuleChoice(indicator="rate", rule="direction-of-travel"),
    RuleChoice(
        indicator="rate", rule="wilson-comparison", options=FrozenMap({"comparator": "country"})
    ),
)
FIRST = (
    seen(2023, 60, 100),
    seen(2024, 70, 100),
    seen(2023, 500, 1000, area=COUNTRY),
    seen(2024, 500, 1000, area=COUNTRY),
)
BEFORE = date(2025, 3, 1)
"""A day on which the first release was out, and the second was not."""


def area_with(*rows: Observation) -> Portfolio:
    """Return a small area with figures and two rules."""
    return small(rate(), *rows, rules=RULES)


def told(portfolio: Portfolio, figures: Observations | None = None) -> Evaluation:
    """Return the evaluation of an area as at the end of January 2026."""
    table = portfolio.observations if figures is None else figures
    return evaluate(portfolio, table, as_at=date(2026, 1, 31), catalogue=CATALOGUE)


def again(year: int, top: float | None, bottom: float | None, **more: object) -> Observation:
    """Return a figure as the second release gives it."""
    return seen(year, top, bottom, release="r2", **more)


@pytest.mark.parametrize(
    ("second", "kinds"),
    [
        ((again(2024, 70, 100),), {}),
        (
            (again(2024, 71, 100),),
            {"direction-of-travel": "figures", "wilson-comparison": "figures"},
        ),
        ((again(2024, 59, 100),), {"direction-of-travel": "band", "wilson-comparison": "band"}),
        (
            (again(2024, None, None, symbol="x"),),
            {"direction-of-travel": "refused", "wilson-comparison": "refused"},
        ),
        ((again(2023, 0, 0, symbol="x"),), {"direction-of-travel": "refused"}),
    ],
)
def test_scores_that_differ_are_told_by_what_became_of_them(
    second: tuple[Observation, ...], kinds: dict[str, str]
) -> None:
    """The same figures change nothing; others change numbers, bands, or whether it is scored."""
    area = area_with(*FIRST)
    release = area_with(*second).observations
    replaced = replace_figures(area.observations, release, [release])
    found = score_changes(told(area), told(area, replaced))
    assert {each.rule: each.kind for each in found} == kinds
    back = score_changes(told(area, replaced), told(area))
    other_way = {"refused": "scored"}
    assert {each.rule: each.kind for each in back} == {
        rule: other_way.get(kind, kind) for rule, kind in kinds.items()
    }
    assert all(each.title == "Plans on time" for each in found)


def test_a_refusal_for_another_reason_is_told() -> None:
    """A figure that is too few alone is another reason than one that was withdrawn."""
    area = area_with(*FIRST)
    none = area_with(FIRST[1])
    gone = area_with(seen(2024, 0, 0, symbol="x"))
    found = score_changes(told(area, none.observations), told(area, gone.observations))
    reasons = {each.rule: each.kind for each in found}
    assert reasons["direction-of-travel"] == "reason"


def test_what_only_one_evaluation_knows_is_told_too() -> None:
    """An indicator or a rule that one side lacks is scored, or no longer scored."""
    whole = told(area_with(*FIRST))
    bare = whole.changed(indicators=())
    assert {each.kind for each in score_changes(bare, whole)} == {"scored"}
    assert {each.kind for each in score_changes(whole, bare)} == {"refused"}
    refusal = Refusal(rule="r", about="rate", reason="So.")
    once = whole.indicators[0].changed(scores=(), refusals=(refusal,))
    refused = whole.changed(indicators=(once,))
    (found,) = score_changes(bare, refused)
    assert (found.kind, found.before, found.after) == ("refused", None, refusal)


def test_figures_of_a_release_stand_in_place_of_others() -> None:
    """What a release holds is taken out whichever release gave it, and all else stays."""
    area = area_with(*FIRST, again(2024, 71, 100))
    release = area_with(again(2024, 72, 100)).observations
    table = replace_figures(area.observations, release, [release])
    rows = [(each.area, each.period, each.numerator, each.release) for each in table]
    assert rows == [
        (AREA, CalendarYear(year=2023), 60.0, "r1"),
        (COUNTRY, CalendarYear(year=2023), 500.0, "r1"),
        (COUNTRY, CalendarYear(year=2024), 500.0, "r1"),
        (AREA, CalendarYear(year=2024), 72.0, "r2"),
    ]
    assert str(table.origin(3)) == "figures.json, entry 1"
    assert table.areas == area.observations.areas
    assert table.meaning(0) is None


def test_a_symbol_keeps_the_meaning_its_own_release_gives_it() -> None:
    """Where two releases explain one symbol differently each figure keeps its own meaning."""
    from sendframe.model import ObservationSet, Origin, Release, SymbolMeaning, Text

    def releases(id_: str, meaning: str) -> Observations:
        means = FrozenMap({"x": SymbolMeaning(kind="other", meaning=meaning)})
        one = Release(id=id_, title=id_, publisher="Office")
        about = ObservationSet(id=id_, title=Text(default=id_), symbols=means, releases=(one,))
        year = 2023 if id_ == "old" else 2024
        return Observations.of(
            [(seen(year, None, None, symbol="x", release=id_), Origin())], [about]
        )

    table = replace_figures(releases("old", "hidden"), releases("new", "holidays"), [])
    assert [table.meaning(row) for row in (0, 1)] == ["hidden", "holidays"]


def test_the_result_before_a_release_can_be_had_again_byte_for_byte() -> None:
    """With both releases at hand, a day before the newer one gives what was known on that day."""
    before = area_with(*FIRST)
    both = area_with(*FIRST, again(2023, 61, 101), again(2024, 40, 100), again(2022, 1, 2))

    def made(area: Portfolio, day: date) -> bytes:
        return dump(evaluate(area, area.observations, as_at=day, catalogue=CATALOGUE))

    assert made(both, BEFORE) == made(before, BEFORE)
    assert made(both, date(2025, 6, 1)) != made(before, date(2025, 6, 1))


def test_the_reports_before_a_release_can_be_had_again_byte_for_byte(
    wyeford: Portfolio, tmp_path: Path
) -> None:
    """The fictional area's reports of May 2025 are the same with and without the later release."""
    day, second = date(2025, 5, 31), "wyeford-made-up-2025"
    table = wyeford.observations
    assert second in table.release
    kept = [row for row in range(len(table)) if table.release[row] != second]
    assert 0 < len(kept) < len(table)
    columns = {
        name: tuple(value[row] for row in kept) if isinstance(value, tuple) else value
        for name, value in ((each, getattr(table, each)) for each in _columns())
    }
    earlier = _with(wyeford, Observations(**columns))
    for folder, area in (("then", earlier), ("now", wyeford)):
        api.report(area, tmp_path / folder, as_at=day, catalogue=CATALOGUE)
    names = sorted(each.name for each in (tmp_path / "now").iterdir())
    assert {"board.html", "annex.html", "index.html"} <= set(names)
    for name in names:
        assert (tmp_path / "now" / name).read_bytes() == (tmp_path / "then" / name).read_bytes()


def _columns() -> list[str]:
    import attrs

    return [each.name for each in attrs.fields(Observations)]


def _with(portfolio: Portfolio, table: Observations) -> Portfolio:
    import attrs

    return attrs.evolve(portfolio, observations=table)
