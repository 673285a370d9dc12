"""How much work is done, counted in lines that run: the same number on every machine."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import sendframe

__all__ = ["lines_run", "work_of_a_pair"]

OURS = str(Path(sendframe.__file__).parent)


def lines_run(job: Callable[[], object]) -> int:
    """Return how many lines of sendframe run in a job; each round of a loop counts anew."""
    count = 0

    def inside(_frame: FrameType, event: str, _arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return inside

    def enter(frame: FrameType, _event: str, _arg: Any) -> Any:
        return inside if frame.f_code.co_filename.startswith(OURS) else None

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        job()
    finally:
        sys.settrace(before)
    return count


def work_of_a_pair(work: Callable[[int], int], size: int) -> float:
    """Return how many lines run for each pair of members of a list.

    Where each member costs as much as the one before, it is 0, however much that is; where each
    is held against each other one, it is 1 or more. So it tells of work that grows with the
    square of a list long before there are enough members to see it in the whole.

    Args:
        work: Lines for a number of members.
        size: A number of members; that, twice and three times as many are counted.
    """
    one, two, three = work(size), work(2 * size), work(3 * size)
    assert two <= 2.3 * one
    return (three - 2 * two + one) / size**2
