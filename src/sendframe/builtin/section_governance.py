"""Governance.

What it shows
    The bodies that decide and check, each with how often it meets, its purpose, its chair and its members;
    groups, meetings, decisions, what was checked, and the calendar.
    Public reports name no roles of members.

When it is left out
    No document describes a body.

Source
    `bodies` of the governance documents.
"""

from collections.abc import Iterable, Iterator

from sendframe.plugins import (
    Block,
    Bullets,
    Cell,
    Governance,
    Section,
    SectionKind,
    Sentence,
    Table,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import NOTHING, BuildContext, ProfileSection, section_of


def build(context: BuildContext, section: ProfileSection, options: object) -> Section | None:
    """Return the bodies that decide and check, with purpose, chair and members."""
    del options
    rows = tuple(
        (
            Cell(body.name, note=body.cadence or ""),
            Cell(context.words(body.purpose) if body.purpose else NOTHING),
            Cell(_chair(body.chair, independent=body.chair_is_independent)),
            Cell(
                "; ".join(
                    _sector(group.sector, () if context.profile.public else group.roles)
                    for group in body.membership
                )
                or NOTHING
            ),
        )
        for document in context.portfolio.of(Governance)
        for body in document.bodies
    )
    items = tuple(_events(context))
    if not (rows or items):
        return None
    columns = (_("Body"), _("What it does"), _("Chair"), _("Members"))
    table = Table(context.words(section.title), columns, rows, hides_caption=True)
    blocks: list[Block] = [table] if rows else []
    if items:
        blocks.append(Bullets(items))
    return section_of(context, section, blocks)


def _events(context: BuildContext) -> Iterator[Sentence]:
    """Yield groups, what bodies met about, decided and checked, and what comes round."""
    for document in context.portfolio.of(Governance):
        for group in document.delivery_groups:
            purpose = context.words(group.purpose) if group.purpose else ""
            yield Sentence(purpose, label=f"{group.name}{':' if purpose else '.'}")
        for meeting in document.meetings:
            if meeting.summary:
                body = context.bodies.get(meeting.body) or _("Meeting")
                label = f"{body}, {meeting.on}:"
                yield Sentence(context.words(meeting.summary), label=label)
            for item in meeting.agenda:
                yield Sentence(
                    context.words(item.matter), label=_("On the agenda, {on}:", on=meeting.on)
                )
        yield from _done(context, document)


def _done(context: BuildContext, document: Governance) -> Iterator[Sentence]:
    """Yield what bodies decided and checked, and what comes round."""
    for decision in document.decisions:
        label = _("Decided, {on}:", on=decision.on) if decision.on else _("Decided:")
        yield Sentence(context.words(decision.statement), label=label)
    for activity in document.assurance_activities:
        yield Sentence(context.words(activity.checked), label=_("Checked, {on}:", on=activity.on))
        if activity.found:
            yield Sentence(context.words(activity.found), label=_("Found:"))
    for entry in document.calendar:
        if entry.title:
            when = ", ".join(filter(None, (str(entry.on or ""), entry.cadence)))
            note = f"{when}." if when else ""
            yield Sentence(context.words(entry.title), label=_("Calendar:"), note=note)


def _chair(chair: str | None, *, independent: bool | None) -> str:
    if not chair:
        return NOTHING
    return (
        _("{chair} (independent)", chair=chair)
        if independent and "independent" not in chair
        else chair
    )


def _sector(sector: str, roles: Iterable[str]) -> str:
    """Return a sector with its roles, where they are stated."""
    stated = ", ".join(roles)
    return f"{sector}: {stated}" if stated else sector


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("governance", "Who is responsible and who checks", __doc__ or "", build)]
