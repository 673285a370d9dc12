"""Writing the reports of a portfolio."""

import os
from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path

import attrs

from sendframe.disclosure import DisclosedEvaluation
from sendframe.documents import dump, load_folder, require_valid, write_results
from sendframe.errors import PluginFailure
from sendframe.evaluation import PluginIsolation, failure_note
from sendframe.jsontext import DEFAULT_LIMITS, ParseLimits
from sendframe.language import ENGLISH, in_language
from sendframe.model import Evaluation, EvidenceRegister, Portfolio, ShownRecord, short_repr
from sendframe.plugins import Catalogue
from sendframe.reports import TextsRead, index_of, unprinted

from ._document import library_of
from ._evaluation import (
    allowed_catalogue,
    disclosed_evaluation,
    failures_of,
    figures_for,
    raise_failures,
)
from ._report_model import (
    MadeReport,
    available,
    missing_contents,
    profiles_of,
    rendered,
    report_models,
    require_contents,
    require_publishable,
)
from ._shown_record import record_beside, record_in, record_path, with_edition

__all__ = ["WrittenReports", "make_reports", "report", "report_folder", "texts_in_no_report"]

DEFAULT_FORMATS = ("html", "markdown", "json")
DEFAULT_PROFILES = ("board", "annex")


@attrs.frozen
class WrittenReports:
    """The result of writing reports.

    Attributes:
        files: The files written, in order.
        failures: The failures of plug-ins.
        missing: Missing plug-ins and data of the portfolio, a sentence each.
        texts: How many texts of the portfolio were read, and which these reports do not print.
        without_proof: Small counts that are hidden and may follow from what is shown, as text.
        has_record: Whether what earlier editions showed and hid is known.
        record: The file that records what these reports show and hide; None where none does.
    """

    __repr__ = short_repr

    files: tuple[Path, ...]
    failures: tuple[PluginFailure, ...]
    missing: tuple[str, ...]
    texts: TextsRead
    without_proof: tuple[str, ...] = ()
    has_record: bool = False
    record: Path | None = None


def texts_in_no_report(
    portfolio: Portfolio, evaluation: Evaluation, catalogue: Catalogue | None = None
) -> TextsRead:
    """Return the texts of a portfolio that the report of no profile prints.

    A profile is skipped that has a section of an unknown kind or of a plug-in that failed, or has
    nothing to tell.

    Args:
        portfolio: The documents of the area.
        evaluation: Its evaluation. Disclosure control is not applied: only texts of authors are
            compared with the reports, which are then dropped.
        catalogue: The plug-ins; those installed unless given.
    """
    allowed = allowed_catalogue(portfolio, catalogue)
    undisclosed = DisclosedEvaluation(evaluation, portfolio)
    profiles = {
        id_: profile
        for id_, (profile, _) in profiles_of(portfolio, allowed).items()
        if all(section.kind in allowed.sections for section in profile.sections)
    }
    models = report_models(undisclosed, profiles, allowed, PluginIsolation(debug=allowed.debug))
    with_contents = [
        model for model in models if not missing_contents(profiles[model.profile], model)
    ]
    return unprinted(portfolio, with_contents)


