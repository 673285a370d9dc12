"""Running a command within a test."""

import pytest

from sendframe import cli

__all__ = ["out", "printed"]


def out(capsys: pytest.CaptureFixture[str], code: int, *words: str) -> tuple[str, str]:
    """Run a command that ends with a code, and return what it printed, errors apart."""
    assert cli.run(list(words)) == code
    messages = capsys.readouterr()
    return messages.out, messages.err


def printed(capsys: pytest.CaptureFixture[str], code: int, *words: str) -> str:
    """Run a command that ends with a code; return what it printed, and nothing among the errors."""
    text, errors = out(capsys, code, *words)
    assert errors == ""
    return text
