"""Plug-ins that are made up, as text: a good one of each kind, and what breaks it."""

import textwrap
from pathlib import Path

from tests.unit.plugins.fake import install

__all__ = ["GOOD", "KINDS", "put", "source"]

GROUPS = {
    "check": "checks",
    "indicator": "indicators",
    "reader": "readers",
    "renderer": "renderers",
    "rule": "scoring_rules",
    "section": "sections",
}
KINDS = tuple(GROUPS)

_HEAD = '''
import os
from collections.abc import Iterator
from datetime import date

import attrs

from sendframe.plugins import (Account, Check, CheckContext, DerivedContext, DerivedIndicator, Diagnostic, Example, Import, Indicator, LeftOut, Location, NoOptions, Reader, ReaderSource, Refusal, RenderedFile, Renderer, ReportModel, Score, ScoringContext, ScoringRule, Section, SectionKind, Sentence, Bullets, Text, hookimpl, parse_period)
from sendframe.plugins.sections import BuildContext, ProfileSection
from sendframe.testing import scoring_context, section_context

MANUAL = """It says what there is, and nothing else: it is made up for a test, and refuses where
nothing is. Source: nobody."""
EXAMPLES = ()
OPTIONS = NoOptions
'''

GOOD = {
    "check": """
def run(context: CheckContext) -> Iterator[Diagnostic]:
    for each in context.priorities:
        yield context.diagnostic("a priority is there", at=each)

@hookimpl.checks
def hook() -> list[Check]:
    return [Check("kent.one", "Seen", MANUAL, run, options=OPTIONS, examples=EXAMPLES)]
""",
    "indicator": """
UNIT = "percent"
ABOUT = Indicator(id="kent.share", title=Text(default="Share"), unit=UNIT, direction="higher")

def compute(facts: DerivedContext) -> float | Refusal:
    whole = facts.points.get("kent.whole")
    if whole is None or not whole.value:
        return facts.refuse("There is no whole.")
    return facts.value("kent.part") / whole.value * 100

CONTEXT = DerivedContext(
    indicator=ABOUT, period=parse_period("calendar_year", "2024"), points={}, options=NoOptions(),
    as_at=date(2026, 1, 31), made_by="kent",
)
EXAMPLES = (Example("Nothing gives nothing.", (CONTEXT,), CONTEXT.refuse("There is no whole.")),)

@hookimpl.indicators
def hook() -> list[DerivedIndicator]:
    needs = ("kent.part", "kent.whole")
    return [DerivedIndicator("kent.share", "Share", MANUAL, compute, needs, OPTIONS, EXAMPLES)]
""",
    "reader": """
def read(source: ReaderSource, options: object) -> Import:
    try:
        lines = source.stream.read().decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        return refused(source, "the file is not UTF-8")
    if not lines:
        return refused(source, "the file is empty")
    return Import(account=Account(len(lines), 0, (LeftOut("not needed", len(lines), 1),)))

def refused(source: ReaderSource, why: str) -> Import:
    return Import(diagnostics=(Diagnostic("kent.lines", why, Location(source.name)),))

EXAMPLES = (
    Example("A line.", (b"one\\n",), Import(account=Account(1, 0, (LeftOut("not needed", 1, 1),)))),
)

@hookimpl.readers
def hook() -> list[Reader]:
    return [Reader("kent.lines", "Lines", MANUAL, read, OPTIONS, EXAMPLES)]
""",
    "renderer": """
def render(model: ReportModel, options: object) -> tuple[RenderedFile, ...]:
    return (RenderedFile("title.txt", "text/plain", model.title.encode()),)

@hookimpl.renderers
def hook() -> list[Renderer]:
    return [Renderer("kent.title", "Title", MANUAL, render, OPTIONS, EXAMPLES)]
""",
    "rule": """
def score(context: ScoringContext) -> Score | Refusal:
    if context.latest is None or context.latest.value is None:
        return context.refuse("There is no figure.")
    return context.score(
        band="seen", label="seen", tone="neutral", statement="There is a figure.",
        formula="figure is there", source="nobody", facts=(context.latest.fact,),
    )

def score_all(contexts):
    return [score(each) for each in contexts]

TOLD = scoring_context([None], rule="kent.seen")
EXAMPLES = (Example("A symbol is no figure.", (TOLD,), TOLD.refuse("There is no figure.")),)

@hookimpl.scoring_rules
def hook() -> list[ScoringRule]:
    return [ScoringRule("kent.seen", "Seen", MANUAL, score, OPTIONS, EXAMPLES, score_all)]
""",
    "section": """
def build(context: BuildContext, section: ProfileSection, options: object) -> Section | None:
    plans = tuple(Sentence(context.words(plan.title)) for plan in context.plans)
    return Section(section.id, context.words(section.title), (Bullets(plans),)) if plans else None

SEEN = section_context()
PLANS = Section("sample", "Sample", (Bullets((Sentence("SEND strategy"),)),))
EXAMPLES = (Example("Each plan is listed.", (SEEN,), PLANS),)

@hookimpl.sections
def hook() -> list[SectionKind]:
    return [SectionKind("kent.plans", "Plans", MANUAL, build, OPTIONS, EXAMPLES)]
""",
}


def source(kind: str, *changes: tuple[str, str], more: str = "") -> str:
    """Return the good plug-in of a kind with some of its text replaced.

    Args:
        kind: A key of `GOOD`.
        changes: Old and new text; each old one stands there.
        more: Lines that stand before the hook is implemented.
    """
    text = _HEAD + more + GOOD[kind]
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


def put(site: Path, module: str, text: str, *kinds: str) -> None:
    """Install a plug-in called kent, as a package with ``py.typed``."""
    points = "".join(f"[sendframe.{GROUPS[kind]}]\nkent = {module}\n" for kind in kinds)
    install(site, "sendframe-kent", module, "", points)
    (site / f"{module}.py").unlink()
    package = site / module
    package.mkdir()
    (package / "py.typed").touch()
    (package / "__init__.py").write_text(textwrap.dedent(text), encoding="utf-8")
