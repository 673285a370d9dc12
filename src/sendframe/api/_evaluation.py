"""Evaluating a portfolio with the installed plug-ins, and writing its reports."""

import os
import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import attrs

from sendframe.disclosure import Disclosed, disclose, policy_named
from sendframe.documents import belongs_to_any, load_folder, write_files
from sendframe.errors import (
    MissingDate,
    PluginFailed,
    PluginFailure,
    PluginMissing,
    SendframeError,
    UnknownName,
)
from sendframe.evaluation import NotAccepted, PluginIsolation, evaluate_portfolio, note_of
from sendframe.figures import Figures, figures_of
from sendframe.jsontext import DEFAULT_LIMITS, ParseLimits
from sendframe.model import Evaluation, FrozenMap, Json, Observations, Portfolio
from sendframe.plugins import Catalogue, RenderedFile, Renderer
from sendframe.reports import ReportModel, build

from ._areas import with_present_codes
from ._document import library_of

__all__ = [
    "Evaluated",
    "disclosed_evaluation",
    "evaluate",
    "failures_of",
    "figures_for",
    "report",
    "run",
    "stop_at",
]

DEFAULT_FORMATS = ("html", "markdown", "json")
DEFAULT_PROFILES = ("board",)

_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}")


def _catalogue(portfolio: Portfolio, catalogue: Catalogue | None) -> Catalogue:
    """Return what may run on a portfolio: it may narrow what is enabled, never widen it."""
    if catalogue is None:
        catalogue = Catalogue.discover()
    return catalogue.allowing(portfolio.manifest.plugins)


def evaluate(
    portfolio: Portfolio,
    observations: Observations | None = None,
    *,
    as_at: date | None = None,
    catalogue: Catalogue | None = None,
) -> Evaluation:
    """Work out what is known about a local area on one day.

    An area is found under each GSS code it ever had, so that a comparator set may name one under
    a former code, and figures may be published under either; see `AreaRegister`.

    Args:
        portfolio: The documents of the area.
        observations: The figures; those of the portfolio unless given.
        as_at: The day; the portfolio's own ``as_at`` unless given.
        catalogue: Rules and checks; those of the installed plug-ins unless given. Third-party
            plug-ins run only where the portfolio names them.

    Returns:
        The evaluation. It is internal: what may be shown comes from `sendframe.disclosure`.

    Raises:
        MissingDate: Neither the call nor the portfolio says at which day.
    """
    figures = figures_for(portfolio, observations, as_at=as_at)
    return _evaluated(portfolio, figures, _catalogue(portfolio, catalogue))


def figures_for(
    portfolio: Portfolio, observations: Observations | None = None, *, as_at: date | None = None
) -> Figures:
    """Return the figures that count for a local area on one day.

    Args:
        portfolio: The documents of the area.
        observations: The figures; those of the portfolio unless given.
        as_at: The day; the portfolio's own ``as_at`` unless given.

    Raises:
        MissingDate: Neither the call nor the portfolio says at which day.
    """
    day = as_at or portfolio.manifest.as_at
    if day is None:
        raise MissingDate
    table = portfolio.observations if observations is None else observations
    present = with_present_codes(table, portfolio.documents)
    return figures_of(present, portfolio.indicators().values(), as_at=day)


def _evaluated(portfolio: Portfolio, figures: Figures, allowed: Catalogue) -> Evaluation:
    absent = _missing(portfolio, allowed)
    return evaluate_portfolio(
        attrs.evolve(portfolio, missing=(*portfolio.missing, *absent)),
        figures,
        catalogue=allowed,
        debug=allowed.debug,
    )


def disclosed_evaluation(
    portfolio: Portfolio,
    figures: Figures,
    *,
    catalogue: Catalogue | None = None,
    before: Iterable[str] = (),
) -> Disclosed:
    """Return what may be shown of a local area: the evaluation of the figures that may be shown.

    Args:
        portfolio: The documents of the area.
        figures: All figures; see `figures_for`.
        catalogue: What may run; the installed plug-ins unless given.
        before: What was hidden in an earlier edition, as `Disclosed.hidden` has it.

    Raises:
        UnknownName: There is no such disclosure policy.
    """
    policy = policy_named(portfolio.manifest.disclosure_policy)
    shown = disclose(figures, policy, before=before)
    evaluation = _evaluated(portfolio, shown, _catalogue(portfolio, catalogue))
    return Disclosed(evaluation, portfolio, policy, shown.hidden_cells)


