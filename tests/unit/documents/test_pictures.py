"""Pictures of a folder: which are read, and why others are not."""

import base64
import hashlib
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendframe.documents import dump_portfolio, load_folder
from sendframe.documents._picture_format import MOST_PIXELS, picture_header
from sendframe.documents._pictures import LARGEST_PICTURE
from sendframe.model import PictureFile, Portfolio
from tests.unit.documents.raw_folder import document, manifest, put

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAYAAAADCAYAAACwAX77AAAAFUlEQVR4nGP5////"
    "fwYsgAmbIF4JACL6BAX3iUNZAAAAAElFTkSuQmCC"
)
JPEG = bytes.fromhex("ffd8 ffe0 0004 0000 ff ffc4 0003 00 ffc0 000b 08 0003 0006 01 011100")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


def folder_with(folder: Path, *names: str, **files: bytes) -> Portfolio:
    """Load a folder whose texts have pictures of some names, and with some files.

    Each underscore of the name of a file is a dot.
    """
    for name, data in files.items():
        (folder / name.replace("_", ".")).write_bytes(data)
    variants = {
        f"v{number}": {"text": "a", "picture": {"file": name, "alt": "A lamp"}}
        for number, name in enumerate(names)
    }
    terms: list[dict[str, Any]] = [
        {"id": "t", "term": "T", "meaning": {"default": "T", "variants": variants}}
    ]
    raw = document("glossary", "g", terms=terms)
    assert put(folder, portfolio=manifest("g.json"), g=raw) == ()
    return load_folder(folder)


def test_a_picture_is_read_with_its_size_and_hash(tmp_path: Path) -> None:
    """Kind and size come from its first bytes, and it is one of the files a report names."""
    portfolio = folder_with(tmp_path, "b.png", "a.jpg", "b.png", b_png=PNG, a_jpg=JPEG)
    assert portfolio.pictures == (
        PictureFile("a.jpg", "image/jpeg", 6, 3, JPEG),
        PictureFile("b.png", "image/png", 6, 3, PNG),
    )
    hashes = {file.path: (file.sha256, file.form) for file in portfolio.inputs}
    assert hashes["b.png"] == (hashlib.sha256(PNG).hexdigest(), "raw")
    assert {"a.jpg", "b.png", "g.json", "portfolio.json"} == set(hashes)


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("lamp.png", "there is no such file"),
        ("../lamp.png", "the name leads upwards with '..'"),
        ("/etc/hostname", "the name is absolute"),
        ("a\\b.png", "the name contains a backslash"),
        ("link.png", "a symbolic link leads out of the folder"),
        ("g.json", "it is neither PNG nor JPEG"),
        ("svg.png", "it is neither PNG nor JPEG"),
        ("large.png", "it has more than 300,000 bytes"),
        ("wide.png", "it has more than 4,000 pixels on a side"),
    ],
)
def test_what_cannot_be_shown_has_its_reason(tmp_path: Path, name: str, problem: str) -> None:
    """The documents are loaded without it; nothing outside the folder is read."""
    inside = tmp_path / "folder"
    inside.mkdir()
    (tmp_path / "lamp.png").write_bytes(PNG)
    (inside / "link.png").symlink_to(tmp_path / "lamp.png")
    wide = PNG[:16] + (MOST_PIXELS + 1).to_bytes(4, "big") + PNG[20:]
    files = {"svg_png": SVG, "wide_png": wide, "large_png": PNG + b"0" * LARGEST_PICTURE}
    portfolio = folder_with(inside, name, **files)
    assert portfolio.pictures == (PictureFile(name, problem=problem),)
    assert name not in {file.path for file in portfolio.inputs} - {"g.json"}


def test_all_pictures_together_have_a_limit(tmp_path: Path) -> None:
    """Where no space is left for one more, it is left out with that reason."""
    full = PNG + b"0" * (LARGEST_PICTURE - len(PNG))
    names = [f"p{number:02}.png" for number in range(21)]
    portfolio = folder_with(tmp_path, *names, **{name.replace(".", "_"): full for name in names})
    problems = [picture.problem for picture in portfolio.pictures]
    assert problems == [""] * 20 + ["all pictures together have more than 6,000,000 bytes"]


def test_pictures_are_dumped_and_loaded_again(tmp_path: Path) -> None:
    """What a portfolio made in Python calls by the name of a document, or outside, is not written."""
    (tmp_path / "a").mkdir()
    portfolio = folder_with(tmp_path / "a", "b.png", "none.png", b_png=PNG)
    odd = (PictureFile("g.json", data=PNG), PictureFile("../c.png", data=PNG))
    more = attrs.evolve(portfolio, pictures=(*portfolio.pictures, *odd))
    written = dump_portfolio(more, tmp_path / "b")
    assert [path.name for path in written] == ["b.png", "g.json", "portfolio.json"]
    assert load_folder(tmp_path / "b") == portfolio


@pytest.mark.parametrize(
    "data",
    [
        b"",
        SVG,
        PNG[:15],
        PNG[:16] + bytes(8),
        b"\xff\xd8\xff",
        JPEG[:4],
        JPEG[:-8],
        JPEG[:12],
        b"GIF89a",
    ],
)
def test_other_bytes_are_no_picture(data: bytes) -> None:
    """Neither another kind nor a header without a size is taken for a picture."""
    assert picture_header(data) is None


@given(st.binary(), st.sampled_from([b"", PNG[:8], PNG[:16], JPEG[:3], JPEG[:-10]]))
def test_any_bytes_have_a_header_or_none(tail: bytes, head: bytes) -> None:
    """The header of anything is read to an end, and has a size above zero."""
    header = picture_header(head + tail)
    assert header is None or (header.width > 0 and header.height > 0)
