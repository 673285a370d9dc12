"""Files in the layout of explore education statistics, read by a mapping."""

from collections.abc import Sequence

from sendframe.plugins import Import, ReaderSource, ReleaseMapping

from .mapped import recognised
from .reading import STANDARD, Options, Reading
from .sheet import Broken, opened_sheet
from .tally import Tally

__all__ = ["read_mapped"]


def read_mapped(
    source: ReaderSource, mappings: Sequence[ReleaseMapping], options: Options
) -> Import:
    """Return the figures of a file.

    Args:
        source: The file.
        mappings: What files may be: the first that it is decides.
        options: What is wanted of it.
    """
    tally = Tally(source.name)
    try:
        needed = [
            (*STANDARD, *file.recognised_by) for mapping in mappings for file in mapping.files
        ]
        sheet = opened_sheet(source, needed)
        for mapping in mappings:
            file = recognised(sheet, mapping.files)
            if file is not None:
                return Reading(sheet, mapping, file, options, tally).read()
    except Broken as error:
        told = (*tally.diagnostics, error.diagnostic)
        return Import(account=tally.account, diagnostics=told)
    raise AssertionError  # the header was found by the columns of one of them
