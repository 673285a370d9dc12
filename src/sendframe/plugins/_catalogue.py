"""The catalogue: everything that plug-ins offer, collected when it is first asked for."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import attrs

from sendframe.checks import Check
from sendframe.errors import PluginFailure
from sendframe.evaluation import Provided
from sendframe.model import Profile
from sendframe.scoring import DerivedIndicator, ScoringRule, SubjectRule

from ._collect import collect, failure
from ._discovery import Installed, installed
from ._group import PROJECT, UNREADABLE
from ._library import DataLibrary
from ._reader import Reader
from ._renderer import Renderer

__all__ = ["Catalogue"]


@attrs.frozen
class Catalogue:
    """What may be used: indicators, rules, checks, readers, renderers and profiles, by id.

    Everything is sorted by id. Several threads may ask at once: nothing is locked while a
    plug-in is imported, so that none can wait for the other.

    Attributes:
        plugins: The plug-ins it was made from; nothing of them is imported before it is used.
        debug: Whether the own message of a failing plug-in is printed to standard error.
        known: All plug-ins that there are, those included that may not be used here.
    """

    plugins: tuple[Installed, ...] = ()
    debug: bool = False
    known: tuple[Installed, ...] = attrs.field(
        default=attrs.Factory(lambda self: self.plugins, takes_self=True), repr=False
    )
    _found: dict[str, Any] = attrs.field(factory=dict, init=False, eq=False, repr=False)

    @classmethod
    def empty(cls) -> "Catalogue":
        """Return a catalogue that offers nothing."""
        return cls()

    @classmethod
    def discover(
        cls, paths: Iterable[str] | None = None, *, third_party: bool = True, debug: bool = False
    ) -> "Catalogue":
        """Return a catalogue of the plug-ins that are installed and enabled.

        Args:
            paths: Folders to search instead of those of this installation.
            third_party: Whether any but sendframe's own are looked at.
            debug: Whether the own message of a failing plug-in is printed to standard error.

        Raises:
            InvalidDocument: The user's settings are not what they should be.
        """
        found = (each for each in installed(paths) if each.enabled)
        return cls(tuple(each for each in found if each.is_builtin or third_party), debug)

    def allowing(self, names: Iterable[str]) -> "Catalogue":
        """Return a catalogue of sendframe's own plug-ins and of those named; no others.

        Args:
            names: Names of plug-ins, or of their distributions; see `Installed.is_named_in`.
        """
        wanted = tuple(names)
        kept = (each for each in self.plugins if each.is_builtin or each.is_named_in(wanted))
        return Catalogue(tuple(kept), self.debug, self.known)

    def offering(self, kind: str, ids: Iterable[str]) -> "Catalogue":
        """Return a catalogue that imports, of one kind, only what may give some ids.

        Args:
            kind: The kind, such as ``renderers``.
            ids: The ids; plug-ins to which none would belong are left alone.
        """
        group, wanted = f"{PROJECT}.{kind}", tuple(ids)
        kept = (
            each
            for each in self.plugins
            if each.group != group or any(each.may_give(id_) for id_ in wanted)
        )
        return Catalogue(tuple(kept), self.debug, self.known)

    def absent(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return those names that no plug-in has that there is, in the order given."""
        return tuple(
            name for name in names if not any(each.is_named_in([name]) for each in self.known)
        )

    def _collected(self, hook: str) -> tuple[Mapping[str, Any], tuple[PluginFailure, ...]]:
        if hook not in self._found:
            declared = {(each.distribution, each.target) for each in self.plugins}
            beside = (p for p in self.known if (p.distribution, p.target) in declared)
            found, failures = collect(hook, self.plugins, beside, debug=self.debug)
            # What two threads find at once is alike, and the first to come is kept.
            self._found.setdefault(hook, (MappingProxyType(found), failures))
        kept: tuple[Mapping[str, Any], tuple[PluginFailure, ...]] = self._found[hook]
        return kept

    @property
    def indicators(self) -> Mapping[str, Provided[DerivedIndicator]]:
        """The derived indicators, by id."""
        return self._collected("sendframe_indicators")[0]

    @property
    def scoring_rules(self) -> Mapping[str, Provided[ScoringRule | SubjectRule]]:
        """The rules about indicators, and about priorities and criteria, by id."""
        return self._collected("sendframe_scoring_rules")[0]

    @property
    def checks(self) -> Mapping[str, Provided[Check]]:
        """The checks, by code."""
        return self._collected("sendframe_checks")[0]

    @property
    def readers(self) -> Mapping[str, Provided[Reader]]:
        """The readers, by id."""
        return self._collected("sendframe_readers")[0]

    @property
    def renderers(self) -> Mapping[str, Provided[Renderer]]:
        """The renderers, by id."""
        return self._collected("sendframe_renderers")[0]

    @property
    def library(self) -> DataLibrary:
        """The data documents; nothing is imported for them."""
        if "library" not in self._found:
            self._found.setdefault("library", DataLibrary(self.plugins))
        found: DataLibrary = self._found["library"]
        return found

    @property
    def profiles(self) -> Mapping[str, Provided[Profile]]:
        """The report profiles, by id."""
        if "profiles" not in self._found:
            found = {
                profile.id: Provided(profile, each.name, each.distribution, each.version)
                for each, profile in self.library.profiles()
            }
            self._found.setdefault("profiles", MappingProxyType(found))
        kept: Mapping[str, Provided[Profile]] = self._found["profiles"]
        return kept

    def _failed(self, *hooks: str) -> tuple[PluginFailure, ...]:
        return tuple(each for hook in hooks for each in self._collected(hook)[1])

    @property
    def failures(self) -> tuple[PluginFailure, ...]:
        """What could not be collected of indicators, rules and checks, or read of data documents."""
        unreadable = tuple(
            failure(each, "discover", each.status)
            for each in self.plugins
            if each.group == UNREADABLE
        )
        hooks = ("sendframe_indicators", "sendframe_scoring_rules", "sendframe_checks")
        return (*unreadable, *self.library.failures, *self._failed(*hooks))

    @property
    def reader_failures(self) -> tuple[PluginFailure, ...]:
        """What could not be collected among readers."""
        return self._failed("sendframe_readers")

    @property
    def renderer_failures(self) -> tuple[PluginFailure, ...]:
        """What could not be collected among renderers."""
        return self._failed("sendframe_renderers")
