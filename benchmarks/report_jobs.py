"""Jobs on whole portfolios: both examples from the folder to every report, stage by stage."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from statistics import median
from time import perf_counter
from typing import Any

import jinja2

from benchmarks.make_documents import EXAMPLE
from benchmarks.measure import Effort, in_turns, memory_of
from benchmarks.pipeline import built, catalogue, chosen, disclosed, rendered, whole
from benchmarks.rows import Row, milliseconds, row_of
from sendframe.documents import load_folder
from sendframe.reports import ReportModel

__all__ = ["plain_page", "report_rows"]

EXAMPLES = EXAMPLE.parent
NAMES = ("herefordshire", "wyeford")
FLAT = 1.0  # bytes a document
WARM = 40  # reports, until Python's own stores of small objects are full

PAGE = """<!doctype html><html lang="en-GB"><title>{{ model.title }}</title>
{%- macro sentences(all) %}{% for each in all %}{{ each.text }} {% endfor %}{% endmacro %}
{%- macro part(section) %}<h2>{{ section.title }}</h2>
{%- for block in section.blocks %}
{%- if block.rows is defined %}<table><caption>{{ block.caption }}</caption><tr>
{%- for name in block.columns %}<th>{{ name }}</th>{% endfor %}</tr>
{%- for row in block.rows %}<tr>{% for cell in row %}<td>{{ cell.text }}
{%- if cell.mark %} {{ cell.mark.label }}{% endif %}</td>{% endfor %}</tr>{% endfor %}</table>
{%- elif block.sentences is defined %}<p>{{ sentences(block.sentences) }}</p>
{%- elif block.items is defined %}<ul>{% for each in block.items %}<li>{{ each.text }}</li>
{%- endfor %}</ul>{% endif %}{% endfor %}
{%- for each in section.sections %}{{ part(each) }}{% endfor %}{% endmacro %}
<h1>{{ model.title }}</h1>{% for each in model.sections %}{{ part(each) }}{% endfor %}</html>
"""
"""The words of a report and nothing else: no charts, no marks, no facts, no style."""


@cache
def _page() -> jinja2.Template:
    return jinja2.Environment(autoescape=True).from_string(PAGE)


def plain_page(model: ReportModel) -> bytes:
    """Render the words of a report with a plain template of Jinja2."""
    return _page().render(model=model).encode()


def report_rows(effort: Effort) -> Iterator[Row]:
    """Measure both examples, each profile and each format."""
    for name in NAMES:
        yield from _stages(name, effort)
    for name in NAMES:
        shown = disclosed(portfolio := load_folder(EXAMPLES / name), chosen(portfolio))
        for profile in catalogue().profiles:
            model = built(shown, profile)
            pair = in_turns(partial(rendered, model, "html"), partial(plain_page, model), effort)
            peer = f"Jinja2, the words alone ({name}, {profile})"
            yield row_of("Report as HTML", peer, pair)
    yield _memory(effort)


def _stages(name: str, effort: Effort) -> Iterator[Row]:
    """Yield the time of everything, and the share of each stage."""
    whole(EXAMPLES / name)
    runs = [_run(name) for _ in range(min(effort.calls, 7))]
    times = {stage: median(run[stage] for run in runs) for stage in runs[0]}
    total = sum(times.values())
    peer = f"none: {name}"
    yield Row("Report of an example, from folder to files", peer, milliseconds(total))
    for stage, seconds in times.items():
        share = f"{milliseconds(seconds)} ({seconds / total:.0%})"
        yield Row("Report of an example, share of each stage", f"none: {name}, {stage}", share)


def _run(name: str) -> dict[str, float]:
    """Return the seconds of each stage of one run."""
    times: dict[str, float] = {}

    def timed(stage: str, job: Callable[[], Any]) -> Any:
        start = perf_counter()
        made = job()
        times[stage] = perf_counter() - start
        return made

    portfolio = timed("load", lambda: load_folder(EXAMPLES / name))
    figures = timed("choose figures", lambda: chosen(portfolio))
    shown = timed("hide and evaluate", lambda: disclosed(portfolio, figures))
    for profile in catalogue().profiles:
        model = timed(f"build {profile}", partial(built, shown, profile))
        for format_ in catalogue().renderers:
            timed(f"render {profile} as {format_}", partial(rendered, model, format_))
    return times


def _memory(effort: Effort) -> Row:
    """Return what is still held after many reports."""
    size = len(load_folder(EXAMPLE).documents)
    times = max(2, effort.documents // size)

    def run(count: int) -> None:
        for _ in range(count):
            whole(EXAMPLE)

    memory = memory_of(lambda: run(times), lambda: run(min(times, WARM)))
    kept = memory.retained / (times * size)
    shown = f"{kept:.2f} bytes a document ({times:,} reports of {size} documents)"
    return Row(
        "Memory kept after many reports",
        "none: it has to stay constant",
        shown,
        target=f"≤ {FLAT:g} bytes a document",
        met=kept <= FLAT,
    )
