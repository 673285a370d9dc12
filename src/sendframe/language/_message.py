"""Looking a message up, and writing its values into it.

A message is a whole sentence or phrase wherever that is possible: other languages order words
differently. Its values stand in braces, by name.
"""

from ._language import current_language

__all__ = ["N_", "gettext", "ngettext", "pgettext"]


def N_(message: str) -> str:  # noqa: N802  # its name in every tool for catalogues
    """Return a message as it is; it is looked up where it is used, with `gettext`.

    For constants of a module, which are made before the language is known.
    """
    return message


def gettext(message: str, /, **values: object) -> str:
    """Return a message in the current language, with values.

    Args:
        message: The message in English, such as ``"Led by {name}."``.
        values: The value of each name in braces.

    Examples:
        >>> gettext("Due {when}.", when="March 2026"), gettext("Closed:")
        ('Due March 2026.', 'Closed:')
    """
    if not message:
        return ""  # which is the header of a catalogue
    text = current_language().messages.gettext(message)
    return text.format_map(values) if values else text


def pgettext(context: str, message: str, /, **values: object) -> str:
    """Return a message that is ambiguous without its context, in the current language.

    Args:
        context: Where it stands or what it means; never printed.
        message: The message in English.
        values: The value of each name in braces.

    Examples:
        >>> pgettext("month", "May")
        'May'
    """
    text = current_language().messages.pgettext(context, message)
    return text.format_map(values) if values else text


def ngettext(singular: str, plural: str, number: int, /, **values: object) -> str:
    """Return a message with a number, in the form that the current language has for it.

    Args:
        singular: The message in English for one.
        plural: The message in English for any other number.
        number: The number, which stands in the message as ``{number}``.
        values: The value of each other name in braces; ``number`` as well, where it is printed in
            another way.

    Examples:
        >>> [ngettext("{number} action", "{number} actions", number) for number in (0, 1, 2)]
        ['0 actions', '1 action', '2 actions']
    """
    text = current_language().messages.ngettext(singular, plural, number)
    return text.format_map({"number": number, **values})
