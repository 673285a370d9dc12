"""Each conformance check finds the fault it is for, and a good plug-in passes all of them."""

import sys
from pathlib import Path

import pytest

from sendframe.errors import UnknownName
from sendframe.testing import check_plugin, conformance
from sendframe.testing._conformance import CONFORMANCE, _result
from sendframe.testing._interpreter_task import _at_discovery, _at_import
from sendframe.testing._plugin_under_test import plugin_under_test
from tests.unit.plugins.fake import install
from tests.unit.testing.made_up import KINDS, put, source

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("warm")]


def problems(site: Path, check: str) -> tuple[str, ...]:
    """Return the problems that one check finds in the plug-in of a folder."""
    return tuple(CONFORMANCE[check](plugin_under_test("kent", [str(site)])))


@pytest.mark.parametrize("kind", KINDS)
def test_a_good_plug_in_passes(site: Path, module: str, kind: str) -> None:
    """A good plug-in of each kind passes every check; without a project folder the wheel check is skipped."""
    put(site, module, source(kind), kind)
    results = check_plugin("kent", wheel=True, paths=[site])
    assert [result.problems for result in results if result.problems] == []
    assert {result.id: result.skipped_reason for result in results if result.skipped_reason} == {
        "wheel": "sendframe-kent was not installed from a folder: `python -m pip install -e .`"
    }
    assert [result.id for result in results] == list(CONFORMANCE)
    assert all(result.title.endswith(".") for result in results)


OTHER_FILE = """
def render(model: ReportModel, options: object) -> tuple[RenderedFile, ...]:
    return (RenderedFile("{name}", "{media}", {data}),)
"""
RENDER = """
def render(model: ReportModel, options: object) -> tuple[RenderedFile, ...]:
    return (RenderedFile("title.txt", "text/plain", model.title.encode()),)
"""
TITLE = "model.title.encode()"
FIGURE = 'if context.latest is None or context.latest.value is None:\n        return context.refuse("There is no figure.")'
YIELD = 'yield context.diagnostic("a priority is there", at=each)'


def file(name: str, media: str, data: str) -> str:
    """Return the source of a renderer that returns one file."""
    return source("renderer", (RENDER, OTHER_FILE.format(name=name, media=media, data=data)))


def done(words: str) -> str:
    """Return the source of a renderer that does something before it returns."""
    return source("renderer", ("    return (Rendered", f"    {words}\n    return (Rendered"))


SECTION = (
    "return Section(section.id, context.words(section.title), (Bullets(plans),)) if plans else None"
)
BLOCKS = "section.title), (Bullets(plans),)"
SHOWN = 'EXAMPLES = (Example("Each plan'
NO_EXAMPLE = 'EXAMPLES = () and (Example("Each plan'


