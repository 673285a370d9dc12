"""Commands of plug-ins, such as ``sendframe records``."""

import importlib

import click

from sendframe.plugins import COMMAND_GROUP, Installed, installed

from ._escape import visible
from ._output import EXIT_PLUGIN

__all__ = ["plugin_command", "plugin_commands"]


class _PluginCommandFailed(click.ClickException):
    """The command of a plug-in cannot be run."""

    exit_code = EXIT_PLUGIN


def plugin_commands() -> tuple[Installed, ...]:
    """Return the commands that installed plug-ins add; none is imported."""
    return tuple(plugin for plugin in installed() if plugin.group == COMMAND_GROUP)


def plugin_command(name: str) -> click.Command | None:
    """Return the command that an installed plug-in adds under a name; None if none does.

    Only the module of that command is imported.

    Raises:
        click.ClickException: The plug-in is not ready, as the message says, or two add the name.
    """
    found = [plugin for plugin in plugin_commands() if plugin.name == name]
    if not found:
        return None
    if len(found) > 1:
        names = " and ".join(sorted(visible(plugin.distribution) for plugin in found))
        raise _PluginCommandFailed(f"{names} both add the command '{name}': uninstall one.")
    (plugin,) = found
    if not plugin.is_ready:
        raise _PluginCommandFailed(f"{_command_of(plugin)} cannot run: {visible(plugin.status)}.")
    try:
        command = importlib.import_module(plugin.target).command
    except KeyboardInterrupt:  # of the user
        raise
    except BaseException as error:
        shown = visible(f"{type(error).__name__}: {error}")
        message = f"{_command_of(plugin)} cannot be imported: {shown}"
        raise _PluginCommandFailed(message) from error
    if not isinstance(command, click.Command):
        message = f"{_command_of(plugin)} cannot run: its `command` is no click command."
        raise _PluginCommandFailed(message)
    return command


def _command_of(plugin: Installed) -> str:
    made_by = visible(f"{plugin.distribution} {plugin.version}")
    return f"The command '{visible(plugin.name)}' of {made_by}"
