"""The audit finds what editions give away, and nothing where they give nothing away."""

import subprocess
import sys
from types import SimpleNamespace

import attrs
import pytest

from sendframe.disclosure import (
    POLICIES,
    Audit,
    DisclosurePolicy,
    NarrowCount,
    Publication,
    audit,
    disclose,
)
from sendframe.disclosure._attacker import Attacker, solver
from sendframe.errors import LibraryMissing
from sendframe.figures import Figures, figures_of
from sendframe.model import (
    FrozenMap,
    Indicator,
    Observation,
    Observations,
    ObservationSet,
    Origin,
    SymbolMeaning,
)
from tests.unit.conftest import rate, text
from tests.unit.disclosure.hiding import CAUTIOUS, DAY, count, seen_count, seen_rate

PLANS = count("plans")


def figures(*rows: Observation, indicators: tuple[Indicator, ...] = (PLANS,)) -> Figures:
    """Return figures; those with the symbol c were hidden by their publisher."""
    meanings = FrozenMap({"c": SymbolMeaning(kind="suppressed", meaning="suppressed")})
    set_ = ObservationSet(id="figures", title=text("Figures"), symbols=meanings)
    table = Observations.of(
        ((row, Origin("figures.json", entry=number)) for number, row in enumerate(rows, 1)), (set_,)
    )
    return figures_of(table, indicators, as_at=DAY)


def without(given: Figures, *parts: str, told: frozenset[str] = frozenset()) -> Publication:
    """Return an edition that prints everything but some parts by age."""
    rows = (row for row in range(len(given)) if given.dimensions_of(row).get("age") not in parts)
    return Publication(given, frozenset(rows), told)


def ages(total: float = 63, young: float = 3, older: float = 20, oldest: float = 40) -> Figures:
    """Return plans by age: a total and three parts."""
    return figures(
        seen_count("plans", total),
        seen_count("plans", young, age="young"),
        seen_count("plans", older, age="older"),
        seen_count("plans", oldest, age="oldest"),
    )


def found(*editions: Publication, policy: DisclosurePolicy = CAUTIOUS) -> dict[str, int]:
    """Return how many counts are possible for each that is known too closely."""
    return {each.cell: each.values for each in audit(editions, policy).narrow}


YOUNG = "plans ZZ0000001 calendar_year 2024 age=young value"


def test_a_single_hidden_part_follows_exactly() -> None:
    """The total less the other parts."""
    result = audit((without(ages(), "young"),), CAUTIOUS)
    assert result == Audit(1, 3, (NarrowCount(YOUNG, 1),))
    assert result.unexpected == result.narrow


FIRST_PROGRAM = """
from sendframe.disclosure._attacker import Attacker, solver
assert not Attacker([(0, 1, 2)], {0: 10}, {1: 1, 2: 1}, solver()).values([1], 3, {1: 4, 2: 6})
"""


def test_it_prints_nothing() -> None:
    """The solver would print its name and version before its first program, in a process of its own."""
    made = subprocess.run([sys.executable, "-c", FIRST_PROGRAM], capture_output=True, check=True)
    assert made.stdout + made.stderr == b""


def test_a_part_that_two_tables_leave_open_is_not_found() -> None:
    """With two parts hidden, 3 may be anything from 1 to 22."""
    assert not found(without(ages(), "young", "older"))


def test_what_is_known_to_within_the_width_is_found() -> None:
    """Two parts that come to 4 are 1 to 3 each: three counts, where four are needed."""
    small = ages(44, 3, 1, 40)
    older = YOUNG.replace("young", "older")
    assert found(without(small, "young", "older")) == {YOUNG: 3, older: 3}


def test_a_small_count_that_is_printed_is_found() -> None:
    """It is known exactly, whatever else is hidden."""
    assert found(without(ages(), "oldest")) == {YOUNG: 1}


def test_two_editions_are_one_system() -> None:
    """One hides the count with one other part, the next with another part: together they tell it."""
    first, second = without(ages(), "young", "older"), without(ages(), "young", "oldest")
    assert not found(first)
    assert not found(second)
    assert found(first, second) == {YOUNG: 1}


def test_what_is_left_over_is_the_same_in_two_editions() -> None:
    """A remainder that is printed nowhere is one count, though each edition has it."""
    with_rest = ages(65)
    assert not found(without(with_rest, "young"), without(with_rest, "young"))
    remainder = "plans ZZ0000001 calendar_year 2024 remainder"
    assert found(without(with_rest, "young"), without(with_rest, "older")) == {
        YOUNG: 1,
        remainder: 1,
    }


def test_a_remainder_of_two_editions_is_counted_once() -> None:
    """What is left of the same counts is one count that is protected, and listed once."""
    shown = without(ages(65))
    result = audit((shown, shown), CAUTIOUS)
    assert result.protected == 2
    assert [cell.cell for cell in result.narrow] == [
        YOUNG,
        "plans ZZ0000001 calendar_year 2024 remainder",
    ]


