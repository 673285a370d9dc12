"""Import the plug-ins of one hook and collect their records; a failure stops no other plug-in."""

import importlib
import inspect
import sys
import traceback
from collections.abc import Callable, Iterable
from types import FunctionType, MappingProxyType
from typing import Any

import attrs
import pluggy

from sendframe.errors import Phase, PluginFailure
from sendframe.evaluation import (
    NotAccepted,
    Provided,
    error_name,
    error_origin,
    restored_state,
    suppress_output,
)

from ._discovery import Installed
from ._entry_point_group import GROUPS, PROJECT
from ._hookspec import HookSpecs
from ._id_conflict import conflict
from ._record_check import problem_of

__all__ = ["Collection", "collect", "failure", "new_plugin_manager"]


@attrs.frozen(eq=False)
class Collection:
    """The records of one hook.

    Attributes:
        records: The accepted records, by id and sorted.
        failures: The plug-ins and records that were refused.
        implementations: The accepted implementations as pluggy plug-ins, by name.
    """

    records: MappingProxyType[str, Provided[Any]]
    failures: tuple[PluginFailure, ...]
    implementations: tuple[tuple[str, object], ...]


def new_plugin_manager() -> pluggy.PluginManager:
    """Return a pluggy manager that knows sendframe's hooks and holds no plug-in."""
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(HookSpecs)
    return manager


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


def _marked_functions(module: object) -> dict[str, list[Any]]:
    """Return the functions that a module marks as implementations, by hook.

    Raises:
        NotAccepted: One of them is a wrapper, which could change what others return.
    """
    functions: dict[str, list[Any]] = {}
    mark = f"{PROJECT}_impl"
    for value in list(vars(module).values()):
        # Both ways run no code of the plug-in; the first one, for nearly all values, is quick.
        is_plain = type(value) is FunctionType or type(value) is type
        options = vars(value).get(mark) if is_plain else inspect.getattr_static(value, mark, None)
        if not isinstance(options, dict):
            continue
        hook = str(options.get("specname") or getattr(value, "__name__", "?"))
        if options.get("wrapper") or options.get("hookwrapper"):
            raise NotAccepted(f"{hook if hook in GROUPS else 'a hook'} may not be a wrapper")
        if all(value is not other for other in functions.setdefault(hook, [])):
            functions[hook].append(value)
    return functions


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
    functions = _marked_functions(module)
    for other in sorted(set(functions) - declared):
        if other in GROUPS:
            raise NotAccepted(f"{other} is implemented, but no entry point declares it")
        raise NotAccepted("it implements a hook that does not exist")
    candidates = functions.get(hook, [])
    if len(candidates) != 1:
        raise NotAccepted(f"{hook} is implemented {len(candidates)} times")
    if not inspect.isfunction(candidates[0]):
        raise NotAccepted(f"{hook} is not implemented by a plain function")
    function: Callable[[], Iterable[Any]] = candidates[0]
    return function


