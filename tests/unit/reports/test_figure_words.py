"""Words about one figure: its change, its counts, others, its target, and its place."""

from datetime import date

import attrs
import pytest

from sendframe.model import (
    AreaName,
    CalendarYear,
    ComparatorSet,
    DateInWords,
    IndicatorSet,
    LocalArea,
    Observation,
    Snapshot,
    Source,
    StatutoryStandard,
    TargetPosition,
)
from sendframe.reports import Paragraph, Sentence
from sendframe.reports._context import BuildContext
from sendframe.reports._figure_words import (
    change_text,
    companion_changes,
    country_comparison,
    country_sentence,
    duty_level,
    from_sentence,
    is_behind,
    moved_from,
    near_comparison,
    newer_sentence,
    place_among,
    target_sentence,
    who_is_counted,
)
from sendframe.reports._links import annex_link, link_to
from sendframe.reports._movement import movements
from sendframe.reports._report_model import Link
from sendframe.reports._section import section_of
from tests.unit.conftest import AREA, COUNTRY, rate, seen, small, text
from tests.unit.reports.board_context import SECTION, context, context_of

NEAR = ("ZZ0000011", "ZZ0000012", "ZZ0000013")
HOME = LocalArea(
    id="wyeford",
    code=AREA,
    names=(AreaName(source="nobody", name="Wyeford"),),
    country=COUNTRY,
    fictional=True,
)
COUNTRY_SET = ComparatorSet(
    id="country", title=text("Ardenia"), kind="country", areas=(COUNTRY,), method="single"
)
NEAR_SET = ComparatorSet(
    id="near", title=text("Areas like ours"), kind="neighbours", areas=NEAR, method="mean"
)


def held(*rows, country: bool = True, **changes) -> BuildContext:
    """Return the context of a rate with a country and three areas like it."""
    area = HOME if country else HOME.changed(country=None)
    portfolio = small(rate(**changes), *rows, area=area, comparator_sets=(COUNTRY_SET, NEAR_SET))
    return context_of(portfolio)


def words(context: BuildContext) -> str:
    """Return where the figure comes from."""
    return from_sentence(context.results["rate"])


def test_where_a_figure_comes_from() -> None:
    """The figure before with its period, and both counts."""
    found = held(seen(2023, 222, 288), seen(2024, 225, 333))
    assert words(found) == "From 77.1% in 2023. 225 of 333, after 222 of 288."
    before = moved_from(found.results["rate"])
    assert before is not None
    assert before.period == CalendarYear(year=2023)
    assert change_text(found.results["rate"]) == "\N{MINUS SIGN}9.5 points"


def test_one_figure_has_only_its_counts_and_period() -> None:
    """Without a figure before, and without counts."""
    assert words(held(seen(2024, 225, 333))) == "225 of 333, 2024."
    assert words(held(seen(2024, None, None, value=50.0), counts_of="things")) == "2024."
    assert words(held()) == ""
    assert change_text(held(seen(2024, 225, 333)).results["rate"]) == ""
    assert moved_from(held(seen(2024, 225, 333)).results["rate"]) is None


def test_counts_that_are_missing_are_left_out() -> None:
    """Only those of the latest figure, or neither."""
    bare = seen(2023, None, None, value=50.0)
    later = seen(2024, None, None, value=75.0)
    things = {"counts_of": "things"}
    assert words(held(bare, seen(2024, 30, 40), **things)) == "From 50.0% in 2023. 30 of 40."
    assert words(held(bare, later, **things)) == "From 50.0% in 2023."


def test_a_day_has_its_own_preposition() -> None:
    """A period is named as it stands in a sentence."""
    rows = (
        seen(2023, 10, 40, period=Snapshot(on=date(2024, 1, 18))),
        seen(2024, 30, 40, period=Snapshot(on=date(2025, 1, 16))),
    )
    assert words(held(*rows)).startswith("From 25.0% on 18 January 2024.")


