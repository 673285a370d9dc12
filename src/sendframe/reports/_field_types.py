"""The types of the fields of a part of a report."""

from functools import cache
from typing import Any, get_type_hints

import attrs

from sendframe.model import Value

from . import _chart_model, _mark_model, _report_model, _shape_model, _typed_figure

__all__ = ["CLASS_NAMES", "field_types"]

CLASS_NAMES = {
    name: value
    for module in (_chart_model, _mark_model, _shape_model, _typed_figure, _report_model)
    for name, value in vars(module).items()
}
"""What the names in annotations of the report model mean."""


@cache
def field_types(cls: Any) -> dict[str, Any]:
    """Return the type of each field of a class of the report model, or of a value in it.

    Examples:
        >>> field_types(_mark_model.Link)
        {'anchor': <class 'str'>, 'profile': <class 'str'>}
    """
    is_value = issubclass(cls, Value)  # whose types are no text
    hints = {} if is_value else get_type_hints(cls, localns=CLASS_NAMES)
    return {field.name: hints.get(field.name, field.type) for field in attrs.fields(cls)}
