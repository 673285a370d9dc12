"""Conformance checks of readers and renderers: the files they read and the files they write."""

import re
from collections.abc import Iterator
from typing import Any

from sendframe.errors import SendframeError
from sendframe.plugins import Import, RenderedFile

from ._contribution_run import NOT_STATED, Call, CallResult, call_contribution, counted
from ._media_type import media_type_problem
from ._plugin_under_test import Contribution, PluginUnderTest
from ._test_call import call_results, sample_bytes

__all__ = ["files_are_what_they_say", "readers_account_for_all"]

_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}")
_FEWEST_WORDS = 3


def _results_of(under_test: PluginUnderTest, hook: str) -> Iterator[CallResult]:
    return (result for result in call_results(under_test) if result.call.contribution.hook == hook)


@counted
def readers_account_for_all(under_test: PluginUnderTest) -> Iterator[tuple[Call, str]]:
    """A reader returns an Import for every file, and accounts for every row."""
    for result in _results_of(under_test, "sendframe_readers"):
        wrong = _import_problem(result, under_test)
        if wrong is not None:
            yield result.call, wrong


def _import_problem(result: CallResult, under_test: PluginUnderTest) -> str | None:
    made, error = result.returned, result.error
    if isinstance(error, SendframeError):
        return (
            None if str(error).strip() else "raises an error without a message: say what is wrong"
        )
    if error is not None:
        place = under_test.place_of(error)
        return (
            f"raises {type(error).__name__}{place}: return an Import with a diagnostic that says "
            f"what is wrong with the file"
        )
    if type(made) is not Import:
        return f"returns a {type(made).__name__}, not an Import"
    if not made.account.is_complete:
        account = made.account
        return (
            f"read {account.rows_read} rows and accounts for another number: rows used and left out "
            f"must add up"
        )
    for diagnostic in made.diagnostics:
        if len(diagnostic.message.split()) < _FEWEST_WORDS:
            return f"has the message {diagnostic.message!r}: say in a sentence what is wrong, and where"
    silent = not made.diagnostics and made.observations is None
    silent = silent and not made.evidence and not made.reviews
    if result.call.expected is NOT_STATED and result.call.given[0] == b"" and silent:
        return "returns nothing and no diagnostic: report that the file is empty"
    if result.call.title == "a file with a byte order mark" and not made.diagnostics:
        return _byte_order_mark_problem(result.call.contribution, made)
    return None


def _byte_order_mark_problem(contribution: Contribution, made: Import) -> str | None:
    """Say whether a byte order mark changes what is read without a diagnostic."""
    plain: Any = call_contribution(contribution, (sample_bytes(contribution),))
    results = [
        (import_.observations, import_.evidence, import_.reviews) for import_ in (made, plain)
    ]
    if results[0] == results[1]:
        return None
    return "reads other data and reports nothing: decode with utf-8-sig"


@counted
def files_are_what_they_say(under_test: PluginUnderTest) -> Iterator[tuple[Call, str]]:
    """A renderer returns files of the media types it states, for small and huge reports."""
    for result in _results_of(under_test, "sendframe_renderers"):
        if result.error is not None:
            continue  # another check reports it
        if not result.returned:
            yield result.call, "returns no file"
        names = [file.name for file in result.returned if isinstance(file, RenderedFile)]
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield result.call, f"returns two files with the name {name}"
        for file in result.returned:
            wrong = _file_problem(file)
            if wrong is not None:
                yield result.call, wrong


def _file_problem(file: Any) -> str | None:
    is_file: bool = type(file) is RenderedFile
    if not is_file:
        return f"returns a {type(file).__name__}, not a RenderedFile"
    if not isinstance(file.data, bytes):
        return f"the data of {file.name} is a {type(file.data).__name__}: encode it to bytes"
    if not isinstance(file.name, str) or not _FILE_NAME.fullmatch(file.name):
        return f"{file.name!r} is not a file name: use letters, digits, '.', '_' and '-'"
    wrong = media_type_problem(file.media_type, file.data)
    return None if wrong is None else f"{file.name} {wrong} ({file.media_type})"
