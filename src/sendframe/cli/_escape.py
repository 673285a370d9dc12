"""Text that others wrote, made inert: nothing in it steers a terminal, a log or a parser."""

import json
import re
from typing import Any

__all__ = ["json_text", "visible"]

# What turns text around, hides in it, breaks its lines or is half a character. The joiner of
# emoji (U+200D) is none of these.
_HIDDEN = (
    "\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff"
)
_STEERING = re.compile(f"[\x00-\x1f{_HIDDEN}]")
_STEERING_IN_JSON = re.compile(f"[{_HIDDEN}]")  # the rest is escaped, or between the values
_SURROGATES = range(0xD800, 0xE000)
_DELETE = 0x7F  # a control character that JSON lets stand


def visible(text: str) -> str:
    r"""Return text on one line, in which everything that could steer is written as an escape.

    Control and direction characters, line breaks, invisible characters and halves of surrogate
    pairs become such as ``\n``, ``\x1b`` or ``\u202e``.

    Examples:
        >>> visible("a\nb\u202ec")
        'a\\nb\\u202ec'
    """
    return _STEERING.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


def json_text(data: Any) -> str:
    """Return data as JSON over several lines, with a line break at its end.

    Texts keep their value, but for halves of surrogate pairs, which no text in JSON should hold
    (RFC 8259): they become the six characters of their escape.
    """

    def escape(match: re.Match[str]) -> str:
        code = ord(match[0])
        if code in _SURROGATES:
            return f"\\\\u{code:04x}"
        return json.dumps(match[0])[1:-1] if code > _DELETE else f"\\u{code:04x}"

    return f"{_STEERING_IN_JSON.sub(escape, json.dumps(data, ensure_ascii=False, indent=2))}\n"