def make_reports(  # noqa: PLR0913  # keyword arguments
    portfolio: Portfolio,
    profiles: Iterable[str] = DEFAULT_PROFILES,
    *,
    as_at: date | None = None,
    language: str = ENGLISH.tag,
    catalogue: Catalogue | None = None,
    records: Iterable[ShownRecord] = (),
) -> tuple[MadeReport, ...]:
    """Evaluate a portfolio, apply disclosure control and make its reports, without writing them.

    Args:
        portfolio: The documents of the area.
        profiles: Ids of the profiles.
        as_at: The day; the portfolio's own ``as_at`` unless given.
        language: Tag of the language (BCP 47) of everything that authors did not write.
        catalogue: The plug-ins that may run; those installed unless given.
        records: What earlier editions showed and hid, beside the records of the portfolio, so that
            comparing editions reveals nothing.

    Returns:
        The reports, in the order of the profiles. In a notebook each is shown as its page.

    Raises:
        InvalidDocument: `load` would refuse the documents of a portfolio that was made or changed
            in Python.
        MissingDate: Neither the call nor the portfolio states the day.
        TypeError: *profiles* is one text; a tuple of ids is needed.
        UnknownName: There is no such profile, kind of section, language or disclosure policy.
        PluginFailed: The catalogue of the language cannot be used.
        NothingToReport: The documents hold nothing that a profile is for.
        ExceptionGroup: A plug-in failed. It holds a `PluginFailed` for each.
    """
    _require_ids(profiles=profiles)
    require_valid(portfolio, partial(library_of, catalogue))
    allowed = allowed_catalogue(portfolio, catalogue)
    isolation = PluginIsolation(debug=allowed.debug)
    with in_language(allowed.language(language)):
        disclosed = _disclosed(portfolio, as_at, allowed, records)
        models = report_models(disclosed, profiles, allowed, isolation)
    require_contents(models, portfolio, allowed)
    raise_failures(isolation.failures, ())
    return tuple(MadeReport(model, allowed, portfolio.manifest.options) for model in models)


def _require_ids(**given: Iterable[str]) -> None:
    """Require lists of ids: the letters of a single text would be taken for ids.

    Raises:
        TypeError: One is a text.
    """
    for name, ids in given.items():
        if isinstance(ids, str):
            message = f"{name} are a list of ids, such as [{ids!r}]"
            raise TypeError(message)


def _disclosed(
    portfolio: Portfolio,
    as_at: date | None,
    allowed: Catalogue,
    records: Iterable[ShownRecord],
) -> DisclosedEvaluation:
    figures = figures_for(portfolio, as_at=as_at)
    return disclosed_evaluation(portfolio, figures, catalogue=allowed, records=records)


def report(  # noqa: PLR0913  # keyword arguments
    portfolio: Portfolio,
    folder: str | os.PathLike[str],
    *,
    profiles: Iterable[str] = (),
    formats: Iterable[str] = (),
    as_at: date | None = None,
    language: str = ENGLISH.tag,
    catalogue: Catalogue | None = None,
    records: Iterable[ShownRecord] = (),
    published: str | os.PathLike[str] | None = None,
    strict: bool = False,
    publishable: bool = False,
    overwrite: bool = False,
) -> WrittenReports:
    """Evaluate a portfolio, apply disclosure control and write its reports.

    Args:
        portfolio: The documents of the area.
        folder: Folder for the reports; created if it is missing. All files are written or none,
            and recorded in ``.sendframe-written.json``. With them stands ``shown.json``: what
            they show and hide, continuing the records that were read, for who publishes them.
            None is written beside a ``portfolio.json``.
        profiles: Ids of the profiles; ``board`` and ``annex`` unless given.
        formats: Ids of the renderers; ``html``, ``markdown`` and ``json`` unless given.
        as_at: The day; the portfolio's own ``as_at`` unless given.
        language: Tag of the language (BCP 47) of everything that authors did not write.
        catalogue: The plug-ins that may run; those installed unless given.
        records: What earlier editions showed and hid, beside the records of the portfolio, so that
            comparing editions reveals nothing.
        published: File of the record (``shown.json``) that is read, extended by these reports and
            written; created if it is missing.
        strict: Whether a plug-in that fails or is missing is an error.
        publishable: Whether a draft, and a report that is not for the public, is an error.
        overwrite: Whether files are replaced that sendframe did not write itself.

    Raises:
        InvalidDocument: `load` would refuse the documents of a portfolio that was made or changed
            in Python; nothing was written.
        MissingDate: Neither the call nor the portfolio states the day.
        UnknownName: There is no such profile, format, kind of section, language or disclosure
            policy.
        PluginFailed: The catalogue of the language cannot be used.
        NothingToReport: The documents hold nothing that a profile is for; nothing was written.
        NotPublishable: A report is a draft or not for the public, and *publishable* is true;
            nothing was written.
        ExceptionGroup: Plug-ins failed or are missing and *strict* is true; nothing was written.
            It holds a `PluginFailed` or a `PluginMissing` for each.
        CannotWrite: A file could not be written, or is there and sendframe did not write it;
            nothing was changed.
        TypeError: *profiles* or *formats* is one text, or the portfolio is something else.
    """
    _require_ids(profiles=profiles, formats=formats)
    require_valid(portfolio, partial(library_of, catalogue))
    wanted = tuple(formats) or DEFAULT_FORMATS
    names, allowed = available("renderers", wanted, allowed_catalogue(portfolio, catalogue))
    isolation = PluginIsolation(debug=allowed.debug)
    record_before = record_in(published)
    records = (*records, *([] if record_before is None else [record_before]))
    files: dict[str, bytes] = {}
    with in_language(allowed.language(language)):
        disclosed = _disclosed(portfolio, as_at, allowed, records)
        beside = tuple(failure_note(failure) for failure in allowed.renderer_failures)
        evaluation = disclosed.evaluation
        evaluation = evaluation.changed(failures=(*evaluation.failures, *beside))
        disclosed = attrs.evolve(disclosed, evaluation=evaluation)
        models = report_models(disclosed, tuple(profiles) or DEFAULT_PROFILES, allowed, isolation)
        require_contents(models, portfolio, allowed)
        if publishable:
            require_publishable(models)
        for model in models:
            files |= rendered(model, names, allowed, portfolio.manifest.options, isolation)
        index = index_of(models)
        if index is not None:
            pages = [name for name in names if allowed.renderers[name].record.for_people]
            files |= rendered(index, pages, allowed, portfolio.manifest.options, isolation)
    noted = (*failures_of(evaluation), *isolation.failures)
    failures = tuple(dict.fromkeys(noted))
    if strict:
        raise_failures(failures, evaluation.missing)
    made = [model.profile for model in models]
    voices = _voices(disclosed, made, allowed)
    first: dict[Path, bytes] = {}
    if published is not None:
        # Before the reports: an edition that is recorded and missing hides too much, not too little.
        record = with_edition(record_before, disclosed, profiles=made, voices=voices)
        first[Path(published)] = dump(record)
    earlier = (*portfolio.of(ShownRecord), *records)
    files |= record_beside(
        Path(folder),
        files,
        earlier,
        disclosed,
        profiles=made,
        voices=voices,
        recorded_in=published,
    )
    return WrittenReports(
        write_results(Path(folder), files, overwrite=overwrite, first=first),
        failures,
        evaluation.missing,
        unprinted(portfolio, models),
        disclosed.without_proof,
        bool(records or any(True for _ in portfolio.of(ShownRecord))),
        None if published is None else Path(published),
    )


