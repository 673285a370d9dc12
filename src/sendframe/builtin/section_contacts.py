"""Who can help, and what families may expect.

What it shows
    Contacts with what they help with and how to reach them; what families may expect, by when, and
    what they can do where it is not kept.

What it needs
    Contacts or entitlements in governance documents or plans in force.

Where that is missing
    A list says that it is missing, but for a summary of public documents; a table is left out.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    N_,
    Block,
    Bullets,
    Callout,
    Cell,
    Contact,
    Governance,
    Section,
    SectionKind,
    Sentence,
    Table,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    NOTHING,
    BuildContext,
    ProfileSection,
    joined,
    plans_in_force,
    section_of,
)

_NOBODY = N_("who can help, with telephone numbers and hours")


@attrs.frozen
class ContactOptions:
    """How contacts are shown.

    Attributes:
        listed: Whether they are a list of short lines, without what families may expect.
        audience: Whom they are for, such as ``young-people``; those that say for whom they are, and
            are for others, are left out. Empty for all.
    """

    listed: bool = False
    audience: str = ""


def build(
    context: BuildContext, section: ProfileSection, options: ContactOptions
) -> Section | None:
    """Return a table of contacts and a list of entitlements, or a list of contacts."""
    blocks: list[Block] = []
    documents = tuple(context.portfolio.of(Governance))
    contacts = [contact for document in documents for contact in document.contacts]
    contacts += [contact for plan in plans_in_force(context) for contact in plan.contacts]
    if options.audience:
        contacts = [contact for contact in contacts if contact.audience in (None, options.audience)]
    if options.listed:
        lines = tuple(_line(context, contact) for contact in contacts)
        if not (lines or context.is_partial):
            return section_of(context, section, (Callout(_(_NOBODY), (), "missing"),))
        return section_of(context, section, (Bullets(lines),) if lines else ())
    if contacts:
        rows = tuple(
            (
                Cell(contact.service),
                Cell(context.words(contact.what_for)),
                Cell(
                    more=tuple(
                        Cell(text)
                        for text in (
                            contact.telephone,
                            contact.email,
                            contact.address,
                            contact.hours,
                            contact.link,
                        )
                        if text
                    )
                ),
            )
            for contact in contacts
        )
        heads = (_("Service"), _("What it helps with"), _("How to reach it"))
        blocks.append(Table(context.words(section.title), heads, rows, hides_caption=True))
    expected = tuple(_entitlements(context, {contact.id: contact.service for contact in contacts}))
    if expected:
        heads = (_("What families may expect"), _("By when"), _("What to do if not"))
        blocks.append(Table(_("What families may expect"), heads, expected, hides_caption=True))
    return section_of(context, section, blocks)


def _line(context: BuildContext, contact: Contact) -> Sentence:
    """Return what a contact helps with, and how to reach it."""
    ways = (contact.telephone, contact.email, contact.link)
    note = joined(filter(None, ways))
    return Sentence(context.words(contact.what_for), label=f"{contact.service}:", note=note)


def _entitlements(
    context: BuildContext, services: dict[str, str]
) -> Iterator[tuple[Cell, Cell, Cell]]:
    """Yield a row for each entitlement: the law or promise, by when, and what can be done."""
    for document in context.portfolio.of(Governance):
        for entitlement in document.entitlements:
            source, starts = entitlement.source, entitlement.clock_starts
            remedies = []
            for remedy in entitlement.remedies:
                limit = context.words(remedy.time_limit) if remedy.time_limit else ""
                service = services.get(remedy.contact or "", "")
                note = "; ".join(filter(None, (limit.rstrip("."), service)))
                remedies.append(Cell(context.words(remedy.statement), note=note))
            yield (
                Cell(
                    context.words(entitlement.statement),
                    note=", ".join(filter(None, (source.title, source.locator))),
                ),
                Cell(
                    context.words(entitlement.by_when) if entitlement.by_when else NOTHING,
                    note=_("Counted from: {starts}", starts=context.words(starts))
                    if starts
                    else "",
                ),
                Cell(more=tuple(remedies)) if remedies else Cell(NOTHING),
            )


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    title = "Who can help, and what to expect"
    return [SectionKind("contacts", title, __doc__ or "", build, ContactOptions)]
