"""What an evaluation tells rules: revised series, where figures come from, counts of other areas."""

from datetime import date

import pytest

from sendframe.evaluation import NoCatalogue, Provided
from sendframe.model import (
    CalendarYear,
    ComparabilityBreak,
    ComparatorSet,
    FrozenMap,
    IndicatorResult,
    Json,
    Refusal,
    RuleChoice,
)
from sendframe.plugins import Catalogue
from sendframe.scoring import ScoringContext, ScoringRule
from tests.evaluating import evaluate
from tests.unit.conftest import AREA, OTHER, rate, seen, small, text
from tests.unit.statistics.published import HEREFORDSHIRE, counts

CATALOGUE = Catalogue.discover(third_party=False)
DAY = date(2026, 1, 31)


def contexts(*rows, indicator=None, documents=(), as_at: date = DAY) -> ScoringContext:
    """Return what a rule about the rate is told."""
    told: list[ScoringContext] = []

    def note(context: ScoringContext) -> Refusal:
        told.append(context)
        return context.refuse("It was only noted.")

    rule = ScoringRule("near", "Near", "A manual.", note)
    area = small(
        indicator or rate(),
        *rows,
        documents=documents,
        rules=(RuleChoice(indicator="rate", rule="near"),),
    )
    known = NoCatalogue(scoring_rules={"near": Provided(rule, "plug", "plug-dist", "1.0")})
    evaluate(area, area.observations, as_at=as_at, catalogue=known)
    (only,) = told
    return only


def test_a_restated_figure_makes_what_was_not_looked_at_again_older() -> None:
    """2023 was restated in June, and 2022 is still that of January."""
    found = contexts(
        seen(2022, 1, 4),
        seen(2023, 1, 4),
        seen(2023, 2, 4, release="r2"),
        seen(2024, 3, 4, release="r2"),
    )
    assert [str(each.period) for each in found.older] == ["2022"]
    assert [each.value for each in found.points] == [25, 50, 75]


@pytest.mark.parametrize(
    "rows",
    [
        (seen(2023, 1, 4), seen(2024, 3, 4, release="r2")),
        (seen(2022, 1, 4), seen(2023, 1, 4), seen(2023, 1, 4, release="r2")),
        (
            seen(2022, 1, 4),
            seen(2022, 1, 4, release="r2"),
            seen(2023, 1, 4),
            seen(2023, 2, 4, release="r2"),
        ),
        (seen(2022, 1, 4), seen(2023, 0, 0, symbol="x"), seen(2023, 2, 4, release="r2")),
    ],
    ids=["new year", "given again", "all looked at again", "was missing"],
)
def test_what_was_not_restated_unsettles_nothing(rows) -> None:
    """A new year, the same figure given again, and a figure where a symbol stood."""
    assert contexts(*rows).older == ()


def test_a_restatement_that_is_not_published_yet_is_not_known() -> None:
    """An evaluation of a day before the second release sees one footing."""
    rows = (seen(2022, 1, 4), seen(2023, 1, 4), seen(2023, 2, 4, release="r2"))
    assert contexts(*rows).older
    assert contexts(*rows, as_at=date(2025, 3, 1)).older == ()


def test_what_may_not_be_compared_is_told_beside_the_series() -> None:
    """Points before a break are left out, and not lost."""
    broken = rate(
        breaks=(ComparabilityBreak(first_period=CalendarYear(year=2024), reason=text("New")),)
    )
    found = contexts(seen(2023, 1, 4), seen(2024, 2, 4), indicator=broken)
    assert [str(each.period) for each in found.points] == ["2024"]
    assert [str(each.period) for each in found.left_out] == ["2023"]


def test_members_carry_their_counts() -> None:
    """What was counted in each area, and of how many; an area without a figure has none."""
    others = ComparatorSet(
        id="all", title=text("All"), kind="custom", areas=(OTHER, "ZZ0000003"), method="mean"
    )
    area = small(rate(), seen(2024, 1, 4), seen(2024, 3, 4, area=OTHER), comparator_sets=(others,))
    (found,) = evaluate(area, area.observations, as_at=DAY, catalogue=NoCatalogue()).indicators
    first, second = found.comparisons[0].members
    assert (first.numerator, first.denominator, first.value) == (3, 4, 75)
    assert (second.numerator, second.denominator, second.value) == (None,) * 3
    assert found.comparisons[0].figures == (75,)


def england(*rules: tuple[str, dict[str, Json]]) -> IndicatorResult:
    """Return what rules say of Herefordshire in 2024 among all areas, by published counts."""
    codes = [each for each in counts() if each != HEREFORDSHIRE]
    places = {code: f"ZZ{number:07}" for number, code in enumerate(codes, 100)}
    places[HEREFORDSHIRE] = AREA
    everyone = ComparatorSet(
        id="areas",
        title=text("All areas of England"),
        kind="custom",
        areas=tuple(sorted(places.values())),
        method="pooled",
    )
    area = small(
        rate(),
        *(seen(2024, *pair, area=places[code]) for code, pair in counts().items()),
        comparator_sets=(everyone,),
        rules=tuple(
            RuleChoice(
                indicator="rate", rule=rule, options=FrozenMap({"comparator": "areas", **options})
            )
            for rule, options in rules
        ),
    )
    (found,) = evaluate(area, area.observations, as_at=DAY, catalogue=CATALOGUE).indicators
    return found


def test_the_published_figures_give_the_worked_rank_and_band() -> None:
    """67.6 is place 56 of 151, in the second best quarter; the quartiles are the published ones."""
    found = england(("rank", {}), ("quartile-band", {}))
    place, band = found.scores
    assert place.label == "56 of 151"
    assert (band.band, band.tone) == ("B", "neutral")
    assert band.formula == "quartiles 29.2%, 52.3%, 79.4% of 151 figures"


def test_the_published_figures_allow_no_funnel_unless_asked() -> None:
    """By chance alone Herefordshire is above 99.8 per cent, and so are 70 areas more."""
    found = england(
        ("funnel", {}),
        ("funnel", {"overdispersion": "accept"}),
        ("funnel", {"overdispersion": "adjust"}),
    )
    (accepted,) = found.scores
    assert "reach over the whole scale" in found.refusals[1].reason
    assert "134 of 151 are outside the 95% limits" in found.refusals[0].reason
    assert accepted.band == "better-99.8"
    assert "38.0% to 54.9%, around 46.4% of 151 areas" in accepted.statement
