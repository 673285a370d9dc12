"""Documents in memory, and the types that the functions of Python accept."""

import io
import json
from pathlib import Path

import pytest

import sendframe
from sendframe.errors import InvalidDocument
from sendframe.model import Governance, Portfolio, Strategy

WYEFORD = Path(__file__).parents[3] / "examples" / "wyeford"
TEXT = (WYEFORD / "strategy.json").read_text("utf-8")


@pytest.mark.parametrize("data", [TEXT, TEXT.encode(), bytearray(TEXT.encode()), json.loads(TEXT)])
def test_a_document_in_memory_equals_that_of_the_file(data: object) -> None:
    """As text, as bytes and as a dict; written again it is the same."""
    loaded = sendframe.loads(data, Strategy)
    assert loaded == sendframe.load(WYEFORD / "strategy.json", Strategy)
    assert sendframe.loads(sendframe.dumps(loaded)) == loaded


def test_a_dict_may_hold_tuples_and_mappings() -> None:
    """As the values of a document keep them."""
    raw = json.loads(TEXT)
    raw["priorities"] = tuple(raw["priorities"])
    assert sendframe.loads(raw, Strategy).priorities


@pytest.mark.parametrize(
    ("data", "line"), [(b"{", 1), ("{\n ]", 2), ({"id": "x"}, None), (b"\xff", 1)]
)
def test_problems_of_text_have_lines_and_those_of_a_dict_have_none(
    data: object, line: int | None
) -> None:
    """All of them, by `validate` and in the exception of `loads`."""
    problems = sendframe.validate(data if not isinstance(data, str) else data.encode())
    assert problems[0].location.line == line
    with pytest.raises(InvalidDocument) as raised:
        sendframe.loads(data)
    assert [p.code for p in raised.value.diagnostics] == [p.code for p in problems]


def test_an_open_file_is_validated() -> None:
    """In bytes and in text, as a web framework gives it."""
    assert sendframe.validate(io.BytesIO(b"{}")) == sendframe.validate(io.StringIO("{}"))
    assert sendframe.validate(io.BytesIO(b"{}"))[0].code == "SFR012"


@pytest.mark.parametrize("data", [3, None, {1: 2}, {"a": {1: 2}}, {"a": float("nan")}, {"a": {3}}])
def test_what_is_no_document_is_refused(data: object) -> None:
    """With what is accepted."""
    with pytest.raises(TypeError, match=r"bytes, text, a dict|JSON cannot hold"):
        sendframe.loads(data)


def test_a_document_of_another_class_is_refused() -> None:
    """So that the type that was asked for is the type of the result."""
    with pytest.raises(TypeError, match=r"strategy\.json holds a Strategy, and not a Governance"):
        sendframe.load(WYEFORD / "strategy.json", Governance)
    with pytest.raises(TypeError, match="the document holds a Strategy, and not a Governance"):
        sendframe.loads(TEXT, Governance)
    with pytest.raises(TypeError, match="holds a Portfolio, and not a Strategy"):
        sendframe.load(WYEFORD, Strategy)
    assert isinstance(sendframe.load(WYEFORD, Portfolio), Portfolio)


def test_wrong_types_say_what_is_needed(tmp_path: Path) -> None:
    """And nothing is written."""
    portfolio = sendframe.load(WYEFORD, Portfolio)
    with pytest.raises(TypeError, match=r"a Portfolio is needed, .* not str"):
        sendframe.evaluate("examples/wyeford")
    with pytest.raises(TypeError, match=r"profiles are a list of ids, such as \['board'\]"):
        sendframe.report(portfolio, tmp_path / "out", profiles="board")
    with pytest.raises(TypeError, match=r"formats are a list of ids, such as \['html'\]"):
        sendframe.report(portfolio, tmp_path / "out", formats="html")
    with pytest.raises(TypeError, match=r"load\(\) reads a path"):
        sendframe.load(3)
    assert not (tmp_path / "out").exists()
