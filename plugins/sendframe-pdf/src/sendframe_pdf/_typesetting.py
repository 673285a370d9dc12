"""Lay out the data of a report with typst."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import typst

from sendframe.plugins import SendframeError

from ._face import font_folder

__all__ = ["CannotTypeset", "typeset"]

_TEMPLATE = Path(__file__).parent / "report.typ"


@attrs.frozen
class CannotTypeset(SendframeError):
    """A report cannot be laid out.

    Attributes:
        problem: What typst reports.
    """

    problem: str

    def __str__(self) -> str:
        return f"the report cannot be laid out: {self.problem}"


@cache
def _template() -> bytes:
    return _TEMPLATE.read_bytes()


@cache
def _fonts() -> typst.Fonts:
    """Return the shipped typeface, and no other: not the computer's, not those within typst."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[font_folder()]
    )


def typeset(document: dict[str, Any]) -> bytes:
    """Return a report as PDF/UA-1; the same data gives the same bytes.

    Raises:
        CannotTypeset: typst reports an error.
    """
    try:
        return typst.compile(
            _template(),
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"report": json.dumps(document)},
            pdf_standards="ua-1",
            format="pdf",
        )
    except typst.TypstError as error:
        raise CannotTypeset(error.message) from error
