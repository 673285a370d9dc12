"""What stays the same of a finding from one run to the next, though its line moves."""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence

from sendframe.errors import Diagnostic

__all__ = ["fingerprints"]


def fingerprints(diagnostics: Sequence[Diagnostic]) -> list[str]:
    """Return a fingerprint for each, no two alike.

    It is a SHA-256 of code, file, pointer and message. Of several that are alike in all of
    these, such as the problems of one column of a table, the second counts as the second,
    whichever lines they stand in.
    """
    seen: Counter[str] = Counter()
    digests = []
    for diagnostic in diagnostics:
        parts = json.dumps(
            [
                diagnostic.code,
                diagnostic.location.file,
                diagnostic.location.pointer,
                diagnostic.message,
            ]
        )
        seen[parts] += 1
        digests.append(hashlib.sha256(f"{parts}{seen[parts]}".encode()).hexdigest())
    return digests
