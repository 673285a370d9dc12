"""Compare two releases of a series: revised figures, and their effect on scores."""

from collections.abc import Container, Iterable
from datetime import date

import attrs

from sendframe.editions import OneSided, Revision, find_revisions, one_sided
from sendframe.errors import PluginFailure, UnknownName
from sendframe.evaluation import ScoreChange, replace_figures, score_changes
from sendframe.model import (
    Observations,
    Portfolio,
    Release,
    accepted_on,
    known_by,
    short_repr,
)
from sendframe.plugins import Catalogue

from ._evaluation import evaluate, failures_of
from ._imported_faults import defined_indicators

__all__ = ["RevisionResult", "revisions"]


@attrs.frozen
class RevisionResult:
    """The differences between two releases.

    Attributes:
        revisions: Figures that were restated, withdrawn, relabelled or added.
        effects: Scores and refusals of the area that differ; None if no portfolio was given. They
            are internal: no disclosure control is applied.
        late: Releases that were published after the day of the evaluation, so that their figures
            were not used; sorted by id.
        failures: The failures of plug-ins in the evaluations.
        missing: Missing plug-ins and data of the portfolio, a sentence each.
        not_compared: Areas and breakdowns that only one of the releases covers.
    """

    __repr__ = short_repr

    revisions: tuple[Revision, ...]
    effects: tuple[ScoreChange, ...] | None = None
    late: tuple[Release, ...] = ()
    failures: tuple[PluginFailure, ...] = ()
    missing: tuple[str, ...] = ()
    not_compared: tuple[OneSided, ...] = ()


def revisions(  # noqa: PLR0913  # keyword arguments
    old: Observations,
    new: Observations,
    *,
    portfolio: Portfolio | None = None,
    as_at: date | None = None,
    catalogue: Catalogue | None = None,
    area: str | None = None,
    indicator: str | None = None,
) -> RevisionResult:
    """Return the revisions of figures between two releases, and their effect on scores.

    Args:
        old: The older release.
        new: The newer release.
        portfolio: An area whose scores are compared: evaluated with the figures of *old* and with
            those of *new*.
        as_at: The day of both evaluations; the portfolio's own ``as_at`` unless given.
        catalogue: The plug-ins that may run; those installed unless given.
        area: Code of the only area to compare; all unless given.
        indicator: Id of the only indicator to compare; all unless given.

    Raises:
        UnknownName: Neither release has that area or indicator.
        MissingDate: Neither the call nor the portfolio states the day.
    """
    areas = _known("area", area, (*old.area, *new.area))
    indicators = _known("indicator", indicator, (*old.indicator, *new.indicator))
    known = Catalogue.discover() if catalogue is None else catalogue
    defined = {each.id: each for each in defined_indicators(new, known.library)}
    if portfolio is not None:
        defined |= portfolio.indicators()
    found_revisions = find_revisions(
        old, new, indicators=indicators, areas=areas, definitions=defined.values()
    )
    not_compared = tuple(
        part
        for part in one_sided(old, new)
        if (areas is None or part.kind != "area" or part.name in areas)
        and (indicators is None or part.indicator is None or part.indicator in indicators)
    )
    if portfolio is None:
        return RevisionResult(found_revisions, not_compared=not_compared)
    tables = (old, new)
    before, after = (
        evaluate(
            portfolio,
            replace_figures(portfolio.observations, table, tables),
            as_at=as_at,
            catalogue=known,
        )
        for table in tables
    )
    effects = score_changes(before, after)
    if indicator is not None:
        effects = tuple(effect for effect in effects if effect.indicator == indicator)
    releases = {value.id: value for table in tables for value in table.releases.values()}
    late = (
        release
        for _, release in sorted(releases.items())
        if not known_by(release.published_on, after.as_at)
    )
    failures = (*failures_of(before), *failures_of(after))
    accepted = accepted_on(portfolio.manifest.accepted_exceptions, after.as_at)
    own = portfolio.observations.present_code(portfolio.manifest.area.code)
    return RevisionResult(
        tuple(
            _without_accepted(revision, accepted) if revision.area == own else revision
            for revision in found_revisions
        ),
        effects,
        tuple(late),
        tuple(dict.fromkeys(failures)),
        after.missing,
        not_compared,
    )


def _without_accepted(revision: Revision, accepted: Container[tuple[str, str | None]]) -> Revision:
    """Return a revision of an area without the doubts that it has accepted."""
    if not (revision.old_doubts or revision.new_doubts):
        return revision
    old, new = (
        tuple(
            code
            for code in doubts
            if (code, None) not in accepted and (code, revision.indicator) not in accepted
        )
        for doubts in (revision.old_doubts, revision.new_doubts)
    )
    return attrs.evolve(revision, old_doubts=old, new_doubts=new)


def _known(kind: str, name: str | None, known: Iterable[str]) -> tuple[str, ...] | None:
    if name is None:
        return None
    names = tuple(sorted(set(known)))
    if name not in names:
        raise UnknownName(kind, name, names)
    return (name,)
