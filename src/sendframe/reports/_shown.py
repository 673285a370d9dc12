"""How parts of a report are shown at a prompt and in a notebook."""

from importlib import import_module
from typing import Any

import attrs

from sendframe.model import is_full_text

__all__ = ["Drawn", "Named"]


class Named:
    """A part of a report; its ``repr`` names it and prints none of its texts."""

    __slots__ = ()

    def __repr__(self) -> str:
        if not is_full_text():
            return f"<{type(self).__name__} {self._name()}>"
        cls: Any = type(self)
        fields = (f"{field.name}={getattr(self, field.name)!r}" for field in attrs.fields(cls))
        return f"{cls.__name__}({', '.join(fields)})"

    def _name(self) -> str:
        part: Any = self
        return repr(part.id)


class Drawn(Named):
    """A chart; a notebook shows its drawing."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        # By name: what draws a chart imports the classes of charts.
        svg = import_module(f"{__package__}.charts").svg(self)
        return f'<div style="max-width:40rem;background:#fff">{svg}</div>'
