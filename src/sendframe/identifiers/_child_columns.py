"""Columns of a list of children, which sendframe never reads."""

import re
from collections.abc import Iterable

__all__ = ["child_columns"]

_PLAIN = re.compile(r"[^a-z0-9]")
_SEPARATORS = re.compile(r"[;\t|]")  # of tables that were not read as they are written
_ONE_CHILD = frozenset(
    {
        *("upn", "pupilupn", "formerupn", "uniquepupilnumber", "temporaryupn"),
        *("uln", "uniquelearnernumber", "nhsnumber", "nhsno"),
        *("dob", "dateofbirth", "personbirthdate", "birthdate", "childdob"),
        *("childid", "childuniqueid", "pupilid", "personid", "lachildid", "mosaicid"),
        *("forename", "forenames", "surname", "firstname", "lastname", "familyname", "fullname"),
        *("givenname", "childname", "childsname", "pupilname", "nameofchild", "legalsurname"),
        *("homepostcode", "childpostcode", "childspostcode", "personaddress", "homeaddress"),
    }
)
"""Columns of the SEN2 person-level return, of Annex A of inspections of children's services, of
pupil censuses and of exports of case systems, without capitals, spaces and signs."""


def child_columns(header: Iterable[str]) -> tuple[str, ...]:
    """Return the columns of a table that say something of one child, in order, each once.

    Source: Department for Education, *SEN2 person level: technical specification*; Ofsted,
    *Inspecting local authority children's services: Annex A*.

    Examples:
        >>> child_columns(["UPN", "Date of Birth", "area", "value"])
        ('UPN', 'Date of Birth')
    """
    names = (name.strip() for cell in header for name in _SEPARATORS.split(cell))
    return tuple(dict.fromkeys(n for n in names if _PLAIN.sub("", n.lower()) in _ONE_CHILD))
