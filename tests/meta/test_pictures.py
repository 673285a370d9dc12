"""The pictures of the documentation are those that its script draws, and a page describes each."""

import re
import runpy
import struct
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
FOLDER = DOCS / "pictures"
PAGES = [DOCS.parent / "README.md", *sorted(DOCS.rglob("*.md"))]
SCRIPT = runpy.run_path(str(DOCS / "make_pictures.py"))
PICTURES = SCRIPT["PICTURES"]
SHEETS = runpy.run_path(str(DOCS / "make_sheet_pictures.py"))
MOST_BYTES = 3_000_000
FEWEST_WORDS = 8


def test_each_picture_is_there_and_no_other() -> None:
    """The folder holds what the script draws."""
    assert {path.name for path in FOLDER.iterdir()} == {picture.name for picture in PICTURES}


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: str(picture.name))
def test_a_picture_has_the_size_that_the_script_states(picture: object) -> None:
    """It is a PNG of 1,280 pixels and of its own height."""
    data = (FOLDER / picture.name).read_bytes()  # type: ignore[attr-defined]  # a class of the script
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) == (SCRIPT["WIDTH"], picture.height)  # type: ignore[attr-defined]  # a class of the script


def test_the_pictures_are_of_modest_size() -> None:
    """All together have fewer than three million bytes."""
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < MOST_BYTES


def test_each_picture_is_described_on_a_page() -> None:
    """A page shows each picture, with words for those who cannot see it."""
    shown: set[str] = set()
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for words, target in re.findall(r"!\[([^\]]*)\]\(([^)\s]+)\)", text):
            assert len(words.split()) >= FEWEST_WORDS, f"{page.name}: {target}"
            shown.add(Path(target).name)
    sheets = {f"{name}.png" for name in SHEETS["PICTURES"]}
    assert {path.name for path in SHEETS["FOLDER"].iterdir()} == sheets
    assert shown == {picture.name for picture in PICTURES} | sheets
