"""Compare two editions, two plans or two portfolios."""

from sendframe.editions import Difference, diff_documents, diff_portfolios
from sendframe.errors import CannotCompare
from sendframe.model import Document, Portfolio

__all__ = ["compare"]


def compare(old: Document | Portfolio, new: Document | Portfolio) -> tuple[Difference, ...]:
    """Return every difference of meaning between two documents, or between two portfolios.

    Things with the same id are the same, wherever they are; if an id is gone, they are matched by
    their text. The order of references and of statements makes no difference.

    Args:
        old: The older document or portfolio.
        new: The newer one.

    Returns:
        Differences in the order of the new documents.

    Raises:
        CannotCompare: They are of different kinds.
    """
    if isinstance(old, Portfolio) and isinstance(new, Portfolio):
        return diff_portfolios(old, new)
    if isinstance(old, Portfolio) or isinstance(new, Portfolio):
        kinds = ["portfolio" if isinstance(side, Portfolio) else "document" for side in (old, new)]
        raise CannotCompare(*kinds)
    return diff_documents(old, new)
