"""The one function that everything else is for."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from operator import itemgetter
from types import MappingProxyType
from typing import Any

from sendframe._version import __version__
from sendframe.checks import Check, CheckContext, ValueLocations
from sendframe.documents import unresolved_references
from sendframe.errors import Diagnostic, PluginFailure
from sendframe.figures import Figures
from sendframe.model import (
    AcceptedException,
    Discrepancy,
    Evaluation,
    FailureNote,
    IndicatorResult,
    Maker,
    Notice,
    Portfolio,
    RelatedPlace,
    SubjectResult,
    Text,
    expired_on,
)

from ._document_facts import DocumentFacts
from ._facts import FactBook
from ._indicator import IndicatorBuilder
from ._plugin_isolation import NotAccepted, PluginIsolation
from ._priority_results import SubjectBuilder
from ._protocol import EvaluationCatalogue, Provided
from ._subject_scoring import SubjectScorer

__all__ = ["evaluate_portfolio", "note_of"]


def evaluate_portfolio(
    portfolio: Portfolio,
    figures: Figures,
    *,
    catalogue: EvaluationCatalogue,
    debug: bool = False,
) -> Evaluation:
    """Evaluate a local area on one day.

    A pure function: the same arguments give the same result, and nothing else is read.

    Args:
        portfolio: The documents of the area.
        figures: The figures, as they were known on the day: all of them for an evaluation that
            stays inside, those that disclosure control lets through for one that is published.
        catalogue: The derived indicators, rules and checks that may run.
        debug: Whether the own message of a failing plug-in is printed to standard error.

    Returns:
        Facts with ids and sources; what is known for each indicator, priority and criterion;
        discrepancies; what was not scored and why.
    """
    as_at = figures.as_at
    book, isolation = FactBook(), PluginIsolation(debug=debug)
    locations = ValueLocations(portfolio)
    documents = DocumentFacts(locations, book)
    indicators = IndicatorBuilder(portfolio, figures, catalogue, book, isolation, documents).all()
    about = SubjectBuilder(portfolio, as_at, book, documents)
    known = about.all()
    subjects = SubjectScorer(portfolio, about.voices, as_at, catalogue, isolation).all(known)
    discrepancies: list[Discrepancy] = []
    notices: list[Notice] = []
    exceptions = _exceptions(portfolio, as_at)
    for provided, found in _run_checks(
        portfolio, as_at, catalogue, indicators, subjects, isolation, locations
    ):
        accepted = _accepted(found, exceptions)
        if provided.record.asks:
            discrepancies.append(_discrepancy(found, accepted, provided.made_by))
        else:
            notices.append(_notice(found, accepted, provided.made_by))
    area = portfolio.manifest.area
    return Evaluation(
        id=f"{portfolio.manifest.id}.evaluation.{as_at.isoformat()}",
        title=Text(default=f"Evaluation of {area.name} as at {as_at.isoformat()}"),
        portfolio=portfolio.manifest.id,
        area=area.code,
        area_name=area.name,
        as_at=as_at,
        makers=_makers(catalogue),
        inputs=portfolio.inputs,
        facts=book.all(),
        indicators=indicators,
        subjects=subjects,
        discrepancies=tuple(discrepancies),
        notices=tuple(notices),
        failures=tuple(note_of(each) for each in (*catalogue.failures, *isolation.failures)),
        missing=(*portfolio.missing, *_lost_rules(portfolio, subjects, catalogue)),
    )


def _run_checks(  # noqa: PLR0913  # told everything
    portfolio: Portfolio,
    as_at: date,
    catalogue: EvaluationCatalogue,
    indicators: tuple[IndicatorResult, ...],
    subjects: tuple[SubjectResult, ...],
    isolation: PluginIsolation,
    locations: ValueLocations,
) -> "Iterable[tuple[Provided[Check], Diagnostic]]":
    by_id = MappingProxyType({each.indicator: each for each in indicators})
    dangling = () if portfolio.inputs else unresolved_references(portfolio)
    for code, provided in sorted(catalogue.checks.items()):
        check = provided.record
        options = isolation.options(provided, portfolio.manifest.options)
        if options is None:
            continue
        context = CheckContext(
            check=code,
            portfolio=portfolio,
            as_at=as_at,
            indicators=by_id,
            subjects=subjects,
            source=provided.made_by,
            severity=check.severity,
            dangling=dangling,
            options=options,
            locations=locations,
        )
        found = isolation.run(provided, code, partial(_ask, check, context))
        for each in sorted(found or (), key=lambda one: one.sort_key):
            yield provided, each


def _ask(check: Check, context: CheckContext) -> list[Diagnostic]:
    """Return what a check found: under its own code only, and so that it can be kept."""
    found: list[Any] = list(check.run(context))  # whatever a plug-in gives
    if any(not isinstance(each, Diagnostic) or each.code != check.id for each in found):
        raise NotAccepted(f"it yields something else than diagnostics of its own code {check.id}")
    keep = _discrepancy if check.asks else _notice
    for each in found:
        keep(each, None, context.source)  # fails here, within the isolation, if it ever will
    return found


_Exceptions = dict[tuple[str, str | None], tuple[int, AcceptedException]]


def _exceptions(portfolio: Portfolio, as_at: date) -> _Exceptions:
    """Return the first exception that holds on the day, by its code and what it is about."""
    found: _Exceptions = {}
    for place, each in enumerate(portfolio.manifest.accepted_exceptions):
        if not expired_on(each.expires_on, as_at):
            found.setdefault((each.code, each.about), (place, each))
    return found


def _accepted(found: Diagnostic, exceptions: _Exceptions) -> str | None:
    """Return the reason for which a finding is accepted for now; None where it is not."""
    keys = {(found.code, None), (found.code, found.about)}
    meant = [exceptions[key] for key in keys if key in exceptions]
    if not meant:
        return None
    _, first = min(meant, key=itemgetter(0))
    return f"{first.reason} ({first.owner_role}, until {first.expires_on.isoformat()})"


def _discrepancy(found: Diagnostic, accepted: str | None, made_by: str) -> Discrepancy:
    return Discrepancy(
        code=found.code,
        about=found.about or "portfolio",
        question=found.message,
        document=found.location.file,
        pointer=found.location.pointer or None,
        related=_related(found),
        facts=found.facts,
        accepted=accepted,
        made_by=made_by,
    )


def _notice(found: Diagnostic, accepted: str | None, made_by: str) -> Notice:
    return Notice(
        code=found.code,
        severity=found.severity,
        message=found.message,
        help=found.help or None,
        document=found.location.file,
        pointer=found.location.pointer or None,
        related=_related(found),
        about=found.about,
        accepted=accepted,
        made_by=made_by,
    )


def _related(found: Diagnostic) -> tuple[RelatedPlace, ...]:
    return tuple(
        RelatedPlace(
            document=each.location.file,
            pointer=each.location.pointer or None,
            message=each.message,
        )
        for each in found.related
    )


def _makers(catalogue: EvaluationCatalogue) -> tuple[Maker, ...]:
    found: dict[tuple[str, str], list[str]] = {("sendframe", __version__): []}
    offered: tuple[Mapping[str, Provided[Any]], ...] = (
        catalogue.indicators,
        catalogue.scoring_rules,
        catalogue.checks,
    )
    for each in offered:
        for id_, provided in each.items():
            found.setdefault((provided.distribution, provided.version), []).append(id_)
    return tuple(
        Maker(name=name, version=version, provides=tuple(sorted(ids)))
        for (name, version), ids in sorted(found.items())
    )


def _lost_rules(
    portfolio: Portfolio, subjects: Iterable[SubjectResult], catalogue: EvaluationCatalogue
) -> tuple[str, ...]:
    """Return what the portfolio chose of rules and cannot have, a sentence each."""
    defined = {*portfolio.indicators(), *(each.id for each in subjects)}
    told = [
        f"The rule '{each.rule}', which the portfolio chose: "
        "it is not installed, or may not run here."
        for each in portfolio.manifest.rules
        if each.rule not in catalogue.scoring_rules
    ]
    told += [
        f"The rule '{each.rule}' for the indicator '{each.indicator}': nothing defines it."
        if each.indicator
        else f"The rule '{each.rule}' about '{each.about}': nothing defines that."
        for each in portfolio.manifest.rules
        if each.rule in catalogue.scoring_rules and (each.indicator or each.about) not in defined
    ]
    return tuple(dict.fromkeys(told))


def note_of(failure: PluginFailure) -> FailureNote:
    """Return a failure as an evaluation keeps it."""
    return FailureNote(
        plugin=failure.plugin,
        distribution=failure.distribution,
        version=failure.version,
        phase=failure.phase,
        error_type=failure.error_type,
        contribution=failure.contribution,
        origin=failure.origin,
    )
