"""More than one idea in a sentence.

What it checks
    Each sentence of the words for children and young people. These are counted: a semicolon; a
    pair of brackets; a dash between words; and two or more words that join a second clause, which
    are "although", "because", "but", "however", "otherwise", "so that", "though", "unless",
    "until", "whereas", "which", "while" and "whose". "And", "or", "if", "when" and a single joining
    word are not counted, since many good sentences have one. It is a rule of thumb: read the
    sentence aloud and decide. What people said is left out, and so is a text whose `wording` is
    `verbatim`.

Why it matters
    Whoever reads the first idea has to keep it in mind while reading the second one.

Example:
    "You can drop in (on Mondays), but call first because it may be full." has brackets and two
    joining words.

How to put it right
    Write one sentence for each idea.

Options
    ``variants``: names of the variants for children and young people; `young-people` and
    `friendly` by default.

Source
    GOV.UK, Accessible communication formats, on easy read: one idea and one verb a sentence.
"""

import re
from collections.abc import Iterator

from sendframe.plugins import (
    N_,
    Check,
    CheckContext,
    Diagnostic,
    PlainTextOptions,
    hookimpl,
    joined,
    ngettext,
    quoted_ids,
    sentences,
)
from sendframe.plugins import gettext as _

_SIGNS = (
    (N_("a semicolon"), re.compile(r";")),
    (N_("brackets"), re.compile(r"[(\[][^()\[\]]*[)\]]")),
    (N_("a dash"), re.compile(r"(?<=\s)[-–—]+(?=\s)|(?<=[^\W\d])—(?=[^\W\d])")),
)
_JOINING = re.compile(
    r"\b(?:although|because|but|however|otherwise|so that|though|unless|until|whereas|which|while"
    r"|whose)\b",
    re.IGNORECASE,
)


def _ideas(sentence: str) -> Iterator[str]:
    """Yield what shows that a sentence has more than one idea."""
    for name, sign in _SIGNS:
        if sign.search(sentence):
            yield _(name)
    joining = len(_JOINING.findall(sentence))
    if joining > 1:
        yield ngettext("{number} joining word", "{number} joining words", joining)


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each sentence that seems to have several ideas."""
    for plain in context.plain_texts(context.chosen(PlainTextOptions).variants):
        for number, sentence in enumerate(sentences(plain.words), 1):
            ideas = tuple(_ideas(sentence))
            if ideas:
                yield context.diagnostic(
                    _(
                        "sentence {number} of a text for {names} may have more than one idea: it has "
                        "{ideas}",
                        number=number,
                        names=quoted_ids(plain.readers),
                        ideas=joined(ideas),
                    ),
                    at=plain.variants[0],
                    about=plain.written.owner.id,
                    help="Write one sentence for each idea.",
                )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR603",
            "More than one idea in a sentence",
            __doc__ or "",
            run,
            severity="note",
            options=PlainTextOptions,
        )
    ]
