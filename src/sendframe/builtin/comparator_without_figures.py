"""Comparator set with areas that do not belong there.

What it checks
    Whether each area of a comparator set has a figure of some indicator that is compared, and
    whether the areas of a set, other than a set of one, are of one kind.

Why it matters
    A code that is mistyped makes a mean of nine areas out of one of ten, and nobody sees it.
    England among local authorities is no neighbour, and takes a place in their ranks.

Example:
    ``E06009999`` in a set of statistical neighbours.

How to put it right
    Correct the code, or bring the figures of the area; leave areas of another kind out.
    ``sendframe areas comparators CODE`` prints sets that are right.

Source
    Benchmarks say how many areas they rest on and which are missing: sendframe's own rule.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, ComparatorSet, Diagnostic, hookimpl

MOST_NAMED = 10


def _absent(context: CheckContext) -> dict[str, set[str]]:
    """Return by comparator set the areas without a figure for every indicator compared."""
    found: dict[str, set[str]] = {}
    for result in context.indicators.values():
        for each in result.comparisons:
            missing = found.setdefault(each.comparator, {*each.missing})
            missing.intersection_update(each.missing)
    return found


def _kinds(context: CheckContext, comparator: ComparatorSet) -> list[str]:
    kinds = context.portfolio.observations.kinds
    return sorted({kinds[each] for each in comparator.areas if each in kinds})


def _named(codes: set[str]) -> str:
    shown = sorted(codes)[:MOST_NAMED]
    more = f" and {len(codes) - MOST_NAMED} more" if len(codes) > MOST_NAMED else ""
    return f"{', '.join(shown)}{more}"


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield what is found, set by set."""
    all_absent = _absent(context)
    for each in context.portfolio.manifest.comparator_sets:
        absent = all_absent.get(each.id)
        if absent:
            yield context.diagnostic(
                f"the comparator set '{each.id}' names areas of which there is no figure: "
                f"{_named(absent)}",
                at=each,
                about=each.id,
                help="Correct the code, or bring the figures of the area.",
            )
        kinds = _kinds(context, each)
        if kinds[1:]:
            yield context.diagnostic(
                f"the comparator set '{each.id}' mixes areas of the kinds {' and '.join(kinds)}",
                at=each,
                about=each.id,
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
