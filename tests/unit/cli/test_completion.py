"""Shells complete commands and options with what sendframe tells them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).with_name("sendframe")


def answer(instruction: str, **more: str) -> str:
    """Return what the program prints for a shell."""
    environment = {**os.environ, "_SENDFRAME_COMPLETE": instruction, **more}
    done = subprocess.run([PROGRAM], env=environment, capture_output=True, check=False, text=True)
    return done.stdout


@pytest.mark.skipif(not PROGRAM.exists(), reason="the program is not installed beside Python")
def test_commands_and_options_are_completed() -> None:
    """The beginning of a command and of an option are completed; zsh and fish have scripts too."""
    assert answer("bash_complete", COMP_WORDS="sendframe va", COMP_CWORD="1") == "plain,validate\n"
    words = {"COMP_WORDS": "sendframe report --publisha", "COMP_CWORD": "2"}
    assert answer("bash_complete", **words) == "plain,--publishable\n"
    assert "compdef" in answer("zsh_source")
    assert "complete" in answer("fish_source")
