"""Compare two editions, two plans or two portfolios."""

import attrs

from sendframe.editions import Difference, diff_documents, diff_portfolios
from sendframe.errors import CannotCompare
from sendframe.model import Document, Portfolio

from ._areas import with_present_codes

__all__ = ["compare"]


def compare(old: Document | Portfolio, new: Document | Portfolio) -> tuple[Difference, ...]:
    """Return every difference of meaning between two documents, or between two portfolios.

    Things with the same id are the same, wherever they are; if an id is gone, they are matched by
    their text. The order of references and of statements makes no difference. Between portfolios,
    figures that contradict themselves or are in doubt are marked: by their own series and the
    comparator sets of the portfolio, in all areas. Targets are not looked at.

    Args:
        old: The older document or portfolio.
        new: The newer one.

    Returns:
        Differences in the order of the new documents.

    Raises:
        CannotCompare: They are of different kinds.
    """
    if isinstance(old, Portfolio) and isinstance(new, Portfolio):
        return diff_portfolios(*map(_with_present_codes, (old, new)))
    if isinstance(old, Portfolio) or isinstance(new, Portfolio):
        kinds = ["portfolio" if isinstance(side, Portfolio) else "document" for side in (old, new)]
        raise CannotCompare(*kinds)
    return diff_documents(old, new)


def _with_present_codes(portfolio: Portfolio) -> Portfolio:
    table = with_present_codes(portfolio.observations, portfolio.documents)
    return attrs.evolve(portfolio, observations=table)
