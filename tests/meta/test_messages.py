"""The catalogue of messages: current, and complete for every report of both examples."""

import importlib.util
import re
from collections.abc import Collection, Iterable, Iterator
from io import BytesIO
from pathlib import Path
from types import ModuleType

import attrs
import pytest
from babel.messages.pofile import read_po

from sendframe.api import load
from sendframe.disclosure import POLICIES
from sendframe.evaluation import PluginIsolation
from sendframe.language import in_language, read_catalogue
from sendframe.model import Value
from sendframe.plugins import Catalogue
from sendframe.reports import ReportModel, build
from tests.catalogues import made_up
from tests.disguise import codes_of, disguised, titles_of
from tests.evaluating import as_published
from tests.unit.reports.walking import parts

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    """Return the script that writes the template."""
    spec = importlib.util.spec_from_file_location("m", ROOT / "docs" / "generate_messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def template(generator: ModuleType) -> bytes:
    """Return the template of all messages."""
    made: bytes = generator.template()
    return made


def test_the_committed_template_is_that_of_the_sources(
    template: bytes, generator: ModuleType
) -> None:
    """Messages and template cannot drift: python docs/generate_messages.py writes it anew."""
    assert generator.TEMPLATE.read_bytes() == template


NO_WORDS = frozenset(
    [
        "anchor",
        "data",
        "facts",
        "file",
        "icon",
        "id",
        "kind",
        "language",
        "made_by",
        "media_type",
        "page",
        "path",
        "profile",
        "role",
        "shape",
        "signal",
        "style",
        "theme",
        "tone",
        "weight",
    ]
)
"""Fields of a report that no reader sees, or not as words."""

METHODS_OF_HASHES = ("raw", "rfc")
WORDS = re.compile(r"[A-Za-z][A-Za-z'’ -]*[A-Za-z]")
FOR_PROGRAMS = re.compile(
    r"⟦[^⟦⟧]*⟧|\b[0-9a-f]{64}\b|https?://\S+|[\w/:.-]+\.(?:json|csv|png|md)\b|\bSFR\d{3}\b|\brfc8785\b"
    r"|\bsendframe(?: \d[\d.]*)?|“[a-z0-9./-]+”|'[a-z0-9./-]+'"
)
"""Messages in their brackets, hashes, addresses, files, codes, versions, and ids of what has no name."""


@pytest.mark.parametrize("example", ["wyeford", "herefordshire"])
def test_all_that_authors_did_not_write_comes_from_the_catalogue(
    example: str, template: bytes
) -> None:
    """In a made-up language no English is left in the reports of any profile.

    Authors' words are disguised in letters of full width, and each message stands in brackets, so
    that other Latin letters are words of sendframe that the catalogue does not have.
    """
    portfolio = load(ROOT / "examples" / example)
    catalogue = Catalogue.discover(third_party=False)
    language = read_catalogue("ar-XB", made_up(read_po(BytesIO(template))))
    with in_language(language):
        disclosed = as_published(disguised(portfolio), catalogue)
        isolation = PluginIsolation(debug=True)
        profiles = [provided.record for _, provided in sorted(catalogue.profiles.items())]
        models = [
            build(disclosed, profile, catalogue.sections, isolation=isolation, beside=("annex",))
            for profile in profiles
        ]
    assert not isolation.failures
    assert {model.language for model in models} == {"ar-XB"}
    evaluation = disclosed.evaluation
    titles = [
        # Titles of the publications that rules come from.
        *{
            score.source
            for result in (*evaluation.indicators, *evaluation.subjects)
            for score in result.scores
        },
        # Titles of releases and names of areas, which stand in tables of figures and registers.
        *titles_of(portfolio),
    ]
    codes = {
        # Codes that authors choose from no list, such as kinds of findings, in words.
        *codes_of(portfolio),
        # Ids by which something is looked up, and the names of what is packaged.
        *(*catalogue.scoring_rules, *catalogue.profiles, *POLICIES, *METHODS_OF_HASHES),
    }
    left: dict[str, str] = {}
    for model in models:
        for text in shown_texts(model):
            for words in left_in(text, titles, codes):
                left.setdefault(words, text)
    assert left == {}


def shown_texts(model: ReportModel) -> Iterator[str]:
    """Yield each text of a report that a reader sees."""
    for part in parts(model):
        if not isinstance(part, Value):
            for field in attrs.fields(type(part)):
                value = getattr(part, field.name)
                if field.name not in NO_WORDS:
                    yield from (value,) if isinstance(value, str) else ()
                    yield from (
                        (item for item in value if isinstance(item, str))
                        if isinstance(value, tuple)
                        else ()
                    )


def left_in(text: str, titles: Iterable[str], codes: Collection[str]) -> Iterator[str]:
    """Yield the words of a text that stand in no message, and are neither titles nor codes."""
    rest = FOR_PROGRAMS.sub("|", text)
    if not WORDS.search(rest):
        return
    for title in titles:
        rest = rest.replace(title, "|")
    for words in WORDS.findall(rest):
        if words.strip(" -'’").lower() not in codes:
            yield words.strip()
