"""Hostile words in every text field of every document come out inert and readable, everywhere.

The documents of Wyeford use every field. Each of their texts is replaced by words that would do
harm; then everything that sendframe can print or write of them is looked at.
"""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pyromark
import pytest
import turbohtml

from sendframe import cli
from sendframe.api import disclosed_evaluation, figures_for, load, validate
from sendframe.builtin import render_html, render_json, render_markdown
from sendframe.documents import dump
from sendframe.evaluation import PluginIsolation
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
from tests.unit.builtin.sample_texts import model_texts, texts

pytestmark = pytest.mark.slow

CATALOGUE = Catalogue.discover(third_party=False)
INSTALLED = Catalogue.discover()
MARKDOWN = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH
STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
WHITE = re.compile(r"\s+")
HARMFUL = {"script", "iframe", "object", "embed", "form", "input", "base"}
OWN_ADDRESS = re.compile(r"data:,|([\w.-]+\.html)?(#[\w.-]+)?")
"""What a link may lead to: a place in this report, or another report beside it."""

OWN_IMAGE = re.compile(r"data:image/(png|jpeg);base64,[A-Za-z0-9+/]+=*")
"""What is shown as an image: nothing but its own bytes."""

OWN_PAGE = re.compile(r"[\w.-]+\.md")

OWN_HTML = {"<br>": "\n", "<!-- -->": ""}
"""The only HTML in Markdown, and what a reader sees of it."""

INERT = {
    *("Paragraph", "Heading", "List", "Item", "BlockQuote", "Rule", "Strong"),
    *("Table", "TableHead", "TableRow", "TableCell"),
}


def loaded(folder: Path) -> Portfolio:
    """Return the portfolio of a folder, which must be sound."""
    assert validate(folder) == ()
    found = load(folder)
    assert isinstance(found, Portfolio)
    return found


@attrs.frozen
class Area:
    """Wyeford with one payload in every text.

    Attributes:
        payload: The payload.
        folder: Its documents; tests change copies only.
        portfolio: What was loaded from the folder.
    """

    payload: str
    folder: Path
    portfolio: Portfolio


