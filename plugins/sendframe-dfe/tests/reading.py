"""Reading the extracts, for the tests."""

from io import BytesIO
from pathlib import Path
from typing import Any

from sendframe_dfe.hooks import readers

from sendframe.plugins import Import, Observations, ReaderSource

__all__ = ["DATA", "HEREFORDSHIRE", "figure", "read", "read_text", "table"]

DATA = Path(__file__).parent / "data"
HEREFORDSHIRE = "E06000019"


def read(reader: str, name: str, data: bytes | None = None, **options: Any) -> Import:
    """Return what a reader makes of an extract, or of other bytes."""
    found = next(each for each in readers() if each.id == reader)
    given = (DATA / name).read_bytes() if data is None else data
    return found.read(ReaderSource(name, len(given), BytesIO(given)), found.options(**options))


def read_text(reader: str, text: str, **options: Any) -> Import:
    """Return what a reader makes of a text."""
    return read(reader, "table.csv", text.encode(), **options)


def table(made: Import) -> Observations:
    """Return the figures of an import without errors, all of whose rows are accounted for."""
    assert [each for each in made.diagnostics if each.severity == "error"] == []
    assert made.account.is_complete
    assert made.table is not None
    return made.table


def figure(found: Observations, indicator: str, area: str, period: str, **parts: str) -> Any:
    """Return one figure."""
    wanted = {name.replace("_", "-"): part for name, part in parts.items()}
    (one,) = (
        each
        for each in found
        if (each.indicator, each.area, str(each.period)) == (f"dfe.{indicator}", area, period)
        and dict(each.dimensions) == wanted
    )
    return one
