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
from .column_mapping import recognised_files
from .csv_table import UnreadableFile, open_table, unreadable
from .mapped_file import STANDARD, MappedFileReader, Options
from .release_choice import file_of_period
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


@cache
def _mappings(names: tuple[str, ...], later: str | None) -> tuple[ReleaseMapping, ...]:
    """Return the mappings of a reader.

    Args:
        names: Their names, the newest first.
        later: A mapping of the year after the first of them, in which files stand only where
            their layout changed; the others are those of the year before.
    """
    mappings = tuple(map(mapping_named, names))
    if later is None:
        return mappings
    newer = mapping_named(later)
    titles = {file.title for file in newer.files}
    kept = (
        file.changed(newest=_next_year(file.newest))
        for file in mappings[0].files
        if file.title not in titles
    )
    return (newer.changed(files=(*newer.files, *kept)), *mappings)


def _next_year(newest: str | None) -> str | None:
    """Return the ``time_period`` one year later.

    Examples:
        >>> _next_year("2024"), _next_year("202425")
        ('2025', '202526')
    """
    if newest is None:
        return None
    end = f"{(int(newest[4:]) + 1) % 100:02}" if newest[4:] else ""
    return f"{int(newest[:4]) + 1}{end}"


def _read(
    names: tuple[str, ...], later: str | None, source: ReaderSource, options: object
) -> Import:
    chosen = chosen_options(options, Options, source.name)
    return _read_mapped(source, _mappings(names, later), chosen)


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
    """Return the figures of a file by the mapping that knows it."""
    account = RowAccount(source.name)
    try:
        needed = [
            (*STANDARD, *file.recognised_by) for mapping in mappings for file in mapping.files
        ]
        table = open_table(source, needed)
        fitting = recognised_files(table, mappings)
        mapping, file = fitting[0]
        if len(fitting) > 1:
            mapping, file = file_of_period(fitting, table)
            table = open_table(source, needed)
        return MappedFileReader(table, mapping, file, options, account).read()
    except UnreadableFile as error:
        diagnostics = (*account.diagnostics, error.diagnostic)
        return Import(account=account.account, diagnostics=diagnostics)


def _reader(id_: str, title: str, manual: str, *names: str, later: str | None = None) -> Reader:
    read: Callable[[ReaderSource, object], Import] = partial(_read, names, later)
    return Reader(id_, title, manual, read, Options)


_HOW = """

    Columns are found by their names, whatever the case of the letters; where one was renamed or
    split, under its newer name or as the sum of its parts. Each percentage is worked out from its
    counts, unrounded, and held against the published one. Of symbols the release says what they
    mean. Rows about a part of the whole are left out unless the option ``breakdowns`` names the
    dimension. An area whose code was changed stands under its present one.

    Left out by name, while the rest is read: areas that the register does not know, such as
    "Unknown" or two areas in one row; other levels, such as schools; periods that no figure can be
    of yet, such as a tax year. The account says what the file was taken for, of which release, and
    which columns were not read. Of the reporting year 2025 the rows about the whole are compared
    with the first release: where one differs the release is named as a later revision, without a
    day.

When it refuses
    A cell is neither number nor symbol; a column stands twice and its cells differ; a row is
    shorter than the header; GSS code, DfE code and name are of several areas; a period is none; no
    row is the total of the newest period; that period is not one of the release. All of it is told
    by row and column, and nothing is used.

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
    annual reviews, ceased plans, caseload and primary need of the reporting years 2025 and 2026,
    new plans of 2026, and ``sen2_mi.csv`` of 2022. The newest period decides which year it is, and
    the calendar year tells new plans by need from the plans of January."""
        + _HOW,
        "ehc-plans-2025",
        "ehc-plans-2022",
        later="ehc-plans-2026",
    ),
    _reader(
        "dfe.neet",
        "Participation and NEET of 16 and 17 year olds",
        """Participation and NEET of 16 and 17 year olds.

What it does
    Reads the table of participation in education and training, and of young people not in
    education, employment or training (NEET), by local authority: 2023, 2025 and 2026; and NEET by
    characteristics of 2026."""
        + _HOW,
        "neet-2025",
        "neet-2023",
        later="neet-2026",
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
