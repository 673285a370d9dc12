"""The result of an evaluation, so that reports and other programs can read it. Internal."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from ._area import AreaCode
from ._constraint import LARGEST_INTEGER, Examples, Pattern, Range
from ._entity import Document
from ._measure import Direction
from ._reading import Reading
from ._result import (
    Breakdown,
    Change,
    Comparison,
    Fact,
    FactId,
    Point,
    Refusal,
    Score,
    TargetPosition,
)
from ._subject_view import EvidenceProfile, JudgementView, Progress
from ._text import Code, Id, Line
from ._value import Value, value_class

if TYPE_CHECKING:
    from sendframe.frames import FrameLibrary

__all__ = [
    "Discrepancy",
    "Evaluation",
    "FailureNote",
    "IndicatorResult",
    "Input",
    "Maker",
    "Notice",
    "RelatedPlace",
    "SubjectResult",
]


EvaluationTable = Literal["comparisons", "facts", "points", "scores"]
"""The tables of an evaluation that a data frame is made of."""


@value_class
class Maker(Value):
    """A program that took part in the evaluation.

    Attributes:
        name: Name of the distribution.
        version: Its version.
        provides: Ids of the indicators, rules, checks and kinds of section it brought.

    Document: ``evaluation``.
    """

    name: Line
    version: Line
    provides: tuple[Code, ...] = ()


@value_class
class Input(Value):
    """A file the evaluation rests on.

    Attributes:
        path: Path relative to the portfolio, with ``/`` between folders.
        sha256: SHA-256 of the content, in hexadecimal.
        form: ``rfc8785`` for the canonical form of a JSON document, ``raw`` for the bytes; in
            reports ``shown`` for the figures of the file that are shown, since a hidden small count
            could be guessed from the hash of the whole.

    Document: ``evaluation``.
    """

    path: Line
    sha256: Annotated[
        str, Pattern("^[0-9a-f]{64}$", "a SHA-256 of 64 hexadecimal digits"), Examples(("0" * 64,))
    ]
    form: Literal["rfc8785", "raw", "shown"]


@value_class
class IndicatorResult(Value):
    """What the figures of one indicator say.

    Attributes:
        indicator: Id of the indicator.
        title: Its title.
        direction: Which way is better; absent where that is not stated.
        unit: Its unit.
        unit_text: What is printed after the number.
        decimals: Decimal places shown.
        series_status: Published figures, or management information; None where it is not given.
        is_count: Whether the figures are counts, which grow with the size of an area.
        numerator: What is counted, in words.
        denominator: What is in the denominator, as text.
        points: The area's series, oldest first.
        latest: The latest point with a figure.
        change: Change since the period before.
        trend: ``rising``, ``falling``, ``level`` or ``mixed`` over all comparable points.
        targets: Position of the latest figure relative to each target.
        comparisons: Benchmarks, each in every period of the series up to the latest figure.
        scores: Scores by rules.
        refusals: Rules that did not score, and why.
        breakdowns: Figures of parts of the total.
        shown_with: Indicators without which it misleads.
        caveats: What a reader must know.
        measures: Measures it shows.
        not_compared: Why no change, trend, interval or comparison is computed; None except for
            figures of a sample that may not be compared.
        reading: How its latest figure is to be read; None without one.
        short_title: Its title in a few words, for tables.
        duty: What the law requires, in words.

    Document: ``evaluation``.
    """

    indicator: Id
    title: Line
    direction: Direction | None = None
    unit: Code
    unit_text: Line | None = None
    decimals: int
    series_status: Literal["published", "management_information"] | None = None
    is_count: bool = False
    numerator: Line | None = None
    denominator: Line | None = None
    points: tuple[Point, ...] = ()
    latest: Point | None = None
    change: Change | None = None
    trend: Literal["rising", "falling", "level", "mixed"] | None = None
    targets: tuple[TargetPosition, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    scores: tuple[Score, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    shown_with: tuple[Id, ...] = ()
    caveats: tuple[Line, ...] = ()
    measures: tuple[Id, ...] = ()
    not_compared: Line | None = None
    reading: Reading | None = None
    short_title: Line | None = None
    duty: Line | None = None

    @property
    def name(self) -> str:
        """The short title; the title where there is none."""
        return self.short_title or self.title


@value_class
class SubjectResult(Value):
    """What is known about one priority or criterion. It never has one number of its own.

    Attributes:
        kind: ``priority`` or ``criterion``.
        id: Its id.
        title: Its statement.
        label: What it is called in its own set, such as "priority 1".
        within: Id of the strategy or criteria set that contains it.
        order: Place in it, from 1.
        evidence: How much is known.
        progress: Progress of commitments and actions.
        indicators: Indicators that belong to it.
        judgements: What people judge, newest first.
        related: Criteria of a priority, priorities of a criterion.
        scores: Scores by rules: profiles in words.
        refusals: Rules that did not score, and why.

    Document: ``evaluation``.
    """

    kind: Literal["priority", "criterion"]
    id: Id
    title: Line
    label: Line
    within: Id
    order: int
    evidence: EvidenceProfile
    progress: Progress
    indicators: tuple[Id, ...] = ()
    judgements: tuple[JudgementView, ...] = ()
    related: tuple[Id, ...] = ()
    scores: tuple[Score, ...] = ()
    refusals: tuple[Refusal, ...] = ()


@value_class
class RelatedPlace(Value):
    """Another place that belongs to what was found, such as the other end of a reference.

    Attributes:
        document: The document.
        pointer: JSON pointer into it.
        message: What is there, as a short phrase.

    Document: ``evaluation``.
    """

    document: Line | None = None
    pointer: Line | None = None
    message: Line


@value_class
class Discrepancy(Value):
    """Judgement and evidence that do not agree, as a question for the people who judge.

    Attributes:
        code: Code of the check that noticed it.
        about: Id of the thing it is about.
        question: The question.
        document: The document it is about, where it is about one.
        pointer: JSON pointer into it.
        line: The line, 1 or more, where the document is a table.
        related: Other places that belong to it.
        facts: The facts it rests on.
        accepted: Reason given where it is accepted for now.
        made_by: Distribution and version of the check.

    Document: ``evaluation``.
    """

    code: Code
    about: Id
    question: Line
    document: Line | None = None
    pointer: Line | None = None
    line: Annotated[int, Range(1, LARGEST_INTEGER)] | None = None
    related: tuple[RelatedPlace, ...] = ()
    facts: tuple[FactId, ...] = ()
    accepted: Line | None = None
    made_by: Line = "sendframe"


@value_class
class Notice(Value):
    """Something a check found in the portfolio.

    Attributes:
        code: Code of the check.
        severity: ``error``, ``warning`` or ``note``.
        message: What the check found.
        help: What to do.
        document: The document.
        pointer: JSON pointer into it.
        line: The line, 1 or more, where the document is a table.
        related: Other places that belong to it.
        about: Id of the thing it is about.
        accepted: Reason given where it is accepted for now.
        made_by: Distribution and version of the check.

    Document: ``evaluation``.
    """

    code: Code
    severity: Literal["error", "warning", "note"]
    message: Line
    help: Line | None = None
    document: Line | None = None
    pointer: Line | None = None
    line: Annotated[int, Range(1, LARGEST_INTEGER)] | None = None
    related: tuple[RelatedPlace, ...] = ()
    about: Line | None = None
    accepted: Line | None = None
    made_by: Line = "sendframe"


@value_class
class FailureNote(Value):
    """A plug-in that failed; what it would have scored or checked was not.

    Attributes:
        plugin: Name of the plug-in.
        distribution: Its distribution.
        version: Its version.
        phase: Where it failed.
        error_type: What kind of failure.
        contribution: What was running: an indicator, a rule or a check.
        origin: Place in the plug-in.

    Document: ``evaluation``.
    """

    plugin: Line
    distribution: Line
    version: Line
    phase: Literal["discover", "import", "collect", "options", "run"]
    error_type: Line
    contribution: Line | None = None
    origin: Line | None = None


@value_class
class Evaluation(Document):
    """What is known about one local area on one day. Internal: reports come from it.

    Attributes:
        portfolio: Id of the portfolio.
        area: Code of the local area.
        area_name: Its name.
        as_at: The day it was evaluated at.
        makers: Programs that made it, with versions.
        inputs: Files it rests on.
        facts: Everything that was read or computed, by id.
        indicators: Result of each indicator.
        subjects: What is known about each priority and criterion.
        discrepancies: Where judgement and evidence do not agree.
        notices: Diagnostics of checks.
        failures: Plug-ins that failed.
        missing: Plug-ins that the portfolio names and that are not there, or may not run.

    Document: ``evaluation``.
    """

    kind_of_thing: ClassVar[str] = "evaluation"

    portfolio: Id
    area: AreaCode
    area_name: Line
    as_at: date
    makers: tuple[Maker, ...] = ()
    inputs: tuple[Input, ...] = ()
    facts: tuple[Fact, ...] = ()
    indicators: tuple[IndicatorResult, ...] = ()
    subjects: tuple[SubjectResult, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    notices: tuple[Notice, ...] = ()
    failures: tuple[FailureNote, ...] = ()
    missing: tuple[Line, ...] = ()

    def to_frame(self, table: EvaluationTable, library: "FrameLibrary") -> Any:
        """Return one table of the evaluation as a data frame.

        Args:
            table: ``facts``; ``points``, the series of each indicator; ``comparisons``, its
                benchmarks in each period; or ``scores``, with a row without a band for each
                refusal, whose reason is its statement.
            library: ``polars``, ``pandas`` or ``pyarrow``.

        Raises:
            LibraryMissing: narwhals or the library is not installed.
            UnknownName: It is another table or library.
        """
        from ._evaluation_frame import evaluation_frame  # few programs need frames

        return evaluation_frame(table, library, self.facts, self.indicators, self.subjects)
