"""From a document of an older version to one of a newer, step by step.

Each step is for one kind of document and leads from one version to another. What it does it says
through the verbs of a `Draft`, so that whatever it does not touch is carried over, and whatever it
does is reported. There is no step yet: version 1 is the first.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

import attrs

from sendframe import schemas
from sendframe.errors import CannotMigrate, InvalidValue

from ._change import Change
from ._draft import Draft, Misstep
from ._fault import faults
from ._pointer import pointer_of

__all__ = ["STEPS", "Migrated", "MigrationStep", "migrate"]

_VERSION = re.compile("v[0-9]{1,4}")


def _is_version(owner: "MigrationStep", attribute: "attrs.Attribute[str]", value: str) -> None:
    del owner
    if not _VERSION.fullmatch(value):
        raise InvalidValue("MigrationStep", f"/{attribute.name}", "must be v and a number")


@attrs.frozen
class MigrationStep:
    """One step of one kind of document.

    Attributes:
        kind: The kind of document.
        source: The version it begins at, such as ``v1``.
        target: The version it leads to.
        function: Does the step on a draft; None where nothing but ``$schema`` differs. It reads
            no clock and no file, and gives the same result for the same document.
    """

    kind: str
    source: str = attrs.field(validator=_is_version)
    target: str = attrs.field(validator=_is_version)
    function: Callable[[Draft], None] | None = None


STEPS: tuple[MigrationStep, ...] = ()
"""Every step there is: once a version is released, one for each kind to the next version."""


@attrs.frozen(eq=False)
class Migrated:
    """What became of a document.

    Attributes:
        document: The new document as plain JSON data.
        changes: All that differs, in the order of the new document, what was dropped last.
        version: The version of the old document.
    """

    document: dict[str, Any]
    changes: tuple[Change, ...]
    version: str
    _draft: Draft

    @property
    def losses(self) -> tuple[Change, ...]:
        """The changes through which the new document says less than the old one."""
        return tuple(each for each in self.changes if each.loss is not None)

    def origin(self, pointer: str) -> str:
        """Return where something of the new document stood in the old one.

        What was not there is placed at the object or array it was put into.

        Args:
            pointer: A JSON pointer in the new document.
        """
        return self._draft.origin(pointer)


def migrate(
    document: dict[str, Any],
    kind: str,
    version: str,
    *,
    target: str = schemas.CURRENT,
    steps: Sequence[MigrationStep] | None = None,
) -> Migrated:
    """Bring a document to another version.

    Args:
        document: Plain JSON data that obeys the schema of its kind and version; not changed.
        kind: Its kind.
        version: Its version.
        target: The version wanted.
        steps: The steps to choose from; those of sendframe unless given.

    Returns:
        The new document, which obeys the schema of *target*, and all that differs.

    Raises:
        CannotMigrate: A step is missing or fails, or what it makes breaks the schema.
    """
    draft = Draft(document)
    for step in _way(kind, version, target, STEPS if steps is None else steps):
        _take(step, draft)
    return Migrated(draft.plain(), draft.changes(), version, draft)


def _way(
    kind: str, version: str, target: str, steps: Sequence[MigrationStep]
) -> list[MigrationStep]:
    """Return the steps from one version to another, in order."""
    found: list[MigrationStep] = []
    at, been = version, {version}
    while at != target:
        onward = [each for each in steps if each.kind == kind and each.source == at]
        if not onward:
            raise CannotMigrate(kind, at, target, "there is no step for it")
        if len(onward) > 1 or onward[0].target in been:
            raise CannotMigrate(kind, at, target, "its steps part, or lead back")
        found += onward
        at = onward[0].target
        been.add(at)
    return found


def _take(step: MigrationStep, draft: Draft) -> None:
    """Do one step on a draft, and hold the result against its schema."""

    def refusal(reason: str) -> CannotMigrate:
        return CannotMigrate(step.kind, step.source, step.target, reason)

    draft.convert("/$schema", lambda _: schemas.identifier(step.kind, step.target))
    if step.function is not None:
        try:
            step.function(draft)
        except Misstep as error:
            raise refusal(f"the step is wrong: {error}") from error
        except Exception as error:  # its own text may hold a child's name
            raise refusal(f"the step failed: {type(error).__name__}") from error
    if step.kind not in schemas.names(step.target):
        raise refusal("there is no schema of that version")
    found = faults(draft.plain(), step.kind, step.target, most=1)
    if found:
        where = pointer_of(found[0].path) or "the whole"
        raise refusal(f"the result breaks the schema: {found[0].keyword} at {where}")
