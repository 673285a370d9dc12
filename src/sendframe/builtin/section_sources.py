"""Sources.

What it shows
    The releases that the printed figures come from, with publisher, day, licence and note, and what
    else the documents of the portfolio were made from.

When it is left out
    No figure has a release, and no document names a source.

Source
    The releases of the tables of figures, and `sources` of the documents.
"""

from sendframe.plugins import Block, Cell, Section, SectionKind, Table, hookimpl
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import NOTHING, BuildContext, ProfileSection, day_name


def build(context: BuildContext, section: ProfileSection, options: object) -> Section | None:
    """Return the releases of the figures and the sources of the documents."""
    del options
    tables = (_releases(context), _documents(context))
    blocks: tuple[Block, ...] = tuple(table for table in tables if table.rows)
    return Section(section.id, context.words(section.title), blocks) if blocks else None


def _releases(context: BuildContext) -> Table:
    used = {
        point.release
        for result in context.evaluation.indicators
        for point in result.points
        if point.release
    }
    rows = tuple(
        (
            Cell(release.title),
            Cell(release.publisher),
            Cell(day_name(release.published_on) if release.published_on else _("not stated")),
            Cell(release.licence or NOTHING),
            Cell(release.note or NOTHING),
        )
        for id_, release in context.portfolio.observations.releases.items()
        if id_ in used
    )
    columns = (_("Release"), _("Publisher"), _("Published"), _("Licence"), _("Note"))
    return Table(_("Where the figures come from"), columns, rows)


def _documents(context: BuildContext) -> Table:
    rows = (
        (Cell(source.title), Cell(source.publisher or NOTHING), Cell(source.licence or NOTHING))
        for document in (context.portfolio.manifest, *context.portfolio.documents)
        for source in document.sources
    )
    columns = (_("Document"), _("Publisher"), _("Licence"))
    return Table(_("What else this was made from"), columns, tuple(dict.fromkeys(rows)))


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("sources", "Sources of figures and documents", __doc__ or "", build)]
