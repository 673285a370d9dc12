"""The highest risks, the money and the places of the plans in force.

What it shows
    The risks that rose first, then the others in their own order, each with what is done about it
    and who watches it; budget, forecast and balance of each line of money; places needed, available,
    planned and still missing.

What it needs
    Risks, money or places in a plan.

Where that is missing
    The table is left out; without any of them the section is.
"""

import attrs

from sendframe.plugins import (
    Block,
    Bullets,
    Cell,
    Mark,
    Money,
    Places,
    Risk,
    Section,
    SectionKind,
    Sentence,
    Table,
    amount,
    hookimpl,
)
from sendframe.plugins.sections import (
    NOTHING,
    BuildContext,
    ProfileSection,
    plans_in_force,
    section_of,
    words_of_code,
)

_CHANGES = {
    "higher": Mark("higher", "triangle", "worse"),
    "same": Mark("the same", "diamond", "between"),
    "lower": Mark("lower", "circle", "better"),
}
_ORDER = ("higher", "same", "lower", None)
_MILLION = 1_000_000


@attrs.frozen
class Cap:
    """How many risks are shown.

    Attributes:
        most: At most so many.
    """

    most: int = 3


def build(context: BuildContext, section: ProfileSection, options: Cap) -> Section | None:
    """Return the tables; None without any."""
    plans = plans_in_force(context)
    risks = sorted(
        (risk for plan in plans for risk in plan.risks),
        key=lambda risk: _ORDER.index(risk.change),
    )
    blocks: list[Block] = []
    if risks:
        more = len(risks) - options.most
        note = f"{more} more in the plans." if more > 0 else ""
        rows = tuple(_risk_row(context, risk) for risk in risks[: options.most])
        heads = ("Risk", "Likelihood, and impact", "Since last time", "What is done")
        blocks.append(Table("Highest risks", heads, rows, note, hides_caption=True))
    lines = [_money_sentence(context, line) for plan in plans for line in plan.money]
    lines += [_places_sentence(line) for plan in plans for line in plan.places]
    if lines:
        blocks.append(Bullets(tuple(lines)))
    return section_of(context, section, blocks)


def _risk_row(context: BuildContext, risk: Risk) -> tuple[Cell, ...]:
    owners = ", ".join(owner.role for owner in risk.owners)
    likelihood = ", ".join(words_of_code(code) for code in (risk.likelihood, risk.impact) if code)
    mitigation = context.words(risk.mitigation) if risk.mitigation else "nothing is named"
    return (
        Cell(context.words(risk.statement)),
        Cell(likelihood or NOTHING),
        Cell(mark=_CHANGES[risk.change]) if risk.change else Cell("not said"),
        Cell(mitigation, note=f"Watched by: {owners}" if owners else "Nobody watches it"),
    )


def _pounds(value: float) -> str:
    """Return pounds as millions, to one decimal place."""
    sign = "\N{MINUS SIGN}" if value < 0 else ""
    return f"{sign}£{amount(abs(value) / _MILLION, 1)} million"


def _money_sentence(context: BuildContext, line: Money) -> Sentence:
    """Return budget, forecast and balance of a line of money, as far as they are known."""
    known = (("budget", line.budget), ("forecast", line.forecast), ("balance", line.balance))
    figures = ", ".join(f"{name} {_pounds(value)}" for name, value in known if value is not None)
    label = f"{context.words(line.title)}, {line.period}:"
    return Sentence(f"{figures or 'no figure'}.", label=label, note=line.source or "")


def _places_sentence(line: Places) -> Sentence:
    """Return places needed, available and planned, and those still missing, where that is known."""
    name = ", ".join(words_of_code(code) for code in (line.phase, line.need) if code)
    known = [("needed", line.needed), ("available", line.available), ("planned", line.planned)]
    if line.needed is not None and line.available is not None:
        missing = line.needed - line.available - (line.planned or 0)
        known.append(("still missing", max(missing, 0)))
    figures = ", ".join(f"{amount(count)} {word}" for word, count in known if count is not None)
    label = f"Places{f', {name}' if name else ''}, {line.period}:"
    return Sentence(f"{figures or 'no figure'}.", label=label, note=line.source or "")


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("risks", "Risks, money and places", __doc__ or "", build, Cap)]
