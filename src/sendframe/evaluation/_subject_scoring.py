"""Apply the scoring rules of a portfolio to its priorities and criteria."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property, partial

import attrs

from sendframe.language import gettext as _
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
from ._scoring import Verdict, chosen_rule, failure_refusal, validate_verdict

__all__ = ["SubjectScorer"]


@attrs.frozen(eq=False, slots=False)
class SubjectScorer:
    """Applies rules to the priorities and criteria of one portfolio.

    Attributes:
        portfolio: The documents.
        voices: Voices about each priority or criterion, by its id.
        as_at: The day of the evaluation.
        catalogue: The rules.
        isolation: Runs rules and records failures.
    """

    portfolio: Portfolio
    voices: Mapping[str, Sequence[Voice]]
    as_at: date
    catalogue: EvaluationCatalogue
    isolation: PluginIsolation

    @cached_property
    def choices(self) -> dict[str, list[RuleChoice]]:
        """The chosen rules of each priority or criterion, in the order of the portfolio."""
        by_subject: dict[str, list[RuleChoice]] = {}
        for choice in self.portfolio.manifest.rules:
            if choice.about is not None:
                by_subject.setdefault(choice.about, []).append(choice)
        return by_subject

    @cached_property
    def replies(self) -> dict[str, list[Reply]]:
        """The replies to each voice, without what people were told after the day."""
        by_voice: dict[str, list[Reply]] = {}
        for register in self.portfolio.of(EvidenceRegister):
            for reply in register.replies:
                told_back = tuple(told for told in reply.told_back if known_by(told.on, self.as_at))
                known_reply = (
                    reply if told_back == reply.told_back else reply.changed(told_back=told_back)
                )
                for voice in dict.fromkeys(reply.voices):
                    by_voice.setdefault(voice, []).append(known_reply)
        return by_voice

    def score_all(self, subjects: Sequence[SubjectResult]) -> tuple[SubjectResult, ...]:
        """Return results with their scores and refusals."""
        return tuple(
            self._with_verdicts(subject) if subject.id in self.choices else subject
            for subject in subjects
        )

    def _with_verdicts(self, subject: SubjectResult) -> SubjectResult:
        verdicts = [self._verdict(item, subject) for item in self.choices[subject.id]]
        return subject.changed(
            scores=tuple(item for item in verdicts if isinstance(item, Score)),
            refusals=tuple(item for item in verdicts if isinstance(item, Refusal)),
        )

    def _voice_summaries(self, subject: SubjectResult) -> tuple[VoiceSummary, ...]:
        def day(voice: Voice) -> date:
            return voice.on.last_day if voice.on and voice.on.is_dated else date.min

        voices = sorted(self.voices.get(subject.id, ()), key=lambda voice: (day(voice), voice.id))
        return tuple(
            VoiceSummary(
                voice.id, voice.who, voice.theme, voice.on, tuple(self.replies.get(voice.id, ()))
            )
            for voice in voices
        )

    def _verdict(self, choice: RuleChoice, subject: SubjectResult) -> Verdict:
        rule_and_options = chosen_rule(choice, subject.id, self.catalogue)
        if isinstance(rule_and_options, Refusal):
            return rule_and_options
        provided, options = rule_and_options
        rule = provided.record
        if not isinstance(rule, SubjectRule):
            reason = _(
                "The rule '{rule}' is about an indicator, and no {kind}.",
                rule=choice.rule,
                kind=subject.kind,
            )
            return Refusal(rule=choice.rule, about=subject.id, reason=reason)
        context = SubjectContext(
            rule=choice.rule,
            kind=rule.kind,
            subject=subject,
            voices=self._voice_summaries(subject),
            options=options,
            as_at=self.as_at,
            made_by=provided.made_by,
        )
        verdict = self.isolation.run(provided, rule.id, partial(_score, rule, context))
        return failure_refusal(context) if verdict is None else verdict


def _score(rule: SubjectRule, context: SubjectContext) -> Verdict:
    return validate_verdict(rule.score(context), context)
