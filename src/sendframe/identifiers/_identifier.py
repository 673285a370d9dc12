"""What may identify a person in a text: numbers, days of birth, addresses."""

import re
from collections.abc import Callable, Iterator
from typing import Literal

import attrs

from ._check_digits import is_nhs_number, is_uln, is_upn

__all__ = ["Identifier", "IdentifierKind", "identifiers_in", "is_personal_mailbox", "masked"]

IdentifierKind = Literal[
    "UPN", "NHS number", "ULN", "date of birth", "postcode", "e-mail", "telephone", "case number"
]


@attrs.frozen
class Identifier:
    """What may identify a person, and where it stands in a text.

    Attributes:
        kind: What it is.
        start: Where it begins.
        end: Where it ends.
        is_certain: Whether check digits, and for ten digits the words or spaces beside them as
            well, leave no doubt. One in six numbers of ten digits passes one of two checks by
            chance. A day of birth and a personal mailbox or mobile telephone are certain, and
            so is where one family lives or can be reached, by the words before it.

    Hooks: ``sendframe_checks`` and ``sendframe_readers``.
    """

    kind: IdentifierKind
    start: int
    end: int
    is_certain: bool


_BEFORE = 40
"""Characters before a number in which words are looked for that say what it is."""

_ROUND = "0000"
"""A number of ten digits that ends so is a sum or a limit, unless a word says what it is."""

