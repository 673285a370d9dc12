"""What `sendframe check` prints of words whose consent has ended."""

from pathlib import Path

import pytest

from sendframe.cli._output import FORMATS
from tests.unit.cli.command import printed
from tests.unit.cli.test_cli import change, wyeford_copy

__all__ = ["wyeford_copy"]


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_copy_is_named_in_every_format_and_never_repeated(
    wyeford_copy: Path, capsys: pytest.CaptureFixture[str], output_format: str
) -> None:
    """Neither a message nor the excerpt of the file has the words that were taken back."""
    words = "They said: the club said they could not have me."
    change(wyeford_copy, "strategy.json", "We do not decide about you without you.", words)
    messages = printed(
        capsys, 1, "check", "wyeford", "--select", "SFR620", "--output-format", output_format
    )
    assert "wyeford-voice-youth-clubs" in messages
    assert "strategy.json" in messages
    assert "could not have" not in messages.casefold()
