"""The rows of figures behind the ids of facts that reports print."""

from collections.abc import Iterable

from sendframe.figures import Figures
from sendframe.model import ComparatorSet

from ._fact_text import period_key, slug

__all__ = ["rows_by_fact"]


def rows_by_fact(
    figures: Figures, area: str, comparator_sets: Iterable[ComparatorSet] = ()
) -> dict[str, tuple[int, ...]]:
    """Return the rows of figures by the id of the fact that an evaluation makes of them.

    A figure of the area itself has one row, and a comparison those of the areas compared with.

    Args:
        figures: The figures.
        area: Code of the area that is evaluated.
        comparator_sets: What it is compared with.
    """
    own = figures.observations.present_code(area)
    sets: dict[str, list[str]] = {}
    for each in comparator_sets:
        for code in each.areas:
            sets.setdefault(figures.observations.present_code(code), []).append(each.id)
    rows: dict[str, list[int]] = {}
    for row in range(len(figures)):
        code, dimensions = figures.areas[figures.area_of(row)], figures.dimensions_of(row)
        first = f"indicator/{figures.indicator_of(row).id}"
        period = period_key(figures.period_of(row))
        if code == own:
            parts = "".join(f"/{slug(name)}/{slug(part)}" for name, part in dimensions.items())
            rows.setdefault(f"{first}{parts}/{period}", []).append(row)
        elif not dimensions:
            rows.setdefault(f"{first}/area/{code}/{period}", []).append(row)
        for id_ in () if dimensions else sets.get(code, ()):
            rows.setdefault(f"{first}/comparison/{id_}/{period}", []).append(row)
    return {fact: tuple(of_fact) for fact, of_fact in rows.items()}