def test_changes_have_a_sign() -> None:
    """A rise has a plus; no change says so; a count has no points."""
    rise, same = (
        held(seen(2023, 10, 40), seen(2024, 30, 40)),
        held(seen(2023, 10, 40), seen(2024, 10, 40)),
    )
    assert change_text(rise.results["rate"]) == "+50.0 points"
    assert change_text(same.results["rate"]) == "no change"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (60, 50, "Ardenia fell too, from 60.0% to 50.0%."),
        (50, 60, "Ardenia rose, from 50.0% to 60.0%."),
        (50, 50, "Ardenia: 50.0%."),
    ],
)
def test_the_country_moved_too(first: int, second: int, expected: str) -> None:
    """Where both moved the same way it says so; an unchanged country is only named."""
    rows = (
        seen(2023, 30, 40), seen(2024, 10, 40),
        seen(2023, first, 100, area=COUNTRY), seen(2024, second, 100, area=COUNTRY),
    )  # fmt: skip
    found = held(*rows)
    sentence = country_sentence(found, found.results["rate"])
    assert sentence is not None
    assert sentence.text == expected
    assert sentence.facts


def test_without_a_figure_of_the_country_nothing_is_said() -> None:
    """Neither where the area names no country, nor where that has no figure."""
    rows = (seen(2024, 10, 40), seen(2024, 50, 100, area=COUNTRY))
    nowhere, alone = held(*rows, country=False), held(rows[0])
    for found in (nowhere, alone):
        assert country_comparison(found, found.results["rate"]) is None
        assert country_sentence(found, found.results["rate"]) is None
    single = held(*rows)
    only = country_sentence(single, single.results["rate"])
    assert only is not None
    assert only.text == "Ardenia: 50.0%."
    assert near_comparison(single, single.results["rate"]) is None


def among(*tops: int, own: int = 20, **changes: object) -> BuildContext:
    """Return the context of a rate among areas with so many of forty."""
    rows = [seen(2024, top, 40, area=area) for top, area in zip(tops, NEAR, strict=False)]
    return held(seen(2024, own, 40), *rows, **changes)


def test_a_place_counts_from_the_best() -> None:
    """Higher is better, or lower; the area itself is one of those counted."""
    found = among(10, 30, 34)
    place = place_among(found, found.results["rate"])
    assert place is not None
    assert (place.place, place.of, place.is_worst) == (3, 4, False)
    lower = among(10, 15, 18, direction="lower")
    worst = place_among(lower, lower.results["rate"])
    assert worst is not None
    assert worst.is_worst


def test_a_place_needs_three_others_and_a_direction() -> None:
    """With two others, without a direction, and without a figure there is none."""
    for found in (among(10, 30), among(10, 30, 34, direction="neutral"), held()):
        assert place_among(found, found.results["rate"]) is None


def test_the_worst_of_its_group_is_to_be_watched() -> None:
    """Although it got better, and where it did not move."""
    for before, expected in ((5, "watch"), (8, "watch")):
        rows = [
            seen(2024, top, 40, area=area) for top, area in zip((10, 30, 34), NEAR, strict=True)
        ]
        found = held(seen(2023, before, 40), seen(2024, 8, 40), *rows)
        assert [r.indicator for r in getattr(movements(found), expected)] == ["rate"]


def target(**more: object) -> TargetPosition:
    """Return a target of three quarters."""
    return TargetPosition(**{"measure": "m", "statement": "75% or more", "fact": "f", **more})


def test_a_target_never_stands_alone_beside_a_duty() -> None:
    """The law first, then the step to it; a date in words stands in brackets."""
    due = CalendarYear(year=2026)
    assert target_sentence(target(due=due)) == "Target: 75% or more by 2026."
    assert target_sentence(target()) == "Target: 75% or more."
    assert (
        target_sentence(target(due=DateInWords(text="ongoing"))) == "Target: 75% or more (ongoing)."
    )
    assert target_sentence(target(due=due), "all") == "The law: all. Our step: 75% or more by 2026."
    capital = target(statement="As good as Ardenia")
    assert target_sentence(capital) == "Target: as good as Ardenia."


@pytest.mark.parametrize(("level", "expected"), [(100.0, "all"), (90.0, "90.0%"), (None, "")])
def test_a_duty_of_all_is_a_word(level: float | None, expected: str) -> None:
    """Another level is a figure; a duty without a level has none."""
    law = StatutoryStandard(statement=text("All."), source=Source(title="A law"), level=level)
    found = held(seen(2024, 10, 40), statutory_standard=law)
    assert duty_level(found, found.results["rate"]) == expected
    bare = held(seen(2024, 10, 40))
    assert duty_level(bare, bare.results["rate"]) == ""


