"""The files as another program reads them: LibreOffice, where it is installed."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import attrs
import html5lib
import pytest

from sendframe.plugins import Icon, Image, ReportModel, Section

Models = dict[str, ReportModel]
Pages = dict[str, ET.Element]

_SECONDS = 120
_HEADINGS = {f"h{level}" for level in range(1, 7)}


def _words(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.fixture(scope="module")
def pages(example_files: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """Return the reports of both examples as LibreOffice converts their Word files to HTML."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("needs soffice of LibreOffice Writer")
    folder = tmp_path_factory.mktemp("word")
    for name, word in example_files.items():
        (folder / f"{name}.docx").write_bytes(word.data)
    profile = (folder / "profile").as_uri()
    words = ["--headless", f"-env:UserInstallation={profile}", "--convert-to", "html"]
    files = [str(path) for path in sorted(folder.glob("*.docx"))]
    subprocess.run(
        [program, *words, "--outdir", str(folder), *files],
        check=True,
        capture_output=True,
        timeout=_SECONDS,
    )
    return {name: _page(folder / f"{name}.html") for name in example_files}


def _page(path: Path) -> ET.Element:
    page: ET.Element = html5lib.parse(path.read_bytes(), namespaceHTMLElements=False)
    return page


def test_headings_are_those_of_the_report(
    pages: Pages,
    examples: Models,
    headings_of: Callable[[tuple[Section, ...]], Iterator[tuple[int, str]]],
) -> None:
    """LibreOffice finds the headings of each report, at their levels and in their order."""
    for name, page in pages.items():
        made = [(int(node.tag[1]), _words(node)) for node in page.iter() if node.tag in _HEADINGS]
        wanted = [
            (level, " ".join(text.split())) for level, text in headings_of(examples[name].sections)
        ]
        assert made == wanted


def test_tables_have_header_rows(pages: Pages, example_files: dict[str, Any]) -> None:
    """LibreOffice finds the header row of each table; its cells are header cells."""
    for name, page in pages.items():
        heads = [[_words(cell) for cell in head.iter("th")] for head in page.iter("thead")]
        wanted = []
        for table in example_files[name].document.iter(_w("tbl")):
            cells = table.find(_w("tr")).iter(_w("tc"))
            wanted.append(["".join(n.text or "" for n in cell.iter(_w("t"))) for cell in cells])
        assert heads == wanted


def _w(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


def _pictures_in(part: object) -> Iterator[Icon | Image]:
    """Yield the pictures of a part of a report."""
    if isinstance(part, Icon | Image):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from _pictures_in(item)
    elif attrs.has(type(part)):
        for field in attrs.fields(type(part)):
            yield from _pictures_in(getattr(part, field.name))


def test_every_text_is_read(
    pages: Pages, examples: Models, texts_of: Callable[..., Iterator[str]]
) -> None:
    """LibreOffice finds each text of each report, and each chart with its title.

    Its page has no words for the pictures beside texts: `test_examples` finds them in the file.
    """
    for name, page in pages.items():
        pictures = list(_pictures_in(examples[name].sections))
        printed = _squeezed("".join(page.itertext()))
        texts = set(texts_of(examples[name], charts=False)) - {item.alt for item in pictures}
        assert [text for text in sorted(texts) if _squeezed(text) not in printed] == []
        silent = [image for image in page.iter("img") if not image.attrib.get("alt")]
        assert len(silent) <= len(pictures)
