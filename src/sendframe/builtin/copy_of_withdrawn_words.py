"""A copy of words whose consent has ended.

What it checks
    Whether words of a voice whose consent was withdrawn, or has run out, stand anywhere else in the
    portfolio: six words in a row of its `words` or its `summary`, in any of their variants; all
    words, where there are five; nothing, where there are fewer. Case, punctuation,
    quotation marks, white space, apostrophes and the forms of a letter in Unicode make no
    difference. All texts are searched, with names, roles and captions, and data under `extensions`;
    those of other voices too, unless their consent has ended as well. A run of words that is a
    stock phrase of the field, such as "children and young people with SEND", is no copy. The words
    are not repeated in the message.

    It does not find copies in other words.

Why it matters
    No report prints the words of a voice after its consent has ended. A copy in a statement, an
    action or a reply is printed all the same, and the person who took consent back reads it.

Example:
    Consent to the words of a pupil was withdrawn in November, and the self-evaluation quotes them
    under what works well.

How to put it right
    Remove the words where they were copied to, and say it in words of your own. Published pages
    have to be changed as well.

Options
    ``words``: how many words in a row are a copy; 6 by default, at least 5.

Source
    UK GDPR, article 7(3): consent may be withdrawn at any time, as easily as it was given.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

import attrs

from sendframe.plugins import (
    Check,
    CheckContext,
    Diagnostic,
    EvidenceRegister,
    Related,
    Voice,
    hookimpl,
)
from sendframe.plugins import gettext as _

_FEWEST = 5
"""Fewest words that are searched for; four in a row are in many sentences."""

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘‛ʼ＇`´"))
_UNSEEN = frozenset({"Cf", "Mn"})
"""Categories of characters that have no place of their own, such as accents and soft hyphens."""

_STOCK = (
    "children and young people with SEND and their families",
    "children and young people with special educational needs and disabilities",
    "children and young people with special educational needs and or disabilities",
    "parents and carers of children and young people with SEND",
    "children and young people with an education health and care plan",
    "children and young people with an EHC plan",
    "education health and care needs assessment",
    "education health and care plan",
)

_Run = tuple[str, ...]


@attrs.frozen
class Options:
    """Options of the check.

    Attributes:
        words: How many words in a row are a copy.
    """

    words: int = 6


def _words(text: str) -> _Run:
    """Return words without case, punctuation, apostrophes, accents and invisible characters."""
    folded = text.casefold()
    if not text.isascii():
        spelt = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        folded = "".join(c for c in spelt if unicodedata.category(c) not in _UNSEEN)
    return tuple(_WORD.findall(folded.translate(_APOSTROPHES)))


def _runs(words: _Run, size: int) -> Iterator[_Run]:
    return (words[start : start + size] for start in range(len(words) - size + 1))


def _wordings(voice: Voice) -> Iterator[_Run]:
    """Yield the words of a voice and of its summary, in each variant that is long enough."""
    for text in (voice.words, voice.summary):
        if text is not None:
            for wording in (text.default, *(variant.text for variant in text.variants.values())):
                words = _words(wording)
                if len(words) >= _FEWEST:
                    yield words


def _voices_by_run(ended: Iterable[Voice], size: int) -> dict[_Run, list[Voice]]:
    """Return each run of words that is a copy, with the voices that it is of."""
    lengths = range(_FEWEST, size + 1)
    stock = {run for text in _STOCK for length in lengths for run in _runs(_words(text), length)}
    voices: dict[_Run, list[Voice]] = {}
    for voice in ended:
        runs = {run for words in _wordings(voice) for run in _runs(words, min(size, len(words)))}
        for run in runs - stock:
            voices.setdefault(run, []).append(voice)
    return voices


def _copied(text: str, voices: dict[_Run, list[Voice]], lengths: Iterable[int]) -> list[Voice]:
    """Return the voices whose words are in a text, by id."""
    words = _words(text)
    copied = {
        voice.id: voice
        for length in lengths
        for run in _runs(words, length)
        for voice in voices.get(run, ())
    }
    return [voice for _, voice in sorted(copied.items())]


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each place with words of a voice whose consent has ended."""
    ended = {
        voice.id: voice
        for register in context.portfolio.of(EvidenceRegister)
        for voice in register.voices
        if voice.consent is not None and voice.consent.has_ended(context.as_at)
    }
    voices = _voices_by_run(ended.values(), max(_FEWEST, context.chosen(Options).words))
    if not voices:
        return
    lengths = sorted({len(run) for run in voices})
    fewest_letters = min(sum(map(len, run)) for run in voices)
    known: dict[str, list[Voice]] = {}  # codes and names come again and again
    reported: set[tuple[int, str]] = set()
    for owner, place, text in context.strings:
        if len(text) < fewest_letters and text.isascii():
            continue  # shorter than any copy, as codes and names are
        if isinstance(owner, Voice) and owner.id in ended:
            continue
        if text not in known:
            known[text] = _copied(text, voices, lengths)
        for voice in known[text]:
            if (id(place), voice.id) not in reported:
                reported.add((id(place), voice.id))
                at = context.locations.location_of(place)
                # In double quotation marks, so that no report puts a name in place of the id: the
                # name may be the very words.
                yield context.diagnostic(
                    _(
                        'words of the voice "{id}", whose consent has ended, stand in {file} at '
                        "{pointer}",
                        id=voice.id,
                        file=at.file,
                        pointer=at.pointer or "/",
                    ),
                    at=at,
                    about=voice.id,
                    help="Remove them there, and from what was published; use words of your own.",
                    related=(Related(context.locations.location_of(voice), "the voice is here"),),
                )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR620",
            "A copy of words whose consent has ended",
            __doc__ or "",
            run,
            severity="error",
            options=Options,
        )
    ]
