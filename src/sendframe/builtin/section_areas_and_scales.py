"""Areas, scales and symbols.

What it shows
    The areas that the documents name, with their other names, each with where it is used, and with
    the areas before and after them; the groups of areas that figures are compared with, and how
    close areas are; the scales with their values; and what symbols in place of figures mean.

What it needs
    Documents: each portfolio names its area.

Where that is missing
    A table without rows is left out. Areas and symbols of plug-ins are not listed.
"""

from collections.abc import Iterator

from sendframe.plugins import Cell, NoOptions, Section, SectionKind, Table, hookimpl
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    areas_named,
    filled_table,
    neighbours_named,
    section_of,
    symbols_used,
    words_of_code,
)


def build(context: BuildContext, section: ProfileSection, options: NoOptions) -> Section | None:  # noqa: ARG001  # none to choose
    """Return the tables of areas, groups, scales and symbols."""
    tables = (
        _areas(context),
        _groups(context),
        _neighbours(context),
        _scales(context),
        _symbols(context),
    )
    return section_of(context, section, filter(None, tables))


def _areas(context: BuildContext) -> Table | None:
    rows = (
        (
            Cell(area.names[0].name, note=area.names[0].source),
            Cell(more=tuple(Cell(name.name, note=name.source) for name in area.names[1:])),
            Cell(more=tuple(map(Cell, area.before))),
            Cell(more=tuple(map(Cell, area.after))),
        )
        for area in areas_named(context).values()
    )
    return filled_table(
        _("Areas"), (_("Area"), _("Also called"), _("Before it"), _("After it")), rows
    )


def _groups(context: BuildContext) -> Table | None:
    rows = (
        (
            Cell(context.words(group.title), note=group.edition or ""),
            Cell(words_of_code(group.kind).capitalize()),
            Cell("" if group.method == "single" else group.method.capitalize()),
        )
        for group in context.portfolio.manifest.comparator_sets
    )
    columns = (_("Group of areas"), _("What it is"), _("Taken together as"))
    return filled_table(_("Groups of areas for comparison"), columns, rows)


def _neighbours(context: BuildContext) -> Table | None:
    return filled_table(_("How close areas are"), (_("Area"), _("Its neighbour"), _("How close")),
                        dict.fromkeys(_closeness(context)))  # fmt: skip


def _closeness(context: BuildContext) -> Iterator[tuple[Cell, ...]]:
    names = {**context.portfolio.observations.areas}
    names |= {code: area.names[0].name for code, area in areas_named(context).items()}
    for code, neighbour in neighbours_named(context):
        if neighbour.closeness:
            yield (
                Cell(names.get(code, "")),
                Cell(names.get(neighbour.area, "")),
                Cell(neighbour.closeness),
            )


def _scales(context: BuildContext) -> Table | None:
    rows = (
        (
            Cell(context.words(scale.title)),
            Cell(
                more=tuple(
                    Cell(value.name, note=context.words(value.rubric) if value.rubric else "")
                    for value in scale.values
                )
            ),
        )
        for scale in context.portfolio.scales()
    )
    return filled_table(_("Scales"), (_("Scale"), _("Its values")), dict.fromkeys(rows))


def _symbols(context: BuildContext) -> Table | None:
    rows = (
        (Cell(symbol), Cell(meaning), Cell(release))
        for symbol, meaning, release in symbols_used(context)
    )
    columns = (_("Symbol"), _("What it means"), _("Only in"))
    return filled_table(_("Symbols in place of figures"), columns, rows)


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("areas-and-scales", "Areas, scales and symbols", __doc__ or "", build)]
