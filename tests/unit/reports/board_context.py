"""What sections of a board's report are built from, for small made-up portfolios."""

from datetime import date

from sendframe.disclosure import POLICIES
from sendframe.evaluation import EvaluationCatalogue, NoCatalogue
from sendframe.model import (
    Action,
    ActionRegister,
    Day,
    Document,
    Month,
    Portfolio,
    Profile,
    ProfileSection,
    RatingScale,
    Responsible,
    ScaleValue,
    Status,
    Strategy,
)
from sendframe.reports._context import BuildContext
from tests.evaluating import disclosed
from tests.unit.conftest import AREA, rate, small, text

DAY = date(2026, 1, 31)
NOTHING = NoCatalogue()
HEAD = (Responsible(role="head of help"),)
PROFILE = Profile(
    id="board",
    title=text("report"),
    audience="board",
    sections=(ProfileSection(id="s", kind="summary", title=text("Summary")),),
)
SECTION = PROFILE.sections[0]
SCALE = RatingScale(
    id="delivery",
    title=text("Is it done?"),
    ordered=False,
    values=(
        ScaleValue(id="not-begun", name="Not begun", shape="bar", progress="not_started"),
        ScaleValue(id="on-track", name="On track", shape="circle", progress="under_way"),
        ScaleValue(id="behind", name="Behind", shape="triangle", progress="under_way"),
        ScaleValue(id="done", name="Done", shape="square", progress="complete"),
        ScaleValue(id="stopped", name="Stopped", shape="cross", progress="stopped"),
    ),
)
IMPACT = RatingScale(
    id="impact",
    title=text("Does it help?"),
    ordered=True,
    values=(
        ScaleValue(id="none", name="No difference", order=1),
        ScaleValue(id="clear", name="Clear difference", order=2),
    ),
)


def day(year: int, month: int, number: int) -> Day:
    """Return a day."""
    return Day(on=date(year, month, number))


def action(id_: str, delivery: str | None = None, **more: object) -> Action:
    """Return an action that the head of help leads."""
    status = Status(value=delivery, on=Month(year=2025, month=12)) if delivery else None
    fields = {"title": text(f"The {id_}"), "action_leads": HEAD, "delivery": status, **more}
    return Action(id=id_, **fields)


def plan(id_: str = "plan", **more: object) -> Strategy:
    """Return a plan."""
    fields = {"title": text(f"The {id_}"), "kind": "strategy", "area": AREA, "status": "adopted"}
    return Strategy(id=id_, **{**fields, **more})


def register(*actions: Action) -> ActionRegister:
    """Return a register of actions with both scales."""
    return ActionRegister(
        id="actions",
        title=text("Actions"),
        delivery_scale=SCALE,
        impact_scale=IMPACT,
        actions=actions,
    )


def context_of(
    portfolio: Portfolio,
    *,
    as_at: date = DAY,
    catalogue: EvaluationCatalogue = NOTHING,
    profile: Profile = PROFILE,
    beside: tuple[str, ...] = (),
) -> BuildContext:
    """Return the context of a portfolio."""
    policy = POLICIES["published-figures"]
    shown = disclosed(portfolio, policy, as_at=as_at, catalogue=catalogue)
    return BuildContext(shown, profile, beside=beside)


def context(*documents: Document, **manifest: object) -> BuildContext:
    """Return the context of a portfolio of documents without figures."""
    return context_of(small(rate(), documents=documents, **manifest))
