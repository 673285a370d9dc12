"""What the rules that a portfolio chose say of its priorities and criteria."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property, partial

import attrs

from sendframe.model import (
    EvidenceRegister,
    Portfolio,
    Refusal,
    Reply,
    RuleChoice,
    Score,
    SubjectResult,
    Voice,
    known_by,
)
from sendframe.scoring import SubjectContext, SubjectRule, VoiceSummary

from ._plugin_isolation import PluginIsolation
from ._protocol import EvaluationCatalogue
from ._scoring import Verdict, checked, chosen_rule, failed

__all__ = ["SubjectScorer"]


@attrs.frozen(eq=False, slots=False)
class SubjectScorer:
    """Asks rules about the priorities and criteria of one portfolio.

    Attributes:
        portfolio: The documents.
        voices: What people said about each, by its id.
        as_at: The day of the evaluation.
        catalogue: The rules.
        isolation: What rules run inside.
    """

    portfolio: Portfolio
    voices: Mapping[str, Sequence[Voice]]
    as_at: date
    catalogue: EvaluationCatalogue
    isolation: PluginIsolation

    @cached_property
    def choices(self) -> dict[str, list[RuleChoice]]:
        """The rules that were chosen, by what they are about, in the order of the portfolio."""
        found: dict[str, list[RuleChoice]] = {}
        for each in self.portfolio.manifest.rules:
            if each.about is not None:
                found.setdefault(each.about, []).append(each)
        return found

    @cached_property
    def replies(self) -> dict[str, list[Reply]]:
        """What was answered, by the voice; told back only as far as it had been by the day."""
        found: dict[str, list[Reply]] = {}
        for register in self.portfolio.of(EvidenceRegister):
            for each in register.replies:
                told = tuple(one for one in each.told_back if known_by(one.on, self.as_at))
                known = each if told == each.told_back else each.changed(told_back=told)
                for voice in dict.fromkeys(each.voices):
                    found.setdefault(voice, []).append(known)
        return found

    def all(self, subjects: Sequence[SubjectResult]) -> tuple[SubjectResult, ...]:
        """Return results with their scores and refusals."""
        return tuple(self._with(each) if each.id in self.choices else each for each in subjects)

    def _with(self, subject: SubjectResult) -> SubjectResult:
        verdicts = [self._verdict(each, subject) for each in self.choices[subject.id]]
        return subject.changed(
            scores=tuple(each for each in verdicts if isinstance(each, Score)),
            refusals=tuple(each for each in verdicts if isinstance(each, Refusal)),
        )

    def _heard(self, subject: SubjectResult) -> tuple[VoiceSummary, ...]:
        def day(voice: Voice) -> date:
            return voice.on.last_day if voice.on else date.min

        found = sorted(self.voices.get(subject.id, ()), key=lambda each: (day(each), each.id))
        return tuple(
            VoiceSummary(
                each.id, each.who, each.theme, each.on, tuple(self.replies.get(each.id, ()))
            )
            for each in found
        )

    def _verdict(self, choice: RuleChoice, subject: SubjectResult) -> Verdict:
        chosen = chosen_rule(choice, subject.id, self.catalogue)
        if isinstance(chosen, Refusal):
            return chosen
        provided, options = chosen
        rule = provided.record
        if not isinstance(rule, SubjectRule):
            reason = f"The rule '{choice.rule}' is about an indicator, and no {subject.kind}."
            return Refusal(rule=choice.rule, about=subject.id, reason=reason)
        context = SubjectContext(
            rule=choice.rule,
            kind=rule.kind,
            subject=subject,
            voices=self._heard(subject),
            options=options,
            as_at=self.as_at,
            made_by=provided.made_by,
        )
        said = self.isolation.run(provided, rule.id, partial(_ask, rule, context))
        return failed(context) if said is None else said


def _ask(rule: SubjectRule, context: SubjectContext) -> Verdict:
    return checked(rule.score(context), context)