def _missing(portfolio: Portfolio, catalogue: Catalogue) -> Iterator[str]:
    """Yield what a portfolio names of plug-ins and is not there, a sentence each."""
    manifest = portfolio.manifest
    absent = catalogue.absent(manifest.plugins)
    for name in absent:
        yield f"The plug-in '{name}', which the portfolio names: it may not run, or is not there."
    unknown_plugins = frozenset(absent)
    for id_ in manifest.options:
        if not (
            belongs_to_any(id_, unknown_plugins)
            or any(plugin.may_give(id_) for plugin in catalogue.known)
        ):
            yield f"What the options for '{id_}' are meant for: nothing has this id."


@attrs.frozen
class Evaluated:
    """What a run made.

    Attributes:
        files: The files written, in order.
        failures: Plug-ins that failed.
        missing: What the portfolio names of plug-ins and is not there, a sentence each.
    """

    files: tuple[Path, ...]
    failures: tuple[PluginFailure, ...]
    missing: tuple[str, ...] = ()


def _chosen(kind: str, names: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    wanted, there = tuple(dict.fromkeys(names)), tuple(known)
    for name in wanted:
        if name not in there:
            raise UnknownName(kind, name, there)
    return wanted


def models(
    disclosed: Disclosed, profiles: Iterable[str], catalogue: Catalogue
) -> tuple[ReportModel, ...]:
    """Return the report of each profile."""
    names = _chosen("profile", profiles, catalogue.profiles)
    provided = (catalogue.profiles[name] for name in names)
    return tuple(build(disclosed, profile.record, profile.made_by) for profile in provided)


def _offered(formats: Iterable[str], catalogue: Catalogue) -> tuple[tuple[str, ...], Catalogue]:
    """Return the formats that can be made, and a catalogue that imports their renderers alone.

    A format whose plug-in failed is left out; the catalogue tells of the failure.

    Raises:
        UnknownName: There is no such format.
    """
    wanted = tuple(dict.fromkeys(formats))
    offered = catalogue.offering("renderers", wanted)
    failed = {failure.plugin for failure in offered.renderer_failures}
    suspects = [plugin for plugin in offered.plugins if plugin.name in failed]
    made = tuple(name for name in wanted if name in offered.renderers)
    lost = [name for name in wanted if name not in made]
    if not all(any(plugin.may_give(name) for plugin in suspects) for name in lost):
        _chosen("format", wanted, catalogue.renderers)
    return made, offered


def _rendered(
    model: ReportModel,
    formats: Iterable[str],
    catalogue: Catalogue,
    chosen: FrozenMap[Json],
    isolation: PluginIsolation,
) -> dict[str, bytes]:
    """Return the files of one report; a renderer that fails leaves out its own only."""
    files: dict[str, bytes] = {}
    for name in formats:
        provided = catalogue.renderers[name]
        options = isolation.options(provided, chosen)
        if options is None:
            continue
        attributed = attrs.evolve(model, rendered_by=provided.made_by)
        call = partial(_render, provided.record, attributed, options, frozenset(files))
        made = isolation.run(provided, name, call)
        files |= {file.name: file.data for file in made or ()}
    return files


def _render(
    renderer: Renderer, model: ReportModel, options: object, taken: frozenset[str]
) -> tuple[RenderedFile, ...]:
    """Run a renderer; no file may have the name of another renderer's."""
    given: object = renderer.render(model, options)  # whatever a plug-in gives
    if not isinstance(given, Iterable):
        raise NotAccepted("it gives something else than a tuple of RenderedFiles")
    made: tuple[Any, ...] = tuple(given)
    if not all(isinstance(file, RenderedFile) and isinstance(file.data, bytes) for file in made):
        raise NotAccepted("it gives something else than RenderedFiles whose data are bytes")
    if not made:
        raise NotAccepted("it gives no file")
    names = [file.name for file in made]
    if not all(isinstance(name, str) and _FILE_NAME.fullmatch(name) for name in names):
        raise NotAccepted("it gives a name that is no plain name of a file, without a folder")
    if taken & set(names) or len(set(names)) < len(names):
        raise NotAccepted("it gives a name of a file that is taken")
    return made


def report(  # noqa: PLR0913  # each is a choice of its own
    portfolio: Portfolio,
    folder: str | os.PathLike[str],
    *,
    profiles: Iterable[str] = DEFAULT_PROFILES,
    formats: Iterable[str] = DEFAULT_FORMATS,
    as_at: date | None = None,
    catalogue: Catalogue | None = None,
    previous: Disclosed | None = None,
    strict: bool = False,
) -> Evaluated:
    """Evaluate a portfolio, apply disclosure control and write its reports.

    Args:
        portfolio: The documents of the area.
        folder: Where the reports are written; made where it is missing. All files are written
            or none.
        profiles: Ids of the profiles.
        formats: Ids of the renderers.
        as_at: The day; the portfolio's own ``as_at`` unless given.
        catalogue: What may run; the installed plug-ins unless given.
        previous: What was shown before, so that nothing is given away by comparing.
        strict: Whether a plug-in that fails stops everything, and one that is missing.

    Raises:
        MissingDate: Neither the call nor the portfolio says at which day.
        UnknownName: There is no such profile, format or disclosure policy.
        ExceptionGroup: Plug-ins failed or are missing, and *strict* was asked for; nothing was
            written. It holds a `PluginFailed` or a `PluginMissing` for each.
        CannotWrite: A file could not be written; nothing was changed.
    """
    names, allowed = _offered(formats, _catalogue(portfolio, catalogue))
    figures = figures_for(portfolio, as_at=as_at)
    before = () if previous is None else previous.hidden
    disclosed = disclosed_evaluation(portfolio, figures, catalogue=allowed, before=before)
    beside = tuple(note_of(failure) for failure in allowed.renderer_failures)
    evaluation = disclosed.evaluation
    evaluation = evaluation.changed(failures=(*evaluation.failures, *beside))
    disclosed = attrs.evolve(disclosed, evaluation=evaluation)
    files: dict[str, bytes] = {}
    isolation = PluginIsolation(debug=allowed.debug)
    for model in models(disclosed, profiles, allowed):
        files |= _rendered(model, names, allowed, portfolio.manifest.options, isolation)
    noted = (*failures_of(evaluation), *isolation.failures)
    failures = tuple(dict.fromkeys(noted))
    if strict:
        stop_at(failures, evaluation.missing)
    return Evaluated(write_files(Path(folder), files), failures, evaluation.missing)


def failures_of(evaluation: Evaluation) -> tuple[PluginFailure, ...]:
    """Return the plug-ins that failed in an evaluation."""
    return tuple(
        PluginFailure(
            failure.plugin,
            failure.distribution,
            failure.version,
            failure.phase,
            failure.error_type,
            failure.contribution,
            failure.origin,
        )
        for failure in evaluation.failures
    )


def stop_at(failures: Iterable[PluginFailure], missing: Iterable[str] = ()) -> None:
    """Raise all that failed, and all that is missing, together, where there is anything.

    Raises:
        ExceptionGroup: It holds a `PluginFailed` for each failure, and a `PluginMissing` for each
            thing that is not there.
    """
    errors: list[SendframeError] = [PluginFailed(failure) for failure in failures]
    errors += [PluginMissing(sentence) for sentence in missing]
    if errors:
        count = len(errors)
        message = f"{count} plug-in failure{'' if count == 1 else 's'}, and --strict was given"
        raise ExceptionGroup(message, errors)


def run(  # noqa: PLR0913  # each is a choice of its own
    source: str | os.PathLike[str],
    folder: str | os.PathLike[str],
    *,
    profiles: Iterable[str] = DEFAULT_PROFILES,
    formats: Iterable[str] = DEFAULT_FORMATS,
    as_at: date | None = None,
    limits: ParseLimits = DEFAULT_LIMITS,
    catalogue: Catalogue | None = None,
    strict: bool = False,
) -> Evaluated:
    """Load the portfolio of a folder and write its reports; see `report`.

    Raises:
        InvalidDocument: Something in the folder is wrong; nothing was written.
    """
    portfolio = load_folder(Path(source), limits, partial(library_of, catalogue))
    return report(
        portfolio,
        folder,
        profiles=profiles,
        formats=formats,
        as_at=as_at,
        catalogue=catalogue,
        strict=strict,
    )
