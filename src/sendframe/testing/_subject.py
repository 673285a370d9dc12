"""The plug-in that is being tested: what is installed of it, and what it offers."""

import inspect
import os
from collections.abc import Iterable
from functools import cached_property
from importlib import import_module
from pathlib import PurePath
from typing import Any

import attrs

from sendframe.errors import PluginFailure, UnknownName
from sendframe.evaluation import Provided
from sendframe.model import Example, Indicator, IndicatorSet
from sendframe.plugins import DATA_GROUP, GROUPS, Catalogue, Installed, Settings, installed

__all__ = ["CannotTry", "Contribution", "Subject", "is_example", "subject_named"]

NOUNS = {
    "sendframe_checks": "check",
    "sendframe_indicators": "derived indicator",
    "sendframe_readers": "reader",
    "sendframe_renderers": "renderer",
    "sendframe_scoring_rules": "scoring rule",
}


class CannotTry(Exception):
    """A check cannot be tried here; its text says why."""


@attrs.frozen
class Contribution:
    """One record of the plug-in.

    Attributes:
        hook: The hook that gives it.
        provided: The record, with where it came from.
    """

    hook: str
    provided: Provided[Any]

    @property
    def record(self) -> Any:
        """The record itself."""
        return self.provided.record

    @property
    def examples(self) -> tuple[Example, ...]:
        """Its worked examples, but for what is none."""
        return tuple(each for each in self.record.examples if is_example(each))

    @property
    def options(self) -> object:
        """What it is tried with: its defaults, or else what its first example chose.

        Raises:
            CannotTry: One of its options has no default, and no example gives it.
        """
        try:
            return self.record.options()
        except Exception:  # noqa: BLE001  # the class is the plug-in's own
            found = (_options_in(each.given, self.record.options) for each in self.examples)
            chosen = next((each for each in found if each is not None), None)
        if chosen is None:
            raise CannotTry(f"{self} has options without a default")
        return chosen

    def __str__(self) -> str:
        return f"{NOUNS[self.hook]} '{self.record.id}'"


def is_example(each: Any) -> bool:
    """Say whether something is a worked example that can be run."""
    return type(each) is Example and type(each.given) is tuple and len(each.given) > 0


def _options_in(given: tuple[Any, ...], options: type) -> object | None:
    """Return the options among the arguments of an example; None where it has none."""
    told = (*given, *(getattr(each, "options", None) for each in given))
    return next((each for each in told if isinstance(each, options)), None)


