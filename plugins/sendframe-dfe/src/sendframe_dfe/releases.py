"""Readers for the releases whose files this plug-in knows, and for any other by a mapping."""

from collections.abc import Callable, Sequence
from functools import cache, partial

import attrs

from sendframe.plugins import (
    Import,
    Reader,
    ReaderSource,
    ReleaseMapping,
    chosen_options,
)

from .bundled_data import load_bundled
from .column_mapping import recognise_file
from .csv_table import UnreadableFile, open_table, unreadable
from .mapped_file import STANDARD, MappedFileReader, Options
from .row_account import RowAccount

__all__ = ["READERS", "MappedOptions", "mapping_named"]


@attrs.frozen
class MappedOptions(Options):
    """Options of the reader of any release.

    Attributes:
        mapping: What the columns of the release hold; needed.
    """

    mapping: ReleaseMapping | None = None


@cache
def mapping_named(name: str) -> ReleaseMapping:
    """Return a mapping that this plug-in brings, such as ``ehc-plans-2025``."""
    return load_bundled(f"mappings/{name}", ReleaseMapping)


def _read(names: tuple[str, ...], source: ReaderSource, options: object) -> Import:
    chosen = chosen_options(options, Options, source.name)
    return _read_mapped(source, [mapping_named(name) for name in names], chosen)


def _read_any(source: ReaderSource, options: object) -> Import:
    chosen = chosen_options(options, MappedOptions, "dfe.table")
    if chosen.mapping is None:
        help_ = "Give one with --option mapping=@FILE."
        error = unreadable(source.name, "no mapping says what the columns of the file hold", help_)
        return Import(diagnostics=(error.diagnostic,))
    return _read_mapped(source, [chosen.mapping], chosen)


def _read_mapped(
    source: ReaderSource, mappings: Sequence[ReleaseMapping], options: Options
) -> Import:
    """Return the figures of a file by the first mapping that knows it."""
    account = RowAccount(source.name)
    try:
        needed = [
            (*STANDARD, *file.recognised_by) for mapping in mappings for file in mapping.files
        ]
        table = open_table(source, needed)
        for mapping in mappings:
            file = recognise_file(table, mapping.files)
            if file is not None:
                return MappedFileReader(table, mapping, file, options, account).read()
    except UnreadableFile as error:
        diagnostics = (*account.diagnostics, error.diagnostic)
        return Import(account=account.account, diagnostics=diagnostics)
    raise AssertionError  # the header was found by the columns of one of them


def _reader(id_: str, title: str, manual: str, *names: str) -> Reader:
    read: Callable[[ReaderSource, object], Import] = partial(_read, names)
    return Reader(id_, title, manual, read, Options)


_HOW = """

    Columns are found by their names, whatever the case of the letters; where one was renamed or
    split, under its newer name or as the sum of its parts. Each percentage is worked out from its
    counts, unrounded, and held against the published one. Of symbols the release says what they
    mean. Rows about a part of the whole are left out unless the option ``breakdowns`` names the
    dimension. An area whose code was changed stands under its present one.

When it refuses
    A cell is neither number nor symbol; a column stands twice and its cells differ; a row is
    shorter than the header; a code, or a period, is none; the newest period is not that of the
    release. All of it is told by row and column, and nothing is used.

Options
    ``areas``, ``indicators``, ``breakdowns``, ``release``, ``status``, ``symbols``.
"""

READERS = (
    _reader(
        "dfe.ehc-plans",
        "Education, health and care plans",
        """Education, health and care plans.

What it does
    Reads the files of *Education, health and care plans*: timeliness, requests, assessments,
    annual reviews, ceased plans, caseload and primary need of the reporting year 2025, and
    ``sen2_mi.csv`` of 2022."""
        + _HOW,
        "ehc-plans-2025",
        "ehc-plans-2022",
    ),
    _reader(
        "dfe.neet",
        "Participation and NEET of 16 and 17 year olds",
        """Participation and NEET of 16 and 17 year olds.

What it does
    Reads the table of participation in education and training, and of young people not in
    education, employment or training (NEET), by local authority: 2023 and 2025."""
        + _HOW,
        "neet-2025",
        "neet-2023",
    ),
    _reader(
        "dfe.children-in-need",
        "Special educational needs of children in need",
        """Special educational needs of children in need.

What it does
    Reads *Special educational needs of children in need*, 2021/22, by area and social care
    group. The publisher has rounded and suppressed it, so that nothing is worked out anew."""
        + _HOW,
        "children-in-need-2022",
    ),
    Reader(
        "dfe.table",
        "Any table of explore education statistics",
        """Any table of explore education statistics.

What it does
    Reads a file in the layout of explore education statistics by a document of the kind
    ``release-mapping``, which says what its columns hold; give it with
    ``--option mapping=@FILE``."""
        + _HOW,
        _read_any,
        MappedOptions,
    ),
)
