"""Keep a report to the pages and words of its budget; what that leaves out is counted."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import attrs

from sendframe.language import gettext as _
from sendframe.language import ngettext
from sendframe.model import Budget

from ._printed_pages import TITLE, pages_of, paper_of, words_in
from ._report_model import Paragraph, ReportModel, Section, Sentence
from ._shortened import Limits, Shortener

__all__ = ["fitted"]

_RUNNING_HEAD = ("Wyeford", "31 January 2026", "page 1 of 4")
"""As many words as stand at the edges of a page, beside its marks and notices."""

_BREAKS = 0.04
"""Share of a page that is kept free at each end of a page that sections go on over."""

_LONG = 700
"""Letters of about half a page in a narrow column: longer texts give way first."""

_SPARE = 0.01
"""So much more may be estimated for what is not cut: what is printed is less high than that."""

_LIMITS = (
    *(Limits(entries, _LONG) for entries in (None, 40, 30, 24, 20, *range(16, 1, -1))),
    *(Limits(2, 350), Limits(1, 350), Limits(1, 200), Limits(1, 120)),
    *(Limits(1, 120, beside) for beside in (6, 5, 4, 3, 2, 1)),
    *(Limits(1, 120, 1, parts) for parts in (12, 8, 6, 5, 4, 3, 2, 1)),
)
"""What is tried in turn: each leaves out no less than the one before.

First long texts end earlier, then the longest lists give way, whose last entries matter least, then
all texts, and at the end parts.
"""


def fitted(model: ReportModel, budget: Budget | None) -> ReportModel:
    """Return a report that keeps to a budget of pages, as far as they can be estimated.

    The sections from one that begins a page to the next have pages of their own, and those that
    need most get the pages that are left. A section of which something is left out says how much.
    Words are counted on a first page that ends where a section begins a page.

    Args:
        model: The report.
        budget: Its budget; without one of pages nothing is left out.
    """
    if budget is None or budget.pages is None or not model.sections:
        return model
    groups = list(_groups(model.sections, budget.pages))
    sizes = [_pages(group, model, number) for number, group in enumerate(groups)]
    words = None
    if budget.words_on_page_one is not None:
        around = (model.title, model.subtitle, model.handling_mark, model.notice, *_RUNNING_HEAD)
        words = budget.words_on_page_one - words_in(around)
    made: list[Section] = []
    for number, share in enumerate(_shares(sizes, budget.pages)):
        limit = words if number == 0 and share == 1 else None
        place = _Place(model, number, share, limit, budget.pages)
        made += (
            groups[number]
            if place.holds(groups[number], _SPARE)
            else place.shortened(groups[number])
        )
    return attrs.evolve(model, sections=tuple(made))


def _groups(sections: Sequence[Section], most: int) -> Iterator[list[Section]]:
    """Yield the sections from one that begins a page to the next; the last group has the rest."""
    group: list[Section] = []
    pages = 1
    for section in sections:
        if section.starts_page and group and pages < most:
            yield group
            group, pages = [], pages + 1
        is_free = not group or not section.starts_page
        group.append(section if is_free else attrs.evolve(section, starts_page=False))
    yield group


def _pages(sections: Sequence[Section], model: ReportModel, number: int) -> float:
    return pages_of(sections, paper_of(model), used=0.0 if number else TITLE)


def _shares(sizes: Sequence[float], most: int) -> list[int]:
    """Return how many pages each group has.

    Examples:
        >>> _shares([0.9, 3.4, 0.8], 6)
        [1, 4, 1]
        >>> _shares([1.6, 12.4, 3.8], 6)
        [1, 4, 1]
    """
    shares = [1] * len(sizes)
    for __ in range(most - len(sizes)):
        needs = [size / share for size, share in zip(sizes, shares, strict=True)]
        if max(needs) > 1:
            shares[needs.index(max(needs))] += 1
    return shares


@attrs.frozen
class _Place:
    """The pages of some sections.

    Attributes:
        model: The report.
        number: How many groups of sections stand before.
        pages: How many pages there are for them.
        words: How many words there may be; None for any number.
        budget: Pages of the report.
    """

    model: ReportModel
    number: int
    pages: int
    words: int | None
    budget: int

    def holds(self, sections: Sequence[Section], spare: float = 0.0) -> bool:
        """Whether sections fit; *spare* is a share of a page that may be estimated too much."""
        if self.words is not None and words_in(sections) > self.words:
            return False
        most = self.pages - _BREAKS * (self.pages - 1)
        return _pages(sections, self.model, self.number) <= most + spare

    def shortened(self, group: Sequence[Section]) -> list[Section]:
        """Return sections shortened just as much as their pages need."""
        flowing = list(map(_without_breaks, group))

        def limited(limits: Limits) -> list[Section]:
            return [self._limited(section, limits) for section in flowing]

        number = bisect_left(_LIMITS, 1, key=lambda limits: self.holds(limited(limits)))
        shown = limited(_LIMITS[min(number, len(_LIMITS) - 1)])
        kept = len(shown)
        while kept > 1 and not self.holds(self._first(shown, kept)):
            kept -= 1
        return self._first(shown, kept)

    def _first(self, sections: list[Section], kept: int) -> list[Section]:
        """Return so many sections, the last of which says how many others there are."""
        left = len(sections) - kept
        if not left:
            return sections
        return [*sections[: kept - 1], self._noted(sections[kept - 1], parts=left)]

    def _limited(self, section: Section, limits: Limits) -> Section:
        """Return a section with what the limits allow, and with the number of what they do not."""
        shortener = Shortener(limits)
        shown = shortener.section(section)
        if shortener.left_out:
            shown = self._noted(shown, entries=shortener.left_out)
        if shortener.cut:
            text = ngettext(
                "{number} text goes on where “…” stands.",
                "{number} texts go on where “…” stands.",
                shortener.cut,
            )
            shown = _with_note(shown, text)
        return shown

    def _noted(self, section: Section, *, parts: int = 0, entries: int = 0) -> Section:
        """Return a section that says how much was left out, in words for its readers."""
        pages = ngettext("{number} page", "{number} pages", self.budget)
        if self.model.theme == "youth":
            what = (
                ngettext("{number} entry", "{number} entries", entries)
                if entries
                else ngettext("{number} part", "{number} parts", parts)
            )
            text = _("We left out {what}, to keep to {pages}.", what=what, pages=pages)
        elif entries:
            text = ngettext(
                "To keep to {pages}, {number} entry is left out here.",
                "To keep to {pages}, {number} entries are left out here.",
                entries,
                pages=pages,
            )
        else:
            text = ngettext(
                "To keep to {pages}, {number} part is left out here.",
                "To keep to {pages}, {number} parts are left out here.",
                parts,
                pages=pages,
            )
        return _with_note(section, text)


def _with_note(section: Section, text: str) -> Section:
    return attrs.evolve(section, blocks=(*section.blocks, Paragraph((Sentence(text),), "note")))


def _without_breaks(section: Section) -> Section:
    """Return a section in which no part begins a page."""
    parts = (attrs.evolve(_without_breaks(part), starts_page=False) for part in section.sections)
    return attrs.evolve(section, sections=tuple(parts))
