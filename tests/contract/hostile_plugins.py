"""Plug-ins that do everything wrong, as text; written out by the tests, outside collection."""

import textwrap
from pathlib import Path

import attrs

__all__ = ["CHILD", "HOSTILE", "Hostile", "install_good", "write"]

CHILD = "Ann Example, aged 9"
"""A child's name, which no failure may repeat."""

NAME, DISTRIBUTION, VERSION = "evil", "sendframe-evil", "6.6.6"


@attrs.frozen
class Hostile:
    """A plug-in that does something wrong.

    Attributes:
        source: Its module.
        reason: What its failure says; empty where nothing fails.
        points: Its entry points, with ``{module}`` for the module.
        requires: What it requires.
    """

    source: str | bytes
    reason: str = ""
    points: str = "[sendframe.checks]\nevil = {module}\n"
    requires: str = "sendframe>=0.1,<1"


def _check(body: str, *, id_: str = "evil.one", before: str = "", marked: str = "") -> str:
    """Return a module with a check whose run does *body*."""
    return f"""{before}
from sendframe.plugins import Check, hookimpl

def run(context):
{textwrap.indent(textwrap.dedent(body), "    ")}

{marked}
@hookimpl.checks
def checks():
    return [Check({id_!r}, "One", "Says so.", run)]
"""


def _section(body: str, *, id_: str = "evil.one") -> str:
    """Return a module with a kind of section whose builder does *body*."""
    return f"""
from sendframe.plugins import Cell, Section, SectionKind, Table, hookimpl

def build(context, section, options):
{textwrap.indent(body, "    ")}

@hookimpl.sections
def sections():
    return [SectionKind({id_!r}, "One", "Says so.", build)]
"""


SECTIONS = "[sendframe.sections]\nevil = {module}\n"
_SEEN = 'yield context.diagnostic("seen", about="evil")'

