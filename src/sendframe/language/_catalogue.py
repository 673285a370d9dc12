"""Reading a compiled catalogue (GNU ``.mo``), whose messages may be false."""

import struct
from collections.abc import Iterator
from gettext import GNUTranslations
from io import BytesIO
from string import Formatter

from ._language import Language

__all__ = ["read_catalogue"]

_NUMBERS_TRIED = 200
"""Numbers whose plural form must exist: the forms of all languages repeat within a hundred."""


def read_catalogue(tag: str, data: bytes) -> Language:
    """Read the messages of a language.

    Args:
        tag: Language tag (BCP 47).
        data: A compiled catalogue, as ``msgfmt`` and Babel write it.

    Raises:
        ValueError: It is no catalogue; a message has other names in braces than the English one,
            so that a value would be lost; or a plural form is missing.
    """
    try:
        _require_sizes(data)
        messages = GNUTranslations(BytesIO(data))
        problem = next(_problems(messages), None)
    except Exception as error:  # noqa: BLE001  # a damaged file breaks its parser in any way
        reason = f"it is no compiled catalogue ({type(error).__name__})"
        raise ValueError(reason) from None
    if problem is not None:
        raise ValueError(problem)
    return Language(tag, messages)


def _require_sizes(data: bytes) -> None:
    """Require that no text is in a file more than once, so that a small file stays small.

    Raises:
        ValueError: The texts are longer than the file.
        struct.error: The file ends before its tables.
    """
    order = ">" if data[:4] == b"\x95\x04\x12\xde" else "<"
    _, count, *tables = struct.unpack_from(f"{order}4I", data, 4)
    starts = (range(table, table + 8 * count, 8) for table in tables)
    size = sum(
        struct.unpack_from(f"{order}I", data, start)[0] for table in starts for start in table
    )
    if size > len(data):
        raise ValueError(size)


def _problems(messages: GNUTranslations) -> Iterator[str]:
    # Its only list of messages; Babel and Django read the same attribute.
    catalogue: dict[str | tuple[str, int], str] = messages._catalog  # type: ignore[attr-defined]  # noqa: SLF001
    forms = {messages.plural(number) for number in range(_NUMBERS_TRIED)}  # type: ignore[attr-defined]  # not in its stub
    for key, text in catalogue.items():
        id_, form = key if isinstance(key, tuple) else (key, None)
        message = id_.partition("\x04")[2] or id_
        if not message:  # the header
            continue
        names, own = _names(message), _names(text)
        free = {"number"} if form is not None else set()
        if names is None:
            continue  # no message of ours: braces are ordinary characters in it
        if own is None or (own ^ names) - free:
            shown = ", ".join(f"{{{name}}}" for name in sorted(names)) or "none"
            yield f"the message “{message}” has names in braces ({shown}) that “{text}” changes"
        if form is not None and any((id_, wanted) not in catalogue for wanted in forms):
            yield f"the message “{message}” has fewer plural forms than the language"


def _names(message: str) -> set[str] | None:
    """Return the names in braces; None where the braces of a message cannot be read."""
    try:
        parts = list(Formatter().parse(message))
    except ValueError:
        return None
    return {
        name if not spec and conversion is None else f"{name}!{conversion}:{spec}"
        for _, name, spec, conversion in parts
        if name is not None
    }