def _voices(
    disclosed: DisclosedEvaluation, profiles: Iterable[str], allowed: Catalogue
) -> frozenset[str]:
    """Return the ids of the voices that reports may quote."""
    known = profiles_of(disclosed.portfolio, allowed)
    return frozenset(
        voice.id
        for id_ in profiles
        for register in disclosed.for_profile(known[id_][0]).of(EvidenceRegister)
        for voice in register.voices
    )


def report_folder(  # noqa: PLR0913  # keyword arguments
    source: str | os.PathLike[str],
    folder: str | os.PathLike[str],
    *,
    profiles: Iterable[str] = (),
    formats: Iterable[str] = (),
    as_at: date | None = None,
    language: str = ENGLISH.tag,
    limits: ParseLimits = DEFAULT_LIMITS,
    catalogue: Catalogue | None = None,
    published: str | os.PathLike[str] | None = None,
    strict: bool = False,
    publishable: bool = False,
    overwrite: bool = False,
) -> WrittenReports:
    """Load the portfolio of a folder and write its reports; see `report`.

    With *publishable*, what they show and hide is recorded in the record of the portfolio,
    ``shown.json`` beside ``portfolio.json`` unless it names another; *published* is another file.

    Raises:
        InvalidDocument: A document in the folder is not valid; nothing was written.
    """
    portfolio = load_folder(Path(source), limits, partial(library_of, catalogue))
    if published is None and publishable:
        published = Path(source, record_path(portfolio))
    return report(
        portfolio,
        folder,
        profiles=profiles,
        formats=formats,
        as_at=as_at,
        language=language,
        catalogue=catalogue,
        published=published,
        strict=strict,
        publishable=publishable,
        overwrite=overwrite,
    )
