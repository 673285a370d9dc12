"""What is held of readers and renderers: the files that they read, and those that they make."""

import re
from collections.abc import Iterator
from typing import Any

from sendframe.errors import SendframeError
from sendframe.plugins import Import, RenderedFile

from ._media import media_problem
from ._sampling import outcomes, sample_bytes
from ._subject import Contribution, Subject
from ._trial import NOTHING, Outcome, call

__all__ = ["files_are_what_they_say", "readers_account_for_all"]

_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}")
_FEWEST_WORDS = 3


def _of(subject: Subject, hook: str) -> Iterator[Outcome]:
    return (each for each in outcomes(subject) if each.trial.contribution.hook == hook)


def readers_account_for_all(subject: Subject) -> Iterator[str]:
    """A reader answers whatever file it is handed, and says what became of every row."""
    for outcome in _of(subject, "sendframe_readers"):
        wrong = _wrong_import(outcome, subject)
        if wrong is not None:
            yield f"{outcome.trial}: {wrong}"


def _wrong_import(outcome: Outcome, subject: Subject) -> str | None:
    made, error = outcome.result, outcome.error
    if isinstance(error, SendframeError):
        return None if str(error).strip() else "refuses without a word: say what is wrong"
    if error is not None:
        place = subject.place_of(error)
        return (
            f"raises {type(error).__name__}{place}: give an Import with a diagnostic that says "
            f"what is wrong with the file"
        )
    if type(made) is not Import:
        return f"gives a {type(made).__name__}, not an Import"
    if not made.account.is_complete:
        account = made.account
        return (
            f"read {account.rows_read} rows and accounts for others: rows used and rows left out "
            f"must add up"
        )
    for each in made.diagnostics:
        if len(each.message.split()) < _FEWEST_WORDS:
            return f"says only {each.message!r}: say in a sentence what is wrong, and where"
    silent = not made.diagnostics and made.observations is None
    silent = silent and not made.evidence and not made.reviews
    if outcome.trial.expected is NOTHING and outcome.trial.given[0] == b"" and silent:
        return "says nothing: tell in a diagnostic that there is nothing in the file"
    if outcome.trial.title == "a file with a byte order mark" and not made.diagnostics:
        return _loses_to_mark(outcome.trial.contribution, made)
    return None


def _loses_to_mark(contribution: Contribution, made: Import) -> str | None:
    """Say whether a byte order mark changes what is read, which nobody would notice."""
    plain: Any = call(contribution, (sample_bytes(contribution),))
    told = [(each.observations, each.evidence, each.reviews) for each in (made, plain)]
    if told[0] == told[1]:
        return None
    return "reads something else without a word: decode with utf-8-sig"


def files_are_what_they_say(subject: Subject) -> Iterator[str]:
    """A renderer gives files of the media types it says, for reports small and huge."""
    for outcome in _of(subject, "sendframe_renderers"):
        if outcome.error is not None:
            continue  # told by another check
        if not outcome.result:
            yield f"{outcome.trial} gives no file"
        names = [each.name for each in outcome.result if isinstance(each, RenderedFile)]
        for name in sorted({each for each in names if names.count(each) > 1}):
            yield f"{outcome.trial} gives two files of the name {name}"
        for each in outcome.result:
            wrong = _wrong_file(each)
            if wrong is not None:
                yield f"{outcome.trial}: {wrong}"


def _wrong_file(file: Any) -> str | None:
    is_file: bool = type(file) is RenderedFile
    if not is_file:
        return f"gives a {type(file).__name__}, not a RenderedFile"
    if not isinstance(file.data, bytes):
        return f"the data of {file.name} is a {type(file.data).__name__}: encode it to bytes"
    if not isinstance(file.name, str) or not _FILE_NAME.fullmatch(file.name):
        return f"{file.name!r} is no name of a file: use letters, digits, '.', '_' and '-'"
    wrong = media_problem(file.media_type, file.data)
    return None if wrong is None else f"{file.name} {wrong} ({file.media_type})"
