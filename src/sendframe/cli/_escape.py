"""Escape text from documents, so that it cannot control a terminal, a log or a parser."""

import json
import re
from typing import Any

__all__ = ["json_text", "visible"]

# Characters that change direction, are invisible, break lines or are half of a surrogate pair. The
# joiner of emoji (U+200D) is allowed.
_HIDDEN = (
    "\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff"
)
_CONTROL = re.compile(f"[\x00-\x1f{_HIDDEN}]")
_CONTROL_IN_JSON = re.compile(f"[{_HIDDEN}]")  # JSON escapes the others
_SURROGATES = range(0xD800, 0xE000)
_DELETE = 0x7F  # a control character that JSON does not escape


def visible(text: str) -> str:
    r"""Return text on one line, with control characters escaped.

    Control and direction characters, line breaks, invisible characters and halves of surrogate
    pairs become such as ``\n``, ``\x1b`` or ``\u202e``.

    Examples:
        >>> visible("a\nb\u202ec")
        'a\\nb\\u202ec'
    """
    return _CONTROL.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


def json_text(data: Any) -> str:
    """Return data as indented JSON that ends with a line break.

    Strings keep their value, except halves of surrogate pairs, which JSON text should not contain
    (RFC 8259): they become the six characters of their escape.
    """

    def escape(match: re.Match[str]) -> str:
        code = ord(match[0])
        if code in _SURROGATES:
            return f"\\\\u{code:04x}"
        return json.dumps(match[0])[1:-1] if code > _DELETE else f"\\u{code:04x}"

    return f"{_CONTROL_IN_JSON.sub(escape, json.dumps(data, ensure_ascii=False, indent=2))}\n"
