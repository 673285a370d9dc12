"""What the fictional example says in words is what its figures say, and is easy where it must be."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from sendframe.model import Evidence, EvidenceRegister, Strategy
from tests.meta.wyeford_walk import EXAMPLE, example, texts

MOST_WORDS = 15
PAIR = re.compile(r"\b([0-9]+) (?:of(?: the)?|out of) ([0-9]+)\b")


def _pairs(text: str) -> set[tuple[int, int]]:
    return {(int(one), int(two)) for one, two in PAIR.findall(text)}


@cache
def _observed() -> frozenset[tuple[int, int]]:
    """Return what was counted, of what, in every figure of the area."""
    return frozenset(
        (int(each.numerator), int(each.denominator))
        for each in example().observations
        if each.area == "ZZ0000001" and each.numerator is not None and each.denominator is not None
    )


def _evidence() -> Iterator[Evidence]:
    return (each for register in example().of(EvidenceRegister) for each in register.evidence)


def test_evidence_says_what_the_figures_say() -> None:
    """Counts in a piece of evidence about an indicator are those of its period."""
    looked_at = 0
    for each in _evidence():
        for indicator in each.indicators:
            figures = {
                (row.numerator, row.denominator)
                for row in example().observations
                if (row.indicator, row.period) == (indicator, each.period)
                and row.area == "ZZ0000001"
            }
            assert figures, each.id
            said = _pairs(str(each.summary))
            assert said <= figures, each.id
            looked_at += bool(said)
    assert looked_at >= 7


def test_samples_and_summaries_agree() -> None:
    """Where a summary counts some of a sample, the sample has that size."""
    for each in _evidence():
        if each.sample and each.sample.size is not None and each.summary and not each.indicators:
            for _, total in _pairs(str(each.summary)):
                assert total == each.sample.size, each.id


def test_counts_in_the_editions_are_those_of_figures_and_evidence() -> None:
    """Whoever reads "131 of 196" finds it in the figures, or in the evidence that was counted."""
    known = set(_observed())
    known |= {pair for each in _evidence() for pair in _pairs(str(each.summary))}
    rounded = {(round(100 * one / two), 100) for one, two in known}
    said = {
        (pair, path)
        for text, path in texts()
        if path.startswith("wyeford-sef-")
        for words in (text.default, *(each.text for each in text.variants.values()))
        for pair in _pairs(words)
    }
    assert len(said) > 10
    assert {path for pair, path in said if pair not in known | rounded} == set()


def test_words_for_young_people_are_as_exact_as_the_figures() -> None:
    """What is said "out of 100" is the share in the statement it simplifies, rounded."""
    looked_at = 0
    for text, path in texts():
        shares = {round(100 * one / two) for one, two in _pairs(text.default)}
        for variant in text.variants.values():
            hundred = {one for one, two in _pairs(variant.text) if two == 100}
            if hundred and shares and 100 not in {two for _, two in _pairs(text.default)}:
                assert hundred <= shares, path
                looked_at += 1
    assert looked_at >= 3


def test_the_readme_tells_the_same_figures() -> None:
    """Each count of the example's own page stands in its figures."""
    page = (EXAMPLE / "README.md").read_text(encoding="utf-8")
    story = page.split("## The story in the figures")[1]
    assert len(_pairs(story)) >= 5
    assert _pairs(story) <= _observed()


def test_a_baseline_is_the_figure_of_its_period() -> None:
    """A measure starts from the figure that its indicator has for that period."""
    looked_at = 0
    for plan in example().of(Strategy):
        for measure in plan.measures:
            start = measure.baseline
            if start is None or start.value is None or not measure.indicators:
                continue
            figures = [
                row.value
                for row in example().observations
                if (row.indicator, row.area) == (measure.indicators[0], "ZZ0000001")
                and row.period == start.period
                and row.value is not None
            ]
            assert any(abs(each - start.value) < 0.06 for each in figures), measure.id
            looked_at += 1
    assert looked_at >= 4


def test_a_rate_is_its_numerator_by_its_denominator() -> None:
    """Each figure with counts is what these give, and parts of a whole add up to it."""
    factors = {each.id: each.factor for each in example().indicators().values()}
    totals: dict[tuple[object, ...], float] = {}
    wholes: dict[tuple[object, ...], float] = {}
    for row in example().observations:
        factor = factors[row.indicator]
        if row.value is not None and row.numerator is not None and factor is not None:
            assert row.denominator
            assert row.value == pytest.approx(factor * row.numerator / row.denominator)
        key = (row.indicator, row.area, row.period)
        if row.value is not None and row.dimensions:
            part = (*key, *row.dimensions)
            totals[part] = totals.get(part, 0) + row.value
        elif row.value is not None:
            wholes[key] = row.value
    assert len(totals) == 2
    assert all(wholes[key[:3]] == total for key, total in totals.items())


def _easy() -> list[tuple[str, str, bool]]:
    return [
        (path, variant.text, bool(variant.checks))
        for text, path in texts()
        for name, variant in text.variants.items()
        if name in {"friendly", "young-people"}
    ]


def test_easy_words_come_in_short_sentences() -> None:
    """No sentence that is written for young people or families has more than fifteen words."""
    for path, words, _ in _easy():
        for sentence in re.split(r"[.?!]", words):
            assert len(sentence.split()) <= MOST_WORDS, path


def test_most_easy_words_were_checked_with_readers_and_some_were_not() -> None:
    """Both are there, so that reports can show a check, and that there was none."""
    checked = [each for _, _, each in _easy()]
    assert checked.count(True) > 60
    assert 5 <= checked.count(False) < checked.count(True)
