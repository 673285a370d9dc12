"""Build a report from an evaluation that may be shown, a profile and kinds of sections."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial

import attrs

from sendframe.disclosure import DisclosedEvaluation
from sendframe.errors import UnknownName
from sendframe.evaluation import NotAccepted, PluginIsolation, Provided, failure_note
from sendframe.language import ENGLISH, N_, current_language
from sendframe.language import gettext as _
from sendframe.model import EMPTY, FrozenMap, Json, Maker, Profile, ProfileSection, day_name

from ._author_language import author_languages, with_author_languages
from ._context import BuildContext
from ._drafts import draft_reasons
from ._meeting import board_of, next_meeting_day
from ._one_ink import in_one_ink
from ._page_fit import fitted
from ._plugin_problems import plugin_problems
from ._profile_language import profile_in_language
from ._report_model import ReportModel, Section
from ._section_check import section_problem
from ._section_kind import SectionKind

__all__ = ["build"]

_BOARD = "board"
_DRAFT = N_("Draft: not to be published.")
_NOT_SCORED = "not-scored"
"""The kind of section that lists the failures of plug-ins; it is built after all others."""


def build(  # noqa: PLR0913  # keyword arguments
    disclosed: DisclosedEvaluation,
    profile: Profile,
    sections: Mapping[str, Provided[SectionKind]],
    *,
    isolation: PluginIsolation,
    made_by: str = "",
    beside: Iterable[str] = (),
    absent: Collection[str] = (),
) -> ReportModel:
    """Build the report of one profile.

    A section that fails leaves out only itself. Every report lists the failures of plug-ins,
    whether or not its profile has a section for them.

    Args:
        disclosed: The evaluation and the documents that may be shown; nothing else is read.
        profile: The sections of the report and its readers.
        sections: The kinds of sections, by id.
        isolation: Runs the kinds of sections, and has the failures afterwards.
        made_by: The plug-in that the profile comes from, with distribution and version.
        beside: Ids of the profiles whose reports are made together with this one.
        absent: Kinds of plug-ins that failed to load; their sections are left out.

    Raises:
        UnknownName: The profile names an unknown kind of section.
    """
    profile = profile_in_language(profile)
    wanted = [section for section in profile.sections if section.kind not in absent]
    for section in wanted:
        if section.kind not in sections:
            raise UnknownName("kind of section", section.kind, tuple(sorted(sections)))
    used = [sections[section.kind] for section in wanted]
    context = BuildContext(_with_makers(disclosed, used), profile, made_by, tuple(beside))
    earlier = len(isolation.failures)
    built: dict[str, Section | None] = {}
    for section in sorted(wanted, key=lambda section: section.kind == _NOT_SCORED):
        if section.kind == _NOT_SCORED:
            context = _with_failures(context, isolation, earlier)
        built[section.id] = _built(context, section, sections[section.kind], isolation)
    context = _with_failures(context, isolation, earlier)
    made = list(_placed(wanted, built))
    problems = plugin_problems(context)
    listed = any(built[section.id] for section in wanted if section.kind == _NOT_SCORED)
    if problems and not listed:
        made.append(Section(_free_id(_NOT_SCORED, made), _("Not scored"), tuple(problems)))
    manifest, evaluation = context.portfolio.manifest, context.evaluation
    draft = tuple(draft_reasons(context, made)) if profile.public else ()
    shown = tuple(made)
    if current_language() is not ENGLISH:
        shown = with_author_languages(shown, author_languages(context.portfolio.texts()))
    model = ReportModel(
        profile=profile.id,
        title=f"{context.area.name}: {_title(context)}",
        subtitle=_subtitle(context),
        area=context.area.name,
        as_at=evaluation.as_at,
        sections=in_one_ink(shown) if profile.theme == "youth" else shown,
        notice=str(manifest.notice) if manifest.notice else "",
        handling_mark=_(_DRAFT) if draft else _handling_mark(context),
        fictional=context.area.fictional,
        public=profile.public,
        theme=profile.theme,
        page=profile.page,
        draft=draft,
        makers=evaluation.makers,
        inputs=evaluation.inputs,
        made_by=made_by,
        language=current_language().tag,
    )
    return fitted(model, profile.budget)


def _placed(
    wanted: Iterable[ProfileSection], built: Mapping[str, Section | None]
) -> Iterator[Section]:
    """Yield the sections that have contents; none stands beside one that was left out."""
    before: Section | None = None
    for section in wanted:
        part = built[section.id]
        if part is not None:
            yield part if before is not None else attrs.evolve(part, beside=False)
        before = part


def _title(context: BuildContext) -> str:
    """Return the title of the report; another one, where the profile has it, of public figures."""
    profile = context.profile
    public = profile.words.get("public_title", "") if context.is_partial else ""
    return public or context.words(profile.title)


def _subtitle(context: BuildContext) -> str:
    """Return whom the report is for, when they meet, and the day it was made for.

    The reader of the profile goes before the body that checks the plan.
    """
    day = day_name(context.evaluation.as_at)
    reader = context.profile.reader
    is_for_board = reader is None and context.profile.audience == _BOARD
    board = board_of(context) if is_for_board else None
    if board is not None:
        meets = next_meeting_day(context)
        name = board.name.removeprefix(f"{context.area.name} ")
        reader = (
            _("the {body} of {day}", body=name, day=meets) if meets else _("the {body}", body=name)
        )
    return (
        _("For {reader}, as at {day}", reader=reader, day=day)
        if reader
        else _("As at {day}", day=day)
    )


def _handling_mark(context: BuildContext) -> str:
    """Return the handling mark; none for a report of public documents alone."""
    mark = context.profile.handling_mark
    return context.words(mark) if mark and not context.is_partial else ""


def _with_makers(
    disclosed: DisclosedEvaluation, used: Iterable[Provided[SectionKind]]
) -> DisclosedEvaluation:
    """Return what may be shown, with the plug-ins that the sections come from among its makers."""
    makers = {(maker.name, maker.version): maker for maker in disclosed.evaluation.makers}
    for provided in used:
        if provided.distribution != "sendframe":
            key = (provided.distribution, provided.version)
            maker = makers.get(key) or Maker(name=key[0], version=key[1])
            ids = {*maker.provides, provided.record.id}
            makers[key] = maker.changed(provides=tuple(sorted(ids)))
    ordered = tuple(maker for __, maker in sorted(makers.items()))
    return attrs.evolve(disclosed, evaluation=disclosed.evaluation.changed(makers=ordered))


def _with_failures(context: BuildContext, isolation: PluginIsolation, earlier: int) -> BuildContext:
    """Return a context whose evaluation has the failures of this report's sections as well."""
    new = tuple(failure_note(failure) for failure in isolation.failures[earlier:])
    known = context.evaluation.failures
    if set(new) <= set(known):
        return context
    evaluation = context.evaluation.changed(failures=tuple(dict.fromkeys((*known, *new))))
    return attrs.evolve(context, disclosed=attrs.evolve(context.disclosed, evaluation=evaluation))


