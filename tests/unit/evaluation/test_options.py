"""Options that a portfolio chose for a check, as the class the check declared."""

from collections.abc import Iterator
from datetime import date

import attrs
import pytest

from sendframe.checks import Check, CheckContext
from sendframe.errors import Diagnostic
from sendframe.evaluation import NoCatalogue, Provided
from sendframe.evaluation._options import InvalidOptions, structure_options
from sendframe.model import Evaluation, FrozenMap, Json, NoOptions
from tests.evaluating import evaluate
from tests.unit.conftest import rate, small


@attrs.frozen
class Words:
    """Options of a made-up check."""

    word: str = "seen"
    since: date = date(2026, 1, 1)
    most: int = attrs.field(default=3, validator=attrs.validators.le(5))


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Say the word that was chosen."""
    yield context.diagnostic(context.chosen(Words).word)


def evaluated(options: dict[str, Json]) -> Evaluation:
    """Return an evaluation with one check and its options."""
    check = Check("plug.say", "Say", "A manual.", run, options=Words)
    area = small(rate(), options=FrozenMap({"plug.say": FrozenMap(options)}))
    known = NoCatalogue(checks={"plug.say": Provided(check, "plug", "plug-dist", "1.0")})
    return evaluate(area, area.observations, as_at=date(2026, 1, 31), catalogue=known)


def test_a_check_is_told_its_options() -> None:
    """They stand under its id in portfolio.json."""
    assert [each.message for each in evaluated({"word": "heard"}).notices] == ["heard"]


def test_a_check_with_wrong_options_does_not_run() -> None:
    """It is a failure by name, which says what is wrong; others would run."""
    found = evaluated({"word": 3})
    assert found.notices == ()
    (failure,) = found.failures
    assert (failure.contribution, failure.phase) == ("plug.say", "options")
    assert failure.error_type == "word: expected str, found int"


def test_what_cannot_be_read_is_named_and_what_does_not_go_together_is_said_to() -> None:
    """Neither sentence repeats a value: a validator or a parser may have quoted it."""
    with pytest.raises(InvalidOptions, match=r"^since: this cannot be read$"):
        structure_options(Words, FrozenMap({"since": "2026-13-01"}))
    with pytest.raises(InvalidOptions, match=r"^they do not go together$"):
        structure_options(Words, FrozenMap({"most": 9}))


def test_a_class_without_options_takes_none() -> None:
    """An option for it is one too many."""
    assert structure_options(NoOptions, FrozenMap()) == NoOptions()
    with pytest.raises(InvalidOptions, match="there is no option 'a'; there are: none"):
        structure_options(NoOptions, FrozenMap({"a": 1}))


def test_a_check_asks_for_the_class_it_declared() -> None:
    """Another class is its own mistake, and fails by name."""
    check = Check("plug.say", "Say", "A manual.", run)  # declares no options, and asks for some
    area = small(rate())
    known = NoCatalogue(checks={"plug.say": Provided(check, "plug", "plug-dist", "1.0")})
    found = evaluate(area, area.observations, as_at=date(2026, 1, 31), catalogue=known)
    assert [each.error_type for each in found.failures] == ["TypeError"]
