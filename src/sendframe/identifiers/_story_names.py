"""Names beside what happened to one child or young person, as far as their form shows them."""

import re
from functools import cache

__all__ = ["names_in_story"]

_CAPITAL, _SMALL = "[A-ZÀ-ÖØ-ÞĄĆČĐĘĞİŁŃŚŞŠŹŻŽ]", "[a-zß-öø-ÿąćčđęğıłńśşšźżž]"
_WORD = rf"{_CAPITAL}(?:{_SMALL}|['’-]{_CAPITAL}?{_SMALL}|{_CAPITAL}{_SMALL}){{1,20}}"
_NAME = f"(?P<name>{_WORD}(?: {_WORD})?)"
_CHILD = (
    r"(?:[Ss]on|[Dd]aughter|[Cc]hild|[Gg]randson|[Gg]randdaughter|[Bb]rother|[Ss]ister|[Tt]win|[Nn]ephew"
    r"|[Nn]iece|[Bb]oy|[Gg]irl|[Pp]upil|[Ss]tudent)"
)
_YEARS = r"(?:[1-9]|1\d|2[0-5]|[a-z]+teen|ten|eleven|twelve|one|two|three|four|five|six|seven|eight|nine)"
_AGE = rf"(?:aged? {_YEARS}\b|who is {_YEARS}\b|{_YEARS}[ -]years?[ -]old|is {_YEARS} years old)"
_PATTERNS = (
    rf"\b(?:[Mm]y|[Oo]ur|[Hh]er|[Hh]is|[Tt]heir) {_CHILD},? {_NAME}\b",
    rf"\b{_CHILD}(?:'s name is|,? (?:called|named)) {_NAME}\b",
    rf"\b[Mm]y name is {_NAME}\b",
    rf"(?<![.!?] ){_NAME}(?:,? \(?|, ){_AGE}",
    (
        r"\b(?:[Cc]hild|[Pp]upil|[Ss]tudent|[Yy]oung person) (?P<name>[A-Z])\b[^.!?\n]{0,60}"
        r"(?:\baged? \d|\d[ -]years?[ -]old|\b[A-Z][\w'’-]+ (?:School|Academy|College)\b)"
    ),
)
_OF_FAMILY = (
    "(?:(?:grand)?(?:son|daughter)|(?:twin )?(?:brother|sister)|twin|nephew|niece|child|boy|girl)"
)
_SINGULAR = "(?:is|was|has|had|said|says|lives?|lived|goes|went|waits|waited|could|cannot)"
_CERTAIN = (
    rf"\b(?:[Mm]y|[Oo]ur|[Hh]er|[Hh]is|[Tt]heir) {_OF_FAMILY},? {_NAME}\b",
    rf"\b(?:{_OF_FAMILY}|pupil|student)(?:'s name is|,? (?:called|named)) {_NAME}\b",
    rf"\b[Mm]y name is {_NAME},? and I(?: am|['’]m) {_YEARS}\b",
    rf"{_NAME}(?:, who is {_YEARS}\b| is {_YEARS} years old)",
    rf"{_NAME}, aged {_YEARS}, {_SINGULAR}\b",
)
_NO_PERSON = frozenset(
    [
        *("Academy", "Board", "Care", "Centre", "Charity", "College", "Company", "Council"),
        *("Development", "Forum", "Group", "Health", "Hub", "Outcomes", "Partnership"),
        *("Plan", "Poverty", "Programme", "Project", "Protection", "Safeguarding", "School"),
        *("Service", "Services", "Strategy", "Support", "Team", "Trust"),
    ]
)
"""Words that stand in names of services and organisations, and of no child."""

_NO_NAME = frozenset(
    [
        *("A", "An", "And", "Are", "As", "At", "But", "Children", "Each", "EHC", "Every", "For"),
        *("He", "Her", "His", "I", "If", "In", "It", "My", "No", "Of", "One", "Our", "People"),
        *("Pupils", "SEND", "She", "Students", "That", "The", "They", "This", "Those", "We"),
        *("When", "Who", "With", "Year", "You", "Young", "Young People", "Everyone", "Anyone"),
    ]
)


def names_in_story(text: str, *, certain: bool = False) -> tuple[str, ...]:
    """Return names that stand as those of a child in a story, in order, each once.

    Args:
        text: Any text.
        certain: Whether only those are wanted that leave little doubt: names behind a word for
            one of a family, "a girl called …", "my name is … and I am 12", and names of one person
            beside an age. A letter, as in "child A", is none of them.

    Found are names behind words such as "my son" and "called", "my name is …", names followed by
    an age, and letters such as "child A" beside an age or a school. It is a rule of thumb: a name
    without any of this is not found.

    Examples:
        >>> names_in_story("My son Rowan, who is 14, waited a year. Child A, aged 9, waits still.")
        ('Rowan', 'A')
        >>> names_in_story("Children aged 14 in Wyeford")
        ()
    """
    matches = (match for pattern in _patterns(certain=certain) for match in pattern.finditer(text))
    places = sorted({(match.start("name"), match["name"]) for match in matches})
    if certain:
        places = [place for place in places if (_NO_PERSON | _NO_NAME).isdisjoint(place[1].split())]
    names = (name for _, name in places if name not in _NO_NAME or len(name) == 1)
    return tuple(dict.fromkeys(names))


@cache  # most programs read no story, and to compile them takes 25 milliseconds
def _patterns(*, certain: bool) -> tuple[re.Pattern[str], ...]:
    patterns = _CERTAIN if certain else (*_CERTAIN, *_PATTERNS)
    return tuple(map(re.compile, patterns))
