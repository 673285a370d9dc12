"""The documents themselves.

What it shows
    Each document with its kind, its edition and its note; what the documents cite, and where in it;
    the releases that figures are taken from, and the files that are read; and the findings of
    checks that are accepted for the time being, with the reason.

What it needs
    Documents: each portfolio has at least one.

Where that is missing
    A table without rows is left out. Documents of plug-ins and profiles are not listed. Reports for
    the public leave out the reasons for what is accepted.
"""

from collections.abc import Iterator

from sendframe.plugins import (
    Cell,
    NoOptions,
    ReleaseMapping,
    Section,
    SectionKind,
    Table,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    cited_sources,
    day_name,
    document_kind,
    filled_table,
    own_documents,
    releases_of,
    section_of,
)


def build(context: BuildContext, section: ProfileSection, options: NoOptions) -> Section | None:  # noqa: ARG001  # none to choose
    """Return the tables of documents, of what they cite, of releases and of exceptions."""
    tables = (
        _documents(context),
        _sources(context),
        _releases(context),
        _files(context),
        None if context.profile.public else _exceptions(context),
    )
    return section_of(context, section, filter(None, tables))


def _documents(context: BuildContext) -> Table | None:
    rows = (
        (
            Cell(context.words(document.title)),
            Cell(document_kind(document), note=getattr(document, "publisher", None) or ""),
            Cell(getattr(document, "edition", None) or getattr(document, "version", None) or ""),
            Cell(context.words(document.note) if document.note else ""),
        )
        for document in own_documents(context)
    )
    return filled_table(
        _("The documents"), (_("Document"), _("What it is"), _("Edition"), _("About it")), rows
    )


def _sources(context: BuildContext) -> Table | None:
    rows = (
        (Cell(source.title), Cell(source.publisher or ""), Cell(source.locator or ""))
        for source in cited_sources(context)
    )
    columns = (_("Source"), _("Publisher"), _("Where in it"))
    return filled_table(_("What the documents cite"), columns, dict.fromkeys(rows))


def _releases(context: BuildContext) -> Table | None:
    rows = (
        (
            Cell(release.title),
            Cell(release.publisher),
            Cell(day_name(release.published_on) if release.published_on else ""),
            Cell(release.note or ""),
        )
        for release in releases_of(context)
    )
    columns = (_("Release"), _("Publisher"), _("Published"), _("About it"))
    return filled_table(_("Releases of figures"), columns, dict.fromkeys(rows))


def _files(context: BuildContext) -> Table | None:
    rows = (
        (Cell(file.title), Cell(document.release.title))
        for document in own_documents(context)
        if isinstance(document, ReleaseMapping)
        for file in document.files
    )
    columns = (_("File"), _("Release"))
    return filled_table(_("Files of releases that are read"), columns, dict.fromkeys(rows))


def _exceptions(context: BuildContext) -> Table | None:
    return filled_table(
        _("Accepted for the time being"),
        (_("About"), _("Why"), _("Until")),
        _accepted(context),
    )


def _accepted(context: BuildContext) -> Iterator[tuple[Cell, ...]]:
    for item in context.portfolio.manifest.accepted_exceptions:
        name = context.names.get(item.about or "", "")
        yield Cell(name), Cell(context.words(item.reason)), Cell(day_name(item.expires_on))


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("documents", "The documents themselves", __doc__ or "", build)]
