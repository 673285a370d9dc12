"""A word that no glossary explains to children and young people.

What it checks
    Acronyms in the words for children and young people, and the words of every glossary: whether
    their meaning is written for the same readers, as a variant of the same name. Four glossaries
    are searched: the packaged one of the field (`send-terms`); those of plug-ins that the portfolio
    uses; those of the portfolio; and `glossary` of its plans. That of a plan that has ended explains
    the words of that plan alone. The packaged meanings are for adults, so a word that only they
    explain is reported as a note that suggests the meaning. One diagnostic for each word counts its
    texts. Words in capitals throughout, such as those of a heading, are no acronyms, and neither
    are words like NOT. What people said is left out, and so is a text whose `wording` is
    `verbatim`.

Why it matters
    Those who work in the field no longer hear that "SENCO" or "annual review" is a foreign word.
    Who does not know it stops reading.

Example:
    "Talk to your SENCO." stands in a text for young people, and the glossary says what a SENCO is
    for adults alone.

How to put it right
    Say it in other words. Or write the meaning for these readers, in `glossary` of the plan or in
    a document of the kind `glossary`.

Options
    ``variants``: names of the variants for children and young people; `young-people` and
    `friendly` by default. ``known``: acronyms that everybody knows; GP, ID, IT, NHS, OK, PE, TV and
    UK by default.

Source
    GOV.UK, Accessible communication formats, on easy read: full words, not acronyms; difficult
    words are explained. The sources of the packaged meanings are in that glossary.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

import attrs

from sendframe.plugins import (
    N_,
    Check,
    CheckContext,
    Diagnostic,
    Glossary,
    GlossaryTerm,
    PlainText,
    PlainTextOptions,
    Strategy,
    Text,
    hookimpl,
    ngettext,
    quoted_ids,
    send_terms,
    words_in,
)
from sendframe.plugins import gettext as _

_ACRONYM = re.compile(r"(?=[A-Z]{2})(?![IVX]+$)[A-Z]+s?")
_POSSESSIVE = re.compile(r"['’]s$")
_EMPHASIS = frozenset({"ALL", "AND", "NO", "NOT", "NOW", "OR", "WE", "YOU"})
_LONGEST = 6
"""Most words of a term that is searched for."""

_Key = tuple[str, ...]
_State = Literal["unknown", "adults", "packaged"]


@attrs.define
class _Term:
    """A word of a glossary, however often it is in it.

    Attributes:
        spelling: How it is written.
        meaning: What it means.
        is_acronym: Whether it is one in every spelling.
        readers: Names of the variants in which it is explained.
    """

    spelling: str
    meaning: Text
    is_acronym: bool
    readers: set[str] = attrs.Factory(set)


_Terms = dict[_Key, _Term]


@attrs.frozen
class Options(PlainTextOptions):
    """Options of the check.

    Attributes:
        known: Acronyms that everybody knows.
    """

    known: tuple[str, ...] = ("GP", "ID", "IT", "NHS", "OK", "PE", "TV", "UK")


@attrs.define
class _Word:
    """A word that is not explained.

    Attributes:
        first: The first text that it is in.
        readers: The readers that it is not explained to.
        texts: How many texts it is in.
    """

    first: PlainText
    readers: dict[str, None]
    texts: int = 0


@lru_cache(maxsize=4_096)
def _folded(word: str) -> str:
    return _POSSESSIVE.sub("", word).casefold()


def _key(words: Iterable[str]) -> _Key:
    """Return words without case, the last one in the singular."""
    *first, last = map(_folded, words)
    is_plural = len(last) > 3 and last.endswith("s") and not last.endswith("ss")  # noqa: PLR2004  # "NHS" is none
    return (*first, last[:-1] if is_plural else last)


def _is_acronym(word: str) -> bool:
    return sum(letter.isupper() for letter in word) > 1


def _terms(glossary: Iterable[GlossaryTerm]) -> _Terms:
    terms: _Terms = {}
    for item in glossary:
        words = words_in(item.term)
        if 0 < len(words) <= _LONGEST:
            is_acronym = len(words) == 1 and _is_acronym(words[0])
            term = terms.setdefault(_key(words), _Term(item.term, item.meaning, is_acronym))
            term.is_acronym &= is_acronym
            term.readers |= item.meaning.variants.keys()
    return terms


def _term(words: tuple[str, ...], glossaries: Iterable[_Terms]) -> str | None:
    """Return the term of a glossary that words are; "send" is no SEND, and "ap" no AP."""
    key = _key(words)
    for term in (glossary[key] for glossary in glossaries if key in glossary):
        if not term.is_acronym or _is_acronym(words[0]):
            return term.spelling
    return None


def _words(text: str, glossaries: Iterable[_Terms]) -> Iterator[str]:
    """Yield each term of a glossary, and each other acronym, in a text; long terms go first."""
    words = words_in(text)
    at = 0
    while at < len(words):
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            term = _term(words[at : at + size], glossaries)
            if term:
                yield term
                break
        else:
            size, word = 1, _POSSESSIVE.sub("", words[at])
            if _ACRONYM.fullmatch(word) and word not in _EMPHASIS:
                yield word.removesuffix("s")
        at += size


def _state(word: str, reader: str, explained: Iterable[_Terms], packaged: _Terms) -> _State | None:
    """Return who a word is explained to instead of a reader; None where it is explained to them."""
    key = _key(words_in(word))
    terms = [glossary[key] for glossary in explained if key in glossary]
    if any(reader in term.readers for term in terms):
        return None
    if terms:
        return "adults"
    return "packaged" if key in packaged else "unknown"


def _unexplained(context: CheckContext, packaged: _Terms) -> dict[tuple[str, _State], _Word]:
    """Return each word that is not explained, with where and to whom."""
    options = context.chosen(Options)
    in_force = {plan.id for plan in context.plans}
    own = {
        plan.id: _terms(plan.glossary)
        for plan in context.portfolio.of(Strategy)
        if plan.id not in in_force
    }
    glossaries = [g for g in context.portfolio.of(Glossary) if g.id != send_terms().id]
    everywhere = _terms(
        [term for plan in context.plans for term in plan.glossary]
        + [term for glossary in glossaries for term in glossary.terms]
    )
    known = frozenset(options.known)
    words: dict[tuple[str, _State], _Word] = {}
    for plain in context.plain_texts(options.variants):
        if not any(letter.islower() for letter in plain.words):
            continue
        explained = (everywhere, own.get(plain.written.document.id, {}))
        for word in dict.fromkeys(_words(plain.words, (*explained, packaged))):
            if word in known:
                continue
            states = {reader: _state(word, reader, explained, packaged) for reader in plain.readers}
            for state in dict.fromkeys(state for state in states.values() if state):
                entry = words.setdefault((word, state), _Word(plain, {}))
                entry.readers |= {reader: None for reader in states if states[reader] == state}
                entry.texts += 1
    return words


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each word that is not explained to its readers."""
    packaged = _terms(send_terms().terms)
    problems = {
        "unknown": N_("'{word}' is in {texts} for {names}, and no glossary explains it"),
        "adults": N_("'{word}' is in {texts} for {names}, and its meaning is not written for them"),
        "packaged": N_(
            "'{word}' is in {texts} for {names}, and only the packaged glossary explains it, for adults"
        ),
    }
    for (word, state), entry in _unexplained(context, packaged).items():
        texts = ngettext("a text", "{number} texts", entry.texts)
        names = quoted_ids(entry.readers)
        help_ = "Say it in other words, or write its meaning for these readers in a glossary."
        if state == "packaged":
            help_ += f" It may mean: {packaged[_key(words_in(word))].meaning}"
        diagnostic = context.diagnostic(
            _(problems[state], word=word, texts=texts, names=names),
            at=entry.first.variants[0],
            about=entry.first.written.owner.id,
            help=help_,
        )
        yield attrs.evolve(diagnostic, severity="note") if state == "packaged" else diagnostic


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR604",
            "A word that no glossary explains to its readers",
            __doc__ or "",
            run,
            severity="warning",
            options=Options,
        )
    ]
