"""Evaluate a portfolio with the installed plug-ins, and write its reports."""

import os
import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import attrs

from sendframe.disclosure import Disclosed, apply, policy_named
from sendframe.documents import DEFAULT_LIMITS, Limits, belongs_to_any, load_folder, write_files
from sendframe.errors import (
    MissingDate,
    PluginFailed,
    PluginFailure,
    PluginMissing,
    SendframeError,
    UnknownName,
)
from sendframe.evaluation import Fence, NotAccepted, note_of
from sendframe.evaluation import evaluate as evaluate_figures
from sendframe.model import Evaluation, FrozenMap, Json, Observations, Portfolio
from sendframe.plugins import Catalogue, RenderedFile, Renderer
from sendframe.reports import ReportModel, build

from ._areas import with_present_codes
from ._document import library_of

__all__ = ["WrittenReports", "evaluate", "failures_of", "raise_failures", "report", "report_folder"]

DEFAULT_FORMATS = ("html", "markdown", "json")
DEFAULT_PROFILES = ("board",)

_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}")


def _catalogue(portfolio: Portfolio, catalogue: Catalogue | None) -> Catalogue:
    """Return the catalogue of the plug-ins that a portfolio allows."""
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
    """Evaluate a portfolio on one day.

    Areas are matched by all GSS codes they ever had, so that comparator sets and figures may use
    present or former codes; see `AreaRegister`.

    Args:
        portfolio: The documents of the area.
        observations: The figures; those of the portfolio unless given.
        as_at: The day; the portfolio's own ``as_at`` unless given.
        catalogue: Rules and checks; those of the installed plug-ins unless given. Third-party
            plug-ins run only where the portfolio names them.

    Returns:
        The evaluation. It is internal: `sendframe.disclosure` computes what may be published.

    Raises:
        MissingDate: Neither the call nor the portfolio states the day.
    """
    day = as_at or portfolio.manifest.as_at
    if day is None:
        raise MissingDate
    allowed = _catalogue(portfolio, catalogue)
    missing = _missing(portfolio, allowed)
    figures = portfolio.observations if observations is None else observations
    return evaluate_figures(
        attrs.evolve(portfolio, missing=(*portfolio.missing, *missing)),
        with_present_codes(figures, portfolio.documents),
        as_at=day,
        catalogue=allowed,
        debug=allowed.debug,
    )


def _missing(portfolio: Portfolio, catalogue: Catalogue) -> Iterator[str]:
    """Yield a sentence for each missing plug-in, and each option without a contribution."""
    manifest = portfolio.manifest
    absent = catalogue.absent(manifest.plugins)
    for name in absent:
        yield f"The plug-in '{name}', which the portfolio names: it is not installed, or may not run."
    unknown_plugins = frozenset(absent)
    for id_ in manifest.options:
        if not (
            belongs_to_any(id_, unknown_plugins)
            or any(plugin.may_give(id_) for plugin in catalogue.known)
        ):
            yield f"The options for '{id_}': no contribution has this id."


@attrs.frozen
class WrittenReports:
    """The result of writing reports.

    Attributes:
        files: The files written, in order.
        failures: The failures of plug-ins.
        missing: Missing plug-ins and data of the portfolio, a sentence each.
    """

    files: tuple[Path, ...]
    failures: tuple[PluginFailure, ...]
    missing: tuple[str, ...] = ()


