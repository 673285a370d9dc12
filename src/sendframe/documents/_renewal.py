"""Files of older versions, written anew: all of one call, or none."""

import os
from collections.abc import Iterable
from pathlib import Path

import attrs

from sendframe.errors import InvalidDocument

from ._document import placed
from ._findings import Findings
from ._folder import read_path
from ._layout import laid_out
from ._migration import Migrated
from ._older import would_be_lost
from ._parse import DEFAULT_LIMITS, Limits
from ._write import write_all

__all__ = ["Renewal", "renewals", "write_renewals"]


@attrs.frozen(eq=False)
class Renewal:
    """A document, and what a migration makes of it.

    Attributes:
        file: Its name as the user knows it.
        kind: Its kind.
        migrated: What became of it; None where it is of the current version already.
    """

    file: str
    kind: str
    migrated: Migrated | None


def renewals(
    paths: Iterable[Path], limits: Limits = DEFAULT_LIMITS, *, allow_loss: bool = False
) -> tuple[Renewal, ...]:
    """Read documents and folders, and migrate what is of an older version, in memory.

    Args:
        paths: Documents, and folders of a ``portfolio.json``, all of whose documents are meant.
        limits: How much of each document is accepted.
        allow_loss: Whether the new documents may say less than the old ones.

    Returns:
        Each document once, in the order given.

    Raises:
        InvalidDocument: Something is wrong with one of them, or would be lost; the problems of
            all paths are told.
    """
    problems = Findings()
    found: dict[str, Renewal] = {}
    for path in paths:
        documents, told = read_path(path, limits)
        problems.add(each for each in told if each.severity != "note")
        for raw in documents:
            if raw.migrated is not None and not allow_loss:
                lost = would_be_lost(raw.migrated, raw.file)
                problems.add(placed(lost, {raw.file: raw.data}))
            if raw.file is not None and raw.kind is not None:
                place = os.path.realpath(raw.file)
                found.setdefault(place, Renewal(raw.file, raw.kind, raw.migrated))
    if problems.found:
        raise InvalidDocument(problems.told())
    return tuple(found.values())


def write_renewals(made: Iterable[Renewal]) -> tuple[Path, ...]:
    """Write every document that differs, all or none; links are followed, and stay links.

    Tables, and documents of the current version, are left as they are.

    Raises:
        CannotWrite: The operating system refused; then everything is as it was.
    """
    return write_all(
        {
            Path(os.path.realpath(each.file)): laid_out(each.migrated.document)
            for each in made
            if each.migrated is not None
        }
    )
