"""What report builders take, and nothing else: an evaluation of shown figures, and the documents."""

import attrs

from sendframe.model import (
    Evaluation,
    Evidence,
    EvidenceRegister,
    Portfolio,
    Profile,
    Review,
)

from ._policy import DisclosurePolicy

__all__ = ["Disclosed"]


@attrs.frozen
class Disclosed:
    """An evaluation of the figures that may be shown.

    Attributes:
        evaluation: The evaluation, made of `ShownFigures`.
        portfolio: The documents it was made from.
        policy: The policy that was applied.
        hidden: What each hidden figure is about; see `ShownFigures.hidden_cells`.
    """

    evaluation: Evaluation
    portfolio: Portfolio
    policy: DisclosurePolicy
    hidden: tuple[str, ...] = ()

    def for_profile(self, profile: Profile) -> Portfolio:
        """Return the documents as far as a report of *profile* may quote them.

        Words of people stand in it only with their consent to this report, on the day of the
        evaluation. Evidence and reviews that are not publishable are left out of public ones.
        """
        return attrs.evolve(
            self.portfolio,
            documents=tuple(
                self._register(document, profile)
                if isinstance(document, EvidenceRegister)
                else document
                for document in self.portfolio.documents
                if not (
                    isinstance(document, Review) and profile.public and not document.publishable
                )
            ),
        )

    def _register(self, register: EvidenceRegister, profile: Profile) -> EvidenceRegister:
        as_at = self.evaluation.as_at
        voices = tuple(
            voice
            for voice in register.voices
            if voice.consent is not None and voice.consent.allows(profile.id, as_at)
        )
        kept: tuple[Evidence, ...] = tuple(
            item for item in register.evidence if item.publishable or not profile.public
        )
        return register.changed(voices=voices, evidence=kept)
