"""The semantic diff of two editions of a document, or of two portfolios.

Things are paired by their ids, and by their words where an id changed. Each `Difference` is one
change of one thing; `sentence` returns it as text. Releases of figures are compared by
`find_revisions`.
"""

from ._diff import diff_documents, diff_portfolios, titles_of
from ._difference import Ancestor, Difference, DifferenceKind
from ._document_tree import Titles
from ._paired_rows import OneSided, one_sided
from ._revision import REVISION_KINDS, Revision, RevisionKind, count_by_kind, find_revisions
from ._sentence import sentence

__all__ = [
    "REVISION_KINDS",
    "Ancestor",
    "Difference",
    "DifferenceKind",
    "OneSided",
    "Revision",
    "RevisionKind",
    "Titles",
    "count_by_kind",
    "diff_documents",
    "diff_portfolios",
    "find_revisions",
    "one_sided",
    "sentence",
    "titles_of",
]
