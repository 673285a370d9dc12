"""A sentence that claims more than it rests on.

What it checks
    Three things about words and what they name.

    *Every, each, all, everyone, everybody* without any number, in words that put a figure into
    simple words (`simplifies`), where that figure is less than the whole: below 100 per cent.

    The same words about families, parents, carers, children, young people or *you*, and *families
    say*, *you said* and the like, in words that name only voices: the difference of an entry and
    its evidence, the reason of a judgement and the evidence used, the update of an action and its
    evidence, the difference of a reply and the voices it answers. No number of voices shows what
    every family says, and one voice does not show what families say.

    A number of families, parents, carers, children or young people, in figures or from two to
    twelve in words, that is more than the voices that such words name.

    A voice with a summary may sum up what many people said: then only *every*, *each* and *all*
    are reported. Words that name other evidence than voices are skipped, such as a survey, and
    so are sentences about what is wanted, or with *not*, *nearly* or *almost*.

Why it matters
    One word such as "every" turns a fair account into one that many families know to be wrong.
    After that they do not believe the rest.

Example:
    "Every plan comes in time", for young people, simplifies a figure of 67.6 per cent. "Families
    tell us that they feel heard" names one voice.

How to put it right
    Give the number ("68 of 100 plans"), say "a parent told us", or name the voices and the survey
    that show it.

Source
    Staffordshire's parent carer forum: "Despite a lot of hard work … we're still not seeing
    positive impact". In a poll of Hertfordshire's forum at a monitoring inspection most of 460 saw
    no improvement.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from sendframe.plugins import (
    N_,
    ActionRegister,
    Check,
    CheckContext,
    Diagnostic,
    EvidenceRegister,
    Text,
    Voice,
    amount,
    hookimpl,
    ngettext,
    sentences,
)
from sendframe.plugins import gettext as _

_EVERY = "every|each|all|everyone|everybody"
_PEOPLE = "families|family|parents?|carers?|children|child|young people|young person|you"
_SAY = "say|said|tell|told|feel|felt|think|find|found|report|reported|agree|agreed"
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")  # fmt: skip

_UNIVERSAL = re.compile(rf"\b(?:{_EVERY})\b", re.IGNORECASE)
_ALL_PEOPLE = re.compile(
    rf"\b(?:everyone|everybody|(?:every|each|all)(?: of)?(?: the| our)? (?:{_PEOPLE}))\b",
    re.IGNORECASE,
)
_SPOKEN_FOR = re.compile(
    rf"\b(?:families|parents|carers|children|young people|you) (?:{_SAY})\b", re.IGNORECASE
)
_COUNTED = re.compile(
    rf"\b(\d{{1,4}}|{'|'.join(_NUMBERS)}) (?:families|parents|carers|children|young people)\b",
    re.IGNORECASE,
)
_IDIOM = re.compile(
    r"\b(?:(?:at|after|above|first of) all|all (?:in all|over|the time)|each other"
    r"|(?:each|every) (?:other )?(?:year|month|week|day|term|time|quarter|spring|summer|autumn|winter))\b",
    re.IGNORECASE,
)
_NO_CLAIM = re.compile(
    r"\b(?:not|never|nearly|almost|will|want|wants|wanted|should|must|would|could|if|until|unless"
    r"|hope|aim)\b|n['’]t\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"\d|\b(?:half|third|thirds|quarter|quarters|most|some|many|few)\b", re.IGNORECASE
)

_WHOLE = {"percent": 100.0, "share": 1.0}


def _claims(words: str) -> Iterator[str]:
    """Yield the sentences that state something, without phrases in which "all" is no claim."""
    for sentence in sentences(words):
        if not _NO_CLAIM.search(sentence):
            yield _IDIOM.sub("", sentence)


def _first(pattern: re.Pattern[str], claims: Iterable[str]) -> str | None:
    return next((match[0] for claim in claims if (match := pattern.search(claim))), None)


def _wordings(text: Text) -> Iterator[str]:
    yield text.default
    yield from (variant.text for variant in text.variants.values())


def _of_figures(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each variant that says "every" of a figure that is not the whole."""
    for written in context.written_texts:
        for variant in written.text.variants.values():
            word = (
                None if _AMOUNT.search(variant.text) else _first(_UNIVERSAL, _claims(variant.text))
            )
            for simplified in variant.simplifies if word else ():
                if simplified.fact not in context.figures:
                    continue
                result, point = context.figures[simplified.fact]
                if point.value is None or result.unit not in _WHOLE:
                    continue
                value, total = (
                    amount(number, result.decimals, result.unit_text)
                    for number in (point.value, _WHOLE[result.unit])
                )
                if point.value < _WHOLE[result.unit] and value != total:
                    yield context.diagnostic(
                        _(
                            "“{text}” says “{word}”, and the figure that it puts in simple words is "
                            "{value}",
                            text=variant.text,
                            word=word,
                            value=value,
                        ),
                        at=variant,
                        help="Write the words anew with their readers, with the number.",
                    )


