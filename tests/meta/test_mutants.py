"""The list of mutants that make no difference is about lines that are there."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIST = ROOT / "tests" / "mutation" / "equivalent.toml"


def test_each_listed_mutant_is_of_a_line_and_has_a_reason() -> None:
    """A line that was changed since takes its entry with it."""
    listed = tomllib.loads(LIST.read_text(encoding="utf-8"))["mutant"]
    for each in listed:
        lines = (ROOT / each["file"]).read_text(encoding="utf-8").splitlines()
        assert each["before"] in map(str.strip, lines), each
        assert each["before"] != each["after"]
        assert each["reason"].endswith(".")
