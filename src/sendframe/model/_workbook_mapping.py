"""Documents that describe a table of measures which people keep by hand, so that it can be read."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from ._constraint import Length, Range, RefersTo
from ._entity import Document
from ._plan_part import StrategyId
from ._text import Code, Id, Line
from ._value import Value, value_class

__all__ = ["TableColumn", "WorkbookMapping"]

WHEN = "{when}"
"""What stands in a heading for the date of its cells."""


@value_class
class TableColumn(Value):
    """A column of a table of measures.

    Attributes:
        heading: Its heading, whatever the case of the letters. ``*`` stands for any words, and
            ``{when}`` for the date or period that its cells are about. Headings of several rows are
            joined by a stroke, as in ``{when} / Actual``.
        holds: What its cells are. ``baseline``, ``target`` and ``milestone`` are levels, or words
            without digits; a ``figure`` is a number. A milestone and a figure need ``{when}``.

    Document: ``workbook-mapping``.
    """

    heading: Line
    holds: Literal[
        "measure",
        "indicator",
        "baseline",
        "baseline_period",
        "target",
        "target_due",
        "milestone",
        "figure",
        "left_out",
    ]

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if self.heading.count(WHEN) > 1:
            yield "/heading", f"{WHEN} stands in it twice"
        if self.holds in ("milestone", "figure") and WHEN not in self.heading:
            yield "/heading", f"needs {WHEN}: a {self.holds} has a date"


@value_class
class WorkbookMapping(Document):
    """Where the measures, targets and figures are in a table that people keep by hand.

    The table is a sheet of a workbook, or a table of a text.

    Attributes:
        plan: The plan that the measures belong to.
        figures: The set that the figures are added to.
        release: The release that the figures are of, in that set.
        status: Status of the figures.
        sheets: Names of the sheets that are read, or ``table 1`` and so on in a text; ``*`` stands
            for any words. All unless given.
        recognised_by: Headings that the first row of headings has. The rows above it are left out;
            where it is repeated, it counts anew.
        heading_rows: How many rows the headings have.
        skipped_rows: Rows that are left out, by the words of their first cell, such as ``Total*``.
        years: What ``2024/25`` is; refused unless given.
        columns: The columns, the first that fits a heading being the one that counts.

    Examples:
        >>> from sendframe.model import Text
        >>> WorkbookMapping(
        ...     id="kpis", title=Text(default="KPIs"), plan="plan", recognised_by=("KPI",),
        ...     columns=(TableColumn(heading="KPI", holds="measure"),),
        ... )
        <WorkbookMapping 'kpis' recognised_by=1 columns=1>

    Document: ``workbook-mapping``.
    """

    kind_of_thing: ClassVar[str] = "workbook-mapping"

    plan: StrategyId
    figures: Annotated[Id, RefersTo(("observation-set",))] | None = None
    release: Annotated[Id, RefersTo(("release",))] | None = None
    status: Code = "management-information"
    sheets: tuple[Line, ...] = ()
    recognised_by: Annotated[tuple[Line, ...], Length(1)]
    heading_rows: Annotated[int, Range(1, 5)] = 1
    skipped_rows: tuple[Line, ...] = ()
    years: Literal["academic", "financial"] | None = None
    columns: Annotated[tuple[TableColumn, ...], Length(1)]

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        holds = [column.holds for column in self.columns]
        if holds.count("measure") != 1:
            yield "/columns", 'exactly one column holds the "measure"'
        if "figure" in holds and self.figures is None:
            yield "", 'needs "figures": a column holds figures'
