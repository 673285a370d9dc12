"""The figures of a portfolio that was made in Python."""

import attrs

from sendframe.model import Input, Observations, ObservationSet, Origin
from tests.unit.conftest import rate, seen, small, text


def test_figures_are_those_of_the_observation_sets() -> None:
    """They come in the order of the documents, each with its place there; others may be given."""
    sets = (
        ObservationSet(id="a", title=text("A"), observations=(seen(2023, 1, 2), seen(2024, 1, 2))),
        ObservationSet(id="b", title=text("B"), observations=(seen(2025, 3, 4),)),
    )
    made = small(rate(), documents=sets)
    manifest = made.manifest.changed(documents=("a.json", "b.json"))
    portfolio = type(made)(manifest=manifest, documents=sets)
    assert [each.period.year for each in portfolio.observations] == [2023, 2024, 2025]
    assert [portfolio.observations.origin(row) for row in range(3)] == [
        Origin("a.json", entry=1),
        Origin("a.json", entry=2),
        Origin("b.json", entry=1),
    ]
    assert len(attrs.evolve(portfolio, observations=Observations()).observations) == 0


def test_a_document_without_a_path_has_figures_too() -> None:
    """The manifest may name fewer files than there are documents, until it is validated."""
    figures = ObservationSet(id="a", title=text("A"), observations=(seen(2023, 1, 2),))
    made = small(rate())
    portfolio = type(made)(manifest=made.manifest.changed(documents=()), documents=(figures,))
    assert portfolio.observations.origin(0) == Origin(None, entry=1)


def test_files_do_not_count_in_a_comparison() -> None:
    """What was read from files is equal to the same made in Python."""
    made = small(rate(), seen(2024, 3, 4))
    read = attrs.evolve(made, inputs=(Input(path="a.json", sha256="0" * 64, form="raw"),))
    assert read == made
    assert hash(read) == hash(made)