@pytest.fixture(scope="module", params=sorted(PAYLOADS))
def area(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Area:
    """Return the area of each payload, which is sound."""
    payload = PAYLOADS[request.param]
    folder = hostile(tmp_path_factory.mktemp("hostile") / "wyeford", payload)
    return Area(payload, folder, loaded(folder))


def reports(portfolio: Portfolio) -> Iterator[ReportModel]:
    """Yield every report of a portfolio."""
    disclosed = disclosed_evaluation(portfolio, figures_for(portfolio), catalogue=CATALOGUE)
    for each in CATALOGUE.profiles.values():
        yield build(disclosed, each.record, CATALOGUE.sections, isolation=PluginIsolation())


def squeezed(*texts: str) -> str:
    """Return texts one behind the other, with white space normalised, without what is hidden."""
    lines = map(charts.visible_text, "".join(texts).split("\n"))
    text = " ".join(each if each.isprintable() else WHITE.sub(" ", each) for each in lines)
    while "  " in text:
        text = text.replace("  ", " ")
    return text.strip()


def parts(page: str) -> list[object]:
    """Return tags and texts of a page in order, and nothing for white space between tags."""
    found: list[object] = []
    for token in turbohtml.tokenize(page):
        tag = token.tag
        if tag is None:
            text = (token.data or "").strip()
            found += [text] if text else []
            continue
        found.append((token.type, tag))
        if token.self_closing:
            found.append((turbohtml.TokenType.END_TAG, tag))
    return found


def parsed(page: str) -> turbohtml.Document:
    """Return the tree of a page in which a browser has nothing to put right.

    Each character and each tag is valid. The tree has the tags and texts of the page in the order
    of the page: none was added, moved, closed or left out.
    """
    assert page.startswith("<!DOCTYPE html>\n")
    tree = turbohtml.parse(page, strict=True, positions=False)
    assert parts(tree.serialize()) == parts(page)
    return tree


def visible(tree: turbohtml.Document) -> Iterator[str]:
    """Yield the texts that a reader sees; nothing in the tree may do anything."""
    for each in tree.descendants:
        if isinstance(each, turbohtml.Element):
            assert each.tag not in HARMFUL
            for name, value in each.attrs.items():
                assert not name.startswith("on")
                assert name != "style"
                if each.tag == "img" and name == "src":
                    assert OWN_IMAGE.fullmatch(str(value))
                elif name.rpartition(":")[2] in {"href", "src"}:
                    assert OWN_ADDRESS.fullmatch(str(value))
            if each.tag == "img":
                yield str(each.attrs["alt"])
        elif isinstance(each, turbohtml.Text):
            if not (isinstance(each.parent, turbohtml.Element) and each.parent.tag == "style"):
                yield each.data
        else:
            assert isinstance(each, turbohtml.Doctype)  # no comment, and nothing like one


def read_html(model: ReportModel) -> str:
    """Return what a reader of the page sees; nothing in it may do anything."""
    (file,) = render_html.render(model, NoOptions())
    return squeezed(*visible(parsed(file.data.decode())))


def read_markdown(model: ReportModel) -> str:
    """Return what a reader of the Markdown sees; nothing in it may be more than text."""
    (file,) = render_markdown.render(model, NoOptions())
    shown: list[str] = []
    for event in pyromark.events(file.data.decode(), options=MARKDOWN):
        told: Any = event if isinstance(event, dict) else {"Start": event}
        if "Text" in told:
            shown.append(told["Text"])
            continue
        if "InlineHtml" in told:
            shown.append(OWN_HTML[told["InlineHtml"]])
            continue
        tag = told.get("Start", told.get("End"))  # None for code
        ((name, number),) = tag.items() if isinstance(tag, dict) else [(tag, None)]
        if name == "Link":
            assert number is None or OWN_PAGE.fullmatch(number["dest_url"])
            continue
        assert name in INERT
        assert name != "List" or number in (None, False, 1)  # only questions are numbered
        shown.append("" if name == "Strong" else "\n")
    return squeezed(*shown)


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


@pytest.mark.parametrize(
    "body",
    [
        *("\x01", "\x9b", "\x00", "\ufdd0", "\ud800", "&lt", "&nope;", "&#x80;", "a < b", "<3"),
        *("</ p>", "<![CDATA[x]]>", "<!-- a --!>", '<p a="1" a="2"></p>', '<p a="1"b="2"></p>'),
        *('<p a=x"y></p>', "<div/>", '<p a="', "<?php ?>", "<!-- a -->"),
        *("</p>", "<div>", "<p><div></p>", "<b><p></b></p>", "<a><a></a></a>", "<li></p></li>"),
        *("<table><p>x</p></table>", "<tr><td>", "<form><form></form></form>", "</br>"),
        *("<svg></p></svg>", "<svg><p>x</p></svg>", "<body><p>x</p>", "<h1><h2></h1>", "</body>x"),
    ],
)
def test_a_page_that_a_browser_would_put_right_is_refused(body: str) -> None:
    """A character or tag that is not valid, or not where it may be, is an error."""
    head = "<!DOCTYPE html>\n<html><head><title>x</title></head><body>"
    sound = f'{head}<p class="x">a &lt; b &#34;</p><svg><path d="M0"/></svg></body></html>\n'
    assert squeezed(*visible(parsed(sound))) == 'xa < b "'
    with pytest.raises((AssertionError, turbohtml.HTMLParseError)):
        list(visible(parsed(f"{head}{body}</body></html>\n")))


def test_hostile_words_are_inert_and_readable_in_every_report(area: Area) -> None:
    """HTML, Markdown and JSON hold every text as text, and nothing that it asks for."""
    shown = 0
    for model in reports(area.portfolio):
        plain = {each: squeezed(each) for each in texts(model)}
        wanted = {each for each, seen in plain.items() if seen}
        shown += sum(area.payload in each for each in wanted)
        html, markdown, data = read_html(model), read_markdown(model), read_json(model)
        assert [each for each in wanted if plain[each] not in html] == []
        assert [each for each in wanted if plain[each] not in markdown] == []
        assert {text for text in model_texts(model) if text} <= data
    assert shown > 100, "the texts did not reach the reports"


def test_documents_keep_hostile_words_as_they_are(area: Area, tmp_path: Path) -> None:
    """What is written is what is read: nothing is escaped twice, changed or lost."""
    for document in (area.portfolio.manifest, *area.portfolio.documents):
        (tmp_path / "one.json").write_bytes(dump(document))
        assert load(tmp_path / "one.json", catalogue=INSTALLED) == document


def without_title(folder: Path) -> None:
    """Break each document of a folder, so that there is something to say of it."""
    for path in sorted(folder.glob("*.json")):
        document = json.loads(path.read_text("utf-8"))
        document["titel"] = document.pop("title")
        path.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")


@pytest.mark.parametrize("area", ["programs"], indirect=True)
def test_hostile_words_cannot_steer_the_terminal(
    area: Area, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No command prints a control or direction character, or words of a broken document."""
    folder = str(area.folder)
    compared = run(capsys, "compare", str(WYEFORD), folder)
    assert "T1 " in compared
    printed = [compared, run(capsys, "check", folder), run(capsys, "validate", folder)]
    untitled = shutil.copytree(folder, tmp_path / "untitled")
    without_title(untitled)
    broken = run(capsys, "validate", str(untitled))
    assert "SFR103" in broken
    assert area.payload not in broken
    for each in (*printed, broken):
        assert not STEERING.search(each)


def test_very_long_words_are_kept_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Twenty thousand characters in each field are validated, evaluated and shown."""
    folder = long(tmp_path / "long")
    portfolio = loaded(folder)
    wanted = " ".join(LONG.split())
    assert len(wanted) >= 20_000
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
