"""What a check is, and everything it is told."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TypeVar, final

import attrs

from sendframe.errors import Diagnostic, Location, Related, Severity
from sendframe.model import (
    Criterion,
    Example,
    IndicatorResult,
    Measure,
    NoOptions,
    Portfolio,
    Priority,
    SelfEvaluation,
    Strategy,
    SubjectResult,
    Value,
    chosen_options,
)

from ._place import Places

__all__ = ["Check", "CheckContext"]

T = TypeVar("T")  # a class of options
_OVER = ("superseded", "expired")


@attrs.frozen(slots=False)
class CheckContext:
    """Everything a check is told. It reads nothing else: no clock, no file, no network.

    Attributes:
        check: Code of the check.
        portfolio: The documents.
        as_at: The day of the evaluation.
        indicators: What the figures say, by id of the indicator.
        subjects: What is known about each priority and criterion.
        source: The plug-in, with distribution and version.
        severity: Severity of what it finds.
        dangling: References to nothing, in documents made in Python; a folder that could be
            loaded has none.
        options: What the portfolio chose, as the check's options class.
        places: Where the values of the portfolio stand.

    Hook: ``sendframe_checks``.
    """

    check: str
    portfolio: Portfolio
    as_at: date
    indicators: Mapping[str, IndicatorResult]
    subjects: tuple[SubjectResult, ...]
    source: str
    severity: Severity = "warning"
    dangling: tuple[Diagnostic, ...] = ()
    options: object = NoOptions()
    places: Places = attrs.field(
        default=attrs.Factory(lambda self: Places(self.portfolio), takes_self=True),
        eq=False,
        repr=False,
    )

    @cached_property
    def _subjects(self) -> dict[str, SubjectResult]:
        return {each.id: each for each in reversed(self.subjects)}

    @cached_property
    def priorities(self) -> tuple[Priority, ...]:
        """All priorities of all plans."""
        return tuple(each for plan in self.portfolio.of(Strategy) for each in plan.priorities)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """All measures of plans that are not over: superseded and expired ones are left out."""
        plans = (each for each in self.portfolio.of(Strategy) if each.status not in _OVER)
        return tuple(measure for plan in plans for measure in plan.measures)

    @cached_property
    def editions(self) -> tuple[SelfEvaluation, ...]:
        """All editions of the self-evaluation."""
        return tuple(self.portfolio.of(SelfEvaluation))

    def subject(self, thing: Priority | Criterion | str) -> SubjectResult | None:
        """Return what is known about a priority or criterion."""
        wanted = thing if isinstance(thing, str) else thing.id
        return self._subjects.get(wanted)

    def chosen(self, options: type[T]) -> T:
        """Return the options, typed.

        Raises:
            TypeError: The check declared another options class.
        """
        return chosen_options(self.options, options, self.check)

    def found(  # noqa: PLR0913  # one argument a part
        self,
        message: str,
        *,
        at: Value | Location | None = None,
        about: str | None = None,
        help: str = "",  # noqa: A002  # the field's name
        facts: tuple[str, ...] = (),
        related: tuple[Related, ...] = (),
    ) -> Diagnostic:
        """Return a diagnostic of this check.

        Args:
            message: What was found, as one sentence without a full stop; a question, where the
                check asks one.
            at: The value of the portfolio it is about, for file and place; or the place itself.
            about: Id of the thing it is about.
            help: What to do.
            facts: Ids of the facts it rests on.
            related: Other places that belong to it.
        """
        return Diagnostic(
            self.check,
            message,
            at if isinstance(at, Location) else self.places.of(at),
            severity=self.severity,
            help=help,
            related=related,
            source=self.source,
            about=about,
            facts=facts,
        )


@final
@attrs.frozen
class Check:
    """A question that software asks of a portfolio.

    Attributes:
        id: Its code, such as ``SFR301``.
        title: What it checks.
        manual: What it checks, why it matters, an example, how to put it right, the source.
        run: The check itself: pure, and told everything.
        severity: Severity of what it finds.
        asks: True where it sets judgement beside evidence: what it finds is then a
            discrepancy, put as a question to the people who judge.
        options: attrs class of its options.
        examples: Worked examples: a `CheckContext`, and a tuple of the diagnostics it yields.

    Hook: ``sendframe_checks``.
    """

    id: str
    title: str
    manual: str
    run: Callable[[CheckContext], Iterable[Diagnostic]]
    severity: Severity = "warning"
    asks: bool = False
    options: type = NoOptions
    examples: tuple[Example, ...] = ()
