"""Options that a portfolio chose for a check, as the class the check declared."""

from collections.abc import Iterator
from datetime import date

import attrs
import pytest

from sendframe.checks import Check, CheckContext
from sendframe.errors import Diagnostic
from sendframe.evaluation import NoCatalogue, Provided
from sendframe.evaluation._options import InvalidOptions, structure_options
from sendframe.model import Evaluation, FrozenMap, IndicatorSet, Json, NoOptions
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


@attrs.frozen
class WithDocument:
    """Options that take a document."""

    sets: IndicatorSet | None = None
    other: dict[str, str] = attrs.field(factory=dict)


def schema(kind: str) -> str:
    """Return the name of a schema."""
    return f"https://sendframe.example/schemas/v1/{kind}.schema.json"


def test_a_document_of_another_kind_is_refused_by_name() -> None:
    """Both kinds are named, since the wrong file was given."""
    wrong = FrozenMap({"$schema": schema("strategy"), "id": "plan"})
    with pytest.raises(
        InvalidOptions,
        match=r"^sets: this is a document of the kind 'strategy', and one of the kind "
        r"'indicator-set' is needed$",
    ):
        structure_options(WithDocument, FrozenMap({"sets": wrong}))


def test_a_document_of_the_right_kind_is_taken() -> None:
    """With the name of its schema, or without; where no document is wanted that is no option."""
    raw = {"id": "s", "title": FrozenMap({"default": "S"})}
    for more in ({}, {"$schema": schema("indicator-set")}):
        made = structure_options(WithDocument, FrozenMap({"sets": FrozenMap(raw | more)}))
        assert isinstance(made, WithDocument)
        assert made.sets is not None
        assert made.sets.id == "s"
    other = FrozenMap({"$schema": schema("strategy"), "a": "b"})
    assert structure_options(WithDocument, FrozenMap({"other": other})) == WithDocument(
        other={"a": "b"}
    )