def _known_names(kind: str, names: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    wanted, there = tuple(dict.fromkeys(names)), tuple(known)
    for name in wanted:
        if name not in there:
            raise UnknownName(kind, name, there)
    return wanted


def report_models(
    disclosed: Disclosed, profiles: Iterable[str], catalogue: Catalogue
) -> tuple[ReportModel, ...]:
    """Build the report of each profile."""
    names = _known_names("profile", profiles, catalogue.profiles)
    provided = (catalogue.profiles[name] for name in names)
    return tuple(build(disclosed, profile.record, profile.made_by) for profile in provided)


def _available_formats(
    formats: Iterable[str], catalogue: Catalogue
) -> tuple[tuple[str, ...], Catalogue]:
    """Return the formats that can be rendered, and a catalogue that imports only their renderers.

    A format whose plug-in failed is left out; the catalogue has the failure.

    Raises:
        UnknownName: There is no such format.
    """
    wanted = tuple(dict.fromkeys(formats))
    offered = catalogue.offering("renderers", wanted)
    failed = {failure.plugin for failure in offered.renderer_failures}
    suspects = [plugin for plugin in offered.plugins if plugin.name in failed]
    available = tuple(name for name in wanted if name in offered.renderers)
    unavailable = [name for name in wanted if name not in available]
    if not all(any(plugin.may_give(name) for plugin in suspects) for name in unavailable):
        _known_names("format", wanted, catalogue.renderers)
    return available, offered


def _rendered(
    model: ReportModel,
    formats: Iterable[str],
    catalogue: Catalogue,
    chosen: FrozenMap[Json],
    fence: Fence,
) -> dict[str, bytes]:
    """Return the files of one report; a renderer that fails leaves out only its own."""
    files: dict[str, bytes] = {}
    for name in formats:
        provided = catalogue.renderers[name]
        options = fence.options(provided, chosen)
        if options is None:
            continue
        attributed = attrs.evolve(model, rendered_by=provided.made_by)
        call = partial(_render, provided.record, attributed, options, frozenset(files))
        made = fence.run(provided, name, call)
        files |= {file.name: file.data for file in made or ()}
    return files


def _render(
    renderer: Renderer, model: ReportModel, options: object, taken: frozenset[str]
) -> tuple[RenderedFile, ...]:
    """Run a renderer and check its files; no two renderers may use one file name."""
    given: object = renderer.render(model, options)  # whatever a plug-in returns
    if not isinstance(given, Iterable):
        raise NotAccepted("it returns something else than a tuple of RenderedFiles")
    made: tuple[Any, ...] = tuple(given)
    if not all(isinstance(file, RenderedFile) and isinstance(file.data, bytes) for file in made):
        raise NotAccepted("it returns something else than RenderedFiles whose data are bytes")
    if not made:
        raise NotAccepted("it returns no file")
    names = [file.name for file in made]
    if not all(isinstance(name, str) and _FILE_NAME.fullmatch(name) for name in names):
        raise NotAccepted("it returns a name that is not a plain file name without a folder")
    if taken & set(names) or len(set(names)) < len(names):
        raise NotAccepted("it returns a file name that is used already")
    return made


def report(  # noqa: PLR0913  # keyword arguments
    portfolio: Portfolio,
    folder: str | os.PathLike[str],
    *,
    profiles: Iterable[str] = DEFAULT_PROFILES,
    formats: Iterable[str] = DEFAULT_FORMATS,
    as_at: date | None = None,
    catalogue: Catalogue | None = None,
    previous: Disclosed | None = None,
    strict: bool = False,
) -> WrittenReports:
    """Evaluate a portfolio, apply disclosure control and write its reports.

    Args:
        portfolio: The documents of the area.
        folder: Folder for the reports; created if it is missing. All files are written or none.
        profiles: Ids of the profiles.
        formats: Ids of the renderers.
        as_at: The day; the portfolio's own ``as_at`` unless given.
        catalogue: The plug-ins that may run; those installed unless given.
        previous: What was published before, so that a comparison discloses nothing.
        strict: Whether a plug-in that fails or is missing is an error.

    Raises:
        MissingDate: Neither the call nor the portfolio states the day.
        UnknownName: There is no such profile, format or disclosure policy.
        ExceptionGroup: Plug-ins failed or are missing and *strict* is true; nothing was written.
            It holds a `PluginFailed` or a `PluginMissing` for each.
        CannotWrite: A file could not be written; nothing was changed.
    """
    names, allowed = _available_formats(formats, _catalogue(portfolio, catalogue))
    evaluation = evaluate(portfolio, as_at=as_at, catalogue=allowed)
    renderer_failures = tuple(note_of(failure) for failure in allowed.renderer_failures)
    evaluation = evaluation.changed(failures=(*evaluation.failures, *renderer_failures))
    policy = policy_named(portfolio.manifest.disclosure_policy)
    disclosed = apply(evaluation, portfolio, policy, previous)
    files: dict[str, bytes] = {}
    fence = Fence(debug=allowed.debug)
    for model in report_models(disclosed, profiles, allowed):
        files |= _rendered(model, names, allowed, portfolio.manifest.options, fence)
    noted = (*failures_of(evaluation), *fence.failures)
    failures = tuple(dict.fromkeys(noted))
    if strict:
        raise_failures(failures, evaluation.missing)
    return WrittenReports(write_files(Path(folder), files), failures, evaluation.missing)


def failures_of(evaluation: Evaluation) -> tuple[PluginFailure, ...]:
    """Return the plug-in failures of an evaluation."""
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


def raise_failures(failures: Iterable[PluginFailure], missing: Iterable[str] = ()) -> None:
    """Raise all failures and everything that is missing as one group, if there is any.

    Raises:
        ExceptionGroup: It holds a `PluginFailed` for each failure and a `PluginMissing` for each
            missing thing.
    """
    errors: list[SendframeError] = [PluginFailed(failure) for failure in failures]
    errors += [PluginMissing(sentence) for sentence in missing]
    if errors:
        count = len(errors)
        message = f"{count} plug-in failure{'' if count == 1 else 's'}, and --strict was given"
        raise ExceptionGroup(message, errors)


def report_folder(  # noqa: PLR0913  # keyword arguments
    source: str | os.PathLike[str],
    folder: str | os.PathLike[str],
    *,
    profiles: Iterable[str] = DEFAULT_PROFILES,
    formats: Iterable[str] = DEFAULT_FORMATS,
    as_at: date | None = None,
    limits: Limits = DEFAULT_LIMITS,
    catalogue: Catalogue | None = None,
    strict: bool = False,
) -> WrittenReports:
    """Load the portfolio of a folder and write its reports; see `report`.

    Raises:
        InvalidDocument: A document in the folder is not valid; nothing was written.
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
