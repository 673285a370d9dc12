"""Find imported figures that contradict themselves, by the definitions of their indicators."""

from collections.abc import Iterable, Iterator
from itertools import compress

from sendframe.documents import document_of
from sendframe.errors import Diagnostic, Location
from sendframe.figures import row_faults
from sendframe.language import gettext as _
from sendframe.model import Indicator, IndicatorSet, Observations
from sendframe.plugins import DataLibrary

__all__ = ["defined_indicators", "imported_faults"]

MOST_REPORTED = 100
_CODE = "SFR414"


def imported_faults(
    table: Observations, library: DataLibrary, reported: Iterable[Diagnostic] = ()
) -> Iterator[Diagnostic]:
    """Yield a warning for each figure that contradicts itself, with its row in the file.

    Nothing is known of indicators that no plug-in defines; a portfolio that defines them checks
    them. No number is printed, since it may be a small one.

    Args:
        table: The figures, with the file and row that each was read from.
        library: The indicator sets of plug-ins.
        reported: What the reader reported; rows that it warned of with this code are left out.
    """
    known = {
        (item.location.file, item.location.line)
        for item in reported
        if item.code == _CODE and item.severity == "warning"
    }
    faults_of_rows = row_faults(table, defined_indicators(table, library))
    faults = [
        (row, fault)
        for row, fault in compress(enumerate(faults_of_rows), faults_of_rows)
        if fault is not None and (table.source_file[row], table.source_row[row]) not in known
    ]
    for row, fault in faults[:MOST_REPORTED]:
        title = _(fault.title)
        file, line = table.source_file[row], table.source_row[row]
        yield Diagnostic(
            _CODE,
            f"{table.indicator[row]}, {table.area[row]}, {table.period[row]}: {title}",
            Location(file, "", line),
            severity="warning",
            help="Compare the value with its numerator and denominator in this row. All three are "
            "kept; the figure is printed and marked, and it is not scored, compared or averaged.",
        )
    if len(faults) > MOST_REPORTED:
        message = f"{len(faults) - MOST_REPORTED:,} more that contradict themselves are not shown"
        help_ = "Look at the ones above first."
        yield Diagnostic(_CODE, message, severity="warning", help=help_)


def defined_indicators(table: Observations, library: DataLibrary) -> Iterator[Indicator]:
    """Yield the indicators of a table that plug-ins define."""
    wanted = set(table.indicator.values)
    for __, raw in library.of_kind("indicator-set"):
        if wanted.isdisjoint(item["id"] for item in raw.raw.get("indicators", ())):
            continue
        document = document_of(raw)
        if isinstance(document, IndicatorSet):
            yield from (item for item in document.indicators if item.id in wanted)
