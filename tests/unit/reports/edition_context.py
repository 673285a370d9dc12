"""What sections of a self-evaluation are built from, for a small made-up area that tests vary."""

from datetime import date

from sendframe.disclosure import POLICIES
from sendframe.evaluation import NoCatalogue
from sendframe.model import (
    CalendarYear,
    Day,
    Document,
    Evidence,
    EvidenceRegister,
    Indicator,
    Observation,
    Profile,
    ProfileSection,
    SelfEvaluation,
    Stance,
)
from sendframe.reports import BuildContext
from tests.evaluating import disclosed
from tests.unit.conftest import rate, seen, small, text
from tests.unit.reports.two_editions import AUTUMN, BOARD, CRITERIA

AS_AT = date(2026, 1, 31)
CUT_OFF = date(2025, 10, 31)
FIGURES = (seen(2023, 20, 40), seen(2024, 30, 40))


def build_context(
    *documents: Document,
    as_at: date = AS_AT,
    indicator: Indicator | None = None,
    figures: tuple[Observation, ...] = FIGURES,
    public: bool = True,
    kinds: tuple[str, ...] = ("sef-criteria",),
) -> BuildContext:
    """Return the context of a report of the profile ``sef-update``."""
    portfolio = small(indicator or rate(), *figures, documents=documents)
    profile = Profile(
        id="sef-update",
        title=text("update"),
        audience="public",
        public=public,
        sections=tuple(ProfileSection(id=kind, kind=kind, title=text(kind)) for kind in kinds),
    )
    policy = POLICIES["published-figures"]
    return BuildContext(disclosed(portfolio, policy, as_at=as_at, catalogue=NoCatalogue()), profile)


def edition(*entries: object, **more: object) -> SelfEvaluation:
    """Return the only edition, with its entries."""
    given = {"entries": entries, "steps": (), "previous": None, **more}
    return AUTUMN.changed(**given)


def about(edition: SelfEvaluation, *documents: Document, **more: object) -> BuildContext:
    """Return the context of an edition with its criteria and bodies."""
    return build_context(edition, CRITERIA, BOARD, *documents, **more)  # type: ignore[arg-type]  # fields by name


def evidence(id_: str, side: str = "neither", **more: object) -> Evidence:
    """Return a published piece of evidence about the first criterion."""
    stances = (Stance(claim="q1", side=side),)  # type: ignore[arg-type]  # fields by name
    return Evidence(
        **{
            "id": id_,
            "kind": "document",
            "title": text(f"Paper {id_}"),
            "on": Day(on=CUT_OFF),
            "publishable": True,
            "stances": stances,
            **more,
        }
    )


def figures_of(year: int = 2024, **more: object) -> Evidence:
    """Return evidence that names the rate of a year."""
    return evidence("figures", indicators=("rate",), period=CalendarYear(year=year), **more)


def register(*items: Evidence, **more: object) -> EvidenceRegister:
    """Return a register of evidence."""
    return EvidenceRegister(id="evidence", title=text("Evidence"), evidence=items, **more)  # type: ignore[arg-type]  # fields by name
