"""Words that people read in reports: no codes, no days in figures, nothing said twice."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, get_args

import attrs
import pytest

from sendframe.model import Portfolio
from sendframe.plugins import Catalogue
from sendframe.reports import Block, Chart, ReportModel, Section, Sentence, Table
from tests.evaluating import as_published
from tests.unit.reports.small_report import built
from tests.unit.reports.walking import parts, texts

EXAMPLES = ("herefordshire", "wyeford")
FOR_PEOPLE = ("board", "record", "sef-update", "strategy")
"""Reports without ids of rules and checks, and without files; those stand in the annex."""

CATALOGUE = Catalogue.discover(third_party=False)
ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
CODE = re.compile(r"(?!.*\.(?:csv|xlsx)$)[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)+")
"""Not the file of a publisher, which says where in a source something stands."""
SAYS_NOTHING = re.compile(
    r"\b(?:none given|not given|n/a|not applicable|nil|null|nan|tbc|0 of that)\b|^None\.?$"
)
_FEW = 4
"""Sentences of so few words, such as a date, may be repeated."""

WORD = re.compile(r"[\w.-]*\w")


@pytest.fixture(scope="module", params=EXAMPLES)
def portfolio(request: pytest.FixtureRequest) -> Portfolio:
    """Return an example."""
    example: Portfolio = request.getfixturevalue(request.param)
    return example


@pytest.fixture(scope="module")
def models(portfolio: Portfolio) -> dict[str, ReportModel]:
    """Return the reports of an example by profile."""
    disclosed = as_published(portfolio, CATALOGUE)
    return {
        profile: built(disclosed, CATALOGUE.profiles[profile].record)
        for profile in (*FOR_PEOPLE, "annex")
    }


def strings(value: Any) -> Iterator[str]:
    """Yield every text in the documents of a portfolio, ids among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from strings(getattr(value, field.name))


def test_no_code_of_a_document_is_printed(
    portfolio: Portfolio, models: dict[str, ReportModel]
) -> None:
    """Neither an id nor a kind such as ``friendly-read``, unless an author wrote it in a text."""
    written = list(strings((portfolio.manifest, portfolio.documents)))
    codes = {text for text in written if CODE.fullmatch(text)}
    words = {word for text in written if " " in text for word in WORD.findall(text)}
    assert len(codes) > 100
    printed = {
        profile: sorted(
            {word for text in texts(models[profile].sections) for word in WORD.findall(text)}
            & (codes - words)
        )
        for profile in FOR_PEOPLE
    }
    assert printed == {profile: [] for profile in FOR_PEOPLE}


def test_days_are_written_out(models: dict[str, ReportModel]) -> None:
    """As 31 December 2025, in every report."""
    found = [
        text for model in models.values() for text in texts(model.sections) if ISO_DAY.search(text)
    ]
    assert found == []


def test_no_phrase_says_nothing(models: dict[str, ReportModel]) -> None:
    """What is not there is left out."""
    found = [
        text
        for profile in FOR_PEOPLE
        for text in texts(models[profile].sections)
        if SAYS_NOTHING.search(text)
    ]
    assert found == []


def sections_of(model: ReportModel) -> list[Section]:
    """Return the sections of a report that have a heading."""
    return [part for part in parts(model) if isinstance(part, Section) and part.title]


def first_line(block: Block, heading: str) -> str:
    """Return the first line that a block prints under a heading.

    A hidden caption is not printed, nor is the title of a chart that is the heading.
    """
    if isinstance(block, Table) and block.hides_caption:
        block = attrs.evolve(block, caption="")
    elif isinstance(block, get_args(Chart)):
        return "" if block.title == heading else block.title
    return next(iter(texts(block)), "")


def test_no_heading_is_repeated_by_the_line_below_it(models: dict[str, ReportModel]) -> None:
    """Nor does one report have two sections of one level with one heading."""
    for model in models.values():
        repeated = [
            section.title
            for section in sections_of(model)
            if section.blocks
            and first_line(section.blocks[0], section.title).rstrip(".")
            == section.title.rstrip(".")
        ]
        assert repeated == []
        counts = Counter(section.title for section in model.sections if section.title)
        assert [title for title, count in counts.items() if count > 1] == []


def test_no_sentence_is_printed_twice_in_a_section(models: dict[str, ReportModel]) -> None:
    """A section that says something again says it in the same words by mistake."""
    for model in models.values():
        for section in sections_of(model):
            if section.sections:
                continue
            sentences = [
                part.text
                for part in parts(section.blocks)
                if isinstance(part, Sentence) and len(part.text.split()) > _FEW
            ]
            counts = Counter(sentences)
            assert [text for text, count in counts.items() if count > 1] == [], section.title
