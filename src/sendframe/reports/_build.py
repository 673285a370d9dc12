"""From what may be shown and a profile to a report."""

from collections.abc import Iterable

from sendframe.disclosure import DisclosedEvaluation
from sendframe.errors import UnknownName
from sendframe.model import Profile

from . import _board, _change, _edition, _entry, _indicators, _method, _subjects
from ._context import BuildContext, Builder, day
from ._model import ReportModel, Section

__all__ = ["SECTION_KINDS", "build"]

_BUILDERS: dict[str, Builder] = {
    "challenges": _board.challenges,
    "changes": _change.changes,
    "criteria": _subjects.criteria,
    "discrepancies": _board.discrepancies,
    "edition": _edition.edition,
    "entries": _entry.entries,
    "exceptions": _board.exceptions,
    "governance": _board.governance,
    "indicators": _indicators.indicators,
    "judgements": _edition.judgements,
    "method": _method.method,
    "not-scored": _method.not_scored,
    "overview": _indicators.overview,
    "plan-changes": _change.plan_changes,
    "priorities": _subjects.priorities,
    "reviews": _board.reviews,
    "sources": _method.sources,
    "strategies": _subjects.strategies,
    "summary": _board.summary,
}

SECTION_KINDS = tuple(sorted(_BUILDERS))
"""The kinds of section a profile may name."""


def build(disclosed: DisclosedEvaluation, profile: Profile, made_by: str = "") -> ReportModel:
    """Make a report of one profile.

    What plug-ins failed to do is told in every report, whether or not its profile has a section
    for it.

    Args:
        disclosed: What may be shown; nothing else is looked at.
        profile: Which sections it has, and for whom.
        made_by: Where the profile comes from: the plug-in, with distribution and version.

    Raises:
        UnknownName: The profile names a kind of section that there is not.
    """
    context = BuildContext(disclosed, profile, made_by)
    sections = []
    for each in profile.sections:
        if each.kind not in _BUILDERS:
            raise UnknownName("kind of section", each.kind, SECTION_KINDS)
        section = _BUILDERS[each.kind](context, each)
        if section is not None:
            sections.append(section)
    faults = _method.plug_in_faults(context)
    if faults and all(each.kind != "not-scored" for each in profile.sections):
        sections.append(Section(_free_id("not-scored", sections), "Not scored", tuple(faults)))
    manifest, evaluation = context.portfolio.manifest, context.evaluation
    return ReportModel(
        profile=profile.id,
        title=f"{context.area.name}: {context.words(profile.title)}",
        subtitle=f"As at {day(evaluation.as_at)}",
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
    """Return an id that no section has."""
    taken = {each.id for each in sections}
    while wanted in taken:
        wanted += "-again"
    return wanted
