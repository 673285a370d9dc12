"""The order of the priorities of a plan, which no two of them may share."""

from collections.abc import Iterator
from typing import Any

from sendframe.errors import Diagnostic, Location, Related

__all__ = ["repeated_orders"]


def repeated_orders(plan: Any, file: str | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each priority with the order of an earlier one.

    A copy of a priority, with its id, is a duplicate id and nothing else.

    Args:
        plan: Plain JSON data of a strategy, whether or not it is valid.
        file: Its name in the report.

    Examples:
        >>> plan = {"priorities": [{"order": 1}, {"order": 2}, {"order": 1}]}
        >>> [problem.location.pointer for problem in repeated_orders(plan, "strategy.json")]
        ['/priorities/2/order']
    """
    priorities = plan.get("priorities")
    first: dict[float, int] = {}
    for index, priority in enumerate(priorities if isinstance(priorities, list) else ()):
        order = priority.get("order") if isinstance(priority, dict) else None
        if isinstance(order, bool) or not isinstance(order, (int, float)):
            continue  # the schema has reported it
        earlier = first.setdefault(order, index)
        is_copy = "id" in priority and priority["id"] == priorities[earlier].get("id")
        if earlier != index and not is_copy:
            yield Diagnostic(
                "SFR213",
                f"two priorities of this plan have the order {order:.15g}",
                Location(file, f"/priorities/{index}/order"),
                help="Give each priority a place of its own, from 1.",
                related=(
                    Related(
                        Location(file, f"/priorities/{earlier}/order"),
                        "the same order is here",
                    ),
                ),
            )
