"""Layers, packages and modules are called that, and not parts of a building."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "benchmarks/README.md", "pyproject.toml")
FOLDERS = ("docs", "src", "plugins", "geography", "schemas")
SUFFIXES = {".md", ".py", ".pyi", ".toml"}
WORD = re.compile(r"\b(?:floors?|rooms?|doors?|houses?)\b", re.IGNORECASE)
ALLOWED = ("math.floor(",)
"""What may contain such a word: none of it names a package."""

OF_PEOPLE = "src/sendframe/identifiers/"
"""Here a house is where somebody lives."""


def texts() -> Iterator[tuple[str, str]]:
    """Yield name and text of each page of prose, and of each module of the library and plug-ins."""
    paths = [ROOT / page for page in PAGES]
    for folder in FOLDERS:
        found = (path for path in (ROOT / folder).rglob("*") if path.suffix in SUFFIXES)
        paths += sorted(path for path in found if "build" not in path.relative_to(ROOT).parts)
    for path in paths:
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith(OF_PEOPLE):
            yield name, path.read_text(encoding="utf-8")


def wrong_lines(text: str) -> list[str]:
    """Return the lines of a text that contain such a word outside what is allowed."""
    for phrase in ALLOWED:
        text = text.replace(phrase, "")
    return [line.strip() for line in text.splitlines() if WORD.search(line)]


def test_no_part_of_a_building_names_a_package() -> None:
    """Neither the documentation nor the source contains one of these words."""
    assert {name: lines for name, text in texts() if (lines := wrong_lines(text))} == {}


def test_the_search_finds_whole_words_only() -> None:
    """A word of its own is found, in any case and number; a part of another word is not."""
    assert wrong_lines("The floors\nclassroom, outdoors, warehouse") == ["The floors"]
    assert wrong_lines("a Room") == ["a Room"]
    assert wrong_lines("count = math.floor(2.5)") == []