_Joined = tuple[str, str, Text | None, tuple[str, ...]]
"""What has the words, its id, the words if there are any, and the ids of what they rest on."""


def _of_editions(context: CheckContext) -> Iterator[_Joined]:
    for edition in context.editions:
        for entry in edition.entries:
            for difference in entry.difference:
                yield N_("entry"), entry.id, difference.text, entry.evidence
            if entry.judgement:
                yield (
                    N_("judgement"),
                    entry.judgement.id,
                    entry.judgement.reason,
                    entry.judgement.used,
                )


def _of_actions(context: CheckContext) -> Iterator[_Joined]:
    for register in context.portfolio.of(ActionRegister):
        for action in register.actions:
            for update in action.updates:
                yield N_("action"), action.id, update.text, update.evidence


def _of_replies(context: CheckContext) -> Iterator[_Joined]:
    for register in context.portfolio.of(EvidenceRegister):
        for reply in register.replies:
            if reply.difference:
                yield N_("reply"), reply.id, reply.difference.text, reply.voices


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.index(word.casefold()) + 2


def _excess(text: Text, voices: list[Voice]) -> str | None:
    """Return the words that claim more than some voices show; None where none do."""
    are_single = not any(voice.summary for voice in voices)
    for wording in _wordings(text):
        claims = list(_claims(wording))
        phrase = _first(_ALL_PEOPLE, claims)
        if phrase is None and are_single and len(voices) == 1:
            phrase = _first(_SPOKEN_FOR, claims)
        if phrase is None and are_single:
            counted = (match for claim in claims for match in _COUNTED.finditer(claim))
            phrase = next((m[0] for m in counted if _number(m[1]) > len(voices)), None)
        if phrase is not None:
            return phrase
    return None


def _of_voices(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each text that speaks for more people than the voices it names."""
    by_id = {
        voice.id: voice
        for register in context.portfolio.of(EvidenceRegister)
        for voice in register.voices
    }
    joined = chain(_of_editions(context), _of_actions(context), _of_replies(context))
    for thing, id_, text, ids in joined:
        voices = [by_id[name] for name in ids if name in by_id]
        if text is None or not voices or len(voices) < len(ids):
            continue
        phrase = _excess(text, voices)
        if phrase is not None:
            yield context.diagnostic(
                ngettext(
                    "the {thing} '{id}' says “{phrase}”, and names one voice",
                    "the {thing} '{id}' says “{phrase}”, and names {number} voices",
                    len(voices),
                    thing=_(thing),
                    id=id_,
                    phrase=phrase,
                ),
                at=text,
                about=id_,
                help="Say how many did, or name the voices and the survey that show it.",
            )


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each text that claims more than the figure or the voices it names."""
    yield from _of_figures(context)
    yield from _of_voices(context)


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR824",
            "A sentence that claims more than it rests on",
            __doc__ or "",
            run,
            severity="note",
            asks=False,
        )
    ]
