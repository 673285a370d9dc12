"""Whether a ``repr`` shows all that a value holds."""

from contextvars import ContextVar

__all__ = ["full_text", "is_full_text"]

_in_full: ContextVar[bool] = ContextVar("in_full", default=False)


def full_text(value: object) -> str:
    """Return the ``repr`` of a value with all that it holds, to compare two values.

    The usual ``repr`` names ids and counts only, so that what people wrote, and how many children
    there are, is not printed by accident.
    """
    token = _in_full.set(True)
    try:
        return repr(value)
    finally:
        _in_full.reset(token)


def is_full_text() -> bool:
    """Whether a ``repr`` is being made by `full_text`."""
    return _in_full.get()
