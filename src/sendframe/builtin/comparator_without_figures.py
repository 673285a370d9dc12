"""Comparator set with areas that do not belong to it.

What it checks
    Whether each area of a comparator set has a figure for at least one compared indicator, of
    whatever period, and whether all areas of a set are of one kind.

    Whether the areas of a set are alike in anything else is not checked.

Why it matters
    With a mistyped code the mean of ten areas becomes a mean of nine, and nobody notices. England in
    a set of local authorities is not a neighbour, and takes a rank among them.

Example:
    ``E06009999`` in a set of statistical neighbours.

How to put it right
    Correct the code, or add figures of the area. Remove areas of another kind.
    ``sendframe areas comparators CODE`` prints correct sets.

Source
    sendframe's own rule: a benchmark states how many areas it rests on and which are missing.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, ComparatorSet, Diagnostic, hookimpl, joined
from sendframe.plugins import gettext as _

MAX_CODES = 10
"""Most codes that a message names."""


def _areas_without_figures(context: CheckContext) -> dict[str, set[str]]:
    """Return the areas of each comparator set that have no figure for any compared indicator."""
    by_set: dict[str, set[str]] = {}
    compared: dict[str, set[str]] = {}
    for id_, result in context.indicators.items():
        for comparison in result.comparisons:
            missing = by_set.setdefault(comparison.comparator, {*comparison.missing})
            missing.intersection_update(comparison.missing)
            compared.setdefault(comparison.comparator, set()).add(id_)
    # The area's own latest period, which is what was compared, may be one that others lack.
    figures = context.portfolio.observations
    known = {
        (indicator, figures.present_code(area))
        for indicator, area in zip(figures.indicator, figures.area, strict=True)
    }
    return {
        id_: {
            area
            for area in missing
            if not any((each, figures.present_code(area)) in known for each in compared[id_])
        }
        for id_, missing in by_set.items()
    }


def _kinds(context: CheckContext, comparator: ComparatorSet) -> list[str]:
    kinds = context.portfolio.observations.kinds
    return sorted({kinds[code] for code in comparator.areas if code in kinds})


def _list_codes(codes: set[str]) -> str:
    shown = sorted(codes)[:MAX_CODES]
    text = ", ".join(shown)
    if len(codes) > MAX_CODES:
        return _("{codes} and {number} more", codes=text, number=len(codes) - MAX_CODES)
    return text


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each set with areas without figures, or of several kinds."""
    without_figures = _areas_without_figures(context)
    for comparator in context.portfolio.manifest.comparator_sets:
        missing = without_figures.get(comparator.id)
        if missing:
            yield context.diagnostic(
                _(
                    "the comparator set '{id}' names areas of which there is no figure: {codes}",
                    id=comparator.id,
                    codes=_list_codes(missing),
                ),
                at=comparator,
                about=comparator.id,
                help="Correct the code, or bring the figures of the area.",
            )
        kinds = _kinds(context, comparator)
        if kinds[1:]:
            yield context.diagnostic(
                _(
                    "the comparator set '{id}' mixes areas of the kinds {kinds}",
                    id=comparator.id,
                    kinds=joined(kinds),
                ),
                at=comparator,
                about=comparator.id,
                help="Leave out the areas that are of another kind than the area itself.",
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR310", "Areas that do not belong into a comparator set", __doc__ or "", run,
            severity="note",
        )
    ]  # fmt: skip