HOSTILE: dict[str, Hostile] = {
    "import-error": Hostile("import no_such_thing_at_all", "ModuleNotFoundError"),
    "system-exit": Hostile(f"raise SystemExit({CHILD!r})", "SystemExit"),
    "generator-exit": Hostile(_check(f"raise GeneratorExit({CHILD!r})"), "GeneratorExit"),
    "base-exception": Hostile(
        _check(f"raise Odd({CHILD!r})", before="class Odd(BaseException):\n    pass"), "Odd"
    ),
    "base-exception-at-import": Hostile(f"raise BaseException({CHILD!r})", "BaseException"),
    "changes-the-process": Hostile(
        _check(
            """
            import locale, os, sys
            sys.setrecursionlimit(200)
            locale.setlocale(locale.LC_ALL, "C")
            os.chdir("/")
            os.environ.clear()
            sys.stdout = sys.stderr = None
            return ()
            """,
            before="import sys\nsys.setrecursionlimit(300)",
        )
    ),
    "recursion": Hostile(_check("return run(context)"), "RecursionError"),
    "recursion-at-import": Hostile("def f():\n    f()\nf()", "RecursionError"),
    "late-generator": Hostile(_check(f"{_SEEN}\nraise ValueError({CHILD!r})"), "ValueError"),
    "late-hook": Hostile(
        f"""
from sendframe.plugins import Check, hookimpl

@hookimpl.checks
def checks():
    yield Check("evil.one", "One", "Says so.", lambda context: ())
    raise ValueError({CHILD!r})
""",
        "ValueError",
    ),
    "wrong-type": Hostile(
        'from sendframe.plugins import hookimpl\n\n@hookimpl.checks\ndef checks():\n    return "x"\n',
        "returns a str, not a Check",
    ),
    "wrong-record": Hostile(
        """
from sendframe.plugins import Renderer, hookimpl

@hookimpl.checks
def checks():
    return [Renderer("evil.one", "One", "Says so.", lambda model, options: ())]
""",
        "returns a Renderer, not a Check",
    ),
    "wrong-finding": Hostile(_check('return ["text"]'), "something else than diagnostics"),
    "foreign-code": Hostile(
        _check('from sendframe.plugins import Diagnostic\nyield Diagnostic("SFR301", "x")'),
        "something else than diagnostics of its own code",
    ),
    "undeclared-hook": Hostile(
        _check(_SEEN)
        + """
from sendframe.plugins import Renderer

@hookimpl.renderers
def renderers():
    return [Renderer("evil.html", "HTML", "Says so.", lambda model, options: ())]
""",
        "sendframe_renderers is implemented, but no entry point declares it",
    ),
    "unknown-hook": Hostile(
        """
import pluggy

@pluggy.HookimplMarker("sendframe")(specname="sendframe_everything")
def everything():
    return []
""",
        "it implements a hook that does not exist",
    ),
    "wrapper": Hostile(
        """
import pluggy

@pluggy.HookimplMarker("sendframe")(specname="sendframe_checks", wrapper=True)
def checks():
    yield
    return []
""",
        "sendframe_checks may not be a wrapper",
    ),
    "id-conflict": Hostile(
        _check(_SEEN, id_="kent.one"),
        "settle it with disable",
        points="[sendframe.checks]\nkent = {module}\n",
    ),
    "name-conflict": Hostile(
        _check(_SEEN, id_="kent.two"), points="[sendframe.checks]\nkent = {module}\n"
    ),
    "claims-html": Hostile(
        """
from sendframe.plugins import RenderedFile, Renderer, hookimpl

def render(model, options):
    return (RenderedFile("board.html", "text/html", b"evil"),)

@hookimpl.renderers
def renderers():
    return [Renderer("html", "HTML", "Says so.", render)]
""",
        "its name belongs to sendframe",
        points="[sendframe.renderers]\nhtml = {module}\n",
    ),
    "claims-our-file": Hostile(
        """
from sendframe.plugins import RenderedFile, Renderer, hookimpl

def render(model, options):
    return (RenderedFile("../board.html", "text/html", b"evil"),)

@hookimpl.renderers
def renderers():
    return [Renderer("evil.html", "HTML", "Says so.", render)]
""",
        "not a plain file name",
        points="[sendframe.renderers]\nevil = {module}\n",
    ),
    "too-old": Hostile(_check(_SEEN), "needs sendframe <0.0.1", requires="sendframe<0.0.1"),
    "too-new": Hostile(_check(_SEEN), "needs sendframe >=99", requires="sendframe>=99"),
    "not-utf-8": Hostile(b'x = "\xff\xfe"\n', "SyntaxError"),
    "entry-points-not-utf-8": Hostile(
        _check(_SEEN),
        "its metadata cannot be read",
        points="[sendframe.checks]\n\udcff = {module}\n",
    ),
    "name-of-other-signs": Hostile(
        _check(_SEEN),
        "its name is not made of letters",
        points="[sendframe.checks]\ne\u202evil = {module}\n",
    ),
    "mutates-its-input": Hostile(
        _check("context.indicators.clear()\ncontext.portfolio.documents.clear()"),
        "AttributeError",
    ),
    "changes-a-value": Hostile(
        _check("context.portfolio.manifest.id = 'evil'\nreturn ()"), "FrozenInstanceError"
    ),
    "writes-a-file": Hostile(
        _check('from pathlib import Path\nPath("evil.txt").write_text("evil")\nreturn ()')
    ),
    "prints": Hostile(
        _check(
            f"import sys\nprint({CHILD!r})\nprint({CHILD!r}, file=sys.stderr)\nreturn ()",
            before=f"print({CHILD!r})",
        )
    ),
    "property-that-raises": Hostile(
        f"""
from sendframe.plugins import Check, hookimpl

class Evil:
    @property
    def id(self):
        raise RuntimeError({CHILD!r})
    __class__ = Check

@hookimpl.checks
def checks():
    return [Evil()]
""",
        "not a Check",
    ),
    "module-that-raises": Hostile(
        """
from sendframe.plugins import Check, hookimpl

class Evil:
    def __getattribute__(self, name):
        raise RuntimeError(name)

evil = Evil()
"""
        + _check(_SEEN)
    ),
    "lru-cache": Hostile(
        _check("return ()").replace(
            "@hookimpl.checks", "from functools import lru_cache\n\n@hookimpl.checks\n@lru_cache"
        ),
        "is not implemented by a plain function",
    ),
    "keyword-only": Hostile(
        _check("return ()").replace("def checks():", "def checks(*, config):"), "TypeError"
    ),
    "argument": Hostile(
        _check("return ()").replace("def checks():", "def checks(config):"),
        "PluginValidationError",
    ),
    "message-with-a-name": Hostile(_check(f"raise KeyError({CHILD!r})"), "KeyError"),
    "class-with-a-name": Hostile(
        _check(f"raise type({CHILD!r}, (Exception,), {{}})()"), "Exception"
    ),
    "record-with-a-name": Hostile(
        f"""
from sendframe.plugins import hookimpl

@hookimpl.checks
def checks():
    return [type({CHILD!r}, (), {{}})()]
""",
        "returns something else, not a Check",
    ),
    "late-options": Hostile(
        _check("return ()").replace('"Says so.", run', '"Says so.", run, options=dict'),
        "options that are no attrs class",
    ),
    "section-import-error": Hostile(
        "import no_such_thing_at_all", "ModuleNotFoundError", points=SECTIONS
    ),
    "section-raises": Hostile(
        _section(f"raise ValueError({CHILD!r})"), "ValueError", points=SECTIONS
    ),
    "section-exits": Hostile(_section("raise SystemExit(3)"), "SystemExit", points=SECTIONS),
    "section-recursion": Hostile(
        _section("return build(context, section, options)"), "RecursionError", points=SECTIONS
    ),
    "section-of-another-type": Hostile(
        _section("return {'id': section.id}"), "it returns a dict, not a Section", points=SECTIONS
    ),
    "section-with-a-wrong-block": Hostile(
        _section(f"return Section(section.id, 'One', ({CHILD!r},))"),
        "a str in the blocks of a Section",
        points=SECTIONS,
    ),
    "section-with-a-short-row": Hostile(
        _section("return Section(section.id, 'One', (Table('One', ('A', 'B'), ((Cell('a'),),)),))"),
        "a row with more or fewer cells than columns",
        points=SECTIONS,
    ),
    "section-mutates-its-input": Hostile(
        _section("context.evaluation.facts.clear()"), "AttributeError", points=SECTIONS
    ),
    "section-changes-the-context": Hostile(
        _section("context.made_by = 'evil'"), "FrozenInstanceError", points=SECTIONS
    ),
    "section-prints": Hostile(_section(f"print({CHILD!r})\nreturn None"), points=SECTIONS),
    "section-that-claims-ours": Hostile(
        _section("return None", id_="method"),
        "its name belongs to sendframe",
        points="[sendframe.sections]\nmethod = {module}\n",
    ),
    "section-with-late-options": Hostile(
        _section("return None").replace('"Says so.", build', '"Says so.", build, options=dict'),
        "options that are no attrs class",
        points=SECTIONS,
    ),
}


