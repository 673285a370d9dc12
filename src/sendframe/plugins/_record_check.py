"""Check whether a record of a plug-in is accepted."""

import re
import sys
from collections.abc import Iterator
from typing import Any

import attrs

from ._discovery import Installed
from ._hookspec import RECORDS

__all__ = ["id_problem", "problem_of"]

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,79}")
_OWN = re.compile(r"SFR[0-9]*", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,59}")
_CODE = re.compile(r"[A-Z]{2,8}[0-9]{1,5}")
_CALLABLES = ("build", "compute", "read", "render", "run", "score")


def id_problem(plugin: Installed, id_: str) -> str | None:
    """Return why a plug-in may not give an id; None if it may.

    Ids without a dot, and those that begin with SFR, belong to sendframe; a check's code such as
    ``KENT001`` needs no dot.
    """
    if plugin.is_builtin:
        return None
    if _OWN.match(id_) or ("." not in id_ and not _CODE.fullmatch(id_)):
        return f"has the id {id_}; ids without a dot, and SFR, belong to sendframe"
    if not plugin.may_give(id_):
        return f"has the id {id_}, which does not begin with {plugin.name}"
    return None


def problem_of(plugin: Installed, hook: str, record: Any) -> str | None:
    """Return why a record is not accepted; None if it is."""
    wanted = RECORDS[hook]
    # No subclass, whose properties could do anything.
    if not any(type(record) is class_ for class_ in wanted):
        name = type(record).__name__
        shown = f"a {name}" if _NAME.fullmatch(name) else "something else"
        return f"returns {shown}, not a {' or a '.join(class_.__name__ for class_ in wanted)}"
    id_: object = record.id
    if not isinstance(id_, str) or _ID.fullmatch(id_) is None:
        return "has an id that is not made of letters, digits, '.' and '-'"
    return id_problem(plugin, id_) or next(_problems(record, id_), None)


def _problems(record: Any, id_: str) -> Iterator[str]:
    has_docstrings = sys.flags.optimize < 2  # noqa: PLR2004  # python -OO leaves them out
    for name in ("title", "manual") if has_docstrings else ("title",):
        text: object = getattr(record, name)
        if not isinstance(text, str) or not text.strip():
            yield f"{id_} has no {name}"
    for name in _CALLABLES:
        if hasattr(record, name) and not callable(getattr(record, name)):
            yield f"{id_} has a {name} that cannot be called"
    if not isinstance(record.options, type) or not attrs.has(record.options):
        yield f"{id_} has options that are no attrs class"
    if not isinstance(record.examples, tuple):
        yield f"{id_} has examples that are no tuple"
