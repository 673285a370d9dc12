"""Ids that two things of one kind have."""

from collections.abc import Iterable, Iterator

from sendframe.errors import Diagnostic, Related
from sendframe.validation import quote_value

from ._document_ids import DocumentIds, IdOccurrence

__all__ = ["duplicate_ids"]


def duplicate_ids(documents: Iterable[DocumentIds]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each id that two things of one kind have.

    Observation sets share areas and releases: each document may define the same one.
    """
    first: dict[tuple[str, str], IdOccurrence] = {}
    for ids in documents:
        for occurrence in ids.defined:
            kind = occurrence.kinds[0]
            earlier = first.setdefault((kind, occurrence.text), occurrence)
            if earlier is occurrence or _is_shared(occurrence, earlier):
                continue
            yield Diagnostic(
                "SFR202",
                f"two things of the kind '{kind}' have the id "
                f"{quote_value(occurrence.text) or 'given here'}",
                occurrence.location,
                help="Give one of them another id, and change what refers to it.",
                related=(Related(earlier.location, "the same id is here"),),
            )


def _is_shared(occurrence: IdOccurrence, earlier: IdOccurrence) -> bool:
    return (
        occurrence.shared is not None
        and occurrence.file != earlier.file
        and occurrence.shared == earlier.shared
    )
