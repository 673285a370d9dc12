"""The catalogue: everything that plug-ins offer, collected when it is first asked for."""

import os
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

import attrs

from sendframe.checks import Check
from sendframe.errors import PluginFailure
from sendframe.evaluation import Provided
from sendframe.model import Profile
from sendframe.scoring import ScoringRule

from ._collect import collect
from ._data import profiles
from ._discovery import Installed, installed
from ._renderer import Renderer

__all__ = ["SWITCH", "Catalogue"]

SWITCH = "SENDFRAME_PLUGINS"
"""Set to ``off`` in the environment, only sendframe's own contributions are looked at."""


@attrs.frozen(slots=False)
class Catalogue:
    """What may be used: rules, checks, renderers and profiles, by id and sorted.

    Attributes:
        plugins: The plug-ins it was made from; nothing of them is imported before it is used.
        debug: Whether the own message of a failing plug-in is printed to standard error.
    """

    plugins: tuple[Installed, ...] = ()
    debug: bool = False

    @classmethod
    def empty(cls) -> "Catalogue":
        """Return a catalogue that offers nothing."""
        return cls()

    @classmethod
    def discover(
        cls, paths: Iterable[str] | None = None, *, third_party: bool = True, debug: bool = False
    ) -> "Catalogue":
        """Return a catalogue of the plug-ins that are installed.

        Args:
            paths: Folders to search instead of those of this installation.
            third_party: Whether any but sendframe's own are looked at.
            debug: Whether the own message of a failing plug-in is printed to standard error.
        """
        found = installed(paths)
        if not third_party or os.environ.get(SWITCH, "").lower() == "off":
            found = tuple(each for each in found if each.is_builtin)
        return cls(found, debug)

    def allowing(self, names: Iterable[str]) -> "Catalogue":
        """Return a catalogue of sendframe's own plug-ins and of those named; no others."""
        allowed = set(names)
        kept = (each for each in self.plugins if each.is_builtin or each.name in allowed)
        return attrs.evolve(self, plugins=tuple(kept))

    def _collected(self, hook: str) -> tuple[dict[str, Provided[Any]], tuple[PluginFailure, ...]]:
        return collect(hook, self.plugins, debug=self.debug)

    @cached_property
    def _scoring_rules(self) -> tuple[dict[str, Provided[ScoringRule]], tuple[PluginFailure, ...]]:
        return self._collected("sendframe_scoring_rules")

    @cached_property
    def _checks(self) -> tuple[dict[str, Provided[Check]], tuple[PluginFailure, ...]]:
        return self._collected("sendframe_checks")

    @cached_property
    def _renderers(self) -> tuple[dict[str, Provided[Renderer]], tuple[PluginFailure, ...]]:
        return self._collected("sendframe_renderers")

    @cached_property
    def _profiles(self) -> tuple[dict[str, Provided[Profile]], tuple[PluginFailure, ...]]:
        return profiles(self.plugins)

    @property
    def scoring_rules(self) -> Mapping[str, Provided[ScoringRule]]:
        """The scoring rules, by id."""
        return self._scoring_rules[0]

    @property
    def checks(self) -> Mapping[str, Provided[Check]]:
        """The checks, by code."""
        return self._checks[0]

    @property
    def renderers(self) -> Mapping[str, Provided[Renderer]]:
        """The renderers, by id."""
        return self._renderers[0]

    @property
    def profiles(self) -> Mapping[str, Provided[Profile]]:
        """The report profiles, by id."""
        return self._profiles[0]

    @property
    def failures(self) -> tuple[PluginFailure, ...]:
        """What could not be collected among rules and checks."""
        return (*self._scoring_rules[1], *self._checks[1])

    @property
    def report_failures(self) -> tuple[PluginFailure, ...]:
        """What could not be collected among renderers and profiles."""
        return (*self._renderers[1], *self._profiles[1])
