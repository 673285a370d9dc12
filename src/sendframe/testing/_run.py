"""Run one contribution with one portfolio, without isolation."""

from datetime import date
from io import BytesIO
from typing import Any, overload

import attrs

from sendframe._version import __version__
from sendframe.checks import Check
from sendframe.errors import Diagnostic, MissingDate, UnknownName
from sendframe.evaluation import PluginIsolation, Provided
from sendframe.model import Point, Portfolio, Refusal, Score, period_text
from sendframe.plugins import Import, Reader, ReaderSource, RenderedFile, Renderer
from sendframe.reports import BuildContext, ReportModel, Section, SectionKind, build
from sendframe.scoring import DerivedContext, DerivedIndicator, ScoringRule, SubjectRule

from ._captured_context import check_contexts, derived_contexts, scoring_contexts, subject_contexts
from ._section_context import disclosed_of, own_catalogue, sample_section, section_context

__all__ = ["report_of", "run", "source_of"]


@overload
def run(
    record: ScoringRule,
    given: Portfolio,
    *,
    options: object = ...,
    indicator: str | None = ...,
    as_at: date | None = ...,
) -> tuple[Score | Refusal, ...]: ...
@overload
def run(
    record: SubjectRule,
    given: Portfolio,
    *,
    options: object = ...,
    about: str | None = ...,
    as_at: date | None = ...,
) -> tuple[Score | Refusal, ...]: ...
@overload
def run(
    record: Check, given: Portfolio, *, options: object = ..., as_at: date | None = ...
) -> tuple[Diagnostic, ...]: ...
@overload
def run(
    record: DerivedIndicator, given: Portfolio, *, options: object = ..., as_at: date | None = ...
) -> tuple[Point | Refusal, ...]: ...
@overload
def run(
    record: Renderer,
    given: Portfolio | ReportModel,
    *,
    options: object = ...,
    profile: str = ...,
    as_at: date | None = ...,
) -> tuple[RenderedFile, ...]: ...
@overload
def run(
    record: SectionKind,
    given: Portfolio | BuildContext,
    *,
    options: object = ...,
    as_at: date | None = ...,
) -> Section | None: ...
@overload
def run(record: Reader, given: bytes, *, options: object = ...) -> Import: ...


def run(  # noqa: PLR0913  # keyword arguments
    record: Any,
    given: Any,
    *,
    options: object = None,
    indicator: str | None = None,
    about: str | None = None,
    profile: str = "board",
    as_at: date | None = None,
) -> Any:
    """Run one contribution without isolation and return its result.

    Its exceptions are raised. It need not be installed, and no other plug-in runs.

    Args:
        record: The contribution.
        given: A portfolio with its figures; for a renderer also a report, for a kind of section
            also a context, for a reader the bytes of a file.
        options: Options, as the contribution's own class; those that the portfolio chose for it
            unless given.
        indicator: For a scoring rule, the one indicator to score; those for which the portfolio
            chose it unless given, or all if it chose it for none.
        about: For a rule about priorities and criteria, the one to score; as for *indicator*
            unless given.
        profile: For a renderer, the profile of the report, one of sendframe's own.
        as_at: The day of the evaluation; the portfolio's own unless given.

    Returns:
        Scores and refusals of a rule, in the order of the indicators; diagnostics of a check, in
        the order it yields them; points and refusals of a derived indicator, oldest first; the
        files of a renderer; the section of a kind of section, None where it is left out; the
        import of a reader.

    Raises:
        MissingDate: Neither the call nor the portfolio states the day.
        ValueError: The options that the portfolio chose do not fit, or the *indicator* comes from
            a sample that no rule may score.

    Examples:
        >>> from sendframe.testing import run, small_portfolio
        >>> from sendframe.plugins import ScoringRule
        >>> def score(context):
        ...     return context.refuse("Nobody rates this.")
        >>> rule = ScoringRule("kent.never", "Never", "Refuses.", score)
        >>> [each.reason for each in run(rule, small_portfolio(), indicator="plans-issued")]
        ['Nobody rates this.']
    """
    provided = Provided(record, record.id, "sendframe", __version__)
    if isinstance(record, Reader):
        return record.read(source_of(given), _options(provided, options))
    if isinstance(record, Renderer):
        day = None if isinstance(given, ReportModel) else _day(given, as_at)
        model = given if day is None else report_of(given, day, profile)
        chosen = _options(provided, options, given if isinstance(given, Portfolio) else None)
        attributed = attrs.evolve(model, rendered_by=provided.made_by)
        return tuple(record.render(attributed, chosen))
    if isinstance(record, SectionKind):
        context = given
        if isinstance(given, Portfolio):
            context = section_context(given, as_at=_day(given, as_at))
        chosen = _options(provided, options, context.disclosed.portfolio)
        return record.build(context, sample_section(record.id), chosen)
    day = _day(given, as_at)
    if isinstance(record, Check):
        (seen,) = check_contexts(provided, given, day, options)
        return tuple(record.run(seen))
    if isinstance(record, ScoringRule):
        indicators = None if indicator is None else (indicator,)
        contexts = scoring_contexts(provided, given, day, options, indicators)
        return tuple(record.score(context) for context in contexts)
    if isinstance(record, SubjectRule):
        wanted = None if about is None else (about,)
        known = subject_contexts(provided, given, day, options, wanted)
        return tuple(record.score(context) for context in known)
    return tuple(
        _figure(record, context) for context in derived_contexts(provided, given, day, options)
    )


def source_of(data: bytes, name: str = "sample.csv") -> ReaderSource:
    """Return bytes as the source that a reader gets."""
    return ReaderSource(name, len(data), BytesIO(data))


def report_of(portfolio: Portfolio, as_at: date, profile: str = "board") -> ReportModel:
    """Return the report of a portfolio, built with sendframe's own plug-ins only.

    Raises:
        UnknownName: There is no such profile.
    """
    own = own_catalogue()
    if profile not in own.profiles:
        raise UnknownName("profile", profile, tuple(own.profiles))
    chosen = own.profiles[profile]
    return build(
        disclosed_of(portfolio, as_at),
        chosen.record,
        own.sections,
        isolation=PluginIsolation(),
        made_by=chosen.made_by,
    )


def _day(portfolio: Portfolio, as_at: date | None) -> date:
    day = as_at or portfolio.manifest.as_at
    if day is None:
        raise MissingDate
    return day


def _options(
    provided: Provided[Any], options: object, portfolio: Portfolio | None = None
) -> object:
    if options is not None:
        return options
    if portfolio is None:
        return provided.record.options()
    isolation = PluginIsolation()
    chosen = isolation.options(provided, portfolio.manifest.options)
    for failure in isolation.failures:
        raise ValueError(f"the options of {failure.contribution} do not fit: {failure.error_type}")
    return chosen


def _figure(record: DerivedIndicator, context: DerivedContext) -> Point | Refusal:
    made = record.compute(context)
    if isinstance(made, Refusal):
        return made
    place = period_text(context.period).replace("/", "-").replace(" ", "-")
    fact = f"indicator/{record.id}/{place}"
    return Point(period=context.period, value=made, status="derived", fact=fact)
