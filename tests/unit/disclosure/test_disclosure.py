"""What may be shown: small numbers, second cells, earlier editions, people's words."""

from datetime import date

import pytest

from sendframe.disclosure import POLICIES, DisclosedEvaluation, apply, policy_by_name
from sendframe.errors import UnknownName
from sendframe.evaluation import NoCatalogue
from sendframe.model import (
    CalendarYear,
    ComparatorSet,
    Consent,
    Evidence,
    EvidenceRegister,
    FrozenMap,
    Observation,
    Portfolio,
    Profile,
    ProfileSection,
    Review,
    RuleChoice,
    Voice,
)
from sendframe.plugins import Catalogue
from tests.evaluating import evaluate
from tests.unit.conftest import AREA, COUNTRY, OTHER, rate, seen, small, text

CAUTIOUS, PUBLISHED = POLICIES["cautious"], POLICIES["published-figures"]


def shown(portfolio: Portfolio, policy=CAUTIOUS, previous=None) -> DisclosedEvaluation:
    """Return what may be shown of a portfolio."""
    evaluation = evaluate(
        portfolio, portfolio.observations, as_at=date(2026, 1, 31), catalogue=NoCatalogue()
    )
    return apply(evaluation, portfolio, policy, previous)


@pytest.mark.parametrize(
    ("top", "bottom", "hidden"),
    [
        (1, 100, True),
        (4, 100, True),
        (5, 100, False),
        (97, 100, True),
        (0, 100, False),
        (1, 4, True),
    ],
)
def test_small_counts_and_what_is_left_over_are_hidden(
    top: float, bottom: float, hidden: bool
) -> None:
    """Counts of 1 to 4 are hidden, in the numerator and in the rest of the denominator."""
    (result,) = shown(small(rate(), seen(2024, top, bottom))).evaluation.indicators
    (point,) = result.points
    assert (point.value is None) == hidden
    assert (point.symbol == "c") == hidden
    assert hidden == (point.numerator is None and point.denominator is None)


def test_published_totals_are_shown_as_published() -> None:
    """Under the policy for published figures a published total of 2 is shown."""
    (result,) = shown(small(rate(), seen(2024, 2, 100)), PUBLISHED).evaluation.indicators
    assert result.points[0].numerator == 2


def test_management_information_is_never_exempt() -> None:
    """Management information is hidden under every policy."""
    indicator = rate(series_status="management_information")
    row = seen(2024, 2, 100, status="management-information")
    (result,) = shown(small(indicator, row), PUBLISHED).evaluation.indicators
    assert result.points[0].numerator is None


def test_few_people_of_another_area_are_hidden_too() -> None:
    """A benchmark of management information hides the area with few, and what rests on it."""
    indicator = rate(series_status="management_information")
    more = {"status": "management-information"}
    others = ComparatorSet(
        id="all", title=text("All"), kind="custom", areas=(OTHER, COUNTRY), method="mean"
    )
    rows = (
        seen(2024, 50, 100, **more),
        seen(2024, 2, 100, area=OTHER, **more),
        seen(2024, 60, 100, area=COUNTRY, **more),
    )
    area = small(indicator, *rows, comparator_sets=(others,))
    ((found,),) = (each.comparisons for each in shown(area, PUBLISHED).evaluation.indicators)
    first, second = found.members
    assert (found.value, first.value, first.numerator, first.denominator) == (None,) * 4
    assert (second.value, second.numerator) == (60, 60)
    published = small(
        rate(), *(each.changed(status="final") for each in rows), comparator_sets=(others,)
    )
    ((kept,),) = (each.comparisons for each in shown(published, PUBLISHED).evaluation.indicators)
    assert (kept.value, kept.members[0].numerator) == (31, 2)


def test_what_rests_on_a_hidden_figure_is_not_shown() -> None:
    """Change, trend and facts that would give a hidden figure away are hidden with it."""
    found = shown(small(rate(), seen(2022, 50, 100), seen(2023, 60, 100), seen(2024, 2, 100)))
    (result,) = found.evaluation.indicators
    assert result.change is None
    assert result.trend is None
    facts = {each.id: each for each in found.evaluation.facts}
    assert facts["indicator/rate/2024"].value is None
    assert "2.0%" not in facts["indicator/rate/change"].statement
    assert facts["indicator/rate/2023"].value == 60


def test_the_reason_of_a_refusal_gives_no_hidden_figure_away() -> None:
    """Limits of a series with a hidden figure are neither said nor drawn."""
    area = small(
        rate(),
        *(seen(year, count, 100) for year, count in ((2022, 50), (2023, 60), (2024, 2))),
        rules=(RuleChoice(indicator="rate", rule="xmr-variation"),),
    )
    known = Catalogue.discover(third_party=False)
    made = evaluate(area, area.observations, as_at=date(2026, 1, 31), catalogue=known)
    (before,) = made.indicators[0].refusals
    assert before.limits is not None
    (after,) = apply(made, area, CAUTIOUS, None).evaluation.indicators[0].refusals
    assert (after.reason, after.limits) == ("A figure it rests on may not be shown.", None)
    (kept,) = apply(made, area, PUBLISHED, None).evaluation.indicators[0].refusals
    assert kept == before


def part(name: str, count: float) -> Observation:
    """Return one part of a count."""
    return Observation(
        indicator="rate",
        area=AREA,
        period=CalendarYear(year=2024),
        value=count,
        dimensions=FrozenMap({"setting": name}),
        release="r1",
    )


