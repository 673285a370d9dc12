"""Finding that nobody takes forward.

What it checks
    Each area for priority action and each area for improvement of an area SEND inspection has an
    action and names the bodies that are to act. Where the inspection began on 6 June 2025 or
    later and several bodies are named, an action is led by a role at one of them, so X

    Whether the action answers the finding is not checked.

Why it matters
    The partnership is asked to update its strategic plan on what the report recommends. A finding
    that is in no plan is lost; one that all partners own is owned by none.

Example:
    An area for improvement about waiting times that names the council and the integrated care
    board, and whose only action is led by a school.

How to put it right
    Name the action under `actions` of the finding, the bodies under `responsible_bodies`, and
    under `action_leads` of the action a role at the partner that takes it forward.

Options
    `kinds`: the kinds of finding that need it; both of the above unless given.

Source
    Area SEND inspections: framework and handbook, Ofsted and the Care Quality Commission; changes
    of June 2025: reports specify more clearly which partner takes forward each area for
    improvement.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

import attrs

from sendframe.plugins import Action, Check, CheckContext, Diagnostic, Review

from .scope import inspections

__all__ = ["CHECK", "PARTNER_FROM", "Options"]

PARTNER_FROM: Final = date(2025, 6, 6)
"""From this day on, a report says more clearly which partner takes a finding forward."""


@attrs.frozen
class Options:
    """Options of the check.

    Attributes:
        kinds: Kinds of finding that need an action and somebody who takes it forward.
    """

    kinds: tuple[str, ...] = ("area-for-priority-action", "area-for-improvement")


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield the diagnostics of the check."""
    actions = context.portfolio.actions()
    for review in inspections(context.portfolio):
        yield from _problems_of(context, review, actions)


def _problems_of(
    context: CheckContext, review: Review, actions: Mapping[str, Action]
) -> Iterator[Diagnostic]:
    kinds = context.chosen(Options).kinds
    asks_for_partner = review.starts_on is None or review.starts_on.first_day >= PARTNER_FROM
    for finding in review.findings:
        if finding.kind not in kinds:
            continue
        what = f"the {finding.kind.replace('-', ' ')} '{finding.id}'"
        if not finding.actions:
            yield context.diagnostic(
                f"{what} has no action",
                at=finding,
                about=finding.id,
                help='Name what is done about it under "actions".',
            )
        bodies = set(finding.responsible_bodies)
        if not bodies:
            yield context.diagnostic(
                f"{what} names no body that is to act on it",
                at=finding,
                about=finding.id,
                help='Name the partners under "responsible_bodies", as the report does.',
            )
        named = (actions[action_id] for action_id in finding.actions if action_id in actions)
        leading = {lead.body for action in named for lead in action.action_leads}
        if asks_for_partner and finding.actions and len(bodies) > 1 and not bodies & leading:
            yield context.diagnostic(
                f"{what} names {len(bodies)} bodies, and none of them leads an action of it",
                at=finding,
                about=finding.id,
                help="Say which partner takes it forward: give an action a lead at that body.",
            )


CHECK: Final = Check(
    "area-send.finding-without-action",
    "Finding that nobody takes forward",
    __doc__ or "",
    run,
    severity="warning",
    options=Options,
)
