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
    N_,
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
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    NOTHING,
    BuildContext,
    ProfileSection,
    plans_in_force,
    section_of,
    translated,
    words_of_code,
)

_CHANGES = {
    "higher": Mark(N_("higher"), "triangle", "worse"),
    "same": Mark(N_("the same"), "diamond", "between"),
    "lower": Mark(N_("lower"), "circle", "better"),
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
        note = _("{more} more in the plans.", more=more) if more > 0 else ""
        rows = tuple(_risk_row(context, risk) for risk in risks[: options.most])
        heads = (_("Risk"), _("Likelihood, and impact"), _("Since last time"), _("What is done"))
        blocks.append(Table(_("Highest risks"), heads, rows, note, hides_caption=True))
    lines = [_money_sentence(context, line) for plan in plans for line in plan.money]
    lines += [_places_sentence(line) for plan in plans for line in plan.places]
    if lines:
        blocks.append(Bullets(tuple(lines)))
    return section_of(context, section, blocks)


def _risk_row(context: BuildContext, risk: Risk) -> tuple[Cell, ...]:
    owners = ", ".join(owner.role for owner in risk.owners)
    likelihood = ", ".join(words_of_code(code) for code in (risk.likelihood, risk.impact) if code)
    mitigation = context.words(risk.mitigation) if risk.mitigation else _("nothing is named")
    return (
        Cell(context.words(risk.statement)),
        Cell(likelihood or NOTHING),
        Cell(mark=translated(_CHANGES[risk.change])) if risk.change else Cell(_("not said")),
        Cell(
            mitigation,
            note=_("Watched by: {owners}", owners=owners) if owners else _("Nobody watches it"),
        ),
    )


def _pounds(value: float) -> str:
    """Return pounds as millions, to one decimal place."""
    sign = "\N{MINUS SIGN}" if value < 0 else ""
    return _("{sign}£{number} million", sign=sign, number=amount(abs(value) / _MILLION, 1))


def _money_sentence(context: BuildContext, line: Money) -> Sentence:
    """Return budget, forecast and balance of a line of money, as far as they are known."""
    known = (
        (N_("budget {pounds}"), line.budget),
        (N_("forecast {pounds}"), line.forecast),
        (N_("balance {pounds}"), line.balance),
    )
    figures = ", ".join(
        _(words, pounds=_pounds(value)) for words, value in known if value is not None
    )
    label = f"{context.words(line.title)}, {line.period}:"
    figures = figures or _("no figure")
    return Sentence(f"{figures}.", label=label, note=line.source or "")


def _places_sentence(line: Places) -> Sentence:
    """Return places needed, available and planned, and those still missing, where that is known."""
    name = ", ".join(words_of_code(code) for code in (line.phase, line.need) if code)
    known = [
        (N_("{number} needed"), line.needed),
        (N_("{number} available"), line.available),
        (N_("{number} planned"), line.planned),
    ]
    if line.needed is not None and line.available is not None:
        missing = line.needed - line.available - (line.planned or 0)
        known.append((N_("{number} still missing"), max(missing, 0)))
    figures = ", ".join(
        _(words, number=amount(count)) for words, count in known if count is not None
    )
    label = ", ".join(filter(None, (_("Places"), name, str(line.period))))
    figures = figures or _("no figure")
    return Sentence(f"{figures}.", label=f"{label}:", note=line.source or "")


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("risks", "Risks, money and places", __doc__ or "", build, Cap)]
