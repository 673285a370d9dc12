"""The catalogue of rules and checks that an evaluation needs, as a protocol."""

from collections.abc import Iterable, Mapping
from typing import Any, Generic, Protocol, TypeVar, final

import attrs

from sendframe.checks import Check
from sendframe.errors import PluginFailure
from sendframe.scoring import DerivedIndicator, ScoringRule, SubjectRule

__all__ = ["EvaluationCatalogue", "NoCatalogue", "Provided"]

R_co = TypeVar("R_co", covariant=True)


@final
@attrs.frozen
class Provided(Generic[R_co]):
    """A rule, a check or another contribution, with its plug-in.

    Attributes:
        record: The contribution.
        plugin: Name of the plug-in.
        distribution: Name of its distribution.
        version: Version of its distribution.
    """

    record: R_co
    plugin: str
    distribution: str
    version: str

    @property
    def made_by(self) -> str:
        """The plug-in with its distribution and version, as reports name it.

        Examples:
            >>> Provided(None, "kent", "sendframe-kent", "1.2.0").made_by
            'kent (sendframe-kent 1.2.0)'
            >>> Provided(None, "target-tolerance", "sendframe", "0.1.0").made_by
            'sendframe 0.1.0'
        """
        made_by = f"{self.distribution} {self.version}"
        return made_by if self.distribution == "sendframe" else f"{self.plugin} ({made_by})"


class EvaluationCatalogue(Protocol):
    """Derived indicators, rules, checks and kinds of sections by id, and failures of collection.

    The mappings are sorted by id, so that no result depends on the order of plug-ins.
    """

    @property
    def indicators(self) -> Mapping[str, Provided[DerivedIndicator]]:
        """The derived indicators."""

    @property
    def scoring_rules(self) -> Mapping[str, Provided[ScoringRule | SubjectRule]]:
        """The rules about indicators, and about priorities and criteria."""

    @property
    def checks(self) -> Mapping[str, Provided[Check]]:
        """The checks."""

    @property
    def sections(self) -> Mapping[str, Provided[Any]]:
        """The kinds of sections of reports; only their ids are needed, and only by checks."""

    @property
    def failures(self) -> Iterable[PluginFailure]:
        """Plug-ins that could not be collected."""


@final
@attrs.frozen
class NoCatalogue:
    """A catalogue without derived indicators, rules and checks."""

    indicators: Mapping[str, Provided[DerivedIndicator]] = attrs.Factory(dict)
    scoring_rules: Mapping[str, Provided[ScoringRule | SubjectRule]] = attrs.Factory(dict)
    checks: Mapping[str, Provided[Check]] = attrs.Factory(dict)
    failures: tuple[PluginFailure, ...] = ()
    sections: Mapping[str, Provided[Any]] = attrs.Factory(dict)
