"""Hostile words in every text field of every document come out inert and readable, everywhere.

The documents of Wyeford use every field. Each of their texts is replaced by words that would do
harm; then everything that sendframe can print or write of them is looked at.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import html5lib  # type: ignore[import-untyped]
import pytest
from markdown_it import MarkdownIt

from sendframe import cli
from sendframe.api import disclosed_evaluation, figures_for, load, validate
from sendframe.builtin import render_html, render_json, render_markdown
from sendframe.documents import dump
from sendframe.model import DOCUMENT_CLASSES, Manifest, Portfolio, Profile, Value
from sendframe.plugins import Catalogue, NoOptions, ReportModel, charts
from sendframe.reports import build
from tests.contract.hostile import (
    LONG,
    PAYLOADS,
    STRUCTURE,
    WYEFORD,
    hostile,
    long,
    places,
    text_fields,
)
from tests.unit.reports.walking import texts

H = "{http://www.w3.org/1999/xhtml}"
S = "{http://www.w3.org/2000/svg}"
CATALOGUE = Catalogue.discover(third_party=False)
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
HARMFUL = {f"{H}{n}" for n in ("script", "img", "iframe", "object", "embed", "form", "base")}
LIVE = {
    *("html_block", "html_inline", "link_open", "image", "code_inline", "code_block", "fence"),
    *("em_open", "s_open", "softbreak", "hardbreak", "ordered_list_open"),
}


def loaded(folder: Path) -> Portfolio:
    """Return the portfolio of a folder, which must be sound."""
    assert validate(folder) == ()
    found = load(folder)
    assert isinstance(found, Portfolio)
    return found


def reports(portfolio: Portfolio) -> Iterator[ReportModel]:
    """Yield every report of a portfolio."""
    disclosed = disclosed_evaluation(portfolio, figures_for(portfolio), catalogue=CATALOGUE)
    for each in CATALOGUE.profiles.values():
        yield build(disclosed, each.record)


def squeezed(text: str) -> str:
    """Return a text with its white space normalised, and without what is hidden."""
    return " ".join(charts.visible_text(text).split())


def letters(element: Any) -> Iterator[str]:
    """Yield the text outside of style sheets."""
    if element.tag != f"{H}style":
        yield element.text or ""
        for each in element:
            yield from letters(each)
            yield each.tail or ""


def read_html(model: ReportModel) -> str:
    """Return what a reader of the page sees; nothing in it may do anything."""
    (file,) = render_html.render(model, NoOptions())
    page = file.data.decode()
    tree = html5lib.HTMLParser(strict=True).parse(page)
    for each in tree.iter():
        assert each.tag not in HARMFUL
        assert not [name for name in each.attrib if name.startswith("on") or name == "style"]
        for name in ("href", "src", "{http://www.w3.org/1999/xlink}href"):
            assert each.get(name, "#").startswith(("#", "data:,"))
    return squeezed("".join(letters(tree)))


def read_markdown(model: ReportModel) -> str:
    """Return what a reader of the Markdown sees; nothing in it may be more than text."""
    (file,) = render_markdown.render(model, NoOptions())
    found = MARKDOWN.parse(file.data.decode())
    tokens = [t for block in found for t in (block, *(block.children or ()))]
    assert not {each.type for each in tokens} & LIVE
    shown = (
        t.content if t.type in {"text", "text_special"} else "\n" if t.block else "" for t in tokens
    )
    return squeezed("".join(shown))


def strings(value: object) -> Iterator[str]:
    """Yield every text in plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def read_json(model: ReportModel) -> set[str]:
    """Return every text of the JSON report."""
    (file,) = render_json.render(model, NoOptions())
    return set(strings(json.loads(file.data)))