_UPN = re.compile(
    r"(?<![\w/=.-])[A-HJ-NP-RT-Z](?:[ -]?\d){11}[ -]?[0-9A-HJ-NP-RT-Z](?!\w)", re.ASCII
)
_TEN_DIGITS = re.compile(
    r"(?<![\w/=.+-])(?:\d{10}|\d{3}([ -])\d{3}\1\d{4})(?![\w/-]|\.\d)", re.ASCII
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_BORN = re.compile(
    r"\b(?:date of birth|d\.?o\.?b\b\.?|birthday|born)[\s:,(]{0,3}(?:(?:is|was|on|the)\s){0,2}"
    r"(?:\d{1,2}[/. -]\d{1,2}[/. -](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}})\b",
    re.IGNORECASE,
)
_POSTCODE = re.compile(
    r"(?<![\w/=.-])(?:GIR ?0AA|(?:[A-PR-UWYZ]\d{1,2}|[A-PR-UWYZ][A-HK-Y]\d{1,2}"
    r"|[A-PR-UWYZ]\d[A-HJKPSTUW]|[A-PR-UWYZ][A-HK-Y]\d[ABEHMNPRVWXY]) ?\d[ABD-HJLNP-UW-Z]{2})"
    r"(?!\w)",
    re.ASCII,
)
_EMAIL = re.compile(
    r"(?<![\w.+'/-])\w[\w.+'-]{0,63}@[a-z0-9](?:[a-z0-9-]{0,62}\.){1,8}[a-z]{2,24}(?![\w-])",
    re.IGNORECASE,
)
_TELEPHONE = re.compile(
    r"(?<![\w/=.+-])(?:(?:\+|00)44[ -]?(?:\(0\)[ -]?)?|\(?0)[1-9]\d{0,4}\)?(?:[ -]?\d){5,9}"
    r"(?![\w/-]|\.\d)",
    re.ASCII,
)
_CASE_NUMBER = re.compile(
    r"\b(?:case|ehcp|plan|child|person|mosaic|capita|liquidlogic|synergy)\s"
    r"(?:id|no|number|ref|reference)\b\.?[\s:#]{0,3}(?=[A-Z/-]{0,8}\d)[A-Z0-9/-]{4,20}(?!\w)",
    re.IGNORECASE | re.ASCII,
)
_FAMILY = (
    "(?:child|son|daughter|boy|girl|family|parent|carer|mum|mother|dad|father|gran(?:dmother)?|nan)"
)
_OF_A_FAMILY = re.compile(
    r"\b(?:(?:my|her|his) (?:home|mobile|own|personal|private)\b"
    r"|(?:my|her|his) (?:address|e-?mail|number|phone|postcode|telephone)\b"
    rf"|{_FAMILY}['’]s (?:home |mobile |own )?(?:address|e-?mail|home|number|phone|postcode|telephone)\b"
    rf"|(?:she|he|{_FAMILY}) (?:lives?|lived|moved|is living|can be reached|is at home)\b"
    r"|(?:call|contact|e-?mail|phone|reach|ring|text|visit) (?:her|him) (?:at|on|via|in)\b)",
    re.IGNORECASE,
)
"""Words that say of what follows that it is where one family lives or can be reached."""

_NHS = re.compile(r"\bNHS\b", re.IGNORECASE)
_LEARNER = re.compile(r"\bULN\b|\blearner (?:no\b|number)", re.IGNORECASE)
_PUPIL = re.compile(r"\bUPN\b|\bpupil (?:no\b|number)", re.IGNORECASE)
_MAILBOX_OF_A_PERSON = re.compile(r"[a-z]+[._-][a-z]+\d{0,4}|[a-z]+\d{2,4}", re.IGNORECASE)
_PRIVATE_MAIL = re.compile(
    r"(?:gmail|googlemail|hotmail|outlook|live|yahoo|icloud|me|aol|btinternet|sky|talktalk|msn"
    r"|protonmail|proton)\.[a-z.]{2,8}",
    re.IGNORECASE,
)
_OF_A_TEAM = re.compile(
    "admin|advice|appeals|board|care|carers|centre|children|commissioning|complaints|contact|council"
    "|education|ehcp|enquir(?:ies|y)|families|family|feedback|forum|help|helpdesk|hello|inclusion"
    "|info|information|local|office|offer|parent|participation|press|sen|send|sendiass|services?"
    "|strategy|support|team|transport|voice|young|youth"
)
"""Words of the mailbox of a service or a team."""


def is_personal_mailbox(address: str) -> bool:
    """Say whether an e-mail address looks like that of one person, and of no service.

    It is a rule of thumb: two names, or a name and figures, before the @, none of them a word for
    a service; or an address of a provider for private people.

    Examples:
        >>> is_personal_mailbox("jo.bloggs@wyeford.example")
        True
        >>> is_personal_mailbox("send.team@wyeford.example")
        False
    """
    name, _, domain = address.rpartition("@")
    if _PRIVATE_MAIL.fullmatch(domain):
        return True
    words = re.split(r"[._\d-]+", name.lower())
    return bool(_MAILBOX_OF_A_PERSON.fullmatch(name)) and not any(map(_OF_A_TEAM.fullmatch, words))


def identifiers_in(text: str) -> tuple[Identifier, ...]:
    """Return what may identify a person in a text, in order.

    No two share a character: what is certain comes before what may be, and the longer one before
    the shorter one.

    Found are unique pupil numbers, NHS numbers and unique learner numbers whose check digits are
    right, with and without the usual spaces or hyphens; one that is wrong only beside the word for
    it. Days behind a word for birth; full postcodes in capitals; e-mail addresses; telephone
    numbers of the United Kingdom of 9 to 11 digits; references behind words such as "case number".

    Examples:
        >>> [each.kind for each in identifiers_in("UPN B801200005001, born 3 May 2011")]
        ['UPN', 'date of birth']
    """
    if not any(map(str.isdigit, text)) and "@" not in text:
        return ()
    identifiers: list[Identifier] = []
    taken: set[int] = set()
    for identifier in sorted(_candidates(text), key=_precedence):
        places = range(identifier.start, identifier.end)
        if taken.isdisjoint(places):
            identifiers.append(identifier)
            taken.update(places)
    return tuple(sorted(identifiers, key=lambda identifier: identifier.start))


def masked(text: str) -> str:
    """Return a text in which the kind stands in place of what may identify a person.

    Examples:
        >>> masked("Write to jo.bloggs@wyeford.example.")
        'Write to [e-mail].'
    """
    for identifier in reversed(identifiers_in(text)):
        text = f"{text[: identifier.start]}[{identifier.kind}]{text[identifier.end :]}"
    return text


def _precedence(identifier: Identifier) -> tuple[bool, int, int]:
    """Return the order in which overlapping identifiers are kept."""
    return not identifier.is_certain, identifier.start, -identifier.end


def _candidates(text: str) -> Iterator[Identifier]:
    """Yield what may identify a person, kind by kind; they may overlap."""
    for match in _UPN.finditer(text):
        bare = re.sub("[ -]", "", match[0])
        is_sound = is_upn(bare)
        if is_sound or _is_named(_PUPIL, text, match.start()):
            yield Identifier("UPN", *match.span(), is_sound)
    for match in _TEN_DIGITS.finditer(text):
        yield from _ten_digits(text, match)
    for match in _BORN.finditer(text):
        yield Identifier("date of birth", *match.span(), is_certain=True)
    for match in _TELEPHONE.finditer(text):
        digits = re.sub(r"\D", "", re.sub(r"^(?:\+|00)44|\(0\)", "", match[0])).lstrip("0")
        if len(digits) in (9, 10):
            is_own = digits.startswith("7") or _is_named(_OF_A_FAMILY, text, match.start())
            yield Identifier("telephone", *match.span(), is_own)
    for match in _EMAIL.finditer(text):
        is_own = is_personal_mailbox(match[0]) or _is_named(_OF_A_FAMILY, text, match.start())
        yield Identifier("e-mail", *match.span(), is_own)
    for kind, pattern in _OTHERS.items():
        for match in pattern.finditer(text):
            yield Identifier(kind, *match.span(), _is_named(_OF_A_FAMILY, text, match.start()))


_OTHERS: dict[IdentifierKind, re.Pattern[str]] = {
    "postcode": _POSTCODE,
    "case number": _CASE_NUMBER,
}
_TEN: dict[IdentifierKind, tuple[Callable[[str], bool], re.Pattern[str]]] = {
    "NHS number": (is_nhs_number, _NHS),
    "ULN": (is_uln, _LEARNER),
}


def _ten_digits(text: str, match: re.Match[str]) -> Iterator[Identifier]:
    """Yield what ten digits stand for, if for anything."""
    digits = re.sub("[ -]", "", match[0])
    for kind, (is_sound, word) in _TEN.items():
        is_named = _is_named(word, text, match.start())
        is_spaced = kind == "NHS number" and match[1] is not None
        if is_sound(digits) and (is_named or not digits.endswith(_ROUND)):
            yield Identifier(kind, *match.span(), is_named or is_spaced)
        elif is_named:
            yield Identifier(kind, *match.span(), is_certain=False)


def _is_named(word: re.Pattern[str], text: str, start: int) -> bool:
    """Say whether a word stands before a number, in the same line."""
    before = text[max(0, start - _BEFORE) : start].rpartition("\n")[2]
    return word.search(before) is not None