def test_remainders_of_other_counts_are_others() -> None:
    """That both are 2 is known to nobody: what one edition tells says nothing of the other."""
    revised = figures(
        *(seen_count("plans", n, age=age) for age, n in (("young", 14), ("older", 18))),
        *(seen_count("plans", 40, age="oldest"), seen_count("plans", 74)),
    )
    assert YOUNG not in found(without(ages(65), "young"), without(revised))


def test_a_revised_figure_is_another_count() -> None:
    """The hidden part of the revised table is not that of the table before."""
    before, after = (
        without(ages(), "young", "older"),
        without(ages(74, 4, 29, 41), "young", "oldest"),
    )
    assert not found(before, after)


def test_what_was_reported_as_given_away_is_not_unexpected() -> None:
    """It is listed, with the mark that it was reported."""
    result = audit((without(ages(), "young", told=frozenset({YOUNG})),), CAUTIOUS)
    assert result.narrow == (NarrowCount(YOUNG, 1, without_proof=True),)
    assert result.unexpected == ()


def test_what_the_publisher_hid_is_protected_where_it_may_be_small() -> None:
    """Of a count that nobody here knows, what follows decides."""
    hidden = (seen_count("plans", 63), seen_count("plans", None, age="young"))
    large = figures(*hidden, seen_count("plans", 40, age="older"))
    small = figures(*hidden, seen_count("plans", 60, age="older"))
    assert not found(without(large, "young"))
    assert found(without(small, "young")) == {YOUNG: 1}


def test_the_rest_of_a_share_is_protected() -> None:
    """97 of 100 tells that there are three others."""
    share = rate(id="share", unit="percent")
    table = figures(seen_rate("share", 97, 100), indicators=(share,))
    printed, hidden = Publication(table, frozenset({0})), Publication(table, frozenset())
    assert found(printed) == {"share ZZ0000001 calendar_year 2024 rest": 1}
    assert not found(hidden)


def test_a_total_that_may_stand_in_another_table_is_known() -> None:
    """Parts without a total: one hidden part follows, if somebody has the total."""
    parts = figures(seen_count("plans", 3, age="young"), seen_count("plans", 40, age="older"))
    assert found(without(parts, "young")) == {YOUNG: 1}


def test_published_totals_are_not_protected() -> None:
    """Where the policy says so, neither is what follows from them alone."""
    policy = POLICIES["published-figures"]
    given = figures(seen_count("plans", 3))
    assert found(Publication(given, frozenset({0})), policy=policy)
    table = attrs.evolve(
        given,
        indicators=(count("plans", series_status="published"),),
        observations=attrs.evolve(
            given.observations, release=type(given.observations.release).of_one("r", 1)
        ),
    )
    assert not found(Publication(table, frozenset({0})), policy=policy)


def test_what_disclosure_control_shows_passes() -> None:
    """Each table that it makes: no small count is found."""
    for young, older, oldest in ((3, 1, 1), (3, 3, 40), (4, 0, 9), (1, 2, 5)):
        given = ages(young + older + oldest, young, older, oldest)
        shown = disclose(given, CAUTIOUS)
        rows = frozenset(row for row in range(len(given)) if not shown.hidden[row])
        assert not audit((Publication(given, rows),), CAUTIOUS).unexpected


def test_a_program_that_takes_too_long_is_reported() -> None:
    """Nothing is said of the count, and nothing is left out."""
    attacker = Attacker([(0, 1, 2)], {0: 63}, {1: 1, 2: 1}, solver())
    assert attacker.values([1], 3, {1: 3, 2: 60}) == {}
    stopped = SimpleNamespace(
        **{name: getattr(solver(), name) for name in ("Highs", "kHighsInf", "HighsVarType")},
        HighsModelStatus=SimpleNamespace(kOptimal="another"),
    )
    slow = attrs.evolve(attacker, highs=stopped)
    assert slow.values([1], 3, {1: 3, 2: 60}) == {1: None}


def test_counts_without_relations_are_not_solved() -> None:
    """A hidden count that nothing is said of may be anything from 1."""
    attacker = Attacker([], {0: 7}, {1: 1, 2: 1}, solver())
    assert attacker.values([1], 3, {1: 3, 2: 9}) == {}


def test_the_solver_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to install."""
    monkeypatch.setitem(sys.modules, "highspy", None)
    with pytest.raises(LibraryMissing, match=r"highspy is not installed: .*sendframe\[audit\]"):
        audit((without(ages(), "young"),), CAUTIOUS)


def test_what_could_not_be_decided_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the text of its cell."""
    monkeypatch.setattr(Attacker, "values", lambda _self, cells, *_rest: dict.fromkeys(cells))
    result = audit((without(ages(), "young"),), CAUTIOUS)
    assert result.undecided == (YOUNG,)
    assert result.narrow == ()
