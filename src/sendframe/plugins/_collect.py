"""Importing a plug-in and asking it for its records, each step fenced."""

import importlib
import inspect
import sys
import traceback
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

import attrs
import pluggy

from sendframe.errors import Phase, PluginFailure
from sendframe.evaluation import NotAccepted, Provided, error_name, origin_of, quiet

from ._conflict import conflict
from ._discovery import Installed
from ._group import GROUPS, PROJECT
from ._hookspec import HookSpecs
from ._record import problem_of

__all__ = ["collect", "failure"]

Collected: TypeAlias = "tuple[dict[str, Provided[Any]], tuple[PluginFailure, ...]]"


def failure(
    plugin: Installed,
    phase: Phase,
    reason: str,
    contribution: str | None = None,
    origin: str | None = None,
) -> PluginFailure:
    """Return a failure of a plug-in; the fields are those of `PluginFailure`."""
    return PluginFailure(
        plugin=plugin.name,
        distribution=plugin.distribution,
        version=plugin.version,
        phase=phase,
        error_type=reason,
        contribution=contribution,
        origin=origin,
    )


def _marked(module: object) -> dict[str, list[Any]]:
    """Return what a module marks as implementations, by hook; a wrapper is refused."""
    found: dict[str, list[Any]] = {}
    for value in list(vars(module).values()):
        options = inspect.getattr_static(value, f"{PROJECT}_impl", None)
        if not isinstance(options, dict):
            continue
        hook = str(options.get("specname") or getattr(value, "__name__", "?"))
        if options.get("wrapper") or options.get("hookwrapper"):
            raise NotAccepted(f"{hook if hook in GROUPS else 'a hook'} may not be a wrapper")
        if all(value is not each for each in found.setdefault(hook, [])):
            found[hook].append(value)
    return found


def _implementation(
    module: object, hook: str, declared: frozenset[str]
) -> Callable[[], Iterable[Any]]:
    """Return the one function of a module that implements *hook*.

    Args:
        module: The module.
        hook: The hook.
        declared: All hooks that the distribution declares for this module.

    Raises:
        NotAccepted: There is none, or more than one, or something that was not declared.
    """
    marked = _marked(module)
    for other in sorted(set(marked) - declared):
        if other in GROUPS:
            raise NotAccepted(f"{other} is implemented, but no entry point declares it")
        raise NotAccepted("it implements a hook that there is not")
    here = marked.get(hook, [])
    if len(here) != 1:
        raise NotAccepted(f"{hook} is implemented {len(here)} times")
    if not inspect.isfunction(here[0]):
        raise NotAccepted(f"{hook} is not implemented by a plain function")
    function: Callable[[], Iterable[Any]] = here[0]
    return function


def _manager(hook: str) -> pluggy.PluginManager:
    """Return a manager that knows one hook and no other.

    It lives for one collection alone, so that threads have nothing to wait for.
    """
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(type("OneHook", (), {hook: vars(HookSpecs)[hook]}))
    return manager


@attrs.define(eq=False)
class _Collector:
    """Collects the records of one hook.

    Attributes:
        hook: The hook.
        debug: Whether the own message of a failing plug-in is printed to standard error.
        failures: What failed so far.
        claims: Who gives which id.
    """

    hook: str
    debug: bool
    failures: list[PluginFailure] = attrs.Factory(list)
    claims: dict[str, list[tuple[Installed, Any]]] = attrs.Factory(dict)

    def take(self, plugin: Installed, declared: frozenset[str]) -> None:
        """Import a plug-in and keep its records; a failure is noted."""
        if not plugin.is_ready:
            self.failures.append(failure(plugin, "discover", plugin.status))
            return
        phase: Phase = "import"
        try:
            with quiet():
                module = importlib.import_module(plugin.target)
                phase = "collect"
                function = _implementation(module, self.hook, declared)
                holder = type("Plugin", (), {self.hook: staticmethod(function)})
                _manager(self.hook).register(holder, f"{plugin.distribution}:{plugin.name}")
                records = list(function())
                problems = [problem_of(plugin, self.hook, each) for each in records]
        except NotAccepted as error:
            self.failures.append(failure(plugin, phase, str(error)))
        except (Exception, SystemExit) as error:  # noqa: BLE001  # whatever a plug-in raises
            origin = origin_of(error, plugin.target)
            self.failures.append(failure(plugin, phase, error_name(error), origin=origin))
            if self.debug:
                traceback.print_exception(error, file=sys.stderr)
        else:
            for record, problem in zip(records, problems, strict=True):
                if problem is None:
                    self.claims.setdefault(record.id, []).append((plugin, record))
                else:
                    self.failures.append(failure(plugin, "collect", problem))

    def settled(self) -> Collected:
        """Return the records by id, and what failed; of two claims to one id, neither holds."""
        found: dict[str, Provided[Any]] = {}
        for id_, claimants in sorted(self.claims.items()):
            if len(claimants) == 1:
                ((plugin, record),) = claimants
                found[id_] = Provided(record, plugin.name, plugin.distribution, plugin.version)
                continue
            reason = conflict(id_, [plugin for plugin, _ in claimants])
            self.failures += [failure(plugin, "collect", reason, id_) for plugin, _ in claimants]
        return found, tuple(sorted(self.failures, key=_order))


def _order(each: PluginFailure) -> tuple[str, ...]:
    return (each.plugin, each.distribution, each.contribution or "", each.error_type)


def collect(
    hook: str,
    plugins: Iterable[Installed],
    beside: Iterable[Installed] = (),
    *,
    debug: bool = False,
) -> Collected:
    """Import the plug-ins of one hook and return their records by id, sorted.

    Args:
        hook: Name of the hook.
        plugins: The plug-ins; those of other groups are left alone.
        beside: What else their distributions declare for the same modules.
        debug: Whether the own message of a failing plug-in is printed to standard error.

    Returns:
        The records, and what failed. Where two plug-ins claim one id both are refused.
    """
    everything = sorted(plugins, key=lambda each: each.sort_key)
    known = (*everything, *beside)
    collector = _Collector(hook, debug)
    for plugin in everything:
        if plugin.group == GROUPS[hook]:
            collector.take(plugin, _declared(plugin, known))
    return collector.settled()


def _declared(plugin: Installed, everything: Iterable[Installed]) -> frozenset[str]:
    """Return the hooks that a distribution declares for the module of one of its plug-ins."""
    own = {
        each.group
        for each in everything
        if (each.distribution, each.target) == (plugin.distribution, plugin.target)
    }
    return frozenset(hook for hook, group in GROUPS.items() if group in own)
