"""List the installed plug-ins, from packaging metadata only."""

import json

from sendframe.plugins import installed

from ._escape import visible

__all__ = ["plugin_list"]


def plugin_list(output_format: str = "text") -> str:
    """Return every plug-in with its kind, distribution, version and status; none is imported.

    Args:
        output_format: ``text`` or ``json``.

    Raises:
        InvalidDocument: The user's settings are not valid.
    """
    plugins = installed()
    if output_format == "json":
        return json.dumps([plugin._asdict() for plugin in plugins], indent=2) + "\n"
    rows = [
        [
            visible(cell)
            for cell in (
                plugin.group.removeprefix("sendframe."),
                plugin.name,
                plugin.distribution,
                plugin.version,
                plugin.status,
            )
        ]
        for plugin in plugins
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)] if rows else []
    lines = (
        "  ".join([*(f"{cell:{width}}" for cell, width in zip(row, widths, strict=False)), row[4]])
        for row in rows
    )
    return "".join(f"{line}\n" for line in lines)
