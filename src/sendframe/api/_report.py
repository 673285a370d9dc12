"""Writing the reports of a portfolio."""

import os
import re
from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import attrs

from sendframe.disclosure import Disclosed
from sendframe.documents import load_folder, write_files
from sendframe.errors import PluginFailure, UnknownName
from sendframe.evaluation import NotAccepted, PluginIsolation, note_of
from sendframe.jsontext import DEFAULT_LIMITS, ParseLimits
from sendframe.model import FrozenMap, Json, Portfolio
from sendframe.plugins import Catalogue, RenderedFile, Renderer
from sendframe.reports import ReportModel, build

from ._document import library_of
from ._evaluation import (
    allowed_catalogue,
    disclosed_evaluation,
    failures_of,
    figures_for,
    stop_at,
)

__all__ = ["Evaluated", "report", "run"]

DEFAULT_FORMATS = ("html", "markdown", "json")
DEFAULT_PROFILES = ("board",)

_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}")


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
    names, allowed = _offered(formats, allowed_catalogue(portfolio, catalogue))
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
