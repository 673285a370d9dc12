"""The schema of what a plug-in may store in documents."""

from typing import Annotated, ClassVar

from ._constraint import Length
from ._entity import Document
from ._frozen import FrozenMap, Json
from ._text import Code
from ._value import value_class

__all__ = ["ExtensionSchema"]


@value_class
class ExtensionSchema(Document):
    """The schema of the data under one name of ``extensions``.

    Attributes:
        name: The name under ``extensions``; that of the plug-in.
        extends: Kinds of thing that have it, such as ``priority`` or ``self-evaluation``; ``any``
            for all.
        schema: JSON Schema (draft 2020-12) of the data. Keywords that could reach outside the
            schema, or take long, are refused.

    Document: ``extension``.
    """

    kind_of_thing: ClassVar[str] = "extension"

    name: Code
    extends: Annotated[tuple[Code, ...], Length(1)]
    schema: FrozenMap[Json]
