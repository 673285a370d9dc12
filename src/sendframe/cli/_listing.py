"""The list of installed plug-ins, made without anything but the metadata of packages."""

import json

from sendframe.plugins import installed

__all__ = ["listing"]


def listing(output_format: str = "text") -> str:
    """Return every plug-in with its kind, distribution, version and status; none is imported.

    Args:
        output_format: ``text`` or ``json``.

    Raises:
        InvalidDocument: The user's settings are not what they should be.
    """
    found = installed()
    if output_format == "json":
        return json.dumps([each._asdict() for each in found], indent=2) + "\n"
    rows = [
        (
            each.group.removeprefix("sendframe."),
            each.name,
            each.distribution,
            each.version,
            each.status,
        )
        for each in found
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)] if rows else []
    lines = (
        "  ".join([*(f"{cell:{width}}" for cell, width in zip(row, widths, strict=False)), row[4]])
        for row in rows
    )
    return "".join(f"{line}\n" for line in lines)
