"""The plug-in under test: its entry points, contributions and failures."""

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

__all__ = ["CannotRun", "Contribution", "PluginUnderTest", "is_example", "plugin_under_test"]

NOUNS = {
    "sendframe_checks": "check",
    "sendframe_indicators": "derived indicator",
    "sendframe_readers": "reader",
    "sendframe_renderers": "renderer",
    "sendframe_scoring_rules": "scoring rule",
    "sendframe_sections": "kind of section",
}


class CannotRun(Exception):
    """A check cannot run here; the text says why."""


@attrs.frozen
class Contribution:
    """A record of the plug-in, with the hook that returned it.

    Attributes:
        hook: The hook.
        provided: The record, with its plug-in and version.
    """

    hook: str
    provided: Provided[Any]

    @property
    def record(self) -> Any:
        """The record itself."""
        return self.provided.record

    @property
    def examples(self) -> tuple[Example, ...]:
        """Its worked examples; values of another type are left out."""
        return tuple(example for example in self.record.examples if is_example(example))

    @property
    def options(self) -> object:
        """The options that calls use: the defaults, or else those of the first example.

        Raises:
            CannotRun: An option has no default and no example states it.
        """
        try:
            return self.record.options()
        except Exception:  # noqa: BLE001  # the class is the plug-in's own
            candidates = (
                _options_in(example.given, self.record.options) for example in self.examples
            )
            chosen = next((options for options in candidates if options is not None), None)
        if chosen is None:
            raise CannotRun(f"{self} has options without a default")
        return chosen

    def __str__(self) -> str:
        return f"{NOUNS[self.hook]} '{self.record.id}'"


def is_example(value: Any) -> bool:
    """Return whether a value is a worked example that can be run."""
    return type(value) is Example and type(value.given) is tuple and len(value.given) > 0


def _options_in(given: tuple[Any, ...], options: type) -> object | None:
    """Return the options among the arguments of an example; None if there are none."""
    candidates = (*given, *(getattr(argument, "options", None) for argument in given))
    return next((candidate for candidate in candidates if isinstance(candidate, options)), None)


