"""The criteria of an edition, in order, with the views and the dissent that belong to each."""

from sendframe.model import CriteriaSet, Criterion, CriterionEntry, PartnerView, ScaleSet, Step
from sendframe.reports import (
    code_order,
    judged_criteria,
    judgement_ladder,
    ladder_values,
    scale_mark,
    sets_of_edition,
    steps_with_dissent,
    value_now_and_before,
    views_of,
)
from tests.unit.conftest import text
from tests.unit.reports.edition_context import about, build_context, edition
from tests.unit.reports.two_editions import AUTUMN, BOARD, CRITERIA, SPRING, judgement

SCALE = CRITERIA.rating_scale
assert SCALE is not None
APART = SCALE.values[0].changed(id="none", name="Not judged", order=None, stands_for="missing")
MIDDLE = SCALE.values[0].changed(id="middle", name="Middle", order=3)
FULL = SCALE.changed(values=(SCALE.values[1].changed(order=9), MIDDLE, SCALE.values[0], APART))


def criteria(*codes: str, **more: object) -> CriteriaSet:
    """Return a set of criteria."""
    made = tuple(
        Criterion(id=f"q{code}", code=code, wording=text(f"Question {code}?"), kind="impact")
        for code in codes
    )
    return CRITERIA.changed(criteria=made, **more)


def test_codes_are_sorted_as_people_do() -> None:
    """Numbers count as numbers, and a part follows what it is part of."""
    codes = ["10", "B2", "3a", "3", "A10", "A2"]
    assert sorted(codes, key=code_order) == ["3", "3a", "10", "A2", "A10", "B2"]


def test_criteria_stand_in_the_order_of_their_codes() -> None:
    """The order in the set does not count, nor does that of the entries."""
    context = build_context(edition(), criteria("2", "10", "2a", "1"))
    assert [item.criterion.code for item in judged_criteria(context)] == ["1", "2", "2a", "10"]


def test_a_set_without_a_scale_is_judged_on_the_scale_that_has_the_value() -> None:
    """Where the scale is not in the portfolio, the judgement is shown by the id of its value."""
    without = CRITERIA.changed(rating_scale=None)
    scales = ScaleSet(id="scales", title=text("Scales"), scales=(SCALE,))
    first, second = judged_criteria(build_context(SPRING, AUTUMN, without, scales))
    assert first.scale == SCALE
    assert value_now_and_before(first)[0] in SCALE.values
    assert second.scale is None or second.entry is not None
    absent, _ = judged_criteria(build_context(SPRING, AUTUMN, without))
    assert absent.scale is not None
    now, _ = value_now_and_before(absent)
    assert now is not None
    assert AUTUMN.entries[0].judgement is not None
    assert scale_mark(absent.scale, now).label == AUTUMN.entries[0].judgement.value


def test_without_an_edition_there_is_nothing_to_judge() -> None:
    """No criteria, no sets, no dissent."""
    context = build_context(CRITERIA)
    assert judged_criteria(context) == ()
    assert sets_of_edition(context) == ()
    assert steps_with_dissent(context, None) == ()


def test_each_criterion_has_its_entries_of_both_editions() -> None:
    """A criterion that an edition does not answer has no entry."""
    first, second = judged_criteria(about(AUTUMN, SPRING))
    assert (first.entry, first.before) == (AUTUMN.entries[0], SPRING.entries[0])
    assert (second.entry, second.before) == (AUTUMN.entries[1], None)


def test_a_criterion_that_no_set_defines_comes_last() -> None:
    """It has no id in its words; a set that is not here is None."""
    strange = CriterionEntry(id="x", criterion="of-a-plugin")
    context = about(edition(strange))
    last = judged_criteria(context)[-1].criterion
    assert str(last.wording) == "A question that is not in these documents"
    assert sets_of_edition(context) == (CRITERIA, None)
    (alone,) = judged_criteria(build_context(edition(strange)))
    assert alone.scale is None


def test_a_criterion_of_a_set_that_the_edition_does_not_name_is_not_lost() -> None:
    """It follows the edition's own, in its own words."""
    other = criteria("A", id="other")
    context = about(edition(CriterionEntry(id="x", criterion="qA")), other)
    assert [item.criterion.code for item in judged_criteria(context)] == ["1", "2", "A"]


def test_a_further_set_has_only_its_own_criteria() -> None:
    """Its scale is its own too."""
    other = criteria("A", id="other", rating_scale=None)
    context = about(edition(CriterionEntry(id="x", criterion="of-a-plugin")), other)
    (item,) = judged_criteria(context, other)
    assert (item.criterion.code, item.scale) == ("A", None)