def test_counts_are_named_with_their_changes() -> None:
    """Counts of the same period only; without a change, without brackets."""
    kind = {
        "unit": "count",
        "unit_text": None,
        "factor": None,
        "direction": "neutral",
        "decimals": 0,
    }
    names = ("issued", "late", "old", "none", "rate2")
    indicators = [rate(id=name, title=text(f"Plans {name}"), **kind) for name in names[:4]]
    indicators.append(rate(id="rate2"))
    rows = [
        seen(2024, 10, 40),
        *(
            seen(year, None, None, indicator="issued", value=value)
            for year, value in ((2023, 30.0), (2024, 40.0))
        ),
        seen(2024, None, None, indicator="late", value=30.0),
        seen(2022, None, None, indicator="old", value=30.0),
        seen(2024, 1, 2, indicator="rate2"),
    ]
    others = IndicatorSet(id="others", title=text("Others"), indicators=tuple(indicators))
    shown_with = (*names, "unknown")
    found = context_of(small(rate(shown_with=shown_with), *rows, documents=(others,)))
    companions = tuple(companion_changes(found, found.results["rate"]))
    assert all(companion.facts for companion in companions)
    assert [companion.text for companion in companions] == [
        "plans issued 40 (+10)",
        "plans late 30",
    ]


def test_no_count_is_behind_a_rate_without_counts() -> None:
    """What the publisher gives as a percentage alone has no numerator to be read with."""
    found = context_of(small(rate(), seen(2024, 10, 40))).results["rate"]
    assert found.latest is not None
    alone = found.changed(latest=found.latest.changed(numerator=None))
    assert not is_behind(found, alone)


def test_links_lead_only_into_reports_made_together() -> None:
    """Without an annex there is nothing to lead to."""
    alone = context()
    both = attrs.evolve(alone, beside=("board", "annex"))
    assert annex_link(alone, "rate") is None
    assert annex_link(both, "rate") == Link("indicators-rate", "annex")
    assert link_to(both, "board") == Link("", "board")


def test_a_section_has_the_introduction_of_its_profile() -> None:
    """It stands first, in small words; without blocks there is no section."""
    found = context()
    block = Paragraph((Sentence("It rained."),))
    assert section_of(found, SECTION, []) is None
    plain = section_of(found, SECTION, [block])
    assert plain is not None
    assert (plain.title, plain.blocks) == ("Summary", (block,))
    introduced = section_of(
        found, SECTION.changed(introduction=text("Read this.")), [block], title="Another"
    )
    assert introduced is not None
    assert introduced.title == "Another"
    assert introduced.blocks == (Paragraph((Sentence("Read this."),), "note"), block)


def test_newer_figures_that_are_not_shown_have_their_reason() -> None:
    """It is hidden, has another meaning, contradicts itself, has no rate, or is missing."""

    def told(*newer: Observation) -> str:
        found = held(seen(2022, 30, 40), *newer)
        sentence = newer_sentence(found, found.results["rate"], found.results["rate"].points[0])
        return sentence.text if sentence else ""

    last = " This one is for 2022."
    assert told() == ""
    assert told(seen(2023, None, None, symbol="x")) == (
        f"The figure for 2023 is not shown (not available).{last}"
    )
    assert told(seen(2023, 50, 40)).startswith("The figure for 2023 is not shown (")
    assert (
        told(seen(2023, 0, 0, symbol="x"))
        == f"The figure for 2023 is not shown (there is no rate).{last}"
    )
    both = (seen(2023, None, None, symbol="x"), seen(2024, None, None, symbol="q"))
    assert told(*both) == f"The figures for 2023 and 2024 are missing.{last}"
    without = held()
    assert newer_sentence(without, without.results["rate"]) is None


def test_who_is_counted_is_what_the_indicator_says() -> None:
    """Its denominator, or who its figures are about; otherwise nothing."""
    assert who_is_counted(rate()) == "plans issued"
    plan_holders = rate(denominator=None, who_is_in_it="with-a-plan")
    assert who_is_counted(plan_holders) == "children and young people with an EHC plan"
    assert who_is_counted(rate(denominator=None)) == ""