def _distribution(folder: Path, name: str, version: str, points: str, requires: str) -> None:
    info = folder / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True)
    head = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    (info / "METADATA").write_text(f"{head}Requires-Dist: {requires}\n", encoding="utf-8")
    (info / "entry_points.txt").write_bytes(points.encode("utf-8", "surrogateescape"))


def write(folder: Path, key: str) -> None:
    """Write one hostile plug-in into a folder that stands for site-packages."""
    hostile, module = HOSTILE[key], f"evil_{key.replace('-', '_')}"
    points = hostile.points.format(module=module)
    _distribution(folder, DISTRIBUTION, VERSION, points, hostile.requires)
    data = hostile.source if isinstance(hostile.source, bytes) else hostile.source.encode()
    (folder / f"{module}.py").write_bytes(data)


GOOD = '''
"""A check, a rule, a kind of section and a renderer that do what they should."""

from sendframe.plugins import (Bullets, Check, RenderedFile, Renderer, ScoringRule, Section,
    SectionKind, Sentence, hookimpl)


def run(context):
    for priority in context.priorities:
        yield context.diagnostic(f"seen {priority.id}", at=priority, about=priority.id)


def score(context):
    return context.score(
        band="seen", label="seen", tone="neutral", statement="It is seen.",
        formula="seen", source="example",
    )


def render(model, options):
    return (RenderedFile(f"{model.profile}-kent.txt", "text/plain", model.title.encode()),)


def build(context, section, options):
    titles = tuple(Sentence(context.words(plan.title)) for plan in context.plans)
    return Section(section.id, "Plans", (Bullets(titles),))


@hookimpl.checks
def checks():
    return [Check("kent.one", "One", "Says so.", run)]


@hookimpl.sections
def sections():
    return [SectionKind("kent.plans", "Plans", "Says so.", build)]


@hookimpl.scoring_rules
def rules():
    return [ScoringRule("kent.seen", "Seen", "Says so.", score)]


@hookimpl.renderers
def renderers():
    return [Renderer("kent.title", "Title", "Says so.", render)]
'''


def install_good(folder: Path) -> None:
    """Write a plug-in that does what it should."""
    points = "".join(
        f"[sendframe.{each}]\nkent = sendframe_good_kent\n"
        for each in ("checks", "scoring_rules", "sections", "renderers")
    )
    _distribution(folder, "sendframe-kent", "1.0.0", points, "sendframe>=0.1,<1")
    (folder / "sendframe_good_kent.py").write_text(GOOD, encoding="utf-8")
