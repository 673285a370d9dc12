"""Evaluate a portfolio with its figures: results, scores, discrepancies and notices."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from operator import itemgetter
from types import MappingProxyType
from typing import Any

from sendframe._version import __version__
from sendframe.checks import Check, CheckContext, ValueLocations, WrittenTexts
from sendframe.errors import Diagnostic, PluginFailure
from sendframe.figures import Figures
from sendframe.language import gettext as _
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
from ._doubts import with_doubts
from ._facts import FactBook
from ._indicator import IndicatorResultBuilder
from ._plugin_isolation import NotAccepted, PluginIsolation
from ._priority_results import SubjectResultBuilder
from ._protocol import EvaluationCatalogue, Provided
from ._reading import with_readings
from ._subject_scoring import SubjectScorer

__all__ = ["evaluate_portfolio", "failure_note"]


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
        portfolio: The documents of the area, which are valid together.
        figures: The figures, as they were known on the day: all figures for an internal
            evaluation, `ShownFigures` for one that is published.
        catalogue: The derived indicators, rules and checks that may run.
        debug: Whether the traceback of a failing plug-in is printed to standard error.

    Returns:
        Facts with ids and sources; the result of each indicator, priority and criterion;
        discrepancies and notices; refusals and failures with their reasons.
    """
    as_at = figures.as_at
    book, isolation = FactBook(), PluginIsolation(debug=debug)
    locations = ValueLocations(portfolio)
    documents = DocumentFacts(locations, book)
    indicators = with_readings(
        IndicatorResultBuilder(
            portfolio, figures, catalogue, book, isolation, documents
        ).build_all()
    )
    subject_builder = SubjectResultBuilder(portfolio, as_at, book, documents)
    subject_results = subject_builder.build_all()
    subjects = SubjectScorer(
        portfolio, subject_builder.voices, as_at, catalogue, isolation
    ).score_all(subject_results)
    discrepancies: list[Discrepancy] = []
    notices: list[Notice] = []
    doubts: list[Diagnostic] = []
    exceptions = _exceptions(portfolio, as_at)
    for provided, diagnostic in _run_checks(
        portfolio, figures, catalogue, indicators, subjects, isolation, locations
    ):
        accepted = _accepted(diagnostic, exceptions)
        if provided.record.doubts and accepted is None:
            doubts.append(diagnostic)
        if provided.record.asks:
            discrepancies.append(_discrepancy(diagnostic, accepted, provided.made_by))
        else:
            notices.append(_notice(diagnostic, accepted, provided.made_by))
    indicators = with_doubts(indicators, doubts, book)
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
        failures=tuple(
            failure_note(failure) for failure in (*catalogue.failures, *isolation.failures)
        ),
        missing=(*portfolio.missing, *_lost_rules(portfolio, subjects, catalogue)),
    )


def _run_checks(  # noqa: PLR0913  # all input of the checks
    portfolio: Portfolio,
    figures: Figures,
    catalogue: EvaluationCatalogue,
    indicators: tuple[IndicatorResult, ...],
    subjects: tuple[SubjectResult, ...],
    isolation: PluginIsolation,
    locations: ValueLocations,
) -> "Iterable[tuple[Provided[Check], Diagnostic]]":
    texts = WrittenTexts(portfolio)
    by_indicator = MappingProxyType({result.indicator: result for result in indicators})
    for code, provided in sorted(catalogue.checks.items()):
        check = provided.record
        options = isolation.options(provided, portfolio.manifest.options)
        if options is None:
            continue
        context = CheckContext(
            check=code,
            portfolio=portfolio,
            as_at=figures.as_at,
            indicators=by_indicator,
            subjects=subjects,
            source=provided.made_by,
            severity=check.severity,
            options=options,
            locations=locations,
            texts=texts,
            counted=figures,
            section_kinds=lambda: tuple(catalogue.sections),
        )
        diagnostics = isolation.run(provided, code, partial(_run_check, check, context))
        for diagnostic in sorted(diagnostics or (), key=lambda item: item.sort_key):
            yield provided, diagnostic


def _run_check(check: Check, context: CheckContext) -> list[Diagnostic]:
    """Return the diagnostics of a check, which must have its code and be convertible to results."""
    diagnostics: list[Any] = list(check.run(context))  # a plug-in may yield anything
    if any(
        not isinstance(diagnostic, Diagnostic) or diagnostic.code != check.id
        for diagnostic in diagnostics
    ):
        raise NotAccepted(f"it yields something else than diagnostics of its own code {check.id}")
    convert = _discrepancy if check.asks else _notice
    for diagnostic in diagnostics:
        convert(diagnostic, None, context.source)  # raises within the isolation, if at all
    return diagnostics


