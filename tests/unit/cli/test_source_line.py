"""The line of a document that is shown: where the caret stands, and what is left out."""

import json
import os
from pathlib import Path

import pytest

from sendframe.cli import run
from sendframe.cli._source_line import read_lines, source_line
from sendframe.errors import Location

BROKEN = [
    '{"words": "Sam Example is seven',
    '{"words": Sam Example is seven}',
    "{'words': 'Sam Example is seven'}",
    '{"words": "Sam "Example" is seven"}',
    '{"words": “Sam Example is seven”}',
    '{"words": "Sam Example\tis seven"}',
    '{"words": "Sam\\qExample is seven"}',
    "// Sam Example is seven\n{}",
    "{} Sam Example is seven",
    '{"words": ["Sam Example is seven", , ]}',
]


@pytest.mark.parametrize("data", BROKEN)
def test_no_free_text_of_a_broken_document_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: str
) -> None:
    """Where quotation marks are missing or wrong, words are left out all the same."""
    path = tmp_path / "a.json"
    path.write_text(data, encoding="utf-8")
    assert run(["validate", str(path)]) == 1
    out = capsys.readouterr().out
    assert "error SFR00" in out
    assert not {"Sam", "seven"} & set(out.replace('"', " ").replace("'", " ").split())


def test_what_identifies_a_person_is_masked_though_it_looks_like_an_id() -> None:
    """A pupil number has letters and digits only, as ids have; a patient's is a JSON number."""
    (_, shown, _) = source_line(
        ['{"id": "B801200005001", "n": 9434765870, "x": 1}'], Location("f", "", 1, 45)
    )
    assert shown == '  1 | {"id": "[UPN]", "n": [NHS number], "x": 1}'


def test_what_is_json_or_an_id_is_shown() -> None:
    """Keys, ids, numbers and literals stand; each text becomes a mark."""
    line = '  {"id": "a-1", "size": -1.5e3, "on": true, "words": "Ann said", "x": wrong}'
    shown = source_line([line], Location("a.json", "", 1, 10))
    wanted = '  {"id": "a-1", "size": -1.5e3, "on": true, "words": "…", "x": …}'
    assert shown == ["    |", f"  1 | {wanted}", "    |          ^"]


def test_a_place_outside_of_the_lines_has_no_excerpt() -> None:
    """A place without line or column, or beyond the end, shows nothing."""
    assert source_line([], Location("a.json", "", 1, 1)) == []
    assert source_line(["{}"], Location("a.json", "", None, None)) == []
    assert source_line(["{}"], Location("a.json", "", 1, None)) == []


def test_far_on_in_a_long_line_only_the_key_before_is_shown() -> None:
    """Whether a text is open is not computed over millions of characters."""
    line = '{"words": "' + "Ann said " * 1000 + '", "order": "x y", "z": 1}'
    at = line.index('"x y"') + 1
    _, shown, caret = source_line([line], Location("a.json", "", 1, at))
    assert shown == '  1 | …"order": "…", "z": 1}'
    assert caret == f"    | {' ' * 10}^"
    _, shown, _ = source_line([line], Location("a.json", "", 1, at - 20))
    assert shown.startswith("  1 | …")
    assert "Ann" not in shown


def test_lines_are_counted_as_columns_are(tmp_path: Path) -> None:
    """Signs that Python's splitlines breaks at do not shift the lines below."""
    path = tmp_path / "a.json"
    path.write_text('{"a": "\u2028\x85",\r\n"b": 1\r}', encoding="utf-8", newline="")
    assert read_lines(str(path)) == ['{"a": "\u2028\x85",', '"b": 1', "}"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pipe nobody writes to is reported, on the command line too, which shows no line of it."""
    path = tmp_path / "a.json"
    os.mkfifo(path)
    assert run(["validate", str(path)]) == 1
    assert "SFR017" in capsys.readouterr().out
    assert read_lines(str(path)) == []


def test_a_thousand_problems_in_one_long_line_are_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each call reads at a part of the line: the whole is two million characters long."""
    path = tmp_path / "a.json"
    head = {"$schema": "https://sendframe.example/schemas/v1/evidence.schema.json", "id": "e"}
    raw = {**head, "title": {"default": "x" * 2_000_000}, "evidence": [1] * 999}
    path.write_text(json.dumps(raw), encoding="utf-8")
    assert run(["validate", str(path)]) == 1
    out = capsys.readouterr().out
    assert out.count("error SFR101") == 999
    assert len(out) < 500_000
