"""Reports of small made-up portfolios, for the tests of what sections say."""

from collections.abc import Callable
from datetime import date

from sendframe.disclosure import POLICIES, DisclosedEvaluation
from sendframe.evaluation import NoCatalogue, PluginIsolation, Provided
from sendframe.model import (
    CalendarYear,
    Document,
    LevelTarget,
    Measure,
    Observation,
    Portfolio,
    Priority,
    Profile,
    ProfileSection,
    Refusal,
    RuleChoice,
    Score,
    Strategy,
)
from sendframe.plugins import Catalogue
from sendframe.reports import ReportModel, build
from sendframe.scoring import RuleKind, ScoringContext, ScoringRule
from tests.evaluating import disclosed
from tests.unit.conftest import AREA, rate, seen, small, text

DAY = date(2026, 1, 31)
CATALOGUE = Catalogue.discover(third_party=False)
BOARD = CATALOGUE.profiles["board"].record
NOTHING = NoCatalogue()


def report(
    portfolio: Portfolio,
    *kinds: str,
    catalogue: NoCatalogue | Catalogue = NOTHING,
    introduction: str | None = None,
    **profile: object,
) -> ReportModel:
    """Return a report with one section of each kind, whose heading is the kind."""
    chosen = tuple(
        ProfileSection(
            id=kind,
            kind=kind,
            title=text(kind),
            introduction=None if introduction is None else text(introduction),
        )
        for kind in kinds
    )
    made = Profile(
        **{
            "id": "board",
            "title": text("report"),
            "audience": "board",
            "sections": chosen,
            **profile,
        }
    )
    published = POLICIES["published-figures"]
    return built(disclosed(portfolio, published, as_at=DAY, catalogue=catalogue), made)


def built(shown: DisclosedEvaluation, profile: Profile, made_by: str = "") -> ReportModel:
    """Return the report of a profile with sendframe's own kinds of sections, none of which fails."""
    isolation = PluginIsolation(debug=True)
    model = build(shown, profile, CATALOGUE.sections, isolation=isolation, made_by=made_by)
    assert isolation.failures == []
    return model


def plan(id_: str = "plan", **more: object) -> Strategy:
    """Return a plan."""
    return Strategy(
        **{
            "id": id_,
            "title": text(f"The {id_}"),
            "kind": "strategy",
            "area": AREA,
            "status": "adopted",
            **more,
        }
    )


def priority(**more: object) -> Priority:
    """Return a priority."""
    return Priority(**{"id": "help", "order": 1, "statement": text("Earlier help."), **more})


def of(*documents: Document, **manifest: object) -> Portfolio:
    """Return a portfolio with two figures of a rate and other documents."""
    return small(rate(), seen(2023, 10, 40), seen(2024, 20, 40), documents=documents, **manifest)


def aiming(level: float) -> Strategy:
    """Return a plan by which the rate is to reach a level in 2026."""
    target = LevelTarget(level=level, due=CalendarYear(year=2026))
    measure = Measure(
        id="on-time", statement=text("More on time."), indicators=("rate",), target=target
    )
    return plan(measures=(measure,))


def scored_by(
    name: str,
    score: Callable[[ScoringContext], Score | Refusal],
    *rows: Observation,
    kind: RuleKind = "other",
    documents: tuple[Document, ...] = (),
) -> ReportModel:
    """Return the exceptions and what was not scored, with one rule of a plug-in."""
    rule = ScoringRule(name, "A rule", "A manual.", score, kind=kind)
    provided = Provided(rule, "plug", "plug-dist", "1.2")
    choices = (RuleChoice(indicator="rate", rule=name),)
    portfolio = small(rate(), *rows, documents=documents, rules=choices)
    catalogue = NoCatalogue(scoring_rules={name: provided})
    return report(portfolio, "exceptions", "not-scored", "overview", catalogue=catalogue)


# The whole.
