"""DiagnosticList for people, over several lines and on one line each."""

from sendframe.cli import _concise, _text
from sendframe.errors import Diagnostic, Location
from tests.unit.cli.sample import DANGLING, TABLE, found

LINES = ["{", '  "name": "Ann Example",', '  "a": [', '    { "body": "counsel" }', "  ]"]


def at(line: int | None, column: int | None) -> Diagnostic:
    """Return a diagnostic at a place of a document."""
    return Diagnostic("SFR105", "not an id", Location("a.json", "/x", line, column))


def test_a_diagnostic_is_reported_with_all_its_parts() -> None:
    """Place, code, message, JSON path, line with caret, help, suggestion and other places."""
    text = _text.render(found(DANGLING, read_lines=lambda _file: LINES))
    assert text == (
        "a folder/100%, ours.json:4:15: error SFR201: "
        "nothing of the kind 'body' has the id 'counsel'\n"
        "  at $.actions[0].body\n"
        "    |\n"
        '  4 |     { "body": "counsel" }\n'
        "    |               ^\n"
        "  help: Write 'council', or add what is missing.\n"
        "  did you mean: council\n"
        "  see governance.json:8:13: 'council' is defined here\n"
        "Found 1 error.\n"
    )


def test_free_text_of_a_document_is_left_out() -> None:
    """Words that are no key and no id are not shown; tabs and what steers stand still."""
    lines = ['\t"say": "Ann, aged 9",\u202e "id": "x"']
    text = _text.render(found(at(1, 2), read_lines=lambda _file: lines))
    assert '  1 |  "say": "…",… "id": "x"\n' in text
    assert "Ann" not in text


def test_a_long_line_is_cut_around_its_place() -> None:
    """Sixty characters before the place are shown, and a hundred in all."""
    line = '"a": 1, ' * 40
    shown = _text.render(found(at(1, 201), read_lines=lambda _file: [line])).splitlines()[3]
    assert shown == f"  1 | …{line[140:200]}{line[200:239]}"


def test_a_place_that_is_not_in_the_file_has_no_line() -> None:
    """Without line or column, or where the file is shorter now, no line is shown."""
    for line, column in ((None, None), (3, None), (99, 1)):
        text = _text.render(found(at(line, column), read_lines=lambda _file: LINES))
        assert " | " not in text
        assert text.splitlines()[1] == "  at $.x"


def test_a_file_is_read_only_for_a_line_that_is_known() -> None:
    """A diagnostic without a line opens nothing: the file may be a pipe that nobody writes to."""

    def read_lines(_file: str) -> list[str]:
        raise AssertionError

    assert _text.render(found(at(None, None), read_lines=read_lines))


def test_concise_is_one_line_each() -> None:
    """Place, severity, code, message; what has no file says so."""
    assert _concise.render(found()) == (
        "a folder/100%, ours.json:4:15: error SFR201 "
        "nothing of the kind 'body' has the id 'counsel'\n"
        "t.csv:2:35: warning SFR403 not a number (column 'value')\n"
        "<document>: note kent.one Is it so?\n"
        "Found 1 error, 1 warning, 1 note.\n"
    )


def test_the_last_line_counts() -> None:
    """It says how much was found and how much left out; quiet leaves the line out."""
    assert found().summary == "Found 1 error, 1 warning, 1 note.\n"
    assert found(TABLE, TABLE, left_out=3).summary == "Found 2 warnings; 3 left out.\n"
    assert found(TABLE, quiet=True).summary == ""
    nothing = found().__class__
    assert nothing(()).summary == "No problems found.\n"
    assert nothing((), left_out=1).summary == "Nothing found; 1 left out.\n"
    assert nothing((), quiet=True).summary == ""


def test_colour_is_in_the_label_alone() -> None:
    """Severity and code are coloured, each severity in its own colour."""
    text = _concise.render(found(colour=True))
    assert "\x1b[31m\x1b[1merror SFR201\x1b[0m " in text
    assert "\x1b[33m\x1b[1mwarning SFR403\x1b[0m " in text
    assert "\x1b[36m\x1b[1mnote kent.one\x1b[0m " in text
    assert _text.render(found(TABLE, colour=True)).count("\x1b[") == 3