def test_dissent_belongs_to_the_only_criterion_it_can_be_about() -> None:
    """Without a view, or with views on two criteria, it is about the edition as a whole."""
    against = PartnerView(who="forum", criterion="q1", view="disagrees")
    silent = PartnerView(who="youth", criterion="q2", view="no_view_recorded")
    one = Step(kind="response", dissent=text("No."), views=(against, silent))
    two = Step(
        kind="response", dissent=text("No!"), views=(against, against.changed(criterion="q2"))
    )
    none = Step(kind="response", dissent=text("Never."))
    calm = Step(kind="response", views=(against,))
    context = about(edition(steps=(one, two, none, calm)))
    assert steps_with_dissent(context, "q1") == (one,)
    assert steps_with_dissent(context, None) == (two, none)


def test_views_are_those_of_the_judgement_and_of_steps() -> None:
    """A view on another criterion, or on the whole, does not count."""
    own = PartnerView(who="board", view="agrees")
    named = PartnerView(who="forum", criterion="q1", view="disagrees")
    whole = PartnerView(who="youth", view="no_view_recorded")
    entry = CriterionEntry(id="e", criterion="q1", judgement=judgement("j", "low", views=(own,)))
    context = about(edition(entry, steps=(Step(kind="response", views=(named, whole)),)))
    first, second = judged_criteria(context)
    assert views_of(context, first) == (own, named)
    assert views_of(context, second) == ()
    assert views_of(build_context(CRITERIA, BOARD), first) == (own,)


def test_the_value_before_is_that_of_the_edition_before() -> None:
    """Else the one that the judgement itself names; a value of no scale is none."""
    first, second = judged_criteria(about(AUTUMN, SPRING))
    assert [value and value.id for value in value_now_and_before(first)] == ["high", "low"]
    assert [value and value.id for value in value_now_and_before(second)] == ["low", None]
    (named, _) = judged_criteria(about(edition(AUTUMN.entries[0])))
    assert [value and value.id for value in value_now_and_before(named)] == ["high", "low"]
    (bare, _) = judged_criteria(about(edition()))
    assert value_now_and_before(bare) == (None, None)
    (strange,) = judged_criteria(build_context(edition(CriterionEntry(id="x", criterion="x"))))
    assert value_now_and_before(strange) == (None, None)


def test_a_rating_is_coloured_by_its_place_on_the_scale() -> None:
    """The lowest is bad, the upper third good; what is no rating has no colour."""
    tones = {value.id: scale_mark(FULL, value).tone for value in FULL.values}
    assert tones == {"low": "worse", "middle": "between", "high": "better", "none": "neutral"}
    unordered = FULL.changed(ordered=False)
    assert scale_mark(unordered, FULL.values[0]).tone == "neutral"
    single = FULL.changed(values=(MIDDLE, APART))
    assert scale_mark(single, MIDDLE).tone == "neutral"


def test_a_ladder_goes_upwards_with_what_stands_apart_first() -> None:
    """A value apart is drawn only where a criterion has it."""
    judged = judged_criteria(build_context(AUTUMN, SPRING, CRITERIA.changed(rating_scale=FULL)))
    assert [step.id for step in ladder_values(judged)] == ["low", "middle", "high"]
    (first, _) = judged
    ladder = judgement_ladder(first, ladder_values(judged), "Title", "Words.", "id")
    assert ladder is not None
    assert (ladder.before, ladder.now) == (0, 2)
    silent = judged_criteria(build_context(edition(), CRITERIA.changed(rating_scale=FULL)))
    steps = ladder_values(silent)
    assert [step.id for step in steps] == ["none", "low", "middle", "high"]
    missing = judgement_ladder(silent[0], steps, "Title", "Words.", "id")
    assert missing is not None
    assert (missing.before, missing.now, missing.steps[0].is_apart) == (None, 0, True)


def test_a_scale_without_order_has_no_ladder() -> None:
    """Nor has a set without a scale, or a criterion without a value that the ladder has."""
    unordered = CRITERIA.changed(rating_scale=FULL.changed(ordered=False))
    assert ladder_values(judged_criteria(build_context(AUTUMN, unordered))) == ()
    without = judged_criteria(build_context(AUTUMN, CRITERIA.changed(rating_scale=None)))
    assert ladder_values(without) == ()
    assert judgement_ladder(without[0], FULL.values, "Title", "Words.", "id") is None
    bare = judged_criteria(about(edition()))
    assert judgement_ladder(bare[0], ladder_values(bare), "Title", "Words.", "id") is None
