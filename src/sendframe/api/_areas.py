"""What is packaged about areas, brought together with what a portfolio says of its own."""

from collections.abc import Iterable

import attrs

from sendframe.documents import area_register
from sendframe.model import AreaRegister, Document, FrozenMap, Observations

__all__ = ["registers_of", "with_present_codes"]


def registers_of(documents: Iterable[Document]) -> tuple[AreaRegister, ...]:
    """Return the registers among some documents and the packaged one, which comes last."""
    return (*(each for each in documents if isinstance(each, AreaRegister)), area_register())


def with_present_codes(table: Observations, documents: Iterable[Document] = ()) -> Observations:
    """Return figures that are found by the present and by the former codes of their areas.

    Args:
        table: The figures; what they know themselves of former codes counts first.
        documents: Documents among which there may be registers of areas; these count before the
            packaged one.
    """
    codes: dict[str, str] = {}
    for each in reversed(registers_of(documents)):
        codes.update(each.present_codes())
    return attrs.evolve(table, present_codes=FrozenMap(codes | dict(table.present_codes)))
