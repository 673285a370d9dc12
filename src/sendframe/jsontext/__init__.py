"""JSON text: a strict parser with limits, the positions of values, and the layout of files."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._format import format_json
    from ._limits import DEFAULT_LIMITS, LARGEST_INTEGER, ParseLimits
    from ._parse import parse, too_large
    from ._position import Position, locate
    from ._rewrite import is_same, new_text, rewrite

__all__ = [
    "DEFAULT_LIMITS",
    "LARGEST_INTEGER",
    "ParseLimits",
    "Position",
    "format_json",
    "is_same",
    "locate",
    "new_text",
    "parse",
    "rewrite",
    "too_large",
]

_MODULES = {
    "DEFAULT_LIMITS": "_limits",
    "LARGEST_INTEGER": "_limits",
    "ParseLimits": "_limits",
    "Position": "_position",
    "format_json": "_format",
    "is_same": "_rewrite",
    "locate": "_position",
    "new_text": "_rewrite",
    "parse": "_parse",
    "rewrite": "_rewrite",
    "too_large": "_parse",
}


def __getattr__(name: str) -> Any:
    """Import a module when one of its names is first used: a lexer is rarely needed."""
    from importlib import import_module

    if name in _MODULES:
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
