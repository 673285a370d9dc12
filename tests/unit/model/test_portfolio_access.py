"""Documents and their parts are looked up by class and id."""

import pickle

import attrs
import pytest

from sendframe.errors import UnknownId
from sendframe.model import (
    Action,
    ActionRegister,
    ComparatorSet,
    Document,
    FrozenMap,
    Manifest,
    Month,
    Observation,
    ObservationSet,
    Outcome,
    Portfolio,
    Priority,
    Strategy,
    SuccessCriterion,
    SymbolMeaning,
    Text,
    Value,
)
from sendframe.model._value_walk import values_of
from tests.unit.conftest import rate, seen, small


def text(words: str) -> Text:
    """Return a text."""
    return Text(default=words)


ACTIONS = ActionRegister(
    id="actions",
    title=text("Actions"),
    actions=(
        Action(
            id="open-clubs",
            title=text("Open clubs"),
            success_criteria=(SuccessCriterion(id="s1", statement=text("Two are open.")),),
        ),
        Action(id="train-staff", title=text("Train staff")),
    ),
)
STRATEGY = Strategy(
    id="plan",
    title=text("Plan"),
    kind="strategy",
    area="ZZ0000001",
    status="adopted",
    outcomes=(Outcome(id="o1", statement=text("I am heard.")),),
    priorities=(
        Priority(
            id="p1",
            order=1,
            statement=text("Early help"),
            outcomes=(Outcome(id="o2", statement=text("I am helped.")),),
        ),
    ),
)


@pytest.fixture
def portfolio() -> Portfolio:
    """Return a portfolio of a plan, actions and figures."""
    base = small(rate(), seen(2024, 1, 2))
    return attrs.evolve(base, documents=(*base.documents, ACTIONS, STRATEGY))


def test_a_part_is_found_by_its_class_and_id_wherever_it_stands(portfolio: Portfolio) -> None:
    """It is the value itself; a document is found like a part."""
    assert portfolio.get(Action, "open-clubs") is ACTIONS.actions[0]
    assert portfolio.get(SuccessCriterion, "s1") is ACTIONS.actions[0].success_criteria[0]
    assert portfolio.get(Outcome, "o2") is STRATEGY.priorities[0].outcomes[0]
    assert portfolio.get(Strategy, "plan") is STRATEGY


def test_all_of_a_class_are_in_the_order_of_the_documents(portfolio: Portfolio) -> None:
    """Parts of parts are among them, and parts of the manifest."""
    assert [action.id for action in portfolio.of(Action)] == ["open-clubs", "train-staff"]
    assert {outcome.id for outcome in portfolio.of(Outcome)} == {"o1", "o2"}
    assert list(portfolio.of(ComparatorSet)) == list(portfolio.manifest.comparator_sets)
    assert list(portfolio.of(Document)) == list(portfolio.documents)
    assert list(portfolio.of(Manifest)) == []


def test_an_unknown_id_has_the_nearest(portfolio: Portfolio) -> None:
    """Of the same class only; where none is near, none is named."""
    with pytest.raises(UnknownId) as caught:
        portfolio.get(Action, "open-club")
    assert (caught.value.kind, caught.value.near) == ("Action", "open-clubs")
    assert str(caught.value) == "no Action has the id 'open-club'; did you mean 'open-clubs'?"
    with pytest.raises(UnknownId, match=r"no Action has the id 'plan'$"):
        portfolio.get(Action, "plan")


@pytest.mark.parametrize(
    ("cls", "message"),
    [
        ("action", r"of\(\) needs a class of documents or their parts, not str"),
        (Portfolio, r"of\(\) needs a class of documents or their parts, not Portfolio"),
        (Observation, r"of\(\) needs a class of documents or their parts, not Observation"),
        (Month, r"get\(\) needs a class whose values have an id, not Month"),
    ],
)
def test_what_has_no_id_is_refused(portfolio: Portfolio, cls: type[Value], message: str) -> None:
    """Figures are in a table of their own, and periods have no id."""
    with pytest.raises(TypeError, match=message):
        portfolio.get(cls, "x")


def test_what_was_looked_up_is_no_part_of_the_value(portfolio: Portfolio) -> None:
    """A portfolio stays equal to another one, and a changed one is searched anew."""
    other = attrs.evolve(portfolio)
    portfolio.get(Action, "open-clubs")
    assert portfolio == other
    changed = attrs.evolve(portfolio, documents=(STRATEGY,))
    with pytest.raises(UnknownId):
        changed.get(Action, "open-clubs")
    assert pickle.loads(pickle.dumps(portfolio)) == portfolio


def test_values_are_found_by_the_types_of_fields() -> None:
    """A class that no field leads to is looked for in no field."""
    assert list(values_of(Month, STRATEGY)) == []
    assert [found.default for found in values_of(Text, ACTIONS.actions[1])] == ["Train staff"]
    assert list(values_of(Strategy, STRATEGY)) == [STRATEGY]
    hidden = SymbolMeaning(kind="suppressed", meaning="few people")
    figures = ObservationSet(id="figures", title=text("Figures"), symbols=FrozenMap({"c": hidden}))
    assert list(values_of(SymbolMeaning, figures)) == [hidden]
