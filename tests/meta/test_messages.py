"""The catalogue of messages: current, and complete for every report of both examples."""

import ast
import importlib.util
import re
from collections.abc import Collection, Iterable, Iterator
from html import unescape
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
        profiles = [  # of any length: a message that is cut short has no bracket at its end
            provided.record.changed(budget=None)
            for _, provided in sorted(catalogue.profiles.items())
        ]
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
        with in_language(language):
            page = catalogue.renderers["html"].record.render(model, None)[0].data.decode()
        for text in (*shown_texts(model), *texts_of_page(page)):
            for words in left_in(text, titles, codes):
                left.setdefault(words, text)
    assert left == {}


def texts_of_page(page: str) -> Iterator[str]:
    """Yield what a page says: its text, drawings included, and the texts of its attributes."""
    body = page.partition("</style>")[2]
    yield from map(unescape, re.findall(r'(?:aria-label|alt|data-head)="([^"]*)"', body))
    yield unescape(re.sub(r"<[^>]*>", " ", body))


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


SENTENCE = re.compile(r"[A-Za-z]{2,}[,:;]? [A-Za-z]{2,}")
MESSAGES = {"_", "N_", "ngettext", "pgettext"}
NOT_PRINTED = {
    "Check",
    "Related",
    "Renderer",
    "ScoringRule",
    "SectionKind",
    "SubjectRule",
    "compile",
}
"""Records whose texts commands list, and patterns."""

DECLARED = {"checks", "examples", "renderers", "scoring_rules", "sections"}
"""Functions of built-in features that hold no sentence of a report."""

IN_ENGLISH = {
    "builtin/copy_of_withdrawn_words.py": "phrases that are looked for",
    "builtin/easy_read_label.py": "help of a check, which commands print",
    "builtin/figure_contradicts_itself.py": "help of a check",
    "builtin/picture_not_shown.py": "help of a check",
    "builtin/reason_about_postholder.py": "help of a check, and words that are looked for",
    "builtin/render_html.py": "markup, and what the notice of an author may say",
    "builtin/render_markdown.py": "what the notice of an author may say",
    "builtin/section_who_checked.py": "a sector that is looked for",
    "builtin/sentence_claims_more.py": "words that are looked for",
    "builtin/unexplained_words.py": "help of a check",
    "reports/__init__.py": "names of the package",
    "reports/_counts_in_words.py": "words that are looked for",
    "reports/_frame_chart.py": "mistakes in a frame, for its author",
    "reports/_icons.py": "what icons show, for their reference",
    "reports/_marker.py": "the name of a shape",
    "reports/_phrase.py": "a shorter form of English periods",
    "reports/_report_data.py": "the name of a form",
    "reports/_report_schema.py": "descriptions in a schema",
    "reports/_section_check.py": "mistakes of a plug-in, for its author",
    "reports/_shown.py": "markup",
    "reports/_svg.py": "markup",
    "reports/_tokens.py": "style sheets",
    "reports/_unprinted.py": "the last line of a command",
}
"""Modules with words that stand in no message, and why."""


def test_every_sentence_that_a_report_may_print_is_a_message() -> None:
    """Also those that the reports of the examples do not have."""
    package = ROOT / "src" / "sendframe"
    found = {
        path.relative_to(package).as_posix()
        for name in ("builtin", "editions", "reports", "scoring")
        for path in (package / name).glob("*.py")
        if any(SENTENCE.search(text) for text in unmarked(ast.parse(path.read_text("utf-8"))))
    }
    assert found == set(IN_ENGLISH)


def test_no_message_is_looked_up_when_a_module_is_imported() -> None:
    """Its text would stay in the language that was in use then: `N_` marks what a constant holds."""
    sources = (ROOT / "src" / "sendframe", ROOT / "plugins")
    early = [
        (path.name, call)
        for source in sources
        for path in source.rglob("*.py")
        if "tests" not in path.parts
        for call in looked_up_at_import(ast.parse(path.read_text("utf-8")))
    ]
    assert early == []


def looked_up_at_import(node: ast.AST) -> Iterator[str]:
    """Yield each call outside of functions that returns words in the language in use."""
    if isinstance(node, ast.Call):
        name = getattr(node.func, "id", "")
        if name in MESSAGES - {"N_"} | {"day_name", "joined", "month_name", "words_of_code"}:
            yield ast.unparse(node)
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.Lambda):
            yield from looked_up_at_import(child)


def unmarked(node: ast.AST) -> Iterator[str]:
    """Yield each text below a node that is neither a message nor documentation, raised or help."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Raise():
            return
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if (
            name in MESSAGES | NOT_PRINTED
        ):
            return
        case ast.FunctionDef(name=name) if name in DECLARED:
            return
        case ast.keyword(arg="help"):
            return
        case ast.Assign(targets=[ast.Name(id=name)]) if name.startswith(("HELP", "SOURCE")):
            return
        case ast.JoinedStr():
            parts = (part.value for part in node.values if isinstance(part, ast.Constant))
            yield "\0".join(map(str, parts))
            children = [part for part in node.values if not isinstance(part, ast.Constant)]
        case ast.Constant(value=str(text)):
            yield text
            return
        case _:
            annotations = (getattr(node, "annotation", None), getattr(node, "returns", None))
            children = [child for child in ast.iter_child_nodes(node) if child not in annotations]
    for child in children:
        yield from unmarked(child)
