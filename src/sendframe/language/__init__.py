"""Messages in the language of a report: looked up when they are used, printed as written in English.

English is the source: it needs no catalogue. `sendframe_data/locale/sendframe.pot` lists all
messages.
"""

from ._catalogue import read_catalogue
from ._language import ENGLISH, Language, current_language, direction, in_language
from ._message import N_, gettext, ngettext, pgettext
from ._phrase import joined, ordinal

__all__ = [
    "ENGLISH",
    "N_",
    "Language",
    "current_language",
    "direction",
    "gettext",
    "in_language",
    "joined",
    "ngettext",
    "ordinal",
    "pgettext",
    "read_catalogue",
]
