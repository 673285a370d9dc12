"""Turn sentences and marks into paragraphs and runs."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from sendframe.plugins import Mark, Sentence, charts

from ._beside import beside_runs
from ._markup import Element, paragraph, run
from ._place import Place, linked

__all__ = ["mark_runs", "prose", "sentence_runs", "spaced"]

_OPENING = "“‘\"'"


def mark_runs(mark: Mark | None, place: Place) -> list[Element]:
    """Return a mark: its shape as a character, and its word; nothing for none."""
    if mark is None:
        return []
    words = f"{charts.sign(mark.shape)}\N{NO-BREAK SPACE}{mark.label}"
    return [run(words, bold=True, colour=place.theme.tone(mark.tone))]


def spaced(*parts: list[Element]) -> list[Element]:
    """Return parts of a line with a space between them; empty ones are left out."""
    made: list[Element] = []
    for part in filter(None, parts):
        made += [run(" "), *part] if made else part
    return made


def sentence_runs(sentence: Sentence, place: Place, *, bold: bool = False) -> list[Element]:
    """Return a sentence as it stands in a line: picture, state, label, words, small words."""
    text = sentence.text
    if sentence.quoted and text and text[0] not in _OPENING:
        text = f"“{text}”"
    return spaced(
        beside_runs(sentence.picture, place),
        mark_runs(sentence.mark, place),
        [run(sentence.label, bold=True)] if sentence.label else [],
        [linked(text, sentence.link, place, bold=bold, language=sentence.language)] if text else [],
        [run(sentence.note, "SmallWords")] if sentence.note else [],
    )


def prose(
    sentences: Iterable[Sentence], place: Place, style: str = "Normal", quote: str = "Quote"
) -> Iterator[Element]:
    """Yield paragraphs: neighbouring sentences run on, and quotations stand apart.

    Args:
        sentences: The sentences.
        place: Where they stand.
        style: Style of sentences.
        quote: Style of quotations.
    """
    for quoted, group in groupby(sentences, key=lambda sentence: sentence.quoted):
        runs = spaced(*(sentence_runs(sentence, place) for sentence in group))
        yield paragraph(quote if quoted else style, *runs)
