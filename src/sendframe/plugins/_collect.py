"""Importing a plug-in and asking it for its records, each step fenced."""

import importlib
import re
import sys
import traceback
from collections.abc import Callable, Iterable
from typing import Any

import pluggy

from sendframe.checks import Check
from sendframe.errors import Phase, PluginFailure
from sendframe.evaluation import Provided
from sendframe.scoring import ScoringRule

from ._discovery import Installed
from ._hookspec import GROUPS, PROJECT, HookSpecs
from ._renderer import Renderer

__all__ = ["RECORDS", "collect"]

RECORDS: dict[str, type] = {
    "sendframe_checks": Check,
    "sendframe_renderers": Renderer,
    "sendframe_scoring_rules": ScoringRule,
}
"""The record that each hook gives."""

_ID = re.compile(r"[A-Za-z0-9.-]{1,80}")
_OWN = re.compile(r"SFR[0-9]+")
_CODE = re.compile(r"[A-Z]{2,8}[0-9]{1,5}")


def _failure(
    plugin: Installed, phase: Phase, reason: str, contribution: str | None = None
) -> PluginFailure:
    return PluginFailure(
        plugin=plugin.name,
        distribution=plugin.distribution,
        version=plugin.version,
        phase=phase,
        error_type=reason,
        contribution=contribution,
    )


def _implementation(module: object, hook: str) -> Callable[[], Iterable[Any]]:
    """Return the one function of a module that implements *hook*.

    Raises:
        LookupError: There is none, or more than one, or it is a wrapper.
    """
    marked = []
    for value in list(vars(module).values()):
        options = getattr(value, f"{PROJECT}_impl", None)
        if isinstance(options, dict) and options.get("specname") == hook:
            if options.get("wrapper") or options.get("hookwrapper"):
                message = f"{hook} may not be a wrapper"
                raise LookupError(message)
            marked.append(value)
    if len(set(map(id, marked))) != 1:
        message = f"{hook} is implemented {len(marked)} times"
        raise LookupError(message)
    function: Callable[[], Iterable[Any]] = marked[0]
    return function


def _manager(hook: str) -> pluggy.PluginManager:
    """Return a manager that knows one hook and no other."""
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(type("OneHook", (), {hook: vars(HookSpecs)[hook]}))
    return manager


def _problem(plugin: Installed, hook: str, record: Any) -> str | None:
    """Say why a record is not accepted; None where it is."""
    wanted = RECORDS[hook]
    if not isinstance(record, wanted):
        return f"gives a {type(record).__name__}, not a {wanted.__name__}"
    id_: object = getattr(record, "id", None)
    if not isinstance(id_, str) or _ID.fullmatch(id_) is None:
        return "has an id that is not made of letters, digits, '.' and '-'"
    if plugin.is_builtin:
        return None
    rest = id_.removeprefix(plugin.name)
    if rest == id_ or (rest and not (rest.startswith(".") or rest.isdigit())):
        return f"has the id {id_}, which does not begin with {plugin.name}"
    if _OWN.match(id_) or ("." not in id_ and not _CODE.fullmatch(id_)):
        return f"has the id {id_}; ids without a dot, and SFR, belong to sendframe"
    return None


def collect(
    hook: str, plugins: Iterable[Installed], *, debug: bool = False
) -> tuple[dict[str, Provided[Any]], tuple[PluginFailure, ...]]:
    """Import the plug-ins of one hook and return their records by id, sorted.

    Args:
        hook: Name of the hook.
        plugins: The plug-ins; those of other groups are left alone.
        debug: Whether the own message of a failing plug-in is printed to standard error.

    Returns:
        The records, and what failed. Where two plug-ins claim one id both are refused.
    """
    manager = _manager(hook)
    failures: list[PluginFailure] = []
    claims: dict[str, list[tuple[Installed, Any]]] = {}
    for plugin in sorted(plugins, key=lambda each: each.sort_key):
        if plugin.group != GROUPS[hook]:
            continue
        if plugin.status != "ready":
            failures.append(_failure(plugin, "discover", plugin.status))
            continue
        phase: Phase = "import"
        try:
            module = importlib.import_module(plugin.target.partition(":")[0])
            phase = "collect"
            function = _implementation(module, hook)
            holder = type("Plugin", (), {hook: staticmethod(function)})
            manager.register(holder, f"{plugin.distribution}:{plugin.name}")
            records = list(function())
        except LookupError as error:
            # One of our own messages where the hook is missing; else the plug-in's mistake.
            own = str(error) if hook in str(error) else type(error).__name__
            failures.append(_failure(plugin, phase, own))
            continue
        except (Exception, SystemExit) as error:  # noqa: BLE001  # whatever a plug-in raises
            failures.append(_failure(plugin, phase, type(error).__name__))
            if debug:
                traceback.print_exception(error, file=sys.stderr)
            continue
        for record in records:
            problem = _problem(plugin, hook, record)
            if problem is None:
                claims.setdefault(record.id, []).append((plugin, record))
            else:
                failures.append(_failure(plugin, "collect", problem))
    return _settle(claims, failures)


def _settle(
    claims: dict[str, list[tuple[Installed, Any]]], failures: list[PluginFailure]
) -> tuple[dict[str, Provided[Any]], tuple[PluginFailure, ...]]:
    found: dict[str, Provided[Any]] = {}
    for id_, claimants in sorted(claims.items()):
        if len(claimants) > 1:
            names = " and ".join(sorted(f"{p.name} ({p.distribution})" for p, _ in claimants))
            failures += [
                _failure(plugin, "collect", f"{id_} is claimed by {names}", id_)
                for plugin, _ in claimants
            ]
            continue
        ((plugin, record),) = claimants
        found[id_] = Provided(record, plugin.name, plugin.distribution, plugin.version)
    return found, tuple(failures)
