"""What each exception says in its message, which is often all that anybody reads."""

import pytest

from sendframe.errors import (
    MANUALS,
    Diagnostic,
    InvalidDocument,
    Location,
    MissingDate,
    NothingToReport,
    Phase,
    PluginFailed,
    PluginFailure,
    PluginMissing,
)

NO_OWNER = Diagnostic("SFR302", "it has no owner", Location("a.json", "/id", 3, 7))
EMPTY = Diagnostic("SFR001", "the file is empty", Location("b.json"))


@pytest.mark.parametrize(
    ("diagnostics", "message"),
    [
        ((EMPTY,), "1 problem found\nb.json: error SFR001: the file is empty"),
        (
            (NO_OWNER, EMPTY),
            (
                "2 problems found\n"
                "a.json:3:7: error SFR302: it has no owner\n"
                "b.json: error SFR001: the file is empty"
            ),
        ),
    ],
)
def test_an_invalid_document_names_every_problem(
    diagnostics: tuple[Diagnostic, ...], message: str
) -> None:
    """Below their number each problem has its line, with place, code and what is wrong."""
    assert str(InvalidDocument(diagnostics)) == message


def test_a_missing_date_says_where_to_write_it() -> None:
    """There are two places: the call, and portfolio.json."""
    assert str(MissingDate()) == (
        'no date to evaluate at: give as_at, or write "as_at" in portfolio.json'
    )


@pytest.mark.parametrize(
    ("phase", "contribution", "origin", "where"),
    [
        ("import", None, None, " (import)"),
        ("collect", None, "kent/rules.py:7", " (collect) [kent/rules.py:7]"),
        ("options", "kent.close", None, " in kent.close"),
        ("run", "kent.close", "kent/rules.py:9", " in kent.close [kent/rules.py:9]"),
    ],
)
def test_the_failure_of_a_plug_in_says_where_it_failed(
    phase: Phase, contribution: str | None, origin: str | None, where: str
) -> None:
    """It names the contribution, or the phase before one ran, and the line where it is known."""
    failure = PluginFailure(
        "kent", "sendframe-kent", "1.2.0", phase, "KeyError", contribution, origin
    )
    message = f"plug-in 'kent' (sendframe-kent 1.2.0) failed{where}: KeyError"
    assert str(failure) == message
    assert str(PluginFailed(failure)) == message


def test_a_missing_plug_in_is_told_in_its_own_sentence() -> None:
    """The message is the sentence that a report would have, and nothing is added."""
    sentence = "The plug-in 'kent' is not installed."
    assert str(PluginMissing(sentence)) == sentence


def test_a_manual_says_what_is_wrong_and_what_to_do() -> None:
    """Each code is explained in the same order: its title, what it means, how to put it right."""
    for code, manual in MANUALS.items():
        assert str(manual).splitlines() == [
            f"{code}: {manual.title}",
            "",
            "What it means",
            f"    {manual.meaning}",
            "",
            "How to put it right",
            f"    {manual.remedy}",
        ]


def test_a_report_without_anything_to_tell_names_what_it_needs() -> None:
    """The profile by its id, the sections by their headings."""
    error = NothingToReport("youth-update", ("You said. We did.", "Promises"))
    assert str(error) == (
        "there is nothing to tell in 'youth-update': the documents have nothing for "
        "“You said. We did.”, “Promises”"
    )
