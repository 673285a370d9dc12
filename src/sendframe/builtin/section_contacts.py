"""Who can help, and what families may expect.

What it shows
    Contacts with what they help with and how to reach them; what families may expect, by when, and
    what they can do where it is not kept.

What it needs
    Contacts or entitlements in governance documents or plans in force.

Where that is missing
    The section is left out.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    Block,
    Bullets,
    Cell,
    Contact,
    Governance,
    Section,
    SectionKind,
    Sentence,
    Table,
    hookimpl,
)
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    joined,
    plans_in_force,
    section_of,
)


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
        heads = ("Service", "What it helps with", "How to reach it")
        blocks.append(Table(context.words(section.title), heads, rows, hides_caption=True))
    items = tuple(_entitlements(context, {contact.id: contact.service for contact in contacts}))
    if items:
        blocks.append(Bullets(items))
    return section_of(context, section, blocks)


def _line(context: BuildContext, contact: Contact) -> Sentence:
    """Return what a contact helps with, and how to reach it."""
    ways = (contact.telephone, contact.email, contact.link)
    note = joined(filter(None, ways))
    return Sentence(context.words(contact.what_for), label=f"{contact.service}:", note=note)


def _entitlements(context: BuildContext, services: dict[str, str]) -> Iterator[Sentence]:
    for document in context.portfolio.of(Governance):
        for entitlement in document.entitlements:
            source = entitlement.source
            note = ", ".join(filter(None, (source.title, source.locator)))
            yield Sentence(
                context.words(entitlement.statement), label="What to expect:", note=f"{note}."
            )
            if entitlement.by_when:
                yield Sentence(context.words(entitlement.by_when), label="By when:")
            if entitlement.clock_starts:
                yield Sentence(context.words(entitlement.clock_starts), label="Counted from:")
            for remedy in entitlement.remedies:
                limit = context.words(remedy.time_limit) if remedy.time_limit else ""
                service = services.get(remedy.contact or "", "")
                note = "; ".join(filter(None, (limit.rstrip("."), service)))
                yield Sentence(context.words(remedy.statement), label="If not:", note=note)


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    title = "Who can help, and what to expect"
    return [SectionKind("contacts", title, __doc__ or "", build, ContactOptions)]
