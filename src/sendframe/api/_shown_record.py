"""The record of what was shown and hidden: where it is, and what an edition adds to it."""

import os
from collections.abc import Collection, Iterable
from pathlib import Path

from sendframe.disclosure import DisclosedEvaluation, extended_record
from sendframe.documents import MANIFEST, RECORD, dump, load_document, own_results
from sendframe.errors import CannotWrite, Diagnostic, InvalidDocument, Location
from sendframe.model import Portfolio, ShownRecord

__all__ = ["record_beside", "record_in", "record_path", "with_edition"]


def record_in(path: str | os.PathLike[str] | None) -> ShownRecord | None:
    """Return the record in a file; None where there is no such file yet.

    Raises:
        InvalidDocument: It is no record.
    """
    if path is None or not Path(path).exists():
        return None
    document = load_document(Path(path))
    if not isinstance(document, ShownRecord):
        shown = Path(path).as_posix()
        message = "this is no record of what was shown"
        help_ = "Name a file for it that is not there yet, or one that a report wrote."
        raise InvalidDocument((Diagnostic("SFR013", message, Location(shown), help=help_),))
    return document


def record_path(portfolio: Portfolio) -> str:
    """Return the path of the record in the folder of a portfolio, whether it is there or not."""
    files = zip(portfolio.files(), portfolio.documents, strict=True)
    records = (file for file, document in files if file and isinstance(document, ShownRecord))
    return next(records, RECORD)


def with_edition(
    record: ShownRecord | None,
    disclosed: DisclosedEvaluation,
    *,
    profiles: Iterable[str] = (),
    voices: Iterable[str] = (),
) -> ShownRecord:
    """Return a record with one more edition; see `extended_record`."""
    if disclosed.figures is None:
        raise TypeError("only what was made from disclosed figures is recorded")
    policy = disclosed.policy.id
    return extended_record(
        record, disclosed.figures, profiles=profiles, policy=policy, voices=voices
    )


def record_beside(  # noqa: PLR0913  # keyword arguments
    folder: Path,
    names: Collection[str],
    records: Iterable[ShownRecord],
    disclosed: DisclosedEvaluation,
    *,
    profiles: Iterable[str] = (),
    voices: Iterable[str] = (),
    recorded_in: str | os.PathLike[str] | None = None,
) -> dict[str, bytes]:
    """Return the file that records what the results of a folder show, to be written with them.

    It continues the records that were read, and the one in the folder if other results stay there.
    The record beside a ``portfolio.json`` binds what is published later, so that none is made there.

    Args:
        folder: Folder of the results.
        names: Names of the results.
        records: The records that the results were made with.
        disclosed: What the results were made from.
        profiles: Ids of the reports.
        voices: Ids of the voices that they may quote.
        recorded_in: The record that has been written already; None where there is none.

    Raises:
        CannotWrite: A result has the name of the record.
    """
    if RECORD in names:
        raise CannotWrite(
            (folder / RECORD).as_posix(),
            "this name is for the record of what was shown; give another",
        )
    if recorded_in is not None and _is_same(recorded_in, folder / RECORD):
        return {}
    if os.path.lexists(folder / MANIFEST):
        return {}
    own = own_results(folder)
    given = [*records]
    if RECORD not in own or own - {RECORD, *names}:
        given += _there(folder / RECORD)
    editions = dict.fromkeys(edition for record in given for edition in record.editions)
    base = given[0].changed(editions=tuple(editions)) if given else None
    record = with_edition(base, disclosed, profiles=profiles, voices=voices)
    return {RECORD: dump(record)}


def _is_same(one: str | os.PathLike[str], other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def _there(path: Path) -> list[ShownRecord]:
    """Return the record in a file; none where it is something else, which is not replaced."""
    try:
        record = record_in(path)
    except InvalidDocument:
        return []
    return [] if record is None else [record]
