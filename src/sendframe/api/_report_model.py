"""Making reports, and rendering them."""

import html
import re
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, Literal

import attrs

from sendframe.disclosure import DisclosedEvaluation
from sendframe.errors import NothingToReport, NotPublishable, UnknownName
from sendframe.evaluation import NotAccepted, PluginIsolation, failure_note
from sendframe.language import in_language
from sendframe.model import FrozenMap, Json, Portfolio, Profile
from sendframe.plugins import Catalogue, RenderedFile, Renderer
from sendframe.reports import ReportModel, build

from ._evaluation import raise_failures

__all__ = [
    "MadeReport",
    "available",
    "missing_contents",
    "profiles_of",
    "rendered",
    "report_models",
    "require_contents",
    "require_publishable",
]

_WORDS = {"renderers": "format", "sections": "kind of section"}

_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}")


@attrs.frozen(repr=False)
class MadeReport:
    """A report that was made and not written.

    In a notebook it is shown as its page, in a frame of its own, after disclosure control like
    every report. Its ``repr`` is that of its model: a name and a count.

    Attributes:
        model: The report as data.
    """

    model: ReportModel
    _catalogue: Catalogue
    _chosen: FrozenMap[Json]

    def __repr__(self) -> str:
        return repr(self.model)

    def files(self, name: str = "html") -> dict[str, bytes]:
        """Return its files in one format, by their names.

        Args:
            name: Id of the format.

        Raises:
            UnknownName: There is no such format.
            ExceptionGroup: The renderer failed. It holds a `PluginFailed`.
        """
        names, offered = available("renderers", (name,), self._catalogue)
        isolation = PluginIsolation(debug=offered.debug)
        with in_language(offered.language(self.model.language)):
            made = rendered(self.model, names, offered, self._chosen, isolation)
        raise_failures((*offered.renderer_failures, *isolation.failures), ())
        return made

    def _repr_html_(self) -> str:
        page = html.escape(next(iter(self.files().values())).decode("utf-8"))
        title = html.escape(f"{self.model.title}, {self.model.area}")
        return f'<iframe title="{title}" srcdoc="{page}" sandbox="" width="100%" height="800"></iframe>'


def _known_names(kind: str, names: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    wanted, there = tuple(dict.fromkeys(names)), tuple(known)
    for name in wanted:
        if name not in there:
            raise UnknownName(kind, name, there)
    return wanted


def profiles_of(portfolio: Portfolio, catalogue: Catalogue) -> dict[str, tuple[Profile, str]]:
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
    known = profiles_of(disclosed.portfolio, catalogue)
    names = _known_names("profile", profiles, known)
    kinds = [section.kind for name in names for section in known[name][0].sections]
    there, offered = available("sections", kinds, catalogue)
    evaluation = disclosed.evaluation
    failed = tuple(failure_note(failure) for failure in offered.section_failures)
    evaluation = evaluation.changed(failures=(*evaluation.failures, *failed))
    disclosed = attrs.evolve(disclosed, evaluation=evaluation)
    isolation.failures.extend(offered.section_failures)
    absent = frozenset(kinds) - frozenset(there)
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


def missing_contents(profile: Profile, model: ReportModel) -> tuple[str, ...]:
    """Return the headings of the sections that a report is for, if none of them has contents."""
    made = {section.id for section in model.sections}
    if made.isdisjoint(profile.needs_one_of):
        needed = (section for section in profile.sections if section.id in profile.needs_one_of)
        return tuple(str(section.title) for section in needed)
    return ()


def require_contents(
    models: Iterable[ReportModel], portfolio: Portfolio, catalogue: Catalogue
) -> None:
    """Require that each report has contents of a section that it is for.

    Raises:
        NothingToReport: A report has none.
    """
    profiles = profiles_of(portfolio, catalogue)
    for model in models:
        missing = missing_contents(profiles[model.profile][0], model)
        if missing:
            raise NothingToReport(model.profile, missing)


def require_publishable(models: Iterable[ReportModel]) -> None:
    """Require that each report is for the public and no draft.

    Raises:
        NotPublishable: One is not; it has the reasons for each.
    """
    reasons = [
        (model.profile, reason)
        for model in models
        for reason in (model.draft if model.public else ("it is not for the public",))
    ]
    if reasons:
        raise NotPublishable(tuple(reasons))


def available(
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


def rendered(
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
