"""The headings of a profile in the language of a report."""

from sendframe.language import ENGLISH, current_language
from sendframe.language import gettext as _
from sendframe.model import FrozenMap, Profile, ProfileSection, Text

__all__ = ["profile_in_language"]


def profile_in_language(profile: Profile) -> Profile:
    """Return a profile whose titles and words are those of the catalogue, where it has them.

    Variants of a title are the words of its author, and stay.
    """
    if current_language() is ENGLISH:
        return profile
    return profile.changed(
        title=_text(profile.title),
        reader=_(profile.reader) if profile.reader else None,
        handling_mark=_text(profile.handling_mark) if profile.handling_mark else None,
        words=FrozenMap({name: _(words) for name, words in profile.words.items()}),
        sections=tuple(map(_section, profile.sections)),
    )


def _section(section: ProfileSection) -> ProfileSection:
    introduction = _text(section.introduction) if section.introduction else None
    return section.changed(title=_text(section.title), introduction=introduction)


def _text(text: Text) -> Text:
    return text.changed(default=_(text.default))
