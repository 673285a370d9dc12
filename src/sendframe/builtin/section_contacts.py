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

from sendframe.plugins import (
    Block,
    Bullets,
    Cell,
    Governance,
    NoOptions,
    Section,
    SectionKind,
    Sentence,
    Table,
    hookimpl,
)
from sendframe.plugins.sections import BuildContext, ProfileSection, plans_in_force, section_of


def build(context: BuildContext, section: ProfileSection, options: NoOptions) -> Section | None:  # noqa: ARG001
    """Return a table of contacts and a list of entitlements; None without either."""
    blocks: list[Block] = []
    documents = tuple(context.portfolio.of(Governance))
    contacts = [contact for document in documents for contact in document.contacts]
    contacts += [contact for plan in plans_in_force(context) for contact in plan.contacts]
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
    return [SectionKind("contacts", "Who can help, and what to expect", __doc__ or "", build)]
