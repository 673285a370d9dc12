"""Jobs on whole portfolios: both examples from the folder to every report, stage by stage."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from statistics import median
from time import perf_counter
from typing import Any

import attrs
import jinja2

from benchmarks.make_documents import EXAMPLE
from benchmarks.measure import Effort, in_turns, memory_of
from benchmarks.pipeline import built, catalogue, chosen, disclosed, rendered, whole
from benchmarks.rows import Row, compared, milliseconds, row_of
from sendframe.documents import load_folder
from sendframe.reports import ReportModel

__all__ = ["all_pages", "plain_page", "report_rows"]

EXAMPLES = EXAMPLE.parent
NAMES = ("herefordshire", "wyeford")
FLAT = 1.0  # bytes a document
SOON = 1.0  # seconds
WARM = 40  # reports, until Python's own stores of small objects are full

PAGE = """<!doctype html><html lang="en-GB"><title>{{ model.title }}</title>
{%- macro line(item) %}{{ item.label }} {{ item.text }} {{ item.note }}{% endmacro %}
{%- macro blocks(all) %}{%- for block in all %}
{%- if block.caption is defined %}<table><caption>{{ block.caption }}</caption><tr>
{%- for name in block.columns %}<th>{{ name }}</th>{% endfor %}</tr>
{%- for row in block.rows %}<tr>{% for cell in row %}<td>{{ cell.strong }} {{ cell.text }} {{ cell.note }}
{%- if cell.mark %} {{ cell.mark.label }}{% endif %}
{%- for more in cell.more %} {{ more.text }}{% endfor %}</td>{% endfor %}</tr>{% endfor %}</table>
{%- elif block.columns is defined %}{% for item in block.columns %}{{ blocks(item.blocks) }}{% endfor %}
{%- elif block.sentences is defined %}
<p>{% for item in block.sentences %}{{ line(item) }} {% endfor %}</p>
{%- elif block.items is defined %}<ul>{% for item in block.items %}<li>{{ line(item) }}</li>
{%- endfor %}</ul>{% endif %}{% endfor %}{% endmacro %}
{%- macro part(section) %}<h2>{{ section.title }}</h2>{{ blocks(section.blocks) }}
{%- for item in section.sections %}{{ part(item) }}{% endfor %}{% endmacro %}
<h1>{{ model.title }}</h1>{% for item in model.sections %}{{ part(item) }}{% endfor %}</html>
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
    yield from _all_pages(effort)
    yield _memory(effort)


def all_pages(stages: dict[str, float] | None = None) -> list[ReportModel]:
    """Make every report of Wyeford in HTML and return them as data.

    Args:
        stages: Gets the seconds of each stage.
    """
    clock = _Clock({} if stages is None else stages)
    portfolio = clock.timed("load", partial(load_folder, EXAMPLE))
    shown = clock.timed("evaluate", lambda: disclosed(portfolio, chosen(portfolio)))
    names = tuple(catalogue().profiles)
    models = clock.timed("build", lambda: [built(shown, name) for name in names])
    clock.timed("render", lambda: [rendered(model, "html") for model in models])
    return models


def _all_pages(effort: Effort) -> Iterator[Row]:
    """Compare all reports of Wyeford with a program for them alone, and yield each stage."""
    from benchmarks.peer_page import page  # its libraries are not always there

    models = all_pages()
    job = "All reports of Wyeford in HTML"
    calls = attrs.evolve(effort, calls=min(effort.calls, 7))
    for peer, theirs in (
        ("pandas, matplotlib and Jinja2: from finished figures", lambda: [*map(page, models)]),
        ("Jinja2, the words alone: from finished figures", lambda: [*map(plain_page, models)]),
    ):
        pair = in_turns(all_pages, theirs, calls)
        yield compared(job, peer, milliseconds(pair.ours), milliseconds(pair.theirs), pair.ratio)
    runs: list[dict[str, float]] = []
    for _ in range(calls.calls):
        runs.append({})
        all_pages(runs[-1])
    total = median(sum(run.values()) for run in runs)
    yield Row(job, "none", milliseconds(total), target=f"≤ {SOON:g} s", met=total <= SOON)
    for stage in runs[0]:
        seconds = median(run[stage] for run in runs)
        share = f"{milliseconds(seconds)} ({seconds / total:.0%})"
        yield Row(f"{job}, share of each stage", f"none: {stage}", share)


@attrs.frozen
class _Clock:
    """Measures named stages.

    Attributes:
        seconds: The seconds of each stage.
    """

    seconds: dict[str, float]

    def timed(self, stage: str, job: Callable[[], Any]) -> Any:
        """Do a job, note how long it took, and return its result."""
        start = perf_counter()
        made = job()
        self.seconds[stage] = perf_counter() - start
        return made


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
    clock = _Clock({})
    timed = clock.timed
    portfolio = timed("load", lambda: load_folder(EXAMPLES / name))
    figures = timed("choose figures", lambda: chosen(portfolio))
    shown = timed("hide and evaluate", lambda: disclosed(portfolio, figures))
    for profile in catalogue().profiles:
        model = timed(f"build {profile}", partial(built, shown, profile))
        for format_ in catalogue().renderers:
            timed(f"render {profile} as {format_}", partial(rendered, model, format_))
    return clock.seconds


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
