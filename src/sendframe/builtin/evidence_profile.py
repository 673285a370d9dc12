"""Profile of evidence.

What it does
    Says in words what is known about a priority or criterion: how many pieces of evidence of
    which kinds, whether it is seen from three sides (figures, voice, and somebody's check from
    outside), how old the newest piece is, what has expired, and what speaks against it and is not
    answered. It is a profile, and never a number: it ranks no criteria, and says nothing of how
    good things are. People judge; this stands beside their judgement.

When it refuses
    No evidence is listed.

Options
    ``figures``, ``voice`` and ``outside``: the kinds of evidence that each side is seen from.
    ``recent_months``: how old the newest piece may be and still be called recent; 12 unless
    given.

Source
    No published source works out a score of a self-evaluation from evidence. Coverage,
    triangulation (figures, voice and scrutiny), recency and contradiction are aids to a
    professional judgement, as in councils' evidence lists.
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
    subject_context,
)

SOURCE = "Aid to a professional judgement: coverage, triangulation, recency and contradiction"
_DAYS_OF_A_MONTH = 365.25 / 12
_SIDES = {3: "three-sides", 2: "two-sides", 1: "one-side", 0: "other-kinds"}


@attrs.frozen
class Options:
    """Options of the rule.

    Attributes:
        figures: Kinds of evidence that are figures.
        voice: Kinds of evidence that are what people say.
        outside: Kinds of evidence that are somebody's check from outside.
        recent_months: How old the newest piece may be and still be called recent.
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
    """Say in words what is known."""
    profile, options = context.subject.evidence, context.chosen(Options)
    if not profile.count:
        return context.refuse("No evidence is listed.", profile.fact)
    sides = {"figures": options.figures, "voice": options.voice, "outside": options.outside}
    seen = [name for name, kinds in sides.items() if {*kinds} & {*profile.kinds}]
    unseen = [name for name in sides if name not in seen]
    names = {"figures": "figures", "voice": "voice", "outside": "a check from outside"}
    label = _joined([names[each] for each in seen]) or "other kinds only"
    if profile.unanswered:
        label += "; something against it is not answered"
    missing = f"; not seen from: {_joined([names[each] for each in unseen])}" if unseen else ""
    return context.score(
        band=_SIDES[len(seen)],
        label=label,
        shape="bar",
        tone="neutral",
        statement=f"{_kinds(profile)}{missing}{_age(context, options)}{_against(profile)}.",
        formula=f"seen from {len(seen)} of {len(sides)} sides; of {profile.count} in all "
        f"{len(profile.expired)} expired, {len(profile.contradicts)} against it, "
        f"{len(profile.unanswered)} of them not answered",
        source=SOURCE,
        facts=(profile.fact,),
    )


def _joined(names: list[str]) -> str:
    *others, last = names or [""]
    return f"{', '.join(others)} and {last}" if others else last


def _kinds(profile: EvidenceProfile) -> str:
    said = [f"{count} {kind.replace('-', ' ')}" for kind, count in profile.kinds.items()]
    return f"Evidence: {_joined(said)}"


def _age(context: SubjectContext, options: Options) -> str:
    profile = context.subject.evidence
    said = ""
    if profile.newest is None:
        said = "; none of it has a date"
    else:
        months = (context.as_at - profile.newest).days / _DAYS_OF_A_MONTH
        recent = "" if months <= options.recent_months else ", which is not recent"
        said = f"; the newest is of {Day(on=profile.newest)}{recent}"
    if profile.undated and profile.newest:
        said += f"; without a date: {profile.undated}"
    if profile.expired:
        said += f"; expired: {len(profile.expired)}"
    return said


def _against(profile: EvidenceProfile) -> str:
    if not profile.contradicts:
        return ""
    return (
        f"; against it: {len(profile.contradicts)}, of which not answered: "
        f"{len(profile.unanswered)}"
    )


def examples() -> tuple[Example, ...]:
    """Return worked examples: seen from three sides, from one and contested, and not at all."""

    def told(**known: object) -> SubjectContext:
        return subject_context(rule="evidence-profile", options=Options(), **known)  # type: ignore[arg-type]  # as it takes

    whole = told(evidence={"inspection": 1, "quantitative": 2, "voice": 3})
    part = told(evidence={"voice": 2}, against=1, unanswered=1, kind="criterion")
    fact = ("priority/sample/evidence",)
    return (
        Example(
            "Seen from three sides.",
            (whole,),
            whole.score(
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
            (part,),
            part.score(
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
        Example("Nothing is known.", (told(),), told().refuse("No evidence is listed.", *fact)),
    )


@hookimpl.scoring_rules
def rules() -> list[SubjectRule]:
    """Return the rule."""
    return [
        SubjectRule(
            "evidence-profile", "Profile of evidence", __doc__ or "", score, Options, examples()
        )
    ]
