"""Build a report from an evaluation that may be shown and a profile."""

from collections.abc import Iterable

from sendframe.disclosure import DisclosedEvaluation
from sendframe.errors import UnknownName
from sendframe.model import Profile, day_name

from . import _edition_changes, _governance, _indicators, _method, _self_evaluation
from ._context import BuildContext, Builder
from ._criteria import criteria
from ._criterion_entries import entries
from ._discrepancies import discrepancies
from ._exceptions import exceptions
from ._plans import strategies
from ._priorities import priorities
from ._report_model import ReportModel, Section
from ._reviews import reviews
from ._summary import summary

__all__ = ["SECTION_KINDS", "build"]

_BUILDERS: dict[str, Builder] = {
    "challenges": _governance.challenges,
    "changes": _edition_changes.changes,
    "criteria": criteria,
    "discrepancies": discrepancies,
    "edition": _self_evaluation.edition,
    "entries": entries,
    "exceptions": exceptions,
    "governance": _governance.governance,
    "indicators": _indicators.indicators,
    "judgements": _self_evaluation.judgements,
    "method": _method.method,
    "not-scored": _method.not_scored,
    "overview": _indicators.overview,
    "plan-changes": _edition_changes.plan_changes,
    "priorities": priorities,
    "reviews": reviews,
    "sources": _method.sources,
    "strategies": strategies,
    "summary": summary,
}

SECTION_KINDS = tuple(sorted(_BUILDERS))
"""The kinds of section a profile may name."""


def build(disclosed: DisclosedEvaluation, profile: Profile, made_by: str = "") -> ReportModel:
    """Build the report of one profile.

    Every report lists the failures of plug-ins, whether or not its profile has a section for them.

    Args:
        disclosed: The evaluation and the documents that may be shown; nothing else is read.
        profile: The sections of the report and its readers.
        made_by: The plug-in that the profile comes from, with distribution and version.

    Raises:
        UnknownName: The profile names an unknown kind of section.
    """
    context = BuildContext(disclosed, profile, made_by)
    sections = []
    for profile_section in profile.sections:
        builder = _BUILDERS.get(profile_section.kind)
        if builder is None:
            raise UnknownName("kind of section", profile_section.kind, SECTION_KINDS)
        section = builder(context, profile_section)
        if section is not None:
            sections.append(section)
    problems = _method.plugin_problems(context)
    if problems and all(wanted.kind != "not-scored" for wanted in profile.sections):
        sections.append(Section(_free_id("not-scored", sections), "Not scored", tuple(problems)))
    manifest, evaluation = context.portfolio.manifest, context.evaluation
    return ReportModel(
        profile=profile.id,
        title=f"{context.area.name}: {context.words(profile.title)}",
        subtitle=f"As at {day_name(evaluation.as_at)}",
        area=context.area.name,
        as_at=evaluation.as_at,
        sections=tuple(sections),
        notice=str(manifest.notice) if manifest.notice else "",
        handling_mark=str(profile.handling_mark) if profile.handling_mark else "",
        fictional=context.area.fictional,
        public=profile.public,
        makers=evaluation.makers,
        inputs=evaluation.inputs,
        made_by=made_by,
    )


def _free_id(wanted: str, sections: Iterable[Section]) -> str:
    """Return an id that no section has, the wanted one if it is free."""
    taken = {section.id for section in sections}
    while wanted in taken:
        wanted += "-again"
    return wanted
