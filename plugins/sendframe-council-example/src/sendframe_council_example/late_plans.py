"""Late plans of each 100 issued.

What it does
    Divides the EHC plans issued after 20 weeks by all that were issued in the year, times 100,
    from the two counts that the portfolio holds. Marlbeck, a fictional council, reads the
    figure that way round: a hundred families, and how many of them waited too long.

When it refuses
    No plan was issued, so there is nothing to divide by; fewer were issued than the option
    ``at_least``; or the counts do not go together, because more were late than were issued.

Options
    ``at_least``: with fewer plans issued there is no figure; 1 unless given.

Source
    Made up for this example. It is never read without the two counts: clearing overdue plans
    raises it.
"""

from datetime import date

import attrs

from sendframe.plugins import (
    DerivedContext,
    DerivedIndicator,
    Example,
    Indicator,
    Point,
    Refusal,
    Text,
    hookimpl,
    parse_period,
)

__all__ = ["Options", "compute"]

ID = "marlbeck.late-plans-per-100"
LATE = "wyeford-ehc-plans-over-20-weeks"
ISSUED = "wyeford-ehc-plans-issued"


@attrs.frozen
class Options:
    """Options of the indicator.

    Attributes:
        at_least: With fewer plans issued there is no figure.
    """

    at_least: int = attrs.field(default=1, validator=attrs.validators.ge(0))


def compute(facts: DerivedContext) -> float | Refusal:
    """Return how many of each 100 plans issued came after 20 weeks, unrounded."""
    late, issued = facts.value(LATE), facts.value(ISSUED)
    least = facts.chosen(Options).at_least
    if issued <= 0:
        return facts.refuse("No plan was issued, so there is nothing to divide by.")
    if issued < least:
        return facts.refuse(f"Fewer than {least} plans were issued: too few to say.")
    if not 0 <= late <= issued:
        return facts.refuse("More plans were late than were issued: the counts do not go together.")
    return late / issued * 100


def _example(late: float, issued: float) -> DerivedContext:
    period = parse_period("calendar_year", "2024")
    counts = {LATE: late, ISSUED: issued}
    return DerivedContext(
        indicator=Indicator(
            id=ID, title=Text(default="Late plans of each 100"), unit="rate", direction="lower"
        ),
        period=period,
        points={
            id_: Point(period=period, value=value, status="final", fact=f"indicator/{id_}/2024")
            for id_, value in counts.items()
        },
        options=Options(),
        as_at=date(2026, 1, 31),
        made_by="sendframe-council-example",
    )


@hookimpl.indicators
def indicators() -> list[DerivedIndicator]:
    """Return the indicator."""
    nothing = _example(0, 0)
    refused = nothing.refuse("No plan was issued, so there is nothing to divide by.")
    return [
        DerivedIndicator(
            ID,
            "Late plans of each 100 issued",
            __doc__ or "",
            compute,
            needs=(LATE, ISSUED),
            options=Options,
            examples=(
                Example("50 of 200 plans were late", (_example(50, 200),), 25.0),
                Example("no plan was issued", (nothing,), refused),
            ),
        )
    ]
