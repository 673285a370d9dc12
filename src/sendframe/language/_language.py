"""The language in which messages are looked up."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from gettext import NullTranslations

import attrs

__all__ = ["ENGLISH", "Language", "current_language", "direction", "in_language"]

_FROM_RIGHT_TO_LEFT = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ur", "yi"))
"""Languages that are written from right to left (CLDR, layout of characters)."""


@attrs.frozen
class Language:
    """A language with its messages.

    Attributes:
        tag: Language tag (BCP 47), such as ``pl``.
        messages: The catalogue.
    """

    tag: str
    messages: NullTranslations = attrs.field(eq=False, repr=False)

    @property
    def direction(self) -> str:
        """``rtl`` for a language that is written from right to left, else ``ltr``."""
        return direction(self.tag)


ENGLISH = Language("en-GB", NullTranslations())
"""British English, in which the messages are written."""

_CURRENT: ContextVar[Language] = ContextVar("language", default=ENGLISH)


def direction(tag: str) -> str:
    """Return the direction in which a language is written, by its tag (BCP 47).

    Examples:
        >>> direction("ur-PK"), direction("pl")
        ('rtl', 'ltr')
    """
    return "rtl" if tag.partition("-")[0].lower() in _FROM_RIGHT_TO_LEFT else "ltr"


def current_language() -> Language:
    """Return the language in which messages are looked up now: British English unless set."""
    return _CURRENT.get()


@contextmanager
def in_language(language: Language) -> Iterator[None]:
    """Look messages up in a language, in this thread, until the block ends.

    Examples:
        >>> with in_language(Language("pl", NullTranslations())):
        ...     current_language().tag
        'pl'
        >>> current_language().tag
        'en-GB'
    """
    token = _CURRENT.set(language)
    try:
        yield
    finally:
        _CURRENT.reset(token)
