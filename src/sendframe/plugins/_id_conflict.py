"""The message for two plug-ins that claim one id: neither may use it, and one line settles it."""

from collections.abc import Sequence

from ._discovery import Installed

__all__ = ["conflict"]


def conflict(id_: str, claimants: Sequence[Installed]) -> str:
    """Name the plug-ins that claim one id, and the line of the user's settings that decides it."""
    names = " and ".join(sorted({f"{p.name} ({p.distribution})" for p in claimants}))
    distributions = sorted({p.distribution for p in claimants})
    if len(distributions) == 1:
        return f"{id_} is given twice by {names}"
    line = f'disable = ["{distributions[-1]}"]'
    return f"{id_} is claimed by {names}; settle it with {line} under [plugins] in config.toml"
