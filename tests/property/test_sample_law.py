"""The law of samples: from people who chose themselves nothing is worked out, whatever they said."""

from hypothesis import given
from hypothesis import strategies as st

from sendframe.model import Sample
from tests.unit.conftest import seen
from tests.unit.evaluation.test_sample import survey, told

SHARES = st.lists(st.integers(0, 100), min_size=1, max_size=5)


@given(SHARES, st.booleans(), st.integers(0, 10_000) | st.none())
def test_a_self_selecting_sample_bears_nothing(
    shares: list[int], dated: bool, size: int | None
) -> None:
    """Whatever the figures, the size and the periods: no change, trend, benchmark or score."""
    years = range(2024 - len(shares) + 1, 2025)
    rows = [seen(year, top, 100) for year, top in zip(years, shares, strict=True)]
    sample = Sample(size=size, how_selected="whoever came", self_selecting=True)
    evidence = [survey(year, sample) for year in years] if dated else [survey(None, sample)]
    found = told(*evidence, rows=tuple(rows))
    assert found.latest is not None
    assert found.not_compared is not None
    assert (found.change, found.trend, found.comparisons, found.scores) == (None, None, (), ())
    assert {each.reason for each in found.refusals} == {found.not_compared}
