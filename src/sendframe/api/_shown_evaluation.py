"""The evaluation of the figures that may be shown, written with the record of what it shows."""

import os
from datetime import date
from pathlib import Path

import attrs

from sendframe.disclosure import DisclosedEvaluation
from sendframe.documents import MANIFEST, RECORD, dump, write_all, write_results
from sendframe.model import Portfolio, ShownRecord, short_repr
from sendframe.plugins import Catalogue

from ._evaluation import disclosed_evaluation, failures_of, figures_for, raise_failures
from ._shown_record import record_beside, record_in, with_edition

__all__ = ["ShownEvaluation", "evaluate_shown"]


@attrs.frozen
class ShownEvaluation:
    """An evaluation of the figures that may be shown, and what was written.

    Attributes:
        disclosed: The evaluation, with the figures.
        files: The files written, in order.
        record: The file that records what it shows and hides; None where none does.
    """

    __repr__ = short_repr

    disclosed: DisclosedEvaluation
    files: tuple[Path, ...] = ()
    record: Path | None = None


def evaluate_shown(  # noqa: PLR0913  # keyword arguments
    portfolio: Portfolio,
    file: str | os.PathLike[str] | None = None,
    *,
    folder: str | os.PathLike[str] | None = None,
    as_at: date | None = None,
    catalogue: Catalogue | None = None,
    published: str | os.PathLike[str] | None = None,
    strict: bool = False,
    overwrite: bool = False,
) -> ShownEvaluation:
    """Apply disclosure control, evaluate the figures that may be shown, and write the result.

    Args:
        portfolio: The documents of the area.
        file: File for the evaluation; none is written unless given. Beside it, unless that is the
            folder of a portfolio, ``shown.json`` records what it shows and hides.
        folder: Folder of the portfolio, whose files are never replaced unasked.
        as_at: The day; the portfolio's own ``as_at`` unless given.
        catalogue: The plug-ins that may run; those installed unless given.
        published: File of the record that is read, extended and written; created if it is missing.
        strict: Whether a plug-in that fails or is missing is an error.
        overwrite: Whether files are replaced that sendframe did not write itself.

    Raises:
        InvalidDocument: The documents are not valid together, or *published* is no record.
        MissingDate: Neither the call nor the portfolio states the day.
        UnknownName: There is no such disclosure policy.
        ExceptionGroup: Plug-ins failed or are missing and *strict* is true; nothing was written.
        CannotWrite: A file could not be written, or is there and sendframe did not write it.
    """
    before = record_in(published)
    given = () if before is None else (before,)
    figures = figures_for(portfolio, as_at=as_at)
    disclosed = disclosed_evaluation(portfolio, figures, catalogue=catalogue, records=given)
    evaluation = disclosed.evaluation
    if strict:
        raise_failures(failures_of(evaluation), evaluation.missing)
    record = None if published is None else Path(published)
    first = {} if record is None else {record: dump(with_edition(before, disclosed))}
    if file is None:
        write_all(first)
        return ShownEvaluation(disclosed, record=record)
    path = Path(file)
    files = {path.name: dump(evaluation)}
    earlier = (*portfolio.of(ShownRecord), *given)
    files |= record_beside(path.parent, files, earlier, disclosed, recorded_in=record)
    own = (MANIFEST, RECORD, *(given_file.path for given_file in portfolio.inputs))
    kept = () if folder is None else tuple(Path(folder, name) for name in own)
    written = write_results(path.parent, files, kept=kept, overwrite=overwrite, first=first)
    return ShownEvaluation(disclosed, written, record)
