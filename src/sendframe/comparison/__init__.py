"""Two editions, two plans or two portfolios side by side: what changed, by meaning and not by line.

Ids lead, and words help where an id changed. Each `Difference` says what became of one thing;
`sentence` says it in words.
"""

from ._compare import compare_documents, compare_portfolios, names_of
from ._difference import Ancestor, Difference, DifferenceKind
from ._node import Names
from ._revision import REVISION_KINDS, Revision, RevisionKind, counted, revised
from ._sentence import sentence

__all__ = [
    "REVISION_KINDS",
    "Ancestor",
    "Difference",
    "DifferenceKind",
    "Names",
    "Revision",
    "RevisionKind",
    "compare_documents",
    "compare_portfolios",
    "counted",
    "names_of",
    "revised",
    "sentence",
]
