"""How the indicators are defined.

What it shows
    Of each indicator what is counted, of whom or of what, the publication that it is taken from,
    and how small numbers are treated there. Where there are no figures yet also its definition and
    what to bear in mind, which stand beside the figures elsewhere.

What it needs
    Sets of indicators.

Where that is missing
    The section is left out, and so are an indicator of which nothing of this is stated and one of a
    plug-in's that the portfolio has no figures for.
"""

from sendframe.plugins import (
    N_,
    Cell,
    Indicator,
    IndicatorSet,
    NoOptions,
    Section,
    SectionKind,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    filled_table,
    own_documents,
    section_of,
)

_COLUMNS = (
    N_("Indicator"),
    N_("What is counted"),
    N_("Taken from"),
    N_("Small numbers there"),
    N_("To bear in mind"),
)


def build(context: BuildContext, section: ProfileSection, options: NoOptions) -> Section | None:  # noqa: ARG001  # none to choose
    """Return a table of the definitions; None without any."""
    own = {document.id for document in own_documents(context)}
    rows = (
        _row(context, indicator)
        for indicator_set in context.portfolio.of(IndicatorSet)
        for indicator in indicator_set.indicators
        if indicator_set.id in own or _has_figures(context, indicator)
    )
    with_words = [row for row in rows if row[0].note or any(cell != Cell() for cell in row[1:])]
    title = context.words(section.title)
    table = filled_table(title, tuple(map(_, _COLUMNS)), with_words, hides_caption=True)
    return section_of(context, section, [table] if table else [])


def _has_figures(context: BuildContext, indicator: Indicator) -> bool:
    result = context.results.get(indicator.id)
    return result is not None and bool(result.points or result.breakdowns)


def _row(context: BuildContext, indicator: Indicator) -> tuple[Cell, ...]:
    has_figures = _has_figures(context, indicator)
    definition = None if has_figures else indicator.definition
    caveats = () if has_figures else indicator.caveats
    return (
        Cell(context.words(indicator.title), note=context.words(definition) if definition else ""),
        Cell(
            indicator.numerator or "",
            note=_("of {denominator}", denominator=indicator.denominator)
            if indicator.denominator
            else "",
        ),
        Cell(indicator.dataset or "", note=indicator.publisher or ""),
        Cell(indicator.suppression or ""),
        Cell(more=tuple(Cell(context.words(caveat)) for caveat in caveats)),
    )


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [
        SectionKind("indicator-definitions", "How the indicators are defined", __doc__ or "", build)
    ]
