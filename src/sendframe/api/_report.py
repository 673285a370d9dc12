"""Writing the reports of a portfolio."""

import os
import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Literal

import attrs

from sendframe.disclosure import DisclosedEvaluation, policy_by_name
from sendframe.documents import load_folder, require_valid, write_files
from sendframe.errors import PluginFailure, UnknownName
from sendframe.evaluation import NotAccepted, PluginIsolation, failure_note
from sendframe.jsontext import DEFAULT_LIMITS, ParseLimits
from sendframe.model import Evaluation, FrozenMap, Json, Portfolio, Profile
from sendframe.plugins import Catalogue, RenderedFile, Renderer
from sendframe.reports import ReportModel, TextsRead, build, index_of, unprinted

from ._document import library_of
from ._evaluation import (
    allowed_catalogue,
    disclosed_evaluation,
    failures_of,
    figures_for,
    raise_failures,
)

__all__ = ["WrittenReports", "report", "report_folder", "texts_in_no_report"]

_WORDS = {"renderers": "format", "sections": "kind of section"}
DEFAULT_FORMATS = ("html", "markdown", "json")
DEFAULT_PROFILES = ("board", "annex")

_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}")


@attrs.frozen
class WrittenReports:
    """The result of writing reports.

    Attributes:
        files: The files written, in order.
        failures: The failures of plug-ins.
        missing: Missing plug-ins and data of the portfolio, a sentence each.
        texts: How many texts of the portfolio were read, and which these reports do not print.
    """

    files: tuple[Path, ...]
    failures: tuple[PluginFailure, ...]
    missing: tuple[str, ...]
    texts: TextsRead


