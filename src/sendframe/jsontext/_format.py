"""The layout of JSON files."""

import json
from typing import Any

__all__ = ["format_json"]


def format_json(data: Any) -> bytes:
    """Write plain JSON data as the text of a file.

    Two spaces of indentation, members in the order given, UTF-8, a line break at the end.

    Examples:
        >>> print(format_json({"b": ["é"], "a": 1}).decode(), end="")
        {
          "b": [
            "é"
          ],
          "a": 1
        }
    """
    text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    return f"{text}\n".encode()
