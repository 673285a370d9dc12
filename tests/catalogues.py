"""Compiled catalogues for tests: a language made up from the template, and Polish plural forms."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from string import Formatter

from babel.messages import Catalog
from babel.messages.mofile import write_mo

OPEN, CLOSE = "⟦", "⟧"
"""Signs around each part of a message of the made-up language."""

Id = str | tuple[str, str]


def compiled(messages: Mapping[Id, str | tuple[str, ...]], locale: str = "pl") -> bytes:
    """Return a compiled catalogue of messages without a context."""
    catalogue = Catalog(locale=locale)
    for id_, text in messages.items():
        catalogue.add(id_, text)
    return written(catalogue)


def written(catalogue: Catalog) -> bytes:
    """Return a catalogue as ``msgfmt`` writes it."""
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def made_up(template: Iterable[object]) -> bytes:
    """Return a catalogue in which each message of a template is longer and stands in brackets.

    Values stay outside of the brackets: whatever letters stand there did not come from a message.
    """
    catalogue = Catalog(locale="pl")
    for message in template:
        id_, context = message.id, message.context  # type: ignore[attr-defined]  # of Babel
        if isinstance(id_, tuple):
            one, several = map(bracketed, id_)
            catalogue.add(id_, (one, several, several), context=context)
        elif id_:
            catalogue.add(id_, bracketed(id_), context=context)
    return written(catalogue)


def bracketed(message: str) -> str:
    """Return a message with each of its parts longer, from right to left, and in brackets.

    Examples:
        >>> bracketed("Due {when}.")
        '⟦Due\u05d0\u05d1⟧ {when}.'
    """
    parts = []
    for text, name, _, _ in Formatter().parse(message):
        words = text.strip(" '")  # quotation marks belong to an id: a name takes their place
        longer = f"{OPEN}{words}\u05d0\u05d1{CLOSE}"
        shown = text.replace(words, longer) if any(char.isalpha() for char in words) else text
        parts.append(shown.replace("{", "{{").replace("}", "}}"))
        parts.append("" if name is None else f"{{{name}}}")
    return "".join(parts)
