"""CONTRIBUTING.md describes the repository as it is: its layers, its paths and its markers."""

import re
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PAGE = ROOT / "docs" / "explanation" / "how-it-fits-together.md"
PATH = re.compile(r"`((?:src|tests|docs|schemas|geography|examples|plugins|\.ci)/[^`\s]*)`")


def section(text: str, title: str) -> str:
    """Return the text below a heading, up to the next one."""
    return text.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def layers_in(text: str) -> list[set[str]]:
    """Return the packages of each layer in a table, the highest layer first."""
    rows = re.findall(r"^\| (\d+) \| ([^|]+) \|", section(text, "Layers"), re.MULTILINE)
    assert [int(number) for number, _ in rows] == list(range(len(rows)))[::-1]
    return [set(re.findall(r"`(\w+)`", packages)) for _, packages in rows]


def layers_of_the_contract() -> list[set[str]]:
    """Return the packages of each layer that lint-imports checks, the highest layer first."""
    contracts: list[dict[str, Any]] = PROJECT["tool"]["importlinter"]["contracts"]
    (contract,) = (each for each in contracts if each["type"] == "layers")
    layers = [set(re.findall(r"\w+", layer)) for layer in contract["layers"]]
    return [layer for layer in layers if layer.isdisjoint({"__main__", "_version"})]


def test_the_layers_are_those_that_are_checked() -> None:
    """The tables of layers list the packages as the contract of lint-imports does."""
    assert layers_in(TEXT) == layers_of_the_contract()
    assert layers_in(PAGE.read_text(encoding="utf-8")) == layers_of_the_contract()


def test_each_path_that_is_named_exists() -> None:
    """Every file and folder of the repository that the page names exists."""
    paths = PATH.findall(TEXT)
    assert len(paths) > 30
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_each_look_up_leads_to_at_most_two_files() -> None:
    """Each question of *Where to find* ends in one or two modules, and no question comes twice."""
    rows = re.findall(r"^\| ([^|]+\?) \| (.+) \|$", section(TEXT, "Where to find"), re.MULTILINE)
    assert len(rows) >= 10
    assert len({question for question, _ in rows}) == len(rows)
    for question, files in rows:
        assert 1 <= len(PATH.findall(files)) <= 2, question
        assert all((ROOT / path).is_file() for path in PATH.findall(files)), question


def test_each_marker_is_explained() -> None:
    """The page has a row for each marker of the project's tests."""
    declared = {
        each.partition(":")[0] for each in PROJECT["tool"]["pytest"]["ini_options"]["markers"]
    }
    rows = re.findall(r"^\| `(\w+)` \|", section(TEXT, "Run the checks"), re.MULTILINE)
    assert set(rows) == declared
