"""Whether actions are being done, and whether they helped.

What it shows
    A grid: each action in force in the row of its delivery status and the column of its impact
    status. What is complete without a difference, and what makes a clear difference and is stopped
    or not begun, is marked as something to talk about, with the reason given for it.

What it needs
    Actions with statuses.

Where that is missing
    The row or column says that nobody says; without actions the section is left out.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    N_,
    Action,
    Block,
    Cell,
    Mark,
    Paragraph,
    ScaleValue,
    Section,
    SectionKind,
    Sentence,
    Table,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    action_name,
    actions_in_force,
    section_of,
)

_NOBODY = N_("Nobody says")


@attrs.frozen
class Cap:
    """How many actions are named.

    Attributes:
        names: At most so many lines in each cell, those to be talked about first; the last one says
            how many more there are. Absent for all.
        reasons: At most so many are talked about below the grid. Absent for all.
    """

    names: int | None = None
    reasons: int | None = None


def build(context: BuildContext, section: ProfileSection, options: Cap) -> Section | None:
    """Return the grid; None without an action that has a status."""
    actions = actions_in_force(context)
    delivery, impact = _values(context, "delivery"), _values(context, "impact")
    if not any(action.delivery or action.impact for action in actions):
        return None
    cells: dict[tuple[str, str], list[Action]] = {}
    for action in actions:
        row = action.delivery.value if action.delivery else ""
        column = action.impact.value if action.impact else ""
        cells.setdefault((row, column), []).append(action)
    used_rows = [value for value in delivery if any(row == value.id for row, _ in cells)]
    used_columns = [value for value in impact if any(column == value.id for _, column in cells)]
    row_ids = [
        *(value.id for value in used_rows),
        *([""] if any(not row for row, _ in cells) else []),
    ]
    column_ids = [
        *(value.id for value in used_columns),
        *([""] if any(not column for _, column in cells) else []),
    ]
    names = {value.id: value for value in (*delivery, *impact)}
    to_discuss = {
        action.id
        for (row, column), in_cell in cells.items()
        for action in in_cell
        if _is_mismatch(names.get(row), names.get(column), used_columns)
    }
    rows = tuple(
        (
            _head(names.get(row)),
            *(
                _cell(context, cells.get((row, column), ()), to_discuss, options)
                for column in column_ids
            ),
        )
        for row in row_ids
    )
    heads = tuple(names[id_].name if id_ else _(_NOBODY) for id_ in column_ids)
    title = context.words(section.title)
    blocks: list[Block] = [
        Table(title, (_("Delivery, by difference made"), *heads), rows, hides_caption=True)
    ]
    talk = tuple(
        sentence
        for action in actions
        if action.id in to_discuss
        for sentence in _reason(context, action)
    )[: options.reasons]
    if talk:
        blocks.append(Paragraph((Sentence(_("To talk about."), label="◆"), *talk)))
    return section_of(context, section, blocks)


def _values(context: BuildContext, aspect: str) -> list[ScaleValue]:
    """Return the values of a status in the order of the grid: the furthest first."""
    values = [value for (kind, _), value in context.statuses.items() if kind == aspect]
    if aspect == "impact":
        return sorted(values, key=lambda value: -(value.order or 0))
    order = ("complete", "under_way", "not_started", "stopped", None)
    return sorted(values, key=lambda value: order.index(value.progress))


def _is_mismatch(
    delivery: ScaleValue | None, impact: ScaleValue | None, impacts: list[ScaleValue]
) -> bool:
    """Whether delivery and difference do not go together: done for nothing, or not done though it helps."""
    rated = [value for value in impacts if value.order is not None and value.stands_for is None]
    if delivery is None or impact is None or len(rated) < 2:  # noqa: PLR2004  # best and worst
        return False
    best = max(rated, key=lambda value: value.order or 0)
    least = min(rated, key=lambda value: value.order or 0)
    if delivery.progress == "complete":
        return impact.id == least.id
    return delivery.progress in ("stopped", "not_started") and impact.id == best.id


def _head(value: ScaleValue | None) -> Cell:
    return Cell(_(_NOBODY)) if value is None else Cell(mark=Mark(value.name, value.shape))


def _cell(
    context: BuildContext, actions: "list[Action] | tuple[()]", talk: set[str], options: Cap
) -> Cell:
    ordered = sorted(actions, key=lambda action: action.id not in talk)
    shown = ordered
    if options.names is not None and len(ordered) > options.names:
        shown = ordered[: options.names - 1]
    left = len(ordered) - len(shown)
    lines = tuple(
        Cell(mark=Mark(action_name(context, action), "diamond", "between"))
        if action.id in talk
        else Cell(action_name(context, action))
        for action in shown
    )
    return Cell("", more=(*lines, Cell(_("and {left} more", left=left))) if left else lines)


def _reason(context: BuildContext, action: Action) -> Iterator[Sentence]:
    statuses = (action.impact, action.delivery)
    reasons = [context.words(status.reason) for status in statuses if status and status.reason]
    if reasons:
        yield Sentence(" ".join(reasons), label=f"{action_name(context, action)}:")


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("delivery", "Delivery by difference made", __doc__ or "", build, Cap)]