@attrs.frozen(eq=False, slots=False)
class Subject:
    """A plug-in, alone beside sendframe's own.

    Attributes:
        name: The name it was asked for by.
        plugins: Its entry points.
        own: sendframe's own plug-ins.
        paths: Folders that were searched for it; None for those of this installation.
    """

    name: str
    plugins: tuple[Installed, ...]
    own: tuple[Installed, ...]
    paths: tuple[str, ...] | None = None
    kept: dict[str, Any] = attrs.field(factory=dict, init=False, repr=False)
    """What was worked out for one check and serves another."""

    @cached_property
    def catalogue(self) -> Catalogue:
        """What the plug-in and sendframe offer, and nothing of anybody else."""
        others = (each for each in self.own if each not in self.plugins)
        return Catalogue((*others, *self.plugins))

    @cached_property
    def contributions(self) -> tuple[Contribution, ...]:
        """The records of the plug-in that are accepted, by hook and id."""
        names = {(each.name, each.distribution) for each in self.plugins}
        found = {
            "sendframe_checks": self.catalogue.checks,
            "sendframe_indicators": self.catalogue.indicators,
            "sendframe_readers": self.catalogue.readers,
            "sendframe_renderers": self.catalogue.renderers,
            "sendframe_scoring_rules": self.catalogue.scoring_rules,
        }
        pairs: Iterable[tuple[str, Provided[Any]]] = (
            (hook, each) for hook in sorted(found) for each in found[hook].values()
        )
        return tuple(
            Contribution(hook, each)
            for hook, each in pairs
            if (each.plugin, each.distribution) in names
        )

    @cached_property
    def is_importable(self) -> bool:
        """Whether one of its modules can be imported, or it has none."""
        return not self.with_code or any(_imports(each.target) for each in self.with_code)

    def lacks(self, *hooks: str) -> bool:
        """Say whether it declares contributions of some hooks, and none was accepted.

        Args:
            hooks: The hooks; any unless given.
        """
        wanted = hooks or tuple(GROUPS)
        groups = {GROUPS[each] for each in wanted}
        return any(each.group in groups for each in self.with_code) and not any(
            each.hook in wanted for each in self.contributions
        )

    @cached_property
    def failures(self) -> tuple[PluginFailure, ...]:
        """What of its code could not be found, imported or collected."""
        known = self.catalogue
        found = (*known.failures, *known.reader_failures, *known.renderer_failures)
        code = (each for each in found if each not in self.data_failures)
        return tuple(dict.fromkeys(each for each in code if self._has(each)))

    @cached_property
    def data_failures(self) -> tuple[PluginFailure, ...]:
        """What is wrong with its data documents."""
        return tuple(each for each in self.catalogue.library.failures if self._has(each))

    def _has(self, failure: PluginFailure) -> bool:
        told = (failure.plugin, failure.distribution)
        return any((each.name, each.distribution) == told for each in self.plugins)

    @property
    def with_code(self) -> tuple[Installed, ...]:
        """Its entry points that name a module to be imported."""
        return tuple(each for each in self.plugins if each.group in GROUPS.values())

    @property
    def with_data(self) -> tuple[Installed, ...]:
        """Its entry points that name a package of data documents."""
        return tuple(each for each in self.plugins if each.group == DATA_GROUP)

    @property
    def tops(self) -> tuple[str, ...]:
        """Its top-level packages and modules, sorted."""
        return tuple(sorted({each.target.partition(".")[0] for each in self.plugins}))

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """The indicators that it and sendframe define as data, by id."""
        from sendframe.documents import document_of

        found: dict[str, Indicator] = {}
        for _, raw in self.catalogue.library.of_kind("indicator-set"):
            document = document_of(raw)
            if isinstance(document, IndicatorSet):
                found |= {each.id: each for each in document.indicators}
        return found

    def implementations(self) -> list[tuple[Installed, str, Any]]:
        """Return the functions that its modules mark, with hook and entry point.

        A module that cannot be imported has none.
        """
        hooks = {group: hook for hook, group in GROUPS.items()}
        found = []
        for each in self.with_code:
            hook = hooks[each.group]
            if not _imports(each.target):
                continue
            for value in list(vars(import_module(each.target)).values()):
                marks = inspect.getattr_static(value, "sendframe_impl", None)
                if isinstance(marks, dict) and marks.get("specname") == hook:
                    found.append((each, hook, value))
        return found

    def place_of(self, error: BaseException) -> str:
        """Return where in the plug-in's own code an exception was raised, as `` at file:line``."""
        place, trace = "", error.__traceback__
        while trace is not None:
            path = PurePath(trace.tb_frame.f_code.co_filename)
            if {*path.parts, path.stem} & {*self.tops}:
                place = f" at {path.name}:{trace.tb_lineno}"
            trace = trace.tb_next
        return place


def _imports(target: str) -> bool:
    """Say whether a module can be imported."""
    try:
        import_module(target)
    except (Exception, SystemExit):  # noqa: BLE001  # told by a check
        return False
    return True


def subject_named(name: str, paths: Iterable[str | os.PathLike[str]] | None = None) -> Subject:
    """Return a plug-in that is installed, whatever the user's settings say about it.

    Args:
        name: Name of an entry point, the first part of several, or the distribution.
        paths: Folders to search instead of those of this installation.

    Raises:
        UnknownName: Nothing of that name is installed.
    """
    folders = None if paths is None else tuple(os.fspath(each) for each in paths)
    everything = installed(folders, Settings())
    found = tuple(each for each in everything if each.is_named_in([name]))
    if not found:
        known = {each.distribution for each in everything} | {each.name for each in everything}
        raise UnknownName("plug-in", name, tuple(sorted(known)))
    own = everything if folders is None else installed(None, Settings())
    return Subject(name, found, tuple(each for each in own if each.is_builtin), folders)
