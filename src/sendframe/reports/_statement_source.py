"""The evidence that a statement repeats, recognised by its counts."""

import re
from collections.abc import Iterable

from sendframe.model import Evidence

__all__ = ["counts_in", "evidence_of_statement"]

_COUNT = re.compile(r"(\d[\d,]*) (?:of|out of) (?:the )?(\d[\d,]*)")
_LATER = re.compile(r"[Oo]f (\d[\d,]*)\b[^.]*?, (\d[\d,]*)\b")


def counts_in(words: str) -> frozenset[tuple[str, str]]:
    """Return the counts of a text: so many of so many.

    Examples:
        >>> sorted(counts_in("131 of 196 in 2024, after 104 of 172. Of 46 with a mentor, 18 come."))
        [('104', '172'), ('131', '196'), ('18', '46')]
    """
    counts = _COUNT.findall(words) + [(part, whole) for whole, part in _LATER.findall(words)]
    return frozenset((part.replace(",", ""), whole.replace(",", "")) for part, whole in counts)


def evidence_of_statement(words: str, evidence: Iterable[Evidence]) -> Evidence | None:
    """Return the first piece of evidence whose summary has a count of the text; None without one."""
    counts = counts_in(words)
    for item in evidence:
        if item.summary is not None and counts & counts_in(str(item.summary)):
            return item
    return None