_Exceptions = dict[tuple[str, str | None], tuple[int, AcceptedException]]


def _exceptions(portfolio: Portfolio, as_at: date) -> _Exceptions:
    """Return the first accepted exception that has not expired, by its code and subject."""
    exceptions: _Exceptions = {}
    for index, exception in enumerate(portfolio.manifest.accepted_exceptions):
        if not expired_on(exception.expires_on, as_at):
            exceptions.setdefault((exception.code, exception.about), (index, exception))
    return exceptions


def _accepted(diagnostic: Diagnostic, exceptions: _Exceptions) -> str | None:
    """Return the reason for which a diagnostic is accepted; None where it is not accepted."""
    keys = {(diagnostic.code, None), (diagnostic.code, diagnostic.about)}
    matching = [exceptions[key] for key in keys if key in exceptions]
    if not matching:
        return None
    __, first = min(matching, key=itemgetter(0))
    day = first.expires_on.isoformat()
    return _(
        "{reason} ({owner}, until {day})", reason=first.reason, owner=first.owner_role, day=day
    )


def _discrepancy(diagnostic: Diagnostic, accepted: str | None, made_by: str) -> Discrepancy:
    return Discrepancy(
        code=diagnostic.code,
        about=diagnostic.about or "portfolio",
        question=diagnostic.message,
        document=diagnostic.location.file,
        pointer=diagnostic.location.pointer or None,
        line=diagnostic.location.line,
        related=_related(diagnostic),
        facts=diagnostic.facts,
        accepted=accepted,
        made_by=made_by,
    )


def _notice(diagnostic: Diagnostic, accepted: str | None, made_by: str) -> Notice:
    return Notice(
        code=diagnostic.code,
        severity=diagnostic.severity,
        message=diagnostic.message,
        help=diagnostic.help or None,
        document=diagnostic.location.file,
        pointer=diagnostic.location.pointer or None,
        line=diagnostic.location.line,
        related=_related(diagnostic),
        about=diagnostic.about,
        accepted=accepted,
        made_by=made_by,
    )


def _related(diagnostic: Diagnostic) -> tuple[RelatedPlace, ...]:
    return tuple(
        RelatedPlace(
            document=related.location.file,
            pointer=related.location.pointer or None,
            message=related.message,
        )
        for related in diagnostic.related
    )


def _makers(catalogue: EvaluationCatalogue) -> tuple[Maker, ...]:
    ids_by_distribution: dict[tuple[str, str], list[str]] = {("sendframe", __version__): []}
    offered: tuple[Mapping[str, Provided[Any]], ...] = (
        catalogue.indicators,
        catalogue.scoring_rules,
        catalogue.checks,
    )
    for contributions in offered:
        for id_, provided in contributions.items():
            ids_by_distribution.setdefault((provided.distribution, provided.version), []).append(
                id_
            )
    return tuple(
        Maker(name=name, version=version, provides=tuple(sorted(ids)))
        for (name, version), ids in sorted(ids_by_distribution.items())
    )


def _lost_rules(
    portfolio: Portfolio, subjects: Iterable[SubjectResult], catalogue: EvaluationCatalogue
) -> tuple[str, ...]:
    """Return a sentence for each chosen rule that is not installed or has no subject."""
    defined = {*portfolio.indicators(), *(subject.id for subject in subjects)}
    messages = [
        _(
            "The rule '{rule}', which the portfolio chose: it is not installed, or may not run here.",
            rule=choice.rule,
        )
        for choice in portfolio.manifest.rules
        if choice.rule not in catalogue.scoring_rules
    ]
    messages += [
        _(
            "The rule '{rule}' for the indicator '{indicator}': nothing defines it.",
            rule=choice.rule,
            indicator=choice.indicator,
        )
        if choice.indicator
        else _(
            "The rule '{rule}' about '{about}': nothing defines that.",
            rule=choice.rule,
            about=choice.about,
        )
        for choice in portfolio.manifest.rules
        if choice.rule in catalogue.scoring_rules
        and (choice.indicator or choice.about) not in defined
    ]
    return tuple(dict.fromkeys(messages))


def failure_note(failure: PluginFailure) -> FailureNote:
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
