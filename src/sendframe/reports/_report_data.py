"""A report as plain JSON data, as its schema describes it."""

import math
import re
from datetime import date
from functools import cache
from typing import Any, get_args

import attrs

from sendframe.validation import REPORT, schema_id

from ._report_model import Block, ReportModel

__all__ = ["REPORT_FORMAT", "REPORT_VERSION", "block_name", "report_data"]

REPORT_FORMAT = "sendframe report"
REPORT_VERSION = 1


@cache
def block_name(cls: type) -> str | None:
    """Return what a block is called in JSON, under ``block``; None for a class that is no block.

    Examples:
        >>> from sendframe.reports import Cell, FigureCard
        >>> block_name(FigureCard), block_name(Cell)
        ('figure_card', None)
    """
    if cls not in get_args(Block):
        return None
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()


def report_data(model: ReportModel) -> dict[str, Any]:
    """Return a report as plain JSON data, with all that it holds but the bytes of pictures.

    Its schema is ``report``: see `sendframe.validation.read_schema`. Texts are neither escaped
    nor cleaned. A number that is not finite is None, and a day is text.
    """
    head = {"$schema": schema_id(REPORT), "format": REPORT_FORMAT, "version": REPORT_VERSION}
    return head | _object(model, ReportModel)


def _object(value: object, cls: type[attrs.AttrsInstance]) -> dict[str, Any]:
    block = block_name(cls)
    tag = {"block": block} if block else {}
    # The bytes of an image stand in the portfolio, under its `file`.
    names = [field.name for field in attrs.fields(cls) if field.type is not bytes]
    return {**tag, **{name: _plain(getattr(value, name)) for name in names}}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return None  # JSON cannot express it, and a chart shows none
    cls = type(value)
    return _object(value, cls) if attrs.has(cls) else value
