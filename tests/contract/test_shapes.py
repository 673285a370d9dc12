"""Plans in the shapes that areas write can be written down, checked and reported as they are.

Each folder of ``tests/data/shapes`` is a small fictional area with one shape: work without
priorities, a table of figures, measures in words. Nothing is in them that such a paper would not
have. What reports print is searched here in what was rendered, and the texts are taken from the
raw JSON: neither goes the way that `unprinted` goes.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import sendframe
from sendframe import api
from sendframe.errors import NothingToReport, escape_token
from sendframe.model import CriteriaSet, Portfolio

ROOT = Path(__file__).parents[2]
SHAPES = ROOT / "tests" / "data" / "shapes"
NAMES = sorted(folder.name for folder in SHAPES.iterdir())
PROFILES = ("board", "sef-update")
FORMATS = {"html": "html", "markdown": "md", "json": "json"}

MOST_WARNINGS = 5
MOST_BYTES = 60_000

WORDS = ("default", "text", "role", "service")
"""Members with words in them; elsewhere one word may be an id or a code, and two are a text."""

UNSEARCHED = frozenset(
    {
        "anchor",
        "facts",
        "id",
        "makers",
        "kind",
        "profile",
        "role",
        "shape",
        "style",
        "tone",
        "weight",
    }
)
"""Members of a report as JSON that no reader reads."""

WORD = re.compile(r"[^\W_]+")

CLEARLY = 4
"""A text with so many words or more is not printed by chance."""


class Words(NamedTuple):
    """The words of one text, and where it is in the documents."""

    file: str
    pointer: str
    text: str


class Made(NamedTuple):
    """A shape with all its reports."""

    portfolio: Portfolio
    files: dict[str, str]
    unprinted: set[tuple[str, str]]


@pytest.fixture(scope="module", params=NAMES)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Return a shape, with every profile in every format."""
    portfolio = sendframe.load(SHAPES / request.param)
    out = tmp_path_factory.mktemp(request.param)
    written = sendframe.report(portfolio, out, profiles=PROFILES, formats=tuple(FORMATS))
    assert not written.failures
    reports = (path for path in written.files if path.name != "shown.json")
    files = {path.name: path.read_text(encoding="utf-8") for path in reports}
    missing = {(text.location.file, text.location.pointer) for text in written.texts.unprinted}
    return Made(portfolio, files, missing)


def texts_of(value: Any, file: str, pointer: str = "") -> Iterator[Words]:
    """Yield the texts of raw JSON: default words, variants, and all other words with a space."""
    if isinstance(value, list):
        for index, member in enumerate(value):
            yield from texts_of(member, file, f"{pointer}/{index}")
    elif isinstance(value, dict):
        for name, member in value.items():
            at = f"{pointer}/{escape_token(name)}"
            if isinstance(member, str) and (name in WORDS or " " in member):
                yield Words(file, at, member)
            else:
                yield from texts_of(member, file, at)


def words_of(folder: Path) -> list[Words]:
    """Return the texts of every document of a portfolio."""
    return [
        words
        for path in sorted(folder.glob("*.json"))
        for words in texts_of(json.loads(path.read_text(encoding="utf-8")), path.name)
    ]


def plain(text: str) -> str:
    """Return the words of a text without case and punctuation, with a space on each side."""
    return f" {' '.join(WORD.findall(text.casefold()))} "


