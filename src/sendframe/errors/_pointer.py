"""JSON pointers (RFC 6901): from keys and indices to text and back."""

from collections.abc import Iterable
from typing import TypeAlias

__all__ = ["MAX_KEY_LENGTH", "Step", "escape_token", "json_pointer", "pointer_tokens"]

Step: TypeAlias = str | int
"""A key of an object, or an index of an array."""

MAX_KEY_LENGTH = 1000
"""The longest key that a pointer repeats, in characters.

A key may be as long as its document and contain a thousand problems, each with a pointer.
"""


def escape_token(step: Step) -> str:
    """Escape a key or an index for use between the slashes of a JSON pointer.

    Examples:
        >>> escape_token("a/b~c")
        'a~1b~0c'
    """
    return str(step).replace("~", "~0").replace("/", "~1")


def json_pointer(path: Iterable[Step]) -> str:
    """Return the JSON pointer of a path.

    It stops before the first key that is longer than `MAX_KEY_LENGTH`, so that it names the
    object that contains the key.

    Examples:
        >>> json_pointer(["priorities", 0, "a/b"])
        '/priorities/0/a~1b'
        >>> json_pointer(["sources", "k" * 2000, "id"])
        '/sources'
    """
    tokens = [""]
    for step in path:
        if len(str(step)) > MAX_KEY_LENGTH:
            break
        tokens.append(escape_token(step))
    return "/".join(tokens)


def pointer_tokens(pointer: str) -> tuple[str, ...]:
    """Return the keys and indices of a JSON pointer, all as text.

    Examples:
        >>> pointer_tokens("/priorities/0/a~1b")
        ('priorities', '0', 'a/b')
    """
    tokens = pointer.split("/")[1:]
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in tokens)
