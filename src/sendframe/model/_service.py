"""What families may expect, who can help them, and what they can do when it goes wrong."""

from typing import Annotated, ClassVar

from ._constraint import RefersTo
from ._entity import Entity, Source
from ._text import Code, Id, Line, Link, Text
from ._value import Value, value_class

__all__ = ["Contact", "Entitlement", "Remedy"]


@value_class
class Contact(Entity):
    """A service that people can turn to: never a person's name.

    Attributes:
        service: Name of the service.
        what_for: What it helps with.
        telephone: Its telephone number.
        email: Its e-mail address.
        address: Its postal address.
        hours: When it can be reached.
        link: Its web page.
        audience: Who it is for, such as ``families`` or ``young-people``.

    Documents: ``governance`` and ``strategy``.
    """

    kind_of_thing: ClassVar[str] = "contact"

    service: Line
    what_for: Text
    telephone: Line | None = None
    email: Line | None = None
    address: Line | None = None
    hours: Line | None = None
    link: Link | None = None
    audience: Code | None = None


@value_class
class Remedy(Value):
    """What can be done where an entitlement is not kept.

    Attributes:
        kind: Such as ``complaint``, ``ombudsman``, ``mediation`` or ``appeal``.
        statement: What to do.
        time_limit: Until when it can be done.
        contact: Who to turn to.

    Document: ``governance``.
    """

    kind: Code
    statement: Text
    time_limit: Text | None = None
    contact: Annotated[Id, RefersTo(("contact",))] | None = None


@value_class
class Entitlement(Entity):
    """What children, young people and families may expect, by law or by a local promise.

    Attributes:
        duty: Code of the duty, such as ``final-plan``, as the statutory standard of an indicator
            has it.
        statement: What they may expect.
        by_when: By when.
        clock_starts: From when that time counts.
        source: The law, or the local promise.
        remedies: What they can do where it is not kept.

    Document: ``governance``.
    """

    kind_of_thing: ClassVar[str] = "entitlement"

    duty: Code | None = None
    statement: Text
    by_when: Text | None = None
    clock_starts: Text | None = None
    source: Source
    remedies: tuple[Remedy, ...] = ()