def parts(*counts: float) -> Portfolio:
    """Return a portfolio with a count and its parts."""
    rows = [part(f"p{number}", count) for number, count in enumerate(counts)]
    return small(rate("neutral", unit="count", factor=None), *rows)


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ((3, 10, 20), ("p0", "p1")),
        ((3, 2, 20), ("p0", "p1")),
        ((3, 0, 20), ("p0", "p2")),
        ((30, 10, 20), ()),
    ],
)
def test_a_second_part_is_hidden_where_one_could_be_worked_out(
    counts: tuple[float, ...], hidden: tuple[str, ...]
) -> None:
    """A single hidden part takes the smallest other one with it; parts are never exempt."""
    (result,) = shown(parts(*counts), PUBLISHED).evaluation.indicators
    assert result.breakdowns[0].hidden == hidden


def test_what_was_hidden_before_stays_hidden() -> None:
    """A part hidden in an earlier edition is hidden in the next one too."""
    before = shown(parts(3, 10, 20), PUBLISHED)
    (result,) = shown(parts(13, 10, 20), PUBLISHED, before).evaluation.indicators
    assert set(result.breakdowns[0].hidden) == {"p0", "p1"}


def profile(id_: str = "board", *, public: bool = False) -> Profile:
    """Return a profile."""
    return Profile(
        id=id_,
        title=text("Report"),
        audience="board",
        public=public,
        sections=(ProfileSection(id="s", kind="summary", title=text("S")),),
    )


CONSENTS = [
    (None, False),
    (Consent(given_by="young person", profiles=("board",)), True),
    (Consent(given_by="young person", profiles=("other",)), False),
    (Consent(given_by="young person", profiles=("board",), until=date(2026, 1, 30)), False),
    (Consent(given_by="young person", profiles=("board",), withdrawn_on=date(2026, 1, 31)), False),
    (Consent(given_by="young person", profiles=("board",), given_on=date(2026, 2, 1)), False),
]


@pytest.mark.parametrize(("consent", "stands"), CONSENTS)
def test_words_stand_only_with_consent(consent: Consent | None, stands: bool) -> None:
    """Somebody's words reach a report only with their consent to it, on its day."""
    voice = Voice(id="v", who="children-and-young-people", words=text("Hello"), consent=consent)
    register = EvidenceRegister(id="e", title=text("Evidence"), voices=(voice,))
    found = shown(small(rate(), documents=(register,))).for_profile(profile())
    (kept,) = found.of(EvidenceRegister)
    assert bool(kept.voices) == stands


def test_public_reports_leave_out_what_is_not_publishable() -> None:
    """Evidence and reviews that are not publishable stand in no public report."""
    evidence = Evidence(id="x", kind="document", title=text("Paper"))
    register = EvidenceRegister(id="e", title=text("Evidence"), evidence=(evidence,))
    review = Review(id="r", title=text("Review"), area=AREA, kind="peer-review")
    disclosed = shown(small(rate(), documents=(register, review)))
    public = disclosed.for_profile(profile(public=True))
    internal = disclosed.for_profile(profile())
    assert [list(each.evidence) for each in public.of(EvidenceRegister)] == [[]]
    assert not list(public.of(Review))
    assert list(internal.of(Review)) == [review]


def test_policies_are_found_by_name() -> None:
    """An unknown policy is refused with the names there are."""
    assert policy_by_name("cautious").largest_hidden == 4
    with pytest.raises(UnknownName, match="cautious, published-figures"):
        policy_by_name("none")


@pytest.mark.parametrize(
    ("value", "unit", "hidden"), [(2.0, "percent", False), (2.0, "count", True)]
)
def test_a_rate_without_counts_tells_of_nobody(value: float, unit: str, hidden: bool) -> None:
    """2 % without its counts is not 2 people, and is shown; a count of 2 is hidden."""
    row = seen(2024, None, None, symbol="x").changed(value=value, symbol=None)
    indicator = rate("neutral", unit=unit, factor=None)
    (result,) = shown(small(indicator, row)).evaluation.indicators
    assert (result.points[0].value is None) == hidden


def test_half_of_the_counts_says_nothing_of_the_rest() -> None:
    """With the denominator alone nothing is left over that could be small."""
    row = seen(2024, None, 6, symbol="x").changed(value=50.0, symbol=None)
    (result,) = shown(small(rate(), row)).evaluation.indicators
    assert (result.points[0].value, result.points[0].denominator) == (50.0, 6.0)


def test_benchmarks_of_both_periods_are_hidden_with_what_they_rest_on() -> None:
    """A benchmark of the period before gives no more away than that of the latest period."""
    area = small(
        rate(),
        *(seen(year, 60, 100) for year in (2023, 2024)),
        *(seen(year, 500, 1000, area=COUNTRY) for year in (2023, 2024)),
    )
    (open_,) = shown(area).evaluation.indicators
    both = (*open_.comparisons, *open_.previous_comparisons)
    assert [(each.period, each.value) for each in both] == [
        (CalendarYear(year=2024), 50.0),
        (CalendarYear(year=2023), 50.0),
    ]
    once = shown(area)
    facts = tuple(f"indicator/rate/area/{COUNTRY}/{year}" for year in (2023, 2024))
    before = DisclosedEvaluation(once.evaluation, once.portfolio, once.policy, facts)
    (closed,) = shown(area, previous=before).evaluation.indicators
    assert [each.value for each in (*closed.comparisons, *closed.previous_comparisons)] == [
        None,
        None,
    ]