def _known_names(kind: str, names: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    wanted, there = tuple(dict.fromkeys(names)), tuple(known)
    for name in wanted:
        if name not in there:
            raise UnknownName(kind, name, there)
    return wanted


def _profiles_of(portfolio: Portfolio, catalogue: Catalogue) -> dict[str, tuple[Profile, str]]:
    """Return each profile and its maker, by id; the portfolio's own take precedence."""
    provided = {id_: (known.record, known.made_by) for id_, known in catalogue.profiles.items()}
    return provided | {own.id: (own, "the portfolio") for own in portfolio.of(Profile)}


def report_models(
    disclosed: DisclosedEvaluation,
    profiles: Iterable[str],
    catalogue: Catalogue,
    isolation: PluginIsolation,
) -> tuple[ReportModel, ...]:
    """Build the report of each profile; the kinds of sections are run by *isolation*.

    Raises:
        UnknownName: There is no such profile, or one names an unknown kind of section.
    """
    known = _profiles_of(disclosed.portfolio, catalogue)
    names = _known_names("profile", profiles, known)
    kinds = [section.kind for name in names for section in known[name][0].sections]
    available, offered = _available("sections", kinds, catalogue)
    evaluation = disclosed.evaluation
    failed = tuple(failure_note(failure) for failure in offered.section_failures)
    evaluation = evaluation.changed(failures=(*evaluation.failures, *failed))
    disclosed = attrs.evolve(disclosed, evaluation=evaluation)
    isolation.failures.extend(offered.section_failures)
    absent = frozenset(kinds) - frozenset(available)
    return tuple(
        build(
            disclosed,
            profile,
            offered.sections,
            isolation=isolation,
            made_by=made_by,
            beside=names,
            absent=absent,
        )
        for profile, made_by in (known[name] for name in names)
    )


def texts_in_no_report(
    portfolio: Portfolio, evaluation: Evaluation, catalogue: Catalogue | None = None
) -> TextsRead:
    """Return the texts of a portfolio that the report of no profile prints.

    A profile with a section of an unknown kind, or of a plug-in that failed, is skipped.

    Args:
        portfolio: The documents of the area.
        evaluation: Its evaluation. Disclosure control is not applied: only texts of authors are
            compared with the reports, which are then dropped.
        catalogue: The plug-ins; those installed unless given.
    """
    allowed = allowed_catalogue(portfolio, catalogue)
    policy = policy_by_name(portfolio.manifest.disclosure_policy)
    undisclosed = DisclosedEvaluation(evaluation, portfolio, policy)
    every = [
        id_
        for id_, (profile, _) in _profiles_of(portfolio, allowed).items()
        if all(section.kind in allowed.sections for section in profile.sections)
    ]
    models = report_models(undisclosed, every, allowed, PluginIsolation(debug=allowed.debug))
    return unprinted(portfolio, models)


def _available(
    kind: Literal["renderers", "sections"], ids: Iterable[str], catalogue: Catalogue
) -> tuple[tuple[str, ...], Catalogue]:
    """Return the contributions that can be used, and a catalogue that imports only their plug-ins.

    One whose plug-in failed is left out; the catalogue has the failure.

    Args:
        kind: The kind of contribution.
        ids: Ids of the contributions that are wanted.
        catalogue: All plug-ins.

    Raises:
        UnknownName: Nothing gives one of the ids.
    """
    wanted = tuple(dict.fromkeys(ids))
    offered = catalogue.offering(kind, wanted)
    failures = offered.renderer_failures if kind == "renderers" else offered.section_failures
    failed = {failure.plugin for failure in failures}
    group = f"sendframe.{kind}"
    suspects = [p for p in offered.plugins if p.group == group and p.name in failed]
    known: Mapping[str, object] = getattr(offered, kind)
    available = tuple(id_ for id_ in wanted if id_ in known)
    unavailable = [id_ for id_ in wanted if id_ not in known]
    if not all(any(plugin.may_give(id_) for plugin in suspects) for id_ in unavailable):
        _known_names(_WORDS[kind], wanted, getattr(catalogue, kind))
    return available, offered


def _rendered(
    model: ReportModel,
    formats: Iterable[str],
    catalogue: Catalogue,
    chosen: FrozenMap[Json],
    isolation: PluginIsolation,
) -> dict[str, bytes]:
    """Return the files of one report; a renderer that fails leaves out only its own."""
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
    profiles: Iterable[str] = (),
    formats: Iterable[str] = (),
    as_at: date | None = None,
    catalogue: Catalogue | None = None,
    previous: DisclosedEvaluation | None = None,
    strict: bool = False,
) -> WrittenReports:
    """Evaluate a portfolio, apply disclosure control and write its reports.

    Args:
        portfolio: The documents of the area.
        folder: Folder for the reports; created if it is missing. All files are written or none.
        profiles: Ids of the profiles; ``board`` and ``annex`` unless given.
        formats: Ids of the renderers; ``html``, ``markdown`` and ``json`` unless given.
        as_at: The day; the portfolio's own ``as_at`` unless given.
        catalogue: The plug-ins that may run; those installed unless given.
        previous: What was published before, so that a comparison discloses nothing.
        strict: Whether a plug-in that fails or is missing is an error.

    Raises:
        InvalidDocument: `load` would refuse the documents of a portfolio that was made or changed
            in Python; nothing was written.
        MissingDate: Neither the call nor the portfolio states the day.
        UnknownName: There is no such profile, format, kind of section or disclosure policy.
        ExceptionGroup: Plug-ins failed or are missing and *strict* is true; nothing was written.
            It holds a `PluginFailed` or a `PluginMissing` for each.
        CannotWrite: A file could not be written; nothing was changed.
    """
    require_valid(portfolio, partial(library_of, catalogue))
    wanted = tuple(formats) or DEFAULT_FORMATS
    names, allowed = _available("renderers", wanted, allowed_catalogue(portfolio, catalogue))
    figures = figures_for(portfolio, as_at=as_at)
    before = () if previous is None else previous.hidden
    disclosed = disclosed_evaluation(portfolio, figures, catalogue=allowed, before=before)
    beside = tuple(failure_note(failure) for failure in allowed.renderer_failures)
    evaluation = disclosed.evaluation
    evaluation = evaluation.changed(failures=(*evaluation.failures, *beside))
    disclosed = attrs.evolve(disclosed, evaluation=evaluation)
    files: dict[str, bytes] = {}
    isolation = PluginIsolation(debug=allowed.debug)
    models = report_models(disclosed, tuple(profiles) or DEFAULT_PROFILES, allowed, isolation)
    for model in models:
        files |= _rendered(model, names, allowed, portfolio.manifest.options, isolation)
    index = index_of(models)
    if index is not None:
        pages = [name for name in names if allowed.renderers[name].record.for_people]
        files |= _rendered(index, pages, allowed, portfolio.manifest.options, isolation)
    noted = (*failures_of(evaluation), *isolation.failures)
    failures = tuple(dict.fromkeys(noted))
    if strict:
        raise_failures(failures, evaluation.missing)
    written, texts = write_files(Path(folder), files), unprinted(portfolio, models)
    return WrittenReports(written, failures, evaluation.missing, texts)


def report_folder(  # noqa: PLR0913  # keyword arguments
    source: str | os.PathLike[str],
    folder: str | os.PathLike[str],
    *,
    profiles: Iterable[str] = (),
    formats: Iterable[str] = (),
    as_at: date | None = None,
    limits: ParseLimits = DEFAULT_LIMITS,
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
