"""JSON pointers (RFC 6901): from steps to text and back."""

from collections.abc import Iterable
from typing import TypeAlias

__all__ = ["LONGEST_STEP", "Step", "pointer_of", "tokens_of"]

Step: TypeAlias = str | int
"""A key, or an index."""

LONGEST_STEP = 1000
"""The longest key that a pointer holds, in characters.

A key may be as long as a document, and stand above a thousand problems: each would repeat it.
"""


def pointer_of(path: Iterable[Step]) -> str:
    """Return a JSON pointer.

    It ends above the first key that is too long to be repeated: it then names the object in
    which that key stands.

    Examples:
        >>> pointer_of(["priorities", 0, "a/b"])
        '/priorities/0/a~1b'
        >>> pointer_of(["sources", "k" * 2000, "id"])
        '/sources'
    """
    tokens = [""]
    for step in path:
        text = str(step)
        if len(text) > LONGEST_STEP:
            break
        tokens.append(text.replace("~", "~0").replace("/", "~1"))
    return "/".join(tokens)


def tokens_of(pointer: str) -> tuple[str, ...]:
    """Return the keys and indices of a JSON pointer, all as text.

    Examples:
        >>> tokens_of("/priorities/0/a~1b")
        ('priorities', '0', 'a/b')
    """
    return tuple(each.replace("~1", "/").replace("~0", "~") for each in pointer.split("/")[1:])
