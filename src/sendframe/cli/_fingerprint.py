"""Fingerprints of diagnostics, which stay the same when lines move."""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence

from sendframe.errors import Diagnostic

__all__ = ["fingerprints"]


def fingerprints(diagnostics: Sequence[Diagnostic]) -> list[str]:
    """Return a unique fingerprint for each diagnostic.

    It is a SHA-256 of code, file, pointer or sheet and cell, and message, and of a counter for diagnostics that are
    equal in all of these, such as the problems of one column of a table.
    """
    seen: Counter[str] = Counter()
    digests = []
    for diagnostic in diagnostics:
        place = diagnostic.location
        cell = [] if place.sheet is None else [place.sheet, place.cell]
        parts = json.dumps([diagnostic.code, place.file, place.pointer, *cell, diagnostic.message])
        seen[parts] += 1
        digests.append(hashlib.sha256(f"{parts}{seen[parts]}".encode()).hexdigest())
    return digests
