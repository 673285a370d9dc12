"""Links between reports that are made together."""

from ._context import BuildContext
from ._report_model import Link

__all__ = ["annex_link", "link_to"]

ANNEX = "annex"


def link_to(context: BuildContext, profile: str, anchor: str = "") -> Link | None:
    """Return a link into another report; None where it is not made together with this one."""
    return Link(anchor, profile) if profile in context.beside else None


def annex_link(context: BuildContext, indicator: str) -> Link | None:
    """Return a link to an indicator in the annex; None where no annex is made."""
    return link_to(context, ANNEX, f"indicators-{indicator}")
