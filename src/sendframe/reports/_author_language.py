"""The language of what authors wrote, in a report whose other words are in another language."""

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from sendframe.language import ENGLISH, current_language
from sendframe.model import Text, Variant

from ._report_model import Sentence

__all__ = ["author_languages", "variant_in_language", "with_author_languages"]

_AROUND = "“”‘’ .\N{WHITE DIAMOND}"
"""What sections add to the words of an author."""


def variant_in_language(text: Text, variant: str | None) -> Variant | None:
    """Return the words of a text in the language of the report; None where nobody wrote them.

    Args:
        text: The text.
        variant: Variant of the profile, such as ``young-people``: words for these readers have a
            name that begins with it. None for everybody.

    Examples:
        >>> from sendframe.language import ENGLISH, Language, in_language
        >>> from sendframe.model import FrozenMap
        >>> own = FrozenMap({"polish": Variant(text="Pomoc", language="pl")})
        >>> help_ = Text(default="Help", variants=own)
        >>> variant_in_language(help_, None) is None
        True
        >>> with in_language(Language("pl-PL", ENGLISH.messages)):
        ...     variant_in_language(help_, None).text
        'Pomoc'
    """
    tag = current_language().tag
    if tag == ENGLISH.tag:
        return None
    for name, own in sorted(text.variants.items()):
        if name.startswith(variant or "") and own.language and _main(own.language) == _main(tag):
            return own
    return None


def author_languages(texts: Iterable[Text]) -> dict[str, str]:
    """Return the language of each text of authors and of its variants, by their words."""
    languages: dict[str, str] = {}
    for text in texts:
        languages.setdefault(text.default.strip(_AROUND), ENGLISH.tag)
        for variant in text.variants.values():
            languages.setdefault(variant.text.strip(_AROUND), variant.language or ENGLISH.tag)
    return languages


def with_author_languages(part: Any, languages: Mapping[str, str]) -> Any:
    """Return a part of a report whose sentences state the language of an author's own words.

    Screen readers pronounce them by it. Words in the language of the report, and sentences that
    sendframe put together, stay as they are.
    """
    if isinstance(part, tuple):
        return tuple(with_author_languages(item, languages) for item in part)
    if not attrs.has(type(part)):
        return part
    changes: dict[str, Any] = {}
    for field in attrs.fields(type(part)):
        value = getattr(part, field.name)
        if isinstance(value, tuple) or attrs.has(type(value)):
            changes[field.name] = with_author_languages(value, languages)
    if isinstance(part, Sentence) and not part.language:
        own = languages.get(part.text.strip(_AROUND), "")
        changes["language"] = own if _main(own) != _main(current_language().tag) else ""
    return attrs.evolve(part, **changes) if changes else part


def _main(tag: str) -> str:
    """Return the language of a tag, without region and script."""
    return tag.partition("-")[0].lower()
