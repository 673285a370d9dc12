"""The kinds of contribution, and the entry-point group of each."""

from typing import Final

__all__ = ["COMMAND_GROUP", "DATA_GROUP", "GROUPS", "KINDS", "PROJECT", "UNREADABLE"]

PROJECT: Final = "sendframe"

DATA_GROUP: Final = "sendframe.data"
"""Entry points of this group name a package of data documents, which is never imported."""

COMMAND_GROUP: Final = "sendframe.commands"
"""An entry point of this group names a module whose ``command`` is a `click.Command`.

``sendframe NAME`` runs it. No other command imports it.
"""

UNREADABLE: Final = "sendframe.unreadable"
"""The group of a plug-in whose metadata cannot be read."""

GROUPS: Final = {
    "sendframe_checks": "sendframe.checks",
    "sendframe_indicators": "sendframe.indicators",
    "sendframe_readers": "sendframe.readers",
    "sendframe_renderers": "sendframe.renderers",
    "sendframe_scoring_rules": "sendframe.scoring_rules",
    "sendframe_sections": "sendframe.sections",
}
"""The entry-point group of each hook."""

KINDS: Final = tuple(group.removeprefix("sendframe.") for group in (*GROUPS.values(), DATA_GROUP))
"""The kinds of contribution, as commands name them."""
