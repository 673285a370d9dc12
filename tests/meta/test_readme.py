"""The README's two commands are the two that set sendframe up, word for word."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
FIRST_REPORT = (
    "python3 -m venv .venv && .venv/bin/python -m pip install -e . "
    "&& .venv/bin/sendframe report examples/herefordshire --out build/herefordshire"
)
TESTS = (
    "python3 -m venv .venv && .venv/bin/python -m pip install --no-compile -r requirements-dev.txt "
    "&& .venv/bin/python -m pytest"
)


def test_the_two_commands_stand_in_the_readme() -> None:
    """The README holds the command of the first report and that of the tests, and no other."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert [each.strip() for each in blocks] == [FIRST_REPORT, TESTS]


def test_what_the_commands_name_is_there() -> None:
    """The example, the requirements and every project that they install are in the repository."""
    assert (ROOT / "examples/herefordshire/portfolio.json").is_file()
    lines = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8").splitlines()
    local = [each.removeprefix("-e ").partition("[")[0] for each in lines if each.startswith("-e")]
    assert "." in local
    for each in local:
        assert (ROOT / each / "pyproject.toml").is_file(), each


def test_the_first_command_needs_no_other_distribution() -> None:
    """The example's portfolio names no plug-in, so both set-ups make the same report."""
    text = (ROOT / "examples/herefordshire/portfolio.json").read_text(encoding="utf-8")
    assert '"plugins"' not in text