BROKEN = {
    "found: import": ("check", source("check", more="import no_such_thing\n"), "ModuleNotFound"),
    "found: cached": (
        "check",
        source("check", ("@hookimpl.checks\n", "@hookimpl.checks\n@__import__('functools').cache\n")),
        "is not implemented by a plain function",
    ),
    "found: nothing": ("check", source("check", ("[Check(", "[] and [Check(")), "returns no record"),
    "found: reader": ("reader", source("reader", ("[Reader(", "[1/0, Reader(")), "ZeroDivisionError"),
    "imports": ("check", source("check", more="import duckdb\n"), "imports duckdb: move"),
    "ids: foreign": ("check", source("check", ("kent.one", "surrey.one")), "does not begin with"),
    "ids: ill formed": ("reader", source("reader", ('"kent.lines", "L', '"kent lines", "L')), "letters"),
    "ids: twice": (
        "check",
        source("check", ("examples=EXAMPLES)]", "examples=EXAMPLES)] * 2")),
        "is given twice",
    ),
    "hooks: untyped": ("check", source("check", (" -> list[Check]", "")), "`-> list[Check]`"),
    "hooks: other type": ("check", source("check", ("-> list[Check]", "-> list[Reader]")), "declare"),
    "hooks: parameter": ("check", source("check", ("hook() ->", "hook(x: int = 1) ->")), "takes none"),
    "manuals": ("check", source("check", ('Seen", MANUAL', 'Seen", "Short."')), "fewer than 15"),
    "manuals: title": ("check", source("check", ('"Seen"', '"Seen" * 40')), "the title of check"),
    "options": (
        "rule",
        source(
            "rule",
            ('"kent.seen", "Seen", MANUAL, score, OPTIONS', '"kent.seen", "Seen", MANUAL, score, Own'),
            more="@attrs.frozen\nclass Own:\n    level: float\n",
        ),
        "give each field of Own a default",
    ),
    "examples": ("reader", source("reader", ("Account(1, 0", "Account(2, 0")), "not Import"),
    "examples: raises": ("reader", source("reader", ('b"one\\n"', '"one"')), "raises TypeError"),
    "examples: none": (
        "reader",
        source("reader", ("EXAMPLES)]", "('text', Example('x', (), 1)))]")),
        "an example of another type",
    ),
    "examples: other context": (
        "indicator",
        source("indicator", ('gives nothing.", (CONTEXT', 'gives nothing.", (ABOUT')),
        "raises AttributeError",
    ),
    "called": (
        "indicator",
        source(
            "indicator",
            ('needs = ("kent.part", "kent.whole")', "needs = ()"),
            ("needs, OPTIONS, EXAMPLES)", "needs, OPTIONS)"),
        ),
        "was never called, because no input that it needs could be made up",
    ),
    "errors": ("rule", source("rule", (FIGURE, "context.points[-1]")), "raises IndexError at"),
    "answers: code": ("check", source("check", (YIELD, 'yield Diagnostic("SFR301", "x")')), "SFR301"),
    "answers: type": ("check", source("check", (YIELD, "yield 'text'")), "yields a str"),
    "answers: no score": ("rule", source("rule", (FIGURE, "return None")), "returns a NoneType"),
    "answers: other": (
        "rule",
        source("rule", (FIGURE, 'return Refusal(rule="x", about="y", reason="No.")')),
        "for another rule",
    ),
    "answers: no value": (
        "indicator",
        source("indicator", ('return facts.refuse("There is no whole.")', "return True")),
        "returns a bool",
    ),
    "ranges": ("indicator", source("indicator", ("* 100", "* 250")), "returns 250.0, which is outside the range of percent"),
    "ranges: infinite": (
        "indicator",
        source("indicator", ('return facts.refuse("There is no whole.")', "return float('inf')")),
        "returns inf, which",
    ),
    "score-all": (
        "rule",
        source("rule", ("score(each) for each in contexts", "score(each) for each in contexts[:2]")),
        "returns another result for",
    ),
    "score-all: raises": ("rule", source("rule", ("score(each) for", "contexts[0] for")), "score_all of"),
    "facts: target": (
        "rule",
        source("rule", ('statement="There is a figure."', 'statement=f"{context.measures and context.measures[0].target.level}"')),
        "scores by the level of a target and does not name its fact",
    ),
    "facts: left out": (
        "rule",
        source("rule", ('label="seen"', "label=str(context.left_out and context.left_out[0].value)")),
        "scores by a point in `left_out` and does not name its fact",
    ),
    "readers: raises": ("reader", source("reader", ("except UnicodeDecodeError", "except KeyError")), "raises UnicodeDecodeError at"),
    "readers: long": ("reader", source("reader", ("    if not lines:", "    list(csv.reader(lines))\n    if not lines:"), more="import csv\n"), "a file with a very long cell: raises Error"),
    "readers: zeros": ("reader", source("reader", ("    if not lines:", "    list(csv.reader(lines))\n    if not lines:"), more="import csv\n"), "a long file of zeros; a file with a very long cell: raises Error"),
    "readers: account": ("reader", source("reader", ("len(lines), 1)", "1, 1)"), ('b"one\\n"', 'b"one\\ntwo\\n"')), "must add up"),
    "readers: silent": ("reader", source("reader", ("if not lines", "if lines is None")), "the file is empty"),
    "readers: short": ("reader", source("reader", ("the file is empty", "empty")), "has the message 'empty'"),
    "readers: no import": ("reader", source("reader", ("return Import(account", "return str(Account and 'x') or Import(account")), "returns a str, not an Import"),
    "readers: mark": (
        "reader",
        source(
            "reader",
            ("utf-8-sig", "utf-8"),
            (
                "    return Import(account",
                "    seen = (Evidence(id='e', kind='line', title=Text(default=lines[0])),)\n    return Import(evidence=seen, account",
            ),
            more="from sendframe.plugins import Evidence\n",
        ),
        "decode with utf-8-sig",
    ),
    "files: html": ("renderer", file("a.html", "text/html", "b'<p>x'"), "has no <!doctype html>"),
    "files: open": ("renderer", file("a.html", "text/html", "b'<!doctype html><div>'"), "leaves <div> open"),
    "files: json": ("renderer", file("a.json", "application/json", "b'{'"), "is not JSON"),
    "files: svg": ("renderer", file("a.svg", "image/svg+xml", "b'<svg>'"), "is not well-formed XML"),
    "files: pdf": ("renderer", file("a.pdf", "application/pdf", "b'PDF'"), "does not begin as"),
    "files: docx": ("renderer", file("a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "b'PK'"), "not a zip archive"),
    "files: text": ("renderer", file("a.csv", "text/csv", "'ö'.encode('latin-1')"), "is not UTF-8"),
    "files: empty": ("renderer", file("a.txt", "text/plain", "b''"), "is empty"),
    "files: name": ("renderer", file("../a.txt", "text/plain", TITLE), "is not a file name"),
    "files: media": ("renderer", file("a.txt", "plain", TITLE), "for a media type"),
    "files: str": ("renderer", file("a.txt", "text/plain", "model.title"), "encode it to bytes"),
    "files: twice": ("renderer", source("renderer", ("encode()),)", "encode()),) * 2")), "two files with the name"),
    "files: none": ("renderer", source("renderer", ("encode()),)", "encode()),) * 0")), "returns no file"),
    "same-results: count": (
        "renderer",
        source("renderer", (TITLE, "SEEN.append(1) or str(len(SEEN)).encode()"), more="SEEN = []\n"),
        "another result the second time",
    ),
    "same-results: hash": (
        "renderer",
        source("renderer", (TITLE, "str(hash(model.title)).encode()")),
        "in another process",
    ),
    "unchanged": ("renderer", done("object.__setattr__(model, 'title', model.title + 'x')"), "changes its arguments"),
    "pure: write": ("renderer", done("open('written.txt', 'w')"), "kent.title', an empty report; a small report; a huge report; and 1 more: writes the file written.txt"),
    "pure: delete": ("renderer", done("os.remove('written.txt')"), "changes files (os.remove)"),
    "pure: program": ("renderer", done("__import__('subprocess').run(['true'])"), "runs a program"),
    "pure: network": ("renderer", done("__import__('socket').socket()"), "uses the network"),
    "pure: environment": ("renderer", done("os.environ.get('HOME')"), "reads the environment (HOME)"),
    "pure: bytes": ("renderer", done("os.environb.get(b'HOME')"), "environment (HOME)"),
    "pure: all": ("renderer", done("dict(os.environ)"), "reads the environment (all of it)"),
    "pure: getenv": ("renderer", done("os.getenv('HOME')"), "reads the environment (HOME)"),
    "found: section": ("section", source("section", ("[Section", "[1/0, Section")), "ZeroDivisionError"),
    "answers: no section": ("section", source("section", (SECTION, "return 'Plans'")), "returns a str: return a `Section`"),
    "answers: block": ("section", source("section", ("(Bullets(plans),)", "('x',)"), (SHOWN, NO_EXAMPLE)), "a str in the blocks of a Section"),
    "sections: ids": ("section", source("section", (BLOCKS, f"{BLOCKS}, (Section('plan', 'A'),)")), "the section 'plan' is not named after 'sample'"),
    "sections: twice": ("section", source("section", (BLOCKS, f"{BLOCKS}, (Section('sample', 'A'),)")), "2 of its sections have the id 'sample'"),
    "sections: fact": ("section", source("section", ("(plan.title))", "(plan.title), ('indicator/x',))")), "names the fact 'indicator/x'"),
    "sections: escaped": ("section", source("section", ("(context.words(plan.title))", "(escape(context.words(plan.title)))"), more="from html import escape\n"), "texts that need escaping: it escapes text"),
    "pure: section": ("section", source("section", ("    plans =", "    os.getenv('HOME')\n    plans =")), "reads the environment (HOME)"),
    "unchanged: section": ("section", source("section", ("    plans =", "    object.__setattr__(context, 'made_by', context.made_by + 'x')\n    plans =")), "changes its arguments"),
    "errors: section": ("section", source("section", ("    plans =", "    context.plans[0]\n    plans =")), "an area without documents: raises IndexError at"),
    "portfolios: section": ("section", source("section", ("    plans =", "    {}[context.evaluation.as_at.year]\n    plans =")), "raises KeyError at __init__.py"),
    "portfolios": (
        "check",
        source(
            "check",
            (
                "    for each in context.priorities",
                "    if any('governance' in each.id for each in context.portfolio.documents):\n        raise KeyError('Ann, aged 9')\n    for each in context.priorities",
            ),
        ),
        "raises KeyError at __init__.py:19 on 25 of 25 generated portfolios: `@given",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_plug_in_gets_advice(site: Path, module: str, name: str) -> None:
    """Each check finds its fault in a made-up plug-in, and names the contribution."""
    kind, text, fragment = BROKEN[name]
    (site / "duckdb.py").touch()
    put(site, module, text, kind)
    result = problems(site, name.partition(":")[0])
    assert result
    assert any(fragment in item for item in result), result
    assert all("kent" in item for item in result)
    assert "Ann" not in "".join(result)
    assert not Path("written.txt").exists()


def test_every_check_is_broken_here() -> None:
    """There is a broken plug-in for each check; those of files have tests of their own."""
    broken = {item.partition(":")[0] for item in BROKEN}
    assert {*CONFORMANCE} - broken == {"discovery", "types", "data", "wheel"}


def test_imports_at_discovery_are_reported(site: Path, module: str) -> None:
    """A module of the plug-in that discovery imports is named."""
    put(site, module, source("check"), "check")
    under_test = plugin_under_test("kent", [str(site)])
    assert under_test.contributions
    assert _at_discovery(under_test, frozenset(sys.modules)) == []
    assert _at_discovery(under_test, frozenset()) == [module]
    assert _at_import(under_test, frozenset()) == []


def test_a_package_without_a_marker_is_reported(site: Path, module: str) -> None:
    """A package with code and no ``py.typed`` is named."""
    put(site, module, source("check"), "check")
    (site / module / "py.typed").unlink()
    (result,) = problems(site, "types")
    assert f"the package {module} has no file py.typed" in result


def test_data_documents_are_checked(site: Path, module: str) -> None:
    """A document that is not JSON, a foreign id, and code in a data package are reported."""
    put(site, module, source("check"), "check")
    points = site / "sendframe_kent-1.2.0.dist-info" / "entry_points.txt"
    points.write_text(f"[sendframe.data]\nkent = {module}_data\n", encoding="utf-8")
    folder = site / f"{module}_data"
    folder.mkdir()
    (folder / "__init__.py").write_text("x = 1", encoding="utf-8")
    (folder / "broken.json").write_text("{", encoding="utf-8")
    board = Path(__file__).parents[3] / "src" / "sendframe_data" / "profiles" / "board.json"
    (folder / "board.json").write_bytes(board.read_bytes())
    result = "\n".join(problems(site, "data"))
    for item in ("broken.json is not valid", "board.json has the id board", "contains code"):
        assert item in result


def test_a_plug_in_with_data_only_passes(site: Path, module: str) -> None:
    """A plug-in with documents and no code passes the checks of documents."""
    install(site, "sendframe-kent", "unused", "", f"[sendframe.data]\nkent = {module}\n")
    folder = site / module
    folder.mkdir()
    board = Path(__file__).parents[3] / "src" / "sendframe_data" / "profiles" / "board.json"
    text = board.read_text(encoding="utf-8").replace('"id": "board"', '"id": "kent.board"')
    (folder / "board.json").write_text(text, encoding="utf-8")
    results = check_plugin("kent", paths=[site])
    assert [result.problems for result in results if result.problems] == []


def test_a_plug_in_for_another_sendframe_is_reported(site: Path, module: str) -> None:
    """A plug-in that needs another version of sendframe is a problem with that version."""
    points = f"[sendframe.checks]\nkent = {module}\n"
    text = source("check")
    install(site, "sendframe-kent", module, text, points, requires="sendframe>=99")
    (result,) = problems(site, "found")
    assert "needs sendframe >=99" in result


def test_the_portfolio_check_is_skipped_without_hypothesis(
    site: Path, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where Hypothesis is not installed, one check is skipped with what to install."""
    put(site, module, source("check"), "check")
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    monkeypatch.delitem(sys.modules, "sendframe.testing._portfolio_check", raising=False)
    reason = _result("portfolios", plugin_under_test("kent", [str(site)])).skipped_reason
    assert reason == "Hypothesis is missing: `python -m pip install hypothesis`"


def test_an_unknown_plug_in_is_an_error(site: Path) -> None:
    """A name that no plug-in has raises an error that names it."""
    with pytest.raises(UnknownName, match="kent"):
        check_plugin("kent", paths=[site])


def test_a_plug_in_is_found_by_each_of_its_names() -> None:
    """A plug-in is found by its entry point, by the first part of it, or by its distribution."""
    names = ("plain.text", "plain", "sendframe-plain")
    assert len({plugin_under_test(name).plugins for name in names}) == 1


def test_the_class_has_a_method_for_each_check() -> None:
    """Each check is a test method with a docstring; the plug-in is not searched for yet."""
    made = conformance("nobody")
    names = [item for item in vars(made) if item.startswith("test_")]
    assert len(names) == len(CONFORMANCE)
    assert all(getattr(made, name).__doc__ for name in names)
    assert "test_wheel" not in vars(conformance("nobody", wheel=False))


def test_the_class_fails_and_skips(site: Path, module: str) -> None:
    """A method fails with the problems as they are, and skips with the reason."""
    put(site, module, source("check", (" -> list[Check]", "")), "check")
    made = conformance("kent", paths=[site])()
    with pytest.raises(pytest.fail.Exception, match="does not declare what it returns"):
        made.test_hooks()
    with pytest.raises(pytest.skip.Exception, match="was not installed from a folder"):
        made.test_wheel()
    made.test_found()