@attrs.frozen(eq=False, slots=False)
class PluginUnderTest:
    """A plug-in with sendframe's own plug-ins and no others.

    Attributes:
        name: The name that the caller gave.
        plugins: Its entry points.
        own: sendframe's own plug-ins.
        paths: Folders that were searched for it; None for those of this installation.
        cache: Results that several checks use.
    """

    name: str
    plugins: tuple[Installed, ...]
    own: tuple[Installed, ...]
    paths: tuple[str, ...] | None = None
    cache: dict[str, Any] = attrs.field(factory=dict, init=False, repr=False)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue of the plug-in and of sendframe's own plug-ins."""
        others = (plugin for plugin in self.own if plugin not in self.plugins)
        return Catalogue((*others, *self.plugins))

    @cached_property
    def contributions(self) -> tuple[Contribution, ...]:
        """The accepted records of the plug-in, sorted by hook and id."""
        names = {(plugin.name, plugin.distribution) for plugin in self.plugins}
        groups = {plugin.group for plugin in self.with_code}
        pairs: Iterable[tuple[str, Provided[Any]]] = (
            (hook, provided)
            for hook in sorted(NOUNS)
            if GROUPS[hook] in groups  # other hooks hold nothing of it
            for provided in getattr(self.catalogue, hook.removeprefix("sendframe_")).values()
        )
        return tuple(
            Contribution(hook, provided)
            for hook, provided in pairs
            if (provided.plugin, provided.distribution) in names
        )

    @cached_property
    def is_importable(self) -> bool:
        """Whether it has no module, or one that can be imported."""
        return not self.with_code or any(_imports(plugin.target) for plugin in self.with_code)

    def lacks(self, *hooks: str) -> bool:
        """Return whether it declares contributions of some hooks but none was accepted.

        Args:
            hooks: The hooks; any unless given.
        """
        wanted = hooks or tuple(GROUPS)
        groups = {GROUPS[hook] for hook in wanted}
        return any(plugin.group in groups for plugin in self.with_code) and not any(
            plugin.hook in wanted for plugin in self.contributions
        )

    @cached_property
    def failures(self) -> tuple[PluginFailure, ...]:
        """The failures of its code: not found, not imported or not collected."""
        known = self.catalogue
        failures = (
            *known.failures,
            *known.reader_failures,
            *known.renderer_failures,
            *known.section_failures,
        )
        code = (failure for failure in failures if failure not in self.data_failures)
        return tuple(dict.fromkeys(failure for failure in code if self._has(failure)))

    @cached_property
    def data_failures(self) -> tuple[PluginFailure, ...]:
        """The failures of its data documents."""
        return tuple(failure for failure in self.catalogue.library.failures if self._has(failure))

    def _has(self, failure: PluginFailure) -> bool:
        failed = (failure.plugin, failure.distribution)
        return any((plugin.name, plugin.distribution) == failed for plugin in self.plugins)

    @property
    def with_code(self) -> tuple[Installed, ...]:
        """Its entry points that name a module to be imported."""
        return tuple(plugin for plugin in self.plugins if plugin.group in GROUPS.values())

    @property
    def with_data(self) -> tuple[Installed, ...]:
        """Its entry points that name a package of data documents."""
        return tuple(plugin for plugin in self.plugins if plugin.group == DATA_GROUP)

    @property
    def top_level_names(self) -> tuple[str, ...]:
        """The names of its top-level packages and modules, sorted."""
        return tuple(sorted({plugin.target.partition(".")[0] for plugin in self.plugins}))

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """The indicators in its data documents and sendframe's, by id."""
        from sendframe.documents import document_of

        indicators: dict[str, Indicator] = {}
        for _, raw in self.catalogue.library.of_kind("indicator-set"):
            document = document_of(raw)
            if isinstance(document, IndicatorSet):
                indicators |= {indicator.id: indicator for indicator in document.indicators}
        return indicators

    def implementations(self) -> list[tuple[Installed, str, Any]]:
        """Return the functions that its modules mark as hooks, with entry point and hook.

        A module that cannot be imported has none.
        """
        hooks = {group: hook for hook, group in GROUPS.items()}
        functions = []
        for plugin in self.with_code:
            hook = hooks[plugin.group]
            if not _imports(plugin.target):
                continue
            for value in list(vars(import_module(plugin.target)).values()):
                marks = inspect.getattr_static(value, "sendframe_impl", None)
                if isinstance(marks, dict) and marks.get("specname") == hook:
                    functions.append((plugin, hook, value))
        return functions

    def place_of(self, error: BaseException) -> str:
        """Return where in the plug-in's code an exception was raised, as `` at file:line``."""
        place, trace = "", error.__traceback__
        while trace is not None:
            path = PurePath(trace.tb_frame.f_code.co_filename)
            if {*path.parts, path.stem} & {*self.top_level_names}:
                place = f" at {path.name}:{trace.tb_lineno}"
            trace = trace.tb_next
        return place


def _imports(target: str) -> bool:
    """Return whether a module can be imported."""
    try:
        import_module(target)
    except KeyboardInterrupt:  # of the user
        raise
    except BaseException:  # noqa: BLE001  # a check reports it
        return False
    return True


def plugin_under_test(
    name: str, paths: Iterable[str | os.PathLike[str]] | None = None
) -> PluginUnderTest:
    """Return an installed plug-in, whether the user's settings enable it or not.

    Args:
        name: Name of an entry point, the first part of several, or the distribution.
        paths: Folders to search instead of those of this installation.

    Raises:
        UnknownName: Nothing of that name is installed.
    """
    folders = None if paths is None else tuple(os.fspath(path) for path in paths)
    everything = installed(folders, Settings())
    plugins = tuple(plugin for plugin in everything if plugin.is_named_in([name]))
    if not plugins:
        known = {plugin.distribution for plugin in everything} | {
            plugin.name for plugin in everything
        }
        raise UnknownName("plug-in", name, tuple(sorted(known)))
    own = everything if folders is None else installed(None, Settings())
    return PluginUnderTest(
        name, plugins, tuple(plugin for plugin in own if plugin.is_builtin), folders
    )
