"""Children and young people are not told by when.

What it checks
    What is still to be done and is written for children and young people: open actions; replies
    that are `not_yet` or `partly`; and promises of the newest edition of a self-evaluation that
    are neither kept nor given up. Whether each has a date: `due`; for a promise also that of one of
    its actions; or words such as "in May", "by the end of term" or "next week". A due date in words
    only, such as "ongoing", is none.

    Whether a date is kept is not checked here.

Why it matters
    "We have not done this yet" is honest, and half of an answer. Without a day nobody can ask why
    it was not done.

Example:
    A reply with the state `not_yet` says "We are making a guide for home." It has no `due`.

How to put it right
    Add `due`, as exactly as it is known, and the youth update prints it. If nobody knows, say by
    when you will know.

Options
    ``variants``: names of the variants for children and young people; `young-people` and
    `friendly` by default.

Source
    SEND code of practice, 4.1 to 4.28, on the local offer: comments are published with the action
    that is intended.
"""

import re
from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    Action,
    Check,
    CheckContext,
    Diagnostic,
    EvidenceRegister,
    PlainTextOptions,
    Promise,
    Reply,
    Text,
    When,
    hookimpl,
    quoted_ids,
)
from sendframe.plugins import gettext as _

_WHEN = re.compile(
    r"\b(?:(?:January|February|March|April|June|July|August|September|October|November|December)\b"
    r"|(?:in|by|before|until|from|of|since|during|next|this) (?:\w+ )?May\b|20\d\d\b"
    r"|(?i:today|tomorrow|tonight|spring|summer|autumn|winter|christmas|easter|half[- ]term)\b"
    r"|(?i:(?:next|this|every|each) (?:week|month|term|year|day|time we meet))\b"
    r"|(?i:end of (?:the |this |next )?(?:week|month|term|year))\b"
    r"|(?i:(?:in|within) (?:\w+ ){1,2}(?:day|week|month|term|year)s?)\b)"
)
"""Words that say when; "May" alone may be a verb at the beginning of a sentence."""


@attrs.frozen
class _Owed:
    """Something that is still to be done.

    Attributes:
        at: The action, reply or promise.
        about: Id of it, or of the entry that a promise is part of.
        name: What it is, for the message.
        texts: Its texts that a reader sees.
        due: The dates by which it is to be done.
    """

    at: Action | Reply | Promise
    about: str
    name: str
    texts: tuple[Text | None, ...]
    due: tuple[When | None, ...]


def _owed(context: CheckContext) -> Iterator[_Owed]:
    """Yield the open actions, replies and promises."""
    actions = context.portfolio.actions()
    for action in actions.values():
        if action.closing is None and context.progress(action) not in ("complete", "stopped"):
            wording = (action.title, action.short_title, action.description)
            yield _Owed(
                action, action.id, _("the action '{id}'", id=action.id), wording, (action.due,)
            )
    for register in context.portfolio.of(EvidenceRegister):
        for reply in register.replies:
            if reply.state in ("not_yet", "partly"):
                answer = (reply.statement, reply.because)
                yield _Owed(
                    reply, reply.id, _("the reply '{id}'", id=reply.id), answer, (reply.due,)
                )
    earlier = {edition.previous for edition in context.editions}
    for entry in (e for ed in context.editions if ed.id not in earlier for e in ed.entries):
        for number, promise in enumerate(entry.promises, 1):
            due = [promise.due, *(actions[id_].due for id_ in promise.actions if id_ in actions)]
            done = [context.progress(actions[id_]) for id_ in promise.actions if id_ in actions]
            is_over = promise.progress in ("kept", "cannot") or (
                promise.progress is None and done and set(done) == {"complete"}
            )
            if not is_over:
                texts = (promise.said, promise.became, promise.because)
                name = _("promise {number} of '{id}'", number=number, id=entry.id)
                yield _Owed(promise, entry.id, name, texts, tuple(due))


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each open thing whose words for its readers have no date."""
    names = context.chosen(PlainTextOptions).variants
    for owed in _owed(context):
        if any(due is not None and due.is_dated for due in owed.due):
            continue
        texts = [text for text in owed.texts if text]
        for reader in names:
            words = [text.variants[reader].text for text in texts if reader in text.variants]
            if words and not any(map(_WHEN.search, words)):
                yield context.diagnostic(
                    _(
                        "{name} is written for {names} and does not say by when",
                        name=owed.name,
                        names=quoted_ids([reader]),
                    ),
                    at=owed.at,
                    about=owed.about,
                    help="Add `due`, or say in the words by when.",
                )
                break  # one date is missing, whoever reads it


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR608",
            "Children and young people are not told by when",
            __doc__ or "",
            run,
            severity="warning",
            options=PlainTextOptions,
        )
    ]