def run(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Run a command and return all that it printed."""
    cli.run(list(words))
    captured = capsys.readouterr()
    return captured.out + captured.err


def test_every_field_that_people_write_in_is_walked() -> None:
    """The walk reaches every text field of every class, but for the few that lead elsewhere."""
    found = set(places(loaded(WYEFORD)))
    wanted: set[tuple[str, str]] = set()
    todo: list[type] = [
        e for k, e in DOCUMENT_CLASSES.items() if k not in ("evaluation", "profile")
    ]
    seen: set[type] = set()
    while todo:
        cls = todo.pop()
        if cls in seen:
            continue
        seen.add(cls)
        wanted |= {(cls.__name__, name) for name in text_fields(cls)}
        fields: Any = attrs.fields
        todo += [each for field in fields(cls) for each in classes(field.type)]
    assert wanted == found
    assert Manifest in seen
    assert Profile not in seen
    assert all(STRUCTURE.values())


def classes(hint: Any) -> Iterator[type]:
    """Yield the classes of the model in a type."""
    if isinstance(hint, type) and issubclass(hint, Value):
        yield hint
    for each in getattr(hint, "__args__", ()):
        yield from classes(each)


@pytest.mark.parametrize("name", sorted(PAYLOADS))
def test_hostile_words_are_inert_and_readable_in_every_report(name: str, tmp_path: Path) -> None:
    """HTML, Markdown and JSON hold every text as text, and nothing that it asks for."""
    portfolio = loaded(hostile(tmp_path / "hostile", PAYLOADS[name]))
    shown = 0
    for model in reports(portfolio):
        wanted = {each for each in texts(model) if squeezed(each)}
        shown += sum(PAYLOADS[name] in each for each in wanted)
        html, markdown, data = read_html(model), read_markdown(model), read_json(model)
        plain = [squeezed(each) for each in wanted]
        assert [each for each in plain if each not in html] == []
        assert [each for each in plain if each not in markdown] == []
        assert wanted <= data
    assert shown > 100, "the texts did not reach the reports"


@pytest.mark.parametrize("name", sorted(PAYLOADS))
def test_documents_keep_hostile_words_as_they_are(name: str, tmp_path: Path) -> None:
    """What is written is what is read: nothing is escaped twice, changed or lost."""
    portfolio = loaded(hostile(tmp_path / "hostile", PAYLOADS[name]))
    for document in (portfolio.manifest, *portfolio.documents):
        (tmp_path / "one.json").write_bytes(dump(document))
        assert load(tmp_path / "one.json") == document


def without_title(folder: Path) -> None:
    """Break each document of a folder, so that there is something to say of it."""
    for path in sorted(folder.glob("*.json")):
        document = json.loads(path.read_text("utf-8"))
        document["titel"] = document.pop("title")
        path.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")


@pytest.mark.parametrize("name", sorted(PAYLOADS))
def test_hostile_words_cannot_steer_the_terminal(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No command prints a control or direction character, or words of a broken document."""
    folder = hostile(tmp_path / "hostile", PAYLOADS[name])
    before = str(WYEFORD)
    compared = run(capsys, "compare", before, str(folder))
    assert "T1 " in compared
    printed = [compared, run(capsys, "check", str(folder)), run(capsys, "validate", str(folder))]
    without_title(folder)
    broken = run(capsys, "validate", str(folder))
    assert "SFR103" in broken
    assert PAYLOADS[name] not in broken
    for each in (*printed, broken):
        assert not STEERING.search(each)


def test_very_long_words_are_kept_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A hundred thousand characters in each field are validated, evaluated and shown."""
    folder = long(tmp_path / "long")
    portfolio = loaded(folder)
    wanted = " ".join(LONG.split())
    assert len(wanted) >= 100_000
    found = 0
    readers: tuple[Callable[[ReportModel], object], ...] = (read_html, read_markdown, read_json)
    for model in reports(portfolio):
        said = {each for each in texts(model) if wanted in each}
        found += len(said)
        html, markdown, data = (reader(model) for reader in readers)
        assert isinstance(data, set)
        assert said <= data
        for each in said:
            plain = squeezed(each)
            assert plain in str(html)
            assert plain in str(markdown)
    assert found > 20
    assert "warning" in run(capsys, "check", str(folder))
