"""Small documents to be compared, and what is said of two of them."""

from datetime import date

from sendframe.editions import Difference, Titles, diff_documents, sentence
from sendframe.model import (
    Action,
    ActionRegister,
    CriterionEntry,
    Judgement,
    SelfEvaluation,
    Strategy,
)
from tests.unit.conftest import AREA, text


def strategy(**fields: object) -> Strategy:
    """Return a small strategy."""
    given = {"id": "s", "title": text("Plan"), "kind": "strategy", "area": AREA, "status": "draft"}
    return Strategy(**{**given, **fields})


def actions(*found: Action) -> ActionRegister:
    """Return a register of actions."""
    return ActionRegister(id="a", title=text("Actions"), actions=found)


def action(**fields: object) -> Action:
    """Return an action."""
    return Action(**{"id": "clubs", "title": text("Open clubs"), **fields})


def edition(name: str, *entries: CriterionEntry, **fields: object) -> SelfEvaluation:
    """Return an edition of a self-evaluation."""
    return SelfEvaluation(
        **{
            "id": f"sef-{name}",
            "title": text(f"Self-evaluation, {name}"),
            "area": AREA,
            "edition": name,
            "criteria_sets": ("questions",),
            "entries": entries,
            **fields,
        }
    )


def judged(name: str, value: str, **fields: object) -> CriterionEntry:
    """Return an entry with a judgement."""
    given = {"id": f"j-{name}", "value": value, "by": "partnership", "on": date(2025, 4, 1)}
    judgement = Judgement(**{**given, **fields})
    return CriterionEntry(id=f"e-{name}", criterion="q1", judgement=judgement)


def only(found: tuple[Difference, ...]) -> Difference:
    """Return the one difference there is."""
    (one,) = found
    return one


def words(old: object, new: object, names: Titles | None = None) -> list[str]:
    """Return what is said of two documents."""
    return [sentence(each) for each in diff_documents(old, new, titles=names or {})]
