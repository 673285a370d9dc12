"""A passive that hides who acts.

What it checks
    The words for children and young people: whether something "will be", "is being" or "has been"
    done, or "is" or "was" agreed, considered, decided, delayed, discussed, expected, explored,
    planned, proposed or reviewed, and no "by" says who does it. "By December" and "by the end of
    May" say when, not who. Words of feeling, such as "worried", are no passive. It is a rule of
    thumb. What people said is left out, and so is a text whose `wording` is `verbatim`.

Why it matters
    "It will be looked at" promises nothing, since nobody is to look. Children and young people ask
    who.

Example:
    "Your bus is being considered."

How to put it right
    Begin with who acts: "The council decides about your bus in May." If nobody does, say so.

Options
    ``variants``: names of the variants for children and young people; `young-people` and
    `friendly` by default.

Source
    GOV.UK, Accessible communication formats, on easy read: sentences are active, not passive; "we
    are following up your complaint", not "your complaint is being followed up".
"""

import re
from collections.abc import Iterator

from sendframe.plugins import (
    Check,
    CheckContext,
    Diagnostic,
    PlainTextOptions,
    hookimpl,
    quoted_ids,
    sentences,
)
from sendframe.plugins import gettext as _

_DECIDED = (
    "agreed|considered|decided|delayed|discussed|expected|explored|looked|planned|postponed"
    "|proposed|reviewed"
)
_IRREGULAR = (
    "agreed|begun|bought|brought|built|chosen|cut|done|found|given|guaranteed|held|kept|led|made|met"
    "|paid|put|seen|sent|set|shown|spent|taken|taught|told|written"
)
_NO_PASSIVE = (
    "ashamed|bored|confused|delighted|disabled|disappointed|embarrassed|excited|frightened"
    "|interested|involved|married|overwhelmed|pleased|qualified|relaxed|retired|scared|supposed"
    "|surprised|tired|upset|used|worried"
)
_PASSIVE = re.compile(
    r"\b(?:(?:(?:can|could|may|might|must|shall|should|to|will|would|won['’]t)(?: not)? be"
    r"|(?:am|are|is|was|were)(?: not)? being|(?:had|has|have)(?: not)? been)"
    rf"(?: [a-z]{{1,20}}ly)? (?P<done>(?!(?:{_NO_PASSIVE})\b)(?:[a-z]{{2,20}}[^e\W]ed|{_IRREGULAR}))"
    rf"|(?:are|is|was|were)(?: not)?(?: [a-z]{{1,20}}ly)? (?P<decided>{_DECIDED}))\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\bby (?!\d|the (?:end|start|beginning|middle)|next|then|now|spring|summer|autumn|winter"
    r"|christmas|easter|half[- ]term|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)",
    re.IGNORECASE,
)


def _hidden(sentence: str) -> Iterator[str]:
    """Yield the last word of each passive without anybody who acts."""
    passives = list(_PASSIVE.finditer(sentence))
    ends = [passive.start() for passive in passives[1:]]  # a "by" belongs to the one before it
    for passive, end in zip(passives, [*ends, len(sentence)], strict=bool(passives)):
        if not _BY.search(sentence, passive.end(), end):
            yield passive["done"] or passive["decided"]


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each passive that does not say who acts."""
    for plain in context.plain_texts(context.chosen(PlainTextOptions).variants):
        for number, sentence in enumerate(sentences(plain.words), 1):
            for word in _hidden(sentence):
                yield context.diagnostic(
                    _(
                        "sentence {number} of a text for {names} does not say who acts: its passive "
                        "ends in “{word}”",
                        number=number,
                        names=quoted_ids(plain.readers),
                        word=word.lower(),
                    ),
                    at=plain.variants[0],
                    about=plain.written.owner.id,
                    help="Begin with who acts; if nobody does, say so.",
                )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR607",
            "A passive that hides who acts",
            __doc__ or "",
            run,
            severity="note",
            options=PlainTextOptions,
        )
    ]
