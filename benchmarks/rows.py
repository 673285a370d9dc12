"""The rows of the result and how they are shown."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import attrs

from benchmarks.measure import Pair

__all__ = ["Row", "compared", "markdown", "milliseconds", "row_of"]

README = Path(__file__).with_name("README.md")
HEAD = ("Job", "Peer", "Ours", "Peer's", "Ratio", "Target", "Met")


@cache
def _explained() -> frozenset[str]:
    return frozenset(re.findall(r"^\| (.+?) \|", README.read_text(encoding="utf-8"), re.MULTILINE))


def _is_explained(_row: Any, _field: Any, job: str) -> None:
    if job not in _explained():
        message = f"benchmarks/README.md does not explain {job!r}"
        raise ValueError(message)


@attrs.frozen
class Row:
    """One line of the result.

    Attributes:
        job: What was measured; `README.md` must explain it under this name.
        peer: What it is compared with.
        ours: Our figure, with its unit.
        theirs: The peer's figure, with its unit.
        ratio: Ours divided by theirs, by pairs; None where there is nothing to divide.
        target: What was aimed at, in words; empty where nothing was.
        met: Whether it was reached; None where nothing was aimed at.
    """

    job: str = attrs.field(validator=_is_explained)
    peer: str
    ours: str
    theirs: str = "–"
    ratio: float | None = None
    target: str = ""
    met: bool | None = None


def milliseconds(seconds: float) -> str:
    """Return seconds as milliseconds in three figures.

    Examples:
        >>> milliseconds(0.23456), milliseconds(0.0012345)
        ('235 ms', '1.23 ms')
    """
    return f"{_figures(seconds * 1000)} ms"


def row_of(job: str, peer: str, pair: Pair, at_most: float | None = None) -> Row:
    """Return the row of two jobs measured by turns.

    Args:
        job: What was measured.
        peer: What it is compared with.
        pair: What was found.
        at_most: The largest ratio that is aimed at; None for no target.
    """
    return compared(
        job, peer, milliseconds(pair.ours), milliseconds(pair.theirs), pair.ratio, at_most
    )


def compared(  # noqa: PLR0913  # the cells of a row
    job: str, peer: str, ours: str, theirs: str, ratio: float, at_most: float | None = None
) -> Row:
    """Return a row whose ratio is held against a target."""
    if at_most is None:
        return Row(job, peer, ours, theirs, ratio)
    return Row(job, peer, ours, theirs, ratio, f"≤ {at_most:g} ×", ratio <= at_most)


def markdown(rows: Iterable[Row]) -> str:
    """Return rows as a Markdown table."""
    lines = [_line(HEAD), _line("---" for _ in HEAD)]
    for each in rows:
        ratio = "–" if each.ratio is None else f"{_figures(each.ratio)} ×"
        met = {None: "–", True: "yes", False: "no"}[each.met]
        lines.append(
            _line((each.job, each.peer, each.ours, each.theirs, ratio, each.target or "–", met))
        )
    return "\n".join(lines)


def _figures(value: float) -> str:
    """Return a number in three figures, never with an exponent."""
    return f"{value:.{2 if value >= 1 else 3}f}" if value < 10 else f"{value:,.0f}"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
