"""The files that figures are written to."""

from collections.abc import Mapping

from sendframe.model import Observations, ObservationSet

from ._converter import dump
from ._table_text import written_table

__all__ = ["figure_files"]


def figure_files(known: ObservationSet, table: Observations, name: str) -> Mapping[str, bytes]:
    """Return the files of an observation set, by name.

    Args:
        known: The definitions of symbols, areas and releases.
        table: The figures.
        name: Name of the file. If it ends with ``.csv`` it is the table, and the document with the
            ending ``.json`` is the second file; otherwise it is the document, with the figures in
            it.
    """
    if not name.endswith(".csv"):
        return {name: dump(known.changed(observations=tuple(table)))}
    document_name = f"{name.removesuffix('.csv')}.json"
    shown = name.rpartition("/")[2]
    return {name: written_table(table), document_name: dump(known.changed(table=shown))}