def strings_of(value: Any) -> Iterator[str]:
    """Yield every text of a report as JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for member in value:
            yield from strings_of(member)
    elif isinstance(value, dict):
        for name, member in value.items():
            if name not in UNSEARCHED:
                yield from strings_of(member)


def lines_printed(files: dict[str, str]) -> str:
    """Return all lines and cells of the reports in Markdown and all texts in JSON, as words."""
    markdown = [
        part
        for name, text in sorted(files.items())
        if name.endswith(".md")
        for line in text.splitlines()
        for part in line.split("|")
    ]
    raw = [json.loads(text) for name, text in sorted(files.items()) if name.endswith(".json")]
    return "\n".join(plain(line) for line in (*markdown, *strings_of(raw)))


def folder_of(made: Made) -> Path:
    """Return the folder of a shape."""
    return next(
        folder
        for folder in SHAPES.iterdir()
        if json.loads((folder / "portfolio.json").read_text(encoding="utf-8"))["id"]
        == made.portfolio.manifest.id
    )


@pytest.mark.parametrize("name", NAMES)
def test_it_is_valid_without_a_note(name: str) -> None:
    """Validation has nothing to say about it."""
    assert list(sendframe.validate(SHAPES / name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_it_is_about_no_real_place_or_person(name: str) -> None:
    """Its codes are reserved, and every address in it leads nowhere."""
    manifest = json.loads((SHAPES / name / "portfolio.json").read_text(encoding="utf-8"))
    assert manifest["area"]["fictional"] is True
    assert manifest["area"]["code"].startswith("ZZ")
    for path in (SHAPES / name).iterdir():
        text = path.read_text(encoding="utf-8")
        hosts = re.findall(r"(?:https?://|[\w.]+@)([^/\"]+)", text)
        assert all(host.endswith(".example") for host in hosts), path.name


def test_the_shapes_are_small() -> None:
    """They are read by people: the largest of them in a few minutes."""
    files = [path for path in SHAPES.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < MOST_BYTES


def test_few_warnings_and_no_error(made: Made) -> None:
    """An officer who wrote down the plan as it is gets few warnings, and no error."""
    evaluation = api.evaluate(made.portfolio)
    assert not evaluation.failures
    severities = [notice.severity for notice in evaluation.notices]
    assert severities.count("error") == 0
    assert severities.count("warning") <= MOST_WARNINGS


def test_every_profile_is_rendered_in_every_format(made: Made) -> None:
    """Each file is there and has words in it."""
    assert sorted(made.files) == sorted(
        [
            *(f"{profile}.{ending}" for profile in PROFILES for ending in FORMATS.values()),
            *("index.html", "index.md"),
        ]
    )
    assert all(plain(text).strip() for text in made.files.values())


def test_every_text_is_printed_or_listed(made: Made) -> None:
    """No text of the documents is lost: it is in a report, or in the list of those left out."""
    printed = lines_printed(made.files)
    lost = [
        words
        for words in words_of(folder_of(made))
        if plain(words.text) not in printed and (words.file, words.pointer) not in made.unprinted
    ]
    assert lost == []


def test_no_text_is_both_printed_and_listed(made: Made) -> None:
    """A text of a few words that a report prints is not listed as left out."""
    printed = lines_printed(made.files)
    twice = [
        words
        for words in words_of(folder_of(made))
        if len(plain(words.text).split()) >= CLEARLY
        and plain(words.text) in printed
        and (words.file, words.pointer) in made.unprinted
    ]
    assert twice == []


def test_each_pointer_of_the_list_leads_to_words(made: Made) -> None:
    """What is listed stands in a document, at the place that is named."""
    folder = folder_of(made)
    for file, pointer in made.unprinted:
        value: Any = json.loads((folder / file).read_text(encoding="utf-8"))
        for step in pointer.split("/")[1:]:
            name = step.replace("~1", "/").replace("~0", "~")
            value = value[int(step)] if isinstance(value, list) else value[name]
        assert isinstance(value, str)
        assert plain(value).strip()


def test_the_guide_writes_the_documents_of_a_shape() -> None:
    """Each block of the guide is the whole file of the table of figures, and no file lacks."""
    guide = ROOT / "docs" / "how-to" / "write-down-an-existing-plan.md"
    blocks = re.findall(
        r"^```\w+ ferrymoor/(\S+)\n(.*?)^```$",
        guide.read_text(encoding="utf-8"),
        re.MULTILINE | re.DOTALL,
    )
    files = {path.name: path.read_text("utf-8") for path in (SHAPES / "kpi-table").iterdir()}
    assert dict(blocks) == files


def members(name: str, file: str, *path: str | int) -> set[str]:
    """Return the names of what is given of one thing in a document of a shape."""
    value: Any = json.loads((SHAPES / name / file).read_text(encoding="utf-8"))
    for step in path:
        value = value[step]
    return set(value)


def test_what_a_paper_does_not_state_is_left_out() -> None:
    """Nothing was invented: neither version, kind and direction, nor day and role of an update."""
    assert "version" not in members("recommendations", "questions.json")
    theme = members("recommendations", "questions.json", "criteria", 0)
    assert theme == {"id", "code", "wording"}
    update = ("workstreams-without-priorities", "actions.json", "actions", 2, "updates", 0)
    assert members(*update) == {"text"}
    reviews = members("kpi-table", "indicators.json", "indicators", 1)
    assert "direction" not in reviews
    actual = members("kpi-table", "plan.json", "measures", 8, "actual")
    assert actual == {"statement"}


@pytest.mark.parametrize("name", NAMES)
def test_requirements_are_reported_or_refused_by_name(name: str, tmp_path: Path) -> None:
    """A shape with a set of criteria has the report in every format; another has nothing to tell."""
    portfolio = sendframe.load(SHAPES / name)
    if not any(portfolio.of(CriteriaSet)):
        with pytest.raises(NothingToReport, match="requirements"):
            sendframe.report(portfolio, tmp_path / "out", profiles=["requirements"])
        return
    written = sendframe.report(
        portfolio, tmp_path / "out", profiles=["requirements"], formats=tuple(FORMATS)
    )
    assert not written.failures
    for ending in FORMATS.values():
        page = (tmp_path / "out" / f"requirements.{ending}").read_text(encoding="utf-8")
        assert "Information and support for families" in page
