"""Text of others, made inert."""

import json

import pytest

from sendframe.cli._escape import json_text, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, naïve, 日本, 👩\u200d💻", "plain, naïve, 日本, 👩\u200d💻"),
        ("two\nlines\r\n", "two\\nlines\\r\\n"),
        ("\x1b[31mred\x9b", "\\x1b[31mred\\x9b"),
        ("abc\u202egpj.exe", "abc\\u202egpj.exe"),
        ("\ufeff\u200b\u2028", "\\ufeff\\u200b\\u2028"),
        ("\udc80", "\\udc80"),
        ("\U000e0067", "\\U000e0067"),
    ],
)
def test_what_steers_is_made_visible(text: str, shown: str) -> None:
    """Letters, emoji and their joiners stay; what moves, turns or hides is written out."""
    assert visible(text) == shown


def test_json_keeps_every_text() -> None:
    """What steers is escaped within JSON, and read back as it was."""
    data = {"a\u202e": ["\x7f\x85\u2066", "\U000e0067", "é👩\u200d💻", "\n"]}
    text = json_text(data)
    assert json.loads(text) == data
    assert text == (
        '{\n  "a\\u202e": [\n    "\\u007f\\u0085\\u2066",\n    "\\udb40\\udc67",\n'
        '    "é👩\u200d💻",\n    "\\n"\n  ]\n}\n'
    )


def test_half_a_surrogate_pair_is_written_out() -> None:
    """No text of the JSON holds one, since strict readers refuse the whole document."""
    assert json.loads(json_text(["\ud83d", "\udc80x"])) == ["\\ud83d", "\\udc80x"]