@attrs.define(eq=False)
class _Collector:
    """Collects the records of one hook.

    Attributes:
        hook: The hook.
        debug: Whether the error of a failing plug-in is printed to standard error.
        manager: Holds the accepted implementations. It belongs to this collection alone, so that
            no lock is needed while a plug-in is imported.
        failures: The failures so far.
        claims: By id, each record and the plug-in that gives it.
    """

    hook: str
    debug: bool
    manager: pluggy.PluginManager = attrs.Factory(new_plugin_manager)
    failures: list[PluginFailure] = attrs.Factory(list)
    claims: dict[str, list[tuple[Installed, Any]]] = attrs.Factory(dict)

    def collect_from(self, plugin: Installed, declared: frozenset[str]) -> None:
        """Import a plug-in and keep its records; an error becomes a failure."""
        if not plugin.is_ready:
            self.failures.append(failure(plugin, "discover", plugin.status))
            return
        phase: Phase = "import"
        try:
            with suppress_output(), restored_state():
                module = importlib.import_module(plugin.target)
                phase = "collect"
                function = _implementation(module, self.hook, declared)
                records = self._records(plugin, function)
                problems = [problem_of(plugin, self.hook, record) for record in records]
        except NotAccepted as error:
            self.failures.append(failure(plugin, phase, str(error)))
        except KeyboardInterrupt:  # of the user
            raise
        except BaseException as error:  # noqa: BLE001  # whatever a plug-in raises
            origin = error_origin(error, plugin.target)
            self.failures.append(failure(plugin, phase, error_name(error), origin=origin))
            if self.debug:
                traceback.print_exception(error, file=sys.stderr)
        else:
            for record, problem in zip(records, problems, strict=True):
                if problem is None:
                    self.claims.setdefault(record.id, []).append((plugin, record))
                else:
                    self.failures.append(failure(plugin, "collect", problem))

    def _records(self, plugin: Installed, function: Callable[[], Iterable[Any]]) -> list[Any]:
        """Register an implementation and return its records; it is kept only if it returns."""
        name = f"{plugin.distribution}:{plugin.group}:{plugin.name}"
        if self.manager.has_plugin(name):
            raise NotAccepted(f"{plugin.group} declares the name {plugin.name} twice")
        implementation = _Implementation(self.hook, function)
        try:
            self.manager.register(implementation, name)
            return list(function())
        except BaseException:  # pluggy 1.6 keeps a plug-in whose signature it refuses, too
            self.manager.unregister(name=name)
            raise

    def collection(self) -> Collection:
        """Return the records by id, and the failures; an id that is claimed twice is refused."""
        records: dict[str, Provided[Any]] = {}
        for id_, claims in sorted(self.claims.items()):
            if len(claims) == 1:
                ((plugin, record),) = claims
                records[id_] = Provided(record, plugin.name, plugin.distribution, plugin.version)
                continue
            reason = conflict(id_, [plugin for plugin, _ in claims])
            self.failures += [failure(plugin, "collect", reason, id_) for plugin, _ in claims]
        return Collection(
            MappingProxyType(records),
            tuple(sorted(self.failures, key=_failure_order)),
            tuple(self.manager.list_name_plugin()),
        )


class _Implementation:
    """What pluggy registers: the function of one hook, and nothing else that it would look through.

    It is not the module, which can implement several hooks: each is loaded by itself.
    """

    def __init__(self, hook: str, function: Callable[[], Iterable[Any]]) -> None:
        setattr(self, hook, function)

    def __dir__(self) -> list[str]:
        return list(vars(self))


def _failure_order(failure: PluginFailure) -> tuple[str, ...]:
    contribution = failure.contribution or ""
    return (failure.plugin, failure.distribution, contribution, failure.error_type)


def collect(
    hook: str,
    plugins: Iterable[Installed],
    others: Iterable[Installed] = (),
    *,
    debug: bool = False,
) -> Collection:
    """Import the plug-ins of one hook and return their records by id, sorted.

    Args:
        hook: Name of the hook.
        plugins: The plug-ins; those of other groups are ignored.
        others: What else their distributions declare for the same modules.
        debug: Whether the error of a failing plug-in is printed to standard error.

    Returns:
        The records and the failures. Where two plug-ins claim one id both are refused.
    """
    ordered = sorted(plugins, key=lambda plugin: plugin.sort_key)
    known = (*ordered, *others)
    collector = _Collector(hook, debug)
    for plugin in ordered:
        if plugin.group == GROUPS[hook]:
            collector.collect_from(plugin, _declared_hooks(plugin, known))
    return collector.collection()


def _declared_hooks(plugin: Installed, known: Iterable[Installed]) -> frozenset[str]:
    """Return the hooks that a distribution declares for the module of one of its plug-ins."""
    groups = {
        other.group
        for other in known
        if (other.distribution, other.target) == (plugin.distribution, plugin.target)
    }
    return frozenset(hook for hook, group in GROUPS.items() if group in groups)
