"""The only input of report builders: an evaluation of shown figures, and the documents."""

import attrs

from sendframe.model import (
    Evaluation,
    Evidence,
    EvidenceRegister,
    Portfolio,
    Profile,
    Review,
    short_repr,
)

from ._policy import DisclosurePolicy, policy_by_name
from ._shown_figures import ShownFigures

__all__ = ["DisclosedEvaluation"]


@attrs.frozen
class DisclosedEvaluation:
    """An evaluation of the figures that may be shown.

    Attributes:
        evaluation: The evaluation of `ShownFigures`.
        portfolio: Its documents.
        figures: The figures that may be shown; None where nothing was hidden.
    """

    __repr__ = short_repr

    evaluation: Evaluation
    portfolio: Portfolio
    figures: ShownFigures | None = attrs.field(default=None, repr=False)

    @property
    def policy(self) -> DisclosurePolicy:
        """The policy that was applied."""
        if self.figures is None:
            return policy_by_name(self.portfolio.manifest.disclosure_policy)
        return self.figures.policy

    @property
    def hidden(self) -> tuple[str, ...]:
        """The hidden figures, as text; see `ShownFigures.hidden_cells`."""
        return () if self.figures is None else self.figures.hidden_cells

    @property
    def without_proof(self) -> tuple[str, ...]:
        """Small counts that are hidden and may follow from what is shown, as text."""
        return () if self.figures is None else self.figures.without_proof

    @property
    def hidden_counts(self) -> dict[int, frozenset[str]]:
        """The hidden counts of the area; see `ShownFigures.hidden_counts`."""
        area = self.portfolio.manifest.area.code
        return {} if self.figures is None else self.figures.hidden_counts(area)

    def for_profile(self, profile: Profile) -> Portfolio:
        """Return the documents without what a report of *profile* may not quote.

        Words and summaries of voices are kept only with consent to them in this report, on the day of
        the evaluation; so are replies, but none to somebody who took back what they said: the answer
        would tell it. Evidence and reviews that are not publishable are removed for public reports.
        """
        withdrawn = frozenset(
            voice.id
            for register in self.portfolio.of(EvidenceRegister)
            for voice in register.voices
            if voice.consent is not None and voice.consent.withdrawn_on is not None
        )
        return attrs.evolve(
            self.portfolio,
            documents=tuple(
                self._quotable(document, profile, withdrawn)
                if isinstance(document, EvidenceRegister)
                else document
                for document in self.portfolio.documents
                if not (
                    isinstance(document, Review) and profile.public and not document.publishable
                )
            ),
        )

    def _quotable(
        self, register: EvidenceRegister, profile: Profile, withdrawn: frozenset[str]
    ) -> EvidenceRegister:
        as_at = self.evaluation.as_at
        voices = tuple(
            kept for voice in register.voices if (kept := voice.allowed_in(profile.id, as_at))
        )
        evidence: tuple[Evidence, ...] = tuple(
            item for item in register.evidence if item.publishable or not profile.public
        )
        replies = tuple(reply for reply in register.replies if withdrawn.isdisjoint(reply.voices))
        return register.changed(voices=voices, evidence=evidence, replies=replies)
