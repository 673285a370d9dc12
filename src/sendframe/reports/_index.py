"""An index of reports that were made together, by the time a reader has."""

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from sendframe.language import N_
from sendframe.language import gettext as _

from ._report_model import Bullets, Link, ReportModel, Section, Sentence

__all__ = ["INDEX", "NO_WORDS", "index_of", "minutes_to_read"]

INDEX = "index"
"""The profile of the index, and the name of its file."""

WORDS_A_MINUTE = 230
"""Words of plain prose that an adult reads in a minute: Brysbaert (2019), 238."""

_TIMES = ((3, N_("A few minutes")), (15, N_("A quarter of an hour")))
_LONGEST = N_("To look things up")
NO_WORDS = frozenset({
    "anchor", "chart", "facts", "id", "kind", "language", "profile", "shape", "style", "tone", "typed",
    "weight",
})  # fmt: skip
"""Fields of a report that hold no words that are printed."""


def index_of(models: Iterable[ReportModel]) -> ReportModel | None:
    """Return a report that leads to others, the shortest first; None for fewer than two."""
    reports = sorted(models, key=lambda model: (_words_in(model.sections), model.profile))
    if len(reports) < 2 or any(model.profile == INDEX for model in reports):  # noqa: PLR2004  # one needs no index
        return None
    first = reports[0]
    by_time: dict[str, list[Sentence]] = {}
    for model in reports:
        minutes = minutes_to_read(model)
        heading = _(next((name for most, name in _TIMES if minutes <= most), _LONGEST))
        title = model.title.removeprefix(f"{model.area}: ")
        handling = _("Public.") if model.public else model.handling_mark
        note = f"{model.subtitle}. {handling}".strip()
        text = f"{title[:1].upper()}{title[1:]}"
        entry = Sentence(text, link=Link("", model.profile), note=note)
        by_time.setdefault(heading, []).append(entry)
    sections = tuple(
        Section(f"time-{number}", heading, (Bullets(tuple(entries)),))
        for number, (heading, entries) in enumerate(by_time.items(), 1)
    )
    return attrs.evolve(
        first,
        profile=INDEX,
        title=_("{area}: reports", area=first.area),
        subtitle=_("By the time you have"),
        sections=sections,
        handling_mark="" if all(model.public for model in reports) else first.handling_mark,
        public=all(model.public for model in reports),
    )


def minutes_to_read(model: ReportModel) -> int:
    """Return how many minutes it takes to read a report, at least one."""
    return max(1, round(_words_in(model.sections) / WORDS_A_MINUTE))


def _words_in(part: object) -> int:
    return sum(len(text.split()) for text in _texts(part))


def _texts(part: Any) -> Iterator[str]:
    """Yield the texts of a part of a report, those of pictures left out."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for member in part:
            yield from _texts(member)
    elif attrs.has(type(part)):
        for field in attrs.fields(type(part)):
            if field.name not in NO_WORDS:
                yield from _texts(getattr(part, field.name))