def _built(
    context: BuildContext,
    section: ProfileSection,
    provided: Provided[SectionKind],
    isolation: PluginIsolation,
) -> Section | None:
    """Return a section; None where it is empty, or where it failed, which is recorded."""
    options = isolation.options(provided, _options_of(context, section, provided.record.id))
    if options is None:
        return None
    # A plug-in of others cannot quote by mistake what this report may not.
    seen = context if provided.distribution == "sendframe" else context.quotable
    call = partial(_run_builder, provided.record, seen, section, options)
    return isolation.run(provided, provided.record.id, call)


def _options_of(context: BuildContext, section: ProfileSection, kind: str) -> FrozenMap[Json]:
    """Return the options of a kind: those of the portfolio, and over them those of the profile."""
    general = context.disclosed.portfolio.manifest.options.get(kind, EMPTY)
    if not isinstance(general, FrozenMap):
        return FrozenMap({kind: general})  # which is refused, with the reason
    return FrozenMap({kind: FrozenMap({**general, **section.options})})


def _run_builder(
    kind: SectionKind, context: BuildContext, section: ProfileSection, options: object
) -> Section | None:
    """Run a builder and check its section, so that no renderer fails because of it."""
    built: object = kind.build(context, section, options)  # whatever a plug-in returns
    if built is None:
        return None
    problem = section_problem(built)
    if problem is not None or not isinstance(built, Section):
        raise NotAccepted(f"it returns {problem}, not a Section of the report's blocks")
    return built


def _free_id(wanted: str, sections: Iterable[Section]) -> str:
    """Return an id that no section has, the wanted one if it is free."""
    taken = {section.id for section in sections}
    while wanted in taken:
        wanted += "-again"
    return wanted
