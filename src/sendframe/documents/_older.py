"""A document of an older version, read as if it were of the current one."""

from typing import Any

from sendframe import schemas
from sendframe.errors import CannotMigrate, Diagnostic, Location, Related

from ._migration import Migrated, migrate

__all__ = ["renewed", "would_be_lost"]

_MOST_RELATED = 20  # things that would be lost, in one note


def renewed(
    raw: Any, name: schemas.SchemaName, file: str | None
) -> tuple[Migrated | None, tuple[Diagnostic, ...]]:
    """Migrate a document in memory.

    Args:
        raw: The document, which obeys the schema of its version.
        name: Its version and kind.
        file: Its name in the report.

    Returns:
        What became of it, and a note that it is of an older version; or None and what is wrong.
    """
    where = Location(file, "/$schema")
    try:
        migrated = migrate(raw, name.kind, name.version)
    except CannotMigrate as error:
        help_ = "Tell the authors of sendframe; the document itself is sound."
        return None, (Diagnostic("SFR023", str(error), where, help=help_),)
    lost = migrated.losses
    message = f"the document is of version {name.version} and read as {schemas.CURRENT}"
    if lost:
        message += f"; that loses {len(lost)} of the things it says"
    note = Diagnostic(
        "SFR022",
        message,
        where,
        severity="note",
        help="`sendframe migrate` writes it anew.",
        related=tuple(
            Related(Location(file, each.old or ""), f"lost: {each.loss}")
            for each in lost[:_MOST_RELATED]
        ),
    )
    return migrated, (note,)


def would_be_lost(migrated: Migrated, file: str | None) -> tuple[Diagnostic, ...]:
    """Return an error for each thing that a migration would lose, placed in the old document."""
    return tuple(
        Diagnostic(
            "SFR024",
            f"version {schemas.CURRENT} has no place for this: {each.loss} would be lost",
            Location(file, each.old or ""),
            help="Keep it elsewhere, or give --allow-loss.",
        )
        for each in migrated.losses
    )
