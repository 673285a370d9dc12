"""Profile of evidence.

What it does
    Describes the evidence about a priority or criterion in words: how many pieces of which kinds,
    which of three sides they cover (figures, voice, and a check from outside), how old the newest
    piece is, what has expired, and which contradictions are not answered. It is a profile and not
    a number: it does not rank criteria, and does not show how good things are. People judge; the
    profile is printed with their judgement.

When it refuses
    No evidence is listed.

Options
    ``figures``, ``voice`` and ``outside``: the kinds of evidence of each side.
    ``recent_months``: how many months old the newest piece may be to count as recent; 12 by
    default.

Source
    No published source computes a score of a self-evaluation from evidence. Coverage, triangulation
    (figures, voice and scrutiny), recency and contradiction are aids to a professional judgement,
    as in councils' evidence lists.
"""

import attrs

from sendframe.plugins import (
    Day,
    EvidenceProfile,
    Example,
    Refusal,
    Score,
    SubjectContext,
    SubjectRule,
    hookimpl,
    joined,
)
from sendframe.plugins import gettext as _
from sendframe.testing import subject_context

SOURCE = "Aid to a professional judgement: coverage, triangulation, recency and contradiction"
_DAYS_OF_A_MONTH = 365.25 / 12
_SIDES = {3: "three-sides", 2: "two-sides", 1: "one-side", 0: "other-kinds"}


@attrs.frozen
class Options:
    """Options of the rule.

    Attributes:
        figures: Kinds of evidence that are figures.
        voice: Kinds of evidence from people with experience of the services.
        outside: Kinds of evidence that are checks from outside.
        recent_months: How many months old the newest piece may be to count as recent.
    """

    figures: tuple[str, ...] = ("quantitative", "survey")
    voice: tuple[str, ...] = ("voice", "complaint-theme", "practitioner-voice")
    outside: tuple[str, ...] = (
        "inspection",
        "multi-agency-case-audit",
        "dip-sample",
        "observation",
    )
    recent_months: float = attrs.field(default=12.0, validator=attrs.validators.gt(0))


def score(context: SubjectContext) -> Score | Refusal:
    """Describe the evidence in words."""
    profile, options = context.subject.evidence, context.chosen(Options)
    if not profile.count:
        return context.refuse(_("No evidence is listed."), profile.fact)
    sides = {"figures": options.figures, "voice": options.voice, "outside": options.outside}
    covered = [name for name, kinds in sides.items() if {*kinds} & {*profile.kinds}]
    uncovered = [name for name in sides if name not in covered]
    names = {"figures": _("figures"), "voice": _("voice"), "outside": _("a check from outside")}
    label = joined([names[side] for side in covered]) or _("other kinds only")
    if profile.unanswered:
        label = _("{sides}; something against it is not answered", sides=label)
    missing = (
        _("not seen from: {sides}", sides=joined([names[side] for side in uncovered]))
        if uncovered
        else ""
    )
    parts = (_kinds(profile), missing, _age(context, options), _against(profile))
    return context.score(
        band=_SIDES[len(covered)],
        label=label,
        shape="bar",
        tone="neutral",
        statement=f"{'; '.join(filter(None, parts))}.",
        formula=_(
            "seen from {covered} of {sides} sides; of {count} in all {expired} expired, "
            "{against} against it, {unanswered} of them not answered",
            covered=len(covered),
            sides=len(sides),
            count=profile.count,
            expired=len(profile.expired),
            against=len(profile.contradicts),
            unanswered=len(profile.unanswered),
        ),
        source=SOURCE,
        facts=(profile.fact,),
    )


def _kinds(profile: EvidenceProfile) -> str:
    kinds = [
        " ".join((str(count), _(kind.replace("-", " ")))) for kind, count in profile.kinds.items()
    ]
    return _("Evidence: {kinds}", kinds=joined(kinds))


def _age(context: SubjectContext, options: Options) -> str:
    profile = context.subject.evidence
    if profile.newest is None:
        parts = [_("none of it has a date")]
    else:
        months = (context.as_at - profile.newest).days / _DAYS_OF_A_MONTH
        old = _("the newest is of {day}, which is not recent", day=Day(on=profile.newest))
        recent = _("the newest is of {day}", day=Day(on=profile.newest))
        parts = [recent if months <= options.recent_months else old]
    if profile.undated and profile.newest:
        parts.append(_("without a date: {number}", number=profile.undated))
    if profile.expired:
        parts.append(_("expired: {number}", number=len(profile.expired)))
    return "; ".join(parts)


def _against(profile: EvidenceProfile) -> str:
    if not profile.contradicts:
        return ""
    return _(
        "against it: {against}, of which not answered: {unanswered}",
        against=len(profile.contradicts),
        unanswered=len(profile.unanswered),
    )


def examples() -> tuple[Example, ...]:
    """Return worked examples: seen from three sides, from one and contested, and not at all."""

    def sample(**evidence: object) -> SubjectContext:
        return subject_context(rule="evidence-profile", options=Options(), **evidence)  # type: ignore[arg-type]  # as it takes

    three_sides = sample(evidence={"inspection": 1, "quantitative": 2, "voice": 3})
    one_side = sample(evidence={"voice": 2}, against=1, unanswered=1, kind="criterion")
    fact = ("priority/sample/evidence",)
    return (
        Example(
            "Seen from three sides.",
            (three_sides,),
            three_sides.score(
                band="three-sides",
                label="figures, voice and a check from outside",
                shape="bar",
                tone="neutral",
                statement="Evidence: 1 inspection, 2 quantitative and 3 voice; the newest is of "
                "30 June 2025.",
                formula="seen from 3 of 3 sides; of 6 in all 0 expired, 0 against it, 0 of them not "
                "answered",
                source=SOURCE,
                facts=fact,
            ),
        ),
        Example(
            "One side only, and something against it.",
            (one_side,),
            one_side.score(
                band="one-side",
                label="voice; something against it is not answered",
                shape="bar",
                tone="neutral",
                statement="Evidence: 2 voice; not seen from: figures and a check from outside; "
                "the newest is of 30 June 2025; against it: 1, of which not answered: 1.",
                formula="seen from 1 of 3 sides; of 2 in all 0 expired, 1 against it, 1 of them not "
                "answered",
                source=SOURCE,
                facts=("criterion/sample/evidence",),
            ),
        ),
        Example("Nothing is known.", (sample(),), sample().refuse("No evidence is listed.", *fact)),
    )


@hookimpl.scoring_rules
def rules() -> list[SubjectRule]:
    """Return the rule."""
    return [
        SubjectRule(
            "evidence-profile", "Profile of evidence", __doc__ or "", score, Options, examples()
        )
    ]
